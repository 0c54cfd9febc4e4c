/* lists.c: lists as text. Items stand two columns in from the text around them, those of a list
 * right behind another list three. */
#include "writer.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { NUMBER_SIZE = 16 };

/* Has every item one paragraph, perhaps with a list below it? Then items stand close. */
static int
is_tight(const struct anf_node *list)
{
    const struct anf_node *item = anf_node_first(list);
    for (; item; item = anf_node_next(item)) {
        const struct anf_node *block = anf_node_first(item);
        if (block && anf_node_kind(block) == ANF_NODE_PARAGRAPH)
            block = anf_node_next(block);
        if (block && anf_node_kind(block) == ANF_NODE_LIST)
            block = anf_node_next(block);
        if (block)
            return 0;
    }
    return 1;
}

/* "[…]", in which "[" stands before a bracket. */
static void
add_unusual(struct anf__plain_buffer *marker, const char *number)
{
    anf__plain_puts(marker, "[");
    for (; *number; number++) {
        if (*number == '[' || *number == ']')
            anf__plain_puts(marker, "[");
        anf__plain_add(marker, number, 1);
    }
    anf__plain_puts(marker, "]");
}

/* "-", "2.", "b)", "[§ 3]", "-[a)]"; a printed "2." that counting would give, too, has a guard. */
static void
add_marker(struct anf__plain_buffer *marker, const struct anf_node *item, int ordered,
           uint32_t ordinal)
{
    char counted[NUMBER_SIZE];
    const char *number = anf_node_get(item, ANF_ATTRIBUTE_NUMBER);
    snprintf(counted, sizeof counted, "%" PRIu32 ".", ordinal);
    if (!ordered)
        anf__plain_puts(marker, "-");
    if (!number && ordered)
        anf__plain_puts(marker, counted);
    if (!number)
        return;
    size_t length = strlen(number);
    if (!ordered || anf__plain_item_number(number, length) != length) {
        add_unusual(marker, number);
        return;
    }
    anf__plain_puts(marker, number);
    if (strcmp(number, counted) == 0)
        anf__plain_puts(marker, ANF__PLAIN_GUARD);
}

void
anf__plain_write_list(struct anf__plain_writer *writer, const struct anf_node *list)
{
    enum anf__plain_where where = writer->where;
    int tight = writer->tight, items_tight = is_tight(list);
    int ordered = anf_node_get(list, ANF_ATTRIBUTE_ORDERED) != NULL;
    uint32_t ordinal = 0;
    anf__plain_space_blocks(writer);
    const char *indent = writer->behind_list ? "   " : "  ";
    size_t before = anf__plain_push(writer->layout, indent, indent);
    writer->where = ANF__PLAIN_IN_BLOCK;
    const struct anf_node *item = anf_node_first(list);
    for (; item; item = anf_node_next(item)) {
        struct anf__plain_buffer marker = {0};
        add_marker(&marker, item, ordered, ++ordinal);
        writer->tight = items_tight;
        if (ordinal > 1)
            anf__plain_space_blocks(writer);
        anf__plain_write_led(writer, &marker, anf_node_first(item));
        writer->failed |= marker.failed;
        anf__plain_clear(&marker);
    }
    writer->tight = tight;
    writer->where = where;
    anf__plain_pop(writer->layout, before);
}
