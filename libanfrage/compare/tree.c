/* tree.c: the content of one of two inquiries, made ready to be compared. */
#include "compare/tree.h"

#include "hash.h"
#include "inquiry.h"

#include <stdlib.h>
#include <string.h>

/* The words of a node that its likeness to others is told by: its first ones. What a node shares
 * with its parent is looked at once for each, so without these bounds depth would count twice. */
enum { MOST_BYTES = 2048, MOST_NODES = 512 };

static uint64_t
hash_attributes(const struct anf_node *node)
{
    uint64_t sum = 0; /* the order in which attributes were set says nothing */
    for (const struct anf__attribute *i = node->has.attributes; i; i = i->next) {
        uint64_t hash = anf__hash(ANF__HASH, &i->attribute, sizeof i->attribute);
        sum += anf__hash(hash, i->value, strlen(i->value));
    }
    return sum;
}

static uint64_t
hash_node(uint64_t *hashes, const struct anf_node *node)
{
    const unsigned char class[] = {node->kind, node->role};
    uint64_t hash = anf__hash(ANF__HASH, class, sizeof class);
    if (node->kind == ANF_NODE_TEXT) {
        hash = anf__hash(hash, node->has.text.data, node->has.text.length);
    } else {
        uint64_t attributes = hash_attributes(node);
        hash = anf__hash(hash, &attributes, sizeof attributes);
    }
    for (const struct anf_node *child = node->first; child; child = child->next) {
        uint64_t inner = hash_node(hashes, child);
        hash = anf__hash(hash, &inner, sizeof inner);
    }
    hashes[node->index] = hash;
    return hash;
}

int
anf__tree_init(struct tree *tree, const struct anf_inquiry *inquiry)
{
    tree->hashes = calloc(inquiry->node_count, sizeof *tree->hashes);
    if (!tree->hashes)
        return ANF_ERR_NOMEM;
    hash_node(tree->hashes, inquiry->root);
    return anf__paths_init(&tree->paths, inquiry);
}

void
anf__tree_clear(struct tree *tree)
{
    free(tree->hashes);
    tree->hashes = NULL;
    anf__paths_clear(&tree->paths);
}

struct budget {
    size_t bytes;
    size_t nodes;
};

static void
sketch_words(struct anf_sketch *sketch, const struct anf_node *node, struct budget *left)
{
    if (node->kind == ANF_NODE_TEXT) {
        size_t len = node->has.text.length < left->bytes ? node->has.text.length : left->bytes;
        anf_sketch_add(sketch, node->has.text.data, len);
        left->bytes -= len;
    }
    for (const struct anf_node *child = node->first; child && left->nodes > 0 && left->bytes > 0;
         child = child->next) {
        --left->nodes;
        sketch_words(sketch, child, left);
    }
}

/* Has the node parts that can be told one by one, as against a block that is one text? */
static int
has_parts(const struct anf_node *node)
{
    return node->first && !anf_node_is_inline(node->first);
}

static void
fill_item(struct anf_align_item *item, const struct tree *tree, const struct anf_node *node)
{
    const char *number = anf_node_get(node, ANF_ATTRIBUTE_NUMBER);
    struct budget budget = {MOST_BYTES, MOST_NODES};
    item->hash = tree->hashes[node->index];
    item->kind = (uint32_t)node->kind << 8 | node->role;
    item->number = number ? anf__hash(ANF__HASH, number, strlen(number)) : 0;
    /* A row is found by its cells, a cell by its place. */
    item->whole = has_parts(node) && node->kind != ANF_NODE_CELL && node->kind != ANF_NODE_ROW;
    sketch_words(&item->sketch, node, &budget);
}

int
anf__branch_init(struct branch *branch, const struct tree *tree, const struct anf_node *parent)
{
    size_t count = 0;
    for (const struct anf_node *child = parent->first; child; child = child->next)
        ++count;
    branch->items.items = calloc(count + 1, sizeof *branch->items.items);
    branch->nodes = calloc(count + 1, sizeof *branch->nodes);
    if (!branch->items.items || !branch->nodes)
        return ANF_ERR_NOMEM;
    for (const struct anf_node *child = parent->first; child; child = child->next) {
        fill_item(&branch->items.items[branch->items.count], tree, child);
        branch->nodes[branch->items.count++] = child;
    }
    return ANF_OK;
}

void
anf__branch_clear(struct branch *branch)
{
    free(branch->items.items);
    free(branch->nodes);
    *branch = (struct branch){.nodes = NULL};
}
