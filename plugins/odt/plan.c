/* plan.c: from matched documents to changes of the inquiry. */
#include "plan.h"

#include <stdlib.h>
#include <string.h>

/* --- the nodes of the carried inquiry --- */

static size_t
list_nodes(const struct anf_node *node, const struct anf_node **nodes, size_t count)
{
    nodes[count++] = node;
    for (node = anf_node_first(node); node; node = anf_node_next(node))
        count = list_nodes(node, nodes, count);
    return count;
}

static int
prepare(struct anf__odt_plan *plan)
{
    size_t count = anf_inquiry_node_count(plan->carried);
    plan->nodes = calloc(count, sizeof *plan->nodes);
    plan->changes = calloc(count, sizeof *plan->changes);
    plan->shown_in = calloc(count, sizeof *plan->shown_in);
    if (!plan->nodes || !plan->changes || !plan->shown_in)
        return ANF_ERR_NOMEM;
    list_nodes(anf_inquiry_content(plan->carried), plan->nodes, 0);
    for (size_t i = 0; i < plan->origins->count; i++) {
        const struct anf__odt_origin *origin = &plan->origins->items[i];
        if (origin->node && origin->shows == ANF__ODT_SHOWS_NODE)
            plan->shown_in[anf_node_index(origin->node)]++;
    }
    return ANF_OK;
}

void
anf__odt_plan_clear(struct anf__odt_plan *plan)
{
    free(plan->nodes);
    free(plan->changes);
    free(plan->shown_in);
    free(plan->insertions);
}

static int
shows_node(const struct anf__odt_origin *origin)
{
    return origin->shows == ANF__ODT_SHOWS_NODE || origin->shows == ANF__ODT_SHOWS_NUMBERED;
}

/* A list that goes on after a table is shown in parts. */
static int
is_in_parts(const struct anf__odt_plan *plan, const struct anf_node *node)
{
    return plan->shown_in[anf_node_index(node)] > 1;
}

/* --- numbers --- */

static void
set_number(const struct anf__odt_plan *plan, const struct anf_node *holder, const char *number,
           size_t len)
{
    struct anf__odt_change *change = anf__odt_plan_change(plan, holder);
    while (len && number[len - 1] == ' ')
        len--;
    change->has_number = 1;
    change->number = number;
    change->number_length = (uint32_t)len;
}

/* "2.\tText": how many bytes stand before the text, and which number that is now. */
static uint32_t
read_number(const struct anf__odt_plan *plan, const struct anf_node *holder, uint32_t line)
{
    enum { LONGEST = 80 };
    const struct anf__odt_document *now = plan->match->now;
    const char *text = anf__odt_shown_text(now, &now->nodes[line]);
    const char *number = anf_node_get(holder, ANF_ATTRIBUTE_NUMBER);
    size_t len = number ? strlen(number) : 0;
    size_t tab = strcspn(text, "\t\n");
    if (number && strncmp(text, number, len) == 0 && (text[len] == '\t' || text[len] == ' '))
        return (uint32_t)(len + strspn(text + len, text[len] == '\t' ? "\t" : " "));
    int is_number = text[tab] == '\t' && tab > 0 && tab <= LONGEST;
    set_number(plan, holder, text, is_number ? tab : 0);
    return is_number ? (uint32_t)tab + 1 : 0;
}

/* --- what is gone --- */

static void
take_out(const struct anf__odt_plan *plan, const struct anf__odt_origin *origin)
{
    const struct anf_node *parent = anf_node_parent(origin->node);
    if (anf_node_kind(origin->node) != ANF_NODE_LIST || !is_in_parts(plan, origin->node))
        anf__odt_plan_change(plan, origin->node)->is_taken_out = 1;
    if (origin->shows == ANF__ODT_SHOWS_NUMBERED)
        set_number(plan, parent, "", 0);
    if (anf_node_kind(origin->node) == ANF_NODE_ITEM)
        anf__odt_plan_change(plan, parent)->is_recounted = 1;
}

static void
plan_gone_node(const struct anf__odt_plan *plan, uint32_t was, int is_top)
{
    const struct anf__odt_origin *origin = anf__odt_plan_origin(plan, was);
    const struct anf__odt_document *document = plan->match->was;
    if (shows_node(origin)) {
        take_out(plan, origin);
        if (is_top)
            anf__odt_plan_note(plan, "taken out", origin->node, document, was);
    } else if (origin->shows == ANF__ODT_SHOWS_NUMBER) {
        set_number(plan, origin->node, "", 0);
        if (is_top)
            anf__odt_plan_note(plan, "number taken out", origin->node, document, was);
    } else if (origin->shows == ANF__ODT_SHOWS_LABEL && is_top) {
        anf__odt_plan_refuse(plan, "a label that the program writes was taken out", document, was);
    }
}

static void
plan_gone(const struct anf__odt_plan *plan)
{
    const struct anf__odt_match *match = plan->match;
    for (size_t i = 1; i < match->was->count; i++) {
        const struct anf__odt_shown *node = &match->was->nodes[i];
        if (!node->blank && anf__odt_match_is_gone(match, (uint32_t)i))
            plan_gone_node(plan, (uint32_t)i,
                           !node->parent || !anf__odt_match_is_gone(match, node->parent));
    }
}

/* --- what has changed --- */

/* Words that the program wrote where the source has no heading, and which are one now. */
static void
plan_label(const struct anf__odt_plan *plan, const struct anf_node *section, uint32_t was,
           uint32_t now)
{
    struct anf__odt_change *change = anf__odt_plan_change(plan, section);
    const struct anf__odt_document *document = plan->match->now;
    if (!plan->match->was->nodes[was].level || anf_node_kind(section) != ANF_NODE_SECTION) {
        anf__odt_plan_refuse(plan, "a label that the program writes was changed", document, now);
        return;
    }
    change->has_label = 1;
    change->line = now;
    if (anf_node_get(section, ANF_ATTRIBUTE_NUMBER))
        change->line_start = read_number(plan, section, now);
    anf__odt_plan_note(plan, "changed", section, document, now);
}

static void
plan_line(const struct anf__odt_plan *plan, uint32_t was, uint32_t now)
{
    const struct anf__odt_origin *origin = anf__odt_plan_origin(plan, was);
    const struct anf__odt_shown *line = &plan->match->now->nodes[now];
    if (plan->match->was->nodes[was].own == line->own)
        return;
    if (origin->shows == ANF__ODT_SHOWS_LABEL) {
        plan_label(plan, origin->node, was, now);
    } else if (origin->shows == ANF__ODT_SHOWS_NUMBER) {
        set_number(plan, origin->node, anf__odt_shown_text(plan->match->now, line), line->length);
        anf__odt_plan_note(plan, "number changed", origin->node, plan->match->now, now);
    } else if (shows_node(origin)) {
        struct anf__odt_change *change = anf__odt_plan_change(plan, origin->node);
        change->line = now;
        if (origin->shows == ANF__ODT_SHOWS_NUMBERED)
            change->line_start = read_number(plan, anf_node_parent(origin->node), now);
        anf__odt_plan_note(plan, "changed", origin->node, plan->match->now, now);
    }
}

static void
plan_container(const struct anf__odt_plan *plan, uint32_t was, uint32_t now)
{
    const struct anf__odt_origin *origin = anf__odt_plan_origin(plan, was);
    const struct anf__odt_shown *node = &plan->match->now->nodes[now];
    if (plan->match->was->nodes[was].own == node->own || origin->shows != ANF__ODT_SHOWS_NODE)
        return;
    struct anf__odt_change *change = anf__odt_plan_change(plan, origin->node);
    if (node->kind == ANF__ODT_SHOWN_CELL)
        change->cell = now;
    else if (node->kind == ANF__ODT_SHOWN_LIST)
        change->list = now;
    else if (node->kind == ANF__ODT_SHOWN_NOTE)
        change->note = now;
    else
        return;
    anf__odt_plan_note(plan, "changed", origin->node, plan->match->now, now);
}

/* A part of a list that was moved counts as taken out here and put in there. */
static int
is_movable(const struct anf__odt_plan *plan, const struct anf__odt_origin *origin)
{
    return shows_node(origin) &&
           !(anf_node_kind(origin->node) == ANF_NODE_LIST && is_in_parts(plan, origin->node));
}

static void
plan_moved(const struct anf__odt_plan *plan, uint32_t was, uint32_t now)
{
    const struct anf__odt_origin *origin = anf__odt_plan_origin(plan, was);
    if (!is_movable(plan, origin)) {
        plan->match->now_of[was] = 0;
        plan->match->was_of[now] = 0;
        plan_gone_node(plan, was, 1);
        return;
    }
    take_out(plan, origin);
    anf__odt_plan_note(plan, "moved", origin->node, plan->match->now, now);
}

/* What was typed where a line only keeps an empty node open is new. */
static int
is_filled(const struct anf__odt_plan *plan, uint32_t was, uint32_t now)
{
    return anf__odt_plan_origin(plan, was)->shows == ANF__ODT_SHOWS_LABEL &&
           plan->match->was->nodes[was].blank && !plan->match->now->nodes[now].blank;
}

/* A line that comes into a quotation, or leaves one, is another block. */
static int
is_requoted(const struct anf__odt_plan *plan, uint32_t was, uint32_t now)
{
    int was_quoted = plan->match->was->nodes[was].look == ANF__ODT_LINE_QUOTE;
    return was_quoted != (plan->match->now->nodes[now].look == ANF__ODT_LINE_QUOTE);
}

static void
plan_pair(const struct anf__odt_plan *plan, uint32_t was, uint32_t now)
{
    if (is_filled(plan, was, now) || is_requoted(plan, was, now)) {
        plan->match->now_of[was] = 0;
        plan->match->was_of[now] = 0;
        return;
    }
    if (plan->match->moved[now])
        plan_moved(plan, was, now);
    if (plan->match->now->nodes[now].kind == ANF__ODT_SHOWN_LINE)
        plan_line(plan, was, now);
    else
        plan_container(plan, was, now);
}

/* --- what is left of containers --- */

static int
needs_children(const struct anf_node *node)
{
    int kind = anf_node_kind(node);
    return kind == ANF_NODE_LIST || kind == ANF_NODE_TABLE || kind == ANF_NODE_ROW ||
           kind == ANF_NODE_QUOTE;
}

static int
is_emptied(const struct anf__odt_plan *plan, const struct anf_node *node)
{
    const struct anf_node *child = anf_node_first(node);
    if (!child || anf__odt_plan_change(plan, node)->first)
        return 0;
    for (; child; child = anf_node_next(child)) {
        const struct anf__odt_change *change = anf__odt_plan_change(plan, child);
        if (change->after)
            return 0;
        if (!change->is_taken_out && anf_node_kind(child) != ANF_NODE_CAPTION)
            return 0;
    }
    return 1;
}

static void
take_out_emptied(const struct anf__odt_plan *plan)
{
    for (size_t i = anf_inquiry_node_count(plan->carried); i-- > 1;) {
        struct anf__odt_change *change = anf__odt_plan_change(plan, plan->nodes[i]);
        if (!needs_children(plan->nodes[i]) || !is_emptied(plan, plan->nodes[i]))
            continue;
        change->is_taken_out = 1;
        change->is_emptied = 1;
    }
}

int
anf__odt_plan_make(struct anf__odt_plan *plan)
{
    int status = prepare(plan);
    for (size_t i = 1; i < plan->match->was->count && status == ANF_OK; i++)
        if (plan->match->now_of[i])
            plan_pair(plan, (uint32_t)i, plan->match->now_of[i]);
    if (status == ANF_OK) {
        plan_gone(plan);
        status = anf__odt_plan_insertions(plan);
    }
    if (status == ANF_OK)
        take_out_emptied(plan);
    return status;
}
