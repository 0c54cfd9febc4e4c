/* page-style.h: what the styles of a document say of its text: bold, italic, a heading … */
#ifndef ANF_ODT_PAGE_STYLE_H
#define ANF_ODT_PAGE_STYLE_H

#include "names.h"
#include "xml.h"

/* The looks that are spans of a page, and what else a style says. */
enum anf__odt_look {
    ANF__ODT_STRONG = ANF__ODT_MARK_STRONG,
    ANF__ODT_EMPHASIS = ANF__ODT_MARK_EMPHASIS,
    ANF__ODT_UNDERLINE = ANF__ODT_MARK_UNDERLINE,
    ANF__ODT_STRIKE = ANF__ODT_MARK_STRIKE,
    ANF__ODT_SUPERSCRIPT = ANF__ODT_MARK_SUPERSCRIPT,
    ANF__ODT_SUBSCRIPT = ANF__ODT_MARK_SUBSCRIPT,
    ANF__ODT_SPANS = (1 << ANF__ODT_MARKS) - 1, /* all of these */
    ANF__ODT_HIDDEN = 64,
    ANF__ODT_QUOTATION = 128,
    ANF__ODT_PREFORMATTED = 256
};

/* How many levels lists have (OpenDocument 1.3, part 3, 19.880). */
enum { ANF__ODT_LIST_LEVELS = 10 };

/* How a list counts; levels from 0. */
struct anf__odt_counts {
    uint32_t ordered; /* a bit for each level */
    uint32_t start[ANF__ODT_LIST_LEVELS];
    uint32_t next[ANF__ODT_LIST_LEVELS]; /* the number of the next item, for the reader of lists */
};

struct anf__odt_style {
    int automatic;  /* made by a program for one place, where a person set something by hand */
    unsigned said;  /* looks that it says something of */
    unsigned look;  /* those of them that the text has */
    uint32_t level; /* of a heading; 0: none */
    struct anf__odt_counts counts;
    const char *family;
    const char *name;
    const char *parent; /* "" for none */
    char strings[];     /* these three */
};

struct anf__odt_styles;

/* NULL: out of memory. */
struct anf__odt_styles *anf__odt_styles_new(void);
struct anf__odt_styles *anf__odt_styles_free(struct anf__odt_styles *styles);

/* A start tag among the styles of a part. */
ANF_CHECKED int anf__odt_styles_add(struct anf__odt_styles *styles,
                                    const struct anf__xml_element *element);

/* A style of a family, such as "paragraph" and "text" (OpenDocument 1.3, part 3, 19.480). NULL: the
 * document has none of this name. */
const struct anf__odt_style *anf__odt_style_find(const struct anf__odt_styles *styles,
                                                 const char *family, const char *name);

/* Styles are made from others, and chains of them may be circles: they are followed so far only.
 * name: NULL or a style that is not there says nothing. */

/* The looks of text in a character style, within text of the looks given: a style can also say that
 * text is not bold. */
unsigned anf__odt_text_look(const struct anf__odt_styles *styles, const char *name,
                            unsigned around);
/* The looks of a paragraph, and the level that it has as a heading; 0: it is none. Spans count
 * where a person set them for this paragraph: that all headings are bold says nothing of this one.
 */
unsigned anf__odt_paragraph_look(const struct anf__odt_styles *styles, const char *name,
                                 uint32_t *ret_level);
/* NULL: no list style of this name. */
struct anf__odt_counts *anf__odt_list_counts(const struct anf__odt_styles *styles,
                                             const char *name);

/* The value of an attribute in whatever namespace; NULL: not there. */
const char *anf__odt_value(const struct anf__xml_element *element, const char *name);
/* A number from 1 to most; otherwise 1. */
uint32_t anf__odt_number(const struct anf__xml_element *element, const char *name, uint32_t most);

#endif
