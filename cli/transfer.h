/* transfer.h: one input on its way to the bytes of its outputs. */
#ifndef CLI_TRANSFER_H
#define CLI_TRANSFER_H

#include "inputs.h"
#include "options.h"

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

/* In a worker: convert one input, which is open at fd, and send what is to be said and written, and
 * at last the status, as frames. false: nobody listens any more. */
bool transfer_run(const struct conversion *conversion, const struct input *input, int fd,
                  struct anf_context *ctx, int socket);

#endif
