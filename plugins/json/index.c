/* index.c: JSON as a flat list of its values. lexer.c knows strings, numbers and words. */
#include "index.h"

#include "lexer.h"

#include <anfrage/base.h>

#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 256 };

static const uint32_t NONE = UINT32_MAX;

struct scan {
    struct anf__json_index *index;
    const char *at;
    const char *end;
    const char *fault;
    uint32_t open; /* the innermost open object or array; its next holds the one around it */
};

static int
fault(struct scan *scan, const char *what)
{
    scan->fault = what;
    return ANF_ERR_SYNTAX;
}

static void
skip_space(struct scan *scan)
{
    while (scan->at < scan->end && anf__json_is_space(*scan->at))
        scan->at++;
}

/* The byte at the cursor; 0, which no JSON has, at the end. */
static char
here(const struct scan *scan)
{
    return scan->at < scan->end ? *scan->at : '\0';
}

static int
add_value(struct scan *scan)
{
    struct anf__json_index *index = scan->index;
    size_t start = (size_t)(scan->at - index->text);
    if (start >= UINT32_MAX || index->count >= NONE - 1)
        return ANF_ERR_LIMIT;
    if (index->count == index->capacity) {
        size_t capacity = index->capacity ? (size_t)index->capacity * 2 : FIRST_CAPACITY;
        struct anf__json_value *grown = capacity < NONE
                                            ? realloc(index->values, capacity * sizeof *grown)
                                            : NULL;
        if (!grown)
            return ANF_ERR_NOMEM;
        index->values = grown;
        index->capacity = (uint32_t)capacity;
    }
    struct anf__json_value *value = &index->values[index->count++];
    *value = (struct anf__json_value){(uint32_t)start, index->count};
    return ANF_OK;
}

static int
scan_token(struct scan *scan)
{
    int status = add_value(scan);
    if (status != ANF_OK)
        return status;
    const char *what = anf__json_lex(&scan->at, scan->end);
    return what ? fault(scan, what) : ANF_OK;
}

/* A key and its colon. */
static int
scan_key(struct scan *scan)
{
    skip_space(scan);
    if (here(scan) != '"')
        return fault(scan, scan->at < scan->end ? "expected a key" : "the input ends in an object");
    int status = scan_token(scan);
    if (status != ANF_OK)
        return status;
    skip_space(scan);
    if (here(scan) != ':')
        return fault(scan, "expected ':'");
    scan->at++;
    return ANF_OK;
}

static int
is_object(const struct scan *scan, uint32_t value)
{
    return scan->index->text[scan->index->values[value].start] == '{';
}

static void
close_container(struct scan *scan)
{
    struct anf__json_value *value = &scan->index->values[scan->open];
    scan->open = value->next;
    value->next = scan->index->count;
    scan->at++;
}

/* Behind a value: what closes here, and whether another value comes. */
static int
scan_behind(struct scan *scan)
{
    while (scan->open != NONE) {
        int object = is_object(scan, scan->open);
        skip_space(scan);
        if (here(scan) == ',') {
            scan->at++;
            return object ? scan_key(scan) : ANF_OK;
        }
        if (scan->at == scan->end)
            return fault(scan,
                         object ? "the input ends in an object" : "the input ends in an array");
        if (here(scan) != (object ? '}' : ']'))
            return fault(scan, object ? "expected ',' or '}'" : "expected ',' or ']'");
        close_container(scan);
    }
    return ANF_OK;
}

/* A value, or the beginning of one that holds others. */
static int
scan_value(struct scan *scan)
{
    skip_space(scan);
    char first = here(scan);
    if (first != '{' && first != '[') {
        int status = scan_token(scan);
        return status == ANF_OK ? scan_behind(scan) : status;
    }
    int status = add_value(scan);
    if (status != ANF_OK)
        return status;
    uint32_t opened = scan->index->count - 1;
    scan->index->values[opened].next = scan->open;
    scan->open = opened;
    scan->at++;
    skip_space(scan);
    if (here(scan) == (first == '{' ? '}' : ']')) {
        close_container(scan);
        return scan_behind(scan);
    }
    return first == '{' ? scan_key(scan) : ANF_OK;
}

int
anf__json_index(struct anf__json_index *index, const char *text, size_t len, size_t *ret_end,
                const char **ret_fault)
{
    struct scan scan = {.index = index, .at = text, .end = text + len, .open = NONE};
    index->text = text;
    index->length = len;
    index->count = 0;
    int status;
    do
        status = scan_value(&scan);
    while (status == ANF_OK && scan.open != NONE);
    index->length = *ret_end = (size_t)(scan.at - text);
    if (status == ANF_ERR_SYNTAX)
        *ret_fault = scan.fault;
    return status;
}

void
anf__json_index_clear(struct anf__json_index *index)
{
    free(index->values);
    *index = (struct anf__json_index){0};
}

enum anf__json_type
anf__json_type(const struct anf__json_index *index, uint32_t value)
{
    size_t length;
    switch (index->text[index->values[value].start]) {
    case '{':
        return ANF__JSON_OBJECT;
    case '[':
        return ANF__JSON_ARRAY;
    case '"':
        return ANF__JSON_STRING;
    case 't':
        return ANF__JSON_TRUE;
    case 'f':
        return ANF__JSON_FALSE;
    case 'n':
        return ANF__JSON_NULL;
    default:
        return anf__json_digits(index, value, &length) ? ANF__JSON_INTEGER : ANF__JSON_FRACTION;
    }
}

/* Each string has two quotation marks for its zero byte, and no escape is shorter than what it
 * stands for. */
size_t
anf__json_room(const struct anf__json_index *index, uint32_t value)
{
    uint32_t next = index->values[value].next;
    size_t end = next < index->count ? index->values[next].start : index->length;
    return end - index->values[value].start;
}

/* Up to the next escape or the end of the string. */
static size_t
plain_length(const char *at)
{
    const char *end = at;
    while (*end != '"' && *end != '\\')
        end++;
    return (size_t)(end - at);
}

/* Bytes of text that fit, in whole characters. */
static size_t
fitting(const char *text, size_t len, size_t room)
{
    if (len <= room)
        return len;
    while (room && ((unsigned char)text[room] & 0xC0) == 0x80)
        room--;
    return room;
}

size_t
anf__json_decode(const struct anf__json_index *index, uint32_t string, char *buffer, size_t size)
{
    const char *at = index->text + index->values[string].start + 1;
    size_t length = 0, kept = 0;
    while (*at != '"') {
        char bytes[ANF__JSON_CHARACTER];
        const char *piece = at;
        size_t count = plain_length(at);
        if (count) {
            at += count;
        } else {
            count = anf__json_decode_escape(&at, bytes);
            piece = bytes;
        }
        if (kept == length) {
            size_t fits = fitting(piece, count, size - 1 - kept);
            memcpy(buffer + kept, piece, fits);
            kept += fits;
        }
        length += count;
    }
    buffer[kept] = '\0';
    return length;
}

const char *
anf__json_digits(const struct anf__json_index *index, uint32_t number, size_t *ret_len)
{
    const char *start = index->text + index->values[number].start;
    const char *end = index->text + index->length;
    const char *at = start + (*start == '-');
    while (at < end && *at >= '0' && *at <= '9')
        at++;
    if (at < end && (*at == '.' || *at == 'e' || *at == 'E'))
        return NULL;
    *ret_len = (size_t)(at - start);
    return start;
}
