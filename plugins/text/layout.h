/* layout.h: paragraphs to lines: what stands before each line, where lines wrap, where a blank
 * line goes, which lines have a guard (grammar.h). */
#ifndef ANF_TEXT_LAYOUT_H
#define ANF_TEXT_LAYOUT_H

#include "buffer.h"
#include "grammar.h"

struct anf__plain_layout {
    struct anf__plain_buffer out;
    struct anf__plain_buffer prefix; /* of each line: quote marks, indentation */
    struct anf__plain_buffer first;  /* of the next line only, instead: with an item's marker */
    int has_first;
    int blank_wanted; /* a blank line before the next one */
    size_t low;       /* shortest that the prefix was since the last line: what a blank line has */
    size_t wrap;      /* columns; 0: as long as they come */
    const char *closing; /* to stand behind the last line of a paragraph; or NULL */
};

/* From now on lines begin with what they began with so far and then with rest, but the next line
 * with first. Returns what to give to anf__plain_pop. */
size_t anf__plain_push(struct anf__plain_layout *layout, const char *first, const char *rest);
/* The same with so many spaces for rest: a hanging indent. */
size_t anf__plain_hang(struct anf__plain_layout *layout, const char *first, size_t columns);
/* Back to how it was before the push; a marker that no line took gets one of its own. */
void anf__plain_pop(struct anf__plain_layout *layout, size_t before);
/* Let a pending marker have a line of its own. */
void anf__plain_flush_first(struct anf__plain_layout *layout);

/* A blank line before the next line, unless that one begins with a marker's own text or is the
 * first of all. */
void anf__plain_space(struct anf__plain_layout *layout);
/* Text of one or more lines (LF), wrapped. guarded: its first line could be mistaken. */
void anf__plain_paragraph(struct anf__plain_layout *layout, const char *text, size_t len,
                          int guarded);
/* One line with its own white space, not wrapped. */
void anf__plain_verbatim(struct anf__plain_layout *layout, const char *text, size_t len);
/* "label value": a value of one line, whatever it is. */
void anf__plain_value(struct anf__plain_layout *layout, const char *label, const char *value);
/* One line, not wrapped. */
void anf__plain_line(struct anf__plain_layout *layout, const char *text, size_t len);

/* How much wider than the others the next line begins. */
size_t anf__plain_first_width(const struct anf__plain_layout *layout);
/* ANF_OK or ANF_ERR_NOMEM for all that happened. */
int anf__plain_layout_status(const struct anf__plain_layout *layout);
void anf__plain_layout_clear(struct anf__plain_layout *layout); /* frees */

#endif
