/* write-fields.c: the fields and lists of an inquiry as JSON. */
#include "own-fields.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DECIMAL = 10, KEY_SIZE = 32 };

int
anf__own_fields_set(json_t *fields, const char *path, json_t *value)
{
    const char *dot = strchr(path, '.');
    char outer[KEY_SIZE];
    if (!dot)
        return json_object_set_new(fields, path, value) == 0 ? ANF_OK : ANF_ERR_NOMEM;
    snprintf(outer, sizeof outer, "%.*s", (int)(dot - path), path);
    json_t *object = json_object_get(fields, outer);
    if (!json_is_object(object)) {
        object = json_object();
        if (json_object_set_new(fields, outer, object) != 0) {
            json_decref(value);
            return ANF_ERR_NOMEM;
        }
    }
    return json_object_set_new(object, dot + 1, value) == 0 ? ANF_OK : ANF_ERR_NOMEM;
}

/* Every function that fails has run out of memory; jansson's take NULL for a value that could not
 * be made. */
static json_t *
new_lines(const char *const *lines)
{
    json_t *array = json_array();
    for (; array && *lines; lines++) {
        if (json_array_append_new(array, json_string_nocheck(*lines)) != 0) {
            json_decref(array);
            return NULL;
        }
    }
    return array;
}

static int
set_part(json_t *object, const struct anf__own_part *part, const unsigned char *at)
{
    const char *text;
    const char *const *lines;
    uint32_t flag;
    switch (part->type) {
    case ANF__OWN_TEXT:
        memcpy(&text, at, sizeof text);
        return text ? json_object_set_new(object, part->key, json_string_nocheck(text)) : 0;
    case ANF__OWN_FLAG:
        memcpy(&flag, at, sizeof flag);
        return flag ? json_object_set_new(object, part->key, json_true()) : 0;
    case ANF__OWN_LINES:
        memcpy(&lines, at, sizeof lines);
        return lines ? json_object_set_new(object, part->key, new_lines(lines)) : 0;
    }
    return -1;
}

static json_t *
new_entry(const struct anf__own_part *part, const void *entry)
{
    json_t *object = json_object();
    for (; object && part->key; part++) {
        if (set_part(object, part, (const unsigned char *)entry + part->offset) != 0) {
            json_decref(object);
            return NULL;
        }
    }
    return object;
}

static int
set_list(json_t *fields, const struct anf_inquiry *inquiry, const struct anf__own_list *list)
{
    json_t *array = json_array();
    const void *entry;
    for (size_t i = 0; array && (entry = list->get(inquiry, i)); i++) {
        if (json_array_append_new(array, new_entry(list->parts, entry)) != 0) {
            json_decref(array);
            return ANF_ERR_NOMEM;
        }
    }
    return anf__own_fields_set(fields, list->path, array);
}

static int
set_line_list(json_t *fields, const struct anf_inquiry *inquiry,
              const struct anf__own_line_list *list)
{
    json_t *array = json_array();
    const char *line;
    for (size_t i = 0; array && (line = list->get(inquiry, i)); i++) {
        if (json_array_append_new(array, json_string_nocheck(line)) != 0) {
            json_decref(array);
            return ANF_ERR_NOMEM;
        }
    }
    return anf__own_fields_set(fields, list->path, array);
}

static int
set_field(json_t *fields, const struct anf__own_field *field, const char *value)
{
    if (!value)
        return ANF_OK;
    json_t *made = field->flags & ANF__OWN_NUMBER ? json_integer(strtol(value, NULL, DECIMAL))
                                                  : json_string_nocheck(value);
    return anf__own_fields_set(fields, field->path, made);
}

static int
set_all(json_t *fields, const struct anf_inquiry *inquiry)
{
    int status = anf__own_fields_set(fields, "schema", json_string("anfrage-json/1"));
    for (const struct anf__own_field *field = anf__own_fields; status == ANF_OK && field->path;
         field++)
        status = set_field(fields, field, anf_inquiry_get(inquiry, field->field));
    for (const struct anf__own_list *list = anf__own_lists; status == ANF_OK && list->path; list++)
        if (list->get(inquiry, 0))
            status = set_list(fields, inquiry, list);
    for (const struct anf__own_line_list *list = anf__own_line_lists;
         status == ANF_OK && list->path; list++)
        if (list->get(inquiry, 0))
            status = set_line_list(fields, inquiry, list);
    if (status == ANF_OK && anf_inquiry_more_askers(inquiry))
        status = anf__own_fields_set(fields, "more_askers", json_true());
    return status;
}

json_t *
anf__own_fields_new(const struct anf_inquiry *inquiry)
{
    json_t *fields = json_object();
    if (fields && set_all(fields, inquiry) != ANF_OK) {
        json_decref(fields);
        return NULL;
    }
    return fields;
}
