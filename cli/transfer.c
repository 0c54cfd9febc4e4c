/* transfer.c: one input on its way to its outputs. */
#include "transfer.h"

#include "outputs.h"

#include <stdlib.h>
#include <string.h>

/* Who did not know an option. */
enum { unknown_to_reader = 1, unknown_to_writer = 2 };

struct transfer {
    const struct conversion *conversion;
    const struct input *input;
    struct anf_context *ctx;
    struct report *report;
    struct outputs outputs;
    bool writing;
    unsigned char *unknown; /* of each writing option: who did not know it */
};

/* --- writing --- */

static int
write_inquiry(struct anf_inquiry *inquiry, void *user)
{
    struct transfer *transfer = user;
    const struct conversion *conversion = transfer->conversion;
    bool first = transfer->outputs.count == 0;
    int status = ANF_OK;

    if (!first && !conversion->many && !transfer->outputs.folder) {
        report_error(transfer->report, ANF_CODE_SEVERAL_INQUIRIES, transfer->input->path,
                     "holds several inquiries, and an output in %s holds one; use -O DIR",
                     conversion->to);
        return ANF_ERR_UNSUPPORTED;
    }
    if (first || !conversion->many) {
        status = outputs_open(&transfer->outputs);
    }
    if (status != ANF_OK) {
        return status;
    }
    transfer->writing = true;
    status = anf_write(transfer->ctx, inquiry, conversion->to, conversion->writing_options,
                       outputs_last(&transfer->outputs));
    transfer->writing = false;
    return status;
}

/* --- diagnostics --- */

/* Does the message quote the key of this option? */
static bool
is_about(const char *message, const char *option)
{
    size_t length = strcspn(option, "=");
    for (const char *at = message; (at = strchr(at, '"')); at++) {
        if (strncmp(at + 1, option, length) == 0 && at[length + 1] == '"') {
            return true;
        }
    }
    return false;
}

/* Reader and writer get the same options, and only one that neither knows is a mistake. */
static bool
note_unknown_option(struct transfer *transfer, const char *message)
{
    const char **options = transfer->conversion->writing_options;
    bool noted = false;
    for (size_t i = 0; options[i]; i++) {
        if (is_about(message, options[i])) {
            transfer->unknown[i] |= transfer->writing ? unknown_to_writer : unknown_to_reader;
            noted = true;
        }
    }
    return noted;
}

static void
on_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    struct transfer *transfer = user;
    if (diagnostic->code == ANF_CODE_UNKNOWN_OPTION &&
        note_unknown_option(transfer, diagnostic->message)) {
        return;
    }
    report_diagnostic(diagnostic, transfer->report);
}

static void
report_unknown_options(const struct transfer *transfer)
{
    const char **options = transfer->conversion->writing_options;
    for (size_t i = 0; options[i]; i++) {
        if (transfer->unknown[i] == (unknown_to_reader | unknown_to_writer)) {
            report_warning(transfer->report, ANF_CODE_UNKNOWN_OPTION, transfer->input->path,
                           "neither the format read nor %s has an option \"%.*s\"",
                           transfer->conversion->to, (int)strcspn(options[i], "="), options[i]);
        }
    }
}

/* --- all of it --- */

static int
read_and_write(struct transfer *transfer)
{
    const struct options *options = transfer->conversion->options;
    struct anf_source *source = input_open(transfer->input->path, options->input_charset);
    if (!source) {
        return report_memory(transfer->report);
    }
    anf_context_set_diagnostic_fn(transfer->ctx, on_diagnostic, transfer);
    int status = anf_read(transfer->ctx, source, transfer->conversion->from,
                          options->format_options, write_inquiry, transfer);
    if (status == ANF_OK) {
        report_unknown_options(transfer);
        status = outputs_commit(&transfer->outputs, transfer->ctx);
    }
    anf_context_set_diagnostic_fn(transfer->ctx, NULL, NULL);
    anf_source_unref(source);
    return status;
}

static size_t
count_options(const char *const *options)
{
    size_t count = 0;
    while (options[count]) {
        count++;
    }
    return count;
}

bool
transfer_run(const struct conversion *conversion, const struct input *input,
             struct anf_context *ctx, struct report *report)
{
    struct transfer transfer = {
        .conversion = conversion,
        .input = input,
        .ctx = ctx,
        .report = report,
        .outputs =
            {
                .inputs = &conversion->inputs,
                .input = input,
                .folder = conversion->options->output_dir,
                .path = conversion->options->output,
                .extension = conversion->extension,
                .report = report,
            },
        .unknown = calloc(count_options(conversion->writing_options) + 1, 1),
    };
    int status = transfer.unknown ? outputs_check(&transfer.outputs) : report_memory(report);
    if (status == ANF_OK) {
        status = read_and_write(&transfer);
    }
    if (status != ANF_OK && report->errors == 0) {
        report_error(report, 0, input->path, "not converted: %s", anf_strerror(status));
    }
    outputs_clear(&transfer.outputs);
    free(transfer.unknown);
    return status == ANF_OK;
}
