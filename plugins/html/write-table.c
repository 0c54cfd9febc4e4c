/* write-table.c: tables: what is a header of what, and room to scroll on a small screen. */
#include "write.h"

static int
is_header(const struct anf_node *cell)
{
    return anf_node_get_number(cell, ANF_ATTRIBUTE_HEADER) != 0;
}

/* Does nothing but headers stand in the row? Corners are often empty cells. */
static int
is_header_row(const struct anf_node *row)
{
    int headers = 0;
    for (const struct anf_node *cell = anf_node_first(row); cell; cell = anf_node_next(cell)) {
        if (!is_header(cell) && anf_node_first(cell))
            return 0;
        headers += is_header(cell);
    }
    return headers > 0;
}

/* Rows that the furthest span reaches. */
static uint32_t
reach(const struct anf_node *row)
{
    uint32_t furthest = 1;
    for (const struct anf_node *cell = anf_node_first(row); cell; cell = anf_node_next(cell)) {
        uint32_t span = anf_node_get_number(cell, ANF_ATTRIBUTE_ROWSPAN);
        furthest = span > furthest ? span : furthest;
    }
    return furthest;
}

/* The first row behind the head; the first row where there is no head, as one whose cells span
 * into the body would be cut off (HTML, 4.9.12). */
static const struct anf_node *
end_of_head(const struct anf_node *first)
{
    const struct anf_node *row = first;
    uint32_t reaches = 0;
    for (; row && is_header_row(row); row = anf_node_next(row)) {
        uint32_t span = reach(row);
        reaches = reaches > span ? reaches - 1 : span - 1;
    }
    return row && !reaches ? row : first;
}

static void
write_cell(struct anf__html_writer *w, const struct anf_node *cell, const char *scope)
{
    const char *name = is_header(cell) ? "th" : "td";
    anf__html_out_format(&w->out, "<%s data-anf=\"cell\"", name);
    if (is_header(cell))
        anf__markup_attribute(&w->out, "scope", scope);
    anf__markup_attribute(&w->out, "colspan", anf_node_get(cell, ANF_ATTRIBUTE_COLSPAN));
    anf__markup_attribute(&w->out, "rowspan", anf_node_get(cell, ANF_ATTRIBUTE_ROWSPAN));
    anf__markup_puts(&w->out, ">\n");
    w->headers_open += is_header(cell);
    anf__html_write_blocks(w, cell);
    w->headers_open -= is_header(cell);
    anf__html_out_format(&w->out, "</%s>\n", name);
}

static void
write_rows(struct anf__html_writer *w, const struct anf_node *row, const struct anf_node *end)
{
    for (; row != end; row = anf_node_next(row)) {
        const char *scope = is_header_row(row) ? "col" : "row";
        anf__markup_puts(&w->out, "<tr data-anf=\"row\">\n");
        for (const struct anf_node *cell = anf_node_first(row); cell; cell = anf_node_next(cell))
            write_cell(w, cell, scope);
        anf__markup_puts(&w->out, "</tr>\n");
    }
}

static void
write_group(struct anf__html_writer *w, const char *name, const struct anf_node *row,
            const struct anf_node *end)
{
    anf__html_out_format(&w->out, "<%s>\n", name);
    write_rows(w, row, end);
    anf__html_out_format(&w->out, "</%s>\n", name);
}

/* The first row; the caption is written. */
static const struct anf_node *
write_caption(struct anf__html_writer *w, const struct anf_node *table)
{
    const struct anf_node *first = anf_node_first(table);
    if (anf_node_kind(first) != ANF_NODE_CAPTION)
        return first;
    anf__markup_puts(&w->out, "<caption data-anf=\"caption\">");
    anf__html_write_inlines(w, first);
    anf__markup_puts(&w->out, "</caption>\n");
    return anf_node_next(first);
}

/* Groups of rows are elements beyond those of the model, and parsers of XML take 256 levels at
 * most: a table in a table goes without. */
static void
write_inner(struct anf__html_writer *w, const struct anf_node *table)
{
    anf__markup_puts(&w->out, "<table data-anf=\"table\">\n");
    write_rows(w, write_caption(w, table), NULL);
    anf__markup_puts(&w->out, "</table>\n");
}

/* A region that scrolls has to be reachable by keyboard, and to have a name. */
static void
write_outer(struct anf__html_writer *w, const struct anf_node *table)
{
    anf__html_out_format(&w->out,
                         "<div class=\"table\" role=\"region\" tabindex=\"0\" "
                         "aria-label=\"Tabelle %" PRIu32 "\">\n<table data-anf=\"table\">\n",
                         ++w->tables);
    const struct anf_node *first = write_caption(w, table);
    const struct anf_node *body = end_of_head(first);
    if (body != first)
        write_group(w, "thead", first, body);
    write_group(w, "tbody", body, NULL);
    anf__markup_puts(&w->out, "</table>\n</div>\n");
}

void
anf__html_write_table(struct anf__html_writer *w, const struct anf_node *table)
{
    w->tables_open++;
    if (w->tables_open == 1)
        write_outer(w, table);
    else
        write_inner(w, table);
    w->tables_open--;
}
