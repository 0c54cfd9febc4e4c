/* read-content.c: where elements and text of mainBody belong.
 *
 * Where the model refuses a node, or an element is not known, the element is looked through; text
 * that stands in no block gets a paragraph: no text is lost. */
#include "read.h"

#include <string.h>

static const char blanks[] = " \t\n";

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
    anf__akn_start_block(r);
    return anf__akn_failed(&r->at, status);
}

/* Where the node at hand takes no paragraph, as a table does not, one around it does. */
static int
need_loose(struct anf__akn_reader *r, struct anf__akn_frame *frame)
{
    const struct anf__akn_frame *around = frame;
    if (frame->loose)
        return ANF_OK;
    anf__akn_start_block(r);
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

/* We write no line end into text that is not preformatted, but behind breaks and in headings: one,
 * and the blanks around it, is layout, a space between two words and nothing anywhere else. */

void
anf__akn_start_block(struct anf__akn_reader *r)
{
    r->starts = 1;
    r->line_end = 0;
}

static int
has_space(struct anf__akn_reader *r)
{
    int has = r->line_end && !r->starts;
    r->line_end = 0;
    r->starts = 0;
    return has;
}

/* A break ends a line as a block does; an element begins behind the space, not with it. */
int
anf__akn_before_node(struct anf__akn_reader *r, int kind)
{
    int starts = r->starts || r->line_end;
    if (kind < ANF_NODE_TEXT || kind == ANF_NODE_BREAK) {
        anf__akn_start_block(r);
        return ANF_OK;
    }
    int status = has_space(r) ? anf__akn_add_characters(&r->at, r->parent, " ", 1) : ANF_OK;
    r->starts = starts && kind != ANF_NODE_FOOTNOTE;
    return status;
}

/* The text around it goes on. */
int
anf__akn_end_footnote(struct anf__akn_reader *r)
{
    r->starts = 0;
    r->line_end = 0;
    return ANF_OK;
}

/* Blanks that begin the text come after layout, or have a line end. */
static int
is_layout(const struct anf__akn_reader *r, const char *text, size_t len)
{
    return len && ((text == r->text && r->line_end) || memchr(text, '\n', len));
}

static int
add_flow(struct anf__akn_reader *r, struct anf_node *node, const char *text)
{
    int status = ANF_OK;
    while (*text && status == ANF_OK) {
        size_t len = strspn(text, blanks);
        if (is_layout(r, text, len)) {
            r->line_end = 1;
            text += len;
            continue;
        }
        if (has_space(r))
            status = anf__akn_add_characters(&r->at, node, " ", 1);
        len += strcspn(text + len, blanks);
        if (status == ANF_OK)
            status = anf__akn_add_characters(&r->at, node, text, len);
        text += len;
    }
    return status;
}

static int
add_loose(struct anf__akn_reader *r, struct anf__akn_frame *frame)
{
    const char *text = r->text;
    if (!frame->loose)
        text += strspn(text, blanks);
    if (!*text)
        return ANF_OK;
    int status = need_loose(r, frame);
    return status == ANF_OK ? add_flow(r, frame->loose, text) : status;
}

int
anf__akn_add_text(struct anf__akn_reader *r)
{
    struct anf__akn_frame *frame = anf__akn_top(r);
    if (frame->mode == ANF__AKN_MAYBE) {
        int is_blank = !r->text[strspn(r->text, blanks)];
        int status = is_blank ? ANF_OK : become_paragraph(r, frame);
        if (status != ANF_OK || frame->mode == ANF__AKN_MAYBE)
            return status;
    }
    if (frame->mode != ANF__AKN_INLINES)
        return add_loose(r, frame);
    if (frame->keeps_lines)
        return anf__akn_add_characters(&r->at, frame->node, r->text, r->length);
    return add_flow(r, frame->node, r->text);
}
