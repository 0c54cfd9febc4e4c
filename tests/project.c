/* project.c: what text holds of an inquiry (docs/formats.md). Lost are inline marks, levels of
 * headings, spans of cells, header cells but in rows of such at the start, line breaks in
 * preformatted text, provenance. */
#include "project.h"

#include <string.h>

/* --- fields and lists --- */

static int
copy_fields(struct anf_inquiry *to, const struct anf_inquiry *from)
{
    int status = ANF_OK;
    for (int field = ANF_FIELD_KIND; field <= ANF_FIELD_LINK_SOURCE && status == ANF_OK; ++field) {
        const char *value = anf_inquiry_get(from, field);
        if (value)
            status = anf_inquiry_set(to, field, value);
    }
    return status;
}

static int
copy_people(struct anf_inquiry *to, const struct anf_inquiry *from)
{
    const struct anf_actor *actor;
    int status = ANF_OK;
    for (size_t i = 0; status == ANF_OK && (actor = anf_inquiry_asker(from, i)); ++i)
        status = anf_inquiry_add_asker(to, actor);
    for (size_t i = 0; status == ANF_OK && (actor = anf_inquiry_answerer(from, i)); ++i)
        status = anf_inquiry_add_answerer(to, actor);
    anf_inquiry_set_more_askers(to, anf_inquiry_more_askers(from));
    return status;
}

static int
copy_lists(struct anf_inquiry *to, const struct anf_inquiry *from)
{
    const struct anf_contact *contact;
    const char *text;
    int status = ANF_OK;
    for (size_t i = 0; status == ANF_OK && (text = anf_inquiry_subject(from, i)); ++i)
        status = anf_inquiry_add_subject(to, text);
    for (size_t i = 0; status == ANF_OK && (text = anf_inquiry_link(from, i)); ++i)
        status = anf_inquiry_add_link(to, text);
    for (size_t i = 0; status == ANF_OK && (contact = anf_inquiry_contact(from, i)); ++i)
        status = anf_inquiry_add_contact(to, contact);
    return status;
}

/* --- content --- */

static int
is_mark(int kind)
{
    return kind >= ANF_NODE_EMPHASIS && kind <= ANF_NODE_SUBSCRIPT;
}

/* Is this a line break in preformatted text? A footnote there has its own blocks. */
static int
is_lost_break(const struct anf_node *node)
{
    if (anf_node_kind(node) != ANF_NODE_BREAK)
        return 0;
    while (anf_node_is_inline(node))
        node = anf_node_parent(node);
    return anf_node_kind(node) == ANF_NODE_PREFORMATTED;
}

/* Does the cell stand in one of the first rows, all of header cells? */
static int
is_in_head(const struct anf_node *cell)
{
    const struct anf_node *own_row = anf_node_parent(cell);
    const struct anf_node *row = anf_node_first(anf_node_parent(own_row));
    for (;; row = anf_node_next(row)) {
        const struct anf_node *other = anf_node_kind(row) == ANF_NODE_ROW ? anf_node_first(row)
                                                                          : NULL;
        for (; other; other = anf_node_next(other))
            if (!anf_node_get(other, ANF_ATTRIBUTE_HEADER))
                return 0;
        if (row == own_row)
            return 1;
    }
}

static int
is_lost_attribute(const struct anf_node *node, int attribute)
{
    if (attribute == ANF_ATTRIBUTE_HEADER)
        return !is_in_head(node);
    return attribute == ANF_ATTRIBUTE_LEVEL || attribute == ANF_ATTRIBUTE_COLSPAN ||
           attribute == ANF_ATTRIBUTE_ROWSPAN;
}

static int
copy_attributes(struct anf_node *to, const struct anf_node *from)
{
    int status = ANF_OK;
    for (int i = ANF_ATTRIBUTE_NUMBER; i <= ANF_ATTRIBUTE_MARKER && status == ANF_OK; ++i) {
        const char *value = anf_node_get(from, i);
        if (value && !is_lost_attribute(from, i))
            status = anf_node_set(to, i, value);
    }
    return status;
}

static int copy_children(struct anf_node *to, const struct anf_node *from);

static int
copy_node(struct anf_node *parent, const struct anf_node *from)
{
    int kind = anf_node_kind(from);
    struct anf_node *copy = NULL;
    if (is_mark(kind))
        return copy_children(parent, from);
    if (is_lost_break(from))
        return anf_node_add_text(parent, "\n", 1);
    if (kind == ANF_NODE_TEXT) {
        size_t len;
        const char *text = anf_node_text(from, &len);
        return anf_node_add_text(parent, text, len);
    }
    int status = kind == ANF_NODE_SECTION ? anf_node_add_section(parent, anf_node_role(from), &copy)
                                          : anf_node_add(parent, kind, &copy);
    if (status == ANF_OK)
        status = copy_attributes(copy, from);
    return status == ANF_OK ? copy_children(copy, from) : status;
}

static int
copy_children(struct anf_node *to, const struct anf_node *from)
{
    int status = ANF_OK;
    const struct anf_node *child = anf_node_first(from);
    for (; child && status == ANF_OK; child = anf_node_next(child))
        status = copy_node(to, child);
    return status;
}

/* --- the whole --- */

struct anf_inquiry *
project_to_text(struct anf_context *ctx, const struct anf_inquiry *inquiry)
{
    struct anf_inquiry *held = anf_inquiry_new(ctx);
    int status = held ? copy_fields(held, inquiry) : ANF_ERR_NOMEM;
    if (status == ANF_OK)
        status = copy_people(held, inquiry);
    if (status == ANF_OK)
        status = copy_lists(held, inquiry);
    if (status == ANF_OK)
        status = copy_children(anf_inquiry_root(held), anf_inquiry_content(inquiry));
    return status == ANF_OK ? held : anf_inquiry_unref(held);
}

void
project_without_provenance(struct anf_inquiry *inquiry)
{
    for (int field = ANF_FIELD_SOURCE; field <= ANF_FIELD_RETRIEVED; ++field) {
        if (anf_inquiry_set(inquiry, field, NULL) != ANF_OK)
            return;
    }
}
