/* grammar.h: what may hold what. The tables are docs/model.md, row by row. */
#ifndef ANF_GRAMMAR_H
#define ANF_GRAMMAR_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "node.h"

/* May the next child of parent be of this kind (and role, for a section)? 1 or 0. */
int anf__grammar_allows(const struct anf_node *parent, int kind, int role);
/* Fill in what a new node, whose kind, role and parent are set, inherits and forbids. */
void anf__grammar_inherit(struct anf_node *node);
/* Has the node all that it needs? 1 or 0. */
int anf__grammar_complete(const struct anf_node *node);
/* Do nodes of this kind have this attribute? 1 or 0; any numbers. */
int anf__grammar_has_attribute(int kind, int attribute);

#endif
