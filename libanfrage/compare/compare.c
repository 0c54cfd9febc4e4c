/* compare.c: in what do two inquiries differ? Fields here, lists and content in their own files. */
#include "compare/comparison.h"

#include "inquiry.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static const char *const kind_names[] = {
    [ANF_DIFFERENCE_CHANGED] = "changed",
    [ANF_DIFFERENCE_ADDED] = "added",
    [ANF_DIFFERENCE_REMOVED] = "removed",
    [ANF_DIFFERENCE_MOVED] = "moved",
};

static const char *const part_names[] = {
    [ANF_PART_FIELDS] = "fields",
    [ANF_PART_LISTS] = "lists",
    [ANF_PART_CONTENT] = "content",
    [ANF_PART_PROVENANCE] = "provenance",
};

const char *
anf_difference_kind_name(int kind)
{
    return kind >= ANF_DIFFERENCE_CHANGED && kind <= ANF_DIFFERENCE_MOVED ? kind_names[kind] : NULL;
}

const char *
anf_difference_part_name(int part)
{
    return part >= ANF_PART_FIELDS && part <= ANF_PART_PROVENANCE ? part_names[part] : NULL;
}

int
anf__tell_difference(struct comparison *c, struct anf_difference difference)
{
    difference.size = sizeof difference;
    c->count += c->count < INT_MAX;
    int status = c->fn ? c->fn(&difference, c->user) : ANF_OK;
    return status < 0 ? status : ANF_OK;
}

int
anf__compare_values(struct comparison *c, int part, int field, const char *path, const char *was,
                    const char *now)
{
    if (was && now ? strcmp(was, now) == 0 : was == now)
        return ANF_OK;
    struct anf_difference difference = {
        .kind = !was   ? ANF_DIFFERENCE_ADDED
                : !now ? ANF_DIFFERENCE_REMOVED
                       : ANF_DIFFERENCE_CHANGED,
        .part = part,
        .field = field,
        .path = path,
        .was = was,
        .now = now,
    };
    return anf__tell_difference(c, difference);
}

static int
compare_fields(struct comparison *c, int part)
{
    int provenance = part == ANF_PART_PROVENANCE;
    int first = provenance ? ANF_FIELD_SOURCE : ANF_FIELD_KIND;
    int end = provenance ? ANF__FIELD_COUNT : ANF_FIELD_SOURCE;
    int status = ANF_OK;
    for (int i = first; i < end && status == ANF_OK; ++i) {
        char path[64];
        if (!anf_field_name(i))
            continue;
        snprintf(path, sizeof path, "%s%s", provenance ? "provenance/" : "", anf_field_name(i));
        status = anf__compare_values(c, part, i, path, c->a->fields[i], c->b->fields[i]);
    }
    return status;
}

static int
compare_all(struct comparison *c)
{
    int status = compare_fields(c, ANF_PART_FIELDS);
    if (status == ANF_OK)
        status = anf__compare_lists(c, ANF_PART_LISTS);
    if (status == ANF_OK)
        status = anf__compare_content(c);
    if (status == ANF_OK)
        status = compare_fields(c, ANF_PART_PROVENANCE);
    if (status == ANF_OK)
        status = anf__compare_lists(c, ANF_PART_PROVENANCE);
    return status;
}

int
anf_inquiry_compare(const struct anf_inquiry *a, const struct anf_inquiry *b, anf_difference_fn *fn,
                    void *user)
{
    if (!a || !b)
        return ANF_ERR_ARGUMENT;
    struct comparison c = {.a = a, .b = b, .fn = fn, .user = user};
    int status = a == b ? ANF_OK : compare_all(&c);
    anf__buffer_clear(&c.path);
    anf__buffer_clear(&c.new_path);
    anf__buffer_clear(&c.was);
    anf__buffer_clear(&c.now);
    return status == ANF_OK ? c.count : status;
}
