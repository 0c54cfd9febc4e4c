/* own.h: reading text of our own, by the grammar (docs/formats.md). */
#ifndef ANF_TEXT_OWN_H
#define ANF_TEXT_OWN_H

#include "buffer.h"
#include "grammar.h"

#include <anfrage/plugin.h>

/* What is left of a line after its indentation and quote marks were taken off. */
struct anf__plain_slice {
    const char *text;
    size_t length;
    uint32_t number; /* of the line, from 1 */
};

/* A footnote whose text has not come yet. */
struct anf__plain_mark {
    struct anf_node *node;
    char *label; /* "[1]" */
    size_t length;
};

struct anf__plain_own {
    struct anf_call *call;
    int silent; /* while a writer asks what will be read */
    struct anf_inquiry *inquiry;
    struct anf__plain_slice *lines;
    size_t count;
    int kind_told;                    /* "Art: …": the label does not tell it */
    int wrapped;                      /* a line end is a space, but before a guard */
    int status;                       /* the first failure: out of memory, a limit */
    size_t odd;                       /* lines that the grammar does not foresee */
    struct anf__plain_buffer scratch; /* a paragraph's text, its lines joined */
    struct anf__plain_mark *marks;
    size_t mark_count;
    size_t mark_capacity;
    size_t marks_done; /* those before it have their text */
};

/* own.c: the whole. Is the last line the grammar's name? */
int anf__plain_is_own(const char *text, size_t len);
/* ret_follows 0: the text does not follow the grammar after all, which was reported; nothing was
 * emitted. */
int anf__plain_read_own(struct anf_call *call, const char *text, size_t len, int *ret_follows);
/* Say that a line is not as the grammar wants it. */
void anf__plain_odd(struct anf__plain_own *own, const struct anf__plain_slice *line,
                    const char *what);
/* Keep the first failure. 1: none so far. */
int anf__plain_keep(struct anf__plain_own *own, int status);

/* own-head.c: title, who asks, papers, dates, links. Gives how many lines these are. */
size_t anf__plain_read_head(struct anf__plain_own *own, size_t end);
/* Does the text begin as a line of the head does that has a label? */
int anf__plain_begins_head_line(const struct anf_call *call, const char *text, size_t len);
/* How many lines of a run there are, and what some say together. */
size_t anf__plain_run(const struct anf__plain_own *own, size_t first, size_t end);
void anf__plain_join(struct anf__plain_own *own, size_t first, size_t end,
                     struct anf__plain_buffer *text);

/* own-people.c: the values of head lines that name people */
int anf__plain_read_headline(struct anf_inquiry *inquiry, const char *text, size_t len);
int anf__plain_read_answerers(struct anf_inquiry *inquiry, const char *text, size_t len);

/* own-contacts.c */
int anf__plain_read_contact(struct anf_inquiry *inquiry, const struct anf__plain_slice *lines,
                            size_t count);

/* own-sections.c: all lines of the content */
void anf__plain_read_content(struct anf__plain_own *own, size_t first);

/* own-notes.c: a footnote; gives the line behind it, 0: none begins here */
size_t anf__plain_read_note(struct anf__plain_own *own, size_t first, size_t end);

/* own-blocks.c: what stands in a block, and one block; gives the line behind it */
void anf__plain_read_blocks(struct anf__plain_own *own, size_t first, size_t end,
                            struct anf_node *parent);
size_t anf__plain_read_block(struct anf__plain_own *own, size_t first, size_t end,
                             struct anf_node *parent);
/* Take the indentation off the lines that have it, from first on; gives the line behind them. */
size_t anf__plain_unindent(struct anf__plain_own *own, size_t first, size_t end, size_t columns);
/* Take a marker off the first line, and the indentation below it off those that follow. */
size_t anf__plain_enter(struct anf__plain_own *own, size_t first, size_t end, size_t marker);

/* The inlines of some lines that belong together, into a node. */
void anf__plain_read_lines(struct anf__plain_own *own, size_t first, size_t lines,
                           struct anf_node *node);

/* How many lines of the run from first on belong to a heading or a caption, and what it is. */
enum anf__plain_run_kind {
    ANF__PLAIN_RUN_PARAGRAPH,
    ANF__PLAIN_RUN_HEADING, /* then the rule */
    ANF__PLAIN_RUN_TABLE,   /* a caption, or nothing, then the table */
    ANF__PLAIN_RUN_LISTED   /* likewise, cell below cell */
};
struct anf__plain_measure {
    enum anf__plain_run_kind kind;
    size_t lines;
};
struct anf__plain_measure anf__plain_measure_run(const struct anf__plain_own *own, size_t first,
                                                 size_t end);

/* own-table.c: a table whose border, or first mark, is at first */
size_t anf__plain_read_table(struct anf__plain_own *own, size_t first, size_t end,
                             struct anf_node *table);
size_t anf__plain_read_listed(struct anf__plain_own *own, size_t first, size_t end,
                              struct anf_node *table);

/* own-inlines.c */
void anf__plain_read_inlines(struct anf__plain_own *own, struct anf_node *parent, const char *text,
                             size_t len);
/* "[Bild: …] <…>" and nothing else: 1, or 0. */
int anf__plain_read_image(struct anf__plain_own *own, struct anf_node *parent, const char *text,
                          size_t len);

/* A node that the model may refuse; NULL then. */
struct anf_node *anf__plain_add_node(struct anf__plain_own *own, struct anf_node *parent, int kind);
void anf__plain_set(struct anf__plain_own *own, struct anf_node *node, int attribute,
                    const char *text, size_t len);

#endif
