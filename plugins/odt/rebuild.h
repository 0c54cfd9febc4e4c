/* rebuild.h: the inquiry that an edited document states: what was not edited exactly as it was
 * carried, the rest from the document. */
#ifndef ANF_ODT_REBUILD_H
#define ANF_ODT_REBUILD_H

#include "plan.h"

/* The labels of the list whose items are being made. */
struct anf__odt_counter {
    const struct anf_node *list; /* NULL: labels stay as they are */
    struct anf__odt_labels labels;
};

struct anf__odt_rebuild {
    const struct anf__odt_plan *plan;
    struct anf_inquiry *inquiry;    /* the new one */
    const struct anf_node **copies; /* by anf_node_index of the carried one; NULL: not yet there */
    struct anf__odt_counter counter;
};

/* Content and repairs; the inquiry has none so far. */
ANF_CHECKED int anf__odt_rebuild_content(const struct anf__odt_plan *plan,
                                         struct anf_inquiry *inquiry);

/* rebuild.c: a copy of a node of the carried inquiry, with the changes of the plan. The root of
 * what was moved is copied although it was taken out elsewhere. */
ANF_CHECKED int anf__odt_copy(struct anf__odt_rebuild *rebuild, struct anf_node *parent,
                              const struct anf_node *node);
/* The blocks in a node. */
ANF_CHECKED int anf__odt_copy_children(struct anf__odt_rebuild *rebuild, struct anf_node *parent,
                                       const struct anf_node *node);

/* The number that an item has where it stands now, where the document counts. */
ANF_CHECKED int anf__odt_count_item(struct anf__odt_rebuild *rebuild, struct anf_node *item);

/* build.c: new nodes from what the document shows. printed: numbers of items are text in them. */
ANF_CHECKED int anf__odt_build_all(struct anf__odt_rebuild *rebuild, struct anf_node *parent,
                                   const uint32_t *shown, size_t count);
ANF_CHECKED int anf__odt_build_children(struct anf__odt_rebuild *rebuild, struct anf_node *parent,
                                        uint32_t shown);
/* Is what is shown a section with a question? 1 or 0. */
int anf__odt_is_question(const struct anf__odt_rebuild *rebuild, uint32_t shown);
/* A block that a line shows, from some byte on; the node that it showed before, or NULL. */
ANF_CHECKED int anf__odt_build_line(struct anf__odt_rebuild *rebuild, struct anf_node *parent,
                                    uint32_t shown, uint32_t start, const struct anf_node *before);

/* build-inlines.c: the text of a line from some byte on into a block. before: the node that it
 * showed, whose addresses and footnotes are kept; or NULL. */
ANF_CHECKED int anf__odt_build_inlines(struct anf__odt_rebuild *rebuild, struct anf_node *block,
                                       uint32_t shown, uint32_t start,
                                       const struct anf_node *before);

#endif
