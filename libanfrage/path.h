/* path.h: where a node stands, in words: "content/exchange 2/question 3./paragraph 1". */
#ifndef ANF_PATH_H
#define ANF_PATH_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "buffer.h"

#include <anfrage/inquiry.h>

struct anf__paths {
    uint32_t *ordinals; /* of each node among its siblings of the same name, by its index */
};

ANF_CHECKED int anf__paths_init(struct anf__paths *paths, const struct anf_inquiry *inquiry);
void anf__paths_clear(struct anf__paths *paths);

/* Append the path; a step has the number that is printed there, else its ordinal. */
ANF_CHECKED int anf__path_add(const struct anf__paths *paths, const struct anf_node *node,
                              struct anf__buffer *buffer);

#endif
