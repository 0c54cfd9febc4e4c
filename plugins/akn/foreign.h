/* foreign.h: the reader of what other programs wrote: a walk over the document's tree that makes
 * nodes of what it understands and keeps the text of what it does not. docs/akn.md says how. */
#ifndef ANF_AKN_FOREIGN_H
#define ANF_AKN_FOREIGN_H

#include "reading.h"
#include "tree.h"

/* Somebody who asks or answers, as one place of the document names him. */
struct anf__akn_speaker {
    const char *by, *as; /* references; NULL: none */
    char *label;         /* where by refers to nothing that has a name; or NULL */
    size_t order;
};

struct anf__akn_speakers {
    struct anf__akn_speaker *items;
    size_t count, room;
};

struct anf__akn_foreign {
    struct anf__akn_reading at;
    struct anf__akn_tree tree;
    struct anf__akn_element *document;
    int is_many;        /* each question becomes an inquiry of its own */
    int is_flat;        /* something was too deep (told once) */
    int is_alien;       /* within another markup: its elements are not told of */
    int has_statements; /* the inquiry at hand has speeches beside questions and answers */
    struct anf__akn_speakers askers, answerers; /* of the inquiry at hand */
};

/* Emit the inquiries of a document that libanfrage did not write. */
ANF_CHECKED int anf__akn_read_foreign(struct anf_call *call, const unsigned char *data, size_t len,
                                      const char *version);

/* --- lines: text with inline elements --- */

enum anf__akn_line_end { ANF__AKN_NO_WORD, ANF__AKN_AFTER_SPACE, ANF__AKN_AFTER_WORD };

/* A paragraph, heading or caption that is being filled. White space is folded. */
struct anf__akn_line {
    struct anf_node *node; /* NULL: none is open */
    enum anf__akn_line_end end;
    int gap; /* white space came, that counts when a word follows */
};

/* Fill a line from a text, or from an element that stands in it, or from all that is in one. */
ANF_CHECKED int anf__akn_line_add(struct anf__akn_foreign *f, struct anf__akn_line *line,
                                  const struct anf__akn_element *element);
ANF_CHECKED int anf__akn_line_fill(struct anf__akn_foreign *f, struct anf__akn_line *line,
                                   const struct anf__akn_element *parent);
/* A link to another document. */
ANF_CHECKED int anf__akn_line_refer(struct anf__akn_foreign *f, struct anf__akn_line *line,
                                    const struct anf__akn_element *element);

/* --- flows: blocks and sections --- */

/* Whose turn it is in a debate. */
struct anf__akn_turns {
    const struct anf__akn_element *question, *last_question; /* that are to be answered */
    const char *answerer;
    int is_answered;
};

struct anf__akn_flow {
    struct anf_node *node;     /* that holds what comes */
    struct anf_node *exchange; /* within node, or node itself; NULL: none is open */
    struct anf__akn_turns turns;
    struct anf__akn_line line; /* of text that stands in no block */
};

/* What stands in an element, or the element itself, at the end of a flow. */
ANF_CHECKED int anf__akn_flow_children(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                                       const struct anf__akn_element *parent);
ANF_CHECKED int anf__akn_flow_child(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                                    struct anf__akn_element *element);
/* The node that takes a block now. */
struct anf_node *anf__akn_flow_place(const struct anf__akn_flow *flow);
/* A section with the element's number and content; where none may stand, or would be too deep, the
 * content alone. */
ANF_CHECKED int anf__akn_flow_section(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                                      struct anf__akn_element *element, int role);
/* May a node of this kind and role stand here, with so many levels from it down to its text? What
 * is only too deep is told of. */
int anf__akn_fits(struct anf__akn_foreign *f, const struct anf_node *parent, int kind, int role,
                  unsigned levels);

/* What a block becomes, by its meaning. */
typedef int anf__akn_block_fn(struct anf__akn_foreign *f, struct anf__akn_flow *flow,
                              struct anf__akn_element *element);
anf__akn_block_fn anf__akn_block_list, anf__akn_block_table;
anf__akn_block_fn anf__akn_block_part, anf__akn_block_level;
anf__akn_block_fn anf__akn_block_question, anf__akn_block_answer, anf__akn_block_speech;

/* Is there a number or heading for it? */
int anf__akn_is_titled(const struct anf__akn_element *element);
/* The element's num becomes the number of a section or item. */
ANF_CHECKED int anf__akn_take_number(struct anf__akn_foreign *f, struct anf_node *node,
                                     const struct anf__akn_element *element);
/* NULL is no value; one that the model refuses is reported. */
ANF_CHECKED int anf__akn_set(struct anf__akn_foreign *f, struct anf_node *node, int attribute,
                             const char *value);

/* --- fields --- */

/* Is the document the record of a debate, in which a paper of questions may stand? */
int anf__akn_is_debate(const struct anf__akn_foreign *f);

/* From meta, and from what stands before the body; each counts where nothing gave the field its
 * value before. Elements whose words are a field's value are marked as used. */
ANF_CHECKED int anf__akn_take_events(struct anf__akn_foreign *f);
ANF_CHECKED int anf__akn_take_front(struct anf__akn_foreign *f);
ANF_CHECKED int anf__akn_take_identification(struct anf__akn_foreign *f);
/* Set a field that is absent; NULL is no value, and one that the model refuses is reported. */
ANF_CHECKED int anf__akn_take(struct anf__akn_foreign *f, int field, const char *value);
/* A date, by the words for what happened on it; otherwise: the field, where they tell nothing; 0:
 * none. */
ANF_CHECKED int anf__akn_take_date(struct anf__akn_foreign *f, const char *date, const char *words,
                                   int otherwise);
/* A number of a paper, where it has a digit and is short. */
ANF_CHECKED int anf__akn_take_reference(struct anf__akn_foreign *f, const char *number);

/* --- people --- */

/* Note who speaks in an element, whom an attribute names, or a label. */
ANF_CHECKED int anf__akn_note_speaker(struct anf__akn_foreign *f,
                                      struct anf__akn_speakers *speakers,
                                      const struct anf__akn_element *speech);
/* They become the inquiry's, each once; none are left. */
ANF_CHECKED int anf__akn_take_speakers(struct anf__akn_foreign *f);
void anf__akn_free_speakers(struct anf__akn_foreign *f);

/* --- parts of a debate --- */

enum anf__akn_turn {
    ANF__AKN_NO_TURN, /* belongs to what is open */
    ANF__AKN_OPENS,   /* the first question of an exchange */
    ANF__AKN_ASKS,    /* a further one */
    ANF__AKN_REPLIES,
    ANF__AKN_SPEAKS /* and ends the exchange */
};
enum anf__akn_turn anf__akn_next_turn(const struct anf__akn_foreign *f,
                                      struct anf__akn_turns *turns,
                                      const struct anf__akn_element *element);

/* --- inquiries --- */

/* Do the questions of the document belong to inquiries of their own? Marks these parts. */
int anf__akn_is_many(struct anf__akn_foreign *f);
ANF_CHECKED int anf__akn_emit_many(struct anf__akn_foreign *f);
/* Notes in meta that nothing refers to, at the end of the inquiry at hand. */
ANF_CHECKED int anf__akn_add_notes(struct anf__akn_foreign *f);
/* Hand over the inquiry at hand, whose content is complete. */
ANF_CHECKED int anf__akn_emit(struct anf__akn_foreign *f);

#endif
