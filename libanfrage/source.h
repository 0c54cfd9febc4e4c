/* source.h: where the bytes of one reading come from. */
#ifndef ANF_SOURCE_H
#define ANF_SOURCE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "buffer.h"
#include "reference.h"

#include <anfrage/anfrage.h>

/* A path, a descriptor, memory or a callback: read says which. */
struct anf_source {
    atomic_uint references;
    char *name;
    char *charset; /* that the caller knows; NULL: does not */
    int (*read)(struct anf_context *ctx, struct anf_source *source);
    anf_read_fn *fn; /* callback */
    void *user;
    int fd;                    /* descriptor */
    int spent;                 /* a callback or descriptor that was read from, and failed */
    int loaded;                /* data and length are set */
    const unsigned char *data; /* the whole input */
    size_t length;
    struct anf__buffer buffer; /* holds it, unless it lies in the caller's memory */
};

/* Have the whole input in data and length, within the limit; read only once. ANF_ERR_SYNTAX: it is
 * empty. Failures are reported but for ANF_ERR_NOMEM. */
ANF_CHECKED int anf__source_load(struct anf_context *ctx, struct anf_source *source);

/* The name without its folders. */
const char *anf__source_base_name(const struct anf_source *source);

#endif
