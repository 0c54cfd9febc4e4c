/* shown-read.c: from content.xml to the tree of what it shows. */
#include "shown-reading.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_SPAN = 1000 };

/* --- nodes --- */

static int
open_node(struct anf__odt_shown_reading *r, enum anf__odt_shown_kind kind,
          const struct anf__xml_element *element)
{
    if (r->document->count >= anf_call_limit(r->call, ANF_LIMIT_NODES))
        return anf__odt_shown_refuse(r, element, "more nodes than the limit nodes");
    int status = anf__odt_shown_add(r->document, r->at, kind, &r->at);
    if (status != ANF_OK)
        return status;
    r->elements[r->depth].ending = ANF__ODT_ENDS_NODE;
    anf__odt_open_node(r)->line = element->line;
    return ANF_OK;
}

/* What stands in a line without being a note is part of it. */
static int
open_block(struct anf__odt_shown_reading *r, enum anf__odt_shown_kind kind,
           const struct anf__xml_element *element)
{
    return anf__odt_is_in_line(r) ? ANF_OK : open_node(r, kind, element);
}

static int
open_named(struct anf__odt_shown_reading *r, enum anf__odt_shown_kind kind,
           const struct anf__xml_element *element, const char *name)
{
    size_t offset = 0;
    int status = open_block(r, kind, element);
    if (status == ANF_OK && name)
        status = anf__odt_shown_keep(r->document, name, strlen(name), &offset);
    if (status == ANF_OK && anf__odt_open_node(r)->kind == kind)
        anf__odt_open_node(r)->name = offset;
    return status;
}

static int
start_section(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    return open_named(r, ANF__ODT_SHOWN_SECTION, element, anf__odt_shown_value(element, "name"));
}

static int
open_line(struct anf__odt_shown_reading *r, const struct anf__xml_element *element, unsigned look,
          uint32_t level)
{
    const char *style = anf__odt_shown_value(element, "style-name");
    if (anf__odt_is_in_line(r))
        return ANF_OK;
    int status = open_node(r, ANF__ODT_SHOWN_LINE, element);
    if (status != ANF_OK)
        return status;
    anf__odt_open_node(r)->look = (uint8_t)look;
    anf__odt_open_node(r)->level = (uint8_t)level;
    r->elements[r->depth].ending = ANF__ODT_ENDS_LINE;
    return anf__odt_begin_line(r, anf__odt_shown_line_marks(r->styles, style));
}

static int
start_paragraph(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    return open_line(r, element,
                     anf__odt_shown_line_of(r->styles, anf__odt_shown_value(element, "style-name")),
                     0);
}

static int
start_heading(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    unsigned look = anf__odt_shown_line_of(r->styles, anf__odt_shown_value(element, "style-name"));
    if (look != ANF__ODT_LINE_LABEL)
        look = ANF__ODT_LINE_HEADING;
    return open_line(r, element, look, anf__odt_shown_number(element, "outline-level", 10));
}

/* A list without a style has that of the one around it. */
static int
start_list(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    const char *style = anf__odt_shown_value(element, "style-name");
    uint32_t outer = r->at;
    while (!style && outer && r->document->nodes[outer].kind != ANF__ODT_SHOWN_LIST)
        outer = r->document->nodes[outer].parent;
    int status = open_named(r, ANF__ODT_SHOWN_LIST, element, style);
    if (status != ANF_OK || anf__odt_is_in_line(r))
        return status;
    struct anf__odt_shown *list = anf__odt_open_node(r);
    if (!style)
        list->name = r->document->nodes[outer].name;
    style = anf__odt_shown_name(r->document, list);
    const struct anf__odt_counts *counts = anf__odt_list_counts(r->styles, style);
    list->ordered = counts && counts->ordered & 1;
    return ANF_OK;
}

static int
start_item(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    return open_block(r, ANF__ODT_SHOWN_ITEM, element);
}

static int
start_table(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    return open_named(r, ANF__ODT_SHOWN_TABLE, element, anf__odt_shown_value(element, "name"));
}

static int
start_row(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    return open_block(r, ANF__ODT_SHOWN_ROW, element);
}

static int
start_cell(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    int status = open_block(r, ANF__ODT_SHOWN_CELL, element);
    if (status != ANF_OK || anf__odt_is_in_line(r))
        return status;
    struct anf__odt_shown *row = &r->document->nodes[anf__odt_open_node(r)->parent];
    anf__odt_open_node(r)->at = row->kind == ANF__ODT_SHOWN_ROW ? row->at++ : 0;
    anf__odt_open_node(r)->columns = anf__odt_shown_number(element, "number-columns-spanned",
                                                           MOST_SPAN);
    anf__odt_open_node(r)->rows = anf__odt_shown_number(element, "number-rows-spanned", MOST_SPAN);
    return ANF_OK;
}

static int
start_skipped(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->skipped = r->depth;
    return ANF_OK;
}

static int
start_covered_cell(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    if (anf__odt_open_node(r)->kind == ANF__ODT_SHOWN_ROW)
        anf__odt_open_node(r)->at += anf__odt_shown_number(element, "number-columns-repeated",
                                                           MOST_SPAN);
    return start_skipped(r, element);
}

static int
start_frame(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    r->document->frames++;
    return start_skipped(r, element);
}

static int
start_note(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    if (!anf__odt_is_in_line(r))
        return start_skipped(r, element);
    struct anf__odt_open_line *line = &r->lines[r->line_count - 1];
    int status = open_node(r, ANF__ODT_SHOWN_NOTE, element);
    if (status == ANF_OK)
        anf__odt_open_node(r)->at = (uint32_t)line->length;
    line->spaced = 0;
    return status;
}

static int
start_citation(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    const char *label = anf__odt_shown_value(element, "label");
    size_t offset = 0;
    int status = label && *label ? anf__odt_shown_keep(r->document, label, strlen(label), &offset)
                                 : ANF_OK;
    if (status == ANF_OK && anf__odt_open_node(r)->kind == ANF__ODT_SHOWN_NOTE)
        anf__odt_open_node(r)->name = offset;
    r->skipped = r->depth;
    return status;
}

static int
start_text(struct anf__odt_shown_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->body++;
    r->elements[r->depth].ending = ANF__ODT_ENDS_BODY;
    return ANF_OK;
}

/* --- the elements (OpenDocument 1.3, part 3); what is not named is looked into --- */

static const struct {
    const char *part; /* of the namespace */
    const char *name;
    anf__odt_shown_start *start;
} rules[] = {
    {"text", "p", start_paragraph},
    {"text", "span", anf__odt_shown_span},
    {"text", "s", anf__odt_shown_spaces},
    {"text", "section", start_section},
    {"text", "h", start_heading},
    {"text", "a", anf__odt_shown_link},
    {"text", "list", start_list},
    {"text", "list-item", start_item},
    {"text", "list-header", start_item},
    {"text", "tab", anf__odt_shown_tab},
    {"text", "line-break", anf__odt_shown_break},
    {"text", "note", start_note},
    {"text", "note-citation", start_citation},
    {"table", "table-cell", start_cell},
    {"table", "table-row", start_row},
    {"table", "table", start_table},
    {"table", "covered-table-cell", start_covered_cell},
    {"drawing", "frame", start_frame},
    {"drawing", "custom-shape", start_frame},
    {"drawing", "a", start_frame},
    {"office", "annotation", start_skipped},
    {"office", "forms", start_skipped},
    {"text", "tracked-changes", start_skipped},
    {"text", "ruby-text", start_skipped},
    {"text", "table-of-content", start_skipped},
    {"text", "alphabetical-index", start_skipped},
    {"text", "bibliography", start_skipped},
};

static anf__odt_shown_start *
rule_for(const struct anf__xml_element *element)
{
    static const char prefix[] = "urn:oasis:names:tc:opendocument:xmlns:";
    if (!element->ns || strncmp(element->ns, prefix, sizeof prefix - 1) != 0)
        return NULL;
    const char *part = element->ns + sizeof prefix - 1;
    size_t len = strcspn(part, ":");
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++) {
        if (strcmp(rules[i].name, element->name) == 0 && strlen(rules[i].part) == len &&
            strncmp(rules[i].part, part, len) == 0)
            return rules[i].start;
    }
    return NULL;
}

/* --- the parser's calls --- */

static int
is_text(const struct anf__xml_element *element)
{
    return element->ns && strcmp(element->name, "text") == 0 &&
           strcmp(element->ns, "urn:oasis:names:tc:opendocument:xmlns:office:1.0") == 0;
}

static int
on_start(void *user, const struct anf__xml_element *element)
{
    struct anf__odt_shown_reading *r = user;
    if (++r->depth >= ANF__ODT_MOST_DEPTH)
        return ANF_ERR_LIMIT;
    r->elements[r->depth] = (struct anf__odt_shown_element){ANF__ODT_ENDS_NOTHING, r->marks,
                                                            r->href};
    if (r->skipped)
        return ANF_OK;
    if (is_text(element))
        return start_text(r, element);
    if (!r->body)
        return anf__odt_styles_add(r->styles, element);
    anf__odt_shown_start *start = rule_for(element);
    return start ? start(r, element) : ANF_OK;
}

static int
on_end(void *user, const char *ns, const char *name)
{
    struct anf__odt_shown_reading *r = user;
    const struct anf__odt_shown_element *element = &r->elements[r->depth];
    int status = ANF_OK;
    (void)ns;
    (void)name;
    if (element->ending == ANF__ODT_ENDS_LINE)
        status = anf__odt_end_line(r);
    else if (element->ending == ANF__ODT_ENDS_NODE)
        r->at = anf__odt_open_node(r)->parent;
    r->body -= element->ending == ANF__ODT_ENDS_BODY;
    r->marks = element->marks;
    r->href = element->href;
    r->skipped = r->skipped == r->depth ? 0 : r->skipped;
    r->depth--;
    return status;
}

static int
on_text(void *user, const char *text, size_t len)
{
    struct anf__odt_shown_reading *r = user;
    return r->skipped || !anf__odt_is_in_line(r) ? ANF_OK : anf__odt_add_folded(r, text, len);
}

/* --- the whole --- */

static void
clear(struct anf__odt_shown_reading *r)
{
    for (size_t i = 0; i < r->line_room; i++) {
        free(r->lines[i].text);
        free(r->lines[i].runs);
    }
    free(r->lines);
    anf__odt_styles_free(r->styles);
    free(r);
}

int
anf__odt_shown_read(struct anf_call *call, const void *content, size_t content_len,
                    const void *styles, size_t styles_len, struct anf__odt_document *document)
{
    static const struct anf__xml_handler handler = {
        .start = on_start, .end = on_end, .text = on_text};
    struct anf__odt_shown_reading *r = calloc(1, sizeof *r);
    if (!r)
        return ANF_ERR_NOMEM;
    r->call = call;
    r->document = document;
    r->member = ANF__ODT_STYLES;
    r->styles = anf__odt_styles_new();
    int status = r->styles ? anf__odt_shown_begin(document) : ANF_ERR_NOMEM;
    if (status == ANF_OK && styles)
        status = anf__xml_parse(call, ANF__ODT_STYLES, styles, styles_len, &handler, r);
    r->member = ANF__ODT_CONTENT;
    if (status == ANF_OK)
        status = anf__xml_parse(call, ANF__ODT_CONTENT, content, content_len, &handler, r);
    if (status == ANF_OK)
        status = anf__odt_shown_measure(document);
    if (status == ANF_OK)
        anf__odt_shown_hash(document);
    clear(r);
    return status;
}
