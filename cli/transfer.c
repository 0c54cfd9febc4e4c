/* transfer.c: one input on its way to its outputs. */
#include "transfer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Who did not know an option. */
enum { unknown_to_reader = 1, unknown_to_writer = 2 };

struct output {
    struct anf_sink *sink;
    char *path; /* NULL: standard output */
};

struct transfer {
    const struct conversion *conversion;
    const struct input *input;
    struct anf_context *ctx;
    struct report *report;
    struct output *outputs; /* they appear together, when the whole input is read */
    size_t output_count;
    size_t inquiries;
    bool writing;
    unsigned char *unknown; /* for each writing option */
};

static int
fail_memory(struct transfer *transfer)
{
    report_error(transfer->report, ANF_CODE_OUT_OF_MEMORY, transfer->input->path, "out of memory");
    return ANF_ERR_NOMEM;
}

/* --- where an output goes --- */

/* folder/stem.extension, from the second on folder/stem-2.extension. NULL: out of memory. */
static char *
path_in_folder(const struct transfer *transfer, const char *stem)
{
    const struct conversion *conversion = transfer->conversion;
    const char *folder = conversion->options->output_dir;
    size_t length = strlen(folder);
    const char *slash = length > 0 && folder[length - 1] == '/' ? "" : "/";
    char *path = NULL;
    return asprintf(&path, "%s%s%s.%s", folder, slash, stem, conversion->extension) < 0 ? NULL
                                                                                        : path;
}

static char *
numbered_stem(const struct transfer *transfer)
{
    char *stem = NULL;
    size_t number = transfer->output_count + 1;
    if (number == 1) {
        return strdup(transfer->input->stem);
    }
    return asprintf(&stem, "%s-%zu", transfer->input->stem, number) < 0 ? NULL : stem;
}

/* Two inputs must not write one file: the first on the command line has it. */
static int
check_stem(struct transfer *transfer, const char *stem, const char *path)
{
    const struct input *owner = inputs_with_stem(&transfer->conversion->inputs, stem);
    if (!owner || owner == transfer->input) {
        return ANF_OK;
    }
    report_error(transfer->report, ANF_CODE_CANNOT_WRITE, transfer->input->path,
                 "would be written to %s, and so would %s", path, owner->path);
    return ANF_ERR_IO;
}

static int
check_not_input(struct transfer *transfer, const char *path)
{
    const struct input *input = inputs_same_file(&transfer->conversion->inputs, path);
    if (!input) {
        return ANF_OK;
    }
    report_error(transfer->report, ANF_CODE_CANNOT_WRITE, transfer->input->path,
                 "the output %s is the same file as the input %s", path, input->path);
    return ANF_ERR_IO;
}

/* ret_path gets NULL for standard output. */
static int
choose_path(struct transfer *transfer, char **ret_path)
{
    const struct options *options = transfer->conversion->options;
    int status = ANF_OK;
    char *stem = NULL;
    char *path = NULL;

    if (options->output_dir) {
        stem = numbered_stem(transfer);
        path = stem ? path_in_folder(transfer, stem) : NULL;
        status = path ? check_stem(transfer, stem, path) : fail_memory(transfer);
    } else if (options->output && strcmp(options->output, "-") != 0) {
        path = strdup(options->output);
        status = path ? ANF_OK : fail_memory(transfer);
    }
    if (status == ANF_OK && path) {
        status = check_not_input(transfer, path);
    }
    if (status == ANF_OK) {
        *ret_path = path;
        path = NULL;
    }
    free(path);
    free(stem);
    return status;
}

static int
open_output(struct transfer *transfer)
{
    size_t count = transfer->output_count;
    struct output output = {0};
    int status = choose_path(transfer, &output.path);
    if (status != ANF_OK) {
        return status;
    }
    /* Doubled at powers of two. */
    if ((count & (count - 1)) == 0) {
        size_t room = count > 0 ? count * 2 : 1;
        struct output *grown = reallocarray(transfer->outputs, room, sizeof *grown);
        if (!grown) {
            free(output.path);
            return fail_memory(transfer);
        }
        transfer->outputs = grown;
    }
    output.sink = output.path ? anf_sink_new_path(output.path) : anf_sink_new_memory();
    if (!output.sink) {
        free(output.path);
        return fail_memory(transfer);
    }
    transfer->outputs[transfer->output_count++] = output;
    return ANF_OK;
}

/* --- writing --- */

static int
refuse_several(struct transfer *transfer)
{
    report_error(transfer->report, ANF_CODE_SEVERAL_INQUIRIES, transfer->input->path,
                 "holds several inquiries, and an output in %s holds one; use -O DIR",
                 transfer->conversion->to);
    return ANF_ERR_UNSUPPORTED;
}

static int
write_inquiry(struct anf_inquiry *inquiry, void *user)
{
    struct transfer *transfer = user;
    const struct conversion *conversion = transfer->conversion;
    int status = ANF_OK;

    transfer->inquiries++;
    if (transfer->inquiries > 1 && !conversion->many && !conversion->options->output_dir) {
        return refuse_several(transfer);
    }
    if (transfer->output_count == 0 || !conversion->many) {
        status = open_output(transfer);
    }
    if (status != ANF_OK) {
        return status;
    }
    transfer->writing = true;
    status = anf_write(transfer->ctx, inquiry, conversion->to, conversion->writing_options,
                       transfer->outputs[transfer->output_count - 1].sink);
    transfer->writing = false;
    return status;
}

static int
commit_stdout(struct transfer *transfer, struct anf_sink *sink)
{
    size_t length;
    char *data = anf_sink_steal(sink, &length);
    if (!data) {
        return fail_memory(transfer);
    }
    bool written = fwrite(data, 1, length, stdout) == length && fflush(stdout) == 0;
    int error = errno;
    anf_free(data);
    if (!written) {
        report_error(transfer->report, ANF_CODE_CANNOT_WRITE, transfer->input->path,
                     "cannot be written to standard output: %s", strerrordesc_np(error));
        return ANF_ERR_IO;
    }
    return ANF_OK;
}

static int
commit_outputs(struct transfer *transfer)
{
    int status = ANF_OK;
    for (size_t i = 0; i < transfer->output_count && status == ANF_OK; i++) {
        struct output *output = &transfer->outputs[i];
        status = output->path ? anf_sink_commit(output->sink, transfer->ctx)
                              : commit_stdout(transfer, output->sink);
    }
    return status;
}

static void
drop_outputs(struct transfer *transfer)
{
    for (size_t i = 0; i < transfer->output_count; i++) {
        anf_sink_unref(transfer->outputs[i].sink);
        free(transfer->outputs[i].path);
    }
    free(transfer->outputs);
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
        char message[256];
        if (transfer->unknown[i] != (unknown_to_reader | unknown_to_writer)) {
            continue;
        }
        snprintf(message, sizeof message, "neither the format read nor %s has an option \"%.*s\"",
                 transfer->conversion->to, (int)strcspn(options[i], "="), options[i]);
        report_diagnostic(&(struct anf_diagnostic){.size = sizeof(struct anf_diagnostic),
                                                   .severity = ANF_SEVERITY_WARNING,
                                                   .code = ANF_CODE_UNKNOWN_OPTION,
                                                   .source = transfer->input->path,
                                                   .message = message},
                          transfer->report);
    }
}

/* --- all of it --- */

static int
read_and_write(struct transfer *transfer)
{
    const struct options *options = transfer->conversion->options;
    struct anf_source *source = input_open(transfer->input->path, options->input_charset);
    if (!source) {
        return fail_memory(transfer);
    }
    int status = anf_read(transfer->ctx, source, transfer->conversion->from,
                          options->format_options, write_inquiry, transfer);
    if (status == ANF_OK) {
        report_unknown_options(transfer);
        status = commit_outputs(transfer);
    }
    anf_source_unref(source);
    return status;
}

/* A second input of the same name is refused before it is read. */
static int
check_twin(struct transfer *transfer)
{
    char *path = NULL;
    int status = choose_path(transfer, &path);
    free(path);
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
        .unknown = calloc(count_options(conversion->writing_options) + 1, 1),
    };
    int status = transfer.unknown ? check_twin(&transfer) : fail_memory(&transfer);
    if (status == ANF_OK) {
        anf_context_set_diagnostic_fn(ctx, on_diagnostic, &transfer);
        status = read_and_write(&transfer);
        anf_context_set_diagnostic_fn(ctx, NULL, NULL);
    }
    if (status != ANF_OK && report->errors == 0) {
        report_error(report, 0, input->path, "not converted: %s", anf_strerror(status));
    }
    drop_outputs(&transfer);
    free(transfer.unknown);
    return status == ANF_OK;
}
