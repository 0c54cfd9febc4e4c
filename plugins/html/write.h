/* write.h: an inquiry as a page: what the parts of the writer share. docs/html.md shows the
 * page. */
#ifndef ANF_HTML_WRITE_H
#define ANF_HTML_WRITE_H

#include "write-out.h"

#include <inttypes.h>
#include <jansson.h>

/* What the next heading is to stand under. */
struct anf__html_outline {
    unsigned rank;        /* of the section's heading; where it has none, that it would have */
    uint32_t level;       /* in the model of the heading with this rank; 0: none */
    int titled;           /* the section has a heading */
    unsigned inner_rank;  /* of the last heading that opened no section; 0: none */
    uint32_t inner_level; /* of the same in the model */
};

struct anf__html_writer {
    const struct anf_call *call;
    const struct anf_inquiry *inquiry;
    struct anf__markup_out out;
    struct anf__html_outline outline;
    unsigned last_rank;    /* of the last heading: the next is at most one below it */
    const char *number;    /* of a section, until its heading prints it; else NULL */
    unsigned tables_open;  /* around the node at hand */
    unsigned headers_open; /* cells of tables that are headers, likewise */
    uint32_t tables;       /* so far */
    uint32_t sections[ANF_ROLE_OTHER + 1];
    const struct anf_node **notes; /* in the order of their references */
    size_t note_count;
    size_t note_room;
};

/* anf_format.write */
int anf__html_write(struct anf_call *call, const struct anf_inquiry *inquiry,
                    struct anf_sink *sink);

/* The parts of the page. */
void anf__html_write_style(struct anf__html_writer *w);
void anf__html_write_header(struct anf__html_writer *w);
void anf__html_write_content(struct anf__html_writer *w);
void anf__html_write_footer(struct anf__html_writer *w);
/* The same for search engines (schema.org, as JSON-LD). NULL: out of memory. */
json_t *anf__html_linked_data(const struct anf_call *call, const struct anf_inquiry *inquiry);

/* Blocks and sections; inlines; a table. */
void anf__html_write_blocks(struct anf__html_writer *w, const struct anf_node *parent);
void anf__html_write_inlines(struct anf__html_writer *w, const struct anf_node *parent);
void anf__html_write_table(struct anf__html_writer *w, const struct anf_node *table);
/* What stands above a section whose source has no heading for it, or whose it is. */
void anf__html_write_label(struct anf__html_writer *w, const struct anf_node *section,
                           int has_heading);
void anf__html_write_heading(struct anf__html_writer *w, const struct anf_node *heading);
/* The rank that the heading of a section would have whose first node is this one. */
unsigned anf__html_section_rank(const struct anf__html_outline *around,
                                const struct anf_node *first);
/* The marks of footnotes, and the footnotes, at the end of the content. */
void anf__html_write_notes(struct anf__html_writer *w);
/* An attribute of a node as an element of the text, which is read back. */
void anf__html_write_value(struct anf__html_writer *w, const char *name, const char *text);

/* A field that is visible; nothing where it is absent. path: its key in JSON. */
void anf__html_write_field(struct anf__html_writer *w, const char *path, int field);
/* The same as a link to itself. */
void anf__html_write_url(struct anf__html_writer *w, const char *path, const char *url);
/* Part of an entry of a list. */
void anf__html_write_part(struct anf__html_writer *w, const char *key, const char *text);
/* The title, or what stands for it. */
void anf__html_write_title(struct anf__html_writer *w);

/* The attribute of an anchor: href where that is safe, as addresses of known schemes and relative
 * ones are, else one that does nothing. */
void anf__html_write_href(struct anf__html_writer *w, const char *href);

#endif
