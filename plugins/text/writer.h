/* writer.h: one running write of text, shared by the files that write its parts. */
#ifndef ANF_TEXT_WRITER_H
#define ANF_TEXT_WRITER_H

#include "layout.h"

#include <anfrage/plugin.h>

/* What text cannot hold; each is reported once, by loss.c. */
enum anf__plain_loss {
    ANF__PLAIN_LOSS_MARKS,
    ANF__PLAIN_LOSS_SPANS,
    ANF__PLAIN_LOSS_HEADER_CELLS,
    ANF__PLAIN_LOSS_LEVELS,
    ANF__PLAIN_LOSS_EMPTY,
    ANF__PLAIN_LOSS_KIND,
    ANF__PLAIN_LOSS_PROVENANCE,
    ANF__PLAIN_LOSSES /* how many there are */
};

/* Footnotes whose text is still to be written. */
struct anf__plain_notes {
    struct anf__plain_note {
        const struct anf_node *node;
        uint32_t number; /* where none is printed */
    } * items;
    size_t count;
    size_t capacity;
};

struct anf__plain_writer {
    struct anf_call *call;
    const struct anf_inquiry *inquiry;
    struct anf__plain_layout *layout; /* of the document, or of a table's cells */
    struct anf__plain_notes notes;
    uint32_t numbered; /* footnotes without a printed marker so far */
    unsigned sections; /* open ones */
    int several;       /* the exchange has more than one question or more than one answer */
    int tight;         /* no blank lines between blocks */
    int in_cell;
    int failed; /* out of memory, beside the layout */
    unsigned char lost[ANF__PLAIN_LOSSES];
};

/* loss.c */
void anf__plain_lose(struct anf__plain_writer *writer, enum anf__plain_loss loss);

/* head.c: what stands above and below the content */
void anf__plain_write_head(struct anf__plain_writer *writer);
void anf__plain_write_foot(struct anf__plain_writer *writer);

/* sections.c */
void anf__plain_write_section(struct anf__plain_writer *writer, const struct anf_node *section);

/* blocks.c: all children of a node */
void anf__plain_write_blocks(struct anf__plain_writer *writer, const struct anf_node *parent);
/* A line with a line below it, as one writes headings. lead: a number before it, or NULL. */
void anf__plain_write_heading(struct anf__plain_writer *writer, const char *lead, const char *text,
                              size_t len, char underline);
/* A blank line before the next block, where blocks are not tight. */
void anf__plain_space_blocks(struct anf__plain_writer *writer);

/* inlines.c: append the inlines below a node */
void anf__plain_write_inlines(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
                              const struct anf_node *parent);
/* The text of the footnotes from index on, which are then done. */
void anf__plain_write_notes(struct anf__plain_writer *writer, size_t index);

/* table.c */
void anf__plain_write_table(struct anf__plain_writer *writer, const struct anf_node *table);

#endif
