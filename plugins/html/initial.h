/* initial.h: drop caps. A word's first letter that a page shows large, in an element or as a
 * picture of its own, belongs to its word; this is seen by the letters, never by class names. */
#ifndef ANF_HTML_INITIAL_H
#define ANF_HTML_INITIAL_H

#include <stddef.h>

/* The length of the one capital letter that a text is, white space at its edges left out, and
 * where it begins; 0: the text is something else. */
size_t anf__html_lone_capital(const char *text, size_t len, size_t *ret_start);

/* Does text begin with a letter? Latin-1 is as far as it goes. */
int anf__html_starts_with_letter(const char *text, size_t len);

/* Whether the source goes on, behind the end of the block that a lone capital fills, with a block
 * of text that begins in lower case: <div>D</div><p>ie … */
int anf__html_word_follows(const char *source, size_t len);

#endif
