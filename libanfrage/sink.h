/* sink.h: where the bytes of one output go. */
#ifndef ANF_SINK_H
#define ANF_SINK_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "buffer.h"
#include "reference.h"

#include <anfrage/plugin.h>

struct anf_sink {
    atomic_uint references;
    char *name; /* path or the caller's name; NULL: none */
    int is_path;
    int committed;
    anf_write_fn *fn; /* NULL: the bytes gather in the buffer */
    void *user;
    struct anf__buffer buffer;
    int failed;        /* status of the first failure of fn; it is not called again */
    int error;         /* errno of that failure */
    int holds_inquiry; /* anf_write has appended one */
};

/* Take back what was gathered after the first length bytes. */
void anf__sink_cut(struct anf_sink *sink, size_t length);

/* Replace the file at path, or make it: whole or not at all. What is no regular file (a device, a
 * FIFO) is written as it is. 0, or the errno of the failure. */
int anf__write_file(const char *path, const void *data, size_t len);

#endif
