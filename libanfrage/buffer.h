/* buffer.h: a growing run of bytes, always with a zero byte behind the last. */
#ifndef ANF_BUFFER_H
#define ANF_BUFFER_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <anfrage/base.h>

struct anf__buffer {
    char *data; /* NULL while nothing was ever added */
    size_t length;
    size_t capacity;
};

/* ANF_OK or ANF_ERR_NOMEM; the buffer is as it was then. */
ANF_CHECKED int anf__buffer_add(struct anf__buffer *buffer, const void *data, size_t len);
/* Room for len more bytes and the zero byte. */
ANF_CHECKED int anf__buffer_reserve(struct anf__buffer *buffer, size_t len);
void anf__buffer_clear(struct anf__buffer *buffer); /* frees */

#endif
