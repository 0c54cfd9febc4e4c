/* table-listed.c: tables whose columns cannot stand side by side, cell below cell. */
#include "writer.h"

static int
is_head_row(const struct anf_node *row)
{
    const struct anf_node *cell = anf_node_first(row);
    for (; cell; cell = anf_node_next(cell))
        if (!anf_node_get(cell, ANF_ATTRIBUTE_HEADER))
            return 0;
    return 1;
}

uint32_t
anf__plain_head_rows(const struct anf_node *table)
{
    uint32_t count = 0;
    for (const struct anf_node *row = anf_node_first(table); row; row = anf_node_next(row)) {
        if (anf_node_kind(row) != ANF_NODE_ROW)
            continue;
        if (!is_head_row(row))
            break;
        count++;
    }
    return count;
}

static void
write_cell(struct anf__plain_writer *writer, const struct anf_node *cell, int is_head)
{
    const char *mark = is_head ? "! " : "| ";
    size_t before = anf__plain_push(writer->layout, mark, "  ");
    if (!anf__plain_fits_lead(anf_node_first(cell)))
        anf__plain_flush_first(writer->layout);
    anf__plain_write_blocks(writer, anf_node_first(cell));
    anf__plain_pop(writer->layout, before);
}

static void
write_mark(struct anf__plain_layout *layout, const char *mark, size_t len)
{
    layout->blank_wanted = 0;
    anf__plain_line(layout, mark, len);
}

void
anf__plain_write_listed(struct anf__plain_writer *writer, const struct anf_node *table)
{
    enum { MARK = 4 };
    enum anf__plain_where where = writer->where;
    uint32_t head_rows = anf__plain_head_rows(table);
    writer->where = ANF__PLAIN_IN_BLOCK;
    writer->in_table++;
    anf__plain_line(writer->layout, "|===", MARK);
    for (const struct anf_node *row = anf_node_first(table); row; row = anf_node_next(row)) {
        if (anf_node_kind(row) != ANF_NODE_ROW)
            continue;
        write_mark(writer->layout, "|---", MARK);
        for (const struct anf_node *cell = anf_node_first(row); cell; cell = anf_node_next(cell)) {
            writer->layout->blank_wanted = 0;
            write_cell(writer, cell, head_rows > 0);
        }
        head_rows -= head_rows > 0;
    }
    write_mark(writer->layout, "|===", MARK);
    writer->in_table--;
    writer->where = where;
}
