/* own-fields.c: the fields and lists of an inquiry from JSON. */
#include "own-fields.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DIGITS_SIZE = 32, KEY_SIZE = 32 };

json_t *
anf__own_fields_get(const json_t *fields, const char *path)
{
    const char *dot = strchr(path, '.');
    char outer[KEY_SIZE];
    if (!dot)
        return json_object_get(fields, path);
    snprintf(outer, sizeof outer, "%.*s", (int)(dot - path), path);
    return json_object_get(json_object_get(fields, outer), dot + 1);
}

/* A status of the model: what it refuses is reported, and the reading goes on. */
static int
note(struct anf_call *call, int status, const char *path)
{
    if (status != ANF_ERR_MODEL && status != ANF_ERR_SYNTAX)
        return status;
    anf_call_report(call, ANF_SEVERITY_WARNING, ANF_CODE_HTML_OWN_BAD_VALUE, NULL, 0, 0,
                    "%s: not a value that this field can have; left out", path);
    return ANF_OK;
}

static int
read_field(struct anf_inquiry *inquiry, const json_t *value, int field)
{
    char digits[DIGITS_SIZE];
    if (!value || json_is_null(value))
        return ANF_OK;
    if (json_is_integer(value)) {
        snprintf(digits, sizeof digits, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
        return anf_inquiry_set(inquiry, field, digits);
    }
    const char *text = json_string_value(value);
    return text ? anf_inquiry_set(inquiry, field, text) : ANF_ERR_MODEL;
}

/* The array of pointers is the caller's to free. */
static int
read_lines(const json_t *array, unsigned char *at)
{
    size_t count = json_array_size(array);
    const char **lines = calloc(count + 1, sizeof *lines);
    if (!lines)
        return ANF_ERR_NOMEM;
    for (size_t i = 0, used = 0; i < count; i++) {
        lines[used] = json_string_value(json_array_get(array, i));
        used += lines[used] != NULL;
    }
    memcpy(at, &lines, sizeof lines);
    return ANF_OK;
}

static int
read_part(const struct anf__own_part *part, const json_t *value, unsigned char *at)
{
    const char *text = json_string_value(value);
    uint32_t flag = json_is_true(value);
    if (part->type == ANF__OWN_LINES)
        return json_is_array(value) ? read_lines(value, at) : ANF_OK;
    if (part->type == ANF__OWN_TEXT)
        memcpy(at, &text, sizeof text);
    else
        memcpy(at, &flag, sizeof flag);
    return ANF_OK;
}

static void
free_lines(const struct anf__own_part *part, const unsigned char *entry)
{
    void *lines;
    for (; part->key; part++) {
        if (part->type != ANF__OWN_LINES)
            continue;
        memcpy(&lines, entry + part->offset, sizeof lines);
        free(lines);
    }
}

static int
read_entry(struct anf_inquiry *inquiry, const json_t *object, const struct anf__own_list *list)
{
    union anf__own_entry entry;
    memset(&entry, 0, sizeof entry);
    int status = ANF_OK;
    for (const struct anf__own_part *part = list->parts; status == ANF_OK && part->key; part++)
        status = read_part(part, json_object_get(object, part->key),
                           (unsigned char *)&entry + part->offset);
    if (status == ANF_OK)
        status = list->add(inquiry, &entry);
    free_lines(list->parts, (const unsigned char *)&entry);
    return status;
}

static int
read_list(struct anf_call *call, struct anf_inquiry *inquiry, const json_t *fields,
          const struct anf__own_list *list)
{
    const json_t *array = anf__own_fields_get(fields, list->path);
    int status = ANF_OK;
    for (size_t i = 0; status == ANF_OK && i < json_array_size(array); i++)
        status = note(call, read_entry(inquiry, json_array_get(array, i), list), list->path);
    return status;
}

static int
read_line_list(struct anf_call *call, struct anf_inquiry *inquiry, const json_t *fields,
               const struct anf__own_line_list *list)
{
    const json_t *array = anf__own_fields_get(fields, list->path);
    int status = ANF_OK;
    for (size_t i = 0; status == ANF_OK && i < json_array_size(array); i++) {
        const char *line = json_string_value(json_array_get(array, i));
        status = note(call, line && *line ? list->add(inquiry, line) : ANF_ERR_MODEL, list->path);
    }
    return status;
}

int
anf__own_fields_read(struct anf_call *call, struct anf_inquiry *inquiry, const json_t *fields)
{
    int status = ANF_OK;
    for (const struct anf__own_field *field = anf__own_fields; status == ANF_OK && field->path;
         field++)
        status = note(call,
                      read_field(inquiry, anf__own_fields_get(fields, field->path), field->field),
                      field->path);
    for (const struct anf__own_list *list = anf__own_lists; status == ANF_OK && list->path; list++)
        status = read_list(call, inquiry, fields, list);
    for (const struct anf__own_line_list *list = anf__own_line_lists;
         status == ANF_OK && list->path; list++)
        status = read_line_list(call, inquiry, fields, list);
    anf_inquiry_set_more_askers(inquiry, json_is_true(json_object_get(fields, "more_askers")));
    return status;
}
