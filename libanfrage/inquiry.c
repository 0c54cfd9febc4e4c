/* inquiry.c: the inquiry as an object: its life, its fields, its content as a whole. */
#include "inquiry.h"
#include "field.h"
#include "grammar.h"
#include "text.h"

#include <anfrage/context.h>

#include <stdlib.h>
#include <string.h>

struct anf_inquiry *
anf_inquiry_new(struct anf_context *ctx)
{
    if (!ctx)
        return NULL;
    struct anf_inquiry *inquiry = calloc(1, sizeof *inquiry);
    if (!inquiry)
        return NULL;
    inquiry->references = 1;
    inquiry->most_depth = anf_context_limit(ctx, ANF_LIMIT_DEPTH);
    inquiry->most_nodes = anf_context_limit(ctx, ANF_LIMIT_NODES);
    /* node_count and anf_node_index have 32 bits */
    if (inquiry->most_nodes > UINT32_MAX)
        inquiry->most_nodes = UINT32_MAX;
    inquiry->root = anf__node_new_root(inquiry);
    return inquiry->root ? inquiry : anf_inquiry_unref(inquiry);
}

struct anf_inquiry *
anf_inquiry_ref(struct anf_inquiry *inquiry)
{
    if (inquiry)
        anf__reference_add(&inquiry->references);
    return inquiry;
}

struct anf_inquiry *
anf_inquiry_unref(struct anf_inquiry *inquiry)
{
    if (!inquiry || !anf__reference_drop(&inquiry->references))
        return NULL;
    free(inquiry->askers.items);
    free(inquiry->answerers.items);
    free((void *)inquiry->subjects.items);
    free((void *)inquiry->links.items);
    free(inquiry->contacts.items);
    free(inquiry->repairs.items);
    free(inquiry->discarded.items);
    free(inquiry->evidence.items);
    anf__arena_clear(&inquiry->arena);
    free(inquiry);
    return NULL;
}

int
anf__inquiry_copy(struct anf_inquiry *inquiry, const char *text, unsigned flags,
                  const char **ret_copy)
{
    const char *copy = NULL;
    if (text && *text) {
        size_t len = strlen(text);
        int status = anf__text_check(text, len, flags);
        if (status != ANF_OK)
            return status;
        copy = anf__arena_copy(&inquiry->arena, text, len);
        if (!copy)
            return ANF_ERR_NOMEM;
    }
    *ret_copy = copy;
    return ANF_OK;
}

int
anf_inquiry_set(struct anf_inquiry *inquiry, int field, const char *text)
{
    if (!inquiry || !anf__field_has_value(field))
        return ANF_ERR_ARGUMENT;
    if (text && *text) {
        int status = anf__line_check(text);
        if (status != ANF_OK)
            return status;
        if (!anf__field_takes(field, text))
            return ANF_ERR_MODEL;
    }
    return anf__inquiry_copy(inquiry, text, 0, &inquiry->fields[field]);
}

const char *
anf_inquiry_get(const struct anf_inquiry *inquiry, int field)
{
    return inquiry && anf__field_has_value(field) ? inquiry->fields[field] : NULL;
}

struct anf_node *
anf_inquiry_root(struct anf_inquiry *inquiry)
{
    return inquiry ? inquiry->root : NULL;
}

const struct anf_node *
anf_inquiry_content(const struct anf_inquiry *inquiry)
{
    return inquiry ? inquiry->root : NULL;
}

uint32_t
anf_inquiry_node_count(const struct anf_inquiry *inquiry)
{
    return inquiry ? inquiry->node_count : 0;
}

/* The next node in the order of reading; NULL after the last. */
static const struct anf_node *
following(const struct anf_node *node)
{
    if (node->first)
        return node->first;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

int
anf_inquiry_check(const struct anf_inquiry *inquiry, const struct anf_node **ret_node)
{
    if (!inquiry)
        return ANF_ERR_ARGUMENT;
    for (const struct anf_node *node = inquiry->root; node; node = following(node)) {
        if (anf__grammar_complete(node))
            continue;
        if (ret_node)
            *ret_node = node;
        return ANF_ERR_MODEL;
    }
    return ANF_OK;
}
