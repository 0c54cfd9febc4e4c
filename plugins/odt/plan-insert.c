/* plan-insert.c: what was put in, or moved there: behind which node of the inquiry it goes. */
#include "plan.h"

#include <stdlib.h>

/* Where the next insertion among the children of a node goes. */
struct anchor {
    const struct anf_node *container;
    const struct anf_node *last; /* shown by the last child that stands where it stood; or NULL */
};

static int
add_insertion(struct anf__odt_plan *plan, uint32_t *first, uint32_t *last, uint32_t shown)
{
    size_t index = plan->insertion_count + 1;
    if (index >= plan->insertion_capacity) {
        size_t capacity = plan->insertion_capacity ? plan->insertion_capacity * 2 : 64;
        void *grown = reallocarray(plan->insertions, capacity, sizeof *plan->insertions);
        if (!grown)
            return ANF_ERR_NOMEM;
        plan->insertions = grown;
        plan->insertion_capacity = capacity;
    }
    plan->insertions[index] = (struct anf__odt_insertion){.shown = shown};
    plan->insertion_count = index;
    if (*last)
        plan->insertions[*last].next = (uint32_t)index;
    else
        *first = (uint32_t)index;
    *last = (uint32_t)index;
    return ANF_OK;
}

/* The node whose children the children of an element show; NULL: none. */
static const struct anf_node *
container_of(const struct anf__odt_plan *plan, uint32_t was)
{
    if (!was)
        return anf_inquiry_content(plan->carried);
    const struct anf__odt_origin *origin = anf__odt_plan_origin(plan, was);
    return origin->shows == ANF__ODT_SHOWS_NODE ? origin->node : NULL;
}

/* From a node up to the child of the container that it stands in. A quotation is no element of the
 * document: quoted lines go into the one before them. */
static const struct anf_node *
climb(const struct anchor *anchor, int is_quoted)
{
    const struct anf_node *node = anchor->last;
    while (node && anf_node_parent(node) && anf_node_parent(node) != anchor->container) {
        if (is_quoted && anf_node_kind(anf_node_parent(node)) == ANF_NODE_QUOTE)
            break;
        node = anf_node_parent(node);
    }
    return node;
}

static int
insert(struct anf__odt_plan *plan, const struct anchor *anchor, uint32_t shown)
{
    const struct anf__odt_shown *node = &plan->match->now->nodes[shown];
    int is_quoted = node->kind == ANF__ODT_SHOWN_LINE && node->look == ANF__ODT_LINE_QUOTE;
    const struct anf_node *before = climb(anchor, is_quoted);
    const struct anf_node *place = before ? before : anchor->container;
    struct anf__odt_change *change = anf__odt_plan_change(plan, place);
    if (node->kind == ANF__ODT_SHOWN_ITEM)
        anf__odt_plan_change(plan, anchor->container)->is_recounted = 1;
    if (!plan->match->was_of[shown])
        anf__odt_plan_note(plan, "put in", anchor->container, plan->match->now, shown);
    return before ? add_insertion(plan, &change->after, &change->after_last, shown)
                  : add_insertion(plan, &change->first, &change->first_last, shown);
}

/* Does the node of a pair stay where it stood? Not when what it stands in is gone. */
static int
stays(const struct anf__odt_plan *plan, const struct anchor *anchor, const struct anf_node *node)
{
    const struct anf_node *above = node ? anf_node_parent(node) : NULL;
    for (; above && above != anchor->container; above = anf_node_parent(above))
        if (anf__odt_plan_change(plan, above)->is_taken_out)
            return 0;
    return 1;
}

static int
place_child(struct anf__odt_plan *plan, struct anchor *anchor, uint32_t child)
{
    uint32_t was = plan->match->was_of[child];
    if (!was || plan->match->moved[child])
        return plan->match->now->nodes[child].blank ? ANF_OK : insert(plan, anchor, child);
    const struct anf__odt_origin *origin = anf__odt_plan_origin(plan, was);
    if (origin->shows != ANF__ODT_SHOWS_NODE && origin->shows != ANF__ODT_SHOWS_NUMBERED)
        return ANF_OK;
    if (!stays(plan, anchor, origin->node))
        return insert(plan, anchor, child);
    anchor->last = origin->node;
    return ANF_OK;
}

/* What was typed into a cell that only fills up a row. */
static void
refuse_children(const struct anf__odt_plan *plan, uint32_t parent)
{
    const struct anf__odt_document *now = plan->match->now;
    uint32_t child = now->nodes[parent].first;
    for (; child; child = now->nodes[child].next)
        if (!plan->match->was_of[child] && !now->nodes[child].blank)
            anf__odt_plan_refuse(plan, "the inquiry has no place for this", now, child);
}

static int
place_children(struct anf__odt_plan *plan, uint32_t was, uint32_t now)
{
    struct anchor anchor = {.container = container_of(plan, was)};
    int status = ANF_OK;
    if (!anchor.container) {
        if (anf__odt_plan_origin(plan, was)->shows == ANF__ODT_SHOWS_LABEL)
            refuse_children(plan, now);
        return ANF_OK;
    }
    uint32_t child = plan->match->now->nodes[now].first;
    for (; child && status == ANF_OK; child = plan->match->now->nodes[child].next)
        status = place_child(plan, &anchor, child);
    return status;
}

int
anf__odt_plan_insertions(struct anf__odt_plan *plan)
{
    const struct anf__odt_match *match = plan->match;
    int status = place_children(plan, 0, 0);
    for (size_t i = 1; i < match->now->count && status == ANF_OK; i++) {
        uint32_t was = match->was_of[i];
        if (was && match->now->nodes[i].kind != ANF__ODT_SHOWN_LINE &&
            !anf__odt_match_same(match, was, (uint32_t)i))
            status = place_children(plan, was, (uint32_t)i);
    }
    return status;
}
