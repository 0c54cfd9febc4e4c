/* write.h: an inquiry as a document: what its writers share. docs/odt.md shows the layout. */
#ifndef ANF_ODT_WRITE_H
#define ANF_ODT_WRITE_H

#include "names.h"
#include "markup.h"

/* What an element of the document shows, in the order of their start tags: sections, paragraphs and
 * headings, lists and items, tables, rows and cells, footnotes. */
enum anf__odt_shows {
    ANF__ODT_SHOWS_NODE,     /* the node */
    ANF__ODT_SHOWS_NUMBERED, /* the node, and before its text the number of its section and a tab */
    ANF__ODT_SHOWS_NUMBER,   /* the number of the section, or of the item */
    ANF__ODT_SHOWS_LABEL,    /* words that no node has, such as "Antwort"; node: the section */
    ANF__ODT_SHOWS_FIELD,    /* a field, perhaps behind its label; node is NULL */
    ANF__ODT_SHOWS_FRAME     /* what holds fields; node is NULL */
};
struct anf__odt_origin {
    const struct anf_node *node;
    uint8_t shows;  /* enum anf__odt_shows */
    uint8_t field;  /* enum anf_field */
    uint16_t label; /* how many bytes of words stand before the field's value */
};
struct anf__odt_origins {
    struct anf__odt_origin *items;
    size_t count;
    size_t capacity;
};

struct anf__odt_writer {
    const struct anf_call *call;
    const struct anf_inquiry *inquiry;
    struct anf__markup_out out;       /* the content of office:text */
    struct anf__odt_origins *origins; /* NULL: nobody wants to know */
    uint64_t marks;                   /* combinations of enum anf__odt_mark that need a style */
    uint64_t widths[2];               /* of columns that need a style: bit n % 64 of n / 64 */
    uint32_t sections[ANF_ROLE_OTHER + 1];
    uint32_t tables;
    uint32_t notes;
    int spaced; /* a further space in the paragraph would be lost: it begins, or one stands there */
    /* Tables in items, which wait for the end of their list. */
    const struct anf_node **waiting;
    size_t waiting_count;
    size_t waiting_capacity;
};

/* Where a block is written. */
struct anf__odt_place {
    const char *style;      /* of paragraphs */
    const char *item_style; /* of paragraphs in items */
    unsigned outline;       /* level that a heading has here, from 1 */
    unsigned lists;         /* how many are open around it */
    unsigned tables;
    int note;    /* in a footnote */
    int item;    /* in an item */
    int highest; /* of the explicit levels of headings here: the level that stands for outline */
    const char *number; /* to be printed before the block's text; NULL: none */
};

void anf__odt_fail(struct anf__odt_writer *w, int status);
/* The element that starts next shows this. */
void anf__odt_show(struct anf__odt_writer *w, const struct anf_node *node,
                   enum anf__odt_shows shows);
void anf__odt_show_field(struct anf__odt_writer *w, int field, size_t label);

/* write-text.c */
void anf__odt_start_paragraph(struct anf__odt_writer *w, const char *element, const char *style);
void anf__odt_put(struct anf__odt_writer *w, const char *text, size_t len);
void anf__odt_puts(struct anf__odt_writer *w, const char *text);
void anf__odt_put_link(struct anf__odt_writer *w, const char *href, const char *text);
void anf__odt_put_inlines(struct anf__odt_writer *w, const struct anf_node *parent);
/* A paragraph of words. */
void anf__odt_put_line(struct anf__odt_writer *w, const char *style, const char *text);

/* write-content.c */
void anf__odt_write_content(struct anf__odt_writer *w);
void anf__odt_write_block(struct anf__odt_writer *w, const struct anf_node *node,
                          struct anf__odt_place place);
void anf__odt_write_blocks(struct anf__odt_writer *w, const struct anf_node *parent,
                           struct anf__odt_place place);
/* The blocks, or one empty paragraph where there are none: no element of the document is empty. */
void anf__odt_write_filled(struct anf__odt_writer *w, const struct anf_node *parent,
                           struct anf__odt_place place);

/* How a list is shown. */
struct anf__odt_labels {
    const struct anf__odt_list_style *style;
    unsigned next; /* the value that the next label has by itself */
    int printed;   /* labels are text in the items */
};
struct anf__odt_labels anf__odt_labels_of(const struct anf_node *list);

void anf__odt_write_list(struct anf__odt_writer *w, const struct anf_node *list,
                         struct anf__odt_place place);
/* A table in an item comes after the outermost list around it. */
void anf__odt_wait(struct anf__odt_writer *w, const struct anf_node *table);
void anf__odt_write_table(struct anf__odt_writer *w, const struct anf_node *table,
                          struct anf__odt_place place);

/* write-head.c: the fields, above the content and below it. */
void anf__odt_write_head(struct anf__odt_writer *w);
void anf__odt_write_tail(struct anf__odt_writer *w);

/* write-parts.c: the other files of the package. */
void anf__odt_write_styles(struct anf__markup_out *out, const struct anf_call *call,
                           const struct anf_inquiry *inquiry);
void anf__odt_write_meta(struct anf__markup_out *out, const struct anf_inquiry *inquiry);

/* content.xml. origins: what its elements show, to be freed; NULL: not wanted. */
ANF_CHECKED int anf__odt_render(const struct anf_call *call, const struct anf_inquiry *inquiry,
                                struct anf__markup_out *out, struct anf__odt_origins *origins);

int anf__odt_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink);

#endif
