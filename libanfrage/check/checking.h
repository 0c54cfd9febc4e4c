/* checking.h: one running search for what is not sound in an inquiry. */
#ifndef ANF_CHECKING_H
#define ANF_CHECKING_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "array.h"
#include "buffer.h"
#include "path.h"
#include "recogniser/vocabulary.h"

#include <anfrage/check.h>
#include <anfrage/codes.h>

struct question {
    const struct anf_node *node;
    const struct anf_node *exchange;
    const char *number; /* as printed; NULL: none */
    uint32_t value;     /* the number that it begins with; 0: none */
    uint32_t group;     /* questions that are numbered together have the same */
    int plain;          /* 1: it is that number and no more */
    int repeated;       /* 1: another one of the group has the number already */
    int has_same_words; /* 1: likewise its words */
    int shares;         /* 1: an answer further on may be meant for it, too */
};

struct checking {
    const struct vocabulary *words;
    const struct anf_inquiry *inquiry;
    anf_finding_fn *fn; /* NULL: only count */
    void *user;
    int count;
    struct anf__paths paths;
    struct anf__buffer path;               /* of the finding */
    struct anf__buffer text;               /* of the block at hand */
    ANF__ARRAY(struct question) questions; /* in the order of the content */
    uint32_t groups;
};

/* Tell a finding about a field, or about content. ANF_OK, or why the search must end. */
ANF_CHECKED int anf__find_field(struct checking *c, uint32_t code, int field, const char *fmt, ...)
    ANF_PRINTF(4, 5);
ANF_CHECKED int anf__find_node(struct checking *c, uint32_t code, const struct anf_node *node,
                               const char *fmt, ...) ANF_PRINTF(4, 5);

/* Fill in the questions; comes before all that looks at them. */
ANF_CHECKED int anf__collect_questions(struct checking *c);
/* The highest number of a question where these are numbered 1, 2, 3 … throughout; 0: they are
 * not. */
uint32_t anf__last_question(const struct checking *c);

/* The searches. */
ANF_CHECKED int anf__check_fields(struct checking *c);
ANF_CHECKED int anf__check_questions(struct checking *c);
ANF_CHECKED int anf__check_answers(struct checking *c);
ANF_CHECKED int anf__check_references(struct checking *c);
ANF_CHECKED int anf__check_blocks(struct checking *c);

/* The first node below top, or after node, in document order; NULL: that was the last. */
const struct anf_node *anf__next_node(const struct anf_node *top, const struct anf_node *node);
/* The same without what is in the node. */
const struct anf_node *anf__skip_node(const struct anf_node *top, const struct anf_node *node);
/* The words of a block, in c->text. */
ANF_CHECKED int anf__block_text(struct checking *c, const struct anf_node *block);

#endif
