/* elements.h: what each HTML element and each ARIA role means for a page. */
#ifndef ANF_HTML_ELEMENTS_H
#define ANF_HTML_ELEMENTS_H

#include <stdint.h>

enum { ANF__HTML_NAME_ROOM = 16 }; /* for the longest name of the table */

/* How an element is handled: starts.c has one function for each. */
enum anf__html_type {
    ANF__HTML_INLINE, /* goes with the text around it, as unknown elements do */
    ANF__HTML_SPAN,   /* the same, with a meaning; kind: of enum anf_span_kind */
    ANF__HTML_LINK,
    ANF__HTML_TIME,
    ANF__HTML_BLOCK, /* text of its own; kind: of enum anf_block_kind, 0: as outside of it */
    ANF__HTML_PLACE, /* kind: of enum anf_place_kind */
    ANF__HTML_LIST,
    ANF__HTML_ITEM,
    ANF__HTML_CELL,
    ANF__HTML_LINE_BREAK,
    ANF__HTML_IMAGE,
    ANF__HTML_AREA,
    ANF__HTML_INPUT,
    ANF__HTML_SKIP, /* nothing in it is seen */
    ANF__HTML_ROOT,
    ANF__HTML_HEAD,
    ANF__HTML_TITLE,
    ANF__HTML_META,
    ANF__HTML_RELATION, /* <link> */
    ANF__HTML_BASE,
    ANF__HTML_SVG,
    ANF__HTML_TYPES
};

enum anf__html_flag {
    ANF__HTML_ORDERED = 1,
    ANF__HTML_HEADER_CELL = 2,
    ANF__HTML_IN_HEAD = 4,       /* stands in a head without ending it */
    ANF__HTML_WRAPS_INITIAL = 8, /* may be the block around a drop cap … */
    ANF__HTML_BEGINS_TEXT = 16,  /* … or around what follows it */
    ANF__HTML_FIXED = 32,        /* an ARIA role does not change what it is */
    ANF__HTML_PLAIN = 64         /* tags in it are mere text, which the parser does not know */
};

struct anf__html_element {
    char name[ANF__HTML_NAME_ROOM];
    uint8_t type; /* enum anf__html_type */
    uint8_t kind;
    uint8_t level; /* of a heading */
    uint8_t flags; /* enum anf__html_flag */
};

/* By its name in lower case; NULL: not in the table, so inline. */
const struct anf__html_element *anf__html_element(const char *name);

/* What an element with this role attribute is; NULL: the role says nothing. */
const struct anf__html_element *anf__html_role(const char *roles);

#endif
