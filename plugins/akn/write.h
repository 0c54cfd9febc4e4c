/* write.h: the writer, in the order of the document. */
#ifndef ANF_AKN_WRITE_H
#define ANF_AKN_WRITE_H

#include "eid.h"
#include "names.h"
#include "out.h"
#include "view.h"

struct anf__akn_writer {
    struct anf_call *call;
    const struct anf_inquiry *inquiry;
    struct anf__akn_out out;
    struct anf__akn_view view;
    struct anf__akn_eids *eids;
    unsigned char *lists; /* by node: enum list_form of write-list.c */
    unsigned in_speech;   /* > 0: within a question or answer */
    int in_preformatted;  /* line ends mean themselves */
    /* Nodes that a repair refers to: by node the number of the first such repair, from 1, else 0;
     * and the eId of each repair's node. Both NULL where there are none. */
    uint32_t *wanted;
    char **refs;
    size_t ref_count;
};

/* anf_format.write */
int anf__akn_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink);

/* The writer's status, once it is not ANF_OK, stays. */
void anf__akn_fail(struct anf__akn_writer *w, int status);

/* Parts of meta. */
void anf__akn_write_identification(struct anf__akn_writer *w);
void anf__akn_write_history(struct anf__akn_writer *w); /* publication to analysis */
void anf__akn_write_references(struct anf__akn_writer *w);
void anf__akn_write_proprietary(struct anf__akn_writer *w);
/* The other parts of doc. */
void anf__akn_write_preface(struct anf__akn_writer *w);
void anf__akn_write_body(struct anf__akn_writer *w);
void anf__akn_write_conclusions(struct anf__akn_writer *w);

/* Start an element that has an eId; its attributes follow, and anf__akn_put_eid after them.
 * node: that it stands for, or NULL; number: the text of the num that comes first in it, or NULL.
 */
void anf__akn_start(struct anf__akn_writer *w, const struct anf_node *node,
                    enum anf__akn_eid element, const char *number);
void anf__akn_put_eid(struct anf__akn_writer *w);
void anf__akn_end(struct anf__akn_writer *w, enum anf__akn_eid element);
/* An element without further attributes. */
void anf__akn_start_plain(struct anf__akn_writer *w, const struct anf_node *node,
                          enum anf__akn_eid element);

/* Keep the eId of the innermost open element for a node that repairs refer to; nothing for all
 * others. */
void anf__akn_note_ref(struct anf__akn_writer *w, const struct anf_node *node);
/* What was kept; NULL: nothing. */
const char *anf__akn_ref(const struct anf__akn_writer *w, const struct anf_node *node);

/* A link's href or an image's src, with the exact value beside it where it had to be changed. */
void anf__akn_write_url(struct anf__akn_writer *w, const char *name, const char *url);
/* <num>, or nothing. */
void anf__akn_write_num(struct anf__akn_writer *w, const char *number);

/* Blocks and sections, or inlines: whatever is the child of a node. */
void anf__akn_write_node(struct anf__akn_writer *w, const struct anf_node *node);
void anf__akn_write_list(struct anf__akn_writer *w, const struct anf_node *list);
/* node and whatever follows it; where that is nothing, the block that the schema wants. */
void anf__akn_write_from(struct anf__akn_writer *w, const struct anf_node *node);
void anf__akn_write_blocks(struct anf__akn_writer *w, const struct anf_node *node);

#endif
