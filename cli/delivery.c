/* delivery.c: what comes of one input. */
#include "delivery.h"

#include "outputs.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct delivery {
    const struct conversion *conversion;
    const struct input *input;
    struct report report;
    char *text; /* of the report; where there is no memory for one, it goes where all reports go */
    size_t text_length;
    FILE *memory;
    struct outputs outputs;
    bool complete;
    int status;
    uint64_t received; /* bytes of frames */
};

struct delivery *
delivery_new(const struct conversion *conversion, size_t index, const struct report *report)
{
    struct delivery *delivery = calloc(1, sizeof *delivery);
    if (!delivery) {
        return NULL;
    }
    delivery->conversion = conversion;
    delivery->input = &conversion->inputs.items[index];
    delivery->report = *report;
    delivery->report.input = delivery->input->path;
    delivery->report.errors = 0;
    delivery->memory = open_memstream(&delivery->text, &delivery->text_length);
    if (delivery->memory) {
        delivery->report.out = delivery->memory;
    }
    delivery->outputs = (struct outputs){
        .inputs = &conversion->inputs,
        .input = delivery->input,
        .folder = conversion->options->output_dir,
        .path = conversion->options->output,
        .extension = conversion->extension,
        .report = &delivery->report,
    };
    return delivery;
}

size_t
delivery_index(const struct delivery *delivery)
{
    return (size_t)(delivery->input - delivery->conversion->inputs.items);
}

/* --- the input --- */

/* A pipe without a writer would hold up all other inputs; the worker waits for it. */
static int
open_without_waiting(const char *path)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd >= 0) {
        fcntl(fd, F_SETFL, fcntl(fd, F_GETFL) & ~O_NONBLOCK);
    }
    return fd;
}

int
delivery_open(struct delivery *delivery)
{
    const char *path = delivery->input->path;
    delivery->status = outputs_check(&delivery->outputs);
    if (delivery->status != ANF_OK) {
        return -1;
    }
    int fd = input_is_stdin(path) ? STDIN_FILENO : open_without_waiting(path);
    if (fd < 0) {
        delivery->status = ANF_ERR_IO;
        report_error(&delivery->report, ANF_CODE_CANNOT_READ, path, "cannot be read: %s",
                     strerrordesc_np(errno));
    }
    return fd;
}

void
delivery_close(int fd)
{
    if (fd > STDERR_FILENO) {
        close(fd);
    }
}

/* --- what the worker sends --- */

static bool
take_diagnostic(struct delivery *delivery, const struct frame *frame)
{
    struct anf_diagnostic diagnostic;
    if (!frame_read_diagnostic(frame, &diagnostic)) {
        return false;
    }
    if (diagnostic.source && !*diagnostic.source) {
        diagnostic.source = outputs_last_path(&delivery->outputs);
    }
    report_diagnostic(&diagnostic, &delivery->report);
    return true;
}

/* Bytes of an output; what cannot be kept fails the delivery, not the worker. */
static bool
take_bytes(struct delivery *delivery, const struct frame *frame)
{
    if (delivery->outputs.count == 0) {
        return delivery->status != ANF_OK;
    }
    if (delivery->status == ANF_OK &&
        anf_sink_write(outputs_last(&delivery->outputs), frame->payload, frame->length) != ANF_OK) {
        delivery->status = report_memory(&delivery->report);
    }
    return true;
}

static bool
take_status(struct delivery *delivery, const struct frame *frame)
{
    int status;
    if (!frame_read_status(frame, &status)) {
        return false;
    }
    delivery->complete = true;
    delivery->status = delivery->status == ANF_OK ? status : delivery->status;
    return true;
}

bool
delivery_take(struct delivery *delivery, const struct frame *frame)
{
    delivery->received += frame->length;
    if (delivery->complete || delivery->received > delivery->conversion->options->output_bytes) {
        return false;
    }
    switch (frame->kind) {
    case frame_diagnostic:
        return take_diagnostic(delivery, frame);
    case frame_output:
        if (delivery->status == ANF_OK) {
            delivery->status = outputs_open(&delivery->outputs);
        }
        return true;
    case frame_bytes:
        return take_bytes(delivery, frame);
    case frame_done:
        return take_status(delivery, frame);
    default:
        return false;
    }
}

bool
delivery_complete(const struct delivery *delivery)
{
    return delivery->complete;
}

void
delivery_lose(struct delivery *delivery, uint32_t code, const char *reason)
{
    delivery->status = ANF_ERR_PLUGIN;
    if (delivery->report.errors > 0) {
        return;
    }
    report_error(&delivery->report, code, delivery->input->path, "%s", reason);
}

/* --- the end --- */

bool
delivery_finish(struct delivery *delivery, char **ret_text, size_t *ret_length)
{
    int status = delivery->status;
    if (status == ANF_OK) {
        status = outputs_commit(&delivery->outputs);
    }
    if (status != ANF_OK && delivery->report.errors == 0) {
        report_error(&delivery->report, 0, delivery->input->path, "not converted: %s",
                     anf_strerror(status));
    }
    outputs_clear(&delivery->outputs);
    bool whole = !delivery->memory || fclose(delivery->memory) == 0;
    *ret_text = delivery->memory ? delivery->text : NULL;
    *ret_length = delivery->text_length;
    if (!whole) {
        fputs("anfrage: out of memory for messages\n", stderr);
    }
    free(delivery);
    return status == ANF_OK && whole;
}
