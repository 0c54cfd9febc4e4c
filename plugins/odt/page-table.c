/* page-table.c: tables of a foreign document. */
#include "page-reading.h"

enum { MOST_SPANNED = 1000 };

static uint32_t
most_cells(const struct anf__odt_reading *r)
{
    return (uint32_t)anf_call_limit(r->call, ANF_LIMIT_CELLS);
}

static int
refuse_cells(struct anf__odt_reading *r)
{
    return anf__odt_refuse(r, ANF_ERR_LIMIT, ANF_CODE_TOO_MANY_NODES,
                           "tables have more cells than the limit cells");
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
    if (element->cells + cells > most_cells(r))
        return refuse_cells(r);
    r->cells = element->cells + (uint32_t)cells;
    status = anf__odt_repeated(r, element->kept.bytes * (element->times - 1));
    return status == ANF_OK ? anf__odt_queue_play(&r->out, &element->kept, element->times) : status;
}

int
anf__odt_on_row(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    begin_repeated(r, anf__odt_number(element, "number-rows-repeated", most_cells(r) + 1));
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
    begin_repeated(r, anf__odt_number(element, "number-columns-repeated", most_cells(r) + 1));
    int status = open_cell(r, element, r->header ? ANF_PLACE_HEADING : 0);
    anf__odt_element(r)->end = end_repeated;
    if (++r->cells > most_cells(r))
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
