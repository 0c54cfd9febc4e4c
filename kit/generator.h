/* generator.h: the inside of the generator of inquiries: chance, texts, trees. */
#ifndef KIT_GENERATOR_H
#define KIT_GENERATOR_H

#include "generate.h"

struct generator {
    uint64_t state; /* of the random numbers */
    unsigned leave_out;
    uint64_t most_depth;
    uint32_t nodes_left;
    int status; /* the first failure that the generator did not provoke */
};

/* From 0 to count - 1. */
uint32_t generator_below(struct generator *g, uint32_t count);
/* 1 in so many of a hundred times. */
int generator_chance(struct generator *g, unsigned percent);
/* Keep the first failure. */
void generator_note(struct generator *g, int status);

enum { GENERATOR_TEXT_SIZE = 128 * 1024 };

enum generator_text {
    GENERATOR_LINE,      /* neither LF nor TAB */
    GENERATOR_ATTRIBUTE, /* TAB, too */
    GENERATOR_TEXT,      /* likewise */
    GENERATOR_LINES      /* LF, too */
};

/* Never "". Until the next call. */
const char *generator_text(struct generator *g, enum generator_text kind);
const char *generator_href(struct generator *g);
/* What text of the field's rule may be; only fields with a value. */
const char *generator_field(struct generator *g, int field);

/* Fill the root. */
void generator_content(struct generator *g, struct anf_node *root);

#endif
