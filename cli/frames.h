/* frames.h: what a worker tells the program that started it, as frames on a stream socket. The
 * receiver believes nothing: a worker may have been taken over by the document that it reads. */
#ifndef CLI_FRAMES_H
#define CLI_FRAMES_H

#include <anfrage/anfrage.h>

#include <stdbool.h>
#include <sys/types.h>

enum frame_kind {
    frame_diagnostic = 1,
    frame_output, /* one more output begins; no payload */
    frame_bytes,  /* of the last output */
    frame_done    /* the payload is the status of the conversion, an int32_t */
};

enum { frame_room = 64 << 10 /* bytes of one payload */ };

/* --- the worker's side --- */

/* A failure means that nobody listens any more; errno tells. */
bool frame_send(int socket, enum frame_kind kind, const void *payload, size_t length);
/* Texts too long for a frame are cut. An empty source is the output in hand, of whose name the
 * worker does not know. */
bool frame_send_diagnostic(int socket, const struct anf_diagnostic *diagnostic);

/* --- the other side --- */

struct frame {
    uint32_t kind;
    uint32_t length;
    const unsigned char *payload; /* lives until the next frame_receive */
};

struct frame_reader {
    unsigned char data[2 * frame_room];
    size_t start;
    size_t end;
};

/* Take what has arrived: how many bytes, 0 at the end, negative (errno) on failure. Every complete
 * frame was taken with frame_next before. */
ssize_t frame_receive(struct frame_reader *reader, int socket);
enum frame_next_result { frame_incomplete, frame_complete, frame_senseless };
enum frame_next_result frame_next(struct frame_reader *reader, struct frame *ret_frame);

/* The texts live in the payload. false: it makes no sense. */
bool frame_read_diagnostic(const struct frame *frame, struct anf_diagnostic *ret_diagnostic);
bool frame_read_status(const struct frame *frame, int *ret_status);

#endif
