/* reader.c: what the reader says of what it found. */
#include "reader.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum {
    PATH_SIZE = 512,
    PIECE_SIZE = 64,
    MESSAGE_SIZE = 256,
    UNKNOWN_KEYS_MOST = 100 /* a hostile file has no end of them */
};

/* Written from its end, so that of a path that is too long the last steps remain. */
static const char *
path_text(const struct anf__json_path *path, char *buffer, size_t size)
{
    char *at = buffer + size - 1;
    *at = '\0';
    for (; path; path = path->up) {
        char piece[PIECE_SIZE];
        int length;
        if (path->key)
            length = snprintf(piece, sizeof piece, "%s%s", path->up ? "." : "", path->key);
        else
            length = snprintf(piece, sizeof piece, "[%zu]", path->index);
        if (length >= at - buffer)
            break;
        at -= length;
        memcpy(at, piece, (size_t)length);
    }
    return at;
}

static void
report(struct anf__json_reader *reader, uint32_t code, const struct anf__json_path *path,
       const char *message)
{
    char buffer[PATH_SIZE];
    anf_call_report(reader->call, ANF_SEVERITY_ERROR, code, NULL, reader->line, 0, "%s%s%s",
                    path_text(path, buffer, sizeof buffer), path ? ": " : "", message);
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
            report(reader, ANF_CODE_TOO_MANY_NODES, path, "more nodes than the limit nodes");
        else
            report(reader, ANF_CODE_TOO_DEEP, path, "nested deeper than the limit depth");
        return status;
    case ANF_ERR_SYNTAX:
        return anf__json_bad(reader, path, status, "holds a character that has no place here");
    default:
        return anf__json_bad(reader, path, ANF_ERR_MODEL, "this value is not allowed here");
    }
}

static const char *
type_name(const json_t *value)
{
    static const char *const names[] = {
        [JSON_OBJECT] = "an object", [JSON_ARRAY] = "an array",  [JSON_STRING] = "a string",
        [JSON_INTEGER] = "a number", [JSON_REAL] = "a fraction", [JSON_TRUE] = "true",
        [JSON_FALSE] = "false",      [JSON_NULL] = "null",
    };
    return names[json_typeof(value)];
}

int
anf__json_expect(struct anf__json_reader *reader, const struct anf__json_path *path,
                 const json_t *value, json_type type)
{
    if (json_typeof(value) == type)
        return ANF_OK;
    const char *expected = type == JSON_OBJECT    ? "an object"
                           : type == JSON_ARRAY   ? "an array"
                           : type == JSON_INTEGER ? "a whole number"
                                                  : "a string";
    return anf__json_bad(reader, path, ANF_ERR_SYNTAX, "expected %s, found %s", expected,
                         type_name(value));
}

int
anf__json_expect_bool(struct anf__json_reader *reader, const struct anf__json_path *path,
                      const json_t *value)
{
    if (json_is_boolean(value))
        return ANF_OK;
    return anf__json_bad(reader, path, ANF_ERR_SYNTAX, "expected true or false, found %s",
                         type_name(value));
}

static int
report_unknown(struct anf__json_reader *reader, const char *what, const char *key)
{
    if (json_object_get(reader->unknown, key) ||
        json_object_size(reader->unknown) == UNKNOWN_KEYS_MOST)
        return ANF_OK;
    if (json_object_set_new(reader->unknown, key, json_true()) != 0)
        return ANF_ERR_NOMEM;
    anf_call_report(reader->call, ANF_SEVERITY_WARNING, ANF_CODE_JSON_UNKNOWN_KEY, NULL,
                    reader->line, 0, "unknown key \"%s\" in %s is left out%s", key, what,
                    json_object_size(reader->unknown) == UNKNOWN_KEYS_MOST
                        ? ", and so are all further unknown keys"
                        : "");
    return ANF_OK;
}

int
anf__json_check_keys(struct anf__json_reader *reader, json_t *object, const char *what,
                     anf__json_knows_fn *knows, const void *table)
{
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value)
    {
        if (knows(table, key))
            continue;
        int status = report_unknown(reader, what, key);
        if (status != ANF_OK)
            return status;
    }
    return ANF_OK;
}
