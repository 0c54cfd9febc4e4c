/* buffer.c: a growing run of bytes. */
#include "buffer.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 256 };

int
anf__buffer_reserve(struct anf__buffer *buffer, size_t len)
{
    if (len >= SIZE_MAX / 2 - buffer->length)
        return ANF_ERR_NOMEM;
    size_t wanted = buffer->length + len + 1;
    if (wanted <= buffer->capacity)
        return ANF_OK;
    size_t capacity = buffer->capacity ? buffer->capacity : FIRST_CAPACITY;
    while (capacity < wanted)
        capacity *= 2;
    char *grown = realloc(buffer->data, capacity);
    if (!grown)
        return ANF_ERR_NOMEM;
    buffer->data = grown;
    buffer->capacity = capacity;
    return ANF_OK;
}

int
anf__buffer_add(struct anf__buffer *buffer, const void *data, size_t len)
{
    int status = anf__buffer_reserve(buffer, len);
    if (status != ANF_OK)
        return status;
    if (len)
        memcpy(buffer->data + buffer->length, data, len);
    buffer->length += len;
    buffer->data[buffer->length] = '\0';
    return ANF_OK;
}

void
anf__buffer_clear(struct anf__buffer *buffer)
{
    free(buffer->data);
    *buffer = (struct anf__buffer){0};
}
