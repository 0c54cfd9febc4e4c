/* build.c: blocks that the carried inquiry does not have, from what the document shows. */
#include "rebuild.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const struct anf__odt_shown *
shown_at(const struct anf__odt_rebuild *rebuild, uint32_t shown)
{
    return &rebuild->plan->match->now->nodes[shown];
}

/* --- lines --- */

/* "Bild: what it shows" with a link to where it lies. */
static int
build_image(struct anf__odt_rebuild *rebuild, struct anf_node *parent, uint32_t shown,
            const struct anf_node *before)
{
    static const char label[] = "Bild: ";
    const struct anf__odt_document *now = rebuild->plan->match->now;
    const struct anf__odt_shown *line = shown_at(rebuild, shown);
    const char *text = anf__odt_shown_text(now, line);
    const char *src = before ? anf_node_get(before, ANF_ATTRIBUTE_SRC) : NULL;
    struct anf_node *image;
    for (uint32_t i = 0; i < line->runs && !src; i++)
        if (now->runs[line->run + i].href)
            src = now->texts + now->runs[line->run + i].href;
    if (strncmp(text, label, sizeof label - 1) == 0)
        text += sizeof label - 1;
    int status = anf_node_add(parent, ANF_NODE_IMAGE, &image);
    if (status == ANF_OK)
        status = anf_node_set(image, ANF_ATTRIBUTE_SRC, src ? src : text);
    if (status == ANF_OK)
        status = anf_node_set(image, ANF_ATTRIBUTE_ALT, text);
    return status;
}

static int
kind_of_line(const struct anf__odt_shown *line)
{
    switch (line->look) {
    case ANF__ODT_LINE_HEADING:
    case ANF__ODT_LINE_LABEL:
        return line->level ? ANF_NODE_HEADING : ANF_NODE_PARAGRAPH;
    case ANF__ODT_LINE_TITLE:
        return ANF_NODE_HEADING;
    case ANF__ODT_LINE_PREFORMATTED:
        return ANF_NODE_PREFORMATTED;
    default:
        return ANF_NODE_PARAGRAPH;
    }
}

/* The line shows what it did before, with other words. */
static int
has_kept_its_look(const struct anf__odt_rebuild *rebuild, uint32_t shown)
{
    uint32_t was = rebuild->plan->match->was_of[shown];
    const struct anf__odt_shown *line = shown_at(rebuild, shown);
    const struct anf__odt_shown *old = &rebuild->plan->match->was->nodes[was];
    return was && old->look == line->look && !old->level == !line->level;
}

/* A level that the source gave goes up and down with the outline of the document. */
static int
set_level(const struct anf__odt_rebuild *rebuild, struct anf_node *heading, uint32_t shown,
          const struct anf_node *before)
{
    enum { LOWEST = 6 };
    uint32_t was = rebuild->plan->match->was_of[shown];
    int level = before ? (int)anf_node_get_number(before, ANF_ATTRIBUTE_LEVEL) : 0;
    if (!level)
        return ANF_OK;
    if (was && rebuild->plan->match->was->nodes[was].level)
        level += shown_at(rebuild, shown)->level - rebuild->plan->match->was->nodes[was].level;
    char text[] = {(char)('0' + (level < 1 ? 1 : level > LOWEST ? LOWEST : level)), '\0'};
    return anf_node_set(heading, ANF_ATTRIBUTE_LEVEL, text);
}

int
anf__odt_build_line(struct anf__odt_rebuild *rebuild, struct anf_node *parent, uint32_t shown,
                    uint32_t start, const struct anf_node *before)
{
    const struct anf__odt_shown *line = shown_at(rebuild, shown);
    int keeps = before && has_kept_its_look(rebuild, shown);
    int kind = keeps ? anf_node_kind(before) : kind_of_line(line);
    struct anf_node *block = NULL;
    if (kind == ANF_NODE_IMAGE || line->look == ANF__ODT_LINE_IMAGE)
        return build_image(rebuild, parent, shown, keeps ? before : NULL);
    int status = ANF_OK;
    if (line->look == ANF__ODT_LINE_QUOTE && !keeps && anf_node_kind(parent) != ANF_NODE_QUOTE)
        status = anf_node_add(parent, ANF_NODE_QUOTE, &parent);
    if (status == ANF_OK)
        status = anf_node_add(parent, anf_node_allows(parent, kind, 0) ? kind : ANF_NODE_PARAGRAPH,
                              &block);
    if (status == ANF_OK && anf_node_kind(block) == ANF_NODE_HEADING)
        status = set_level(rebuild, block, shown, before);
    if (status == ANF_OK && before)
        rebuild->copies[anf_node_index(before)] = block;
    return status == ANF_OK ? anf__odt_build_inlines(rebuild, block, shown, start, before) : status;
}

/* --- lists --- */

/* "x)\tText" in a list whose labels are text. */
static int
set_printed_number(struct anf__odt_rebuild *rebuild, struct anf_node *item, uint32_t shown,
                   uint32_t *ret_start)
{
    const struct anf__odt_shown *line = shown_at(rebuild, shown);
    const char *text = anf__odt_shown_text(rebuild->plan->match->now, line);
    size_t len = strcspn(text, "\t\n");
    if (line->kind != ANF__ODT_SHOWN_LINE || text[len] != '\t' || !len)
        return ANF_OK;
    char *number = strndup(text, len);
    int status = number ? anf_node_set(item, ANF_ATTRIBUTE_NUMBER, number) : ANF_ERR_NOMEM;
    free(number);
    *ret_start = (uint32_t)len + 1;
    return status == ANF_ERR_SYNTAX ? ANF_OK : status;
}

static int
build_printed_item(struct anf__odt_rebuild *rebuild, struct anf_node *item, uint32_t first)
{
    uint32_t start = 0;
    int status = set_printed_number(rebuild, item, first, &start);
    if (status == ANF_OK && start)
        status = anf__odt_build_line(rebuild, item, first, start, NULL);
    if (start)
        first = shown_at(rebuild, first)->next;
    for (; first && status == ANF_OK; first = shown_at(rebuild, first)->next)
        status = anf__odt_build_all(rebuild, item, &first, 1);
    return status;
}

static int
build_item(struct anf__odt_rebuild *rebuild, struct anf_node *list, uint32_t shown)
{
    struct anf_node *item;
    struct anf__odt_counter around = rebuild->counter;
    uint32_t first = shown_at(rebuild, shown)->first;
    int is_printed = around.list == list && around.labels.printed;
    int status = anf_node_add(list, ANF_NODE_ITEM, &item);
    if (status == ANF_OK)
        status = anf__odt_count_item(rebuild, item);
    around.labels.next = rebuild->counter.labels.next;
    rebuild->counter.list = NULL;
    if (status == ANF_OK && is_printed && first)
        status = build_printed_item(rebuild, item, first);
    else if (status == ANF_OK)
        status = anf__odt_build_children(rebuild, item, shown);
    rebuild->counter = around;
    return status;
}

static int
build_list(struct anf__odt_rebuild *rebuild, struct anf_node *parent, uint32_t shown)
{
    struct anf_node *list;
    if (!shown_at(rebuild, shown)->first)
        return ANF_OK;
    int status = anf_node_add(parent, ANF_NODE_LIST, &list);
    if (status == ANF_OK && shown_at(rebuild, shown)->ordered)
        status = anf_node_set(list, ANF_ATTRIBUTE_ORDERED, "true");
    if (status == ANF_OK)
        status = anf__odt_build_children(rebuild, list, shown);
    return status;
}

/* --- tables --- */

static int
set_span(struct anf_node *cell, int attribute, uint32_t count)
{
    char text[16];
    if (count < 2)
        return ANF_OK;
    snprintf(text, sizeof text, "%u", count);
    return anf_node_set(cell, attribute, text);
}

static int
is_header(const struct anf__odt_rebuild *rebuild, uint32_t cell)
{
    uint32_t line = shown_at(rebuild, cell)->first;
    return line && shown_at(rebuild, line)->kind == ANF__ODT_SHOWN_LINE &&
           shown_at(rebuild, line)->look == ANF__ODT_LINE_HEADER_CELL;
}

static int
build_cell(struct anf__odt_rebuild *rebuild, struct anf_node *row, uint32_t shown)
{
    struct anf_node *cell;
    int status = anf_node_add(row, ANF_NODE_CELL, &cell);
    if (status == ANF_OK && is_header(rebuild, shown))
        status = anf_node_set(cell, ANF_ATTRIBUTE_HEADER, "true");
    if (status == ANF_OK)
        status = set_span(cell, ANF_ATTRIBUTE_COLSPAN, shown_at(rebuild, shown)->columns);
    if (status == ANF_OK)
        status = set_span(cell, ANF_ATTRIBUTE_ROWSPAN, shown_at(rebuild, shown)->rows);
    return status == ANF_OK ? anf__odt_build_children(rebuild, cell, shown) : status;
}

static int
build_row(struct anf__odt_rebuild *rebuild, struct anf_node *table, uint32_t shown)
{
    struct anf_node *row;
    if (!shown_at(rebuild, shown)->first)
        return ANF_OK;
    int status = anf_node_add(table, ANF_NODE_ROW, &row);
    return status == ANF_OK ? anf__odt_build_children(rebuild, row, shown) : status;
}

/* caption: the line before the table; 0: none. */
static int
build_table(struct anf__odt_rebuild *rebuild, struct anf_node *parent, uint32_t shown,
            uint32_t caption)
{
    struct anf_node *table, *node;
    if (!shown_at(rebuild, shown)->first)
        return ANF_OK;
    int status = anf_node_add(parent, ANF_NODE_TABLE, &table);
    if (status == ANF_OK && caption)
        status = anf_node_add(table, ANF_NODE_CAPTION, &node);
    if (status == ANF_OK && caption)
        status = anf__odt_build_inlines(rebuild, node, caption, 0, NULL);
    return status == ANF_OK ? anf__odt_build_children(rebuild, table, shown) : status;
}

/* --- sections --- */

/* The role in a name such as "anf:question-7"; 0: there is none. */
static int
role_of(const struct anf__odt_rebuild *rebuild, uint32_t shown)
{
    static const char prefix[] = ANF__ODT_SECTION_PREFIX;
    const char *name = anf__odt_shown_name(rebuild->plan->match->now, shown_at(rebuild, shown));
    char role[32] = "";
    if (shown_at(rebuild, shown)->kind != ANF__ODT_SHOWN_SECTION ||
        strncmp(name, prefix, sizeof prefix - 1) != 0)
        return 0;
    snprintf(role, sizeof role, "%s", name + sizeof prefix - 1);
    role[strcspn(role, "0123456789")] = '\0';
    if (*role && role[strlen(role) - 1] == '-')
        role[strlen(role) - 1] = '\0';
    return anf_role_from_name(role);
}

int
anf__odt_is_question(const struct anf__odt_rebuild *rebuild, uint32_t shown)
{
    return role_of(rebuild, shown) == ANF_ROLE_QUESTION;
}

/* A copied section, where the grammar lets one stand; otherwise what is in it. */
static int
build_section(struct anf__odt_rebuild *rebuild, struct anf_node *parent, uint32_t shown)
{
    struct anf_node *section = parent;
    int role = role_of(rebuild, shown), status = ANF_OK;
    uint32_t child = shown_at(rebuild, shown)->first;
    while (child && !anf__odt_is_question(rebuild, child))
        child = shown_at(rebuild, child)->next;
    if (role == ANF_ROLE_EXCHANGE && !child)
        role = 0;
    if (role && anf_node_allows(parent, ANF_NODE_SECTION, role))
        status = anf_node_add_section(parent, role, &section);
    return status == ANF_OK ? anf__odt_build_children(rebuild, section, shown) : status;
}

/* --- any --- */

/* The node that an element showed, when it may be copied to where the element stands now. */
static const struct anf_node *
node_to_copy(const struct anf__odt_rebuild *rebuild, uint32_t shown)
{
    uint32_t was = rebuild->plan->match->was_of[shown];
    if (!was)
        return NULL;
    const struct anf__odt_origin *origin = anf__odt_plan_origin(rebuild->plan, was);
    if (origin->shows != ANF__ODT_SHOWS_NODE && origin->shows != ANF__ODT_SHOWS_NUMBERED)
        return NULL;
    return rebuild->copies[anf_node_index(origin->node)] ? NULL : origin->node;
}

/* What may not stand in a node gives its children. */
static int
build_new(struct anf__odt_rebuild *rebuild, struct anf_node *parent, uint32_t shown,
          uint32_t caption)
{
    int list = anf_node_kind(parent) == ANF_NODE_LIST;
    int table = anf_node_kind(parent) == ANF_NODE_TABLE;
    int row = anf_node_kind(parent) == ANF_NODE_ROW;
    int is_in_blocks = !list && !table && !row;
    switch (shown_at(rebuild, shown)->kind) {
    case ANF__ODT_SHOWN_LINE:
        return is_in_blocks ? anf__odt_build_line(rebuild, parent, shown, 0, NULL) : ANF_OK;
    case ANF__ODT_SHOWN_LIST:
        return is_in_blocks ? build_list(rebuild, parent, shown) : ANF_OK;
    case ANF__ODT_SHOWN_TABLE:
        return is_in_blocks ? build_table(rebuild, parent, shown, caption) : ANF_OK;
    case ANF__ODT_SHOWN_ITEM:
        if (list)
            return build_item(rebuild, parent, shown);
        break;
    case ANF__ODT_SHOWN_ROW:
        if (table)
            return build_row(rebuild, parent, shown);
        break;
    case ANF__ODT_SHOWN_CELL:
        if (row)
            return build_cell(rebuild, parent, shown);
        break;
    case ANF__ODT_SHOWN_SECTION:
        return build_section(rebuild, parent, shown);
    default:
        break;
    }
    return anf__odt_build_children(rebuild, parent, shown);
}

static int
is_quoted(const struct anf__odt_rebuild *rebuild, uint32_t shown)
{
    const struct anf__odt_shown *line = shown_at(rebuild, shown);
    return line->kind == ANF__ODT_SHOWN_LINE && line->look == ANF__ODT_LINE_QUOTE &&
           !node_to_copy(rebuild, shown);
}

/* Quoted lines that follow each other are one quotation. How many were built in ret_count. */
static int
build_quote(struct anf__odt_rebuild *rebuild, struct anf_node *parent, const uint32_t *shown,
            size_t count, size_t *ret_count)
{
    struct anf_node *quote = parent;
    size_t built = 0;
    int status = ANF_OK;
    if (anf_node_kind(parent) != ANF_NODE_QUOTE)
        status = anf_node_add(parent, ANF_NODE_QUOTE, &quote);
    for (; built < count && status == ANF_OK && is_quoted(rebuild, shown[built]); built++)
        status = anf__odt_build_line(rebuild, quote, shown[built], 0, NULL);
    *ret_count = built;
    return status;
}

static int
is_caption_of_next(const struct anf__odt_rebuild *rebuild, const uint32_t *shown, size_t count)
{
    return count > 1 && shown_at(rebuild, shown[0])->kind == ANF__ODT_SHOWN_LINE &&
           shown_at(rebuild, shown[0])->look == ANF__ODT_LINE_CAPTION &&
           shown_at(rebuild, shown[1])->kind == ANF__ODT_SHOWN_TABLE &&
           !node_to_copy(rebuild, shown[0]) && !node_to_copy(rebuild, shown[1]);
}

int
anf__odt_build_all(struct anf__odt_rebuild *rebuild, struct anf_node *parent, const uint32_t *shown,
                   size_t count)
{
    int status = ANF_OK;
    for (size_t i = 0, built; i < count && status == ANF_OK; i += built) {
        const struct anf_node *node = node_to_copy(rebuild, shown[i]);
        int has_caption = is_caption_of_next(rebuild, shown + i, count - i);
        built = 1;
        if (node ? anf__odt_plan_change(rebuild->plan, node)->is_emptied
                 : shown_at(rebuild, shown[i])->blank)
            continue;
        if (node)
            status = anf__odt_copy(rebuild, parent, node);
        else if (is_quoted(rebuild, shown[i]) && anf_node_allows(parent, ANF_NODE_PARAGRAPH, 0))
            status = build_quote(rebuild, parent, shown + i, count - i, &built);
        else if (has_caption)
            status = build_new(rebuild, parent, shown[i + built++], shown[i]);
        else
            status = build_new(rebuild, parent, shown[i], 0);
    }
    return status;
}

int
anf__odt_build_children(struct anf__odt_rebuild *rebuild, struct anf_node *parent, uint32_t shown)
{
    size_t count = 0;
    uint32_t child = shown_at(rebuild, shown)->first;
    for (uint32_t i = child; i; i = shown_at(rebuild, i)->next)
        count++;
    uint32_t *children = calloc(count + 1, sizeof *children);
    if (!children)
        return ANF_ERR_NOMEM;
    count = 0;
    for (; child; child = shown_at(rebuild, child)->next)
        children[count++] = child;
    int status = anf__odt_build_all(rebuild, parent, children, count);
    free(children);
    return status;
}
