/* page-style.h: what the styles of a foreign document say of its text: bold, italic, a title … */
#ifndef ANF_ODT_PAGE_STYLE_H
#define ANF_ODT_PAGE_STYLE_H

#include "xml.h"

enum anf__odt_look {
    ANF__ODT_STRONG = 1,
    ANF__ODT_EMPHASIS = 2,
    ANF__ODT_UNDERLINE = 4,
    ANF__ODT_STRIKE = 8,
    ANF__ODT_SUPERSCRIPT = 16,
    ANF__ODT_SUBSCRIPT = 32,
    ANF__ODT_TITLE = 64, /* a paragraph in the document's title style */
    ANF__ODT_QUOTATION = 128,
    ANF__ODT_PREFORMATTED = 256,
    ANF__ODT_ORDERED = 512 /* a list style that numbers its first level */
};

struct anf__odt_styles;

/* NULL: out of memory. */
struct anf__odt_styles *anf__odt_styles_new(void);
struct anf__odt_styles *anf__odt_styles_free(struct anf__odt_styles *styles);

/* A start tag among the styles of a part: style:style and style:text-properties in it, and
 * text:list-style with its levels. */
ANF_CHECKED int anf__odt_styles_add(struct anf__odt_styles *styles,
                                    const struct anf__xml_element *element);
/* enum anf__odt_look of a style and those that it is made from; 0 for a style that is not there.
 * Chains are followed for so many steps only: they may be circles. */
unsigned anf__odt_style_look(const struct anf__odt_styles *styles, const char *name);

#endif
