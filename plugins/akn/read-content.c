/* read-content.c: where elements and text of mainBody belong.
 *
 * Where the model refuses a node, or an element is not known, the element is looked through; text
 * that stands in no block gets a paragraph: no text is lost. */
#include "read.h"

#include <string.h>

static int
is_blank(const char *text, size_t len)
{
    size_t i = 0;
    while (i < len && strchr(" \t\n", text[i]) && text[i])
        ++i;
    return i == len;
}

int
anf__akn_look_through(struct anf__akn_reader *r)
{
    int keeps_lines = anf__akn_top(r)->keeps_lines;
    struct anf__akn_frame *frame = anf__akn_open(r, r->parent_mode);
    if (!frame)
        return ANF_ERR_LIMIT;
    frame->node = r->parent;
    frame->keeps_lines = keeps_lines;
    return ANF_OK;
}

int
anf__akn_look_through_unknown(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    anf__akn_note_unknown(&r->at, element->name);
    return anf__akn_look_through(r);
}

/* The paragraph that a frame was opened for: someone wrote into it. */
static int
become_paragraph(struct anf__akn_reader *r, struct anf__akn_frame *frame)
{
    int status = anf_node_add(frame->node, ANF_NODE_PARAGRAPH, &frame->node);
    frame->mode = ANF__AKN_INLINES;
    return anf__akn_failed(&r->at, status);
}

/* Where the node at hand takes no paragraph, as a table does not, one around it does. */
static int
need_loose(struct anf__akn_reader *r, struct anf__akn_frame *frame)
{
    const struct anf__akn_frame *around = frame;
    if (frame->loose)
        return ANF_OK;
    while (around > r->frames && !anf_node_allows(around->node, ANF_NODE_PARAGRAPH, 0))
        --around;
    return anf__akn_failed(&r->at, anf_node_add(around->node, ANF_NODE_PARAGRAPH, &frame->loose));
}

int
anf__akn_start_content(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf__akn_frame *frame = anf__akn_top(r);
    const struct anf__akn_rule *rules = anf__akn_content_rules;
    const struct anf__akn_rule *rule = anf__akn_find_rule(rules, frame->mode, element);
    int status = ANF_OK;
    if (!rule && frame->mode == ANF__AKN_MAYBE)
        status = become_paragraph(r, frame);
    if (!rule)
        rule = anf__akn_find_rule(rules, ANF__AKN_INLINES, element);
    int is_inline = frame->mode == ANF__AKN_INLINES || (rule && rule->mode == ANF__AKN_INLINES);
    if (is_inline && frame->mode != ANF__AKN_INLINES && status == ANF_OK)
        status = need_loose(r, frame);
    if (status != ANF_OK)
        return status;
    if (!is_inline)
        frame->loose = NULL;
    r->parent = frame->loose ? frame->loose : frame->node;
    r->parent_mode = is_inline ? ANF__AKN_INLINES : ANF__AKN_BLOCKS;
    return rule ? rule->start(r, element) : anf__akn_look_through_unknown(r, element);
}

/* --- text --- */

/* We write none outside of preformatted text: a line end, and the indentation about it, comes from
 * a program that wraps lines. */
static int
add_unwrapped(struct anf__akn_reader *r, struct anf_node *node, const char *text, size_t len)
{
    const char *end = text + len;
    const char *line_end;
    int status = ANF_OK;
    while (status == ANF_OK && (line_end = memchr(text, '\n', (size_t)(end - text)))) {
        const char *last = line_end;
        while (last > text && is_blank(last - 1, 1))
            --last;
        status = anf__akn_add_characters(&r->at, node, text, (size_t)(last - text));
        if (status == ANF_OK)
            status = anf__akn_add_characters(&r->at, node, " ", 1);
        for (text = line_end; text < end && is_blank(text, 1);)
            ++text;
    }
    return status == ANF_OK ? anf__akn_add_characters(&r->at, node, text, (size_t)(end - text))
                            : status;
}

static int
add_loose(struct anf__akn_reader *r, struct anf__akn_frame *frame, const char *text, size_t len)
{
    while (!frame->loose && len && is_blank(text, 1)) {
        ++text;
        --len;
    }
    if (!len)
        return ANF_OK;
    int status = need_loose(r, frame);
    return status == ANF_OK ? add_unwrapped(r, frame->loose, text, len) : status;
}

int
anf__akn_add_text(struct anf__akn_reader *r, const char *text, size_t len)
{
    struct anf__akn_frame *frame = anf__akn_top(r);
    if (frame->mode == ANF__AKN_MAYBE) {
        int status = is_blank(text, len) ? ANF_OK : become_paragraph(r, frame);
        if (status != ANF_OK || frame->mode == ANF__AKN_MAYBE)
            return status;
    }
    if (frame->mode != ANF__AKN_INLINES)
        return add_loose(r, frame, text, len);
    if (frame->keeps_lines)
        return anf__akn_add_characters(&r->at, frame->node, text, len);
    return add_unwrapped(r, frame->node, text, len);
}
