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
find_part(const void *table, const char *key)
{
    const struct anf__json_records *records = table;
    for (size_t i = 0; i < records->count; i++)
        if (strcmp(records->parts[i].key, key) == 0)
            return (int)i;
    return -1;
}

static int
read_text(struct anf__json_reader *reader, const struct anf__json_path *path, unsigned char *at)
{
    int status = anf__json_expect(reader, path, ANF__JSON_STRING);
    if (status != ANF_OK)
        return status;
    const char *text = anf__json_text(reader, path->value, NULL);
    memcpy(at, &text, sizeof text);
    return ANF_OK;
}

static int
read_flag(struct anf__json_reader *reader, const struct anf__json_path *path, unsigned char *at)
{
    int status = anf__json_expect(reader, path, ANF__JSON_TRUE);
    if (status != ANF_OK)
        return status;
    uint32_t flag = anf__json_type(&reader->index, path->value) == ANF__JSON_TRUE;
    memcpy(at, &flag, sizeof flag);
    return ANF_OK;
}

static int
read_count(struct anf__json_reader *reader, const struct anf__json_path *path, unsigned char *at)
{
    enum { DECIMAL = 10 };
    char digits[ANF__JSON_KEY_SIZE];
    char *end;
    int status = anf__json_expect(reader, path, ANF__JSON_INTEGER);
    if (status != ANF_OK)
        return status;
    /* Too large a number becomes the largest. */
    unsigned long long number = strtoull(anf__json_number(reader, path->value, digits), &end,
                                         DECIMAL);
    if (*digits == '-' || number > UINT32_MAX)
        return anf__json_refused(reader, path, ANF_ERR_MODEL);
    uint32_t count = (uint32_t)number;
    memcpy(at, &count, sizeof count);
    return ANF_OK;
}

static int
read_field_name(struct anf__json_reader *reader, const struct anf__json_path *path,
                unsigned char *at)
{
    int status = anf__json_expect(reader, path, ANF__JSON_STRING);
    if (status != ANF_OK)
        return status;
    int32_t field = anf_field_from_name(anf__json_text(reader, path->value, NULL));
    if (!field)
        return anf__json_bad(reader, path, ANF_ERR_MODEL, "there is no field of this name");
    memcpy(at, &field, sizeof field);
    return ANF_OK;
}

/* How many values has the array? */
static size_t
count_values(const struct anf__json_index *index, uint32_t array)
{
    size_t count = 0;
    for (uint32_t i = array + 1; i < index->values[array].next; i = index->values[i].next)
        count++;
    return count;
}

/* The array of pointers is the caller's to free. */
static int
read_text_array(struct anf__json_reader *reader, const struct anf__json_path *path,
                unsigned char *at)
{
    int status = anf__json_expect(reader, path, ANF__JSON_ARRAY);
    if (status != ANF_OK)
        return status;
    const char **lines = calloc(count_values(&reader->index, path->value) + 1, sizeof *lines);
    if (!lines)
        return ANF_ERR_NOMEM;
    memcpy(at, &lines, sizeof lines);
    const struct anf__json_value *values = reader->index.values;
    struct anf__json_path step = {path, NULL, 0, path->value + 1};
    for (; status == ANF_OK && step.value < values[path->value].next; step.index++) {
        status = read_text(reader, &step, (unsigned char *)&lines[step.index]);
        step.value = values[step.value].next;
    }
    return status;
}

typedef int read_part_fn(struct anf__json_reader *reader, const struct anf__json_path *path,
                         unsigned char *at);

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
read_record(struct anf__json_reader *reader, const struct anf__json_path *path, const void *list)
{
    const struct anf__json_records *records = list;
    union record record;
    uint32_t slots[ANF__JSON_PARTS_MOST];
    memset(&record, 0, sizeof record);
    int status = anf__json_expect(reader, path, ANF__JSON_OBJECT);
    if (status == ANF_OK)
        status = anf__json_sort_keys(reader, path, records->what, find_part, records, slots,
                                     records->count);
    if (status == ANF_OK)
        status = anf__json_make_room(reader, path->value);
    for (size_t i = 0; status == ANF_OK && i < records->count; i++) {
        const struct anf__json_part *part = &records->parts[i];
        struct anf__json_path step = {path, part->key, 0, slots[i]};
        if (slots[i])
            status = part_readers[part->type](reader, &step,
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

/* Call read for each value of the array at the path. */
static int
for_each(struct anf__json_reader *reader, const struct anf__json_path *path,
         int (*read)(struct anf__json_reader *reader, const struct anf__json_path *path,
                     const void *list),
         const void *list)
{
    const struct anf__json_value *values = reader->index.values;
    int status = anf__json_expect(reader, path, ANF__JSON_ARRAY);
    struct anf__json_path step = {path, NULL, 0, path->value + 1};
    for (; status == ANF_OK && step.value < values[path->value].next; step.index++) {
        status = read(reader, &step, list);
        step.value = values[step.value].next;
    }
    return status;
}

int
anf__json_read_records(struct anf__json_reader *reader, const struct anf__json_path *path,
                       const struct anf__json_records *records)
{
    return for_each(reader, path, read_record, records);
}

static int
read_line(struct anf__json_reader *reader, const struct anf__json_path *path, const void *list)
{
    const struct anf__json_lines *lines = list;
    int status = anf__json_expect(reader, path, ANF__JSON_STRING);
    if (status == ANF_OK)
        status = anf__json_make_room(reader, path->value);
    if (status != ANF_OK)
        return status;
    status = lines->add(reader->inquiry, anf__json_text(reader, path->value, NULL));
    return status == ANF_OK ? ANF_OK : anf__json_refused(reader, path, status);
}

int
anf__json_read_lines(struct anf__json_reader *reader, const struct anf__json_path *path,
                     const struct anf__json_lines *lines)
{
    return for_each(reader, path, read_line, lines);
}
