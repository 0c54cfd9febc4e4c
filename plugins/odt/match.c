/* match.c: matching from the top: the children of two nodes that belong together are aligned. */
#include "match.h"

#include <stdlib.h>
#include <string.h>

/* How much of a node tells which other is the same: nodes below it, and bytes of each line. */
enum { SKETCHED_NODES = 48, SKETCHED_BYTES = 1024 };

/* The children of a node. */
struct children {
    struct anf_align_items items;
    uint32_t *nodes;
};

static void
clear_children(struct children *children)
{
    free(children->items.items);
    free(children->nodes);
}

static void
sketch(const struct anf__odt_document *document, uint32_t node, struct anf_sketch *ret_sketch)
{
    size_t end = anf__odt_shown_end(document, node);
    end = end - node > SKETCHED_NODES ? (size_t)node + SKETCHED_NODES : end;
    for (size_t i = node; i < end; i++) {
        const struct anf__odt_shown *line = &document->nodes[i];
        size_t len = line->length < SKETCHED_BYTES ? line->length : SKETCHED_BYTES;
        anf_sketch_add(ret_sketch, anf__odt_shown_text(document, line), len);
    }
}

static void
fill_item(struct anf_align_item *item, const struct anf__odt_document *document, uint32_t index)
{
    const struct anf__odt_shown *node = &document->nodes[index];
    const char *name = anf__odt_shown_name(document, node);
    int is_label = node->kind == ANF__ODT_SHOWN_LINE && node->look == ANF__ODT_LINE_LABEL;
    item->kind = (uint32_t)node->kind << 1 | (uint32_t)is_label;
    item->hash = node->hash;
    item->whole = node->kind == ANF__ODT_SHOWN_SECTION || node->kind == ANF__ODT_SHOWN_TABLE ||
                  node->kind == ANF__ODT_SHOWN_LIST;
    if (node->kind == ANF__ODT_SHOWN_SECTION)
        item->number = anf_hash(ANF_HASH, name, strlen(name));
    sketch(document, index, &item->sketch);
}

static int
collect(const struct anf__odt_document *document, uint32_t parent, struct children *children)
{
    size_t count = 0;
    uint32_t node = document->nodes[parent].first;
    for (uint32_t i = node; i; i = document->nodes[i].next)
        count++;
    children->items.items = calloc(count + 1, sizeof *children->items.items);
    children->nodes = calloc(count + 1, sizeof *children->nodes);
    if (!children->items.items || !children->nodes)
        return ANF_ERR_NOMEM;
    for (; node; node = document->nodes[node].next) {
        children->nodes[children->items.count] = node;
        fill_item(&children->items.items[children->items.count++], document, node);
    }
    return ANF_OK;
}

static int
align_children(struct anf__odt_match *match, const struct children *a, const struct children *b)
{
    uint32_t *pairs = calloc(a->items.count + 1, sizeof *pairs);
    int status = pairs ? anf_align(&a->items, &b->items, pairs) : ANF_ERR_NOMEM;
    for (size_t i = 0; i < a->items.count && status == ANF_OK; i++)
        if (pairs[i] != ANF_ALIGN_NONE)
            status = anf__odt_match_pair(match, a->nodes[i], b->nodes[pairs[i]]);
    free(pairs);
    return status;
}

static int
match_children(struct anf__odt_match *match, uint32_t a, uint32_t b)
{
    struct children was = {.nodes = NULL}, now = {.nodes = NULL};
    int status = collect(match->was, a, &was);
    if (status == ANF_OK)
        status = collect(match->now, b, &now);
    if (status == ANF_OK && was.items.count && now.items.count)
        status = align_children(match, &was, &now);
    clear_children(&was);
    clear_children(&now);
    return status;
}

int
anf__odt_match_same(const struct anf__odt_match *match, uint32_t was, uint32_t now)
{
    return match->was->nodes[was].hash == match->now->nodes[now].hash;
}

int
anf__odt_match_is_gone(const struct anf__odt_match *match, uint32_t was)
{
    return !match->now_of[was] && !match->same[was];
}

int
anf__odt_match_pair(struct anf__odt_match *match, uint32_t a, uint32_t b)
{
    match->now_of[a] = b;
    match->was_of[b] = a;
    if (!anf__odt_match_same(match, a, b))
        return match_children(match, a, b);
    memset(match->same + a, 1, anf__odt_shown_end(match->was, a) - a);
    return ANF_OK;
}

int
anf__odt_match(const struct anf__odt_document *was, const struct anf__odt_document *now,
               struct anf__odt_match *match)
{
    *match = (struct anf__odt_match){.was = was, .now = now};
    match->now_of = calloc(was->count, sizeof *match->now_of);
    match->was_of = calloc(now->count, sizeof *match->was_of);
    match->same = calloc(was->count, sizeof *match->same);
    match->moved = calloc(now->count, sizeof *match->moved);
    if (!match->now_of || !match->was_of || !match->same || !match->moved)
        return ANF_ERR_NOMEM;
    int status = match_children(match, 0, 0);
    return status == ANF_OK ? anf__odt_match_moved(match) : status;
}

void
anf__odt_match_clear(struct anf__odt_match *match)
{
    free(match->now_of);
    free(match->was_of);
    free(match->same);
    free(match->moved);
}
