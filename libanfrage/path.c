/* path.c: where a node stands, in words. */
#include "path.h"

#include "node.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NAMES = ANF_NODE_FOOTNOTE + 1 + ANF_ROLE_OTHER + 1 };

static size_t
name_of(const struct anf_node *node)
{
    return node->kind == ANF_NODE_SECTION ? ANF_NODE_FOOTNOTE + 1u + node->role : node->kind;
}

/* All nodes at once: to count the siblings before one node, for each, would be quadratic. */
static void
number_children(uint32_t *ordinals, const struct anf_node *parent)
{
    uint32_t counts[NAMES] = {0};
    for (const struct anf_node *child = parent->first; child; child = child->next) {
        ordinals[child->index] = ++counts[name_of(child)];
        if (child->first)
            number_children(ordinals, child);
    }
}

int
anf__paths_init(struct anf__paths *paths, const struct anf_inquiry *inquiry)
{
    paths->ordinals = calloc(anf_inquiry_node_count(inquiry), sizeof *paths->ordinals);
    if (!paths->ordinals)
        return ANF_ERR_NOMEM;
    number_children(paths->ordinals, anf_inquiry_content(inquiry));
    return ANF_OK;
}

void
anf__paths_clear(struct anf__paths *paths)
{
    free(paths->ordinals);
    paths->ordinals = NULL;
}

/* A section's role, or the kind of the node. */
static const char *
step_name(const struct anf_node *node)
{
    return node->kind == ANF_NODE_SECTION ? anf_role_name(node->role)
                                          : anf_node_kind_name(node->kind);
}

int
anf__path_add(const struct anf__paths *paths, const struct anf_node *node,
              struct anf__buffer *buffer)
{
    char ordinal[16];
    const char *name = step_name(node);
    if (!node->parent)
        return anf__buffer_add(buffer, name, strlen(name));
    int status = anf__path_add(paths, node->parent, buffer);
    if (status == ANF_OK)
        status = anf__buffer_add(buffer, "/", 1);
    if (status == ANF_OK)
        status = anf__buffer_add(buffer, name, strlen(name));
    if (status == ANF_OK)
        status = anf__buffer_add(buffer, " ", 1);
    const char *number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER);
    if (!number) {
        snprintf(ordinal, sizeof ordinal, "%" PRIu32, paths->ordinals[node->index]);
        number = ordinal;
    }
    return status == ANF_OK ? anf__buffer_add(buffer, number, strlen(number)) : status;
}
