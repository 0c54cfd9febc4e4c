/* render.c: a part of the content as text for a person. */
#include "render.h"

#include "node.h"

#include <string.h>

static int
add(struct anf__buffer *buffer, const char *text)
{
    return anf__buffer_add(buffer, text, strlen(text));
}

/* --- words --- */

static int
has_text(const struct anf__buffer *buffer, size_t start)
{
    return buffer->length > start && buffer->data[buffer->length - 1] != '\n';
}

/* "1. ", "[1: " … when there is a value. */
static int
add_value(struct anf__buffer *buffer, const char *before, const char *value, const char *after)
{
    int status = add(buffer, before);
    if (status == ANF_OK && value)
        status = add(buffer, value);
    return status == ANF_OK && value ? add(buffer, after) : status;
}

static int
add_image(const struct anf_node *node, struct anf__buffer *buffer)
{
    const char *alt = anf_node_get(node, ANF_ATTRIBUTE_ALT);
    const char *src = anf_node_get(node, ANF_ATTRIBUTE_SRC);
    return add_value(buffer, "[image: ", alt ? alt : src ? src : "", "]");
}

/* What stands before the children of a node. */
static int
open_words(const struct anf_node *node, struct anf__buffer *buffer)
{
    const char *number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER);
    switch (node->kind) {
    case ANF_NODE_TEXT:
        return anf__buffer_add(buffer, node->has.text.data, node->has.text.length);
    case ANF_NODE_BREAK:
        return add(buffer, "\n");
    case ANF_NODE_IMAGE:
        return add_image(node, buffer);
    case ANF_NODE_FOOTNOTE:
        return add_value(buffer, "[", anf_node_get(node, ANF_ATTRIBUTE_MARKER), ": ");
    default:
        return number ? add_value(buffer, "", number, " ") : ANF_OK;
    }
}

/* What stands between two children. */
static const char *
separator_in(const struct anf_node *node)
{
    if (node->kind == ANF_NODE_ROW)
        return " | ";
    return anf_node_is_inline(node->first) ? "" : "\n";
}

static int
render_children(const struct anf_node *node, struct anf__buffer *buffer)
{
    size_t start = buffer->length;
    int status = ANF_OK;
    for (const struct anf_node *child = node->first; child && status == ANF_OK;
         child = child->next) {
        if (child != node->first && (node->kind == ANF_NODE_ROW || has_text(buffer, start)))
            status = add(buffer, separator_in(node));
        if (status == ANF_OK)
            status = anf__render_words(child, buffer);
    }
    return status;
}

int
anf__render_words(const struct anf_node *node, struct anf__buffer *buffer)
{
    int status = open_words(node, buffer);
    if (status == ANF_OK)
        status = render_children(node, buffer);
    if (status == ANF_OK && node->kind == ANF_NODE_FOOTNOTE)
        status = add(buffer, "]");
    return status;
}

char *
anf_node_copy_words(const struct anf_node *node, size_t *ret_len)
{
    struct anf__buffer buffer = {0};
    if (!node || anf__buffer_add(&buffer, "", 0) != ANF_OK)
        return NULL;
    int has_number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER) != NULL;
    int status = has_number ? render_children(node, &buffer) : anf__render_words(node, &buffer);
    if (status != ANF_OK) {
        anf__buffer_clear(&buffer);
        return NULL;
    }
    if (ret_len)
        *ret_len = buffer.length;
    return buffer.data;
}

/* --- markup --- */

static const char *
escape_of(char c)
{
    switch (c) {
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '&':
        return "&amp;";
    case '"':
        return "&quot;";
    default:
        return NULL;
    }
}

static int
add_escaped(struct anf__buffer *buffer, const char *text, size_t len)
{
    int status = ANF_OK;
    size_t start = 0;
    for (size_t i = 0; i < len && status == ANF_OK; ++i) {
        const char *escape = escape_of(text[i]);
        if (!escape)
            continue;
        status = anf__buffer_add(buffer, text + start, i - start);
        if (status == ANF_OK)
            status = add(buffer, escape);
        start = i + 1;
    }
    return status == ANF_OK ? anf__buffer_add(buffer, text + start, len - start) : status;
}

static int
add_attributes(const struct anf_node *node, struct anf__buffer *buffer)
{
    int status = ANF_OK;
    for (int i = ANF_ATTRIBUTE_NUMBER; i <= ANF_ATTRIBUTE_MARKER && status == ANF_OK; ++i) {
        const char *value = anf_node_get(node, i);
        if (!value)
            continue;
        status = add_value(buffer, " ", anf_attribute_name(i), "=\"");
        if (status == ANF_OK)
            status = add_escaped(buffer, value, strlen(value));
        if (status == ANF_OK)
            status = add(buffer, "\"");
    }
    return status;
}

static int
render_element(const struct anf_node *node, struct anf__buffer *buffer)
{
    const char *name = anf_node_kind_name(node->kind);
    if (node->kind == ANF_NODE_TEXT)
        return add_escaped(buffer, node->has.text.data, node->has.text.length);
    int status = add_value(buffer, "<", name, "");
    if (status == ANF_OK)
        status = add_attributes(node, buffer);
    if (status != ANF_OK || !node->first)
        return status == ANF_OK ? add(buffer, "/>") : status;
    status = add(buffer, ">");
    if (status == ANF_OK)
        status = anf__render_markup(node, buffer);
    return status == ANF_OK ? add_value(buffer, "</", name, ">") : status;
}

int
anf__render_markup(const struct anf_node *node, struct anf__buffer *buffer)
{
    int status = ANF_OK;
    for (const struct anf_node *child = node->first; child && status == ANF_OK; child = child->next)
        status = render_element(child, buffer);
    return status;
}
