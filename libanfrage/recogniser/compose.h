/* compose.h: building the content. units.c decides the order, compose.c makes sections and blocks,
 * structure.c what they stand in, inlines.c their text. */
#ifndef ANF_COMPOSE_H
#define ANF_COMPOSE_H

#include "recogniser/recognition.h"

/* --- units.c: what belongs together --- */

/* A run of body lines that belong together: what one line opened. */
struct unit {
    uint32_t first_line, end_line; /* may hold lines that are no body */
    uint8_t part;                  /* of the first line */
    uint32_t exchange;             /* of questions and answers: index; UINT32_MAX: none */
    uint32_t next;                 /* in the exchange; UINT32_MAX: the last */
};

/* Questions with what answers them. */
struct exchange {
    uint32_t first_question, last_question; /* units; UINT32_MAX: none */
    uint32_t first_answer, last_answer;
    int composed;
};

struct plan {
    ANF__ARRAY(struct unit) units;
    ANF__ARRAY(struct exchange) exchanges;
};

ANF_CHECKED int anf__plan_make(const struct recognition *r, struct plan *plan);
void anf__plan_clear(struct plan *plan);

/* --- structure.c: places of the page as lists, tables and quotes --- */

enum {
    DEEPEST_STRUCTURE = 40 /* lists and tables further inside are flattened, not lost */
};

/* A place that is open as a node. */
struct frame {
    uint32_t place;
    struct anf_node *node;
    uint32_t next_cell; /* of a row: the first place that may be a cell not yet made */
};

struct composer {
    struct recognition *r;
    struct plan plan;
    uint32_t layout;       /* a place: those around it are layout, of what no line opens */
    struct anf_node *base; /* the section that blocks go into */
    uint32_t base_place;   /* places around it are layout, not content */
    struct frame frames[DEEPEST_STRUCTURE];
    uint32_t depth;
    int note;                 /* a footnote is being composed: its lines are in it */
    int foot;                 /* footnotes of the paper are: the lines at the feet of its pages */
    struct anf_node *last;    /* the paragraph that was added last */
    struct anf_node *goes_on; /* the paragraph that the next lines go on; NULL: none */
    int blank;                /* between the two, unless a word runs on */
};

/* Open the places around a line's block, and close those that it is no longer in. */
ANF_CHECKED int anf__move_to(struct composer *c, const struct line *line);
/* Close what is open down to a depth; rows get the empty cells at their end. */
ANF_CHECKED int anf__close_frames(struct composer *c, uint32_t depth);
struct anf_node *anf__innermost(const struct composer *c);
ANF_CHECKED int anf__set_number(struct anf_node *node, int attribute, uint32_t number);

/* --- inlines.c --- */

/* Append the text of [start, end) of a block to a node of inlines, spans as nodes, line ends as
 * breaks; unseen characters are left out and noted as repaired. */
ANF_CHECKED int anf__add_inlines(struct recognition *r, struct anf_node *parent, uint32_t block,
                                 uint32_t start, uint32_t end);

/* The name of a section that is all of the line and set with blanks between its letters; NULL:
 * none.
 */
const struct hit *anf__spaced_heading(const struct recognition *r, const struct line *line);
/* Its letters without those blanks, but for those that stand in its name. */
ANF_CHECKED int anf__add_spaced(struct recognition *r, struct anf_node *parent,
                                const struct line *line, const struct hit *hit);

/* A range of a block was set right, for a reason. */
ANF_CHECKED int anf__note_repair(struct recognition *r, uint32_t block, uint32_t start,
                                 uint32_t end, const char *reason);

/* The lines from first to end as blocks of a node; places around base_place are not its own. */
ANF_CHECKED int anf__compose_lines(struct recognition *r, struct anf_node *node,
                                   uint32_t base_place, uint32_t first_line, uint32_t end_line);

/* --- notes.c --- */

/* Which notes the body refers to; those that it does not are ordinary body lines. */
void anf__notes_find_references(struct recognition *r);
int anf__is_in_note(const struct recognition *r, const struct line *line);
/* The footnote that a span refers to, where the grammar has a place for it. */
ANF_CHECKED int anf__add_note(struct recognition *r, struct anf_node *parent,
                              const struct anf_span *span);

/* --- cuts.c: text that page heads, feet and notes in the margin cut --- */

/* Does a sentence run on from one line into another, that lines of another matter stand between? */
int anf__runs_on(const struct recognition *r, const struct line *last, const struct line *next);
/* Where the text of the last line before a cut ends: before the hyphen of a word that goes on
 * behind it. */
ANF_CHECKED int anf__end_at_cut(struct recognition *r, const struct line *last,
                                const struct line *next, uint32_t *stop, int *ret_blank);

/* --- repeats.c --- */

/* Does a unit of the chain before this one ask the same question in the same words? */
int anf__was_asked(const struct composer *c, uint32_t first, uint32_t unit);
/* Set aside what a unit holds: it repeats another. */
void anf__leave_out(struct recognition *r, const struct unit *unit);

/* --- repair.c --- */

/* The letter that a drop cap lost, where the language leaves one; 0: none. */
char anf__lost_initial(const struct recognition *r, const char *text, size_t len);

#endif
