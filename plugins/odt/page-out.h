/* page-out.h: what goes into the page, now or later: a footnote comes behind the paragraph that
 * refers to it, a footer behind the text, a repeated cell several times. */
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
    ANF__ODT_SRC,
    ANF__ODT_ADD_NOTE,
    ANF__ODT_OPEN_NOTE
};

/* One call of the page's building functions. */
struct anf__odt_step {
    enum anf__odt_step_kind kind;
    int what;        /* kind of place, block or span; columns of a cell; number of an item */
    uint32_t number; /* flags of a place; level of a heading; rows of a cell; which note, from 0 */
    uint32_t line, column;
    const char *string; /* target, address, marker or text; copied where it is kept */
    size_t length;      /* of text */
};

/* Steps that wait. All zero: none. */
struct anf__odt_queue {
    struct anf__odt_waiting *first, *last;
    struct anf__odt_queue *outer; /* where steps went before this one was opened */
    uint64_t bytes;               /* of text */
};

struct anf__odt_page_out {
    struct anf_page *page;
    struct anf__odt_queue *queue; /* where steps go; NULL: to the page */
    uint32_t *notes;              /* the page's number for each of ours */
    size_t note_count, note_room;
};

/* Forget what is kept for the page. */
void anf__odt_page_out_clear(struct anf__odt_page_out *out);

/* Do it, or let it wait in the queue that is open. */
ANF_CHECKED int anf__odt_do(struct anf__odt_page_out *out, const struct anf__odt_step *step);

/* Steps wait in the queue until it is closed; it may be opened again. */
void anf__odt_queue_open(struct anf__odt_page_out *out, struct anf__odt_queue *queue);
void anf__odt_queue_close(struct anf__odt_page_out *out);
/* Do so many times what waits, and forget it. */
ANF_CHECKED int anf__odt_queue_play(struct anf__odt_page_out *out, struct anf__odt_queue *queue,
                                    uint32_t times);
void anf__odt_queue_clear(struct anf__odt_queue *queue);

/* A footnote is referred to in the open block; what is in it comes between ANF__ODT_OPEN_NOTE with
 * its number, and ANF__ODT_CLOSE_PLACE. */
ANF_CHECKED int anf__odt_add_note(struct anf__odt_page_out *out, const char *marker,
                                  uint32_t *ret_note);

#endif
