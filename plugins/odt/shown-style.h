/* shown-style.h: what the styles of a document mean for the tree of what it shows. Programs give
 * automatic styles new names each time they save; what an automatic style goes back to stays. */
#ifndef ANF_ODT_SHOWN_STYLE_H
#define ANF_ODT_SHOWN_STYLE_H

#include "page-style.h"

/* enum anf__odt_line of a paragraph style; name may be NULL. */
unsigned anf__odt_shown_line_of(const struct anf__odt_styles *styles, const char *name);
/* Marks (enum anf__odt_mark) that an automatic paragraph style gives to its whole text. */
unsigned anf__odt_shown_line_marks(const struct anf__odt_styles *styles, const char *name);
/* The marks in a span of this style, where those around it are given. */
unsigned anf__odt_shown_marks(const struct anf__odt_styles *styles, const char *name,
                              unsigned around);

#endif
