/* content.c: the tree of sections, blocks and inlines: growing it and walking it. */
#include "grammar.h"
#include "inquiry.h"
#include "text.h"

#include <string.h>

static void
append(struct anf_node *parent, struct anf_node *node)
{
    if (parent->last)
        parent->last->next = node;
    else
        parent->first = node;
    parent->last = node;
}

/* A node that is not yet anyone's child. NULL: out of memory. */
static struct anf_node *
new_node(struct anf_inquiry *inquiry, struct anf_node *parent, int kind, int role)
{
    struct anf_node *node = anf__arena_take(&inquiry->arena, sizeof *node);
    if (!node)
        return NULL;
    node->inquiry = inquiry;
    node->parent = parent;
    node->kind = (uint8_t)kind;
    node->role = (uint8_t)role;
    node->depth = parent ? (uint16_t)(parent->depth + 1) : 0;
    node->index = inquiry->node_count;
    anf__grammar_inherit(node);
    return node;
}

struct anf_node *
anf__node_new_root(struct anf_inquiry *inquiry)
{
    struct anf_node *root = new_node(inquiry, NULL, ANF_NODE_CONTENT, ANF_ROLE_NONE);
    if (root)
        inquiry->node_count = 1;
    return root;
}

static int
check_limits(const struct anf_node *parent)
{
    const struct anf_inquiry *inquiry = parent->inquiry;
    if (parent->depth >= inquiry->most_depth || inquiry->node_count >= inquiry->most_nodes)
        return ANF_ERR_LIMIT;
    return ANF_OK;
}

static int
add(struct anf_node *parent, int kind, int role, struct anf_node **ret_node)
{
    if (!anf__grammar_allows(parent, kind, role))
        return ANF_ERR_MODEL;
    int status = check_limits(parent);
    if (status != ANF_OK)
        return status;
    struct anf_node *node = new_node(parent->inquiry, parent, kind, role);
    if (!node)
        return ANF_ERR_NOMEM;
    append(parent, node);
    ++parent->inquiry->node_count;
    if (ret_node)
        *ret_node = node;
    return ANF_OK;
}

int
anf_node_add(struct anf_node *parent, int kind, struct anf_node **ret_node)
{
    if (!parent || !anf_node_kind_name(kind) || kind == ANF_NODE_SECTION || kind == ANF_NODE_TEXT)
        return ANF_ERR_ARGUMENT;
    return add(parent, kind, ANF_ROLE_NONE, ret_node);
}

int
anf_node_add_section(struct anf_node *parent, int role, struct anf_node **ret_node)
{
    if (!parent || !anf_role_name(role))
        return ANF_ERR_ARGUMENT;
    return add(parent, ANF_NODE_SECTION, role, ret_node);
}

/* The first piece lies exactly; whatever is joined once is likely to be joined again, and then
 * doubling keeps the copying linear. */
static int
reserve_text(struct anf__arena *arena, struct anf__text *text, size_t len)
{
    if (len > SIZE_MAX / 2 - text->length)
        return ANF_ERR_NOMEM;
    size_t wanted = text->length + len;
    if (text->data && wanted <= text->capacity)
        return ANF_OK;
    size_t capacity = text->capacity * 2 > wanted ? text->capacity * 2 : wanted;
    char *room = anf__arena_room(arena, capacity);
    if (!room)
        return ANF_ERR_NOMEM;
    if (text->length)
        memcpy(room, text->data, text->length);
    text->data = room;
    text->capacity = capacity;
    return ANF_OK;
}

static int
join(struct anf_node *node, const char *text, size_t len)
{
    struct anf__text *joined = &node->has.text;
    int status = reserve_text(&node->inquiry->arena, joined, len);
    if (status != ANF_OK)
        return status;
    memcpy(joined->data + joined->length, text, len);
    joined->length += len;
    joined->data[joined->length] = '\0';
    return ANF_OK;
}

static int
add_first_text(struct anf_node *parent, const char *text, size_t len)
{
    int status = check_limits(parent);
    if (status != ANF_OK)
        return status;
    struct anf_node *node = new_node(parent->inquiry, parent, ANF_NODE_TEXT, ANF_ROLE_NONE);
    if (!node)
        return ANF_ERR_NOMEM;
    status = join(node, text, len);
    if (status != ANF_OK)
        return status;
    append(parent, node);
    ++parent->inquiry->node_count;
    return ANF_OK;
}

int
anf_node_add_text(struct anf_node *parent, const char *text, size_t len)
{
    if (!parent || (!text && len))
        return ANF_ERR_ARGUMENT;
    if (!len)
        return ANF_OK;
    if (!anf__grammar_allows(parent, ANF_NODE_TEXT, ANF_ROLE_NONE))
        return ANF_ERR_MODEL;
    unsigned flags = ANF__TEXT_TAB | (parent->line_feeds ? ANF__TEXT_LF : 0u);
    int status = anf__text_check(text, len, flags);
    if (status != ANF_OK)
        return status;
    if (parent->last && parent->last->kind == ANF_NODE_TEXT)
        return join(parent->last, text, len);
    return add_first_text(parent, text, len);
}

int
anf_node_allows(const struct anf_node *parent, int kind, int role)
{
    if (!parent || (kind == ANF_NODE_SECTION && role == ANF_ROLE_NONE))
        return 0;
    return anf__grammar_allows(parent, kind, kind == ANF_NODE_SECTION ? role : ANF_ROLE_NONE);
}

int
anf_node_kind(const struct anf_node *node)
{
    return node ? node->kind : 0;
}

int
anf_node_role(const struct anf_node *node)
{
    return node ? node->role : ANF_ROLE_NONE;
}

const char *
anf_node_text(const struct anf_node *node, size_t *ret_len)
{
    int is_text = node && node->kind == ANF_NODE_TEXT;
    if (ret_len)
        *ret_len = is_text ? node->has.text.length : 0;
    return is_text ? node->has.text.data : "";
}

int
anf_node_is_inline(const struct anf_node *node)
{
    return node && node->kind >= ANF_NODE_TEXT;
}

const struct anf_node *
anf_node_parent(const struct anf_node *node)
{
    return node ? node->parent : NULL;
}

const struct anf_node *
anf_node_first(const struct anf_node *node)
{
    return node ? node->first : NULL;
}

const struct anf_node *
anf_node_last(const struct anf_node *node)
{
    return node ? node->last : NULL;
}

const struct anf_node *
anf_node_next(const struct anf_node *node)
{
    return node ? node->next : NULL;
}

/* The node behind this one within top; only content and sections can hold sections. */
static const struct anf_node *
following(const struct anf_node *node, const struct anf_node *top)
{
    if (node->first && (node->kind == ANF_NODE_CONTENT || node->kind == ANF_NODE_SECTION))
        return node->first;
    while (node && node != top && !node->next)
        node = node->parent;
    return node && node != top ? node->next : NULL;
}

const struct anf_node *
anf_node_next_section(const struct anf_node *top, int role, const struct anf_node *after)
{
    const struct anf_node *node = top ? following(after ? after : top, top) : NULL;
    while (node && (role == ANF_ROLE_NONE || node->role != role))
        node = following(node, top);
    return node;
}

uint32_t
anf_node_index(const struct anf_node *node)
{
    return node ? node->index : 0;
}
