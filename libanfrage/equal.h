/* equal.h: are two nodes the same? */
#ifndef ANF_EQUAL_H
#define ANF_EQUAL_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "node.h"

/* Are both nodes and all that is in them the same, wherever they stand? 1 or 0. */
int anf__same_tree(const struct anf_node *a, const struct anf_node *b);

#endif
