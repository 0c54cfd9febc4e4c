/* page-reading.h: what the elements of a foreign document share while they are read. */
#ifndef ANF_ODT_PAGE_READING_H
#define ANF_ODT_PAGE_READING_H

#include "page-out.h"
#include "page-style.h"

/* A span that is open in a paragraph; it is opened anew when the paragraph goes on after a frame.
 */
struct anf__odt_span {
    int kind;
    char *target; /* owned; NULL: none */
};

/* A paragraph that has begun. One may begin in another: in a text frame, in a footnote. */
struct anf__odt_paragraph {
    int kind;       /* of its blocks */
    uint32_t level; /* of a heading */
    int open;       /* a block is open for it */
    int apart;      /* it stands in a note: the block of the outer one stays open */
    size_t first_span;
};

struct anf__odt_reading;

/* What an element's end has to do. */
struct anf__odt_open_element {
    int (*end)(struct anf__odt_reading *r);
    uint32_t spans; /* that it opened */
};

struct anf__odt_reading {
    struct anf_call *call;
    struct anf__odt_page_out out;
    struct anf__odt_styles *styles;
    struct anf__odt_open_element elements[256]; /* deeper ones the XML parser refuses */
    uint32_t depth;
    uint32_t skipping;     /* depth of the element that is left out with all in it; 0: none */
    uint32_t body;         /* elements that hold text to read */
    uint32_t header;       /* header rows */
    uint32_t row_repeated; /* how often the row at hand is there */
    uint32_t list_ordered; /* bits, one a level */
    uint32_t list_level;
    int32_t numbers[32];
    uint32_t line, column;
    struct anf__odt_paragraph *paragraphs;
    size_t paragraph_count, paragraph_capacity;
    struct anf__odt_span *spans;
    size_t span_count, span_capacity;
    char *kept; /* text of a citation or of an image's description, in place of the page */
    size_t kept_length;
    int keeping;
    char *src; /* of the image in the open frame */
};

/* --- page-text.c: paragraphs, spans, characters --- */

ANF_CHECKED int anf__odt_begin_paragraph(struct anf__odt_reading *r, int kind, uint32_t level);
ANF_CHECKED int anf__odt_end_paragraph(struct anf__odt_reading *r);
ANF_CHECKED int anf__odt_begin_span(struct anf__odt_reading *r, int kind, const char *target);
ANF_CHECKED int anf__odt_end_span(struct anf__odt_reading *r);
ANF_CHECKED int anf__odt_characters(struct anf__odt_reading *r, const char *text, size_t len);
/* A block of the paragraph is open, with its spans: for a note that is referred to from it. */
ANF_CHECKED int anf__odt_need_block(struct anf__odt_reading *r);

/* --- page-elements.c --- */

/* What the end of the element at hand has to do. */
void anf__odt_at_end(struct anf__odt_reading *r, int (*end)(struct anf__odt_reading *r));
/* The value of an attribute in whatever namespace; NULL: not there. */
const char *anf__odt_value(const struct anf__xml_element *element, const char *name);

/* NULL: an element that says nothing by itself. */
typedef int anf__odt_start_fn(struct anf__odt_reading *r, const struct anf__xml_element *element);
anf__odt_start_fn *anf__odt_start_of(const char *ns, const char *name);

/* --- page-beside.c: what stands beside the running text --- */

anf__odt_start_fn anf__odt_start_kept, anf__odt_start_citation, anf__odt_start_note_body,
    anf__odt_start_comment, anf__odt_start_frame, anf__odt_start_image;

#endif
