/* transfer.h: one input on its way to its outputs. */
#ifndef CLI_TRANSFER_H
#define CLI_TRANSFER_H

#include "inputs.h"
#include "options.h"
#include "report.h"

/* What all inputs of a conversion have in common; nobody changes it while they run. */
struct conversion {
    const struct options *options;
    const char *from;             /* format; NULL: by the bytes */
    const char *to;               /* format */
    bool many;                    /* one output holds several inquiries */
    const char *extension;        /* of outputs under -O */
    const char **writing_options; /* "key=value" up to a NULL */
    struct inputs inputs;
};

/* Convert one input; report gets everything that is to be said. true: all done. */
bool transfer_run(const struct conversion *conversion, const struct input *input,
                  struct anf_context *ctx, struct report *report);

#endif
