/* blocks.c: tables that do not add up, links that lead nowhere. */
#include "check/checking.h"

#include "inquiry.h"

#include <inttypes.h>
#include <string.h>

enum { MOST_SPAN = 1000 }; /* rows that a cell may reach over: anf_attribute */

static uint32_t
span_of(const struct anf_node *cell, int attribute)
{
    uint32_t span = anf_node_get_number(cell, attribute);
    return span > 0 ? span : 1;
}

/* How wide is the row, with what reaches into it from above? ending has, for the rows from this
 * one on, the columns that are free again in each; it is a ring. */
static uint64_t
row_width(const struct anf_node *row, uint64_t *from_above, uint64_t *ending, size_t index)
{
    *from_above -= ending[index % MOST_SPAN];
    ending[index % MOST_SPAN] = 0;
    uint64_t width = *from_above;
    for (const struct anf_node *cell = row->first; cell; cell = cell->next) {
        uint32_t columns = span_of(cell, ANF_ATTRIBUTE_COLSPAN);
        uint32_t rows = span_of(cell, ANF_ATTRIBUTE_ROWSPAN);
        width += columns;
        if (rows > 1) {
            *from_above += columns;
            ending[(index + rows) % MOST_SPAN] += columns;
        }
    }
    return width;
}

/* A cell alone in its row is a heading within the table, however far it says that it reaches. */
static int
stands_alone(const struct anf_node *row)
{
    return row->first && !row->first->next && span_of(row->first, ANF_ATTRIBUTE_ROWSPAN) == 1;
}

static int
check_table(struct checking *c, const struct anf_node *table)
{
    uint64_t ending[MOST_SPAN] = {0};
    uint64_t from_above = 0;
    uint64_t usual = 0;
    size_t index = 0;
    for (const struct anf_node *row = table->first; row; row = row->next) {
        if (row->kind != ANF_NODE_ROW)
            continue;
        uint64_t width = row_width(row, &from_above, ending, index++);
        if (stands_alone(row))
            continue;
        if (usual > 0 && width != usual)
            return anf__find_node(c, ANF_CODE_UNEQUAL_ROWS, row,
                                  "it has %" PRIu64 " columns, and what is before it has %" PRIu64,
                                  width, usual);
        usual = width;
    }
    return ANF_OK;
}

static int
check_link(struct checking *c, const struct anf_node *link)
{
    const char *href = anf_node_get(link, ANF_ATTRIBUTE_HREF);
    if (href[strspn(href, " \t")])
        return ANF_OK;
    return anf__find_node(c, ANF_CODE_EMPTY_LINK, link, "it leads nowhere");
}

int
anf__check_blocks(struct checking *c)
{
    const struct anf_node *root = c->inquiry->root;
    int status = ANF_OK;
    for (const struct anf_node *node = root; node && status == ANF_OK;
         node = anf__next_node(root, node)) {
        if (node->kind == ANF_NODE_TABLE)
            status = check_table(c, node);
        else if (node->kind == ANF_NODE_LINK)
            status = check_link(c, node);
    }
    return status;
}
