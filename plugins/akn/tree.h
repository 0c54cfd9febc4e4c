/* tree.h: a document that somebody else wrote, in memory: what an element of it becomes may depend
 * on what comes after it. */
#ifndef ANF_AKN_TREE_H
#define ANF_AKN_TREE_H

#include "meaning.h"
#include "xml.h"

/* An element, or a text. */
struct anf__akn_element {
    const char *name; /* NULL: a text */
    const char *text; /* of a text; terminated */
    size_t length;
    const struct anf__xml_attribute *attributes; /* without a namespace */
    size_t attribute_count;
    enum anf__akn_meaning meaning; /* ANF__MEANS_UNKNOWN also in other namespaces */
    uint32_t line, column;
    struct anf__akn_element *parent, *first, *last, *next;
    struct anf__akn_element *made_before;
    unsigned has_words : 1;   /* something in it is to be kept */
    unsigned has_blocks : 1;  /* and some of it cannot stand in a line of text */
    unsigned has_objects : 1; /* a footnote or an image is in it */
    unsigned is_used : 1;     /* its words have become a field, or it has its place already */
    unsigned is_inquiry : 1;  /* it becomes an inquiry of its own */
    unsigned has_inquiry : 1; /* something in it does */
};

/* What an id or eId belongs to. */
struct anf__akn_id {
    const char *id;
    struct anf__akn_element *element;
};

struct anf__akn_tree {
    struct anf__akn_element *root;
    struct anf__akn_element *made_last;
    struct anf__akn_element *open;       /* while it is built */
    unsigned has_questions, has_answers; /* elements of these names */
    struct anf__akn_id *known;           /* what references refer to, each id once */
    size_t known_count;
    const struct anf__akn_element *repeated; /* the first that has an id that another has */
};

/* Fill an empty tree. Clear it in any case. */
ANF_CHECKED int anf__akn_tree_read(struct anf__akn_tree *tree, struct anf_call *call,
                                   const unsigned char *data, size_t len);
void anf__akn_tree_clear(struct anf__akn_tree *tree);

/* The value of an attribute; NULL: not there. */
const char *anf__akn_tree_value(const struct anf__akn_element *element, const char *name);
/* The first child of this name; NULL: none. element may be NULL. */
struct anf__akn_element *anf__akn_tree_child(const struct anf__akn_element *element,
                                             const char *name);
struct anf__akn_element *anf__akn_tree_next(const struct anf__akn_element *element,
                                            const char *name);
/* The next element of the document order within top; NULL: none. */
struct anf__akn_element *anf__akn_tree_step(const struct anf__akn_element *element,
                                            const struct anf__akn_element *top);
/* The same, without what stands in element. */
struct anf__akn_element *anf__akn_tree_pass(const struct anf__akn_element *element,
                                            const struct anf__akn_element *top);

/* What stands in it, white space folded, footnotes left out; to be freed. */
ANF_CHECKED int anf__akn_tree_words(const struct anf__akn_element *element, char **ret_words);

/* Fill in known and repeated. */
ANF_CHECKED int anf__akn_tree_index(struct anf__akn_tree *tree);
/* What "#id" or "id" refers to: an element of references, or a note; NULL: neither. */
struct anf__akn_element *anf__akn_tree_find(const struct anf__akn_tree *tree,
                                            const char *reference);

#endif
