/* transfer.c: one input on its way to the bytes of its outputs. */
#include "transfer.h"

#include "allocations.h"
#include "frames.h"
#include "outputs.h"

#include <stdlib.h>
#include <string.h>

/* Who did not know an option. */
enum { unknown_to_reader = 1, unknown_to_writer = 2 };

struct transfer {
    const struct conversion *conversion;
    const struct input *input;
    struct anf_context *ctx;
    struct report report;
    int socket;
    bool deaf;             /* nobody listens any more */
    size_t outputs;        /* begun so far */
    struct anf_sink *sink; /* of the last one */
    size_t length;         /* bytes that wait to be sent */
    bool writing;
    unsigned char *unknown; /* of each writing option: who did not know it */
    unsigned char bytes[frame_room];
};

/* --- writing --- */

static void
send(struct transfer *transfer, enum frame_kind kind, const void *payload, size_t length)
{
    transfer->deaf = transfer->deaf || !frame_send(transfer->socket, kind, payload, length);
}

static void
send_waiting(struct transfer *transfer)
{
    if (transfer->length > 0) {
        send(transfer, frame_bytes, transfer->bytes, transfer->length);
        transfer->length = 0;
    }
}

/* An anf_write_fn: writers give a few bytes at a time, and frames are sent when they are full. */
static int
send_bytes(void *user, const void *data, size_t length)
{
    struct transfer *transfer = user;
    const unsigned char *bytes = data;
    while (length > 0 && !transfer->deaf) {
        size_t room = sizeof transfer->bytes - transfer->length;
        size_t taken = length < room ? length : room;
        memcpy(transfer->bytes + transfer->length, bytes, taken);
        transfer->length += taken;
        bytes += taken;
        length -= taken;
        if (transfer->length == sizeof transfer->bytes) {
            send_waiting(transfer);
        }
    }
    return transfer->deaf ? ANF_ERR_IO : ANF_OK;
}

static int
begin_output(struct transfer *transfer)
{
    send_waiting(transfer);
    send(transfer, frame_output, NULL, 0);
    anf_sink_unref(transfer->sink);
    transfer->sink = anf_sink_new_callback("", send_bytes, transfer);
    transfer->outputs++;
    return transfer->sink ? ANF_OK : report_memory(&transfer->report);
}

static int
write_inquiry(struct anf_inquiry *inquiry, void *user)
{
    struct transfer *transfer = user;
    const struct conversion *conversion = transfer->conversion;
    bool first = transfer->outputs == 0;
    int status = ANF_OK;

    if (!first && !conversion->many && !conversion->options->output_dir) {
        report_error(&transfer->report, ANF_CODE_SEVERAL_INQUIRIES, transfer->input->path,
                     "holds several inquiries, and an output in %s holds one; use -O DIR",
                     conversion->to);
        return ANF_ERR_UNSUPPORTED;
    }
    if (first || !conversion->many) {
        status = begin_output(transfer);
    }
    if (status != ANF_OK) {
        return status;
    }
    transfer->writing = true;
    status = anf_write(transfer->ctx, inquiry, conversion->to, conversion->writing_options,
                       transfer->sink);
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
    report_diagnostic(diagnostic, &transfer->report);
}

static void
report_unknown_options(struct transfer *transfer)
{
    const char **options = transfer->conversion->writing_options;
    for (size_t i = 0; options[i]; i++) {
        if (transfer->unknown[i] == (unknown_to_reader | unknown_to_writer)) {
            report_warning(&transfer->report, ANF_CODE_UNKNOWN_OPTION, transfer->input->path,
                           "neither the format read nor %s has an option \"%.*s\"",
                           transfer->conversion->to, (int)strcspn(options[i], "="), options[i]);
        }
    }
}

static void
forward(const struct anf_diagnostic *diagnostic, void *user)
{
    struct transfer *transfer = user;
    transfer->deaf = transfer->deaf || !frame_send_diagnostic(transfer->socket, diagnostic);
}

/* --- all of it --- */

static int
read_and_write(struct transfer *transfer, int fd)
{
    const struct options *options = transfer->conversion->options;
    struct anf_source *source = anf_source_new_fd(transfer->input->path, fd);
    if (!source) {
        return report_memory(&transfer->report);
    }
    int status = options->input_charset ? anf_source_set_charset(source, options->input_charset)
                                        : ANF_OK;
    if (status == ANF_OK) {
        anf_context_set_diagnostic_fn(transfer->ctx, on_diagnostic, transfer);
        status = anf_read(transfer->ctx, source, transfer->conversion->from,
                          options->format_options, write_inquiry, transfer);
        anf_context_set_diagnostic_fn(transfer->ctx, NULL, NULL);
    }
    if (status == ANF_OK) {
        report_unknown_options(transfer);
    }
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

/* An allocation that failed is a failure, also where a library made the best of it. */
static int
check_allocations(struct transfer *transfer, int status, unsigned long failed_before)
{
    if (status != ANF_OK || allocations_failed() == failed_before) {
        return status;
    }
    return report_memory(&transfer->report);
}

bool
transfer_run(const struct conversion *conversion, const struct input *input, int fd,
             struct anf_context *ctx, int socket)
{
    struct transfer transfer = {
        .conversion = conversion,
        .input = input,
        .ctx = ctx,
        .socket = socket,
        .report =
            {
                .input = input->path,
                .quiet = conversion->options->quiet,
                .forward = forward,
                .user = &transfer,
            },
    };
    unsigned long failed = allocations_failed();
    transfer.unknown = calloc(count_options(conversion->writing_options) + 1, 1);
    int32_t status = transfer.unknown ? read_and_write(&transfer, fd)
                                      : report_memory(&transfer.report);
    status = check_allocations(&transfer, status, failed);
    if (status != ANF_OK && transfer.report.errors == 0) {
        report_error(&transfer.report, 0, input->path, "not converted: %s", anf_strerror(status));
    }
    send_waiting(&transfer);
    send(&transfer, frame_done, &status, sizeof status);
    anf_sink_unref(transfer.sink);
    free(transfer.unknown);
    return !transfer.deaf;
}
