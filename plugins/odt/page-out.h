/* page-out.h: what goes into the page, now or, for the body of a footnote, after the paragraph that
 * refers to it. */
#ifndef ANF_ODT_PAGE_OUT_H
#define ANF_ODT_PAGE_OUT_H

#include <anfrage/plugin.h>

enum anf__odt_step_kind {
    ANF__ODT_OPEN_PLACE,
    ANF__ODT_CLOSE_PLACE,
    ANF__ODT_SET_SPANS,
    ANF__ODT_SET_NUMBER,
    ANF__ODT_OPEN_BLOCK,
    ANF__ODT_CLOSE_BLOCK,
    ANF__ODT_OPEN_SPAN,
    ANF__ODT_CLOSE_SPAN,
    ANF__ODT_TEXT,
    ANF__ODT_SRC
};

/* One call of the page's building functions. */
struct anf__odt_step {
    enum anf__odt_step_kind kind;
    int what;        /* kind of place, block or span; columns of a cell; number of an item */
    uint32_t number; /* flags of a place; level of a heading; rows of a cell */
    uint32_t line, column;
    const char *string; /* target, address or text; copied where it is kept */
    size_t length;      /* of text */
};

struct anf__odt_page_out {
    struct anf_page *page;
    int deferring; /* what is read now waits for the end of the paragraph; how deep */
    struct anf__odt_deferred *first, **last; /* what waits */
};

void anf__odt_page_out_init(struct anf__odt_page_out *out, struct anf_page *page);
void anf__odt_page_out_clear(struct anf__odt_page_out *out);

/* Do it, or keep it while a footnote is being read. */
ANF_CHECKED int anf__odt_do(struct anf__odt_page_out *out, const struct anf__odt_step *step);

/* A footnote is referred to in the open block: steps until anf__odt_end_later belong to it. */
ANF_CHECKED int anf__odt_begin_note(struct anf__odt_page_out *out, const char *marker);
/* What stands beside the open block, and comes behind it: in a place of its own. */
ANF_CHECKED int anf__odt_begin_later(struct anf__odt_page_out *out, int place);
ANF_CHECKED int anf__odt_end_later(struct anf__odt_page_out *out);
/* After a paragraph: what waits for its end. */
ANF_CHECKED int anf__odt_flush_later(struct anf__odt_page_out *out);

#endif
