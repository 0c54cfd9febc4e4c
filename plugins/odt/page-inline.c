/* page-inline.c: paragraphs and headings of a foreign document, and what stands in their lines. */
#include "page-reading.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_LEVEL = 10 };

/* --- paragraphs --- */

static int
end_paragraph(struct anf__odt_reading *r)
{
    int status = anf__odt_end_paragraph(r);
    return status == ANF_OK ? anf__odt_close_places(r) : status;
}

static int
begin_paragraph(struct anf__odt_reading *r, int kind, uint32_t level, unsigned look)
{
    int status = anf__odt_number_item(r);
    if (status == ANF_OK && look & ANF__ODT_HIDDEN)
        status = anf__odt_open_place(r, ANF_PLACE_GROUP, ANF_PLACE_HIDDEN);
    if (status == ANF_OK && look & ANF__ODT_QUOTATION)
        status = anf__odt_open_place(r, ANF_PLACE_QUOTE, 0);
    if (status == ANF_OK)
        status = anf__odt_begin_paragraph(r, kind, level, look & ANF__ODT_SPANS);
    anf__odt_element(r)->end = end_paragraph;
    return status;
}

/* A paragraph in a style for headings is one: some programs know no other. */
int
anf__odt_on_paragraph(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    uint32_t level = 0;
    unsigned look = anf__odt_paragraph_look(r->styles, anf__odt_value(element, "style-name"),
                                            &level);
    if (level)
        return begin_paragraph(r, ANF_BLOCK_HEADING, level, look & ~(unsigned)ANF__ODT_SPANS);
    int preformatted = (look & ANF__ODT_PREFORMATTED) != 0;
    return begin_paragraph(r, preformatted ? ANF_BLOCK_PREFORMATTED : ANF_BLOCK_PARAGRAPH, 0, look);
}

int
anf__odt_on_heading(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    uint32_t level = 0;
    unsigned look = anf__odt_paragraph_look(r->styles, anf__odt_value(element, "style-name"),
                                            &level);
    level = anf__odt_number(element, "outline-level", MOST_LEVEL);
    return begin_paragraph(r, ANF_BLOCK_HEADING, level, look & ANF__ODT_HIDDEN);
}

/* --- hidden text --- */

/* Within a paragraph it is one of its own, behind it. */
static int
begin_hidden(struct anf__odt_reading *r)
{
    int status = anf__odt_open_place(r, ANF_PLACE_GROUP, ANF_PLACE_HIDDEN);
    if (status == ANF_OK)
        status = anf__odt_begin_paragraph(r, ANF_BLOCK_PARAGRAPH, 0, 0);
    anf__odt_element(r)->end = end_paragraph;
    return status;
}

int
anf__odt_on_hidden_text(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    const char *hidden = anf__odt_value(element, "is-hidden");
    return hidden && strcmp(hidden, "true") == 0 ? begin_hidden(r) : ANF_OK;
}

/* --- spans --- */

static int
end_span(struct anf__odt_reading *r)
{
    struct anf__odt_paragraph *paragraph = anf__odt_paragraph(r);
    if (paragraph)
        paragraph->look = anf__odt_element(r)->look;
    return ANF_OK;
}

int
anf__odt_on_span(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    struct anf__odt_paragraph *paragraph = anf__odt_paragraph(r);
    if (!paragraph)
        return ANF_OK;
    unsigned look = anf__odt_text_look(r->styles, anf__odt_value(element, "style-name"),
                                       paragraph->look);
    if (look & ANF__ODT_HIDDEN)
        return begin_hidden(r);
    anf__odt_element(r)->look = paragraph->look;
    anf__odt_element(r)->end = end_span;
    paragraph->look = look & ANF__ODT_SPANS;
    return ANF_OK;
}

static int
end_link(struct anf__odt_reading *r)
{
    struct anf__odt_paragraph *paragraph = anf__odt_paragraph(r);
    if (!paragraph)
        return ANF_OK;
    free(paragraph->link);
    paragraph->link = NULL;
    return anf__odt_close_spans(r, paragraph);
}

int
anf__odt_on_link(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    const char *href = anf__odt_value(element, "href");
    struct anf__odt_paragraph *paragraph = anf__odt_paragraph(r);
    if (!paragraph || !href)
        return ANF_OK;
    int status = end_link(r);
    paragraph->link = strdup(href);
    anf__odt_element(r)->end = end_link;
    return paragraph->link ? status : ANF_ERR_NOMEM;
}

/* --- white space --- */

/* The value of text:c: a number from 0. */
static int
count_spaces(struct anf__odt_reading *r, const char *value, uint32_t *ret_count)
{
    uint64_t most = anf_call_limit(r->call, ANF_LIMIT_SPACES);
    uint32_t count = 0;
    const char *at = value;
    for (; *at >= '0' && *at <= '9' && count <= most; at++)
        count = count * 10 + (uint32_t)(*at - '0');
    if (count > most)
        return anf__odt_refuse(r, ANF_ERR_LIMIT, ANF_CODE_TOO_MANY_NODES,
                               "text:s stands for more spaces than the limit spaces");
    if (at == value || *at)
        return anf__odt_refuse(r, ANF_ERR_SYNTAX, ANF_CODE_ODT_BAD_VALUE,
                               "the count of text:s is no number");
    *ret_count = count;
    return ANF_OK;
}

int
anf__odt_on_spaces(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    const char *value = anf__odt_value(element, "c");
    uint32_t count = 1;
    int status = value ? count_spaces(r, value, &count) : ANF_OK;
    if (status == ANF_OK)
        status = anf__odt_repeated(r, count);
    for (; count > 0 && status == ANF_OK; count--)
        status = anf__odt_exactly(r, " ", 1);
    return status;
}

int
anf__odt_on_tab(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_exactly(r, "\t", 1);
}

int
anf__odt_on_line_break(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__odt_exactly(r, "\n", 1);
}

/* --- ruby --- */

static int
end_ruby_text(struct anf__odt_reading *r)
{
    return anf__odt_exactly(r, ")", 1);
}

/* How a word is said, above it; in one line it stands in parentheses. */
int
anf__odt_on_ruby_text(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    anf__odt_element(r)->end = end_ruby_text;
    return anf__odt_exactly(r, " (", 2);
}
