/* tree.h: the content of one of two inquiries, made ready to be compared. */
#ifndef ANF_TREE_H
#define ANF_TREE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "node.h"
#include "path.h"

#include <anfrage/align.h>

struct tree {
    uint64_t *hashes; /* of each node and all that is in it, by its index */
    struct anf__paths paths;
};

ANF_CHECKED int anf__tree_init(struct tree *tree, const struct anf_inquiry *inquiry);
void anf__tree_clear(struct tree *tree);

/* The children of a node. */
struct branch {
    struct anf_align_items items;
    const struct anf_node **nodes;
};
ANF_CHECKED int anf__branch_init(struct branch *branch, const struct tree *tree,
                                 const struct anf_node *parent);
void anf__branch_clear(struct branch *branch);

/* Do two nodes differ only in what they hold and in their attributes? 1 or 0. */
static inline int
anf__same_class(const struct anf_node *a, const struct anf_node *b)
{
    return a->kind == b->kind && a->role == b->role;
}

#endif
