/* node.h: the inside of a node of the content. */
#ifndef ANF_NODE_H
#define ANF_NODE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <anfrage/content.h>

/* A present attribute. */
struct anf__attribute {
    struct anf__attribute *next;
    int attribute;   /* enum anf_attribute */
    uint32_t number; /* see anf_node_get_number */
    const char *value;
};

struct anf__text {
    char *data; /* terminated */
    size_t length;
    size_t capacity; /* without the zero byte */
};

struct anf_node {
    struct anf_inquiry *inquiry;
    struct anf_node *parent;
    struct anf_node *first;
    struct anf_node *last;
    struct anf_node *next;
    union {
        struct anf__text text;             /* of a text */
        struct anf__attribute *attributes; /* of any other kind */
    } has;
    uint32_t index;
    /* What the grammar forbids below this node at any depth: inherited when a node is made, so
     * that no rule has to walk up. See grammar.h for the bits. */
    uint32_t forbidden_kinds;
    uint16_t forbidden_roles;
    uint16_t depth;     /* 0: the root */
    uint8_t kind;       /* enum anf_node_kind */
    uint8_t role;       /* enum anf_role */
    uint8_t line_feeds; /* may text directly in here hold LF? */
};

#endif
