/* recognition.h: one page being recognised: its lines, what was found on them, what is proposed.
 *
 * The passes (pass-*.c) run in the order of the table in recognise.c. Each looks at lines that no
 * earlier pass has settled, proposes fields with their evidence, and settles lines. None writes
 * the inquiry itself: choose.c takes the best proposals, compose.c builds the content. So a rule
 * can be added, and tested, without touching the others.
 */
#ifndef ANF_RECOGNITION_H
#define ANF_RECOGNITION_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "page.h"
#include "recogniser/vocabulary.h"

#include <string.h>

/* What has become of a line. */
enum line_state {
    LINE_OPEN = 0, /* nothing yet */
    LINE_ASIDE,    /* discarded, for its reason */
    LINE_FIELD,    /* states fields; what of it is neither value nor label is discarded */
    LINE_BODY      /* content */
};

/* What a body line opens. */
enum line_part {
    PART_NONE = 0,
    PART_SECTION,   /* role */
    PART_QUESTIONS, /* a heading over questions */
    PART_PAIRS,     /* a heading over questions, each with its answer behind it */
    PART_ANSWERS,   /* a heading over answers */
    PART_QUESTION,  /* of the number in its range */
    PART_ANSWER     /* to the questions in its ranges */
};

/* What of a footnote at the foot of a paper's page a line is. */
enum foot { FOOT_NONE = 0, FOOT_BEGINS, FOOT_GOES_ON };

/* Numbers of questions, as keys (exchanges.h). */
struct question_range {
    uint32_t first, last;
};

/* What pass-steps.c has read of a line. */
enum step_line_kind {
    STEP_NOTHING = 0,
    STEP_STATEMENT,   /* names, an office, a day */
    STEP_OF_PROCEDURE /* with its Drucksache or number */
};

struct line {
    uint32_t index; /* among the lines of the page */
    uint32_t block;
    uint32_t start, end; /* in the block's text, without the line end */
    uint32_t first_token, token_count;
    uint32_t first_hit, hit_count;
    uint64_t holds; /* phrases of these classes: bits by enum word_class */
    uint8_t state;
    uint8_t part;
    uint8_t aside_by_place; /* set aside for where it stands, not for what it says */
    int32_t role;           /* PART_SECTION: enum anf_role */
    uint32_t text_start;    /* where a number or label ends and the text begins */
    uint8_t is_step;        /* enum step_line_kind */
    int32_t link;           /* of a step: the field of a paper that is linked there; 0: none */
    const char *reason;     /* LINE_ASIDE */
    int32_t field;          /* LINE_FIELD: what its label is for; 0: several */

    /* PART_QUESTION, PART_ANSWER: in the recognition's ranges. */
    uint32_t first_range, range_count;

    /* The lines of its block are paragraphs of their own. */
    uint8_t apart;
    /* enum foot: of a paper's footnote. */
    uint8_t foot;
};

/* A phrase of the vocabulary found on a line. */
struct hit {
    uint32_t token; /* index in the recognition's tokens */
    uint32_t count;
    const struct entry *entry;
};

/* Where words stand. */
struct extent {
    uint32_t line; /* index; UINT32_MAX: not on the page */
    uint32_t start, end;
};

/* A value that a rule proposes for a field; the heaviest wins, then the first. */
struct proposal {
    int32_t field;
    uint32_t weight; /* 1 to 100 */
    const char *rule;
    struct extent extent;
    char *value;
    const char *beside; /* words that stand beside the page, as the file's name; else NULL */
    int chosen;         /* set by anf__choose: the field, or its list, holds the value */
};

struct person {
    struct anf_actor actor; /* its strings are owned here */
    struct extent extent;
    const char *rule;
};

/* A footnote's lines. */
struct note {
    uint32_t place;
    uint32_t first_line, end_line;
    int referred; /* from the body, at a place where a footnote may stand */
};

/* A range of a body line that was set right: left out, or put in another form. */
struct mended {
    uint32_t block;
    uint32_t start, end;
    const char *reason;
};

/* The start of a line. */
struct position {
    uint32_t block, offset;
};

struct recognition {
    struct anf_context *ctx;
    struct anf_page *page;
    const char *source;
    /* Of a page with several inquiries: the lines of this one, and the first that is not before it;
     * the page as a whole, for what it says of all of them. */
    struct position first, start, end;
    const struct recognition *whole; /* NULL: the page holds one inquiry */
    uint32_t record; /* the place that is recognised, and that statements are of: the root, or a
                      * record of the page */
    const struct vocabulary *words;
    struct token_list tokens;
    ANF__ARRAY(struct line) lines;
    ANF__ARRAY(struct hit) hits;
    ANF__ARRAY(struct proposal) proposals;
    ANF__ARRAY(struct person) askers;
    ANF__ARRAY(struct person) answerers;
    ANF__ARRAY(struct note) notes;
    ANF__ARRAY(struct mended) mended; /* in the order of composing */
    int is_text;         /* it has no places: a reader of markup tells paragraphs itself */
    int has_register;    /* the page has words that only registers have */
    int is_record;       /* the page is a register's: pass-record.c */
    uint32_t kind_line;  /* UINT32_MAX: none */
    uint32_t head_end;   /* the line that questions or their sections begin with */
    uint32_t body_start; /* the first line of the body; the number of lines: none */
    ANF__ARRAY(struct question_range) ranges;
    struct anf_inquiry *inquiry;
};

/* --- lines.c: the page as lines, tokens and hits --- */

ANF_CHECKED int anf__lines_make(struct recognition *r);
const struct anf_place *anf__line_place(const struct recognition *r, const struct line *line);
static inline const struct anf_block *
anf__line_block(const struct recognition *r, const struct line *line)
{
    return &r->page->blocks.items[line->block].block;
}
/* The text of the line's block, which offsets count in. */
static inline const char *
anf__line_text(const struct recognition *r, const struct line *line)
{
    return anf__line_block(r, line)->text;
}
static inline const struct token *
anf__line_token(const struct recognition *r, const struct line *line, uint32_t index)
{
    return index < line->token_count ? &r->tokens.items[line->first_token + index] : NULL;
}
/* Is the token one of these signs? Most tokens are words. */
static inline int
anf__line_has_sign(const struct recognition *r, const struct line *line, uint32_t index,
                   const char *signs)
{
    const struct token *token = anf__line_token(r, line, index);
    return token && token->kind == TOKEN_SIGN && token->end == token->start + 1 &&
           strchr(signs, anf__line_text(r, line)[token->start]) != NULL;
}
/* The longest hit of a class that begins at the line's token index; NULL: none. Rules ask for
 * hundreds of classes at each word, and hardly ever is one there. */
const struct hit *anf__longest_hit(const struct recognition *r, const struct line *line,
                                   uint32_t index, enum word_class class);
static inline const struct hit *
anf__line_hit(const struct recognition *r, const struct line *line, uint32_t index,
              enum word_class class)
{
    if (index >= line->token_count ||
        !(r->tokens.items[line->first_token + index].begins >> class & 1))
        return NULL;
    return anf__longest_hit(r, line, index, class);
}
/* The first hit of a class on the line, wherever it begins; NULL: none. */
const struct hit *anf__line_any_hit(const struct recognition *r, const struct line *line,
                                    enum word_class class);
/* A hit of the class that is the whole line but for signs at its end; NULL: none. */
const struct hit *anf__line_whole_hit(const struct recognition *r, const struct line *line,
                                      enum word_class class);
/* The line and those that follow it in its block, at most so many, as one. */
struct line anf__joined_lines(const struct recognition *r, uint32_t index, uint32_t most);
/* The lines from index on that hold the first so many tokens state a field; the line behind them.
 */
uint32_t anf__settle_tokens(struct recognition *r, uint32_t index, uint32_t tokens, int32_t field);
/* Where the link leads that covers some of [start, end) of a block, on the web; NULL: none. */
/* --- spans.c --- */

/* The index of a block's first span that begins at an offset or behind it; those that begin before
 * may reach over it: the innermost of them, and the one around a span. UINT32_MAX: none. */
uint32_t anf__first_span(const struct recognition *r, uint32_t block, uint32_t offset);
uint32_t anf__span_across(const struct recognition *r, uint32_t block, uint32_t offset);
uint32_t anf__outer_span(const struct recognition *r, uint32_t block, uint32_t index);

const char *anf__link_target(const struct recognition *r, uint32_t block, uint32_t start,
                             uint32_t end);
/* Is all of the line's text one or more links? */
int anf__line_is_link(const struct recognition *r, const struct line *line);
/* Does the text of a line run on into the next of its block, as far as its words and the width of
 * the lines around it tell? */
int anf__line_runs_on(const struct recognition *r, uint32_t index);
/* Does the line before, in its block and no statement, end within a phrase: "… Anfrage auf"? */
int anf__line_is_amid(const struct recognition *r, uint32_t index);
/* Where a hit's first token stands among the line's. */
uint32_t anf__hit_index(const struct line *line, const struct hit *hit);

/* --- propose.c: fields and people with their evidence --- */

/* Propose len bytes as a field's value, copied with white space folded and unseen characters taken
 * out; nothing is left: nothing is proposed. */
ANF_CHECKED int anf__propose(struct recognition *r, int field, uint32_t weight, const char *rule,
                             struct extent extent, const char *value, size_t len);
/* A value that the page does not hold: from its file name, or stated of it as a whole. */
ANF_CHECKED int anf__propose_beside(struct recognition *r, int field, uint32_t weight,
                                    const char *rule, const char *words, const char *value);
/* How much was proposed at some point, and back to it. */
struct recognition_mark {
    size_t proposals, askers, answerers;
};
struct recognition_mark anf__mark(const struct recognition *r);
void anf__take_back(struct recognition *r, struct recognition_mark mark);
void anf__person_clear(struct person *person);
/* The words themselves are the value. */
ANF_CHECKED int anf__propose_words(struct recognition *r, int field, uint32_t weight,
                                   const char *rule, struct extent extent);
/* The best proposal so far; NULL: none. */
const struct proposal *anf__best(const struct recognition *r, int field);
/* A copy with white space folded and unseen characters taken out; NULL: out of memory. */
char *anf__clean(const char *text, size_t len);
struct extent anf__extent_of_tokens(const struct recognition *r, const struct line *line,
                                    uint32_t first, uint32_t count);

/* --- repair.c --- */

/* A hyphen behind which a line ends within a word ("ein-" LF "gehalten") or between its parts
 * ("Julia-" LF "Christina"), at an offset of a text. */
struct anf__broken_word {
    size_t next;      /* where the word goes on; 0: there is no such hyphen */
    int keeps_hyphen; /* it belongs to the word */
};

struct anf__broken_word anf__broken_word(const char *text, size_t len, size_t at);
/* The same where the hyphen ends one text and the word goes on at the start of another: next is 1.
 */
struct anf__broken_word anf__word_broken_across(const char *text, size_t end, const char *behind,
                                                size_t len);

/* --- values.c: what a value may look like --- */

/* A date at the line's token index ("12.05.2025", "12. Mai 2025"): tokens read, 0: none. */
uint32_t anf__read_date(const struct recognition *r, const struct line *line, uint32_t index,
                        char ret_date[11]);
/* A Drucksache ("18/14241", "19 / 10 041"): tokens read, 0: none. */
uint32_t anf__read_reference(const struct recognition *r, const struct line *line, uint32_t index,
                             char ret_reference[32]);
/* "Drs 19/1017": does the line hold a label of a Drucksache, and its number? */
int anf__line_names_paper(const struct recognition *r, const struct line *line);
/* An address that the line's text from offset start on begins with, "www." included: its end; 0:
 * none. */
uint32_t anf__read_url(const struct recognition *r, const struct line *line, uint32_t start);

/* --- people.c --- */

/* Members and groups from the line's token index on; tokens read. */
ANF_CHECKED int anf__read_people(struct recognition *r, const struct line *line, uint32_t index,
                                 const char *rule, uint32_t *ret_read);

/* --- offices.c --- */

/* An office of the government at the line's token index, with all words of its name, in the
 * nominative; tokens read, 0: none. */
ANF_CHECKED int anf__read_office(struct recognition *r, const struct line *line, uint32_t index,
                                 const char *rule, uint32_t *ret_read);

/* --- paper-numbers.c --- */

/* The Drucksachen above the kind, and whose each is. */
ANF_CHECKED int anf__read_paper_numbers(struct recognition *r);

/* --- labelled-titles.c --- */

/* Where the title behind a label on a line ends, which may run over several; they state it. */
uint32_t anf__labelled_title_end(struct recognition *r, uint32_t index);
/* Does the line stand in the head of a mail? */
int anf__is_mail_subject(const struct recognition *r, uint32_t index);

/* --- pass-statements.c --- */

/* Read a line as the value of a label that stands elsewhere; one that states something becomes a
 * line of fields. */
ANF_CHECKED int anf__read_value(struct recognition *r, uint32_t index, const struct hit *label,
                                int *ret_read);

/* --- pass-parliament.c --- */

/* Whose site the address is on; NULL: no parliament's. */
const char *anf__host_of(const struct recognition *r, const char *url);

/* --- the passes --- */

typedef int pass_fn(struct recognition *r);
pass_fn anf__pass_notes, anf__pass_aside, anf__pass_procedure, anf__pass_kind, anf__pass_told,
    anf__pass_columns, anf__pass_steps, anf__pass_head, anf__pass_paper, anf__pass_labels,
    anf__pass_received, anf__pass_statements, anf__pass_furniture, anf__pass_footnotes,
    anf__pass_record, anf__pass_sections, anf__pass_exchanges, anf__pass_letter,
    anf__pass_signature, anf__pass_answerer, anf__pass_contact, anf__pass_title, anf__pass_post,
    anf__pass_links, anf__pass_parliament, anf__pass_country, anf__pass_one_paper, anf__pass_behind,
    anf__pass_body, anf__pass_entry;

/* --- the end --- */

/* Put the best proposals into the inquiry, and what was considered into its evidence. */
ANF_CHECKED int anf__choose(struct recognition *r);
/* Build the content from the body lines. */
ANF_CHECKED int anf__compose(struct recognition *r);
/* Decide the fate of every byte, and list what is discarded. inquiry: its number, 0 when the page
 * was refused and nothing is its. */
ANF_CHECKED int anf__settle(struct recognition *r, uint32_t inquiry);

#endif
