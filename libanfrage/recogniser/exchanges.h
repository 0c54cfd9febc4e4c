/* exchanges.h: what the first words of a line say of questions and answers. marks.c reads labels,
 * sentences.c tells a question from a statement, pass-exchanges.c walks over the lines. */
#ifndef ANF_EXCHANGES_H
#define ANF_EXCHANGES_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "recogniser/recognition.h"

enum {
    MINORS = 1000,   /* "1.2" has the key 1 * MINORS + 2, "4" the key 4 * MINORS */
    MOST_RANGES = 16 /* of question numbers in one label; what follows is not read */
};

enum mark_kind {
    MARK_NONE = 0,
    MARK_NUMBER,    /* "3.", "2)", "1.1", an item of an ordered list: of a question or an answer */
    MARK_LETTER,    /* "a)", "B." */
    MARK_QUESTION,  /* "Frage 3:"; "Frage:", without ranges */
    MARK_QUESTIONS, /* "Fragen 3 bis 5", a heading over them */
    MARK_ANSWER_TO, /* "Zu Frage 1:", "Zu 2. / 3." */
    MARK_JOINT,     /* "Die Fragen 4 bis 7 werden gemeinsam beantwortet." */
    MARK_ANSWER     /* "Antwort:" */
};

struct mark {
    enum mark_kind kind;
    struct question_range ranges[MOST_RANGES];
    uint32_t range_count;
    uint32_t tokens; /* of the label: the text begins behind them */
    char letter;     /* "5. a": of a part of the question; MARK_LETTER: in lower case; 0: none */
};

/* --- marks.c --- */

void anf__read_mark(const struct recognition *r, const struct line *line, struct mark *ret_mark);

/* --- pass-kind.c --- */

/* "1. Welche …", "Frage 1:": the first question. */
int anf__is_first_question(const struct recognition *r, const struct line *line);
/* The line behind the kind's that questions or their sections begin with. */
uint32_t anf__find_head_end(const struct recognition *r);

/* --- sentences.c --- */

/* Does a sentence, a line of verse or a label end with the line, so that the next begins anew? */
int anf__ends_sentence(const struct recognition *r, const struct line *line);
/* Is the token a stop that ends a sentence, and no abbreviation, date or number? */
int anf__is_full_stop(const struct recognition *r, const struct line *line, uint32_t index);
/* Does the sentence ask that begins at a token of the line, and may run on into later lines of its
 * block? */
int anf__asks(const struct recognition *r, const struct line *line, uint32_t token);
/* A heading below the first level that is a question. */
int anf__is_asking_heading(const struct recognition *r, const struct line *line);
/* May the line go on a question that seemed to be at its end: a part of it ("b) …"), another
 * sentence that asks, a wish ("Bitte nach Jahren aufschlüsseln.")? */
int anf__goes_on_asking(const struct recognition *r, const struct line *line);
/* Do two lines begin with the same words, behind a token each, hyphens of line ends aside? */
int anf__same_words(const struct recognition *r, const struct line *a, uint32_t at_a,
                    const struct line *b, uint32_t at_b);
/* "Berlin, den 30. April 2025", the name of who asks: what stands below questions and answers. */
int anf__is_signature(const struct recognition *r, const struct line *line);
/* "Eva Muster, Jan Probe und Fraktion der SPD", behind the questions */
ANF_CHECKED int anf__is_signed_by_group(struct recognition *r, const struct line *line,
                                        int *ret_is);

/* --- walk.c --- */

/* What the lines at hand belong to. */
enum walk_state {
    BEFORE = 0,
    ASKED /* the line that asks was the last */,
    QUESTION,
    ANSWER,
    BEHIND
};

/* A question that has been opened. */
struct asked {
    uint32_t key;
    uint32_t line;
    uint32_t token; /* where its text begins */
    int answered;
};

/* Where the walk over the lines stands. */
struct walk {
    struct recognition *r;
    ANF__ARRAY(struct asked) questions; /* in the order of their numbers */
    enum walk_state state;
    uint32_t before;        /* the last line that was walked; UINT32_MAX: none */
    uint32_t answer;        /* the question that was answered last: its index; UINT32_MAX: none */
    uint32_t repeated;      /* the first question that was asked again and not answered since;
                               UINT32_MAX:      none */
    uint32_t repeated_last; /* and the last of them */
    uint32_t next_from;     /* what anf__next_mark found: the line that it looked from, */
    uint32_t next_at;       /* and the mark's */
    uint32_t first_ask;     /* the first line that asks; UINT32_MAX: none */
    int asking;             /* a line or a heading has announced questions */
    int answering;          /* or answers */
    int answered;           /* the page says that it holds answers */
    int headed;             /* questions are headings without a number */
    int numbered;           /* the questions have numbers */
    int stated;             /* a heading that states the answer is right above */
    char part;              /* the letter that the last answer's label had; 0: none */
    char question_part;     /* the last letter of a part of the question at hand; 0: none */
};

struct line *anf__walk_line_at(const struct walk *w, uint32_t index);
int anf__is_walk_text(const struct line *line);
uint32_t anf__find_question(const struct walk *w, uint32_t key);
uint32_t anf__last_key(const struct walk *w);
int anf__continues(const struct walk *w, uint32_t key);
int anf__begins_anew(const struct walk *w, const struct line *line);
uint32_t anf__first_unanswered(const struct walk *w);
void anf__next_mark(struct walk *w, uint32_t index, struct mark *ret_mark);
/* A line becomes a part of the body; its first tokens are its label. */
ANF_CHECKED int anf__open_line(struct walk *w, struct line *line, int part,
                               const struct question_range *ranges, uint32_t count,
                               uint32_t tokens);
ANF_CHECKED int anf__open_question(struct walk *w, struct line *line, uint32_t key,
                                   uint32_t tokens);
ANF_CHECKED int anf__open_answer(struct walk *w, struct line *line,
                                 const struct question_range *ranges, uint32_t count,
                                 uint32_t tokens);
ANF_CHECKED int anf__open_group_answer(struct walk *w, struct line *line, uint32_t tokens);
ANF_CHECKED int anf__open_section(struct walk *w, struct line *line);

/* --- evidence.c --- */

/* Where the page asks first, and whether it says that it answers. */
void anf__look_around(struct walk *w);

/* --- answer-labels.c --- */

/* A statement within the walk: it may head the answers. */
void anf__walk_statement(struct walk *w, const struct line *line);
/* What stands between such a heading and the first answer. */
ANF_CHECKED int anf__open_below_statement(struct walk *w, struct line *line, int *done);
/* Is the line a question without a number, right before the label of its answer? */
int anf__asks_before_its_answer(struct walk *w, const struct line *line);

#endif
