/* lines.h: the lines of a text, one after another, and what typing alone says of each. */
#ifndef ANF_TEXT_LINES_H
#define ANF_TEXT_LINES_H

#include <stddef.h>
#include <stdint.h>

/* A place in the text; copy it to look ahead. */
struct anf__plain_cursor {
    const char *at;
    const char *end;
    uint32_t number; /* of the line that begins at at */
    uint32_t column; /* likewise; above 1 where something else than a line feed ended the last */
    int page_break;  /* a form feed stands before at */
};

struct anf__plain_line {
    const char *text; /* behind the quote marks; white space at its end is left off */
    size_t length;
    size_t lead;     /* bytes of white space that the text begins with */
    uint32_t number; /* of the text's first character that is no white space */
    uint32_t column;
    uint32_t width;  /* columns of the line as it stands, quote marks included */
    uint32_t quotes; /* "> " is 1, "> > " is 2 */
    int page_break;  /* a new page begins here */
    int blank;
    char rule; /* '-' or another character that alone makes up the line; else 0 */
};

struct anf__plain_cursor anf__plain_start(const char *text, size_t len);
/* 1, or 0 at the end. */
int anf__plain_next_line(struct anf__plain_cursor *cursor, struct anf__plain_line *ret_line);

/* Do both stand in one run, with nothing between them that ends a paragraph? */
int anf__plain_adjoin(const struct anf__plain_line *line, const struct anf__plain_line *next);

/* Columns from a place to end, which starts at column from (0-based); tabs stop every 8. */
uint32_t anf__plain_columns(const char *text, const char *end, uint32_t from);

#endif
