/* members.c: the keys of an inquiry in JSON (anfrage-json/1), in the order in which they are
 * written. One line a key. */
#include "members.h"

#include "nodes.h"
#include "records.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DECIMAL = 10, DIGITS_SIZE = 32 };

/* --- one function a kind of value --- */

static void
write_schema(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
             const struct anf__json_member *member)
{
    (void)inquiry, (void)member;
    anf__json_emit_text(emitter, ANF__JSON_SCHEMA);
}

static void
write_field(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
            const struct anf__json_member *member)
{
    anf__json_emit_text(emitter, anf_inquiry_get(inquiry, member->field));
}

static int
read_field(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
           const struct anf__json_member *member)
{
    int status = anf__json_expect(reader, path, value, JSON_STRING);
    if (status != ANF_OK)
        return status;
    status = anf_inquiry_set(reader->inquiry, member->field, json_string_value(value));
    return status == ANF_OK ? ANF_OK : anf__json_refused(reader, path, status);
}

static void
write_number(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
             const struct anf__json_member *member)
{
    const char *digits = anf_inquiry_get(inquiry, member->field);
    if (digits)
        anf__json_emit_number(emitter, (uint32_t)strtoul(digits, NULL, DECIMAL));
    else
        anf__json_emit_null(emitter);
}

static int
read_number(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
            const struct anf__json_member *member)
{
    int status = anf__json_expect(reader, path, value, JSON_INTEGER);
    if (status != ANF_OK)
        return status;
    char digits[DIGITS_SIZE];
    snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
    status = anf_inquiry_set(reader->inquiry, member->field, digits);
    return status == ANF_OK ? ANF_OK : anf__json_refused(reader, path, status);
}

static void
write_more_askers(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
                  const struct anf__json_member *member)
{
    (void)member;
    anf__json_emit_bool(emitter, anf_inquiry_more_askers(inquiry));
}

static int
read_more_askers(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
                 const struct anf__json_member *member)
{
    (void)member;
    int status = anf__json_expect_bool(reader, path, value);
    if (status == ANF_OK)
        anf_inquiry_set_more_askers(reader->inquiry, json_is_true(value));
    return status;
}

static void
write_records(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
              const struct anf__json_member *member)
{
    anf__json_write_records(emitter, inquiry, member->records);
}

static int
read_records(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
             const struct anf__json_member *member)
{
    return anf__json_read_records(reader, path, value, member->records);
}

static void
write_lines(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
            const struct anf__json_member *member)
{
    anf__json_write_lines(emitter, inquiry, member->lines);
}

static int
read_lines(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
           const struct anf__json_member *member)
{
    return anf__json_read_lines(reader, path, value, member->lines);
}

static void
write_object(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
             const struct anf__json_member *member)
{
    anf__json_write_members(emitter, inquiry, member->members);
}

static int
read_object(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
            const struct anf__json_member *member)
{
    return anf__json_read_members(reader, path, value, member->members);
}

static void
write_content(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
              const struct anf__json_member *member)
{
    (void)member;
    anf__json_write_children(emitter, anf_inquiry_content(inquiry));
}

static int
read_content(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
             const struct anf__json_member *member)
{
    (void)member;
    return anf__json_read_children(reader, path, value, anf_inquiry_root(reader->inquiry));
}

/* --- the tables --- */

#define FIELD(name, id)                                                                            \
    {                                                                                              \
        .key = name, .write = write_field, .read = read_field, .field = id                         \
    }
#define RECORDS(name, list)                                                                        \
    {                                                                                              \
        .key = name, .write = write_records, .read = read_records, .records = list                 \
    }
#define LINES(name, list)                                                                          \
    {                                                                                              \
        .key = name, .write = write_lines, .read = read_lines, .lines = list                       \
    }
#define OBJECT(name, list)                                                                         \
    {                                                                                              \
        .key = name, .write = write_object, .read = read_object, .members = list                   \
    }

static const struct anf__json_member link_items[] = {
    FIELD("document", ANF_FIELD_LINK_DOCUMENT),
    FIELD("answer", ANF_FIELD_LINK_ANSWER),
    FIELD("source", ANF_FIELD_LINK_SOURCE),
    LINES("other", &anf__json_other_links),
};
static const struct anf__json_members links = {
    "links",
    link_items,
    sizeof link_items / sizeof *link_items,
};

static const struct anf__json_member provenance_items[] = {
    FIELD("source", ANF_FIELD_SOURCE),         FIELD("sha256", ANF_FIELD_SHA256),
    FIELD("media_type", ANF_FIELD_MEDIA_TYPE), FIELD("charset", ANF_FIELD_CHARSET),
    FIELD("reader", ANF_FIELD_READER),         FIELD("retrieved", ANF_FIELD_RETRIEVED),
    RECORDS("repairs", &anf__json_repairs),
};
static const struct anf__json_members provenance = {
    "provenance",
    provenance_items,
    sizeof provenance_items / sizeof *provenance_items,
};

static const struct anf__json_member inquiry_items[] = {
    /* read before all others, by documents.c */
    {.key = "schema", .write = write_schema, .read = NULL},
    FIELD("kind", ANF_FIELD_KIND),
    FIELD("kind_label", ANF_FIELD_KIND_LABEL),
    FIELD("document", ANF_FIELD_DOCUMENT),
    FIELD("parliament", ANF_FIELD_PARLIAMENT),
    {.key = "term", .write = write_number, .read = read_number, .field = ANF_FIELD_TERM},
    FIELD("reference", ANF_FIELD_REFERENCE),
    FIELD("answer_reference", ANF_FIELD_ANSWER_REFERENCE),
    FIELD("inquiry_number", ANF_FIELD_INQUIRY_NUMBER),
    FIELD("status", ANF_FIELD_STATUS),
    FIELD("title", ANF_FIELD_TITLE),
    FIELD("language", ANF_FIELD_LANGUAGE),
    RECORDS("askers", &anf__json_askers),
    {.key = "more_askers", .write = write_more_askers, .read = read_more_askers},
    RECORDS("answerers", &anf__json_answerers),
    FIELD("asked", ANF_FIELD_ASKED),
    FIELD("answered", ANF_FIELD_ANSWERED),
    FIELD("published", ANF_FIELD_PUBLISHED),
    LINES("subjects", &anf__json_subjects),
    OBJECT("links", &links),
    FIELD("rights", ANF_FIELD_RIGHTS),
    RECORDS("contacts", &anf__json_contacts),
    {.key = "content", .write = write_content, .read = read_content},
    OBJECT("provenance", &provenance),
    RECORDS("discarded", &anf__json_discarded),
    RECORDS("evidence", &anf__json_evidence),
};
enum { INQUIRY_COUNT = sizeof inquiry_items / sizeof *inquiry_items };

const struct anf__json_members anf__json_inquiry = {
    "the inquiry",
    inquiry_items,
    INQUIRY_COUNT - 1,
};
const struct anf__json_members anf__json_inquiry_with_evidence = {
    "the inquiry",
    inquiry_items,
    INQUIRY_COUNT,
};

/* --- objects --- */

void
anf__json_write_members(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
                        const struct anf__json_members *members)
{
    anf__json_emit_open(emitter, '{');
    for (size_t i = 0; i < members->count; i++) {
        anf__json_emit_key(emitter, members->items[i].key);
        members->items[i].write(emitter, inquiry, &members->items[i]);
    }
    anf__json_emit_close(emitter, '}');
}

static int
knows_member(const void *table, const char *key)
{
    const struct anf__json_members *members = table;
    for (size_t i = 0; i < members->count; i++)
        if (strcmp(members->items[i].key, key) == 0)
            return 1;
    return 0;
}

int
anf__json_read_members(struct anf__json_reader *reader, const struct anf__json_path *path,
                       json_t *object, const struct anf__json_members *members)
{
    int status = anf__json_expect(reader, path, object, JSON_OBJECT);
    if (status == ANF_OK)
        status = anf__json_check_keys(reader, object, members->what, knows_member, members);
    for (size_t i = 0; status == ANF_OK && i < members->count; i++) {
        const struct anf__json_member *member = &members->items[i];
        json_t *value = json_object_get(object, member->key);
        struct anf__json_path step = {path, member->key, 0};
        if (value && !json_is_null(value) && member->read)
            status = member->read(reader, &step, value, member);
    }
    return status;
}
