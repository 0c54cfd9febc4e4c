/* frames.c: what a worker tells the program that started it. */
#include "frames.h"

#include <assert.h>
#include <errno.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/uio.h>

/* In the byte order of the machine: both ends run on it. */
struct header {
    uint32_t kind;
    uint32_t length;
};

/* Of a diagnostic: this, then four texts, each with its zero byte. */
struct fixed_part {
    int32_t severity;
    uint32_t code;
    uint32_t line;
    uint32_t column;
    uint32_t lengths[4]; /* with the zero byte; 0: NULL */
};

enum { text_room = 12 << 10 };

static_assert(sizeof(struct fixed_part) + (size_t)4 * text_room <= frame_room,
              "a diagnostic fits into a frame");

/* --- the worker's side --- */

bool
frame_send(int socket, enum frame_kind kind, const void *payload, size_t length)
{
    struct header header = {(uint32_t)kind, (uint32_t)length};
    struct iovec parts[] = {
        {&header, sizeof header},
        {(void *)(uintptr_t)payload, length},
    };
    struct msghdr message = {.msg_iov = parts, .msg_iovlen = 2};
    while (parts[0].iov_len + parts[1].iov_len > 0) {
        ssize_t sent = sendmsg(socket, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno != EINTR) {
            return false;
        }
        for (int i = 0; i < 2 && sent > 0; i++) {
            size_t taken = (size_t)sent < parts[i].iov_len ? (size_t)sent : parts[i].iov_len;
            parts[i].iov_base = (char *)parts[i].iov_base + taken;
            parts[i].iov_len -= taken;
            sent -= (ssize_t)taken;
        }
    }
    return true;
}

/* Append a text; its length with the zero byte. */
static uint32_t
add_text(unsigned char *payload, size_t *length, const char *text)
{
    if (!text) {
        return 0;
    }
    size_t taken = strnlen(text, text_room - 1);
    memcpy(payload + *length, text, taken);
    payload[*length + taken] = '\0';
    *length += taken + 1;
    return (uint32_t)taken + 1;
}

bool
frame_send_diagnostic(int socket, const struct anf_diagnostic *diagnostic)
{
    unsigned char payload[frame_room];
    size_t length = sizeof(struct fixed_part);
    struct fixed_part fixed = {
        .severity = diagnostic->severity,
        .code = diagnostic->code,
        .line = diagnostic->line,
        .column = diagnostic->column,
    };
    fixed.lengths[0] = add_text(payload, &length, diagnostic->source);
    fixed.lengths[1] = add_text(payload, &length, diagnostic->member);
    fixed.lengths[2] = add_text(payload, &length, diagnostic->plugin);
    fixed.lengths[3] = add_text(payload, &length, diagnostic->message);
    memcpy(payload, &fixed, sizeof fixed);
    return frame_send(socket, frame_diagnostic, payload, length);
}

/* --- the other side --- */

ssize_t
frame_receive(struct frame_reader *reader, int socket)
{
    memmove(reader->data, reader->data + reader->start, reader->end - reader->start);
    reader->end -= reader->start;
    reader->start = 0;
    ssize_t got;
    do {
        got = recv(socket, reader->data + reader->end, sizeof reader->data - reader->end, 0);
    } while (got < 0 && errno == EINTR);
    reader->end += got > 0 ? (size_t)got : 0;
    return got;
}

enum frame_next_result
frame_next(struct frame_reader *reader, struct frame *ret_frame)
{
    struct header header;
    size_t there = reader->end - reader->start;
    if (there < sizeof header) {
        return frame_incomplete;
    }
    memcpy(&header, reader->data + reader->start, sizeof header);
    if (header.length > frame_room) {
        return frame_senseless;
    }
    if (there - sizeof header < header.length) {
        return frame_incomplete;
    }
    *ret_frame = (struct frame){
        header.kind,
        header.length,
        reader->data + reader->start + sizeof header,
    };
    reader->start += sizeof header + header.length;
    return frame_complete;
}

/* The next text of a diagnostic; false: it does not end where it says. */
static bool
read_text(const struct frame *frame, size_t *at, uint32_t length, const char **ret_text)
{
    *ret_text = NULL;
    if (length == 0) {
        return true;
    }
    if (length > frame->length - *at || frame->payload[*at + length - 1] != '\0') {
        return false;
    }
    *ret_text = (const char *)frame->payload + *at;
    *at += length;
    return true;
}

bool
frame_read_diagnostic(const struct frame *frame, struct anf_diagnostic *ret_diagnostic)
{
    struct fixed_part fixed;
    size_t at = sizeof fixed;
    if (frame->length < sizeof fixed) {
        return false;
    }
    memcpy(&fixed, frame->payload, sizeof fixed);
    *ret_diagnostic = (struct anf_diagnostic){
        .size = sizeof *ret_diagnostic,
        .severity = fixed.severity,
        .code = fixed.code,
        .line = fixed.line,
        .column = fixed.column,
    };
    return read_text(frame, &at, fixed.lengths[0], &ret_diagnostic->source) &&
           read_text(frame, &at, fixed.lengths[1], &ret_diagnostic->member) &&
           read_text(frame, &at, fixed.lengths[2], &ret_diagnostic->plugin) &&
           read_text(frame, &at, fixed.lengths[3], &ret_diagnostic->message) &&
           ret_diagnostic->message;
}

bool
frame_read_status(const struct frame *frame, int *ret_status)
{
    int32_t status;
    if (frame->length != sizeof status) {
        return false;
    }
    memcpy(&status, frame->payload, sizeof status);
    *ret_status = status;
    return true;
}
