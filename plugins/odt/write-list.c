/* write-list.c: lists, which the document counts by itself where its labels can be counted. */
#include "write.h"

#include <stdlib.h>
#include <string.h>

static const char *
number_of(const struct anf_node *item)
{
    return anf_node_get(item, ANF_ATTRIBUTE_NUMBER);
}

/* The value of the first label, where the labels of all items count on from it; 0: they do not. */
static unsigned
first_value(const struct anf_node *list, const struct anf__odt_list_style *style)
{
    const struct anf_node *item = anf_node_first(list);
    const char *label = number_of(item);
    unsigned first = label ? anf__odt_list_value(style, label) : 0;
    unsigned value = first;
    for (; value && (item = anf_node_next(item)) != NULL;) {
        label = number_of(item);
        unsigned next = label ? anf__odt_list_value(style, label) : 0;
        value = next == value + 1 ? next : 0;
    }
    return value ? first : 0;
}

static int
has_number(const struct anf_node *list)
{
    const struct anf_node *item = anf_node_first(list);
    while (item && !number_of(item))
        item = anf_node_next(item);
    return item != NULL;
}

struct anf__odt_labels
anf__odt_labels_of(const struct anf_node *list)
{
    const struct anf__odt_list_style *styles = anf__odt_list_styles;
    if (!has_number(list)) {
        int ordered = anf_node_get(list, ANF_ATTRIBUTE_ORDERED) != NULL;
        return (struct anf__odt_labels){
            .style = &styles[ordered ? ANF__ODT_LIST_NUMBERS : ANF__ODT_LIST_BULLETS], .next = 1};
    }
    for (const struct anf__odt_list_style *style = styles; style->name; style++) {
        unsigned first = first_value(list, style);
        if (first)
            return (struct anf__odt_labels){.style = style, .next = first};
    }
    return (struct anf__odt_labels){.style = &styles[ANF__ODT_LIST_PLAIN], .next = 1, .printed = 1};
}

static int
takes_number(const struct anf_node *block)
{
    return block && anf_node_kind(block) == ANF_NODE_PARAGRAPH;
}

/* --- tables in items, which the schema of OpenDocument has no place for --- */

void
anf__odt_wait(struct anf__odt_writer *w, const struct anf_node *table)
{
    if (w->waiting_count == w->waiting_capacity) {
        size_t capacity = w->waiting_capacity ? w->waiting_capacity * 2 : 16;
        void *grown = realloc(w->waiting, capacity * sizeof *w->waiting);
        if (!grown) {
            anf__odt_fail(w, ANF_ERR_NOMEM);
            return;
        }
        w->waiting = grown;
        w->waiting_capacity = capacity;
    }
    w->waiting[w->waiting_count++] = table;
}

static void
write_waiting(struct anf__odt_writer *w, size_t from, struct anf__odt_place place)
{
    place.number = NULL;
    for (size_t i = from; i < w->waiting_count; i++)
        anf__odt_write_table(w, w->waiting[i], place);
    w->waiting_count = from;
}

/* --- items --- */

/* An item of which nothing stands in the element has an empty paragraph. */
static void
write_item_blocks(struct anf__odt_writer *w, const struct anf_node *item,
                  struct anf__odt_place place)
{
    size_t before = w->out.length;
    anf__odt_write_blocks(w, item, place);
    if (w->out.length > before)
        return;
    anf__odt_show(w, item, ANF__ODT_SHOWS_LABEL);
    anf__odt_put_line(w, place.style, "");
}

static void
write_item(struct anf__odt_writer *w, const struct anf_node *item, struct anf__odt_labels *labels,
           struct anf__odt_place place, int restarts)
{
    const char *number = labels->printed ? number_of(item) : NULL;
    anf__odt_show(w, item, ANF__ODT_SHOWS_NODE);
    anf__markup_start(&w->out, "text:list-item");
    if (restarts)
        anf__markup_attribute_format(&w->out, "text:start-value", "%u", labels->next);
    labels->next++;
    place.number = number && takes_number(anf_node_first(item)) ? number : NULL;
    if (number && !place.number) {
        anf__odt_show(w, item, ANF__ODT_SHOWS_NUMBER);
        anf__odt_put_line(w, place.style, number);
    }
    write_item_blocks(w, item, place);
    anf__markup_end(&w->out, "text:list-item");
}

static void
start_list(struct anf__odt_writer *w, const struct anf_node *list,
           const struct anf__odt_labels *labels)
{
    anf__odt_show(w, list, ANF__ODT_SHOWS_NODE);
    anf__markup_start(&w->out, "text:list");
    anf__markup_attribute(&w->out, "text:style-name", labels->style->name);
}

/* The list ends for the tables that an item left behind, and goes on after them. */
static void
write_items(struct anf__odt_writer *w, const struct anf_node *list, struct anf__odt_place outside,
            struct anf__odt_place inside)
{
    struct anf__odt_labels labels = anf__odt_labels_of(list);
    size_t waiting = w->waiting_count;
    int counts = labels.style->format && labels.style->format != '*';
    int restarts = counts && labels.next != 1;
    start_list(w, list, &labels);
    const struct anf_node *item = anf_node_first(list);
    for (; item; item = anf_node_next(item)) {
        write_item(w, item, &labels, inside, restarts);
        restarts = 0;
        if (outside.lists || w->waiting_count == waiting)
            continue;
        anf__markup_end(&w->out, "text:list");
        write_waiting(w, waiting, outside);
        restarts = counts;
        if (!anf_node_next(item))
            return;
        start_list(w, list, &labels);
    }
    anf__markup_end(&w->out, "text:list");
}

void
anf__odt_write_list(struct anf__odt_writer *w, const struct anf_node *list,
                    struct anf__odt_place place)
{
    struct anf__odt_place inside = place;
    inside.style = place.item_style;
    inside.number = NULL;
    inside.highest = 1;
    inside.lists++;
    if (place.lists < ANF__ODT_MOST_LISTS) {
        write_items(w, list, place, inside);
        return;
    }
    const struct anf_node *item = anf_node_first(list);
    for (; item; item = anf_node_next(item))
        write_item_blocks(w, item, inside);
}
