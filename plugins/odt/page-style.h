/* page-style.h: what the styles of a document say of its text: bold, italic, a title … */
#ifndef ANF_ODT_PAGE_STYLE_H
#define ANF_ODT_PAGE_STYLE_H

#include "names.h"
#include "xml.h"

/* Marks of text as in enum anf__odt_mark, and what paragraphs and lists are. */
enum anf__odt_look {
    ANF__ODT_STRONG = ANF__ODT_MARK_STRONG,
    ANF__ODT_EMPHASIS = ANF__ODT_MARK_EMPHASIS,
    ANF__ODT_UNDERLINE = ANF__ODT_MARK_UNDERLINE,
    ANF__ODT_STRIKE = ANF__ODT_MARK_STRIKE,
    ANF__ODT_SUPERSCRIPT = ANF__ODT_MARK_SUPERSCRIPT,
    ANF__ODT_SUBSCRIPT = ANF__ODT_MARK_SUBSCRIPT,
    ANF__ODT_TITLE = 64, /* a paragraph in the document's title style */
    ANF__ODT_QUOTATION = 128,
    ANF__ODT_PREFORMATTED = 256,
    ANF__ODT_ORDERED = 512 /* a list style that numbers its first level */
};

struct anf__odt_styles;

struct anf__odt_style {
    unsigned look;  /* that it sets itself */
    unsigned plain; /* marks that it takes away */
    int automatic;  /* made by a program for one place, not named by a person */
    char parent[];  /* "": none */
};
/* NULL: the document has no style of this name. */
const struct anf__odt_style *anf__odt_style_find(const struct anf__odt_styles *styles,
                                                 const char *name);

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
