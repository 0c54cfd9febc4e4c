/* plan.h: what a person changed in a document, as changes of the inquiry that it was written from.
 */
#ifndef ANF_ODT_PLAN_H
#define ANF_ODT_PLAN_H

#include "match.h"
#include "write.h"

/* What becomes of a node of the carried inquiry. Indices of shown nodes are of the document as
 * found; 0: none. */
struct anf__odt_change {
    uint32_t line;       /* shows the node now, instead of what it was */
    uint32_t line_start; /* bytes of it that are not the node's own: a number */
    uint32_t cell;       /* has the spans that the node has now */
    uint32_t list;       /* has the kind of labels that the node has now */
    uint32_t note;       /* has the marker that the node has now */
    uint32_t first;      /* what was put in before its first child: an insertion */
    uint32_t after;      /* what was put in behind it: an insertion */
    uint32_t first_last; /* the last ones of these chains */
    uint32_t after_last;
    const char *number; /* that it has now, not terminated */
    uint32_t number_length;
    uint8_t has_number;   /* number counts; without bytes there is none any more */
    uint8_t is_taken_out; /* from where it stood */
    uint8_t is_emptied;   /* and nothing is left of what it must hold */
    uint8_t has_label;    /* the label that stood for a heading was made one: line */
    uint8_t is_recounted; /* list: items came or went */
};

struct anf__odt_insertion {
    uint32_t shown; /* what was put in */
    uint32_t next;  /* 0: the last */
};

struct anf__odt_plan {
    struct anf_call *call;
    const struct anf_inquiry *carried;
    const struct anf__odt_origins *origins; /* of was */
    const struct anf__odt_match *match;
    const struct anf_node **nodes;         /* of the carried inquiry, parents before children */
    struct anf__odt_change *changes;       /* by anf_node_index */
    uint32_t *shown_in;                    /* by anf_node_index: how many elements show the node */
    struct anf__odt_insertion *insertions; /* from 1 */
    size_t insertion_count;
    size_t insertion_capacity;
};

/* Clear in any case. Every change is reported. */
ANF_CHECKED int anf__odt_plan_make(struct anf__odt_plan *plan);
void anf__odt_plan_clear(struct anf__odt_plan *plan); /* frees what make made */

/* What an element of the document as written shows. */
static inline const struct anf__odt_origin *
anf__odt_plan_origin(const struct anf__odt_plan *plan, uint32_t was)
{
    return &plan->origins->items[was - 1];
}
static inline struct anf__odt_change *
anf__odt_plan_change(const struct anf__odt_plan *plan, const struct anf_node *node)
{
    return &plan->changes[anf_node_index(node)];
}

/* --- plan-report.c: what is told of an edit --- */

/* "changed", "put in", "taken out", "moved": of a block. node: of the carried inquiry, or where
 * something was put in; document and shown: the words that are told. */
void anf__odt_plan_note(const struct anf__odt_plan *plan, const char *what,
                        const struct anf_node *node, const struct anf__odt_document *document,
                        uint32_t shown);
void anf__odt_plan_note_field(const struct anf__odt_plan *plan, const char *what, int field,
                              const struct anf__odt_document *document, uint32_t shown);
/* An edit that is not taken: why, and at which place. */
void anf__odt_plan_refuse(const struct anf__odt_plan *plan, const char *why,
                          const struct anf__odt_document *document, uint32_t shown);

/* --- plan-insert.c: what was put in, and where --- */

ANF_CHECKED int anf__odt_plan_insertions(struct anf__odt_plan *plan);

#endif
