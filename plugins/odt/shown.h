/* shown.h: what content.xml shows, as a tree of sections, lines, lists, tables and notes. The same
 * text and structure give the same tree, whichever program saved the document: runs of text have
 * marks instead of styles, and what is empty counts as none. */
#ifndef ANF_ODT_SHOWN_H
#define ANF_ODT_SHOWN_H

#include "names.h"

#include <anfrage/plugin.h>

enum anf__odt_shown_kind {
    ANF__ODT_SHOWN_ROOT,
    ANF__ODT_SHOWN_SECTION, /* name */
    ANF__ODT_SHOWN_LINE,    /* a paragraph or heading; notes are its children */
    ANF__ODT_SHOWN_LIST,    /* name: its style */
    ANF__ODT_SHOWN_ITEM,
    ANF__ODT_SHOWN_TABLE, /* name */
    ANF__ODT_SHOWN_ROW,
    ANF__ODT_SHOWN_CELL,
    ANF__ODT_SHOWN_NOTE /* name: its label, "" where it is counted */
};

/* What a line is, by the named style that its own goes back to. */
enum anf__odt_line {
    ANF__ODT_LINE_BODY,
    ANF__ODT_LINE_HEADING,
    ANF__ODT_LINE_TITLE,
    ANF__ODT_LINE_QUOTE,
    ANF__ODT_LINE_PREFORMATTED,
    ANF__ODT_LINE_IMAGE,
    ANF__ODT_LINE_CAPTION,
    ANF__ODT_LINE_HEADER_CELL,
    ANF__ODT_LINE_NUMBER,
    ANF__ODT_LINE_LABEL
};

/* A stretch of a line's text with the same marks and link. */
struct anf__odt_run {
    uint32_t start; /* in bytes, from the line's first */
    uint32_t end;
    uint32_t marks; /* enum anf__odt_mark */
    size_t href;    /* offset into texts; 0: no link */
};

/* Nodes are indices; 0 is the root, and as a relative "none". */
struct anf__odt_shown {
    uint8_t kind;
    uint8_t look;    /* of a line: enum anf__odt_line */
    uint8_t level;   /* of a heading */
    uint8_t ordered; /* list: its style counts */
    uint8_t blank;   /* there is nothing to see: an empty line, a list or item of such */
    uint8_t bare;    /* there is no text in it */
    uint32_t parent;
    uint32_t first;
    uint32_t last;
    uint32_t next;
    uint32_t at;      /* note: where in the line's text; cell: its column; row: how many it has */
    uint32_t columns; /* cell: spans; columns that no other cell of the table tells apart are one */
    uint32_t rows;
    uint32_t line;   /* in content.xml */
    uint32_t run;    /* line: its first run */
    uint32_t runs;   /* and how many */
    size_t text;     /* line: offset into texts, terminated; line breaks are LF */
    uint32_t length; /* in bytes */
    size_t name;     /* offset into texts */
    uint64_t own;    /* hash of what it shows itself */
    uint64_t hash;   /* and of all below it */
};

struct anf__odt_document {
    struct anf__odt_shown *nodes;
    size_t count;
    size_t capacity;
    struct anf__odt_run *runs;
    size_t run_count;
    size_t run_capacity;
    char *texts; /* offset 0: "" */
    size_t text_length;
    size_t text_capacity;
    size_t frames; /* pictures and text boxes, which are left out */
};

/* Read content.xml, and styles.xml where the document has one (NULL: not). Clear in any case. */
ANF_CHECKED int anf__odt_shown_read(struct anf_call *call, const void *content, size_t content_len,
                                    const void *styles, size_t styles_len,
                                    struct anf__odt_document *document);
void anf__odt_document_clear(struct anf__odt_document *document); /* frees */

/* --- shown.c: building --- */

ANF_CHECKED int anf__odt_shown_begin(struct anf__odt_document *document); /* the root */
/* A last child; its index in ret_node. */
ANF_CHECKED int anf__odt_shown_add(struct anf__odt_document *document, uint32_t parent,
                                   enum anf__odt_shown_kind kind, uint32_t *ret_node);
/* Keep a text, terminated; its offset in ret_offset. */
ANF_CHECKED int anf__odt_shown_keep(struct anf__odt_document *document, const char *text,
                                    size_t len, size_t *ret_offset);
ANF_CHECKED int anf__odt_shown_keep_runs(struct anf__odt_document *document,
                                         const struct anf__odt_run *runs, size_t count);

/* shown-grid.c, shown-hash.c: fill in spans and hashes, once the tree is whole. */
ANF_CHECKED int anf__odt_shown_measure(struct anf__odt_document *document);
void anf__odt_shown_hash(struct anf__odt_document *document);
/* A number for an address, the same for those that programs take for the same; and has it a scheme,
 * such as "https:"? 1 or 0. */
uint64_t anf__odt_shown_href(const char *href);
int anf__odt_has_scheme(const char *href);

/* Behind the last node below this one: parents come before their children, and these before the
 * node that follows. */
size_t anf__odt_shown_end(const struct anf__odt_document *document, uint32_t node);

static inline const char *
anf__odt_shown_text(const struct anf__odt_document *document, const struct anf__odt_shown *node)
{
    return document->texts + node->text;
}

static inline const char *
anf__odt_shown_name(const struct anf__odt_document *document, const struct anf__odt_shown *node)
{
    return document->texts + node->name;
}

#endif
