/* page.h: the inside of a page. page.c reads it, page-build.c fills it, the recogniser decides
 * its fates. */
#ifndef ANF_PAGE_PRIVATE_H
#define ANF_PAGE_PRIVATE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "array.h"
#include "buffer.h"
#include "reference.h"

#include <anfrage/anfrage.h>

struct anf__page_block {
    struct anf_block block; /* text is set when the page is complete: see anf__page_finish */
    size_t text;            /* offset into the page's text */
    size_t first_span;      /* index of its spans, which lie side by side */
    size_t span_count;
    size_t first_fate; /* likewise; set by anf__page_settle */
    size_t fate_count;
};

/* A record: its place, and what the reader states of it. */
struct anf__record {
    uint32_t place;
    uint32_t first_block;       /* its blocks, and others up to the next record's */
    struct anf_inquiry *stated; /* fields, lists and evidence; no content; NULL: nothing */
};

struct anf_page {
    atomic_uint references;
    struct anf_context *ctx;
    struct anf__buffer text;    /* of all blocks, each followed by a zero byte */
    ANF__ARRAY(char *) strings; /* targets and addresses */
    ANF__ARRAY(struct anf_place) places;
    ANF__ARRAY(struct anf__page_block) blocks;
    ANF__ARRAY(struct anf_span) spans;
    ANF__ARRAY(struct anf_fate) fates;
    ANF__ARRAY(struct anf__record) records; /* in order */
    ANF__ARRAY(uint32_t)
    span_outers; /* of each span: the index, in its block, of the one before it that reaches at
                  * least as far; UINT32_MAX: none; set by anf__page_finish */
    ANF__ARRAY(uint32_t)
    place_ends;                 /* of each place: the index behind its last descendant; set by
                                 * anf__page_finish */
    struct anf_inquiry *stated; /* outside of records, of all inquiries; NULL: nothing */
    ANF__ARRAY(struct anf_inquiry *) inquiries;
    char *properties[ANF_PAGE_PUBLISHED + 1];
    char *refusal;
    /* while it is built */
    uint32_t place; /* the innermost open one */
    uint32_t depth;
    uint32_t floor;     /* places that a nested reader found open, and cannot close */
    const char *member; /* the part of the source that it reads; NULL: the source itself */
    int limit;          /* that refused something: enum anf_limit; 0: none did */
    int block_open;
    int pending; /* white space that text would follow: 0, ' ' or '\n' */
    ANF__ARRAY(size_t) open_spans;
    ANF__ARRAY(uint32_t) note_places; /* by the note's number; 0: not opened yet */
};

/* NULL: out of memory. */
struct anf_page *anf__page_new(struct anf_context *ctx);

/* A copy that lives as long as the page; NULL stays NULL. */
ANF_CHECKED int anf__page_keep(struct anf_page *page, const char *string, const char **ret_kept);

/* What is stated of the root or of a record itself; NULL: nothing. */
struct anf_inquiry *anf__page_statement(const struct anf_page *page, uint32_t place);

/* After the reader: close what is open, let every block point to its text, and find where places
 * end. */
ANF_CHECKED int anf__page_finish(struct anf_page *page);

#endif
