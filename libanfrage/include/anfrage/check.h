/* check.h: is an inquiry sound? */
#ifndef ANFRAGE_CHECK_H
#define ANFRAGE_CHECK_H

#include <anfrage/inquiry.h>

#ifdef __cplusplus
extern "C" {
#endif

/* One thing that a person should look at. Every pointer is borrowed for the call; the node lives
 * as long as its inquiry. */
struct anf_finding {
    uint32_t size;
    int32_t severity;            /* enum anf_severity */
    uint32_t code;               /* enum anf_code, from 200 on: docs/diagnostics.md */
    int32_t field;               /* enum anf_field; 0: it is about content */
    const struct anf_node *node; /* NULL: it is about a field */
    const char *path;            /* "reference", "content/exchange 2/question 3." */
    const char *message;         /* one English line without a full stop */
};

/* ANF_OK goes on; a negative status ends the search and is what anf_inquiry_findings returns. May
 * look at the inquiry and use ctx, and may not change either. */
typedef int anf_finding_fn(const struct anf_finding *finding, void *user);

/* Tell what is probably wrong with an inquiry, or missing: only what a sound inquiry does not have.
 * docs/diagnostics.md has each finding with its rule and where that comes from. The vocabulary of
 * ctx tells how its parliament numbers papers. What the model's grammar asks for,
 * anf_inquiry_check tells: the two are independent.
 * What is found in fields comes first. Findings go to fn alone, not to the diagnostic function of
 * ctx; fn NULL: they are counted.
 * Gives how many there are, or a negative status: what fn returned, ANF_ERR_NOMEM, or
 * ANF_ERR_ARGUMENT where ctx or inquiry is NULL. */
ANF_API ANF_CHECKED int anf_inquiry_findings(struct anf_context *ctx,
                                             const struct anf_inquiry *inquiry, anf_finding_fn *fn,
                                             void *user);

#ifdef __cplusplus
}
#endif
#endif
