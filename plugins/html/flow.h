/* flow.h: running text into blocks. What comes is text, spans, line breaks and block ends in the
 * order of the source; what the page gets is blocks that begin when their text does. */
#ifndef ANF_HTML_FLOW_H
#define ANF_HTML_FLOW_H

#include <anfrage/plugin.h>

/* What the next block will be. */
struct anf__html_context {
    uint32_t kind;  /* enum anf_block_kind */
    uint32_t level; /* of a heading */
    uint32_t flags; /* enum anf_block_flag */
};

struct anf__html_position {
    uint32_t line;
    uint32_t column;
};

/* A link in an aside: to where, and from and to which of its bytes. */
struct anf__html_aside_link {
    char *target;
    size_t start, end;
};

/* A block that would tear the running text apart: an image, a hidden phrase. It waits until the
 * text around it has ended. */
struct anf__html_aside {
    struct anf__html_context context;
    struct anf__html_position position;
    char *text;
    size_t length;
    size_t room;
    char *src;
    char *target;  /* of the link around it */
    int ends_line; /* before the text to come */
    struct anf__html_aside_link *links;
    size_t link_count;
    size_t link_room;
};

/* A span that is open around the text to come. */
struct anf__html_span {
    int kind;
    char *target;
    size_t uses; /* blocks that it was opened in */
    int open;    /* in the block at hand */
    int aside;   /* a link of the last aside */
};

enum { ANF__HTML_SPANS = 8 }; /* more around one text say nothing new */

/* Between the text before and the text to come, an inline element has ended and another begun. */
enum anf__html_seam { ANF__HTML_NO_SEAM = 0, ANF__HTML_ENDED, ANF__HTML_SEAM };

struct anf__html_flow {
    struct anf_page *page;
    struct anf__html_context context;
    struct anf__html_position position; /* in the source, of what comes next */
    size_t budget;                      /* bytes of targets that may still be repeated */
    int block_open;
    int preformatted; /* the open block is */
    unsigned breaks;  /* line breaks since the last text of the open block */
    struct anf__html_span spans[ANF__HTML_SPANS];
    size_t span_count;
    char initial[4]; /* a capital that waits for the block with the rest of its word */
    int may_join;    /* the last aside may be a capital that the text to come completes */
    int seam;        /* enum anf__html_seam */
    int ends_small;  /* the last text ends with a small letter */
    size_t hidden;   /* open elements whose text goes to a hidden aside */
    struct anf__html_aside *asides;
    size_t aside_count;
    size_t aside_room;
};

void anf__html_flow_clear(struct anf__html_flow *flow);

/* Text in which a line feed is white space, unless the context is preformatted. */
ANF_CHECKED int anf__html_flow_text(struct anf__html_flow *flow, const char *text, size_t len);
/* A block ends, or may end, here. */
ANF_CHECKED int anf__html_flow_break(struct anf__html_flow *flow);
/* One is a line end, two or more in a row are the end of a paragraph. */
void anf__html_flow_line(struct anf__html_flow *flow);

/* *ret_opened: whether there is one to close. Takes target, which may be NULL, in any case. */
ANF_CHECKED int anf__html_flow_open_span(struct anf__html_flow *flow, int kind, char *target,
                                         int *ret_opened);
void anf__html_flow_close_span(struct anf__html_flow *flow);

/* Takes src, which may be NULL, in any case. */
ANF_CHECKED int anf__html_flow_image(struct anf__html_flow *flow, const char *alt, char *src);

/* Between these, text is a hidden block beside the one that it stands in. They nest. */
ANF_CHECKED int anf__html_flow_open_hidden(struct anf__html_flow *flow);
ANF_CHECKED int anf__html_flow_close_hidden(struct anf__html_flow *flow);

/* An inline element begins, or ends, here. */
void anf__html_flow_begin_inline(struct anf__html_flow *flow, const char *name);
void anf__html_flow_end_inline(struct anf__html_flow *flow, const char *name);

/* The lone capital of a block whose word goes on in the next block. */
void anf__html_flow_hold(struct anf__html_flow *flow, const char *capital, size_t len);

#endif
