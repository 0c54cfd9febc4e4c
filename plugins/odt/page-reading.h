/* page-reading.h: what the elements of a foreign document share while they are read. */
#ifndef ANF_ODT_PAGE_READING_H
#define ANF_ODT_PAGE_READING_H

#include "page-out.h"
#include "page-style.h"

enum { ANF__ODT_DEPTH = 256 /* elements within one another; more the XML parser refuses */ };

struct anf__odt_reading;

/* What an element's end has to do, and what it needs for that. */
struct anf__odt_open_element {
    int (*end)(struct anf__odt_reading *r);
    unsigned look;              /* of the text around it */
    uint32_t places;            /* that it opened, */
    uint32_t queues;            /* and queues */
    struct anf__odt_queue kept; /* of a cell or row that is repeated */
    uint32_t times;
    uint32_t cells; /* that had been read when it began */
};

/* A paragraph that has begun. One may begin in another: in a text frame, in a footnote. */
struct anf__odt_paragraph {
    int kind;                     /* of its blocks */
    uint32_t level;               /* of a heading */
    struct anf__odt_queue *queue; /* where its steps go */
    struct anf__odt_queue beside; /* what waits for its end */
    unsigned look;                /* of the text that comes now; a set of enum anf__odt_look */
    char *link;                   /* the address that it refers to; NULL: none */
    int open;                     /* a block is open for it, with */
    int open_link;                /* the link, */
    unsigned open_look;           /* and these looks: */
    unsigned spans[ANF__ODT_MARKS + 1]; /* the look of each span, the innermost last; 0: the link */
    uint32_t span_count;
    int white; /* what came last is white space or nothing, so that more of it adds nothing */
};

/* A list that is open. */
struct anf__odt_list {
    struct anf__odt_counts *counts; /* NULL: its style says nothing */
    uint32_t level;                 /* from 0 */
    int waits;                      /* an item has begun and has no number yet, */
    uint32_t value;                 /* or this one, where the document says it; 0: not */
};

struct anf__odt_reading {
    struct anf_call *call;
    const char *member; /* that is being read */
    struct anf__odt_page_out out;
    struct anf__odt_styles *styles;
    struct anf__odt_queue at_end; /* footers */
    struct anf__odt_open_element elements[ANF__ODT_DEPTH];
    struct anf__odt_paragraph paragraphs[ANF__ODT_DEPTH];
    struct anf__odt_list lists[ANF__ODT_DEPTH];
    uint32_t depth, paragraph_count, list_count;
    uint32_t skipping; /* depth of the element that is left out with all in it; 0: none */
    uint32_t body;     /* elements that hold text to read */
    uint32_t header;   /* header rows */
    uint32_t cells;    /* of all tables, repeated ones counted as often */
    uint64_t repeated; /* bytes of text beyond those that were read */
    int has_text;      /* office:text was there, */
    int has_blocks;    /* and had something in it */
    uint32_t line, column;
    char *kept; /* text of a citation, a title, an image's description; it is none of a paragraph */
    size_t kept_length;
    int keeping;
    char *src; /* of the image in the open frame */
};

/* What the start of an element that says something does. */
typedef int anf__odt_handler(struct anf__odt_reading *r, const struct anf__xml_element *element);

/* --- page.c --- */

/* What the end of the element at hand has to do. */
struct anf__odt_open_element *anf__odt_element(struct anf__odt_reading *r);
/* The content is against the rules, or too large; a failed status. */
int anf__odt_refuse(struct anf__odt_reading *r, int status, uint32_t code, const char *why);
/* The content asks for so many bytes of text more than it has: all in all it may ask for as many as
 * a part of a package may have. */
ANF_CHECKED int anf__odt_repeated(struct anf__odt_reading *r, uint64_t bytes);

/* --- page-text.c: paragraphs, spans, characters --- */

ANF_CHECKED int anf__odt_begin_paragraph(struct anf__odt_reading *r, int kind, uint32_t level,
                                         unsigned look);
ANF_CHECKED int anf__odt_end_paragraph(struct anf__odt_reading *r);
/* The paragraph that text stands in here; NULL: none. Between the paragraphs of a footnote, or of a
 * comment, stands no text, though the paragraph around it has not ended. */
struct anf__odt_paragraph *anf__odt_paragraph(struct anf__odt_reading *r);
/* A block of the paragraph is open, with its spans. */
ANF_CHECKED int anf__odt_need_block(struct anf__odt_reading *r,
                                    struct anf__odt_paragraph *paragraph);
/* Text of the document, whose white space is folded, and text that stands for itself. */
ANF_CHECKED int anf__odt_characters(struct anf__odt_reading *r, const char *text, size_t len);
ANF_CHECKED int anf__odt_exactly(struct anf__odt_reading *r, const char *text, size_t len);
/* The spans that are open in the block end here. */
ANF_CHECKED int anf__odt_close_spans(struct anf__odt_reading *r,
                                     struct anf__odt_paragraph *paragraph);
void anf__odt_paragraph_clear(struct anf__odt_paragraph *paragraph);

/* --- page-place.c --- */

/* A place that lasts until the end of the element at hand. Where it is anchored in a paragraph, it
 * comes behind that. */
ANF_CHECKED int anf__odt_open_place(struct anf__odt_reading *r, int kind, uint32_t flags);
/* The end of an element that opened places. */
int anf__odt_close_places(struct anf__odt_reading *r);

/* --- the elements, by file --- */

/* page-elements.c. NULL: an element that says nothing by itself, or not where it stands. */
anf__odt_handler *anf__odt_handler_of(const struct anf__odt_reading *r,
                                      const struct anf__xml_element *element);

/* page-place.c */
anf__odt_handler anf__odt_on_text, anf__odt_on_header, anf__odt_on_footer, anf__odt_on_group,
    anf__odt_on_index, anf__odt_on_section, anf__odt_on_comment, anf__odt_on_note_body,
    anf__odt_on_forms, anf__odt_on_skipped;
/* page-inline.c */
anf__odt_handler anf__odt_on_paragraph, anf__odt_on_heading, anf__odt_on_span, anf__odt_on_link,
    anf__odt_on_spaces, anf__odt_on_tab, anf__odt_on_line_break, anf__odt_on_hidden_text,
    anf__odt_on_ruby_text;
/* page-list.c */
anf__odt_handler anf__odt_on_list, anf__odt_on_item;
/* A paragraph begins: the item that it is the first of gets its number. */
ANF_CHECKED int anf__odt_number_item(struct anf__odt_reading *r);
/* page-table.c */
anf__odt_handler anf__odt_on_table, anf__odt_on_header_rows, anf__odt_on_row, anf__odt_on_cell,
    anf__odt_on_covered_cell;
/* page-kept.c */
anf__odt_handler anf__odt_on_title, anf__odt_on_language, anf__odt_on_citation,
    anf__odt_on_description, anf__odt_on_frame, anf__odt_on_image, anf__odt_on_control;

#endif
