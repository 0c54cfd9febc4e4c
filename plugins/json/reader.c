/* reader.c: what the reader of JSON says of what it found, and the strings that it decodes. */
#include "reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PATH_SIZE = 512, PIECE_SIZE = 64, MESSAGE_SIZE = 256 };

/* --- where --- */

void
anf__json_advance(const struct anf__json_reader *reader, struct anf__json_place *place,
                  size_t offset)
{
    const char *at = reader->data + place->offset;
    const char *end = reader->data + offset;
    while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        at++;
        place->line++;
        place->line_start = (size_t)(at - reader->data);
    }
    place->offset = offset;
}

uint32_t
anf__json_column(const struct anf__json_reader *reader, const struct anf__json_place *place)
{
    uint32_t characters = 1;
    for (size_t i = place->line_start; i < place->offset; i++)
        if (((unsigned char)reader->data[i] & 0xC0) != 0x80)
            characters++;
    return characters;
}

/* Find the line of a value. Most reports come in the order of the text, so the last one's place
 * is a good start. */
static const struct anf__json_place *
locate(struct anf__json_reader *reader, uint32_t value)
{
    size_t offset = reader->start.offset + reader->index.values[value].start;
    if (reader->last.offset > offset || reader->last.offset < reader->start.offset)
        reader->last = reader->start;
    anf__json_advance(reader, &reader->last, offset);
    return &reader->last;
}

/* One step of a path; the object itself, when it is in no array, has no text. */
static int
piece_text(const struct anf__json_path *path, char piece[static PIECE_SIZE])
{
    const struct anf__json_path *up = path->up;
    int dot = up && (up->up || up->index != ANF__JSON_NO_INDEX);
    if (path->key)
        return snprintf(piece, PIECE_SIZE, "%s%s", dot ? "." : "", path->key);
    if (path->index != ANF__JSON_NO_INDEX)
        return snprintf(piece, PIECE_SIZE, "[%zu]", path->index);
    return 0;
}

/* Written from its end, so that of a path that is too long the last steps remain. */
static const char *
path_text(const struct anf__json_path *path, char buffer[static PATH_SIZE])
{
    char *at = buffer + PATH_SIZE - 1;
    *at = '\0';
    for (; path; path = path->up) {
        char piece[PIECE_SIZE];
        int length = piece_text(path, piece);
        if (length >= at - buffer)
            break;
        at -= length;
        memcpy(at, piece, (size_t)length);
    }
    return at;
}

/* --- what --- */

static void
report(struct anf__json_reader *reader, uint32_t code, const struct anf__json_path *path,
       const char *message)
{
    char buffer[PATH_SIZE];
    const char *steps = path_text(path, buffer);
    const struct anf__json_place *place = locate(reader, path->value);
    anf_call_report(reader->call, ANF_SEVERITY_ERROR, code, NULL, place->line,
                    anf__json_column(reader, place), "%s%s%s", steps, *steps ? ": " : "", message);
}

int
anf__json_bad(struct anf__json_reader *reader, const struct anf__json_path *path, int status,
              const char *fmt, ...)
{
    char message[MESSAGE_SIZE];
    va_list args;
    va_start(args, fmt);
    vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    report(reader, ANF_CODE_JSON_BAD_VALUE, path, message);
    return status;
}

int
anf__json_refused(struct anf__json_reader *reader, const struct anf__json_path *path, int status)
{
    uint64_t most = anf_call_limit(reader->call, ANF_LIMIT_NODES);
    switch (status) {
    case ANF_ERR_NOMEM: /* the library says it */
        return status;
    case ANF_ERR_LIMIT:
        if (anf_inquiry_node_count(reader->inquiry) >= most)
            report(reader, ANF_CODE_TOO_MANY_NODES, path, "more nodes than the limit allows");
        else
            report(reader, ANF_CODE_TOO_DEEP, path, "nested deeper than the limit allows");
        return status;
    case ANF_ERR_SYNTAX:
        return anf__json_bad(reader, path, status, "holds a character that has no place here");
    default:
        return anf__json_bad(reader, path, ANF_ERR_MODEL, "this value is not allowed here");
    }
}

int
anf__json_expect(struct anf__json_reader *reader, const struct anf__json_path *path,
                 enum anf__json_type type)
{
    static const char *const names[] = {
        [ANF__JSON_OBJECT] = "an object",    [ANF__JSON_ARRAY] = "an array",
        [ANF__JSON_STRING] = "a string",     [ANF__JSON_INTEGER] = "a number",
        [ANF__JSON_FRACTION] = "a fraction", [ANF__JSON_TRUE] = "true",
        [ANF__JSON_FALSE] = "false",         [ANF__JSON_NULL] = "null",
    };
    enum anf__json_type found = anf__json_type(&reader->index, path->value);
    if (found == type || (type == ANF__JSON_TRUE && found == ANF__JSON_FALSE))
        return ANF_OK;
    const char *expected = type == ANF__JSON_TRUE      ? "true or false"
                           : type == ANF__JSON_INTEGER ? "a whole number"
                                                       : names[type];
    return anf__json_bad(reader, path, ANF_ERR_SYNTAX, "expected %s, found %s", expected,
                         names[found]);
}

/* --- strings and numbers --- */

int
anf__json_make_room(struct anf__json_reader *reader, uint32_t value)
{
    size_t room = anf__json_room(&reader->index, value);
    reader->text_length = 0;
    if (room <= reader->text_capacity)
        return ANF_OK;
    char *text = malloc(room);
    if (!text)
        return ANF_ERR_NOMEM;
    free(reader->text);
    reader->text = text;
    reader->text_capacity = room;
    return ANF_OK;
}

const char *
anf__json_text(struct anf__json_reader *reader, uint32_t string, size_t *ret_len)
{
    char *text = reader->text + reader->text_length;
    size_t length = anf__json_decode(&reader->index, string, text,
                                     reader->text_capacity - reader->text_length);
    reader->text_length += length + 1;
    if (ret_len)
        *ret_len = length;
    return text;
}

const char *
anf__json_number(const struct anf__json_reader *reader, uint32_t number,
                 char digits[static ANF__JSON_KEY_SIZE])
{
    size_t length;
    const char *start = anf__json_digits(&reader->index, number, &length);
    if (length >= ANF__JSON_KEY_SIZE)
        length = ANF__JSON_KEY_SIZE - 1;
    memcpy(digits, start, length);
    digits[length] = '\0';
    return digits;
}

/* --- keys --- */

static void
report_unknown(struct anf__json_reader *reader, const char *what, uint32_t value,
               const char key[static ANF__JSON_KEY_SIZE])
{
    for (size_t i = 0; i < reader->unknown_count; i++)
        if (strcmp(reader->unknown[i], key) == 0)
            return;
    if (reader->unknown_count == ANF__JSON_UNKNOWN_MOST)
        return;
    memcpy(reader->unknown[reader->unknown_count++], key, ANF__JSON_KEY_SIZE);
    const struct anf__json_place *place = locate(reader, value);
    anf_call_report(
        reader->call, ANF_SEVERITY_WARNING, ANF_CODE_JSON_UNKNOWN_KEY, NULL, place->line,
        anf__json_column(reader, place), "unknown key \"%s\" in %s is left out%s", key, what,
        reader->unknown_count == ANF__JSON_UNKNOWN_MOST ? ", and so are all further unknown keys"
                                                        : "");
}

int
anf__json_sort_keys(struct anf__json_reader *reader, const struct anf__json_path *path,
                    const char *what, anf__json_find_fn *find, const void *table, uint32_t *slots,
                    size_t count)
{
    const struct anf__json_value *values = reader->index.values;
    uint64_t seen = 0;
    memset(slots, 0, count * sizeof *slots);
    for (uint32_t i = path->value + 1; i < values[path->value].next; i = values[i + 1].next) {
        char key[ANF__JSON_KEY_SIZE];
        anf__json_decode(&reader->index, i, key, sizeof key);
        int slot = find(table, key);
        if (slot < 0) {
            report_unknown(reader, what, i, key);
            continue;
        }
        struct anf__json_path step = {path, key, 0, i};
        if (seen >> slot & 1)
            return anf__json_bad(reader, &step, ANF_ERR_SYNTAX, "this key stands here twice");
        seen |= UINT64_C(1) << slot;
        if (anf__json_type(&reader->index, i + 1) != ANF__JSON_NULL)
            slots[slot] = i + 1;
    }
    return ANF_OK;
}
