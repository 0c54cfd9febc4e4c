/* content.c: in which blocks do the contents of two inquiries differ? */
#include "compare/comparison.h"
#include "render.h"
#include "compare/tree.h"

#include "equal.h"
#include "inquiry.h"

#include <stdlib.h>
#include <string.h>

/* A difference of the content, told at the end, when it is known what has moved. */
struct change {
    int kind;      /* enum anf_difference_kind; 0: taken back */
    int attribute; /* of the node; 0: the node itself or the text in it */
    const struct anf_node *a;
    const struct anf_node *b;
};

struct walk {
    struct tree a;
    struct tree b;
    ANF__ARRAY(struct change) changes;
};

static int
note(struct walk *walk, int kind, int attribute, const struct anf_node *a, const struct anf_node *b)
{
    struct change *change = ANF__ARRAY_PUSH(&walk->changes);
    if (!change)
        return ANF_ERR_NOMEM;
    *change = (struct change){kind, attribute, a, b};
    return ANF_OK;
}

/* --- walking both trees --- */

static int compare_nodes(struct walk *walk, const struct anf_node *a, const struct anf_node *b);

static int
compare_attributes(struct walk *walk, const struct anf_node *a, const struct anf_node *b)
{
    int status = ANF_OK;
    for (int i = ANF_ATTRIBUTE_NUMBER; i <= ANF_ATTRIBUTE_MARKER && status == ANF_OK; ++i) {
        const char *was = anf_node_get(a, i);
        const char *now = anf_node_get(b, i);
        if (was && now ? strcmp(was, now) == 0 : was == now)
            continue;
        int kind = !was   ? ANF_DIFFERENCE_ADDED
                   : !now ? ANF_DIFFERENCE_REMOVED
                          : ANF_DIFFERENCE_CHANGED;
        status = note(walk, kind, i, a, b);
    }
    return status;
}

/* Blocks of inlines are compared as one text each. */
static int
holds_inlines(const struct anf_node *node)
{
    return node->kind == ANF_NODE_HEADING || node->kind == ANF_NODE_PARAGRAPH ||
           node->kind == ANF_NODE_CAPTION || node->kind == ANF_NODE_PREFORMATTED;
}

static int
same_inlines(const struct anf_node *a, const struct anf_node *b)
{
    a = a->first;
    b = b->first;
    for (; a && b; a = a->next, b = b->next) {
        if (!anf__same_tree(a, b))
            return 0;
    }
    return a == b;
}

static int
compare_pair(struct walk *walk, const struct anf_node *a, const struct anf_node *b)
{
    if (anf__same_class(a, b))
        return anf__same_tree(a, b) ? ANF_OK : compare_nodes(walk, a, b);
    /* The hashes were the same by chance. */
    int status = note(walk, ANF_DIFFERENCE_REMOVED, 0, a, NULL);
    return status == ANF_OK ? note(walk, ANF_DIFFERENCE_ADDED, 0, NULL, b) : status;
}

/* In the order of the content: what is removed before what is added in its place. */
static int
note_branches(struct walk *walk, const struct branch *a, const struct branch *b,
              const uint32_t *pairs)
{
    int status = ANF_OK;
    size_t j = 0;
    for (size_t i = 0; i < a->items.count && status == ANF_OK; ++i) {
        if (pairs[i] == ANF_ALIGN_NONE) {
            status = note(walk, ANF_DIFFERENCE_REMOVED, 0, a->nodes[i], NULL);
            continue;
        }
        for (; j < pairs[i] && status == ANF_OK; ++j)
            status = note(walk, ANF_DIFFERENCE_ADDED, 0, NULL, b->nodes[j]);
        if (status == ANF_OK)
            status = compare_pair(walk, a->nodes[i], b->nodes[j++]);
    }
    for (; j < b->items.count && status == ANF_OK; ++j)
        status = note(walk, ANF_DIFFERENCE_ADDED, 0, NULL, b->nodes[j]);
    return status;
}

static int
compare_children(struct walk *walk, const struct anf_node *a, const struct anf_node *b)
{
    struct branch old = {.nodes = NULL};
    struct branch new = {.nodes = NULL};
    uint32_t *pairs = NULL;
    int status = anf__branch_init(&old, &walk->a, a);
    if (status == ANF_OK)
        status = anf__branch_init(&new, &walk->b, b);
    if (status == ANF_OK) {
        pairs = calloc(old.items.count + 1, sizeof *pairs);
        status = pairs ? anf_align(&old.items, &new.items, pairs) : ANF_ERR_NOMEM;
    }
    if (status == ANF_OK)
        status = note_branches(walk, &old, &new, pairs);
    anf__branch_clear(&old);
    anf__branch_clear(&new);
    free(pairs);
    return status;
}

/* Two nodes of one class that belong together and are not the same. */
static int
compare_nodes(struct walk *walk, const struct anf_node *a, const struct anf_node *b)
{
    int status = compare_attributes(walk, a, b);
    if (status != ANF_OK)
        return status;
    if (!holds_inlines(a))
        return compare_children(walk, a, b);
    return same_inlines(a, b) ? ANF_OK : note(walk, ANF_DIFFERENCE_CHANGED, 0, a, b);
}

/* --- what has moved --- */

struct lone {
    uint64_t hash;
    size_t change; /* index */
};

static int
compare_lone(const void *a, const void *b)
{
    const struct lone *x = a;
    const struct lone *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->change > y->change) - (x->change < y->change);
}

/* Has it words, so that it can be said to be the same one? */
static int
is_recognisable(const struct anf_node *node)
{
    return node->first || node->kind == ANF_NODE_IMAGE;
}

/* What was removed, or added, by its hash. lone has room for all changes. */
static size_t
find_lone(const struct walk *walk, int kind, struct lone *lone)
{
    size_t count = 0;
    for (size_t i = 0; i < walk->changes.count; ++i) {
        const struct change *change = &walk->changes.items[i];
        const struct anf_node *node = change->a ? change->a : change->b;
        const struct tree *tree = change->a ? &walk->a : &walk->b;
        if (change->kind == kind && !change->attribute && is_recognisable(node))
            lone[count++] = (struct lone){tree->hashes[node->index], i};
    }
    qsort(lone, count, sizeof *lone, compare_lone);
    return count;
}

/* Removed here and added there is moved. */
static void
join_moved(struct walk *walk, const struct lone *removed, size_t removed_count,
           const struct lone *added, size_t added_count)
{
    size_t i = 0;
    size_t j = 0;
    while (i < removed_count && j < added_count) {
        struct change *from = &walk->changes.items[removed[i].change];
        struct change *to = &walk->changes.items[added[j].change];
        int before = removed[i].hash < added[j].hash;
        int after = removed[i].hash > added[j].hash;
        if (!before && !after && anf__same_tree(from->a, to->b)) {
            from->kind = ANF_DIFFERENCE_MOVED;
            from->b = to->b;
            to->kind = 0;
        }
        i += !after;
        j += !before;
    }
}

static int
find_moved(struct walk *walk)
{
    size_t count = walk->changes.count;
    struct lone *removed = calloc(count + 1, sizeof *removed);
    struct lone *added = calloc(count + 1, sizeof *added);
    int status = removed && added ? ANF_OK : ANF_ERR_NOMEM;
    if (status == ANF_OK) {
        size_t removed_count = find_lone(walk, ANF_DIFFERENCE_REMOVED, removed);
        size_t added_count = find_lone(walk, ANF_DIFFERENCE_ADDED, added);
        join_moved(walk, removed, removed_count, added, added_count);
    }
    free(removed);
    free(added);
    return status;
}

/* --- telling --- */

static int
make_path(struct anf__buffer *buffer, const struct tree *tree, const struct anf_node *node)
{
    buffer->length = 0;
    return anf__path_add(&tree->paths, node, buffer);
}

typedef int render_fn(const struct anf_node *node, struct anf__buffer *buffer);

static int
make_text(struct anf__buffer *buffer, render_fn *render, const struct anf_node *node)
{
    buffer->length = 0;
    int status = anf__buffer_add(buffer, "", 0);
    return status == ANF_OK && node ? render(node, buffer) : status;
}

static int
make_texts(struct comparison *c, const struct change *change)
{
    int status = make_text(&c->was, anf__render_words, change->a);
    if (status == ANF_OK)
        status = make_text(&c->now, anf__render_words, change->b);
    if (status != ANF_OK || change->kind != ANF_DIFFERENCE_CHANGED ||
        strcmp(c->was.data, c->now.data) != 0)
        return status;
    status = make_text(&c->was, anf__render_markup, change->a);
    return status == ANF_OK ? make_text(&c->now, anf__render_markup, change->b) : status;
}

static int
tell_node(struct comparison *c, const struct walk *walk, const struct change *change)
{
    int moved = change->kind == ANF_DIFFERENCE_MOVED;
    int status = make_path(&c->path, change->a ? &walk->a : &walk->b,
                           change->a ? change->a : change->b);
    if (status == ANF_OK && moved)
        status = make_path(&c->new_path, &walk->b, change->b);
    if (status == ANF_OK)
        status = make_texts(c, change);
    if (status != ANF_OK)
        return status;
    return anf__tell_difference(c, (struct anf_difference){
                                       .kind = change->kind,
                                       .part = ANF_PART_CONTENT,
                                       .path = c->path.data,
                                       .new_path = moved ? c->new_path.data : NULL,
                                       .was = change->a ? c->was.data : NULL,
                                       .now = change->b ? c->now.data : NULL,
                                       .node_a = change->a,
                                       .node_b = change->b,
                                   });
}

static int
tell_attribute(struct comparison *c, const struct walk *walk, const struct change *change)
{
    const char *name = anf_attribute_name(change->attribute);
    int status = make_path(&c->path, &walk->a, change->a);
    if (status == ANF_OK)
        status = anf__buffer_add(&c->path, "/", 1);
    if (status == ANF_OK)
        status = anf__buffer_add(&c->path, name, strlen(name));
    if (status != ANF_OK)
        return status;
    return anf__tell_difference(c, (struct anf_difference){
                                       .kind = change->kind,
                                       .part = ANF_PART_CONTENT,
                                       .path = c->path.data,
                                       .was = anf_node_get(change->a, change->attribute),
                                       .now = anf_node_get(change->b, change->attribute),
                                       .node_a = change->a,
                                       .node_b = change->b,
                                   });
}

static int
tell_changes(struct comparison *c, const struct walk *walk)
{
    int status = ANF_OK;
    for (size_t i = 0; i < walk->changes.count && status == ANF_OK; ++i) {
        const struct change *change = &walk->changes.items[i];
        if (change->kind)
            status = change->attribute ? tell_attribute(c, walk, change)
                                       : tell_node(c, walk, change);
    }
    return status;
}

int
anf__compare_content(struct comparison *c)
{
    if (anf__same_tree(c->a->root, c->b->root))
        return ANF_OK;
    struct walk walk = {.changes = {0}};
    int status = anf__tree_init(&walk.a, c->a);
    if (status == ANF_OK)
        status = anf__tree_init(&walk.b, c->b);
    if (status == ANF_OK)
        status = compare_nodes(&walk, c->a->root, c->b->root);
    if (status == ANF_OK)
        status = find_moved(&walk);
    if (status == ANF_OK)
        status = tell_changes(c, &walk);
    anf__tree_clear(&walk.a);
    anf__tree_clear(&walk.b);
    free(walk.changes.items);
    return status;
}
