/* printable.h: text from anywhere, shown so that it cannot act on a terminal, and wrapped. */
#ifndef CLI_PRINTABLE_H
#define CLI_PRINTABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

/* One character as it is shown. */
struct glyph {
    char text[12];
    size_t length;    /* bytes of text */
    size_t used;      /* bytes of the source that it stands for */
    unsigned columns; /* that it takes on a terminal */
};

/* The first character of len > 0 bytes. Control and format characters, bytes that are no UTF-8,
 * and what reorders or hides text are shown as \xNN or \uNNNN. */
struct glyph glyph_at(const char *text, size_t len);

/* A terminated string on one line; NULL is "". */
void print_escaped(FILE *out, const char *text);

/* The same for len bytes. */
void print_escaped_bytes(FILE *out, const char *text, size_t len);

/* The columns that print_escaped fills. */
unsigned escaped_columns(const char *text);

/* Text from column indent on, broken at spaces before column width (0: not broken), continued
 * at indent; LF begins a line. Ends with a line feed. */
void print_wrapped(FILE *out, unsigned width, unsigned indent, const char *text);

/* As many words as columns hold, then an ellipsis if some are left. */
void print_beginning(FILE *out, unsigned columns, const char *text);

/* The width of the terminal behind a stream, from COLUMNS or the terminal; 0: no terminal. */
unsigned terminal_width(FILE *stream);

#endif
