/* page-elements.c: the elements of OpenDocument that make up a text (ODF 1.3 part 3), one function
 * each. */
#include "page-reading.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SPACES = 10000, MOST_CELLS = 1000000 };

const char *
anf__odt_value(const struct anf__xml_element *element, const char *name)
{
    for (size_t i = 0; i < element->attribute_count; i++) {
        if (strcmp(element->attributes[i].name, name) == 0)
            return element->attributes[i].value;
    }
    return NULL;
}

/* A number from 1 to most; otherwise 1. */
static uint32_t
number_of(const struct anf__xml_element *element, const char *name, uint32_t most)
{
    const char *value = anf__odt_value(element, name);
    uint32_t number = 0;
    for (; value && *value >= '0' && *value <= '9'; value++) {
        if (number < most)
            number = number * 10 + (uint32_t)(*value - '0');
    }
    if (!number || (value && *value))
        return 1;
    return number < most ? number : most;
}

static int
refuse_repetition(struct anf__odt_reading *r, const char *what)
{
    anf_call_report(r->call, ANF_SEVERITY_ERROR, ANF_CODE_TOO_MANY_NODES, "content.xml", r->line,
                    r->column, "%s repeated more often than a text can need", what);
    return ANF_ERR_LIMIT;
}

/* --- ends --- */

void
anf__odt_at_end(struct anf__odt_reading *r, int (*end)(struct anf__odt_reading *r))
{
    r->elements[r->depth - 1].end = end;
}

static int
end_place(struct anf__odt_reading *r)
{
    struct anf__odt_step step = {.kind = ANF__ODT_CLOSE_PLACE};
    return anf__odt_do(&r->out, &step);
}

static int
end_body(struct anf__odt_reading *r)
{
    r->body--;
    return end_place(r);
}

static int
end_spans(struct anf__odt_reading *r)
{
    int status = ANF_OK;
    for (uint32_t i = r->elements[r->depth - 1].spans; i > 0 && status == ANF_OK; i--)
        status = anf__odt_end_span(r);
    return status;
}

/* --- what holds text --- */

static int
open_place(struct anf__odt_reading *r, int kind, uint32_t flags)
{
    struct anf__odt_step step = {.kind = ANF__ODT_OPEN_PLACE, .what = kind, .number = flags};
    anf__odt_at_end(r, end_place);
    return anf__odt_do(&r->out, &step);
}

static int
start_body_as(struct anf__odt_reading *r, int place)
{
    int status = open_place(r, place, 0);
    r->body++;
    anf__odt_at_end(r, end_body);
    return status;
}

static int
start_text(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return start_body_as(r, ANF_PLACE_GROUP);
}

static int
start_header(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return start_body_as(r, ANF_PLACE_HEADER);
}

static int
start_footer(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return start_body_as(r, ANF_PLACE_FOOTER);
}

static int
start_group(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return open_place(r, ANF_PLACE_GROUP, 0);
}

static int
start_index(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return open_place(r, ANF_PLACE_NAV, 0);
}

/* Deleted text of tracked changes, scripts, the templates of indexes: not shown. */
static int
start_skipped(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->skipping = r->depth;
    return ANF_OK;
}

/* --- paragraphs --- */

static int
start_paragraph(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    unsigned look = anf__odt_style_look(r->styles, anf__odt_value(element, "style-name"));
    anf__odt_at_end(r, anf__odt_end_paragraph);
    if (look & ANF__ODT_TITLE)
        return anf__odt_begin_paragraph(r, ANF_BLOCK_HEADING, 1);
    return anf__odt_begin_paragraph(
        r, look & ANF__ODT_PREFORMATTED ? ANF_BLOCK_PREFORMATTED : ANF_BLOCK_PARAGRAPH, 0);
}

static int
start_heading(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    anf__odt_at_end(r, anf__odt_end_paragraph);
    return anf__odt_begin_paragraph(r, ANF_BLOCK_HEADING, number_of(element, "outline-level", 10));
}

static const struct {
    unsigned look;
    int span;
} looks[] = {
    {ANF__ODT_STRONG, ANF_SPAN_STRONG},           {ANF__ODT_EMPHASIS, ANF_SPAN_EMPHASIS},
    {ANF__ODT_UNDERLINE, ANF_SPAN_UNDERLINE},     {ANF__ODT_STRIKE, ANF_SPAN_STRIKE},
    {ANF__ODT_SUPERSCRIPT, ANF_SPAN_SUPERSCRIPT}, {ANF__ODT_SUBSCRIPT, ANF_SPAN_SUBSCRIPT},
};

static int
start_span(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    unsigned look = anf__odt_style_look(r->styles, anf__odt_value(element, "style-name"));
    int status = ANF_OK;
    anf__odt_at_end(r, end_spans);
    for (size_t i = 0; i < sizeof looks / sizeof *looks && status == ANF_OK; i++) {
        if (!(look & looks[i].look))
            continue;
        status = anf__odt_begin_span(r, looks[i].span, NULL);
        r->elements[r->depth - 1].spans++;
    }
    return status;
}

static int
start_link(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    const char *href = anf__odt_value(element, "href");
    anf__odt_at_end(r, end_spans);
    if (!href)
        return ANF_OK;
    r->elements[r->depth - 1].spans = 1;
    return anf__odt_begin_span(r, ANF_SPAN_LINK, href);
}

static int
start_spaces(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    int status = ANF_OK;
    uint32_t left = number_of(element, "c", MOST_SPACES + 1);
    if (left > MOST_SPACES)
        return refuse_repetition(r, "a blank is");
    for (; left > 0 && status == ANF_OK; left--)
        status = anf__odt_characters(r, " ", 1);
    return status;
}

static int
start_tab(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_characters(r, "\t", 1);
}

static int
start_line_break(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_characters(r, "\n", 1);
}

/* --- lists --- */

static int
end_list(struct anf__odt_reading *r)
{
    r->list_level--;
    return end_place(r);
}

static int
start_list(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    const char *style = anf__odt_value(element, "style-name");
    uint32_t outer = r->list_level ? r->list_ordered >> ((r->list_level - 1) % 32) & 1 : 0;
    uint32_t ordered = style ? (anf__odt_style_look(r->styles, style) & ANF__ODT_ORDERED) != 0
                             : outer;
    uint32_t bit = 1u << r->list_level % 32;
    r->list_ordered = ordered ? r->list_ordered | bit : r->list_ordered & ~bit;
    r->numbers[r->list_level % 32] = 0;
    r->list_level++;
    int status = open_place(r, ANF_PLACE_LIST, ordered ? ANF_PLACE_ORDERED : 0);
    anf__odt_at_end(r, end_list);
    return status;
}

static int
start_item(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    uint32_t level = r->list_level ? (r->list_level - 1) % 32 : 0;
    int status = open_place(r, ANF_PLACE_ITEM, 0);
    if (status != ANF_OK || !(r->list_ordered >> level & 1))
        return status;
    r->numbers[level] = anf__odt_value(element, "start-value")
                            ? (int32_t)number_of(element, "start-value", 100000)
                            : r->numbers[level] + 1;
    struct anf__odt_step step = {.kind = ANF__ODT_SET_NUMBER, .what = r->numbers[level]};
    return anf__odt_do(&r->out, &step);
}

/* --- tables --- */

static int
start_table(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return open_place(r, ANF_PLACE_TABLE, 0);
}

static int
end_header_rows(struct anf__odt_reading *r)
{
    r->header--;
    return ANF_OK;
}

static int
start_header_rows(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->header++;
    anf__odt_at_end(r, end_header_rows);
    return ANF_OK;
}

/* Repeated rows and cells are read once, as office programs show what they hold once; but a
 * document that claims millions of them is made to hurt its reader. */
static int
start_row(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    r->row_repeated = number_of(element, "number-rows-repeated", MOST_CELLS + 1);
    return open_place(r, ANF_PLACE_ROW, 0);
}

static int
start_cell(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    struct anf__odt_step spans = {.kind = ANF__ODT_SET_SPANS,
                                  .what = (int)number_of(element, "number-columns-spanned", 1000),
                                  .number = number_of(element, "number-rows-spanned", 1000)};
    uint64_t repeated = number_of(element, "number-columns-repeated", MOST_CELLS + 1);
    if (repeated * r->row_repeated > MOST_CELLS)
        return refuse_repetition(r, "a cell is");
    int status = open_place(r, ANF_PLACE_CELL, r->header ? ANF_PLACE_HEADING : 0);
    return status == ANF_OK ? anf__odt_do(&r->out, &spans) : status;
}

/* --- the table, sorted by name --- */

static const struct element {
    const char *name;
    anf__odt_start_fn *start;
} elements[] = {
    {"draw:frame", anf__odt_start_frame},
    {"draw:image", anf__odt_start_image},
    {"draw:text-box", start_group},
    {"office:annotation", anf__odt_start_comment},
    {"office:forms", start_skipped},
    {"office:scripts", start_skipped},
    {"office:text", start_text},
    {"style:footer", start_footer},
    {"style:header", start_header},
    {"svg:desc", anf__odt_start_kept},
    {"svg:title", anf__odt_start_kept},
    {"table:table", start_table},
    {"table:table-cell", start_cell},
    {"table:table-header-rows", start_header_rows},
    {"table:table-row", start_row},
    {"text:a", start_link},
    {"text:h", start_heading},
    {"text:index-body", start_index},
    {"text:line-break", start_line_break},
    {"text:list", start_list},
    {"text:list-header", start_group},
    {"text:list-item", start_item},
    {"text:note-body", anf__odt_start_note_body},
    {"text:note-citation", anf__odt_start_citation},
    {"text:p", start_paragraph},
    {"text:s", start_spaces},
    {"text:section", start_group},
    {"text:span", start_span},
    {"text:tab", start_tab},
    {"text:table-of-content-source", start_skipped},
    {"text:tracked-changes", start_skipped},
};

static int
compare_names(const void *key, const void *element)
{
    return strcmp(key, ((const struct element *)element)->name);
}

/* The namespaces of ODF are urn:oasis:names:tc:opendocument:xmlns:<part>:1.0; some parts end in
 * "-compatible". */
anf__odt_start_fn *
anf__odt_start_of(const char *ns, const char *name)
{
    static const char prefix[] = "urn:oasis:names:tc:opendocument:xmlns:";
    char key[64];
    if (!ns || strncmp(ns, prefix, sizeof prefix - 1) != 0)
        return NULL;
    const char *part = ns + sizeof prefix - 1;
    size_t length = strcspn(part, ":-");
    size_t name_length = strlen(name);
    if (length + name_length + 2 > sizeof key)
        return NULL;
    memcpy(key, part, length);
    key[length] = ':';
    memcpy(key + length + 1, name, name_length + 1);
    const struct element *found = bsearch(key, elements, sizeof elements / sizeof *elements,
                                          sizeof *elements, compare_names);
    return found ? found->start : NULL;
}
