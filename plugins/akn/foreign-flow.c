/* foreign-flow.c: blocks and sections of a document, and the lines of text between them. */
#include "foreign.h"

#include <stdlib.h>
#include <string.h>

/* --- where things may stand --- */

static unsigned
depth_of(const struct anf_node *node)
{
    unsigned depth = 0;
    while ((node = anf_node_parent(node)))
        ++depth;
    return depth;
}

int
anf__akn_fits(struct anf__akn_foreign *f, const struct anf_node *parent, int kind, int role,
              unsigned levels)
{
    if (!anf_node_allows(parent, kind, role))
        return 0;
    if (depth_of(parent) + levels <= anf_call_limit(f->at.call, ANF_LIMIT_DEPTH))
        return 1;
    if (!f->is_flat)
        anf_call_report(f->at.call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_FLATTENED, NULL, f->at.line,
                        f->at.column,
                        "nested deeper than the limit depth; from here on, only the text is kept");
    f->is_flat = 1;
    return 0;
}

struct anf_node *
anf__akn_flow_place(const struct anf__akn_flow *flow)
{
    return flow->exchange ? flow->exchange : flow->node;
}

int
anf__akn_set(struct anf__akn_foreign *f, struct anf_node *node, int attribute, const char *value)
{
    if (!value)
        return ANF_OK;
    return anf__akn_note_value(&f->at, anf_node_set(node, attribute, value),
                               anf_attribute_name(attribute));
}

/* --- sections --- */

static int
has_words_in(const struct anf__akn_element *parent, const char *name)
{
    const struct anf__akn_element *child = anf__akn_tree_child(parent, name);
    return child && child->has_words;
}

int
anf__akn_is_titled(const struct anf__akn_element *element)
{
    return has_words_in(element, "heading") || has_words_in(element, "num") ||
           has_words_in(element, "subheading");
}

int
anf__akn_take_number(struct anf__akn_foreign *f, struct anf_node *node,
                     const struct anf__akn_element *element)
{
    struct anf__akn_element *num = anf__akn_tree_child(element, "num");
    char *words;
    if (!num || !num->has_words || num->has_blocks || num->has_objects)
        return ANF_OK;
    int status = anf__akn_tree_words(num, &words);
    if (status != ANF_OK)
        return status;
    num->is_used = 1;
    status = anf__akn_set(f, node, ANF_ATTRIBUTE_NUMBER, words);
    free(words);
    return status;
}

int
anf__akn_flow_section(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                      struct anf__akn_element *element, int role)
{
    enum { LEVELS = 3 };
    struct anf__akn_flow inner = {0};
    if (!anf__akn_fits(f, flow->node, ANF_NODE_SECTION, role, LEVELS))
        return anf__akn_flow_children(f, flow, element);
    int status = anf__akn_failed(&f->at, anf_node_add_section(flow->node, role, &inner.node));
    if (status == ANF_OK)
        status = anf__akn_take_number(f, inner.node, element);
    if (role == ANF_ROLE_EXCHANGE)
        inner.exchange = inner.node;
    return status == ANF_OK ? anf__akn_flow_children(f, &inner, element) : status;
}

int
anf__akn_block_level(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                     struct anf__akn_element *element)
{
    int role = has_words_in(element, "heading") ? ANF_ROLE_CHAPTER : ANF_ROLE_OTHER;
    if (!anf__akn_is_titled(element))
        return anf__akn_flow_children(f, flow, element);
    return anf__akn_flow_section(f, flow, element, role);
}

/* What stands before and after the body is its own, also of an attached document. */
static int
front(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    int is_preamble = strcmp(element->name, "preamble") == 0;
    return anf__akn_flow_section(f, flow, element,
                                 is_preamble ? ANF_ROLE_INTRODUCTION : ANF_ROLE_OTHER);
}

static int
back(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    return anf__akn_flow_section(f, flow, element, ANF_ROLE_OTHER);
}

static int
attached(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    return anf__akn_flow_section(f, flow, element, ANF_ROLE_ANNEX);
}

/* --- blocks --- */

static int
heading(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    struct anf__akn_line line = {0};
    int status = anf_node_add(anf__akn_flow_place(flow), ANF_NODE_HEADING, &line.node);
    status = anf__akn_failed(&f->at, status);
    return status == ANF_OK ? anf__akn_line_fill(f, &line, element) : status;
}

static int
quotation(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    enum { LEVELS = 3 };
    struct anf__akn_flow inner = {0};
    struct anf_node *place = anf__akn_flow_place(flow);
    if (!anf__akn_fits(f, place, ANF_NODE_QUOTE, ANF_ROLE_NONE, LEVELS))
        return anf__akn_flow_children(f, flow, element);
    int status = anf__akn_failed(&f->at, anf_node_add(place, ANF_NODE_QUOTE, &inner.node));
    return status == ANF_OK ? anf__akn_flow_children(f, &inner, element) : status;
}

static int
picture(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    struct anf_node *image;
    int status = anf_node_add(anf__akn_flow_place(flow), ANF_NODE_IMAGE, &image);
    status = anf__akn_failed(&f->at, status);
    if (status == ANF_OK)
        status = anf__akn_set(f, image, ANF_ATTRIBUTE_SRC, anf__akn_tree_value(element, "src"));
    if (status == ANF_OK)
        status = anf__akn_set(f, image, ANF_ATTRIBUTE_ALT, anf__akn_tree_value(element, "alt"));
    return status;
}

static int
referred(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    struct anf__akn_line line = {0};
    int status = anf_node_add(anf__akn_flow_place(flow), ANF_NODE_PARAGRAPH, &line.node);
    status = anf__akn_failed(&f->at, status);
    return status == ANF_OK ? anf__akn_line_refer(f, &line, element) : status;
}

static int
alien(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    int was_alien = f->is_alien;
    anf__akn_note_dropped(&f->at, element->name);
    f->is_alien = 1;
    int status = anf__akn_flow_children(f, flow, element);
    f->is_alien = was_alien;
    return status;
}

static int
unknown(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    if (!f->is_alien)
        anf__akn_note_unknown(&f->at, element->name);
    return anf__akn_flow_children(f, flow, element);
}

static int
through(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    return anf__akn_flow_children(f, flow, element);
}

static int
apart(struct anf__akn_foreign *f, struct anf__akn_flow *flow, struct anf__akn_element *element)
{
    (void)f;
    (void)flow;
    (void)element;
    return ANF_OK;
}

/* Where there is none, the element is passed through. */
static anf__akn_block_fn *const blocks[] = {
    [ANF__MEANS_UNKNOWN] = unknown,
    [ANF__MEANS_APART] = apart,
    [ANF__MEANS_FRONT] = front,
    [ANF__MEANS_BACK] = back,
    [ANF__MEANS_PART] = anf__akn_block_part,
    [ANF__MEANS_LEVEL] = anf__akn_block_level,
    [ANF__MEANS_SPEECH] = anf__akn_block_speech,
    [ANF__MEANS_QUESTION] = anf__akn_block_question,
    [ANF__MEANS_ANSWER] = anf__akn_block_answer,
    [ANF__MEANS_TITLE] = heading,
    [ANF__MEANS_LIST] = anf__akn_block_list,
    [ANF__MEANS_TABLE] = anf__akn_block_table,
    [ANF__MEANS_QUOTATION] = quotation,
    [ANF__MEANS_PICTURE] = picture,
    [ANF__MEANS_ATTACHED] = attached,
    [ANF__MEANS_REFERRED] = referred,
    [ANF__MEANS_ALIEN] = alien,
    [ANF__MEANS_DROPPED] = through,
};

/* --- flows --- */

static int
add_to_line(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
            const struct anf__akn_element *element)
{
    int status = ANF_OK;
    if (!flow->line.node) {
        flow->line = (struct anf__akn_line){0};
        status = anf_node_add(anf__akn_flow_place(flow), ANF_NODE_PARAGRAPH, &flow->line.node);
        status = anf__akn_failed(&f->at, status);
    }
    return status == ANF_OK ? anf__akn_line_add(f, &flow->line, element) : status;
}

/* What says nothing: only within a line it may part words, and what is not known is told of. */
static int
add_blank(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
          const struct anf__akn_element *element)
{
    int is_inline = !element->name || element->meaning >= ANF__MEANS_MARKED;
    if (is_inline)
        return flow->line.node ? anf__akn_line_add(f, &flow->line, element) : ANF_OK;
    if (element->meaning == ANF__MEANS_UNKNOWN && !f->is_alien)
        anf__akn_note_unknown(&f->at, element->name);
    return ANF_OK;
}

/* An element that is not known is a part of the line that is open, if any. */
static int
is_in_line(const struct anf__akn_flow *flow, const struct anf__akn_element *element)
{
    if (!element->name || element->meaning == ANF__MEANS_NOTED)
        return 1;
    if (element->has_blocks || anf__akn_is_block(element->meaning))
        return 0;
    return element->meaning != ANF__MEANS_UNKNOWN || flow->line.node;
}

int
anf__akn_flow_child(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                    struct anf__akn_element *element)
{
    f->at.line = element->name ? element->line : f->at.line;
    f->at.column = element->name ? element->column : f->at.column;
    if (element->is_used)
        return ANF_OK;
    if (!element->has_words)
        return add_blank(f, flow, element);
    if (is_in_line(flow, element))
        return add_to_line(f, flow, element);
    anf__akn_block_fn *add = element->meaning < ANF__MEANS_MARKED ? blocks[element->meaning] : NULL;
    flow->line.node = NULL;
    int status = add ? add(f, flow, element) : through(f, flow, element);
    flow->line.node = NULL;
    return status;
}

int
anf__akn_flow_children(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                       const struct anf__akn_element *parent)
{
    int status = ANF_OK;
    for (struct anf__akn_element *e = parent->first; e && status == ANF_OK; e = e->next)
        status = anf__akn_flow_child(f, flow, e);
    return status;
}
