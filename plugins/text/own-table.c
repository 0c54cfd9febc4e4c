/* own-table.c: tables, with aligned columns between rules or cell below cell. */
#include "own.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* Columns that begin below the groups of a border. */
struct columns {
    size_t starts[ANF__PLAIN_COLUMNS_MOST];
    size_t count;
};

/* The rows between two rules, of which some have dots between them. */
struct table {
    struct anf__plain_own *own;
    struct anf_node *node;
    struct columns columns;
    struct anf__plain_slice *cells; /* of one row: its lines in one column, then in the next … */
    int airy;
    int is_head;
};

static int
is_border(const struct anf__plain_slice *line, char mark)
{
    return anf__plain_is_border(line->text, line->length, mark);
}

static void
find_columns(struct columns *columns, const struct anf__plain_slice *border)
{
    columns->count = 0;
    for (size_t i = 0; i < border->length && columns->count < ANF__PLAIN_COLUMNS_MOST; i++)
        if (border->text[i] != ' ' && (!i || border->text[i - 1] == ' '))
            columns->starts[columns->count++] = i;
}

/* --- cells --- */

/* How many bytes from at on stand before the column; *width: where at stands. */
static size_t
bytes_before(const char *at, const char *end, size_t column, size_t *width)
{
    const char *start = at;
    while (at < end && *width < column) {
        utf8proc_int32_t character;
        utf8proc_ssize_t step = utf8proc_iterate((const utf8proc_uint8_t *)at, end - at,
                                                 &character);
        if (step <= 0)
            break;
        *width += anf__plain_width(at, (size_t)step);
        at += step;
    }
    return (size_t)(at - start);
}

/* Cut a line at the columns; gives how many columns it reaches. */
static size_t
cut_line(const struct table *table, const struct anf__plain_slice *line, size_t index,
         size_t height)
{
    const char *at = line->text, *end = at + line->length;
    size_t width = 0, column = 0;
    for (; column < table->columns.count && at < end; column++) {
        int is_last = column + 1 == table->columns.count;
        size_t next = is_last ? SIZE_MAX : table->columns.starts[column + 1];
        size_t length = bytes_before(at, end, next, &width);
        struct anf__plain_slice *cell = &table->cells[column * height + index];
        *cell = (struct anf__plain_slice){at, length, line->number};
        while (cell->length && cell->text[cell->length - 1] == ' ')
            cell->length--;
        at += length;
    }
    return column;
}

static int
is_blank(const struct anf__plain_slice *lines, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (lines[i].length)
            return 0;
    return 1;
}

/* Blank is where no cell is; an empty cell has two guards. */
static void
add_cell(const struct table *table, struct anf_node *row, struct anf__plain_slice *lines,
         size_t height)
{
    if (is_blank(lines, height))
        return;
    struct anf_node *cell = anf__plain_add_node(table->own, row, ANF_NODE_CELL);
    if (!cell)
        return;
    if (table->is_head)
        anf__plain_set(table->own, cell, ANF_ATTRIBUTE_HEADER, "true", 4);
    int is_empty = lines[0].length == sizeof ANF__PLAIN_EMPTY_CELL - 1 &&
                   anf__plain_begins(lines[0].text, lines[0].length, ANF__PLAIN_EMPTY_CELL) &&
                   is_blank(lines + 1, height - 1);
    if (is_empty)
        return;
    struct anf__plain_own inner = *table->own;
    inner.lines = lines;
    inner.count = height;
    inner.wrapped = 1;
    inner.scratch = (struct anf__plain_buffer){0};
    anf__plain_read_blocks(&inner, 0, height, cell);
    anf__plain_clear(&inner.scratch);
    inner.lines = table->own->lines;
    inner.count = table->own->count;
    inner.wrapped = table->own->wrapped;
    inner.scratch = table->own->scratch;
    *table->own = inner;
}

/* --- rows --- */

static void
add_row(struct table *table, size_t first, size_t end)
{
    size_t height = end - first, reached = 0;
    struct anf_node *row = NULL;
    table->cells = calloc(height * table->columns.count, sizeof *table->cells);
    if (!table->cells) {
        anf__plain_keep(table->own, ANF_ERR_NOMEM);
        return;
    }
    for (size_t i = 0; i < height; i++) {
        size_t columns = cut_line(table, &table->own->lines[first + i], i, height);
        reached = columns > reached ? columns : reached;
    }
    if (reached)
        row = anf__plain_add_node(table->own, table->node, ANF_NODE_ROW);
    for (size_t i = 0; row && i < reached && table->own->status == ANF_OK; i++)
        add_cell(table, row, &table->cells[i * height], height);
    free(table->cells);
    table->cells = NULL;
}

/* All rows between two rules. */
static void
add_rows(struct table *table, size_t first, size_t end)
{
    size_t start = first;
    for (size_t at = first; at < end && table->own->status == ANF_OK; at++) {
        int is_dotted = table->airy && is_border(&table->own->lines[at], '.');
        if (is_dotted && at > start)
            add_row(table, start, at);
        else if (!table->airy && table->own->lines[at].length)
            add_row(table, at, at + 1);
        if (is_dotted || !table->airy)
            start = at + 1;
    }
    if (start < end && table->own->status == ANF_OK)
        add_row(table, start, end);
}

/* --- the whole --- */

/* The next border; end: there is none. */
static size_t
next_border(const struct anf__plain_own *own, size_t first, size_t end, struct table *table)
{
    size_t at = first;
    while (at < end && !is_border(&own->lines[at], '=')) {
        table->airy |= is_border(&own->lines[at], '.');
        at++;
    }
    return at;
}

/* A table has to have a row, a row a cell. */
static void
complete(struct anf__plain_own *own, struct anf_node *node, const struct anf__plain_slice *line)
{
    const struct anf_node *last = anf_node_last(node);
    if (last && anf_node_kind(last) == ANF_NODE_ROW)
        return;
    anf__plain_odd(own, line, "the table has no row");
    struct anf_node *row = anf__plain_add_node(own, node, ANF_NODE_ROW);
    if (row)
        anf__plain_add_node(own, row, ANF_NODE_CELL);
}

/* Three rules with a head, two without one; nothing stands right below the last one. */
size_t
anf__plain_read_table(struct anf__plain_own *own, size_t first, size_t end, struct anf_node *node)
{
    struct table table = {.own = own, .node = node};
    find_columns(&table.columns, &own->lines[first]);
    size_t middle = next_border(own, first + 1, end, &table), last = middle;
    int has_head = middle + 1 < end && own->lines[middle + 1].length;
    if (has_head)
        last = next_border(own, middle + 1, end, &table);
    if (last == end) {
        anf__plain_odd(own, &own->lines[first], "no rule ends the table");
        last = has_head ? middle : end;
        has_head = 0;
    }
    table.is_head = has_head;
    add_rows(&table, first + 1, middle);
    table.is_head = 0;
    if (has_head)
        add_rows(&table, middle + 1, last);
    complete(own, node, &own->lines[first]);
    return last < end ? last + 1 : end;
}

/* --- cell below cell --- */

static int
is_mark(const struct anf__plain_slice *line, const char *mark)
{
    return line->length == strlen(mark) && memcmp(line->text, mark, line->length) == 0;
}

static size_t
read_cell(struct anf__plain_own *own, size_t first, size_t end, struct anf_node *row)
{
    enum { INDENT = 2 };
    struct anf__plain_slice *line = &own->lines[first];
    int is_head = *line->text == '!';
    struct anf_node *cell = anf__plain_add_node(own, row, ANF_NODE_CELL);
    if (cell && is_head)
        anf__plain_set(own, cell, ANF_ATTRIBUTE_HEADER, "true", 4);
    size_t marker = line->length > 1 ? 2 : 1;
    line->text += marker;
    line->length -= marker;
    size_t behind = anf__plain_unindent(own, first + 1, end, INDENT);
    if (cell)
        anf__plain_read_blocks(own, first, behind, cell);
    return behind;
}

size_t
anf__plain_read_listed(struct anf__plain_own *own, size_t first, size_t end, struct anf_node *node)
{
    struct anf_node *row = NULL;
    size_t at = first + 1;
    while (at < end && own->status == ANF_OK && !is_mark(&own->lines[at], "|===")) {
        struct anf__plain_slice *line = &own->lines[at];
        int is_cell = line->length && (*line->text == '|' || *line->text == '!') &&
                      (line->length == 1 || line->text[1] == ' ');
        if (is_cell) {
            if (!row)
                row = anf__plain_add_node(own, node, ANF_NODE_ROW);
            at = row ? read_cell(own, at, end, row) : end;
        } else if (is_mark(line, "|---")) {
            row = NULL; /* the next cell begins one */
            at++;
        } else {
            if (line->length)
                anf__plain_odd(own, line, "it stands in no cell");
            at++;
        }
    }
    if (at == end)
        anf__plain_odd(own, &own->lines[first], "nothing ends the table");
    complete(own, node, &own->lines[first]);
    return at < end ? at + 1 : end;
}
