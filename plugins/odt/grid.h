/* grid.h: where the cells of a table lie once spans are counted. */
#ifndef ANF_ODT_GRID_H
#define ANF_ODT_GRID_H

#include <anfrage/plugin.h>

/* Beyond this many columns a table is none that anyone could look at: its spans are not shown, as
 * the cells that they cover would have to be written. */
enum { ANF__ODT_MOST_COLUMNS = 1024 };

struct anf__odt_grid {
    int spans;            /* are they shown? */
    uint32_t columns;     /* how wide it is */
    uint32_t rows;        /* that are left, the one at hand included */
    uint32_t header_rows; /* leading ones whose cells are all headers, of which no span leaves */
    uint32_t active;      /* columns from here on are free */
    uint32_t left[ANF__ODT_MOST_COLUMNS];  /* rows that a cell above still covers */
    uint32_t width[ANF__ODT_MOST_COLUMNS]; /* of a column: characters of its longest line */
};

/* A cell's place. */
struct anf__odt_spot {
    uint32_t column;
    uint32_t columns;
    uint32_t rows;
};

/* Measure a table; then place its cells, row by row, each at or after the column behind the one
 * before it. */
void anf__odt_grid_measure(struct anf__odt_grid *grid, const struct anf_node *table);
struct anf__odt_spot anf__odt_grid_place(struct anf__odt_grid *grid, const struct anf_node *cell,
                                         uint32_t column);
void anf__odt_grid_next_row(struct anf__odt_grid *grid);

#endif
