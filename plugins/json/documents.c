/* documents.c: a JSON input as inquiries, one after another. The objects of an array are parsed
 * one by one as well, so that a long list needs no more memory than its longest inquiry. */
#include "documents.h"

#include "json-load.h"
#include "members.h"

#include <string.h>

enum {
    CONTAINERS_A_NODE = 2,    /* the object and its array of children */
    BYTES_A_CONTAINER = 12,   /* at least, in our keys: {"name":"A"} */
    CONTAINERS_BESIDE = 1024, /* of unknown keys */
};

struct cursor {
    const char *data;
    size_t length;
    size_t position;
    size_t line_start;
    uint32_t line; /* from 1 */
};

static void
advance(struct cursor *cursor, size_t count)
{
    const char *end = cursor->data + cursor->position + count;
    const char *at = cursor->data + cursor->position;
    while ((at = memchr(at, '\n', (size_t)(end - at))) != NULL) {
        at++;
        cursor->line++;
        cursor->line_start = (size_t)(at - cursor->data);
    }
    cursor->position += count;
}

static void
skip_space(struct cursor *cursor)
{
    size_t count = 0;
    while (cursor->position + count < cursor->length &&
           strchr(" \t\r\n", cursor->data[cursor->position + count]) &&
           cursor->data[cursor->position + count] != '\0')
        count++;
    advance(cursor, count);
}

static int
next_byte(const struct cursor *cursor)
{
    return cursor->position < cursor->length ? (unsigned char)cursor->data[cursor->position] : -1;
}

/* From 1, in characters. */
static uint32_t
column(const struct cursor *cursor)
{
    uint32_t characters = 1;
    for (size_t i = cursor->line_start; i < cursor->position; i++)
        if (((unsigned char)cursor->data[i] & 0xC0) != 0x80)
            characters++;
    return characters;
}

static int
bad_syntax(struct anf__json_reader *reader, const struct cursor *cursor, const char *message)
{
    anf_call_report(reader->call, ANF_SEVERITY_ERROR, ANF_CODE_JSON_SYNTAX, NULL, cursor->line,
                    column(cursor), "%s", message);
    return ANF_ERR_SYNTAX;
}

/* What jansson did not like; its lines and columns begin with the value. */
static int
parse_error(struct anf__json_reader *reader, const struct cursor *cursor, const json_error_t *error)
{
    enum json_error_code what = json_error_code(error);
    if (what == json_error_out_of_memory)
        return ANF_ERR_NOMEM;
    uint32_t lines = error->line > 1 ? (uint32_t)error->line - 2 : 0;
    uint32_t characters = error->column > 0 ? (uint32_t)error->column : 1;
    int deep = what == json_error_stack_overflow;
    anf_call_report(reader->call, ANF_SEVERITY_ERROR,
                    deep ? ANF_CODE_TOO_DEEP : ANF_CODE_JSON_SYNTAX, NULL, cursor->line + lines,
                    lines ? characters : column(cursor) - 1 + characters, "%s", error->text);
    return deep ? ANF_ERR_LIMIT : ANF_ERR_SYNTAX;
}

/* An empty array is two bytes of input and a hundred times that in jansson, so objects and arrays
 * are counted before it gets to see them. 0: more than an inquiry of this size, or one within the
 * limit of nodes, can have. */
static int
is_bounded(const struct anf__json_extent *extent, uint64_t most_nodes)
{
    if (extent->containers < CONTAINERS_BESIDE)
        return 1;
    uint64_t count = extent->containers - CONTAINERS_BESIDE;
    return count / CONTAINERS_A_NODE <= most_nodes && count <= extent->length / BYTES_A_CONTAINER;
}

static int
parse_value(struct anf__json_reader *reader, struct cursor *cursor, json_t **ret_value)
{
    const char *data = cursor->data + cursor->position;
    int first = next_byte(cursor);
    if (first != '{')
        return bad_syntax(reader, cursor,
                          first < 0 ? "the input ends where an inquiry should begin"
                                    : "expected an object");
    struct anf__json_extent extent = anf__json_measure(data, cursor->length - cursor->position);
    if (!is_bounded(&extent, anf_call_limit(reader->call, ANF_LIMIT_NODES))) {
        anf_call_report(
            reader->call, ANF_SEVERITY_ERROR, ANF_CODE_TOO_MANY_NODES, NULL, cursor->line,
            column(cursor),
            "more objects and arrays than an inquiry of this size, or within the limit of "
            "nodes, can have");
        return ANF_ERR_LIMIT;
    }
    json_error_t error;
    json_t *value = anf__json_load(data, &extent, JSON_REJECT_DUPLICATES, &error);
    if (!value)
        return parse_error(reader, cursor, &error);
    reader->line = cursor->line;
    advance(cursor, extent.length);
    *ret_value = value;
    return ANF_OK;
}

static int
check_schema(struct anf__json_reader *reader, const json_t *object)
{
    const char *schema = json_string_value(json_object_get(object, "schema"));
    if (schema && strcmp(schema, ANF__JSON_SCHEMA) == 0)
        return ANF_OK;
    if (schema)
        anf_call_report(reader->call, ANF_SEVERITY_ERROR, ANF_CODE_JSON_SCHEMA, NULL, reader->line,
                        0, "the schema is \"%s\", but only " ANF__JSON_SCHEMA " can be read",
                        schema);
    else
        anf_call_report(reader->call, ANF_SEVERITY_ERROR, ANF_CODE_JSON_SCHEMA, NULL, reader->line,
                        0, "the object does not say that its \"schema\" is " ANF__JSON_SCHEMA);
    return ANF_ERR_SYNTAX;
}

/* path: NULL, or the index in an array. */
static int
read_inquiry(struct anf__json_reader *reader, struct cursor *cursor,
             const struct anf__json_path *path)
{
    json_t *object;
    int status = parse_value(reader, cursor, &object);
    if (status != ANF_OK)
        return status;
    status = check_schema(reader, object);
    if (status == ANF_OK)
        status = anf_call_new_inquiry(reader->call, &reader->inquiry);
    if (status == ANF_OK)
        status = anf__json_read_members(reader, path, object, &anf__json_inquiry_with_evidence);
    json_decref(object); /* the inquiry has copies */
    if (status == ANF_OK)
        status = anf_call_emit(reader->call, reader->inquiry);
    else
        anf_inquiry_unref(reader->inquiry);
    reader->inquiry = NULL;
    return status;
}

static int
read_array(struct anf__json_reader *reader, struct cursor *cursor)
{
    int status = ANF_OK;
    advance(cursor, 1);
    skip_space(cursor);
    for (size_t i = 0; status == ANF_OK && (i || next_byte(cursor) != ']'); i++) {
        struct anf__json_path path = {NULL, NULL, i};
        status = read_inquiry(reader, cursor, &path);
        skip_space(cursor);
        if (status != ANF_OK || next_byte(cursor) != ',')
            break;
        advance(cursor, 1);
        skip_space(cursor);
    }
    if (status != ANF_OK)
        return status;
    if (next_byte(cursor) != ']')
        return bad_syntax(reader, cursor, "expected ',' or ']'");
    advance(cursor, 1);
    skip_space(cursor);
    return next_byte(cursor) < 0 ? ANF_OK
                                 : bad_syntax(reader, cursor, "something follows the array");
}

int
anf__json_read_documents(struct anf__json_reader *reader, const unsigned char *data, size_t len)
{
    static const char byte_order_mark[] = {'\xEF', '\xBB', '\xBF'}; /* RFC 8259, section 8.1 */
    struct cursor cursor = {.data = (const char *)data, .length = len, .line = 1};
    if (len >= sizeof byte_order_mark && memcmp(data, byte_order_mark, sizeof byte_order_mark) == 0)
        cursor.position = cursor.line_start = sizeof byte_order_mark;
    skip_space(&cursor);
    if (next_byte(&cursor) == '[')
        return read_array(reader, &cursor);
    int status = ANF_OK;
    while (status == ANF_OK && next_byte(&cursor) >= 0) {
        status = read_inquiry(reader, &cursor, NULL);
        skip_space(&cursor);
    }
    return status;
}
