/* grammar.c: what may hold what, as tables. docs/model.md has the reason for each row. */
#include "grammar.h"

#include <string.h>

/* Blocks are numbered from 1, inlines from 64: from 16 on in a word of bits. */
#define SLOT(kind)           ((kind) % 48)
#define KIND(kind)           (1u << SLOT(ANF_NODE_##kind))
#define ROLE(role)           (1u << ANF_ROLE_##role)
#define ATTRIBUTE(attribute) (1u << ANF_ATTRIBUTE_##attribute)

#define BLOCKS                                                                                     \
    (KIND(HEADING) | KIND(PARAGRAPH) | KIND(LIST) | KIND(TABLE) | KIND(QUOTE) |                    \
     KIND(PREFORMATTED) | KIND(IMAGE))
#define INLINES                                                                                    \
    (KIND(TEXT) | KIND(EMPHASIS) | KIND(STRONG) | KIND(UNDERLINE) | KIND(STRIKE) |                 \
     KIND(SUPERSCRIPT) | KIND(SUBSCRIPT) | KIND(LINK) | KIND(BREAK) | KIND(FOOTNOTE))

struct kind_rule {
    const char *name;
    uint32_t children;
    uint32_t forbids; /* at any depth */
    uint32_t needs;   /* a child of this kind */
    unsigned attributes;
    unsigned needs_attribute;
};

static const struct kind_rule kind_rules[] = {
    [SLOT(ANF_NODE_CONTENT)] = {.name = "content", .children = BLOCKS | KIND(SECTION)},
    [SLOT(ANF_NODE_SECTION)] = {.name = "section",
                                .children = BLOCKS | KIND(SECTION),
                                .attributes = ATTRIBUTE(NUMBER)},
    [SLOT(ANF_NODE_HEADING)] = {.name = "heading",
                                .children = INLINES,
                                .attributes = ATTRIBUTE(LEVEL)},
    [SLOT(ANF_NODE_PARAGRAPH)] = {.name = "paragraph", .children = INLINES},
    [SLOT(ANF_NODE_LIST)] = {.name = "list",
                             .children = KIND(ITEM),
                             .needs = KIND(ITEM),
                             .attributes = ATTRIBUTE(ORDERED)},
    [SLOT(ANF_NODE_ITEM)] = {.name = "item", .children = BLOCKS, .attributes = ATTRIBUTE(NUMBER)},
    [SLOT(ANF_NODE_TABLE)] = {.name = "table",
                              .children = KIND(CAPTION) | KIND(ROW),
                              .needs = KIND(ROW)},
    [SLOT(ANF_NODE_CAPTION)] = {.name = "caption", .children = INLINES},
    [SLOT(ANF_NODE_ROW)] = {.name = "row", .children = KIND(CELL), .needs = KIND(CELL)},
    [SLOT(ANF_NODE_CELL)] = {.name = "cell",
                             .children = BLOCKS,
                             .attributes = ATTRIBUTE(HEADER) | ATTRIBUTE(COLSPAN) |
                                           ATTRIBUTE(ROWSPAN)},
    [SLOT(ANF_NODE_QUOTE)] = {.name = "quote", .children = BLOCKS},
    [SLOT(ANF_NODE_PREFORMATTED)] = {.name = "preformatted", .children = INLINES},
    [SLOT(ANF_NODE_IMAGE)] = {.name = "image",
                              .attributes = ATTRIBUTE(SRC) | ATTRIBUTE(ALT),
                              .needs_attribute = ANF_ATTRIBUTE_SRC},
    [SLOT(ANF_NODE_TEXT)] = {.name = "text"},
    [SLOT(ANF_NODE_EMPHASIS)] = {.name = "emphasis", .children = INLINES},
    [SLOT(ANF_NODE_STRONG)] = {.name = "strong", .children = INLINES},
    [SLOT(ANF_NODE_UNDERLINE)] = {.name = "underline", .children = INLINES},
    [SLOT(ANF_NODE_STRIKE)] = {.name = "strike", .children = INLINES},
    [SLOT(ANF_NODE_SUPERSCRIPT)] = {.name = "superscript", .children = INLINES},
    [SLOT(ANF_NODE_SUBSCRIPT)] = {.name = "subscript", .children = INLINES},
    [SLOT(ANF_NODE_LINK)] = {.name = "link",
                             .children = INLINES,
                             .forbids = KIND(LINK) | KIND(FOOTNOTE),
                             .attributes = ATTRIBUTE(HREF)},
    [SLOT(ANF_NODE_BREAK)] = {.name = "break"},
    [SLOT(ANF_NODE_FOOTNOTE)] = {.name = "footnote",
                                 .children = BLOCKS,
                                 .forbids = KIND(FOOTNOTE),
                                 .attributes = ATTRIBUTE(MARKER)},
};

#define PARTS (ROLE(QUESTION) | ROLE(ANSWER))
#define ORDINARY                                                                                   \
    (ROLE(SUMMARY_QUESTION) | ROLE(SUMMARY_ANSWER) | ROLE(PREAMBLE_ASKERS) |                       \
     ROLE(PREAMBLE_GOVERNMENT) | ROLE(INTRODUCTION) | ROLE(CHAPTER) | ROLE(ANNEX) | ROLE(OTHER))
#define FREE (ORDINARY | ROLE(EXCHANGE))

struct role_rule {
    const char *name;
    unsigned children; /* roles of the sections in it */
    unsigned forbids;  /* at any depth */
    unsigned needs;    /* a child of this role */
};

static const struct role_rule role_rules[] = {
    [ANF_ROLE_NONE] = {.name = NULL, .children = FREE}, /* the root */
    [ANF_ROLE_SUMMARY_QUESTION] = {.name = "summary-question", .children = FREE},
    [ANF_ROLE_SUMMARY_ANSWER] = {.name = "summary-answer", .children = FREE},
    [ANF_ROLE_PREAMBLE_ASKERS] = {.name = "preamble-askers", .children = FREE},
    [ANF_ROLE_PREAMBLE_GOVERNMENT] = {.name = "preamble-government", .children = FREE},
    [ANF_ROLE_INTRODUCTION] = {.name = "introduction", .children = FREE},
    [ANF_ROLE_CHAPTER] = {.name = "chapter", .children = FREE},
    [ANF_ROLE_EXCHANGE] = {.name = "exchange", .children = PARTS, .needs = ROLE(QUESTION)},
    [ANF_ROLE_QUESTION] = {.name = "question",
                           .children = ORDINARY,
                           .forbids = PARTS | ROLE(EXCHANGE)},
    [ANF_ROLE_ANSWER] = {.name = "answer", .children = ORDINARY, .forbids = PARTS | ROLE(EXCHANGE)},
    [ANF_ROLE_ANNEX] = {.name = "annex", .children = FREE},
    [ANF_ROLE_OTHER] = {.name = "other", .children = FREE},
};

static const char *const attribute_names[] = {
    [ANF_ATTRIBUTE_NUMBER] = "number",   [ANF_ATTRIBUTE_LEVEL] = "level",
    [ANF_ATTRIBUTE_ORDERED] = "ordered", [ANF_ATTRIBUTE_HEADER] = "header",
    [ANF_ATTRIBUTE_COLSPAN] = "colspan", [ANF_ATTRIBUTE_ROWSPAN] = "rowspan",
    [ANF_ATTRIBUTE_HREF] = "href",       [ANF_ATTRIBUTE_SRC] = "src",
    [ANF_ATTRIBUTE_ALT] = "alt",         [ANF_ATTRIBUTE_MARKER] = "marker",
};

/* NULL: no such kind. */
static const struct kind_rule *
rule_of_kind(int kind)
{
    if (kind < ANF_NODE_CONTENT || kind > ANF_NODE_FOOTNOTE)
        return NULL;
    if (kind > ANF_NODE_IMAGE && kind < ANF_NODE_TEXT)
        return NULL;
    return &kind_rules[SLOT(kind)];
}

static const struct role_rule *
rule_of_role(int role)
{
    return role < ANF_ROLE_NONE || role > ANF_ROLE_OTHER ? NULL : &role_rules[role];
}

int
anf__grammar_allows(const struct anf_node *parent, int kind, int role)
{
    if (!rule_of_kind(kind) || !rule_of_role(role))
        return 0;
    uint32_t kinds = kind_rules[SLOT(parent->kind)].children & ~parent->forbidden_kinds;
    if (!(kinds & (1u << SLOT(kind))))
        return 0;
    if (kind == ANF_NODE_CAPTION)
        return !parent->first;
    unsigned roles = role_rules[parent->role].children & ~(unsigned)parent->forbidden_roles;
    return kind != ANF_NODE_SECTION || (roles & (1u << role)) != 0;
}

void
anf__grammar_inherit(struct anf_node *node)
{
    node->forbidden_kinds = kind_rules[SLOT(node->kind)].forbids;
    node->forbidden_roles = (uint16_t)role_rules[node->role].forbids;
    node->line_feeds = node->kind == ANF_NODE_PREFORMATTED;
    const struct anf_node *parent = node->parent;
    if (!parent)
        return;
    node->forbidden_kinds |= parent->forbidden_kinds;
    node->forbidden_roles |= parent->forbidden_roles;
    /* The blocks of a footnote are their own: what stands around its reference says nothing of
     * them. */
    if (node->kind >= ANF_NODE_TEXT && node->kind != ANF_NODE_FOOTNOTE)
        node->line_feeds = parent->line_feeds;
}

int
anf__grammar_complete(const struct anf_node *node)
{
    const struct kind_rule *kind = &kind_rules[SLOT(node->kind)];
    const struct role_rule *role = &role_rules[node->role];
    uint32_t kinds = 0;
    unsigned roles = 0;
    for (const struct anf_node *child = node->first; child; child = child->next) {
        kinds |= 1u << SLOT(child->kind);
        roles |= 1u << child->role;
    }
    if ((kinds & kind->needs) != kind->needs || (roles & role->needs) != role->needs)
        return 0;
    return !kind->needs_attribute || anf_node_get(node, (int)kind->needs_attribute);
}

int
anf__grammar_has_attribute(int kind, int attribute)
{
    const struct kind_rule *rule = rule_of_kind(kind);
    return rule && anf_attribute_name(attribute) && (rule->attributes & (1u << attribute)) != 0;
}

const char *
anf_node_kind_name(int kind)
{
    const struct kind_rule *rule = rule_of_kind(kind);
    return rule ? rule->name : NULL;
}

int
anf_node_kind_from_name(const char *name)
{
    for (int kind = ANF_NODE_CONTENT; name && kind <= ANF_NODE_FOOTNOTE; ++kind) {
        const struct kind_rule *rule = rule_of_kind(kind);
        if (rule && strcmp(rule->name, name) == 0)
            return kind;
    }
    return 0;
}

const char *
anf_role_name(int role)
{
    const struct role_rule *rule = rule_of_role(role);
    return rule ? rule->name : NULL;
}

int
anf_role_from_name(const char *name)
{
    for (int role = ANF_ROLE_NONE + 1; name && role <= ANF_ROLE_OTHER; ++role) {
        if (strcmp(role_rules[role].name, name) == 0)
            return role;
    }
    return ANF_ROLE_NONE;
}

const char *
anf_attribute_name(int attribute)
{
    if (attribute < ANF_ATTRIBUTE_NUMBER || attribute > ANF_ATTRIBUTE_MARKER)
        return NULL;
    return attribute_names[attribute];
}

int
anf_attribute_from_name(const char *name)
{
    for (int i = ANF_ATTRIBUTE_NUMBER; name && i <= ANF_ATTRIBUTE_MARKER; ++i) {
        if (strcmp(attribute_names[i], name) == 0)
            return i;
    }
    return 0;
}
