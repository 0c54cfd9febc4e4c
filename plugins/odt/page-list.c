/* page-list.c: lists of a foreign document, and the numbers of their items. */
#include "page-reading.h"

#include <string.h>

static struct anf__odt_list *
innermost(struct anf__odt_reading *r)
{
    return r->list_count ? &r->lists[r->list_count - 1] : NULL;
}

static int
is_ordered(const struct anf__odt_list *list)
{
    return list->counts && list->counts->ordered >> list->level & 1;
}

/* Levels from this one on start anew. */
static void
restart(struct anf__odt_counts *counts, uint32_t level)
{
    for (; level < ANF__ODT_LIST_LEVELS; level++)
        counts->next[level] = counts->start[level];
}

static int
end_list(struct anf__odt_reading *r)
{
    r->list_count--;
    return anf__odt_close_places(r);
}

/* A list counts on where the document says so: text between items parts a list in two, and Word
 * also makes lists of their own of the items of each level. */
static int
counts_on(const struct anf__xml_element *element)
{
    const char *value = anf__odt_value(element, "continue-numbering");
    return (value && strcmp(value, "true") == 0) || anf__odt_value(element, "continue-list");
}

int
anf__odt_on_list(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    struct anf__odt_list *outer = innermost(r), list = {0};
    const char *style = anf__odt_value(element, "style-name");
    if (outer) {
        /* An item that begins with a list has no number that is shown. */
        outer->waits = 0;
        list.counts = outer->counts;
        list.level = outer->level + (outer->level < ANF__ODT_LIST_LEVELS - 1);
    }
    if (style)
        list.counts = anf__odt_list_counts(r->styles, style);
    if (list.counts && !counts_on(element))
        restart(list.counts, list.level);
    int status = anf__odt_open_place(r, ANF_PLACE_LIST, is_ordered(&list) ? ANF_PLACE_ORDERED : 0);
    r->lists[r->list_count++] = list;
    anf__odt_element(r)->end = end_list;
    return status;
}

int
anf__odt_on_item(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    struct anf__odt_list *list = innermost(r);
    int status = anf__odt_open_place(r, ANF_PLACE_ITEM, 0);
    if (!list || !is_ordered(list))
        return status;
    list->waits = 1;
    list->value = 0;
    if (anf__odt_value(element, "start-value"))
        list->value = anf__odt_number(element, "start-value", INT32_MAX);
    return status;
}

int
anf__odt_number_item(struct anf__odt_reading *r)
{
    struct anf__odt_list *list = innermost(r);
    if (!list || !list->waits)
        return ANF_OK;
    struct anf__odt_counts *counts = list->counts;
    uint32_t value = list->value ? list->value : counts->next[list->level];
    restart(counts, list->level + 1);
    counts->next[list->level] = value + (value < INT32_MAX);
    list->waits = 0;
    struct anf__odt_step step = {.kind = ANF__ODT_SET_NUMBER, .what = (int)value};
    return anf__odt_do(&r->out, &step);
}
