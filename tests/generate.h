/* generate.h: random inquiries over the whole model, the same ones for the same seed. */
#ifndef TESTS_GENERATE_H
#define TESTS_GENERATE_H

#include <anfrage/anfrage.h>

/* Each part draws from its own numbers: leaving one out leaves the others as they are. */
enum generate_part {
    GENERATE_FIELDS = 1,
    GENERATE_PEOPLE = 2,
    GENERATE_LISTS = 4, /* subjects, links, contacts */
    GENERATE_CONTENT = 8,
    GENERATE_REPAIRS = 16,
    GENERATE_ASIDE = 32,      /* discarded text, evidence */
    GENERATE_ATTRIBUTES = 64, /* all but an image's source */
    GENERATE_ODD_TEXT = 128,  /* left out: every text is one letter */
    GENERATE_PARTS = 8        /* how many there are */
};

struct generate_options {
    uint32_t max_nodes; /* 0: as the seed has it */
    unsigned leave_out; /* enum generate_part */
};

/* A complete inquiry by anf_inquiry_check. NULL: out of memory, or the model refused what it
 * ought to take. */
struct anf_inquiry *generate_inquiry(struct anf_context *ctx, uint64_t seed);
struct anf_inquiry *generate_inquiry_within(struct anf_context *ctx, uint64_t seed,
                                            const struct generate_options *options);

#endif
