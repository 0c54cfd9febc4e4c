/* rebuild.c: the tree of the carried inquiry once more, with the changes of a plan. */
#include "rebuild.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct anf__odt_change *
change_of(const struct anf__odt_rebuild *rebuild, const struct anf_node *node)
{
    return anf__odt_plan_change(rebuild->plan, node);
}

/* --- attributes --- */

static int
copy_attributes(struct anf_node *copy, const struct anf_node *node)
{
    int status = ANF_OK;
    for (int i = ANF_ATTRIBUTE_NUMBER; i <= ANF_ATTRIBUTE_MARKER && status == ANF_OK; i++) {
        const char *value = anf_node_get(node, i);
        if (value)
            status = anf_node_set(copy, i, value);
    }
    return status;
}

static int
set_count(struct anf_node *node, int attribute, uint32_t count)
{
    char text[16];
    snprintf(text, sizeof text, "%u", count);
    return anf_node_set(node, attribute, text);
}

/* A number with characters that the model refuses is none. */
static int
set_number(struct anf_node *node, const char *number, size_t len)
{
    char *copy = strndup(number, len);
    if (!copy)
        return ANF_ERR_NOMEM;
    int status = anf_node_set(node, ANF_ATTRIBUTE_NUMBER, copy);
    free(copy);
    return status == ANF_ERR_SYNTAX ? anf_node_set(node, ANF_ATTRIBUTE_NUMBER, NULL) : status;
}

static int
change_attributes(const struct anf__odt_rebuild *rebuild, struct anf_node *copy,
                  const struct anf__odt_change *change)
{
    const struct anf__odt_document *now = rebuild->plan->match->now;
    int status = ANF_OK;
    if (change->has_number)
        status = set_number(copy, change->number, change->number_length);
    if (status == ANF_OK && change->cell)
        status = set_count(copy, ANF_ATTRIBUTE_COLSPAN, now->nodes[change->cell].columns);
    if (status == ANF_OK && change->cell)
        status = set_count(copy, ANF_ATTRIBUTE_ROWSPAN, now->nodes[change->cell].rows);
    if (status == ANF_OK && change->list)
        status = anf_node_set(copy, ANF_ATTRIBUTE_ORDERED,
                              now->nodes[change->list].ordered ? "true" : NULL);
    if (status == ANF_OK && change->note) {
        const char *label = anf__odt_shown_name(now, &now->nodes[change->note]);
        status = anf_node_set(copy, ANF_ATTRIBUTE_MARKER, *label ? label : NULL);
    }
    return status == ANF_ERR_SYNTAX ? ANF_OK : status;
}

/* --- children --- */

static int
build_insertions(struct anf__odt_rebuild *rebuild, struct anf_node *parent, uint32_t first)
{
    const struct anf__odt_insertion *insertions = rebuild->plan->insertions;
    size_t count = 0;
    if (!first)
        return ANF_OK;
    for (uint32_t i = first; i; i = insertions[i].next)
        count++;
    uint32_t *shown = calloc(count, sizeof *shown);
    if (!shown)
        return ANF_ERR_NOMEM;
    count = 0;
    for (uint32_t i = first; i; i = insertions[i].next)
        shown[count++] = insertions[i].shown;
    int status = anf__odt_build_all(rebuild, parent, shown, count);
    free(shown);
    return status;
}

int
anf__odt_copy_children(struct anf__odt_rebuild *rebuild, struct anf_node *parent,
                       const struct anf_node *node)
{
    int status = build_insertions(rebuild, parent, change_of(rebuild, node)->first);
    const struct anf_node *child = anf_node_first(node);
    for (; child && status == ANF_OK; child = anf_node_next(child)) {
        const struct anf__odt_change *change = change_of(rebuild, child);
        if (!change->is_taken_out)
            status = anf__odt_copy(rebuild, parent, child);
        if (status == ANF_OK)
            status = build_insertions(rebuild, parent, change->after);
    }
    return status;
}

/* --- lists, whose labels the document counts --- */

int
anf__odt_count_item(struct anf__odt_rebuild *rebuild, struct anf_node *item)
{
    struct anf__odt_counter *counter = &rebuild->counter;
    if (!counter->list || anf_node_parent(item) != counter->list || counter->labels.printed)
        return ANF_OK;
    struct anf__odt_label label = anf__odt_list_label(counter->labels.style,
                                                      counter->labels.next++);
    return anf_node_set(item, ANF_ATTRIBUTE_NUMBER, label.text);
}

/* Items without numbers stay so. */
static struct anf__odt_counter
counter_for(const struct anf_node *copy, const struct anf_node *list)
{
    struct anf__odt_counter counter = {.labels = anf__odt_labels_of(list)};
    if (anf_node_get(anf_node_first(list), ANF_ATTRIBUTE_NUMBER) || counter.labels.printed)
        counter.list = copy;
    return counter;
}

/* --- nodes --- */

static int
is_leaf(int kind)
{
    return kind == ANF_NODE_PARAGRAPH || kind == ANF_NODE_HEADING || kind == ANF_NODE_CAPTION ||
           kind == ANF_NODE_PREFORMATTED || kind == ANF_NODE_IMAGE;
}

static int
add_copy(struct anf_node *parent, const struct anf_node *node, struct anf_node **ret_copy)
{
    int kind = anf_node_kind(node);
    int status = kind == ANF_NODE_SECTION
                     ? anf_node_add_section(parent, anf_node_role(node), ret_copy)
                     : anf_node_add(parent, kind, ret_copy);
    return status == ANF_OK ? copy_attributes(*ret_copy, node) : status;
}

/* --- exchanges, which are none without a question --- */

static int
brings_question(const struct anf__odt_rebuild *rebuild, uint32_t first)
{
    const struct anf__odt_insertion *insertions = rebuild->plan->insertions;
    while (first && !anf__odt_is_question(rebuild, insertions[first].shown))
        first = insertions[first].next;
    return first != 0;
}

static int
has_question(const struct anf__odt_rebuild *rebuild, const struct anf_node *exchange)
{
    const struct anf_node *child = anf_node_first(exchange);
    int has = brings_question(rebuild, change_of(rebuild, exchange)->first);
    for (; child && !has; child = anf_node_next(child)) {
        const struct anf__odt_change *change = change_of(rebuild, child);
        has = (anf_node_role(child) == ANF_ROLE_QUESTION && !change->is_taken_out) ||
              brings_question(rebuild, change->after);
    }
    return has;
}

static int
copy_inside(struct anf__odt_rebuild *rebuild, struct anf_node *copy, const struct anf_node *node)
{
    const struct anf__odt_change *change = change_of(rebuild, node);
    int status = change_attributes(rebuild, copy, change);
    if (status == ANF_OK && anf_node_kind(node) == ANF_NODE_ITEM)
        status = anf__odt_count_item(rebuild, copy);
    struct anf__odt_counter around = rebuild->counter;
    if (change->is_recounted)
        rebuild->counter = counter_for(copy, node);
    if (status == ANF_OK && change->has_label)
        status = anf__odt_build_line(rebuild, copy, change->line, change->line_start, NULL);
    if (status == ANF_OK && anf_node_role(node) == ANF_ROLE_EXCHANGE &&
        !has_question(rebuild, node))
        status = anf_node_add_section(copy, ANF_ROLE_QUESTION, NULL);
    if (status == ANF_OK)
        status = anf__odt_copy_children(rebuild, copy, node);
    rebuild->counter = around;
    return status;
}

static int
copy_text(struct anf_node *parent, const struct anf_node *node)
{
    size_t len;
    const char *text = anf_node_text(node, &len);
    return anf_node_add_text(parent, text, len);
}

int
anf__odt_copy(struct anf__odt_rebuild *rebuild, struct anf_node *parent,
              const struct anf_node *node)
{
    struct anf_node *copy = NULL;
    const struct anf__odt_change *change = change_of(rebuild, node);
    int kind = anf_node_kind(node);
    if (kind == ANF_NODE_TEXT)
        return copy_text(parent, node);
    if (is_leaf(kind) && change->line)
        return anf__odt_build_line(rebuild, parent, change->line, change->line_start, node);
    if (!anf_node_allows(parent, kind, anf_node_role(node))) /* its children may */
        return anf__odt_copy_children(rebuild, parent, node);
    int status = add_copy(parent, node, &copy);
    if (status != ANF_OK)
        return status;
    rebuild->copies[anf_node_index(node)] = copy;
    return copy_inside(rebuild, copy, node);
}

/* --- the whole --- */

static int
copy_repairs(const struct anf__odt_rebuild *rebuild)
{
    const struct anf_repair *repair;
    int status = ANF_OK;
    for (size_t i = 0; status == ANF_OK && (repair = anf_inquiry_repair(rebuild->plan->carried, i));
         i++) {
        struct anf_repair copy = *repair;
        copy.node = repair->node ? rebuild->copies[anf_node_index(repair->node)] : NULL;
        status = anf_inquiry_add_repair(rebuild->inquiry, &copy);
    }
    return status;
}

int
anf__odt_rebuild_content(const struct anf__odt_plan *plan, struct anf_inquiry *inquiry)
{
    const struct anf_node *root = anf_inquiry_content(plan->carried);
    struct anf__odt_rebuild rebuild = {.plan = plan, .inquiry = inquiry};
    rebuild.copies = calloc(anf_inquiry_node_count(plan->carried), sizeof *rebuild.copies);
    if (!rebuild.copies)
        return ANF_ERR_NOMEM;
    rebuild.copies[anf_node_index(root)] = anf_inquiry_content(inquiry);
    int status = anf__odt_copy_children(&rebuild, anf_inquiry_root(inquiry), root);
    if (status == ANF_OK)
        status = copy_repairs(&rebuild);
    free(rebuild.copies);
    return status;
}
