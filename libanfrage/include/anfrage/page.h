/* page.h: a scraped page as blocks of text, and what became of each character of it.
 *
 * A page is a flat list of blocks in the order of the source. Each block stands in a place; the
 * places form a tree (a cell in a row in a table in an article …) whose root is place 0. Readers
 * make pages (plugin.h); the recogniser decides the fates; programs look on: anf_read_page gives a
 * page whose reading is over, and nothing here changes it. All that the getters give is borrowed
 * from the page. Indexes of places, blocks, spans, fates and inquiries count from 0.
 */
#ifndef ANFRAGE_PAGE_H
#define ANFRAGE_PAGE_H

#include <anfrage/inquiry.h>

#ifdef __cplusplus
extern "C" {
#endif

struct anf_page;

/* A page keeps its context and its inquiries alive. */
ANF_API struct anf_page *anf_page_ref(struct anf_page *page);
ANF_API struct anf_page *anf_page_unref(struct anf_page *page);

enum anf_place_kind {
    ANF_PLACE_ROOT = 1,
    ANF_PLACE_HEAD,  /* of the document: its title, its description */
    ANF_PLACE_GROUP, /* a division or section that says no more of itself */
    ANF_PLACE_MAIN,
    ANF_PLACE_ARTICLE,
    ANF_PLACE_NAV,
    ANF_PLACE_HEADER,
    ANF_PLACE_FOOTER,
    ANF_PLACE_ASIDE,
    ANF_PLACE_FORM,
    ANF_PLACE_DIALOG,
    ANF_PLACE_ADDRESS,
    ANF_PLACE_FIGURE,
    ANF_PLACE_QUOTE,
    ANF_PLACE_LIST,
    ANF_PLACE_ITEM,
    ANF_PLACE_DEFINITIONS, /* a list of terms and what belongs to each */
    ANF_PLACE_TABLE,
    ANF_PLACE_ROW,
    ANF_PLACE_CELL,
    ANF_PLACE_NOTE,  /* a footnote; an ANF_SPAN_NOTE refers to it */
    ANF_PLACE_RECORD /* one of the source's records, which is recognised by itself (plugin.h) */
};

enum anf_place_flag {
    ANF_PLACE_HIDDEN = 1,  /* not shown to a person who looks at the page */
    ANF_PLACE_ORDERED = 2, /* list */
    ANF_PLACE_HEADING = 4  /* cell: a header cell */
};

struct anf_place {
    uint32_t size;
    uint32_t kind;    /* enum anf_place_kind */
    uint32_t flags;   /* enum anf_place_flag */
    uint32_t parent;  /* index of a place; 0 for the root itself */
    uint32_t colspan; /* cell: from 1 */
    uint32_t rowspan;
    int32_t number;  /* item of an ordered list: its ordinal; else 0 */
    uint32_t within; /* for every kind K above it or its own: bit 1u << K */
};

enum anf_block_kind {
    ANF_BLOCK_PARAGRAPH = 1,
    ANF_BLOCK_HEADING,      /* level from 1 */
    ANF_BLOCK_PREFORMATTED, /* white space and line ends as in the source */
    ANF_BLOCK_TERM,         /* of a definition list */
    ANF_BLOCK_DEFINITION,
    ANF_BLOCK_CAPTION,    /* of a table or figure */
    ANF_BLOCK_IMAGE,      /* its text is the alternative text */
    ANF_BLOCK_BUTTON,     /* text of a button or an input element */
    ANF_BLOCK_TITLE,      /* of the document, shown outside of the page */
    ANF_BLOCK_DESCRIPTION /* a summary for search engines */
};

enum anf_block_flag {
    ANF_BLOCK_HIDDEN = 1, /* its place is hidden, or it is itself */
    ANF_BLOCK_WRAPPED = 2 /* LF in it may come from wrapping at a column, not from the author */
};

struct anf_block {
    uint32_t size;
    uint32_t kind;  /* enum anf_block_kind */
    uint32_t flags; /* enum anf_block_flag */
    uint32_t place; /* index */
    uint32_t level; /* heading: from 1; else 0 */
    uint32_t line;  /* where it begins in the source, from 1; 0 when unknown */
    uint32_t column;
    const char *text; /* white space folded (but in preformatted text), LF where a line ends */
    size_t length;    /* in bytes; every offset into a block counts bytes */
    const char *src;  /* image: its address; else NULL */
    /* The part of the source that it stands in, and that line and column count in, as
     * "documents[0].text"; NULL: the source itself. */
    const char *member;
};

enum anf_span_kind {
    ANF_SPAN_EMPHASIS = 1,
    ANF_SPAN_STRONG,
    ANF_SPAN_UNDERLINE,
    ANF_SPAN_STRIKE,
    ANF_SPAN_SUPERSCRIPT,
    ANF_SPAN_SUBSCRIPT,
    ANF_SPAN_LINK, /* target: its address, resolved where the page has a base */
    ANF_SPAN_NOTE  /* start == end; place: the note's */
};

/* What a range of a block's text is, which only the link of an image without alternative text
 * leaves empty. Spans of one block nest and are sorted by start, the longer one first. */
struct anf_span {
    uint32_t size;
    uint32_t kind;  /* enum anf_span_kind */
    uint32_t place; /* note: where its blocks stand; else 0 */
    size_t start;
    size_t end;
    const char *target; /* link: its address; note: its marker or NULL; else NULL */
};

/* NULL past the end, and 0 blocks, as for NULL. A page has one place at least, the root. */
ANF_API const struct anf_place *anf_page_place(const struct anf_page *page, uint32_t index);
ANF_API const struct anf_block *anf_page_block(const struct anf_page *page, uint32_t index);
ANF_API uint32_t anf_page_block_count(const struct anf_page *page);
ANF_API const struct anf_span *anf_page_span(const struct anf_page *page, uint32_t block,
                                             uint32_t index);

/* What the source says of the page as a whole, beside its text. */
enum anf_page_property {
    ANF_PAGE_LANGUAGE = 1, /* BCP 47 */
    ANF_PAGE_URL,          /* its own address (canonical link) */
    ANF_PAGE_PUBLISHED     /* time of publication, RFC 3339 or a date */
};
/* As the source states it, not checked. NULL: not stated, or no such property. */
ANF_API const char *anf_page_property(const struct anf_page *page, int property);

enum anf_fate_kind {
    ANF_FATE_CONTENT = 1, /* stands in the content of an inquiry */
    ANF_FATE_FIELD,       /* gave a field its value, or is its label */
    ANF_FATE_REPAIRED,    /* taken out or set right: a soft hyphen, a page head */
    ANF_FATE_DISCARDED    /* set aside, for a reason */
};

/* The ranges of a block cover every byte of its text once, in order, without gaps. */
struct anf_fate {
    uint32_t size;
    uint32_t kind;    /* enum anf_fate_kind */
    uint32_t inquiry; /* whose, from 1; 0: nobody's, as what is discarded */
    int32_t field;    /* enum anf_field; 0: none */
    size_t start;
    size_t end;
    const char *reason; /* of what is discarded or repaired; else NULL */
};
/* The index-th range of a block. NULL past the end. */
ANF_API const struct anf_fate *anf_page_fate(const struct anf_page *page, uint32_t block,
                                             uint32_t index);

/* The inquiries found on the page, in its order; NULL past the end. Borrowed; keep one with
 * anf_inquiry_ref. */
ANF_API struct anf_inquiry *anf_page_inquiry(const struct anf_page *page, uint32_t index);
/* Why the recogniser found no inquiry: one English phrase, as the diagnostic has it; NULL: it found
 * one, or the page holds no text to look at. */
ANF_API const char *anf_page_refusal(const struct anf_page *page);

#ifdef __cplusplus
}
#endif
#endif
