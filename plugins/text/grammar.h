/* grammar.h: what a line may be in text of our own (docs/formats.md, "The grammar"). The reader
 * goes by it, and so does the writer, who must not write by chance what would be read as something
 * else: such a line begins with a guard. */
#ifndef ANF_TEXT_GRAMMAR_H
#define ANF_TEXT_GRAMMAR_H

#include <anfrage/plugin.h>

#define ANF__PLAIN_NAME "anfrage-text/1"
/* The guard is a NO-BREAK SPACE: it reads as a blank, and no program takes it away. */
#define ANF__PLAIN_GUARD "\xC2\xA0"
/* In aligned columns: blank is where no cell is, and one guard is an empty paragraph. */
#define ANF__PLAIN_EMPTY_CELL ANF__PLAIN_GUARD ANF__PLAIN_GUARD

enum {
    ANF__PLAIN_GUARD_SIZE = 2,
    ANF__PLAIN_RULE_LEAST = 3,    /* characters of a rule, and columns of a table's column */
    ANF__PLAIN_HANG_MOST = 6,     /* behind a longer marker, lines are indented by … */
    ANF__PLAIN_HANG_LONG = 4,     /* … so much */
    ANF__PLAIN_COLUMNS_MOST = 64, /* of a table that is written with aligned columns */
    ANF__PLAIN_GAP = 2            /* spaces between columns */
};

/* Where a block stands decides what could be mistaken there. */
enum anf__plain_where {
    ANF__PLAIN_IN_BLOCK,    /* a list, a quotation, a cell, a footnote: no sections */
    ANF__PLAIN_IN_QUESTION, /* sections, but no questions */
    ANF__PLAIN_AT_TOP
};

/* --- characters --- */

int anf__plain_is_guard(const char *text, size_t len);
/* SPACE, TAB, NO-BREAK SPACE at the start, at the end? */
int anf__plain_begins_blank(const char *text, size_t len);
int anf__plain_ends_blank(const char *text, size_t len);
int anf__plain_begins(const char *text, size_t len, const char *with);
/* Take with off the start: 1, or 0 where it does not stand there. */
int anf__plain_skip(const char **text, size_t *len, const char *with);

/* --- lines --- */

/* Nothing but mark, at least three times? */
int anf__plain_is_rule(const char *text, size_t len, char mark);
/* Three times and more, perhaps with gaps of two spaces: a border of columns. */
int anf__plain_is_border(const char *text, size_t len, char mark);
/* "* * *" and longer: the number of sections that what follows stands in, plus 1; else 0. */
size_t anf__plain_stars(const char *text, size_t len);
/* Bytes of a number at the start, such as "1.", "a)", "(iv)", " 2.1."; a space or nothing stands
 * behind it. 0: there is none. */
size_t anf__plain_number(const char *text, size_t len);
/* The same for items of lists, where "1" will do. */
size_t anf__plain_item_number(const char *text, size_t len);
/* Bytes of "[1]", "[*]", "[Anm. 3]", "[Anm.: …]" at the start; 0: there is none. */
size_t anf__plain_note(const char *text, size_t len);
/* May a footnote's marker stand in "[…]" as it is? */
int anf__plain_is_marker(const char *text, size_t len);

/* Does "<…>" stand for a link of this text and address, no words before it? */
int anf__plain_is_bare_address(const char *text, size_t len);

/* A line that opens a question or an answer: "1. Wie …", "Frage: ", "Frage 1: ", "Frage, X: ",
 * "Antwort: ", "Antwort zu X: ", "Antwort, X: ". */
struct anf__plain_lead {
    int role;           /* ANF_ROLE_QUESTION, ANF_ROLE_ANSWER */
    int is_short;       /* answer: "zu 1", which is the number of a question "1.", too */
    const char *number; /* NULL: none; colons in it may have guards */
    size_t number_length;
    size_t length; /* of all before the space */
};
/* 1, or 0: no lead. */
int anf__plain_find_lead(const char *text, size_t len, struct anf__plain_lead *ret_lead);

/* A question's number as "Antwort zu" names it. */
void anf__plain_short_number(const char **number, size_t *len);

/* "Anlage:", "Kapitel, II.:": the role, or ANF_ROLE_NONE. */
int anf__plain_label(const char *text, size_t len, const char **ret_number, size_t *ret_length);
const char *anf__plain_label_of(int role);
/* What a heading of these words opens: ANF_ROLE_NONE where they say nothing. */
int anf__plain_role_of_heading(const char *text, size_t len);

/* Must the first line of a paragraph or a heading have a guard? Of a later one? */
int anf__plain_needs_guard(const char *text, size_t len, enum anf__plain_where where);
int anf__plain_needs_guard_later(const char *text, size_t len);

/* By how much lines are indented below a marker of so many columns. */
size_t anf__plain_hang_width(size_t columns);

#endif
