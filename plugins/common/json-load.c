/* json-load.c: parsing JSON with jansson so that neither its size nor a lack of memory surprises.
 *
 * Where the buffer in which jansson's lexer saves a token cannot grow, the lexer goes on without a
 * part of the token (2.14, load.c, lex_save()): the value lacks some of its text, or the end of the
 * string is looked for behind the buffer. malloc() leaves ENOMEM in errno, but that shows too late.
 * So the buffer is made to grow before: jansson parses an array of a string as long as the longest
 * token, and of what is wanted. That string is handed over byte by byte, so that it ends where
 * memory ends; after it the buffer is large enough for all. */
#include "json-load.h"

#include <errno.h>
#include <string.h>

/* --- measuring --- */

static void
measure_token(struct anf__json_extent *extent, size_t *start, size_t end)
{
    if (end - *start > extent->longest)
        extent->longest = end - *start;
    *start = end + 1;
}

/* Behind the string whose first byte is at start. */
static size_t
end_of_string(const char *data, size_t len, size_t start)
{
    size_t at = start;
    while (at < len && data[at] != '"')
        at += data[at] == '\\' ? 2 : 1;
    return at < len ? at : len;
}

struct anf__json_extent
anf__json_measure(const char *data, size_t len)
{
    struct anf__json_extent extent = {.length = len};
    size_t depth = 0, token = 0;
    for (size_t i = 0; i < len && !extent.has_end; i++) {
        if (!data[i] || !strchr("\"{}[]:, \t\r\n", data[i]))
            continue;
        measure_token(&extent, &token, i);
        if (data[i] == '"') {
            i = end_of_string(data, len, i + 1);
            measure_token(&extent, &token, i);
        } else if (data[i] == '{' || data[i] == '[') {
            extent.containers++;
            depth++;
        } else if ((data[i] == '}' || data[i] == ']') && depth && --depth == 0) {
            extent.has_end = 1;
            extent.length = i + 1;
        }
    }
    return extent;
}

/* --- parsing --- */

struct input {
    const char *data;
    size_t left;
    size_t filler; /* of the string before it */
    size_t given;  /* of what stands around */
    int has_end;
    int memory_failed;
};

static const char before[] = "[\"", behind_filler[] = "\",\n", after[] = "]";
enum { BEFORE = sizeof before - 1, BEHIND_FILLER = sizeof behind_filler - 1 };

/* One byte of what stands before; 0: that was all. */
static int
byte_before(struct input *input, char *ret_byte)
{
    size_t at = input->given;
    if (at < BEFORE)
        *ret_byte = before[at];
    else if (at < BEFORE + input->filler)
        *ret_byte = 'x';
    else if (at < BEFORE + input->filler + BEHIND_FILLER)
        *ret_byte = behind_filler[at - BEFORE - input->filler];
    else
        return 0;
    input->given++;
    return 1;
}

static size_t
next_bytes(void *buffer, size_t len, void *user)
{
    struct input *input = user;
    input->memory_failed |= errno == ENOMEM;
    if (input->memory_failed)
        return 0;
    if (byte_before(input, buffer))
        return 1;
    size_t count = input->left < len ? input->left : len;
    if (count) {
        memcpy(buffer, input->data, count);
    } else if (input->has_end) {
        *(char *)buffer = after[0];
        input->has_end = 0;
        return 1;
    }
    input->data += count;
    input->left -= count;
    return count;
}

/* The buffer's size is a power of two, and its last byte is kept for the end: the filler's closing
 * quotation mark must not be what makes it grow. */
static size_t
filler_for(size_t longest)
{
    size_t token = longest + 2;
    return token & (token - 1) ? longest : longest + 1;
}

/* The wanted value out of the array. */
static json_t *
take(json_t *array)
{
    json_t *value = json_array_size(array) == 2 ? json_incref(json_array_get(array, 1)) : NULL;
    json_decref(array);
    return value;
}

json_t *
anf__json_load(const char *data, const struct anf__json_extent *extent, size_t flags,
               json_error_t *ret_error)
{
    struct input input = {.data = data,
                          .left = extent->length,
                          .filler = filler_for(extent->longest),
                          .has_end = extent->has_end};
    int errno_before = errno; /* which may tell whoever called of its own memory */
    errno = 0;
    json_t *array = json_load_callback(next_bytes, &input, flags, ret_error);
    input.memory_failed |= errno == ENOMEM;
    errno = errno_before;
    if (!input.memory_failed)
        return take(array);
    json_decref(array);
    ret_error->text[sizeof ret_error->text - 1] = (char)json_error_out_of_memory;
    return NULL;
}
