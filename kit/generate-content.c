/* generate-content.c: random trees. */
#include "generator.h"

#include <stdio.h>
#include <string.h>

static void grow(struct generator *g, struct anf_node *node);

static uint64_t
depth_of(const struct anf_node *node)
{
    uint64_t depth = 0;
    while ((node = anf_node_parent(node)))
        ++depth;
    return depth;
}

/* Nodes that need children need room below. */
static int
has_room(const struct generator *g, const struct anf_node *parent)
{
    enum { DEEPEST_NEED = 3 }; /* a table, its row, its cell */
    return depth_of(parent) + DEEPEST_NEED <= g->most_depth;
}

/* Was a node added? No: no room, or a failure, which is noted. */
static int
count_added(struct generator *g, int status)
{
    if (status == ANF_ERR_LIMIT)
        return 0;
    generator_note(g, status);
    g->nodes_left -= g->nodes_left > 0;
    return status == ANF_OK;
}

static struct anf_node *
add(struct generator *g, struct anf_node *parent, int kind)
{
    struct anf_node *node = NULL;
    return count_added(g, anf_node_add(parent, kind, &node)) ? node : NULL;
}

static struct anf_node *
add_section(struct generator *g, struct anf_node *parent, int role)
{
    struct anf_node *node = NULL;
    return count_added(g, anf_node_add_section(parent, role, &node)) ? node : NULL;
}

static void
set(struct generator *g, struct anf_node *node, int attribute, const char *value)
{
    if (!(g->leave_out & GENERATE_ATTRIBUTES) || attribute == ANF_ATTRIBUTE_SRC)
        generator_note(g, anf_node_set(node, attribute, value));
}

static void
maybe_set(struct generator *g, struct anf_node *node, int attribute, unsigned percent)
{
    if (!generator_chance(g, percent))
        return;
    static const char *const printed[] = {"1.",  "2",   "a)", "(b)", "I.",
                                          "1.1", "§ 3", "*",  "¹",   " "};
    enum { PRINTED = sizeof printed / sizeof *printed };
    int usual = generator_chance(g, 70) && attribute != ANF_ATTRIBUTE_ALT;
    set(g, node, attribute,
        usual ? printed[generator_below(g, PRINTED)] : generator_text(g, GENERATOR_ATTRIBUTE));
}

static void
set_number(struct generator *g, struct anf_node *node, int attribute, uint32_t number)
{
    char value[16];
    snprintf(value, sizeof value, "%u", number);
    set(g, node, attribute, value);
}

static int
in_preformatted(const struct anf_node *node)
{
    while (anf_node_is_inline(node) && anf_node_kind(node) != ANF_NODE_FOOTNOTE)
        node = anf_node_parent(node);
    return anf_node_kind(node) == ANF_NODE_PREFORMATTED;
}

static void
add_text(struct generator *g, struct anf_node *parent)
{
    const char *text = generator_text(g,
                                      in_preformatted(parent) ? GENERATOR_LINES : GENERATOR_TEXT);
    count_added(g, anf_node_add_text(parent, text, strlen(text)));
}

static void
grow_inlines(struct generator *g, struct anf_node *node)
{
    enum { INLINE_KINDS = ANF_NODE_FOOTNOTE - ANF_NODE_TEXT + 1 };
    if (generator_chance(g, 8))
        return;
    for (uint32_t count = 1 + generator_below(g, 4); count; --count) {
        int kind = ANF_NODE_TEXT + (int)generator_below(g, INLINE_KINDS);
        int nested = g->nodes_left && generator_chance(g, 40) && kind != ANF_NODE_TEXT;
        struct anf_node *child = NULL;
        if (nested && anf_node_allows(node, kind, ANF_ROLE_NONE))
            child = add(g, node, kind);
        else
            add_text(g, node);
        if (child)
            grow(g, child);
    }
}

static void
grow_heading(struct generator *g, struct anf_node *node)
{
    uint32_t level = generator_below(g, 9);
    if (level >= 1 && level <= 6)
        set_number(g, node, ANF_ATTRIBUTE_LEVEL, level);
    grow_inlines(g, node);
}

static void
add_block(struct generator *g, struct anf_node *parent)
{
    static const int kinds[] = {
        ANF_NODE_PARAGRAPH, ANF_NODE_PARAGRAPH, ANF_NODE_PARAGRAPH,    ANF_NODE_PARAGRAPH,
        ANF_NODE_HEADING,   ANF_NODE_LIST,      ANF_NODE_LIST,         ANF_NODE_TABLE,
        ANF_NODE_QUOTE,     ANF_NODE_QUOTE,     ANF_NODE_PREFORMATTED, ANF_NODE_IMAGE,
    };
    enum { KINDS = sizeof kinds / sizeof *kinds };
    int kind = kinds[generator_below(g, KINDS)];
    if (!has_room(g, parent))
        return;
    struct anf_node *block = add(g, parent, kind);
    if (block)
        grow(g, block);
}

static void
grow_blocks(struct generator *g, struct anf_node *node)
{
    if (generator_chance(g, 10))
        return;
    for (uint32_t count = 1 + generator_below(g, 3); count && g->nodes_left; --count)
        add_block(g, node);
}

static void
grow_list(struct generator *g, struct anf_node *list)
{
    if (generator_chance(g, 40))
        set(g, list, ANF_ATTRIBUTE_ORDERED, "true");
    unsigned numbered = generator_chance(g, 40) ? 80 : 0;
    uint32_t count = 1 + generator_below(g, 4);
    do {
        struct anf_node *item = add(g, list, ANF_NODE_ITEM);
        if (!item)
            return;
        maybe_set(g, item, ANF_ATTRIBUTE_NUMBER, numbered);
        grow_blocks(g, item);
    } while (--count && g->nodes_left);
}

static void
set_span(struct generator *g, struct anf_node *cell, int attribute)
{
    if (generator_chance(g, 15))
        set_number(g, cell, attribute, generator_chance(g, 90) ? 2 + generator_below(g, 4) : 1000);
}

static void
grow_row(struct generator *g, struct anf_node *row)
{
    uint32_t count = 1 + generator_below(g, 4);
    do {
        struct anf_node *cell = add(g, row, ANF_NODE_CELL);
        if (!cell)
            return;
        if (generator_chance(g, 30))
            set(g, cell, ANF_ATTRIBUTE_HEADER, "true");
        set_span(g, cell, ANF_ATTRIBUTE_COLSPAN);
        set_span(g, cell, ANF_ATTRIBUTE_ROWSPAN);
        grow_blocks(g, cell);
    } while (--count && g->nodes_left);
}

static void
grow_table(struct generator *g, struct anf_node *table)
{
    struct anf_node *caption = generator_chance(g, 40) ? add(g, table, ANF_NODE_CAPTION) : NULL;
    if (caption)
        grow_inlines(g, caption);
    uint32_t count = 1 + generator_below(g, 4);
    do {
        struct anf_node *row = add(g, table, ANF_NODE_ROW);
        if (row)
            grow_row(g, row);
    } while (--count && g->nodes_left);
}

static void
grow_image(struct generator *g, struct anf_node *image)
{
    const char *src = generator_href(g);
    set(g, image, ANF_ATTRIBUTE_SRC, *src ? src : "bild.png");
    maybe_set(g, image, ANF_ATTRIBUTE_ALT, 60);
}

static void
grow_link(struct generator *g, struct anf_node *link)
{
    set(g, link, ANF_ATTRIBUTE_HREF, generator_href(g));
    grow_inlines(g, link);
}

static void
grow_footnote(struct generator *g, struct anf_node *note)
{
    maybe_set(g, note, ANF_ATTRIBUTE_MARKER, 70);
    grow_blocks(g, note);
}

static void
grow_nothing(struct generator *g, struct anf_node *node)
{
    (void)g;
    (void)node;
}

/* A random role of those that may stand here. */
static int
choose_role(struct generator *g, const struct anf_node *parent)
{
    int role = ANF_ROLE_SUMMARY_QUESTION + (int)generator_below(g, ANF_ROLE_OTHER);
    if (generator_chance(g, 40))
        role = ANF_ROLE_EXCHANGE;
    return anf_node_allows(parent, ANF_NODE_SECTION, role) ? role : ANF_ROLE_OTHER;
}

static void
maybe_heading(struct generator *g, struct anf_node *node, unsigned percent)
{
    struct anf_node *heading = generator_chance(g, percent) ? add(g, node, ANF_NODE_HEADING) : NULL;
    if (heading)
        grow_heading(g, heading);
}

static void
add_part(struct generator *g, struct anf_node *exchange, int role)
{
    struct anf_node *part = add_section(g, exchange, role);
    if (part)
        grow(g, part);
    if (generator_chance(g, 8) && g->nodes_left)
        add_block(g, exchange);
}

/* Joint questions and joint answers, questions without an answer, text between them. */
static void
grow_exchange(struct generator *g, struct anf_node *exchange)
{
    uint32_t questions = generator_chance(g, 80) ? 1 : 1 + generator_below(g, 4);
    uint32_t answers = generator_chance(g, 80) ? 1 : generator_below(g, 4);
    do {
        add_part(g, exchange, ANF_ROLE_QUESTION);
    } while (--questions && g->nodes_left);
    for (; answers && g->nodes_left; --answers)
        add_part(g, exchange, generator_chance(g, 95) ? ANF_ROLE_ANSWER : ANF_ROLE_QUESTION);
}

static void
grow_free_section(struct generator *g, struct anf_node *node)
{
    int is_root = anf_node_kind(node) == ANF_NODE_CONTENT;
    if (generator_chance(g, is_root ? 30 : 85))
        grow_blocks(g, node);
    if (!generator_chance(g, is_root ? 90 : 20))
        return;
    for (uint32_t count = 1 + generator_below(g, 4); count && g->nodes_left; --count) {
        int role = choose_role(g, node);
        struct anf_node *section = has_room(g, node) ? add_section(g, node, role) : NULL;
        if (section)
            grow(g, section);
        if (generator_chance(g, 10) && g->nodes_left)
            add_block(g, node);
    }
}

static void
grow_section(struct generator *g, struct anf_node *section)
{
    maybe_set(g, section, ANF_ATTRIBUTE_NUMBER, 50);
    maybe_heading(g, section, 40);
    if (anf_node_role(section) == ANF_ROLE_EXCHANGE)
        grow_exchange(g, section);
    else
        grow_free_section(g, section);
}

typedef void grow_fn(struct generator *g, struct anf_node *node);

static grow_fn *const growers[] = {
    [ANF_NODE_CONTENT] = grow_free_section,
    [ANF_NODE_SECTION] = grow_section,
    [ANF_NODE_HEADING] = grow_heading,
    [ANF_NODE_PARAGRAPH] = grow_inlines,
    [ANF_NODE_LIST] = grow_list,
    [ANF_NODE_TABLE] = grow_table,
    [ANF_NODE_QUOTE] = grow_blocks,
    [ANF_NODE_PREFORMATTED] = grow_inlines,
    [ANF_NODE_IMAGE] = grow_image,
    [ANF_NODE_EMPHASIS] = grow_inlines,
    [ANF_NODE_STRONG] = grow_inlines,
    [ANF_NODE_UNDERLINE] = grow_inlines,
    [ANF_NODE_STRIKE] = grow_inlines,
    [ANF_NODE_SUPERSCRIPT] = grow_inlines,
    [ANF_NODE_SUBSCRIPT] = grow_inlines,
    [ANF_NODE_LINK] = grow_link,
    [ANF_NODE_BREAK] = grow_nothing,
    [ANF_NODE_FOOTNOTE] = grow_footnote,
};

/* A child gets half of what is left, so that its siblings come to something, too. */
static void
grow(struct generator *g, struct anf_node *node)
{
    uint32_t kept = g->nodes_left / 2;
    g->nodes_left -= kept;
    growers[anf_node_kind(node)](g, node);
    g->nodes_left += kept;
}

/* One level more, by the kind of chain; NULL: no deeper. */
static struct anf_node *
deepen(struct generator *g, struct anf_node *node, uint32_t chain)
{
    enum { QUOTES, LISTS, SECTIONS };
    if (anf_node_kind(node) == ANF_NODE_LIST)
        return add(g, node, ANF_NODE_ITEM);
    if (chain == QUOTES)
        return add(g, node, ANF_NODE_QUOTE);
    if (chain == SECTIONS)
        return add_section(g, node, ANF_ROLE_CHAPTER);
    if (chain == LISTS)
        return has_room(g, node) ? add(g, node, ANF_NODE_LIST) : NULL;
    int kind = anf_node_is_inline(node) || anf_node_kind(node) == ANF_NODE_PARAGRAPH
                   ? ANF_NODE_EMPHASIS
                   : ANF_NODE_PARAGRAPH;
    return add(g, node, kind);
}

/* Down to the limit, or nearly: what a writer that recurses must stand. */
static void
add_chain(struct generator *g, struct anf_node *root)
{
    enum { CHAINS = 4 };
    uint32_t chain = generator_below(g, CHAINS);
    uint64_t length = generator_chance(g, 50) ? g->most_depth : generator_below(g, 200);
    struct anf_node *deepest = root;
    struct anf_node *next = root;
    for (; next && length; --length) {
        deepest = next;
        next = deepen(g, deepest, chain);
    }
    if (next && anf_node_kind(next) == ANF_NODE_LIST)
        add(g, next, ANF_NODE_ITEM);
}

void
generator_content(struct generator *g, struct anf_node *root)
{
    if (generator_chance(g, 3))
        return;
    if (generator_chance(g, 2))
        add_chain(g, root);
    grow_free_section(g, root);
}
