/* margin.h: was a text wrapped at a column, and which of its line ends come from that? */
#ifndef ANF_TEXT_MARGIN_H
#define ANF_TEXT_MARGIN_H

#include "lines.h"

/* The column that the text was wrapped at; 0: it was not, every line end is meant. */
uint32_t anf__plain_margin(const char *text, size_t len);

/* Would wrapping at the margin have ended line here, next being what follows? */
int anf__plain_wraps(uint32_t margin, const struct anf__plain_line *line,
                     const struct anf__plain_line *next);

#endif
