/* compare.h: in what do two inquiries differ? */
#ifndef ANFRAGE_COMPARE_H
#define ANFRAGE_COMPARE_H

#include <anfrage/inquiry.h>

#ifdef __cplusplus
extern "C" {
#endif

enum anf_difference_kind {
    ANF_DIFFERENCE_CHANGED = 1,
    ANF_DIFFERENCE_ADDED,   /* only b has it */
    ANF_DIFFERENCE_REMOVED, /* only a has it */
    ANF_DIFFERENCE_MOVED    /* content that both have, in another place */
};

/* What the difference is in. Differences are told in this order. */
enum anf_difference_part {
    ANF_PART_FIELDS = 1, /* the first group of enum anf_field */
    ANF_PART_LISTS,      /* people, subjects, links, contacts */
    ANF_PART_CONTENT,
    ANF_PART_PROVENANCE /* the second group, and repairs */
};

/* Every pointer is borrowed for the call; a node lives as long as its inquiry. */
struct anf_difference {
    uint32_t size;
    int32_t kind;                  /* enum anf_difference_kind */
    int32_t part;                  /* enum anf_difference_part */
    int32_t field;                 /* enum anf_field; 0: content, or a repair */
    const char *path;              /* in a, or of what is added in b: "title", "askers 2/party",
                                      "content/exchange 2/question 3./paragraph 1", "provenance/sha256" */
    const char *new_path;          /* where in b what is moved stands; else NULL */
    const char *was;               /* text in a, may have several lines; NULL: absent */
    const char *now;               /* text in b; of what is moved it is the same */
    const struct anf_node *node_a; /* content: the node; NULL: absent, or no content */
    const struct anf_node *node_b;
};

/* The kinds and parts in words, never to be freed ("changed", "content"); NULL for what does not
 * exist. */
ANF_API const char *anf_difference_kind_name(int kind);
ANF_API const char *anf_difference_part_name(int part);

/* ANF_OK goes on; a negative status ends the comparison and is what anf_inquiry_compare returns.
 * May look at both inquiries, and may not change them. */
typedef int anf_difference_fn(const struct anf_difference *difference, void *user);

/* Tell every difference between a and b that a person could act on: a paragraph that was put in is
 * one difference, whatever it shifts. The text of a changed block is its words; where these are the
 * same, its words with markup. fn NULL: they are counted. Blocks are matched as anf_align does it.
 * Needs no context and reports nothing; a and b may be the same.
 * Gives how many differences there are, or a negative status: what fn returned, ANF_ERR_NOMEM, or
 * ANF_ERR_ARGUMENT where a or b is NULL. 0 if and only if anf_inquiry_equal is 1. */
ANF_API ANF_CHECKED int anf_inquiry_compare(const struct anf_inquiry *a,
                                            const struct anf_inquiry *b, anf_difference_fn *fn,
                                            void *user);

#ifdef __cplusplus
}
#endif
#endif
