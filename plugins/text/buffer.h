/* buffer.h: text that grows. The first failure to grow is remembered, and everything after it
 * does nothing: ask once, at the end. */
#ifndef ANF_TEXT_BUFFER_H
#define ANF_TEXT_BUFFER_H

#include <stddef.h>

struct anf__plain_buffer {
    char *data; /* not terminated; NULL while empty */
    size_t length;
    size_t capacity;
    int failed;
};

void anf__plain_add(struct anf__plain_buffer *buffer, const char *text, size_t len);
void anf__plain_puts(struct anf__plain_buffer *buffer, const char *text);
void anf__plain_fill(struct anf__plain_buffer *buffer, char byte, size_t count);
void anf__plain_clear(struct anf__plain_buffer *buffer); /* frees */

/* Columns that the text takes on a terminal: wide characters two, combining ones none. */
size_t anf__plain_width(const char *text, size_t len);

#endif
