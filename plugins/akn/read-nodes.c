/* read-nodes.c: elements of mainBody as nodes: one function an element. */
#include "read.h"

#include <string.h>

/* Open a frame for what stands in a new node, which status and node tell of. */
static int
open_node(struct anf__akn_reader *r, const struct anf__xml_element *element,
          enum anf__akn_mode mode, int status, struct anf_node *node)
{
    if (status == ANF_ERR_MODEL)
        return anf__akn_look_through_unknown(r, element);
    if (status != ANF_OK)
        return anf__akn_failed(&r->at, status);
    struct anf__akn_target *target = anf__akn_find_target(r, element);
    if (target && !target->node)
        target->node = node;
    int keeps_lines = mode == ANF__AKN_INLINES && anf__akn_top(r)->keeps_lines;
    struct anf__akn_frame *frame = anf__akn_open(r, mode);
    if (!frame)
        return ANF_ERR_LIMIT;
    frame->node = node;
    frame->keeps_lines = keeps_lines;
    return ANF_OK;
}

/* ret_node: NULL where the model refuses it and the element is looked through. */
static int
open_child(struct anf__akn_reader *r, const struct anf__xml_element *element, int kind,
           enum anf__akn_mode mode, struct anf_node **ret_node)
{
    struct anf_node *node = NULL;
    int status = anf__akn_before_node(r, kind);
    if (status == ANF_OK)
        status = anf_node_add(r->parent, kind, &node);
    *ret_node = node;
    return open_node(r, element, mode, status, node);
}

static int
set_attribute(struct anf__akn_reader *r, struct anf_node *node, int attribute, const char *value)
{
    if (!value || !node)
        return ANF_OK;
    return anf__akn_note_value(&r->at, anf_node_set(node, attribute, value),
                               anf_attribute_name(attribute));
}

static int
has_value(const struct anf__xml_element *element, const char *attribute, const char *wanted)
{
    const char *value = anf__xml_value(element, attribute);
    return value && strcmp(value, wanted) == 0;
}

/* --- sections --- */

static int
open_section(struct anf__akn_reader *r, const struct anf__xml_element *element, int role)
{
    struct anf_node *node = NULL;
    int status = anf_node_add_section(r->parent, role, &node);
    return open_node(r, element, ANF__AKN_BLOCKS, status, node);
}

static int
start_question(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    return open_section(r, element, ANF_ROLE_QUESTION);
}

static int
start_answer(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    return open_section(r, element, ANF_ROLE_ANSWER);
}

static int
start_debate_section(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    int role = anf__akn_section_role(anf__xml_value(element, "name"));
    if (role != ANF_ROLE_NONE)
        return open_section(r, element, role);
    if (!has_value(element, "name", ANF__AKN_LOOSE))
        return anf__akn_look_through_unknown(r, element);
    return anf__akn_look_through(r);
}

static int
start_block_container(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *quote;
    int role = anf__akn_section_role(anf__xml_value(element, "class"));
    if (role != ANF_ROLE_NONE)
        return open_section(r, element, role);
    if (has_value(element, "class", ANF__AKN_QUOTE))
        return open_child(r, element, ANF_NODE_QUOTE, ANF__AKN_BLOCKS, &quote);
    return anf__akn_look_through_unknown(r, element);
}

static int
start_wrapper(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__akn_look_through(r);
}

/* The number belongs to the section or item around it; elsewhere, and where there is one already,
 * it is a paragraph. */
static int
end_num(struct anf__akn_reader *r)
{
    struct anf_node *node = r->frames[r->depth - 1].node;
    anf__akn_unwrap(r->text, "\n");
    if (!anf_node_get(node, ANF_ATTRIBUTE_NUMBER)) {
        int status = anf_node_set(node, ANF_ATTRIBUTE_NUMBER, r->text);
        if (status != ANF_ERR_MODEL)
            return anf__akn_note_value(&r->at, status, "num");
    }
    struct anf_node *paragraph = NULL;
    int status = anf_node_add(node, ANF_NODE_PARAGRAPH, &paragraph);
    if (status == ANF_OK)
        status = anf_node_add_text(paragraph, r->text, r->length);
    return anf__akn_note_value(&r->at, status, "num");
}

static int
start_num(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    const char *exact = anf__akn_own(element, "number");
    if (!exact)
        return anf__akn_collect(r, end_num);
    int status = set_attribute(r, r->parent, ANF_ATTRIBUTE_NUMBER, exact);
    return status == ANF_OK ? anf__akn_open_status(r, ANF__AKN_SKIP) : status;
}

/* --- blocks --- */

static int
start_heading(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    static const char prefix[] = ANF__AKN_LEVEL;
    struct anf_node *heading;
    const char *class = anf__xml_value(element, "class");
    int has_level = class && strncmp(class, prefix, sizeof prefix - 1) == 0;
    int status = open_child(r, element, ANF_NODE_HEADING, ANF__AKN_INLINES, &heading);
    if (status != ANF_OK || !has_level)
        return status;
    return set_attribute(r, heading, ANF_ATTRIBUTE_LEVEL, class + sizeof prefix - 1);
}

/* A frame for a node that is made when it has something to hold. */
static int
open_maybe(struct anf__akn_reader *r, const struct anf__xml_element *element,
           enum anf__akn_mode mode)
{
    struct anf__akn_frame *frame = anf__akn_open(r, mode);
    if (!frame)
        return ANF_ERR_LIMIT;
    frame->node = r->parent;
    frame->target = anf__akn_find_target(r, element);
    return ANF_OK;
}

/* The paragraph that stands where there is no block holds nothing. */
static int
start_paragraph(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *paragraph;
    if (has_value(element, "class", ANF__AKN_EMPTY))
        return open_maybe(r, element, ANF__AKN_MAYBE);
    return open_child(r, element, ANF_NODE_PARAGRAPH, ANF__AKN_INLINES, &paragraph);
}

static int
start_preformatted(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *node;
    int status = open_child(r, element, ANF_NODE_PREFORMATTED, ANF__AKN_INLINES, &node);
    if (status == ANF_OK && node)
        anf__akn_top(r)->keeps_lines = anf__akn_top(r)->ends_line = 1;
    return status;
}

static int
start_block(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *paragraph;
    if (has_value(element, "name", ANF__AKN_HEADING))
        return start_heading(r, element);
    if (has_value(element, "name", ANF__AKN_PREFORMATTED))
        return start_preformatted(r, element);
    if (has_value(element, "name", ANF__AKN_IMAGE))
        return open_maybe(r, element, ANF__AKN_MAYBE);
    anf__akn_note_unknown(&r->at, element->name);
    return open_child(r, element, ANF_NODE_PARAGRAPH, ANF__AKN_INLINES, &paragraph);
}

static int
start_image(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *image;
    const char *src = anf__akn_exact(element, "src");
    struct anf__akn_target *target = anf__akn_top(r)->target; /* the block around it has the eId */
    if (!src || !*src)
        return anf__akn_look_through_unknown(r, element);
    int status = open_child(r, element, ANF_NODE_IMAGE, ANF__AKN_BLOCKS, &image);
    if (status != ANF_OK || !image)
        return status;
    anf__akn_top(r)->mode = ANF__AKN_SKIP;
    if (target && !target->node)
        target->node = image;
    status = set_attribute(r, image, ANF_ATTRIBUTE_SRC, src);
    if (status != ANF_OK)
        return status;
    return set_attribute(r, image, ANF_ATTRIBUTE_ALT, anf__xml_value(element, "alt"));
}

/* --- lists and tables --- */

static int
start_list(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    int status = open_maybe(r, element, ANF__AKN_ITEMS);
    if (status == ANF_OK)
        anf__akn_top(r)->is_ordered = strcmp(element->name, "ol") == 0 ||
                                      has_value(element, "class", ANF__AKN_ORDERED);
    return status;
}

static int
start_table(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    return open_maybe(r, element, ANF__AKN_ROWS);
}

/* The node of a frame that was opened with open_maybe becomes the parent of the element at hand. */
static int
need_made(struct anf__akn_reader *r, struct anf__akn_frame *frame, struct anf_node *around,
          int kind)
{
    if (!frame->made) {
        int status = anf_node_add(around, kind, &frame->made);
        if (status == ANF_OK && frame->is_ordered)
            status = anf_node_set(frame->made, ANF_ATTRIBUTE_ORDERED, "true");
        if (status != ANF_OK)
            return anf__akn_failed(&r->at, status);
        if (frame->target && !frame->target->node)
            frame->target->node = frame->made;
    }
    r->parent = frame->made;
    return ANF_OK;
}

static int
start_item(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *item;
    int status = need_made(r, anf__akn_top(r), anf__akn_top(r)->node, ANF_NODE_LIST);
    if (status == ANF_OK)
        status = open_child(r, element, ANF_NODE_ITEM, ANF__AKN_BLOCKS, &item);
    if (status != ANF_OK)
        return status;
    return set_attribute(r, item, ANF_ATTRIBUTE_NUMBER, anf__xml_value(element, "value"));
}

static int
start_list_text(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *paragraph;
    return open_child(r, element, ANF_NODE_PARAGRAPH, ANF__AKN_INLINES, &paragraph);
}

static int
start_caption(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *caption;
    int status = need_made(r, anf__akn_top(r), anf__akn_top(r)->node, ANF_NODE_TABLE);
    if (status != ANF_OK)
        return status;
    return open_child(r, element, ANF_NODE_CAPTION, ANF__AKN_INLINES, &caption);
}

static int
start_row(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    return open_maybe(r, element, ANF__AKN_CELLS);
}

static int
start_cell(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *cell = NULL;
    struct anf__akn_frame *row = anf__akn_top(r);
    struct anf__akn_frame *table = row - 1; /* tr is known in a table only */
    int status = need_made(r, table, table->node, ANF_NODE_TABLE);
    if (status == ANF_OK)
        status = need_made(r, row, table->made, ANF_NODE_ROW);
    if (status == ANF_OK)
        status = open_child(r, element, ANF_NODE_CELL, ANF__AKN_BLOCKS, &cell);
    if (status == ANF_OK && strcmp(element->name, "th") == 0)
        status = set_attribute(r, cell, ANF_ATTRIBUTE_HEADER, "true");
    if (status == ANF_OK)
        status = set_attribute(r, cell, ANF_ATTRIBUTE_COLSPAN, anf__xml_value(element, "colspan"));
    if (status == ANF_OK)
        status = set_attribute(r, cell, ANF_ATTRIBUTE_ROWSPAN, anf__xml_value(element, "rowspan"));
    return status;
}

/* --- inlines --- */

static int
start_marked(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *node;
    int kind = anf__akn_inline_kind(element->name);
    return open_child(r, element, kind, ANF__AKN_INLINES, &node);
}

static int
start_inline(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *node;
    if (has_value(element, "name", ANF__AKN_STRIKE))
        return open_child(r, element, ANF_NODE_STRIKE, ANF__AKN_INLINES, &node);
    return anf__akn_look_through_unknown(r, element);
}

static int
start_link(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *link;
    int status = open_child(r, element, ANF_NODE_LINK, ANF__AKN_INLINES, &link);
    if (status != ANF_OK)
        return status;
    return set_attribute(r, link, ANF_ATTRIBUTE_HREF, anf__akn_exact(element, "href"));
}

static int
start_break(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    int status = anf__akn_before_node(r, ANF_NODE_BREAK);
    if (status == ANF_OK)
        status = anf_node_add(r->parent, ANF_NODE_BREAK, NULL);
    return status == ANF_OK ? anf__akn_open_status(r, ANF__AKN_SKIP)
                            : anf__akn_failed(&r->at, status);
}

static int
start_footnote(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_node *footnote;
    int status = open_child(r, element, ANF_NODE_FOOTNOTE, ANF__AKN_BLOCKS, &footnote);
    if (status != ANF_OK)
        return status;
    if (footnote)
        anf__akn_top(r)->end = anf__akn_end_footnote;
    return set_attribute(r, footnote, ANF_ATTRIBUTE_MARKER, anf__xml_value(element, "marker"));
}

#define AKN ANF__AKN_NAMESPACE

const struct anf__akn_rule anf__akn_content_rules[] = {
    {ANF__AKN_BLOCKS, AKN, "p", start_paragraph},
    {ANF__AKN_BLOCKS, AKN, "num", start_num},
    {ANF__AKN_BLOCKS, AKN, "heading", start_heading},
    {ANF__AKN_BLOCKS, AKN, "ul", start_list},
    {ANF__AKN_BLOCKS, AKN, "ol", start_list},
    {ANF__AKN_BLOCKS, AKN, "blockList", start_list},
    {ANF__AKN_BLOCKS, AKN, "table", start_table},
    {ANF__AKN_BLOCKS, AKN, "question", start_question},
    {ANF__AKN_BLOCKS, AKN, "answer", start_answer},
    {ANF__AKN_BLOCKS, AKN, "debateSection", start_debate_section},
    {ANF__AKN_BLOCKS, AKN, "questions", start_wrapper},
    {ANF__AKN_BLOCKS, AKN, "container", start_wrapper},
    {ANF__AKN_BLOCKS, AKN, "block", start_block},
    {ANF__AKN_BLOCKS, AKN, "blockContainer", start_block_container},
    {ANF__AKN_MAYBE, AKN, "img", start_image},
    {ANF__AKN_ITEMS, AKN, "li", start_item},
    {ANF__AKN_ITEMS, AKN, "item", start_item},
    {ANF__AKN_ITEMS, AKN, "listIntroduction", start_list_text},
    {ANF__AKN_ITEMS, AKN, "listWrapUp", start_list_text},
    {ANF__AKN_ROWS, AKN, "caption", start_caption},
    {ANF__AKN_ROWS, AKN, "tr", start_row},
    {ANF__AKN_CELLS, AKN, "td", start_cell},
    {ANF__AKN_CELLS, AKN, "th", start_cell},
    {ANF__AKN_INLINES, AKN, "i", start_marked},
    {ANF__AKN_INLINES, AKN, "b", start_marked},
    {ANF__AKN_INLINES, AKN, "u", start_marked},
    {ANF__AKN_INLINES, AKN, "sup", start_marked},
    {ANF__AKN_INLINES, AKN, "sub", start_marked},
    {ANF__AKN_INLINES, AKN, "inline", start_inline},
    {ANF__AKN_INLINES, AKN, "a", start_link},
    {ANF__AKN_INLINES, AKN, "br", start_break},
    {ANF__AKN_INLINES, AKN, "authorialNote", start_footnote},
    {ANF__AKN_SKIP, NULL, NULL, NULL},
};
