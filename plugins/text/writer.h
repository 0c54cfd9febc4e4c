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
    ANF__PLAIN_LOSS_BREAKS,
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
    struct anf__plain_notes notes;    /* in the order of their marks, none twice */
    uint32_t numbered;                /* footnotes without a printed marker so far */
    /* What the reader will think at this place. */
    enum anf__plain_where where;
    const struct anf_node *base;    /* the root, or the question whose content is written */
    const struct anf_node *current; /* the innermost section that is open */
    int stays;                      /* a block stands in an exchange itself */
    int labelled;                   /* a label opened the section just now */
    int exchanges;                  /* some exchange was opened */
    int introduces;                 /* the paragraph is an introduction */
    int behind_list;                /* a list that no other one is right behind ended just now */
    int tight;                      /* no blank lines between blocks */
    int in_table;
    int in_link;
    int in_preformatted;
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
/* Say where the next block stands, if the reader would think something else. */
void anf__plain_place_block(struct anf__plain_writer *writer, const struct anf_node *parent);
/* Does a heading of these words open nothing, where the reader stands now? */
int anf__plain_is_mere_heading(const struct anf__plain_writer *writer, const char *text,
                               size_t len);

/* leads.c */
void anf__plain_add_question_lead(struct anf__plain_buffer *lead, const char *number);
/* implied: the number of the one question before it; NULL: there is none, or not one. */
void anf__plain_add_answer_lead(struct anf__plain_buffer *lead, const struct anf_node *answer,
                                const char *implied);

/* blocks.c: a node and all that follow it */
void anf__plain_write_blocks(struct anf__plain_writer *writer, const struct anf_node *first);
/* behind_list: does a list stand right before it that is indented as usual? */
void anf__plain_write_block(struct anf__plain_writer *writer, const struct anf_node *node,
                            int *behind_list);
/* The same behind a marker such as "-" or "1.", indented below it. */
void anf__plain_write_led(struct anf__plain_writer *writer, struct anf__plain_buffer *marker,
                          const struct anf_node *first);
/* May the first block stand on the line of what leads it? */
int anf__plain_fits_lead(const struct anf_node *first);
/* A line under a heading of this text. */
void anf__plain_underline(struct anf__plain_writer *writer, const char *text, size_t len,
                          char mark);
/* A blank line before the next block, where blocks are not tight. */
void anf__plain_space_blocks(struct anf__plain_writer *writer);

/* lists.c */
void anf__plain_write_list(struct anf__plain_writer *writer, const struct anf_node *list);

/* inlines.c: append the inlines below a node */
void anf__plain_write_inlines(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
                              const struct anf_node *parent);
/* "<…>" */
void anf__plain_add_address(struct anf__plain_buffer *text, const char *address);
/* The text of the footnotes whose marks were written. */
void anf__plain_write_notes(struct anf__plain_writer *writer);

/* table.c */
void anf__plain_write_table(struct anf__plain_writer *writer, const struct anf_node *table);
/* table-listed.c: cell below cell */
void anf__plain_write_listed(struct anf__plain_writer *writer, const struct anf_node *table);
/* Rows at the start of which all cells are header cells. */
uint32_t anf__plain_head_rows(const struct anf_node *table);

#endif
