/* generate.h: random inquiries over the whole model, the same ones for the same seed. */
#ifndef KIT_GENERATE_H
#define KIT_GENERATE_H

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

/* A complete inquiry by anf_inquiry_check. NULL: out of memory, or the model refused what it
 * ought to take. */
struct anf_inquiry *generate_inquiry(struct anf_context *ctx, uint64_t seed);
/* leave_out: of enum generate_part. */
struct anf_inquiry *generate_inquiry_without(struct anf_context *ctx, uint64_t seed,
                                             unsigned leave_out);

#endif
