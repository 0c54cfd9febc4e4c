/* steps.h: reading statements of a procedure, step by step: who asked what when, who answered.
 * steps.c reads one line, pass-steps.c walks over the head of a paper or a register's page. */
#ifndef ANF_STEPS_H
#define ANF_STEPS_H

#include "recogniser/recognition.h"

/* Whose the values are that come next. */
enum step { STEP_NONE = 0, STEP_QUESTION, STEP_ANSWER, STEP_BOTH, STEP_OTHER };

/* How many of a line's words must be part of a statement, so that it is no sentence of a text. */
enum { STEP_ENOUGH = 17, STEP_ENOUGH_OF = 20 };

struct steps {
    struct recognition *r;
    enum step step;
    int to_question; /* "Antwort … zu KlAnfr 12 Drs 18/5": what comes next is still the question's
                      */
    int has_date;    /* of the question */
    int has_reference;
    uint32_t behind; /* tokens of the next line that were read with the one before */
};

/* What became of one line. */
struct step_line {
    uint32_t words, covered; /* how many of its words are part of a statement */
    uint32_t names;          /* words that name a step */
    uint32_t values;         /* dates, numbers, people, offices */
    uint32_t references;
    int begins; /* the first word is */
    int title;  /* a title follows: "Kleine Anfrage 12: Wie …?" */
};

/* Propose what a line states. When it is too little of the line, the caller takes it back. */
ANF_CHECKED int anf__read_step_line(struct steps *s, uint32_t index, struct step_line *ret);

/* Is enough of the line a step of a procedure, with its word and a value? */
int anf__is_step(const struct step_line *line);

/* The role of a link in the line: ANF_FIELD_LINK_DOCUMENT, ANF_FIELD_LINK_ANSWER; 0: none. */
int anf__link_of_step(const struct steps *s);

/* What a line would state, without proposing it: is it a step of a procedure? */
ANF_CHECKED int anf__is_step_line(struct recognition *r, uint32_t index, int *ret_is);

/* The statements of an answer's head, from the line that names the kind of what it answers. */
ANF_CHECKED int anf__read_second_head(struct recognition *r, uint32_t kind);

#endif
