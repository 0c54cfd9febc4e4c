/* grid.c: where the cells of a table lie once spans are counted (HTML, 4.9.12, which the model
 * follows: a span ends with the table, and before a cell that is there already). */
#include "grid.h"

/* A column is as wide as its longest line, within reason. */
enum { WIDEST = 60 };

static const struct anf_node *
first_row(const struct anf_node *table)
{
    const struct anf_node *node = anf_node_first(table);
    return node && anf_node_kind(node) == ANF_NODE_CAPTION ? anf_node_next(node) : node;
}

static uint32_t
span_of(const struct anf__odt_grid *grid, const struct anf_node *cell, int attribute)
{
    uint32_t span = grid->spans ? anf_node_get_number(cell, attribute) : 0;
    return span ? span : 1;
}

static uint32_t
free_column(const struct anf__odt_grid *grid, uint32_t column)
{
    while (column < grid->active && grid->left[column])
        column++;
    return column;
}

/* As many columns as are free side by side, and wanted. */
static uint32_t
room_at(const struct anf__odt_grid *grid, uint32_t column, uint32_t wanted)
{
    uint32_t room = 1;
    while (room < wanted && (column + room >= grid->active || !grid->left[column + room]))
        room++;
    return room;
}

static void
cover(struct anf__odt_grid *grid, const struct anf__odt_spot *spot)
{
    uint32_t end = spot->column + spot->columns;
    if (spot->rows < 2 || end > ANF__ODT_MOST_COLUMNS)
        return;
    for (uint32_t i = spot->column; i < end; i++)
        grid->left[i] = spot->rows;
    if (end > grid->active)
        grid->active = end;
}

struct anf__odt_spot
anf__odt_grid_place(struct anf__odt_grid *grid, const struct anf_node *cell, uint32_t column)
{
    struct anf__odt_spot spot = {.column = free_column(grid, column)};
    uint32_t rows = span_of(grid, cell, ANF_ATTRIBUTE_ROWSPAN);
    spot.columns = room_at(grid, spot.column, span_of(grid, cell, ANF_ATTRIBUTE_COLSPAN));
    spot.rows = rows < grid->rows ? rows : grid->rows;
    cover(grid, &spot);
    return spot;
}

void
anf__odt_grid_next_row(struct anf__odt_grid *grid)
{
    uint32_t active = 0;
    for (uint32_t i = 0; i < grid->active; i++) {
        grid->left[i] -= grid->left[i] > 0;
        if (grid->left[i])
            active = i + 1;
    }
    grid->active = active;
    grid->rows--;
}

/* --- measuring --- */

static uint32_t
characters(const struct anf_node *node)
{
    size_t len;
    uint32_t count = 0;
    const char *text = anf_node_text(node, &len);
    for (size_t i = 0; i < len && count < WIDEST; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* Of a block the longest line, of an inline its length. */
static uint32_t
extent(const struct anf_node *node)
{
    if (anf_node_kind(node) == ANF_NODE_TEXT)
        return characters(node);
    uint32_t longest = 0, line = 0;
    for (const struct anf_node *child = anf_node_first(node); child; child = anf_node_next(child)) {
        uint32_t more = anf_node_kind(child) == ANF_NODE_FOOTNOTE ? 1 : extent(child);
        line = anf_node_is_inline(child) ? line + more : more;
        longest = line > longest ? line : longest;
    }
    return longest < WIDEST ? longest : WIDEST;
}

/* What the columns share a cell among themselves. */
static void
widen(struct anf__odt_grid *grid, const struct anf__odt_spot *spot, const struct anf_node *cell)
{
    uint32_t each = (extent(cell) + spot->columns - 1) / spot->columns;
    for (uint32_t i = spot->column; i < spot->column + spot->columns; i++)
        grid->width[i] = each > grid->width[i] ? each : grid->width[i];
}

/* 1: a span leaves the header rows. */
static int
measure_row(struct anf__odt_grid *grid, const struct anf_node *row, uint32_t header_rows_left)
{
    uint32_t column = 0;
    int leaves = 0;
    for (const struct anf_node *cell = anf_node_first(row); cell; cell = anf_node_next(cell)) {
        struct anf__odt_spot spot = anf__odt_grid_place(grid, cell, column);
        column = spot.column + spot.columns;
        leaves |= header_rows_left && spot.rows > header_rows_left;
        if (column > grid->columns)
            grid->columns = column;
        if (column > ANF__ODT_MOST_COLUMNS)
            grid->spans = 0;
        else
            widen(grid, &spot, cell);
    }
    return leaves;
}

static int
is_header_row(const struct anf_node *row)
{
    const struct anf_node *cell = anf_node_first(row);
    while (cell && anf_node_get(cell, ANF_ATTRIBUTE_HEADER))
        cell = anf_node_next(cell);
    return !cell;
}

/* Without spans a row is as wide as it has cells. */
static void
recount_columns(struct anf__odt_grid *grid, const struct anf_node *table)
{
    grid->columns = 0;
    for (const struct anf_node *row = first_row(table); row; row = anf_node_next(row)) {
        uint32_t cells = 0;
        for (const struct anf_node *cell = anf_node_first(row); cell; cell = anf_node_next(cell))
            cells++;
        grid->columns = cells > grid->columns ? cells : grid->columns;
    }
}

static void
count_rows(struct anf__odt_grid *grid, const struct anf_node *table)
{
    const struct anf_node *row = first_row(table);
    for (; row; row = anf_node_next(row)) {
        if (grid->header_rows == grid->rows && is_header_row(row))
            grid->header_rows++;
        grid->rows++;
    }
    if (grid->header_rows == grid->rows) /* a table of headers alone would have no body */
        grid->header_rows--;
}

void
anf__odt_grid_measure(struct anf__odt_grid *grid, const struct anf_node *table)
{
    *grid = (struct anf__odt_grid){.spans = 1};
    count_rows(grid, table);
    uint32_t rows = grid->rows, headers = grid->header_rows, index = 0;
    int leaves = 0;
    for (const struct anf_node *row = first_row(table); row; row = anf_node_next(row)) {
        leaves |= measure_row(grid, row, index < headers ? headers - index : 0);
        anf__odt_grid_next_row(grid);
        index++;
    }
    if (leaves)
        grid->header_rows = 0;
    if (!grid->spans)
        recount_columns(grid, table);
    grid->active = 0;
    grid->rows = rows;
}
