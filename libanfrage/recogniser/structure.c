/* structure.c: places of the page as lists, tables and quotes. */
#include "recogniser/compose.h"

#include <stdio.h>
#include <string.h>

static const int place_nodes[] = {
    [ANF_PLACE_LIST] = ANF_NODE_LIST,
    [ANF_PLACE_ITEM] = ANF_NODE_ITEM,
    [ANF_PLACE_TABLE] = ANF_NODE_TABLE,
    [ANF_PLACE_ROW] = ANF_NODE_ROW,
    [ANF_PLACE_CELL] = ANF_NODE_CELL,
    [ANF_PLACE_QUOTE] = ANF_NODE_QUOTE,
    [ANF_PLACE_RECORD] = 0,
};

struct anf_node *
anf__innermost(const struct composer *c)
{
    return c->depth ? c->frames[c->depth - 1].node : c->base;
}

static int
is_within(const struct composer *c, uint32_t place, uint32_t ancestor)
{
    return place >= ancestor && place < c->r->page->place_ends.items[ancestor];
}

int
anf__set_number(struct anf_node *node, int attribute, uint32_t number)
{
    char text[16];
    snprintf(text, sizeof text, "%u", (unsigned)number);
    return anf_node_set(node, attribute, text);
}

static int
set_place_attributes(struct anf_node *node, const struct anf_place *place)
{
    int status = ANF_OK;
    if (place->kind == ANF_PLACE_LIST && place->flags & ANF_PLACE_ORDERED)
        return anf_node_set(node, ANF_ATTRIBUTE_ORDERED, "true");
    if (place->kind == ANF_PLACE_ITEM && place->number > 0)
        return anf__set_number(node, ANF_ATTRIBUTE_NUMBER, (uint32_t)place->number);
    if (place->kind != ANF_PLACE_CELL)
        return status;
    if (place->flags & ANF_PLACE_HEADING)
        status = anf_node_set(node, ANF_ATTRIBUTE_HEADER, "true");
    if (status == ANF_OK && place->colspan > 1 && place->colspan <= 1000)
        status = anf__set_number(node, ANF_ATTRIBUTE_COLSPAN, place->colspan);
    if (status == ANF_OK && place->rowspan > 1 && place->rowspan <= 1000)
        status = anf__set_number(node, ANF_ATTRIBUTE_ROWSPAN, place->rowspan);
    return status;
}

/* Cells of the row up to a place that hold nothing: a table keeps its columns. */
static int
add_empty_cells(struct composer *c, struct frame *row, uint32_t before)
{
    for (uint32_t i = row->next_cell; i < before; i++) {
        const struct anf_place *place = anf_page_place(c->r->page, i);
        if (place->kind != ANF_PLACE_CELL || place->parent != row->place)
            continue;
        struct anf_node *cell = NULL;
        int status = anf_node_add(row->node, ANF_NODE_CELL, &cell);
        if (status == ANF_OK)
            status = set_place_attributes(cell, place);
        if (status != ANF_OK)
            return status;
    }
    row->next_cell = before;
    return ANF_OK;
}

int
anf__close_frames(struct composer *c, uint32_t depth)
{
    int status = ANF_OK;
    while (c->depth > depth && status == ANF_OK) {
        struct frame *frame = &c->frames[c->depth - 1];
        if (anf_node_kind(frame->node) == ANF_NODE_ROW)
            status = add_empty_cells(c, frame, c->r->page->place_ends.items[frame->place]);
        c->depth--;
    }
    return status;
}

/* Open one place as a node, where the grammar has it: a cell without its table is just a block. */
static int
open_place(struct composer *c, uint32_t index)
{
    const struct anf_place *place = anf_page_place(c->r->page, index);
    int kind = place_nodes[place->kind];
    if (c->depth == DEEPEST_STRUCTURE || !anf_node_allows(anf__innermost(c), kind, ANF_ROLE_NONE))
        return ANF_OK;
    struct frame *parent = c->depth ? &c->frames[c->depth - 1] : NULL;
    int status = kind == ANF_NODE_CELL ? add_empty_cells(c, parent, index) : ANF_OK;
    struct frame frame = {index, NULL, index + 1};
    if (status == ANF_OK)
        status = anf_node_add(anf__innermost(c), kind, &frame.node);
    if (status != ANF_OK)
        return status;
    if (kind == ANF_NODE_CELL)
        parent->next_cell = index + 1;
    c->frames[c->depth++] = frame;
    return set_place_attributes(frame.node, place);
}

/* Does a row of the table that a caption stands in come to be? */
static int
has_row(const struct composer *c, uint32_t table, const struct line *caption)
{
    const struct recognition *r = c->r;
    for (size_t i = (size_t)(caption - r->lines.items) + 1; i < r->lines.count; i++) {
        uint32_t place = anf__line_block(r, &r->lines.items[i])->place;
        if (!is_within(c, place, table))
            return 0;
        if (r->lines.items[i].state == LINE_BODY && place != table)
            return 1;
    }
    return 0;
}

/* A list, table or row must not be left without what it is for, so it is opened only together with
 * the next place below it. */
static int
is_complete(const struct composer *c, uint32_t place, uint32_t below, const struct line *line)
{
    static const uint32_t wanted[] = {[ANF_PLACE_LIST] = ANF_PLACE_ITEM,
                                      [ANF_PLACE_ROW] = ANF_PLACE_CELL,
                                      [ANF_PLACE_TABLE] = ANF_PLACE_ROW,
                                      [ANF_PLACE_RECORD] = 0};
    uint32_t kind = anf_page_place(c->r->page, place)->kind;
    if (!wanted[kind] || (below && anf_page_place(c->r->page, below)->kind == wanted[kind]))
        return 1;
    return kind == ANF_PLACE_TABLE && !below &&
           anf__line_block(c->r, line)->kind == ANF_BLOCK_CAPTION && has_row(c, place, line);
}

/* Open, from the outside in, those places around a line's block that are structure. */
static int
open_places(struct composer *c, const struct line *line)
{
    uint32_t path[DEEPEST_STRUCTURE];
    uint32_t count = 0;
    uint32_t place = anf__line_block(c->r, line)->place;
    uint32_t stop = c->depth ? c->frames[c->depth - 1].place : 0;
    for (; place != stop && place && !is_within(c, c->base_place, place);
         place = anf_page_place(c->r->page, place)->parent) {
        uint32_t kind = anf_page_place(c->r->page, place)->kind;
        if (kind >= sizeof place_nodes / sizeof *place_nodes || !place_nodes[kind])
            continue;
        if (count == DEEPEST_STRUCTURE) {
            memmove(path, path + 1, sizeof path - sizeof *path);
            count--;
        }
        path[count++] = place;
    }
    int status = ANF_OK;
    for (; count > 0 && status == ANF_OK; count--) {
        if (is_complete(c, path[count - 1], count > 1 ? path[count - 2] : 0, line))
            status = open_place(c, path[count - 1]);
    }
    return status;
}

int
anf__move_to(struct composer *c, const struct line *line)
{
    uint32_t place = anf__line_block(c->r, line)->place;
    uint32_t depth = c->depth;
    while (depth && !is_within(c, place, c->frames[depth - 1].place))
        depth--;
    int status = anf__close_frames(c, depth);
    return status == ANF_OK ? open_places(c, line) : status;
}
