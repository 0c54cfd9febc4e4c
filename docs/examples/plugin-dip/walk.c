/* walk.c: the values at a path within a record, each with its own place in the source. */
#include "record.h"

#include <stdio.h>
#include <string.h>

struct walk {
    struct dip_record *record;
    dip_fn *fn;
    int field;
};

const char *
dip_text(const json_t *object, const char *key)
{
    return json_string_value(json_object_get(object, key));
}

static int walk(const struct walk *w, const json_t *value, const char *path, const char *member);

static int
walk_items(const struct walk *w, const json_t *array, const char *path, const char *member)
{
    char item[DIP_MEMBER];
    int status = ANF_OK;
    for (size_t i = 0; i < json_array_size(array) && status == ANF_OK; i++) {
        snprintf(item, sizeof item, "%s[%zu]", member, i);
        status = walk(w, json_array_get(array, i), path, item);
    }
    return status;
}

static int
walk_key(const struct walk *w, const json_t *object, const char *path, const char *member)
{
    char inner[DIP_MEMBER];
    path += *path == '.';
    size_t len = strcspn(path, ".[");
    snprintf(inner, sizeof inner, "%s%s%.*s", member, *member ? "." : "", (int)len, path);
    return walk(w, json_object_getn(object, path, len), path + len, inner);
}

/* The paths are short ones of our own, so this may recurse. */
static int
walk(const struct walk *w, const json_t *value, const char *path, const char *member)
{
    if (!value || json_is_null(value))
        return ANF_OK;
    if (!*path)
        return w->fn(w->record, value, member, w->field);
    if (strncmp(path, "[]", 2) == 0)
        return walk_items(w, value, path + 2, member);
    return walk_key(w, value, path, member);
}

int
dip_walk(struct dip_record *record, const char *path, dip_fn *fn, int field)
{
    struct walk w = {record, fn, field};
    return walk(&w, record->object, path, record->member);
}
