/* attribute.c: the attributes of nodes and what they may hold. */
#include "grammar.h"
#include "inquiry.h"
#include "text.h"

#include <string.h>

/* How a value is read: the number that it stands for; 0: it is none. */
typedef uint32_t number_fn(const char *value);

static uint32_t
read_level(const char *value)
{
    return anf__parse_number(value, 1, 6);
}

/* 1,000 is where HTML ends, too (HTML Living Standard, 4.9.11, colspan). */
static uint32_t
read_span(const char *value)
{
    return anf__parse_number(value, 1, 1000);
}

static uint32_t
read_true(const char *value)
{
    return strcmp(value, "true") == 0;
}

/* NULL: the value is text. */
static number_fn *const readers[] = {
    [ANF_ATTRIBUTE_LEVEL] = read_level,  [ANF_ATTRIBUTE_ORDERED] = read_true,
    [ANF_ATTRIBUTE_HEADER] = read_true,  [ANF_ATTRIBUTE_COLSPAN] = read_span,
    [ANF_ATTRIBUTE_ROWSPAN] = read_span, [ANF_ATTRIBUTE_MARKER] = NULL,
};

static int
is_span(int attribute)
{
    return attribute == ANF_ATTRIBUTE_COLSPAN || attribute == ANF_ATTRIBUTE_ROWSPAN;
}

/* The link to the attribute, or to the end of the list. */
static struct anf__attribute **
find(struct anf_node *node, int attribute)
{
    struct anf__attribute **link = &node->has.attributes;
    while (*link && (*link)->attribute != attribute)
        link = &(*link)->next;
    return link;
}

static int
store(struct anf_node *node, int attribute, const char *value, uint32_t number)
{
    struct anf__arena *arena = &node->inquiry->arena;
    const char *copy = anf__arena_copy(arena, value, strlen(value));
    if (!copy)
        return ANF_ERR_NOMEM;
    struct anf__attribute **link = find(node, attribute);
    if (!*link) {
        struct anf__attribute *made = anf__arena_take(arena, sizeof *made);
        if (!made)
            return ANF_ERR_NOMEM;
        made->attribute = attribute;
        *link = made;
    }
    (*link)->value = copy;
    (*link)->number = number;
    return ANF_OK;
}

int
anf_node_set(struct anf_node *node, int attribute, const char *value)
{
    if (!node || !anf_attribute_name(attribute))
        return ANF_ERR_ARGUMENT;
    if (!anf__grammar_has_attribute(node->kind, attribute))
        return ANF_ERR_MODEL;
    int absent = !value || !*value;
    uint32_t number = 0;
    if (!absent && anf__text_check(value, strlen(value), ANF__TEXT_TAB) != ANF_OK)
        return ANF_ERR_SYNTAX;
    if (!absent && readers[attribute]) {
        number = readers[attribute](value);
        if (!number)
            return ANF_ERR_MODEL;
        absent = is_span(attribute) && number == 1;
    }
    if (!absent)
        return store(node, attribute, value, number);
    struct anf__attribute **link = find(node, attribute);
    if (*link)
        *link = (*link)->next;
    return ANF_OK;
}

/* NULL: absent. */
static const struct anf__attribute *
look_up(const struct anf_node *node, int attribute)
{
    if (!node || node->kind == ANF_NODE_TEXT)
        return NULL;
    const struct anf__attribute *found = node->has.attributes;
    while (found && found->attribute != attribute)
        found = found->next;
    return found;
}

const char *
anf_node_get(const struct anf_node *node, int attribute)
{
    const struct anf__attribute *found = look_up(node, attribute);
    if (found)
        return found->value;
    int empty_link = node && node->kind == ANF_NODE_LINK && attribute == ANF_ATTRIBUTE_HREF;
    return empty_link ? "" : NULL;
}

uint32_t
anf_node_get_number(const struct anf_node *node, int attribute)
{
    const struct anf__attribute *found = look_up(node, attribute);
    return found ? found->number : 0;
}
