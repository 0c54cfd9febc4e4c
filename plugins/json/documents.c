/* documents.c: a JSON input as inquiries, one after another. The objects of an array are indexed
 * one by one as well, so that a long list needs no more memory than its longest inquiry. */
#include "documents.h"

#include "lexer.h"
#include "members.h"

#include <string.h>

/* Pass over white space; the byte behind it, or -1. */
static int
skip_space(struct anf__json_reader *reader)
{
    size_t offset = reader->start.offset;
    while (offset < reader->length && anf__json_is_space(reader->data[offset]))
        offset++;
    anf__json_advance(reader, &reader->start, offset);
    return offset < reader->length ? (unsigned char)reader->data[offset] : -1;
}

/* Say what is wrong at a place. */
static int
bad_syntax(struct anf__json_reader *reader, const struct anf__json_place *place,
           const char *message)
{
    anf_call_report(reader->call, ANF_SEVERITY_ERROR, ANF_CODE_JSON_SYNTAX, NULL, place->line,
                    anf__json_column(reader, place), "%s", message);
    return ANF_ERR_SYNTAX;
}

/* Index the object that begins here. ret_end: the offset behind it. */
static int
index_object(struct anf__json_reader *reader, size_t *ret_end)
{
    const char *fault = NULL;
    size_t end;
    if (skip_space(reader) != '{')
        return bad_syntax(reader, &reader->start,
                          reader->start.offset == reader->length
                              ? "the input ends where an inquiry should begin"
                              : "expected an object");
    int status = anf__json_index(&reader->index, reader->data + reader->start.offset,
                                 reader->length - reader->start.offset, &end, &fault);
    if (status == ANF_ERR_LIMIT)
        anf_call_report(reader->call, ANF_SEVERITY_ERROR, ANF_CODE_INPUT_TOO_LARGE, NULL,
                        reader->start.line, 0, "one object is larger than can be read");
    struct anf__json_place place = reader->start;
    anf__json_advance(reader, &place, reader->start.offset + end);
    if (status == ANF_ERR_SYNTAX)
        return bad_syntax(reader, &place, fault);
    if (status == ANF_OK)
        *ret_end = place.offset;
    return status;
}

/* The value of the key "schema"; 0: there is none. */
static uint32_t
find_schema(const struct anf__json_index *index)
{
    for (uint32_t i = 1; i < index->count; i = index->values[i + 1].next) {
        char key[ANF__JSON_KEY_SIZE];
        anf__json_decode(index, i, key, sizeof key);
        if (strcmp(key, "schema") == 0)
            return anf__json_type(index, i + 1) == ANF__JSON_STRING ? i + 1 : 0;
    }
    return 0;
}

static int
check_schema(struct anf__json_reader *reader)
{
    char schema[ANF__JSON_KEY_SIZE];
    uint32_t value = find_schema(&reader->index);
    if (value) {
        anf__json_decode(&reader->index, value, schema, sizeof schema);
        if (strcmp(schema, ANF__JSON_SCHEMA) == 0)
            return ANF_OK;
        anf_call_report(reader->call, ANF_SEVERITY_ERROR, ANF_CODE_JSON_SCHEMA, NULL,
                        reader->start.line, anf__json_column(reader, &reader->start),
                        "the schema is \"%s\", but only " ANF__JSON_SCHEMA " can be read", schema);
    } else {
        anf_call_report(reader->call, ANF_SEVERITY_ERROR, ANF_CODE_JSON_SCHEMA, NULL,
                        reader->start.line, anf__json_column(reader, &reader->start),
                        "the object does not say that its \"schema\" is " ANF__JSON_SCHEMA);
    }
    return ANF_ERR_SYNTAX;
}

/* Read the inquiry that begins here and hand it over. index: in an array, or NO_INDEX. */
static int
read_inquiry(struct anf__json_reader *reader, size_t index)
{
    const struct anf__json_path path = {NULL, NULL, index, 0};
    size_t end;
    int status = index_object(reader, &end);
    if (status == ANF_OK)
        status = check_schema(reader);
    if (status == ANF_OK)
        status = anf_call_new_inquiry(reader->call, &reader->inquiry);
    if (status != ANF_OK)
        return status;
    status = anf__json_read_members(reader, &path, &anf__json_inquiry_with_evidence);
    if (status == ANF_OK)
        status = anf_call_emit(reader->call, reader->inquiry);
    else
        anf_inquiry_unref(reader->inquiry);
    reader->inquiry = NULL;
    if (status == ANF_OK)
        anf__json_advance(reader, &reader->start, end);
    return status;
}

/* Pass over one byte. */
static void
skip_byte(struct anf__json_reader *reader)
{
    anf__json_advance(reader, &reader->start, reader->start.offset + 1);
}

static int
read_array(struct anf__json_reader *reader)
{
    skip_byte(reader);
    int next = skip_space(reader);
    for (size_t i = 0; i || next != ']'; i++) {
        int status = read_inquiry(reader, i);
        if (status != ANF_OK)
            return status;
        next = skip_space(reader);
        if (next != ',')
            break;
        skip_byte(reader);
    }
    if (next != ']')
        return bad_syntax(reader, &reader->start, "expected ',' or ']'");
    skip_byte(reader);
    return skip_space(reader) < 0
               ? ANF_OK
               : bad_syntax(reader, &reader->start, "something follows the array");
}

int
anf__json_read_documents(struct anf__json_reader *reader)
{
    static const char byte_order_mark[] = {'\xEF', '\xBB', '\xBF'}; /* RFC 8259, section 8.1 */
    if (reader->length >= sizeof byte_order_mark &&
        memcmp(reader->data, byte_order_mark, sizeof byte_order_mark) == 0)
        reader->start.offset = reader->start.line_start = sizeof byte_order_mark;
    if (skip_space(reader) == '[')
        return read_array(reader);
    int status = ANF_OK;
    while (status == ANF_OK && skip_space(reader) >= 0)
        status = read_inquiry(reader, ANF__JSON_NO_INDEX);
    return status;
}
