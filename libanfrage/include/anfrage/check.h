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

/* A negative status ends the search. */
typedef int anf_finding_fn(const struct anf_finding *finding, void *user);

/* Tell what is probably wrong with an inquiry, or missing: only what a sound inquiry does not have.
 * The vocabulary of ctx tells how its parliament numbers papers. fn may be NULL. Gives how many
 * findings there are, or a negative status: ANF_ERR_NOMEM, or what fn returned. What the model's
 * grammar asks for, anf_inquiry_check tells. */
ANF_API ANF_CHECKED int anf_inquiry_findings(struct anf_context *ctx,
                                             const struct anf_inquiry *inquiry, anf_finding_fn *fn,
                                             void *user);

#ifdef __cplusplus
}
#endif
#endif
