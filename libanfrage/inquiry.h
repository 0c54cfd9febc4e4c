/* inquiry.h: the inside of an inquiry. */
#ifndef ANF_INQUIRY_PRIVATE_H
#define ANF_INQUIRY_PRIVATE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "arena.h"
#include "array.h"
#include "node.h"
#include "reference.h"

#include <anfrage/inquiry.h>

enum { ANF__FIELD_COUNT = ANF_FIELD_RETRIEVED + 1 }; /* slots for fields that have a value */

/* Every string and every node lies in the arena; only the lists grow outside of it. */
struct anf_inquiry {
    atomic_uint references;
    uint32_t node_count;
    uint64_t most_nodes;
    uint64_t most_depth;
    struct anf__arena arena;
    struct anf_node *root;
    const char *fields[ANF__FIELD_COUNT];
    int more_askers;
    ANF__ARRAY(struct anf_actor) askers;
    ANF__ARRAY(struct anf_actor) answerers;
    ANF__ARRAY(const char *) subjects;
    ANF__ARRAY(const char *) links;
    ANF__ARRAY(struct anf_contact) contacts;
    ANF__ARRAY(struct anf_repair) repairs;
    ANF__ARRAY(struct anf_discarded) discarded;
    ANF__ARRAY(struct anf_evidence) evidence;
};

/* The root of a new inquiry. NULL: out of memory. */
struct anf_node *anf__node_new_root(struct anf_inquiry *inquiry);

/* Copy text that the model may hold. "" and NULL give NULL. ANF_ERR_SYNTAX: by anf__text_check
 * with these flags. */
ANF_CHECKED int anf__inquiry_copy(struct anf_inquiry *inquiry, const char *text, unsigned flags,
                                  const char **ret_copy);

#endif
