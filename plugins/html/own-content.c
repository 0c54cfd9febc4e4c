/* own-content.c: elements and text of the content. What we wrote says which node it is; what a
 * person has typed is known by its name; what may not stand where it stands is put into what has
 * to be around it, or its children take its place. */
#include "own.h"

#include <stdlib.h>
#include <string.h>

int
anf__own_failed(struct anf__own_reader *r, int status)
{
    if (status == ANF_ERR_LIMIT) {
        int full = anf_inquiry_node_count(r->inquiry) >= anf_call_limit(r->call, ANF_LIMIT_NODES);
        anf_call_report(
            r->call, ANF_SEVERITY_ERROR, full ? ANF_CODE_TOO_MANY_NODES : ANF_CODE_TOO_DEEP, NULL,
            r->line, r->column,
            full ? "more nodes than the limit nodes" : "nested deeper than the limit depth");
    }
    return status;
}

/* --- what an element is --- */

static const struct {
    const char *name;
    int kind;
} elements[] = {
    {"p", ANF_NODE_PARAGRAPH},      {"h1", ANF_NODE_HEADING},      {"h2", ANF_NODE_HEADING},
    {"h3", ANF_NODE_HEADING},       {"h4", ANF_NODE_HEADING},      {"h5", ANF_NODE_HEADING},
    {"h6", ANF_NODE_HEADING},       {"ul", ANF_NODE_LIST},         {"ol", ANF_NODE_LIST},
    {"li", ANF_NODE_ITEM},          {"table", ANF_NODE_TABLE},     {"caption", ANF_NODE_CAPTION},
    {"tr", ANF_NODE_ROW},           {"td", ANF_NODE_CELL},         {"th", ANF_NODE_CELL},
    {"pre", ANF_NODE_PREFORMATTED}, {"img", ANF_NODE_IMAGE},       {"blockquote", ANF_NODE_QUOTE},
    {"em", ANF_NODE_EMPHASIS},      {"i", ANF_NODE_EMPHASIS},      {"strong", ANF_NODE_STRONG},
    {"b", ANF_NODE_STRONG},         {"u", ANF_NODE_UNDERLINE},     {"s", ANF_NODE_STRIKE},
    {"del", ANF_NODE_STRIKE},       {"sup", ANF_NODE_SUPERSCRIPT}, {"sub", ANF_NODE_SUBSCRIPT},
    {"a", ANF_NODE_LINK},           {"br", ANF_NODE_BREAK},
};

/* 0: none. */
static int
kind_of(const struct anf__xml_element *element)
{
    const char *anf = anf__xml_value(element, "data-anf");
    int kind = anf_node_kind_from_name(anf);
    if (kind)
        return kind == ANF_NODE_CONTENT || kind == ANF_NODE_TEXT ? 0 : kind;
    for (size_t i = 0; i < sizeof elements / sizeof *elements; i++)
        if (strcmp(elements[i].name, element->name) == 0)
            return elements[i].kind;
    return 0;
}

static int
role_of(const struct anf__xml_element *element)
{
    int role = anf_role_from_name(anf__xml_value(element, "data-anf-role"));
    return role ? role : ANF_ROLE_OTHER;
}

/* --- attributes --- */

/* What the model refuses is reported, and the reading goes on. */
static int
set(struct anf__own_reader *r, struct anf_node *node, int attribute, const char *value)
{
    int status = anf_node_set(node, attribute, value);
    if (status != ANF_ERR_MODEL && status != ANF_ERR_SYNTAX)
        return anf__own_failed(r, status);
    anf_call_report(r->call, ANF_SEVERITY_WARNING, ANF_CODE_HTML_OWN_BAD_VALUE, NULL, r->line,
                    r->column, "not a value for the attribute %s; left out",
                    anf_attribute_name(attribute));
    return ANF_OK;
}

static const struct {
    int kind;
    int attribute;
    const char *names[2]; /* of the attribute in HTML, the first one that is there */
} attributes[] = {
    {ANF_NODE_HEADING, ANF_ATTRIBUTE_LEVEL, {"data-anf-level", NULL}},
    {ANF_NODE_CELL, ANF_ATTRIBUTE_COLSPAN, {"colspan", NULL}},
    {ANF_NODE_CELL, ANF_ATTRIBUTE_ROWSPAN, {"rowspan", NULL}},
    {ANF_NODE_LINK, ANF_ATTRIBUTE_HREF, {"data-anf-href", "href"}},
    {ANF_NODE_IMAGE, ANF_ATTRIBUTE_SRC, {"data-anf-src", "src"}},
    {ANF_NODE_IMAGE, ANF_ATTRIBUTE_ALT, {"alt", NULL}},
};

static const char *
value_of(struct anf__own_reader *r, const struct anf__xml_element *element,
         const char *const names[static 2])
{
    const char *value = anf__own_value(r, element, names[0]);
    return value || !names[1] ? value : anf__own_value(r, element, names[1]);
}

static int
set_attributes(struct anf__own_reader *r, struct anf_node *node,
               const struct anf__xml_element *element)
{
    int kind = anf_node_kind(node);
    int status = ANF_OK;
    if (kind == ANF_NODE_LIST && strcmp(element->name, "ol") == 0)
        status = set(r, node, ANF_ATTRIBUTE_ORDERED, "true");
    if (kind == ANF_NODE_CELL && strcmp(element->name, "th") == 0)
        status = set(r, node, ANF_ATTRIBUTE_HEADER, "true");
    for (size_t i = 0; status == ANF_OK && i < sizeof attributes / sizeof *attributes; i++) {
        const char *value = attributes[i].kind == kind ? value_of(r, element, attributes[i].names)
                                                       : NULL;
        if (value)
            status = set(r, node, attributes[i].attribute, value);
    }
    return status;
}

/* --- attributes that are text of the page --- */

static const struct {
    const char *anf;
    int attribute;
    int kinds[2];
} values[] = {
    {"number", ANF_ATTRIBUTE_NUMBER, {ANF_NODE_SECTION, ANF_NODE_ITEM}},
    {"marker", ANF_ATTRIBUTE_MARKER, {ANF_NODE_FOOTNOTE, 0}},
    {"alt", ANF_ATTRIBUTE_ALT, {ANF_NODE_IMAGE, 0}},
};
enum { VALUES = sizeof values / sizeof *values };

/* The innermost open node that the value belongs to; NULL: none. */
static struct anf_node *
owner_of(struct anf__own_reader *r, size_t value)
{
    for (size_t depth = r->depth; depth; depth--) {
        struct anf_node *node = r->frames[depth].node;
        int kind = anf_node_kind(node);
        if (kind && (kind == values[value].kinds[0] || kind == values[value].kinds[1]))
            return node;
    }
    return NULL;
}

static int
end_value(struct anf__own_reader *r)
{
    size_t value = (size_t)anf__own_top(r)->attribute;
    struct anf_node *node = owner_of(r, value);
    if (strchr(r->text, '\n'))
        anf__own_fold(r->text);
    return node ? set(r, node, values[value].attribute, r->text) : ANF_OK;
}

static int
start_value(struct anf__own_reader *r, size_t value)
{
    int status = anf__own_collect(r, end_value);
    if (status == ANF_OK)
        anf__own_top(r)->attribute = (int)value;
    return status;
}

/* --- where a node goes --- */

/* What has to be around a node of this kind in that one; 0: nothing helps. */
static int
bridge(int parent, int kind)
{
    switch (parent) {
    case ANF_NODE_LIST:
        return ANF_NODE_ITEM;
    case ANF_NODE_TABLE:
        return ANF_NODE_ROW;
    case ANF_NODE_ROW:
        return ANF_NODE_CELL;
    default:
        return kind >= ANF_NODE_TEXT ? ANF_NODE_PARAGRAPH : 0;
    }
}

int
anf__own_find_parent(struct anf__own_reader *r, struct anf__own_frame *frame, int kind, int role,
                     struct anf_node **ret_parent)
{
    struct anf_node *node = frame->node;
    if (frame->loose && anf_node_allows(frame->loose, kind, role)) {
        *ret_parent = frame->loose;
        return ANF_OK;
    }
    if (anf_node_allows(node, kind, role))
        frame->loose = NULL;
    while (node && !anf_node_allows(node, kind, role)) {
        int around = bridge(anf_node_kind(node), kind);
        if (!around || !anf_node_allows(node, around, ANF_ROLE_NONE)) {
            node = NULL;
            break;
        }
        int status = anf_node_add(node, around, &node);
        if (status != ANF_OK)
            return anf__own_failed(r, status);
        frame->loose = node;
        anf__own_start_block(r);
    }
    *ret_parent = node;
    return ANF_OK;
}

/* --- elements --- */

/* What stands in the element at hand comes where the element stands. */
static int
look_through(struct anf__own_reader *r)
{
    const struct anf__own_frame parent = *anf__own_top(r);
    struct anf__own_frame *frame = anf__own_open(r, parent.mode);
    if (!frame)
        return anf__own_open_failed(r);
    frame->node = parent.node;
    frame->loose = parent.loose;
    frame->keeps_lines = parent.keeps_lines;
    frame->through = 1;
    return ANF_OK;
}

static int
keep_note(struct anf__own_reader *r, const struct anf__xml_element *element, struct anf_node *node)
{
    enum { DECIMAL = 10 };
    const char *digits = anf__xml_value(element, "data-anf-note");
    size_t number = digits ? strtoul(digits, NULL, DECIMAL) : 0;
    if (!number || number > anf_call_limit(r->call, ANF_LIMIT_NODES))
        return ANF_OK;
    if (number >= r->note_room) {
        size_t room = number * 2;
        struct anf_node **grown = realloc(r->notes, room * sizeof *grown);
        if (!grown)
            return ANF_ERR_NOMEM;
        memset(grown + r->note_room, 0, (room - r->note_room) * sizeof *grown);
        r->notes = grown;
        r->note_room = room;
    }
    r->notes[number] = node;
    return ANF_OK;
}

static int
open_node(struct anf__own_reader *r, const struct anf__xml_element *element, struct anf_node *node)
{
    int kind = anf_node_kind(node);
    int keeps_lines = kind == ANF_NODE_PREFORMATTED ||
                      (anf_node_is_inline(node) && anf__own_top(r)->keeps_lines);
    int status = set_attributes(r, node, element);
    if (!anf_node_is_inline(node))
        anf__own_start_block(r);
    if (status == ANF_OK && kind == ANF_NODE_FOOTNOTE)
        status = keep_note(r, element, node);
    if (status != ANF_OK)
        return status;
    int is_closed = kind == ANF_NODE_FOOTNOTE || kind == ANF_NODE_IMAGE || kind == ANF_NODE_BREAK;
    struct anf__own_frame *frame = anf__own_open(r, is_closed ? ANF__OWN_LABEL : ANF__OWN_CONTENT);
    if (!frame)
        return anf__own_open_failed(r);
    frame->node = node;
    frame->keeps_lines = keeps_lines;
    frame->begins = kind == ANF_NODE_PREFORMATTED;
    return ANF_OK;
}

static int
start_node(struct anf__own_reader *r, const struct anf__xml_element *element, int kind)
{
    int role = kind == ANF_NODE_SECTION ? role_of(element) : ANF_ROLE_NONE;
    struct anf_node *parent = NULL, *node = NULL;
    int status = anf__own_find_parent(r, anf__own_top(r), kind, role, &parent);
    if (status != ANF_OK)
        return status;
    if (!parent)
        return look_through(r);
    status = anf__own_before_inline(r, parent, kind);
    if (status != ANF_OK)
        return status;
    status = kind == ANF_NODE_SECTION ? anf_node_add_section(parent, role, &node)
                                      : anf_node_add(parent, kind, &node);
    return status == ANF_OK ? open_node(r, element, node) : anf__own_failed(r, status);
}

static int
has_source(const struct anf__xml_element *element)
{
    const char *ours = anf__xml_value(element, "data-anf-src");
    const char *src = ours ? ours : anf__xml_value(element, "src");
    return src && *src;
}

/* Text in a label is ours; the values in it are not. */
static int
start_label(struct anf__own_reader *r)
{
    struct anf_node *node = anf__own_top(r)->node;
    struct anf__own_frame *frame = anf__own_open(r, ANF__OWN_LABEL);
    if (!frame)
        return anf__own_open_failed(r);
    frame->node = node;
    return ANF_OK;
}

static int
is_hidden(const struct anf__xml_element *element)
{
    return strcmp(element->name, "script") == 0 || strcmp(element->name, "style") == 0;
}

int
anf__own_start_content(struct anf__own_reader *r, const struct anf__xml_element *element)
{
    int is_label = anf__own_says(element, "data-anf", "label");
    int kind = kind_of(element);
    anf__own_top(r)->begins = 0;
    for (size_t i = 0; i < VALUES; i++)
        if (anf__own_says(element, "data-anf", values[i].anf))
            return start_value(r, i);
    if (is_hidden(element))
        return anf__own_open(r, ANF__OWN_SKIP) ? ANF_OK : anf__own_open_failed(r);
    if (is_label || anf__own_top(r)->mode == ANF__OWN_LABEL)
        return start_label(r);
    if (!kind || (kind == ANF_NODE_IMAGE && !has_source(element)))
        return look_through(r);
    return start_node(r, element, kind);
}

/* A list whose items were all deleted, and the like: the model has none without. */
static int
needs(const struct anf_node *node)
{
    const struct anf_node *last = anf_node_last(node);
    switch (anf_node_kind(node)) {
    case ANF_NODE_LIST:
        return last ? 0 : ANF_NODE_ITEM;
    case ANF_NODE_TABLE:
        return last && anf_node_kind(last) == ANF_NODE_ROW ? 0 : ANF_NODE_ROW;
    case ANF_NODE_ROW:
        return last ? 0 : ANF_NODE_CELL;
    default:
        return 0;
    }
}

static int
lacks_question(const struct anf_node *node)
{
    if (anf_node_role(node) != ANF_ROLE_EXCHANGE)
        return 0;
    const struct anf_node *part = anf_node_first(node);
    while (part && anf_node_role(part) != ANF_ROLE_QUESTION)
        part = anf_node_next(part);
    return !part;
}

int
anf__own_complete(struct anf__own_reader *r, struct anf_node *node)
{
    int status = ANF_OK;
    for (int kind; status == ANF_OK && (kind = needs(node)) != 0;)
        status = anf_node_add(node, kind, &node);
    if (status == ANF_OK && lacks_question(node))
        status = anf_node_add_section(node, ANF_ROLE_QUESTION, NULL);
    return anf__own_failed(r, status);
}
