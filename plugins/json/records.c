/* records.c: write and read the lists of an inquiry, by the tables of lists.c. */
#include "records.h"

#include <stdlib.h>
#include <string.h>

/* Room for an entry of any list. */
union record {
    struct anf_actor actor;
    struct anf_contact contact;
    struct anf_repair repair;
    struct anf_discarded discarded;
    struct anf_evidence evidence;
};

static void
write_text_array(struct anf__json_emitter *emitter, const char *const *lines)
{
    anf__json_emit_open(emitter, '[');
    for (; lines && *lines; lines++)
        anf__json_emit_text(emitter, *lines);
    anf__json_emit_close(emitter, ']');
}

/* Is anything stated in a rare part, which is text or a flag? */
static int
is_stated(const struct anf__json_part *part, const unsigned char *at)
{
    const char *text;
    uint32_t number;
    if (part->type == ANF__JSON_TEXT) {
        memcpy(&text, at, sizeof text);
        return text != NULL;
    }
    memcpy(&number, at, sizeof number);
    return number != 0;
}

static void
write_part(struct anf__json_emitter *emitter, const struct anf__json_part *part,
           const unsigned char *at)
{
    const char *text;
    const char *const *lines;
    uint32_t number;
    int32_t field;
    if (part->rare && !is_stated(part, at))
        return;
    anf__json_emit_key(emitter, part->key);
    switch (part->type) {
    case ANF__JSON_TEXT:
        memcpy(&text, at, sizeof text);
        anf__json_emit_text(emitter, text);
        break;
    case ANF__JSON_FLAG:
        memcpy(&number, at, sizeof number);
        anf__json_emit_bool(emitter, number != 0);
        break;
    case ANF__JSON_COUNT:
        memcpy(&number, at, sizeof number);
        if (number)
            anf__json_emit_number(emitter, number);
        else
            anf__json_emit_null(emitter);
        break;
    case ANF__JSON_FIELD:
        memcpy(&field, at, sizeof field);
        anf__json_emit_text(emitter, anf_field_name(field));
        break;
    case ANF__JSON_LINES:
        memcpy(&lines, at, sizeof lines);
        write_text_array(emitter, lines);
        break;
    }
}

void
anf__json_write_records(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
                        const struct anf__json_records *records)
{
    anf__json_emit_open(emitter, '[');
    const void *record;
    for (size_t i = 0; (record = records->get(inquiry, i)) != NULL; i++) {
        anf__json_emit_open(emitter, '{');
        for (size_t j = 0; j < records->count; j++)
            write_part(emitter, &records->parts[j],
                       (const unsigned char *)record + records->parts[j].offset);
        anf__json_emit_close(emitter, '}');
    }
    anf__json_emit_close(emitter, ']');
}

void
anf__json_write_lines(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
                      const struct anf__json_lines *lines)
{
    anf__json_emit_open(emitter, '[');
    const char *text;
    for (size_t i = 0; (text = lines->get(inquiry, i)) != NULL; i++)
        anf__json_emit_text(emitter, text);
    anf__json_emit_close(emitter, ']');
}

static int
knows_part(const void *table, const char *key)
{
    const struct anf__json_records *records = table;
    for (size_t i = 0; i < records->count; i++)
        if (strcmp(records->parts[i].key, key) == 0)
            return 1;
    return 0;
}

static int
read_text(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
          unsigned char *at)
{
    int status = anf__json_expect(reader, path, value, JSON_STRING);
    if (status != ANF_OK)
        return status;
    const char *text = json_string_value(value);
    memcpy(at, &text, sizeof text);
    return ANF_OK;
}

static int
read_flag(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
          unsigned char *at)
{
    int status = anf__json_expect_bool(reader, path, value);
    if (status != ANF_OK)
        return status;
    uint32_t flag = json_is_true(value);
    memcpy(at, &flag, sizeof flag);
    return ANF_OK;
}

static int
read_count(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
           unsigned char *at)
{
    int status = anf__json_expect(reader, path, value, JSON_INTEGER);
    if (status != ANF_OK)
        return status;
    json_int_t number = json_integer_value(value);
    if (number < 0 || number > (json_int_t)UINT32_MAX)
        return anf__json_refused(reader, path, ANF_ERR_MODEL);
    uint32_t count = (uint32_t)number;
    memcpy(at, &count, sizeof count);
    return ANF_OK;
}

static int
read_field_name(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
                unsigned char *at)
{
    int status = anf__json_expect(reader, path, value, JSON_STRING);
    if (status != ANF_OK)
        return status;
    int32_t field = anf_field_from_name(json_string_value(value));
    if (!field)
        return anf__json_bad(reader, path, ANF_ERR_MODEL, "there is no field of this name");
    memcpy(at, &field, sizeof field);
    return ANF_OK;
}

/* The array of pointers is the caller's to free. */
static int
read_text_array(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
                unsigned char *at)
{
    int status = anf__json_expect(reader, path, value, JSON_ARRAY);
    if (status != ANF_OK)
        return status;
    size_t count = json_array_size(value);
    const char **lines = calloc(count + 1, sizeof *lines);
    if (!lines)
        return ANF_ERR_NOMEM;
    memcpy(at, &lines, sizeof lines);
    for (size_t i = 0; status == ANF_OK && i < count; i++) {
        struct anf__json_path step = {path, NULL, i};
        status = read_text(reader, &step, json_array_get(value, i), (unsigned char *)&lines[i]);
    }
    return status;
}

typedef int read_part_fn(struct anf__json_reader *reader, const struct anf__json_path *path,
                         json_t *value, unsigned char *at);

static read_part_fn *const part_readers[] = {
    [ANF__JSON_TEXT] = read_text,        [ANF__JSON_FLAG] = read_flag,
    [ANF__JSON_COUNT] = read_count,      [ANF__JSON_FIELD] = read_field_name,
    [ANF__JSON_LINES] = read_text_array,
};

static void
free_text_arrays(const struct anf__json_records *records, const unsigned char *record)
{
    for (size_t i = 0; i < records->count; i++) {
        void *lines;
        if (records->parts[i].type != ANF__JSON_LINES)
            continue;
        memcpy(&lines, record + records->parts[i].offset, sizeof lines);
        free(lines);
    }
}

static int
read_record(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *object,
            const struct anf__json_records *records)
{
    union record record;
    memset(&record, 0, sizeof record);
    int status = anf__json_expect(reader, path, object, JSON_OBJECT);
    if (status == ANF_OK)
        status = anf__json_check_keys(reader, object, records->what, knows_part, records);
    for (size_t i = 0; status == ANF_OK && i < records->count; i++) {
        const struct anf__json_part *part = &records->parts[i];
        json_t *value = json_object_get(object, part->key);
        struct anf__json_path step = {path, part->key, 0};
        if (value && !json_is_null(value))
            status = part_readers[part->type](reader, &step, value,
                                              (unsigned char *)&record + part->offset);
    }
    if (status == ANF_OK) {
        status = records->add(reader->inquiry, &record);
        if (status != ANF_OK)
            status = anf__json_refused(reader, path, status);
    }
    free_text_arrays(records, (const unsigned char *)&record);
    return status;
}

int
anf__json_read_records(struct anf__json_reader *reader, const struct anf__json_path *path,
                       json_t *array, const struct anf__json_records *records)
{
    int status = anf__json_expect(reader, path, array, JSON_ARRAY);
    for (size_t i = 0; status == ANF_OK && i < json_array_size(array); i++) {
        struct anf__json_path step = {path, NULL, i};
        status = read_record(reader, &step, json_array_get(array, i), records);
    }
    return status;
}

int
anf__json_read_lines(struct anf__json_reader *reader, const struct anf__json_path *path,
                     json_t *array, const struct anf__json_lines *lines)
{
    int status = anf__json_expect(reader, path, array, JSON_ARRAY);
    for (size_t i = 0; status == ANF_OK && i < json_array_size(array); i++) {
        struct anf__json_path step = {path, NULL, i};
        json_t *value = json_array_get(array, i);
        status = anf__json_expect(reader, &step, value, JSON_STRING);
        if (status != ANF_OK)
            return status;
        status = lines->add(reader->inquiry, json_string_value(value));
        if (status != ANF_OK)
            status = anf__json_refused(reader, &step, status);
    }
    return status;
}
