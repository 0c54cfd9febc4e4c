/* table.c: tables as aligned columns between rules.
 *
 * Each cell is laid out by itself, as wide as it likes up to a column's most; then columns are as
 * wide as their widest cell. Padding is the one thing here that could make the output much larger
 * than the input, so a table that would be mostly padding is written cell below cell, and so is a
 * table inside a cell (table-listed.c). */
#include "writer.h"

#include <stdlib.h>
#include <string.h>

enum {
    CELL_COLUMNS = 40,   /* cells wrap here: of wider columns the eye loses the line */
    PADDING_SHARE = 16,  /* padded, a table may be so many times as large as its text … */
    PADDING_FREE = 65536 /* … and this much more */
};

struct cell {
    size_t text; /* where its lines begin in the laid out text of all cells */
    size_t end;
    uint32_t row;
    uint32_t column;
    uint32_t width;
    uint32_t lines;
};

struct grid {
    struct anf__plain_layout layout; /* of all cells, one below the other */
    struct cell *cells;
    size_t count;
    size_t capacity;
    uint32_t rows;
    uint32_t columns;
    int airy; /* some row has several lines: dots between rows */
    int too_wide;
    uint32_t reach; /* columns that any cell reaches into */
    uint32_t widths[ANF__PLAIN_COLUMNS_MOST];
    size_t offsets[ANF__PLAIN_COLUMNS_MOST];
    uint32_t taken[ANF__PLAIN_COLUMNS_MOST]; /* by a cell above, for so many rows more */
};

static struct cell *
new_cell(struct anf__plain_writer *writer, struct grid *grid)
{
    if (grid->count == grid->capacity) {
        size_t capacity = grid->capacity ? 2 * grid->capacity : ANF__PLAIN_COLUMNS_MOST;
        struct cell *grown = realloc(grid->cells, capacity * sizeof *grown);
        if (!grown) {
            writer->failed = 1;
            return NULL;
        }
        grid->cells = grown;
        grid->capacity = capacity;
    }
    struct cell *cell = &grid->cells[grid->count++];
    *cell = (struct cell){.row = grid->rows};
    return cell;
}

/* Lines, and the widest of them. */
static void
measure(struct grid *grid, struct cell *cell)
{
    if (cell->text == cell->end)
        return;
    const char *at = grid->layout.out.data + cell->text;
    const char *stop = grid->layout.out.data + cell->end;
    while (at < stop) {
        const char *end = memchr(at, '\n', (size_t)(stop - at));
        uint32_t width = (uint32_t)anf__plain_width(at, (size_t)(end - at));
        if (width > cell->width)
            cell->width = width;
        cell->lines++;
        at = end + 1;
    }
    grid->airy |= cell->lines > 1;
}

/* The next column of the row that no cell from above reaches into. */
static uint32_t
free_column(const struct grid *grid, uint32_t column)
{
    while (column < ANF__PLAIN_COLUMNS_MOST && grid->taken[column])
        column++;
    return column;
}

static uint32_t
add_cell(struct anf__plain_writer *writer, struct grid *grid, const struct anf_node *node,
         uint32_t column)
{
    uint32_t span = anf_node_get_number(node, ANF_ATTRIBUTE_COLSPAN);
    uint32_t rows = anf_node_get_number(node, ANF_ATTRIBUTE_ROWSPAN);
    struct cell *cell = new_cell(writer, grid);
    column = free_column(grid, column);
    if (column == ANF__PLAIN_COLUMNS_MOST)
        grid->too_wide = 1;
    if (!cell || grid->too_wide)
        return column;
    cell->column = column;
    cell->text = grid->layout.out.length;
    grid->layout.blank_wanted = 0;
    size_t before = anf__plain_push(&grid->layout, "", ""); /* and so no blank line comes first */
    if (anf_node_first(node))
        anf__plain_write_blocks(writer, anf_node_first(node));
    else /* blank is where no cell is */
        anf__plain_line(&grid->layout, ANF__PLAIN_EMPTY_CELL, sizeof ANF__PLAIN_EMPTY_CELL - 1);
    anf__plain_pop(&grid->layout, before);
    cell->end = grid->layout.out.length;
    if (!grid->layout.out.failed)
        measure(grid, cell);
    if (column >= grid->columns)
        grid->columns = column + 1;
    for (uint32_t i = 0; i < (span ? span : 1) && column < ANF__PLAIN_COLUMNS_MOST; i++)
        grid->taken[column++] = rows > 1 ? rows : 1;
    if (column > grid->reach)
        grid->reach = column;
    return column;
}

static void
add_row(struct anf__plain_writer *writer, struct grid *grid, const struct anf_node *row)
{
    uint32_t column = 0;
    const struct anf_node *node = anf_node_first(row);
    for (; node && !grid->too_wide && !writer->failed; node = anf_node_next(node))
        column = add_cell(writer, grid, node, column);
    for (column = 0; column < grid->reach; column++)
        grid->taken[column] -= grid->taken[column] > 0;
    grid->rows++;
}

static void
set_widths(struct grid *grid)
{
    size_t offset = 0;
    for (size_t i = 0; i < grid->count; i++) {
        const struct cell *cell = &grid->cells[i];
        if (cell->width > grid->widths[cell->column])
            grid->widths[cell->column] = cell->width;
    }
    for (uint32_t i = 0; i < grid->columns; i++) {
        if (grid->widths[i] < ANF__PLAIN_RULE_LEAST)
            grid->widths[i] = ANF__PLAIN_RULE_LEAST;
        grid->offsets[i] = offset;
        offset += grid->widths[i] + ANF__PLAIN_GAP;
    }
}

/* Would the table be mostly padding? */
static int
is_wasteful(const struct grid *grid)
{
    uint32_t last = grid->columns - 1;
    uint64_t total = grid->offsets[last] + grid->widths[last], size = 0;
    uint32_t height = 0;
    for (size_t i = 0; i < grid->count; i++) {
        if (i && grid->cells[i].row != grid->cells[i - 1].row) {
            size += height * total;
            height = 0;
        }
        if (grid->cells[i].lines > height)
            height = grid->cells[i].lines;
    }
    return size + height * total > (uint64_t)grid->layout.out.length * PADDING_SHARE + PADDING_FREE;
}

/* The next line of a row: a line of each of its cells that still has one. 0: there was none. */
static int
add_row_line(const struct grid *grid, size_t first, size_t last, struct anf__plain_buffer *line)
{
    int any = 0;
    size_t at = 0;
    line->length = 0;
    for (size_t i = first; i < last; i++) {
        struct cell *cell = &grid->cells[i];
        if (cell->text == cell->end)
            continue;
        const char *text = grid->layout.out.data + cell->text;
        size_t length = (size_t)((const char *)memchr(text, '\n', cell->end - cell->text) - text);
        size_t offset = grid->offsets[cell->column];
        if (length)
            anf__plain_fill(line, ' ', offset > at ? offset - at : 0);
        if (length)
            at = (offset > at ? offset : at) + anf__plain_width(text, length);
        anf__plain_add(line, text, length);
        cell->text += length + 1;
        any = 1;
    }
    return any;
}

static void
write_border(struct anf__plain_layout *layout, const struct grid *grid, char mark)
{
    struct anf__plain_buffer line = {0};
    for (uint32_t i = 0; i < grid->columns; i++) {
        anf__plain_fill(&line, ' ', i ? ANF__PLAIN_GAP : 0);
        anf__plain_fill(&line, mark, grid->widths[i]);
    }
    anf__plain_line(layout, line.data, line.length);
    layout->out.failed |= line.failed;
    anf__plain_clear(&line);
}

/* A row has one line; where one needs more, each row ends with dots or with a rule, and at least
 * one with dots. */
static void
write_aligned(struct anf__plain_writer *writer, const struct grid *grid, uint32_t head_rows)
{
    struct anf__plain_buffer line = {0};
    int dotted = 0;
    write_border(writer->layout, grid, '=');
    for (size_t first = 0, last; first < grid->count; first = last) {
        uint32_t row = grid->cells[first].row;
        for (last = first; last < grid->count && grid->cells[last].row == row; last++)
            ;
        while (add_row_line(grid, first, last, &line))
            anf__plain_line(writer->layout, line.data, line.length);
        int ends_group = row + 1 == head_rows || row + 1 == grid->rows;
        if (grid->airy && (!ends_group || (row + 1 == grid->rows && !dotted))) {
            write_border(writer->layout, grid, '.');
            dotted = 1;
        }
        if (row + 1 == head_rows)
            write_border(writer->layout, grid, '=');
    }
    write_border(writer->layout, grid, '=');
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

/* Lay out all cells; writes nothing yet. */
static void
fill(struct anf__plain_writer *writer, struct grid *grid, const struct anf_node *table)
{
    struct anf__plain_layout *layout = writer->layout;
    enum anf__plain_where where = writer->where;
    grid->layout.wrap = CELL_COLUMNS;
    writer->layout = &grid->layout;
    writer->where = ANF__PLAIN_IN_BLOCK;
    writer->in_table++;
    const struct anf_node *row = anf_node_first(table);
    for (; row && !grid->too_wide && !writer->failed; row = anf_node_next(row))
        if (anf_node_kind(row) == ANF_NODE_ROW)
            add_row(writer, grid, row);
    writer->layout = layout;
    writer->where = where;
    writer->in_table--;
    writer->failed |= anf__plain_layout_status(&grid->layout) != ANF_OK;
}

/* Right above the table. */
static void
write_caption(struct anf__plain_writer *writer, const struct anf_node *table)
{
    const struct anf_node *caption = anf_node_first(table);
    struct anf__plain_buffer text = {0};
    anf__plain_space_blocks(writer);
    if (!caption || anf_node_kind(caption) != ANF_NODE_CAPTION)
        return;
    anf__plain_write_inlines(writer, &text, caption);
    anf__plain_paragraph(writer->layout, text.data, text.length,
                         anf__plain_needs_guard(text.data, text.length, writer->where));
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

/* What text does not show of the cells. */
static void
report_losses(struct anf__plain_writer *writer, const struct anf_node *table)
{
    uint32_t head_rows = anf__plain_head_rows(table);
    for (const struct anf_node *row = anf_node_first(table); row; row = anf_node_next(row)) {
        if (anf_node_kind(row) != ANF_NODE_ROW)
            continue;
        int in_head = head_rows > 0;
        head_rows -= (uint32_t)in_head;
        const struct anf_node *cell = anf_node_first(row);
        for (; cell; cell = anf_node_next(cell)) {
            if (anf_node_get(cell, ANF_ATTRIBUTE_COLSPAN) ||
                anf_node_get(cell, ANF_ATTRIBUTE_ROWSPAN))
                anf__plain_lose(writer, ANF__PLAIN_LOSS_SPANS);
            if (!in_head && anf_node_get(cell, ANF_ATTRIBUTE_HEADER))
                anf__plain_lose(writer, ANF__PLAIN_LOSS_HEADER_CELLS);
        }
    }
}

void
anf__plain_write_table(struct anf__plain_writer *writer, const struct anf_node *table)
{
    int tight = writer->tight;
    report_losses(writer, table);
    write_caption(writer, table);
    writer->tight = 0;
    if (writer->in_table) {
        anf__plain_write_listed(writer, table);
        writer->tight = tight;
        return;
    }
    struct grid grid = {0};
    size_t notes = writer->notes.count;
    uint32_t numbered = writer->numbered;
    fill(writer, &grid, table);
    int aligned = !writer->failed && !grid.too_wide;
    if (aligned) {
        set_widths(&grid);
        aligned = !is_wasteful(&grid);
    }
    if (!aligned) {
        writer->notes.count = notes; /* the cells are written once more */
        writer->numbered = numbered;
        anf__plain_write_listed(writer, table);
    } else {
        write_aligned(writer, &grid, anf__plain_head_rows(table));
    }
    writer->tight = tight;
    anf__plain_layout_clear(&grid.layout);
    free(grid.cells);
}
