/* page-table.c: tables of a foreign document. */
#include "page-reading.h"

/* More cells than any table of a text has; rows and columns that are repeated count as often. */
enum { MOST_CELLS = 1000000, MOST_SPANNED = 1000 };

static int
refuse_cells(struct anf__odt_reading *r)
{
    return anf__odt_refuse(r, ANF_ERR_LIMIT, ANF_CODE_TOO_MANY_NODES,
                           "tables have more than a million cells");
}

int
anf__odt_on_table(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_open_place(r, ANF_PLACE_TABLE, 0);
}

static int
end_header_rows(struct anf__odt_reading *r)
{
    r->header--;
    return ANF_OK;
}

int
anf__odt_on_header_rows(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->header++;
    anf__odt_element(r)->end = end_header_rows;
    return ANF_OK;
}

/* --- rows and cells that stand for several --- */

/* Before the place is opened. */
static void
begin_repeated(struct anf__odt_reading *r, uint32_t times)
{
    struct anf__odt_open_element *element = anf__odt_element(r);
    element->times = times;
    element->cells = r->cells;
    if (times > 1)
        anf__odt_queue_open(&r->out, &element->kept);
}

static int
end_repeated(struct anf__odt_reading *r)
{
    struct anf__odt_open_element *element = anf__odt_element(r);
    int status = anf__odt_close_places(r);
    if (element->times < 2 || status != ANF_OK)
        return status;
    anf__odt_queue_close(&r->out);
    uint64_t cells = (uint64_t)(r->cells - element->cells) * element->times;
    if (element->cells + cells > MOST_CELLS)
        return refuse_cells(r);
    r->cells = element->cells + (uint32_t)cells;
    status = anf__odt_queue_play(&r->out, &element->kept, element->times);
    return status == ANF_ERR_LIMIT ? refuse_cells(r) : status;
}

int
anf__odt_on_row(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    begin_repeated(r, anf__odt_number(element, "number-rows-repeated", MOST_CELLS + 1));
    int status = anf__odt_open_place(r, ANF_PLACE_ROW, 0);
    anf__odt_element(r)->end = end_repeated;
    return status;
}

static int
open_cell(struct anf__odt_reading *r, const struct anf__xml_element *element, uint32_t flags)
{
    struct anf__odt_step spans = {
        .kind = ANF__ODT_SET_SPANS,
        .what = (int)anf__odt_number(element, "number-columns-spanned", MOST_SPANNED),
        .number = anf__odt_number(element, "number-rows-spanned", MOST_SPANNED)};
    int status = anf__odt_open_place(r, ANF_PLACE_CELL, flags);
    return status == ANF_OK ? anf__odt_do(&r->out, &spans) : status;
}

int
anf__odt_on_cell(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    begin_repeated(r, anf__odt_number(element, "number-columns-repeated", MOST_CELLS + 1));
    int status = open_cell(r, element, r->header ? ANF_PLACE_HEADING : 0);
    anf__odt_element(r)->end = end_repeated;
    if (++r->cells > MOST_CELLS)
        return refuse_cells(r);
    return status;
}

/* Behind a cell that spans it; what it holds is not shown. */
int
anf__odt_on_covered_cell(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_open_place(r, ANF_PLACE_GROUP, ANF_PLACE_HIDDEN);
}
