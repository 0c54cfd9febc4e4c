/* prune.h: smaller and smaller inquiries, to find the one thing that a failure needs. */
#ifndef TESTS_PRUNE_H
#define TESTS_PRUNE_H

#include <anfrage/anfrage.h>

enum prune_cut {
    PRUNE_BRANCH, /* the node and all below it */
    PRUNE_NODE    /* the node alone: its children take its place */
};

/* Append the content of one inquiry to another, but for the node with this index. ANF_ERR_MODEL:
 * what is left cannot stand so. */
int prune_copy(struct anf_inquiry *to, const struct anf_inquiry *from, uint32_t index,
               enum prune_cut cut);

#endif
