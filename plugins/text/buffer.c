/* buffer.c: text that grows, and how wide text is. */
#include "buffer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

enum { FIRST_CAPACITY = 512 };

/* Room for len more bytes? */
static int
reserve(struct anf__plain_buffer *buffer, size_t len)
{
    if (buffer->failed || len > SIZE_MAX / 2 - buffer->length) {
        buffer->failed = 1;
        return 0;
    }
    size_t capacity = buffer->capacity ? buffer->capacity : FIRST_CAPACITY;
    while (capacity < buffer->length + len)
        capacity *= 2;
    if (capacity == buffer->capacity)
        return 1;
    char *grown = realloc(buffer->data, capacity);
    if (!grown) {
        buffer->failed = 1;
        return 0;
    }
    buffer->data = grown;
    buffer->capacity = capacity;
    return 1;
}

void
anf__plain_add(struct anf__plain_buffer *buffer, const char *text, size_t len)
{
    if (!len || !reserve(buffer, len))
        return;
    memcpy(buffer->data + buffer->length, text, len);
    buffer->length += len;
}

void
anf__plain_puts(struct anf__plain_buffer *buffer, const char *text)
{
    anf__plain_add(buffer, text, strlen(text));
}

void
anf__plain_fill(struct anf__plain_buffer *buffer, char byte, size_t count)
{
    if (!count || !reserve(buffer, count))
        return;
    memset(buffer->data + buffer->length, byte, count);
    buffer->length += count;
}

void
anf__plain_clear(struct anf__plain_buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct anf__plain_buffer){0};
}

size_t
anf__plain_width(const char *text, size_t len)
{
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    size_t columns = 0;
    while (len) {
        utf8proc_int32_t character;
        utf8proc_ssize_t step = utf8proc_iterate(at, (utf8proc_ssize_t)len, &character);
        if (step <= 0) /* the model holds valid UTF-8 only */
            break;
        int width = utf8proc_charwidth(character);
        columns += width > 0 ? (size_t)width : 0;
        at += step;
        len -= (size_t)step;
    }
    return columns;
}
