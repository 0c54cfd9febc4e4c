/* index.h: JSON (RFC 8259) as a flat list of its values, in the order of the text.
 *
 * The index holds where each value begins and which one follows it, eight bytes each; strings and
 * numbers are decoded when asked for. So a text costs no more than a few times its size, whatever
 * it holds, nesting costs no stack, and every value knows its line and column.
 *
 * jansson would build a tree; but its lexer (2.14, load.c) takes no notice when it cannot grow the
 * buffer of a token, and then reads and writes beyond it. */
#ifndef ANF_JSON_INDEX_H
#define ANF_JSON_INDEX_H

#include <stddef.h>
#include <stdint.h>

enum anf__json_type {
    ANF__JSON_OBJECT,
    ANF__JSON_ARRAY,
    ANF__JSON_STRING,
    ANF__JSON_INTEGER,
    ANF__JSON_FRACTION,
    ANF__JSON_TRUE,
    ANF__JSON_FALSE,
    ANF__JSON_NULL
};

struct anf__json_value {
    uint32_t start; /* offset of its first byte from the first byte of the indexed value */
    uint32_t next;  /* index of the value behind it and all within it */
};

struct anf__json_index {
    const char *text;               /* the first byte of the indexed value */
    size_t length;                  /* of it */
    struct anf__json_value *values; /* the first one is the whole; a key comes before its value */
    uint32_t count;
    uint32_t capacity;
};

/* Index the one value that text begins with. ret_end: the offset behind it, or, on failure, of
 * what is wrong. ANF_OK, ANF_ERR_NOMEM, ANF_ERR_LIMIT (4 GiB), or ANF_ERR_SYNTAX, with what is
 * wrong in ret_fault. An index may be used again. */
int anf__json_index(struct anf__json_index *index, const char *text, size_t len, size_t *ret_end,
                    const char **ret_fault);
void anf__json_index_clear(struct anf__json_index *index); /* frees */

enum anf__json_type anf__json_type(const struct anf__json_index *index, uint32_t value);

/* The first value in an object (a key) or array, and where its values end:
 *
 *     for (uint32_t i = array + 1; i < index->values[array].next; i = index->values[i].next)
 *     for (uint32_t i = object + 1; i < index->values[object].next; i = index->values[i + 1].next)
 */

/* At least as many bytes as all strings in the value need, with a zero byte each. */
size_t anf__json_room(const struct anf__json_index *index, uint32_t value);
/* Decode a string into at most size bytes, the last of them zero; how many it would take, without
 * the zero byte. What does not fit is left off, in whole characters. */
size_t anf__json_decode(const struct anf__json_index *index, uint32_t string, char *buffer,
                        size_t size);
/* A number without fraction and exponent as its digits, which are not terminated. */
const char *anf__json_digits(const struct anf__json_index *index, uint32_t number, size_t *ret_len);

#endif
