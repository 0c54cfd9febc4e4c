/* reader.h: the elements that are open while a page is read, and what closing them undoes. */
#ifndef ANF_HTML_READER_H
#define ANF_HTML_READER_H

#include "address.h"
#include "elements.h"
#include "flow.h"
#include "parser.h"

/* An open element. */
struct anf__html_frame {
    const char *name;                /* the parser's */
    struct anf__html_context before; /* what the text around it is */
    size_t list_before;
    int32_t number; /* list: of its next item */
    int32_t step;   /* list: 0 when it is not ordered */
    uint8_t skips;
    uint8_t breaks; /* text before, in and behind it are different blocks */
    uint8_t places; /* to close */
    uint8_t spans;
    uint8_t hides;
    uint8_t svg;
    uint8_t plain;
};

/* What the head of the page said, until all of it was seen. */
struct anf__html_meta {
    int described;
    size_t published; /* rank of what said so; 0: nothing */
    int has_url;
    char *social_description; /* counts where there is no other */
    char *social_url;
};

struct anf__html_reader {
    struct anf_call *call;
    struct anf_page *page;
    struct anf__html_parser parser;
    int status;
    struct anf__html_flow flow;
    struct anf__html_addresses addresses;
    struct anf__html_meta meta;
    struct anf__html_position position; /* where the parser was at the end of the last event */
    struct anf__html_frame *frames;
    size_t depth;
    size_t room;
    size_t levels;   /* open places */
    size_t skipping; /* frames that skip */
    size_t svg;
    size_t plain; /* frames whose tags are mere text */
    size_t head;  /* the head's frame, from 1, while its place is open; 0: none */
    size_t list;  /* the innermost list's frame, from 1; 0: none */
};

/* Parse the text, which is valid UTF-8 without zero bytes, into the call's page. */
ANF_CHECKED int anf__html_parse(struct anf_call *call, const char *text, size_t len);

/* An element has begun: do what its type asks for, and note in the frame what undoes it. */
ANF_CHECKED int anf__html_start(struct anf__html_reader *r, struct anf__html_frame *frame,
                                const xmlChar **attributes);
/* Report that the limit of depth is reached; the status that says so. */
int anf__html_too_deep(struct anf__html_reader *r);
/* The head's place ends, with its end tag or with the first thing that does not belong there. */
ANF_CHECKED int anf__html_leave_head(struct anf__html_reader *r);

/* A block of its own. */
ANF_CHECKED int anf__html_emit(struct anf__html_reader *r, uint32_t kind, const char *text);

#endif
