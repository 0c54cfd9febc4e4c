/* content.h: the content of an inquiry, one tree of sections, blocks and inlines.
 *
 * The grammar (docs/model.md has it as a table, with the reason for each row) is enforced as the
 * tree grows, so that every writer can rely on it, and depth and number of nodes are limited, so
 * that every writer may recurse. What can only be known at the end, such as that a list has an
 * item, anf_inquiry_check tells; anf_read and anf_write call it.
 *
 * Nothing here has a context to report to: the status is all there is. What fails changes nothing.
 * Content only grows: a node cannot be moved or taken away.
 */
#ifndef ANFRAGE_CONTENT_H
#define ANFRAGE_CONTENT_H

#include <anfrage/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A node is owned by its inquiry and lives as long; it is never freed by itself. */
struct anf_node;

enum anf_node_kind {
    ANF_NODE_CONTENT = 1,  /* the root: sections and blocks */
    ANF_NODE_SECTION,      /* has a role, perhaps a number; a heading first, blocks, sections */
    ANF_NODE_HEADING,      /* block of inlines; level 1 to 6 or none */
    ANF_NODE_PARAGRAPH,    /* block of inlines; may be empty */
    ANF_NODE_LIST,         /* block of one or more items; ordered or not */
    ANF_NODE_ITEM,         /* blocks; perhaps a number */
    ANF_NODE_TABLE,        /* block: perhaps a caption, then one or more rows */
    ANF_NODE_CAPTION,      /* inlines */
    ANF_NODE_ROW,          /* one or more cells */
    ANF_NODE_CELL,         /* blocks; header, colspan, rowspan */
    ANF_NODE_QUOTE,        /* block of blocks */
    ANF_NODE_PREFORMATTED, /* block of inlines whose text may hold line feeds */
    ANF_NODE_IMAGE,        /* block without children; src, perhaps alt */
    ANF_NODE_TEXT = 64,    /* inlines from here on */
    ANF_NODE_EMPHASIS,
    ANF_NODE_STRONG,
    ANF_NODE_UNDERLINE,
    ANF_NODE_STRIKE,
    ANF_NODE_SUPERSCRIPT,
    ANF_NODE_SUBSCRIPT,
    ANF_NODE_LINK,    /* href; no link and no footnote inside, at any depth */
    ANF_NODE_BREAK,   /* a line break; no children */
    ANF_NODE_FOOTNOTE /* blocks, at the point of reference; perhaps a marker; none inside */
};

enum anf_role {
    ANF_ROLE_NONE = 0, /* of a node that is no section */
    ANF_ROLE_SUMMARY_QUESTION,
    ANF_ROLE_SUMMARY_ANSWER,
    ANF_ROLE_PREAMBLE_ASKERS,
    ANF_ROLE_PREAMBLE_GOVERNMENT,
    ANF_ROLE_INTRODUCTION,
    ANF_ROLE_CHAPTER,
    ANF_ROLE_EXCHANGE, /* questions and the answers that belong to them */
    ANF_ROLE_QUESTION, /* only in an exchange */
    ANF_ROLE_ANSWER,   /* only in an exchange */
    ANF_ROLE_ANNEX,
    ANF_ROLE_OTHER
};

enum anf_attribute {
    ANF_ATTRIBUTE_NUMBER = 1, /* section, item: as printed, such as "1." or "a)" */
    ANF_ATTRIBUTE_LEVEL,      /* heading: "1" to "6" */
    ANF_ATTRIBUTE_ORDERED,    /* list: "true" */
    ANF_ATTRIBUTE_HEADER,     /* cell: "true" */
    ANF_ATTRIBUTE_COLSPAN,    /* cell: "2" to "1000"; "1" is the same as none */
    ANF_ATTRIBUTE_ROWSPAN,    /* cell: likewise */
    ANF_ATTRIBUTE_HREF,       /* link: any text, also ""; absent counts as "" */
    ANF_ATTRIBUTE_SRC,        /* image: needed, not "" */
    ANF_ATTRIBUTE_ALT,        /* image */
    ANF_ATTRIBUTE_MARKER      /* footnote: as printed, such as "1" or "*" */
};

/* The names of kinds, roles and attributes in JSON ("paragraph", "summary-question", "href"), never
 * to be freed; NULL, or 0 (ANF_ROLE_NONE), for what does not exist, as for NULL. */
ANF_API const char *anf_node_kind_name(int kind);
ANF_API int anf_node_kind_from_name(const char *name);
ANF_API const char *anf_role_name(int role);
ANF_API int anf_role_from_name(const char *name);
ANF_API const char *anf_attribute_name(int attribute);
ANF_API int anf_attribute_from_name(const char *name);

/* Append a child; ret_node, which may be NULL, gets it, borrowed. A section needs a role: use
 * anf_node_add_section; text: anf_node_add_text.
 * ANF_ERR_MODEL: the grammar does not allow it here. ANF_ERR_LIMIT: deeper, or more nodes, than
 * the context allowed when the inquiry was made. ANF_ERR_ARGUMENT: no such kind or role, or one
 * for another of these three functions; parent NULL. ANF_ERR_NOMEM. */
ANF_API ANF_CHECKED int anf_node_add(struct anf_node *parent, int kind, struct anf_node **ret_node);
ANF_API ANF_CHECKED int anf_node_add_section(struct anf_node *parent, int role,
                                             struct anf_node **ret_node);
/* Append len bytes of text, which need not be terminated; joins a text that already ends the
 * parent, so two texts are never neighbours, and 0 bytes add nothing (text may be NULL then).
 * ANF_ERR_SYNTAX: not UTF-8 (RFC 3629), or a character that the model refuses: what XML 1.0
 * (section 2.2, Char) has no place for, CR, U+007F to U+009F except U+0085, U+FFFE, U+FFFF, and LF
 * outside of preformatted blocks. Else as anf_node_add. */
ANF_API ANF_CHECKED int anf_node_add_text(struct anf_node *parent, const char *text, size_t len);

/* Does the grammar allow a child of this kind (and role, for a section) as the next one here? 1 or
 * 0. Limits are not asked. */
ANF_API int anf_node_allows(const struct anf_node *parent, int kind, int role);

/* Set an attribute to a copy of value; NULL or "" takes it away. ANF_ERR_MODEL: this kind of node
 * has no such attribute, or not with this value. ANF_ERR_SYNTAX: as for text, and LF.
 * ANF_ERR_ARGUMENT: no such attribute, or node NULL. ANF_ERR_NOMEM. */
ANF_API ANF_CHECKED int anf_node_set(struct anf_node *node, int attribute, const char *value);
/* Borrowed until the attribute is set again. NULL: absent; a link without an address has the
 * address "". */
ANF_API const char *anf_node_get(const struct anf_node *node, int attribute);
/* The number that a numeric attribute holds, 1 for a "true"; 0: absent or no number. */
ANF_API uint32_t anf_node_get_number(const struct anf_node *node, int attribute);

/* enum anf_node_kind; 0 for NULL. */
ANF_API int anf_node_kind(const struct anf_node *node);
/* enum anf_role; ANF_ROLE_NONE for what is no section. */
ANF_API int anf_node_role(const struct anf_node *node);
/* Terminated, and borrowed until more text joins it; ret_len, which may be NULL, gets its bytes
 * without the end. "" for every node that is no text, never NULL. */
ANF_API const char *anf_node_text(const struct anf_node *node, size_t *ret_len);
/* 1: ANF_NODE_TEXT or one of the kinds after it; 0. */
ANF_API int anf_node_is_inline(const struct anf_node *node);
/* The neighbours in the tree, borrowed; NULL where there is none, as for NULL. */
ANF_API const struct anf_node *anf_node_parent(const struct anf_node *node);
ANF_API const struct anf_node *anf_node_first(const struct anf_node *node);
ANF_API const struct anf_node *anf_node_last(const struct anf_node *node);
ANF_API const struct anf_node *anf_node_next(const struct anf_node *node);
/* The sections of a role anywhere below top, in document order: the first one for after NULL, else
 * the first one that begins behind the beginning of after; NULL: no more. For the questions of an
 * inquiry, top is its content; for the answers that belong to a question, its parent. */
ANF_API const struct anf_node *anf_node_next_section(const struct anf_node *top, int role,
                                                     const struct anf_node *after);
/* A copy of the words in a node, to be given to anf_free: a line for each block and line break,
 * numbers before what they number (but not the node's own), cells side by side, footnotes in
 * brackets. A zero byte follows the last; ret_len may be NULL. NULL: out of memory (or no node). */
ANF_API char *anf_node_copy_words(const struct anf_node *node, size_t *ret_len);
/* A number that no other node of the inquiry has, from 0 (the root) to one less than
 * anf_inquiry_node_count; in order of creation. For tables beside the tree. 0 for NULL. */
ANF_API uint32_t anf_node_index(const struct anf_node *node);

#ifdef __cplusplus
}
#endif
#endif
