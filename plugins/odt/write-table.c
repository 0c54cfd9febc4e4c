/* write-table.c: tables. */
#include "write.h"

#include "grid.h"

/* Widths of columns are parts of the whole: characters of the longest line, and the space around
 * it. */
enum { NARROWEST = 5, AROUND = 2, WIDTHS = 128 };

static const struct anf_node *
caption_of(const struct anf_node *table)
{
    const struct anf_node *first = anf_node_first(table);
    return first && anf_node_kind(first) == ANF_NODE_CAPTION ? first : NULL;
}

static void
write_caption(struct anf__odt_writer *w, const struct anf_node *caption, const char *style)
{
    anf__odt_show(w, caption, ANF__ODT_SHOWS_NODE);
    anf__odt_start_paragraph(w, "text:p", style);
    anf__odt_put_inlines(w, caption);
    anf__markup_end(&w->out, "text:p");
}

/* --- columns --- */

static uint32_t
width_of(const struct anf__odt_grid *grid, uint32_t column)
{
    uint32_t width = grid->columns <= ANF__ODT_MOST_COLUMNS ? grid->width[column] : 0;
    width = (width < NARROWEST ? NARROWEST : width) + AROUND;
    return width < WIDTHS ? width : WIDTHS - 1;
}

static void
write_columns(struct anf__odt_writer *w, const struct anf__odt_grid *grid)
{
    uint32_t count;
    for (uint32_t i = 0; i < grid->columns; i += count) {
        uint32_t width = width_of(grid, i);
        count = 1;
        if (grid->columns > ANF__ODT_MOST_COLUMNS)
            count = grid->columns;
        while (i + count < grid->columns && width_of(grid, i + count) == width)
            count++;
        w->widths[width / 64] |= (uint64_t)1 << width % 64;
        anf__markup_start(&w->out, "table:table-column");
        anf__markup_attribute_format(&w->out, "table:style-name", "Spalte%u", width);
        if (count > 1)
            anf__markup_attribute_format(&w->out, "table:number-columns-repeated", "%u", count);
        anf__markup_end(&w->out, "table:table-column");
    }
}

/* --- cells --- */

static void
write_covered(struct anf__odt_writer *w, uint32_t count)
{
    if (!count)
        return;
    anf__markup_start(&w->out, "table:covered-table-cell");
    if (count > 1)
        anf__markup_attribute_format(&w->out, "table:number-columns-repeated", "%u", count);
    anf__markup_end(&w->out, "table:covered-table-cell");
}

static void
start_cell(struct anf__odt_writer *w, const struct anf__odt_spot *spot, int header)
{
    anf__markup_start(&w->out, "table:table-cell");
    anf__markup_attribute(&w->out, "table:style-name", header ? "Kopfzelle" : "Zelle");
    if (spot->columns > 1)
        anf__markup_attribute_format(&w->out, "table:number-columns-spanned", "%u", spot->columns);
    if (spot->rows > 1)
        anf__markup_attribute_format(&w->out, "table:number-rows-spanned", "%u", spot->rows);
    anf__markup_attribute(&w->out, "office:value-type", "string");
}

static void
write_cell(struct anf__odt_writer *w, const struct anf_node *cell, const struct anf__odt_spot *spot,
           struct anf__odt_place place)
{
    int header = anf_node_get(cell, ANF_ATTRIBUTE_HEADER) != NULL;
    place.style = header ? ANF__ODT_STYLE_HEADER_CELL : ANF__ODT_STYLE_CELL;
    place.item_style = place.style;
    place.number = NULL;
    place.lists = 0;
    place.tables++;
    anf__odt_show(w, cell, ANF__ODT_SHOWS_NODE);
    start_cell(w, spot, header);
    anf__odt_write_filled(w, cell, place);
    anf__markup_end(&w->out, "table:table-cell");
    write_covered(w, spot->columns - 1);
}

/* A row that is shorter than the table ends with an empty cell. */
static void
write_rest(struct anf__odt_writer *w, const struct anf_node *row, const struct anf__odt_spot *rest)
{
    anf__odt_show(w, row, ANF__ODT_SHOWS_LABEL);
    start_cell(w, rest, 0);
    anf__odt_show(w, row, ANF__ODT_SHOWS_LABEL);
    anf__odt_put_line(w, ANF__ODT_STYLE_CELL, "");
    anf__markup_end(&w->out, "table:table-cell");
    write_covered(w, rest->columns - 1);
}

static void
write_end_of_row(struct anf__odt_writer *w, const struct anf_node *row,
                 const struct anf__odt_grid *grid, uint32_t column)
{
    while (grid->spans && column < grid->columns) {
        uint32_t first = column;
        int covered = column < grid->active && grid->left[column];
        while (column < grid->columns &&
               covered == (column < grid->active && grid->left[column] > 0))
            column++;
        struct anf__odt_spot rest = {.column = first, .columns = column - first, .rows = 1};
        if (covered)
            write_covered(w, rest.columns);
        else
            write_rest(w, row, &rest);
    }
}

static void
write_row(struct anf__odt_writer *w, const struct anf_node *row, struct anf__odt_grid *grid,
          struct anf__odt_place place)
{
    uint32_t column = 0;
    anf__odt_show(w, row, ANF__ODT_SHOWS_NODE);
    anf__markup_start(&w->out, "table:table-row");
    for (const struct anf_node *cell = anf_node_first(row); cell; cell = anf_node_next(cell)) {
        struct anf__odt_spot spot = anf__odt_grid_place(grid, cell, column);
        write_covered(w, spot.column - column);
        write_cell(w, cell, &spot, place);
        column = spot.column + spot.columns;
    }
    write_end_of_row(w, row, grid, column);
    anf__markup_end(&w->out, "table:table-row");
    anf__odt_grid_next_row(grid);
}

static void
write_rows(struct anf__odt_writer *w, const struct anf_node *row, struct anf__odt_grid *grid,
           struct anf__odt_place place)
{
    uint32_t headers = grid->header_rows;
    if (headers)
        anf__markup_start(&w->out, "table:table-header-rows");
    for (uint32_t i = 0; row; row = anf_node_next(row), i++) {
        if (headers && i == headers)
            anf__markup_end(&w->out, "table:table-header-rows");
        write_row(w, row, grid, place);
    }
}

/* --- the table --- */

/* Where a table cannot be one, its lines stand below each other. */
static void
write_lines(struct anf__odt_writer *w, const struct anf_node *table, struct anf__odt_place place)
{
    const struct anf_node *row = anf_node_first(table);
    if (caption_of(table)) {
        write_caption(w, row, place.style);
        row = anf_node_next(row);
    }
    place.number = NULL;
    for (; row; row = anf_node_next(row)) {
        for (const struct anf_node *cell = anf_node_first(row); cell; cell = anf_node_next(cell))
            anf__odt_write_blocks(w, cell, place);
    }
}

void
anf__odt_write_table(struct anf__odt_writer *w, const struct anf_node *table,
                     struct anf__odt_place place)
{
    const struct anf_node *caption = caption_of(table);
    if (place.lists && !place.note) {
        anf__odt_wait(w, table);
        return;
    }
    if (place.tables >= ANF__ODT_MOST_TABLES) {
        write_lines(w, table, place);
        return;
    }
    struct anf__odt_grid grid;
    anf__odt_grid_measure(&grid, table);
    if (caption)
        write_caption(w, caption, ANF__ODT_STYLE_CAPTION);
    anf__odt_show(w, table, ANF__ODT_SHOWS_NODE);
    anf__markup_start(&w->out, "table:table");
    anf__markup_attribute_format(&w->out, "table:name", "Tabelle%u", ++w->tables);
    anf__markup_attribute(&w->out, "table:style-name", "Tabelle");
    write_columns(w, &grid);
    write_rows(w, caption ? anf_node_next(caption) : anf_node_first(table), &grid, place);
    anf__markup_end(&w->out, "table:table");
}
