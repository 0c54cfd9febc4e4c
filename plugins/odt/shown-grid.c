/* shown-grid.c: how many columns a cell spans. Programs take out columns that no cell begins or
 * ends at, so only the others count. */
#include "shown.h"

#include <stdlib.h>

enum { MOST_COLUMNS = 4096 };

struct edges {
    uint8_t is_edge[MOST_COLUMNS + 1];
    uint16_t before[MOST_COLUMNS + 1]; /* edges up to a column */
};

static uint32_t
end_of(const struct anf__odt_shown *cell)
{
    return cell->at + cell->columns;
}

/* 0: the table is too wide to be measured. */
static int
find_edges(const struct anf__odt_document *document, const struct anf__odt_shown *table,
           struct edges *edges)
{
    *edges = (struct edges){.is_edge = {1}};
    for (uint32_t row = table->first; row; row = document->nodes[row].next) {
        uint32_t cell = document->nodes[row].first;
        for (; cell; cell = document->nodes[cell].next) {
            const struct anf__odt_shown *node = &document->nodes[cell];
            if (node->kind != ANF__ODT_SHOWN_CELL || end_of(node) > MOST_COLUMNS)
                return 0;
            edges->is_edge[node->at] = 1;
            edges->is_edge[end_of(node)] = 1;
        }
    }
    for (uint32_t i = 1; i <= MOST_COLUMNS; i++)
        edges->before[i] = (uint16_t)(edges->before[i - 1] + edges->is_edge[i]);
    return 1;
}

static void
measure(struct anf__odt_document *document, const struct anf__odt_shown *table, struct edges *edges)
{
    if (!find_edges(document, table, edges))
        return;
    for (uint32_t row = table->first; row; row = document->nodes[row].next) {
        uint32_t cell = document->nodes[row].first;
        for (; cell; cell = document->nodes[cell].next) {
            struct anf__odt_shown *node = &document->nodes[cell];
            node->columns = (uint32_t)edges->before[end_of(node)] - edges->before[node->at];
        }
    }
}

/* Does a cell span columns? Tables without such a cell are as they are. */
static int
has_spans(const struct anf__odt_document *document, const struct anf__odt_shown *table)
{
    for (uint32_t row = table->first; row; row = document->nodes[row].next) {
        uint32_t cell = document->nodes[row].first;
        for (; cell; cell = document->nodes[cell].next)
            if (document->nodes[cell].columns > 1)
                return 1;
    }
    return 0;
}

int
anf__odt_shown_measure(struct anf__odt_document *document)
{
    struct edges *edges = malloc(sizeof *edges);
    if (!edges)
        return ANF_ERR_NOMEM;
    for (size_t i = 0; i < document->count; i++) {
        const struct anf__odt_shown *node = &document->nodes[i];
        if (node->kind == ANF__ODT_SHOWN_TABLE && has_spans(document, node))
            measure(document, node, edges);
    }
    free(edges);
    return ANF_OK;
}
