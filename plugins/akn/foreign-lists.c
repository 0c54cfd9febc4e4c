/* foreign-lists.c: lists and tables. What stands between their items or rows comes between two
 * lists or tables. */
#include "foreign.h"

#include <stdlib.h>
#include <string.h>

/* --- lists --- */

/* A list of the hierarchy has points, indents and such for items. */
static int
is_item(const struct anf__akn_element *list, const struct anf__akn_element *element)
{
    int is_hierarchy = strcmp(list->name, "list") == 0;
    if (!element->name || !element->has_words)
        return 0;
    return element->meaning == ANF__MEANS_ITEM ||
           (is_hierarchy && element->meaning == ANF__MEANS_LEVEL);
}

/* Numbers and letters order the items; a dash or bullet does not. */
static int
is_ordered(const struct anf__akn_element *list, const struct anf__akn_element *item, int *ret_is)
{
    struct anf__akn_element *num = anf__akn_tree_child(item, "num");
    char *words;
    *ret_is = strcmp(list->name, "ol") == 0;
    if (!num)
        return ANF_OK;
    int status = anf__akn_tree_words(num, &words);
    if (status != ANF_OK)
        return status;
    *ret_is = strpbrk(words, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") !=
              NULL;
    free(words);
    return ANF_OK;
}

static int
open_list(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
          const struct anf__akn_element *list, const struct anf__akn_element *item,
          struct anf_node **ret_node)
{
    int ordered;
    int status = is_ordered(list, item, &ordered);
    if (status == ANF_OK)
        status = anf__akn_failed(&f->at,
                                 anf_node_add(anf__akn_flow_place(flow), ANF_NODE_LIST, ret_node));
    if (status == ANF_OK && ordered)
        status = anf_node_set(*ret_node, ANF_ATTRIBUTE_ORDERED, "true");
    return status;
}

static int
add_item(struct anf__akn_foreign *f, struct anf_node *list, const struct anf__akn_element *element)
{
    struct anf__akn_flow inner = {0};
    int status = anf__akn_failed(&f->at, anf_node_add(list, ANF_NODE_ITEM, &inner.node));
    if (status == ANF_OK)
        status = anf__akn_set(f, inner.node, ANF_ATTRIBUTE_NUMBER,
                              anf__akn_tree_value(element, "value"));
    if (status == ANF_OK)
        status = anf__akn_take_number(f, inner.node, element);
    return status == ANF_OK ? anf__akn_flow_children(f, &inner, element) : status;
}

int
anf__akn_block_list(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                    struct anf__akn_element *element)
{
    enum { LEVELS = 4 };
    struct anf_node *list = NULL;
    int status = ANF_OK;
    if (!anf__akn_fits(f, anf__akn_flow_place(flow), ANF_NODE_LIST, ANF_ROLE_NONE, LEVELS))
        return anf__akn_flow_children(f, flow, element);
    for (struct anf__akn_element *e = element->first; e && status == ANF_OK; e = e->next) {
        if (!is_item(element, e)) {
            list = e->has_words ? NULL : list;
            status = anf__akn_flow_child(f, flow, e);
            continue;
        }
        flow->line.node = NULL;
        if (!list)
            status = open_list(f, flow, element, e, &list);
        if (status == ANF_OK)
            status = add_item(f, list, e);
    }
    return status;
}

/* --- tables --- */

struct grid {
    struct anf_node *table;                 /* NULL: none is open */
    struct anf_node *row;                   /* likewise */
    const struct anf__akn_element *caption; /* for the table to come */
};

static int
open_table(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct grid *grid)
{
    struct anf__akn_line line = {0};
    flow->line.node = NULL;
    int status = anf_node_add(anf__akn_flow_place(flow), ANF_NODE_TABLE, &grid->table);
    status = anf__akn_failed(&f->at, status);
    if (status != ANF_OK || !grid->caption)
        return status;
    status = anf__akn_failed(&f->at, anf_node_add(grid->table, ANF_NODE_CAPTION, &line.node));
    if (status == ANF_OK)
        status = anf__akn_line_fill(f, &line, grid->caption);
    grid->caption = NULL;
    return status;
}

static int
set_spans(struct anf__akn_foreign *f, struct anf_node *cell, const struct anf__akn_element *element)
{
    int status = ANF_OK;
    if (strcmp(element->name, "th") == 0)
        status = anf_node_set(cell, ANF_ATTRIBUTE_HEADER, "true");
    if (status == ANF_OK)
        status = anf__akn_set(f, cell, ANF_ATTRIBUTE_COLSPAN,
                              anf__akn_tree_value(element, "colspan"));
    if (status == ANF_OK)
        status = anf__akn_set(f, cell, ANF_ATTRIBUTE_ROWSPAN,
                              anf__akn_tree_value(element, "rowspan"));
    return status;
}

static int
add_cell(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct grid *grid,
         const struct anf__akn_element *element)
{
    struct anf__akn_flow inner = {0};
    int status = grid->table ? ANF_OK : open_table(f, flow, grid);
    if (status == ANF_OK && !grid->row)
        status = anf__akn_failed(&f->at, anf_node_add(grid->table, ANF_NODE_ROW, &grid->row));
    if (status == ANF_OK)
        status = anf__akn_failed(&f->at, anf_node_add(grid->row, ANF_NODE_CELL, &inner.node));
    if (status == ANF_OK)
        status = set_spans(f, inner.node, element);
    return status == ANF_OK ? anf__akn_flow_children(f, &inner, element) : status;
}

/* Neither caption nor row nor cell: the next row begins another table. */
static int
add_between(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct grid *grid,
            struct anf__akn_element *element)
{
    if (element->has_words)
        grid->table = grid->row = NULL;
    return anf__akn_flow_child(f, flow, element);
}

static int
add_row(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct grid *grid,
        struct anf__akn_element *row)
{
    int status = ANF_OK;
    grid->row = NULL;
    for (struct anf__akn_element *e = row->first; e && status == ANF_OK; e = e->next)
        status = e->meaning == ANF__MEANS_CELL ? add_cell(f, flow, grid, e)
                                               : add_between(f, flow, grid, e);
    return status;
}

/* HTML's groups of rows: no version of Akoma Ntoso has them, and files do. */
static int
is_group(const struct anf__akn_element *element)
{
    return anf__akn_tree_child(element, "tr") != NULL;
}

static int
add_rows(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct grid *grid,
         struct anf__akn_element *parent)
{
    int status = ANF_OK;
    for (struct anf__akn_element *e = parent->first; e && status == ANF_OK; e = e->next) {
        int is_caption = e->meaning == ANF__MEANS_CAPTION && !grid->table && !grid->caption;
        if (is_caption)
            grid->caption = e->has_words ? e : NULL;
        else if (e->meaning == ANF__MEANS_ROW)
            status = add_row(f, flow, grid, e);
        else if (e->meaning == ANF__MEANS_THROUGH && is_group(e))
            status = add_rows(f, flow, grid, e);
        else
            status = add_between(f, flow, grid, e);
    }
    return status;
}

int
anf__akn_block_table(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                     struct anf__akn_element *element)
{
    enum { LEVELS = 5 };
    struct grid grid = {0};
    if (!anf__akn_fits(f, anf__akn_flow_place(flow), ANF_NODE_TABLE, ANF_ROLE_NONE, LEVELS))
        return anf__akn_flow_children(f, flow, element);
    int status = add_rows(f, flow, &grid, element);
    if (status == ANF_OK && grid.caption) {
        flow->line.node = NULL;
        status = anf__akn_flow_children(f, flow, grid.caption);
    }
    return status;
}
