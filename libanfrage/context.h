/* context.h: the inside of a context. */
#ifndef ANF_CONTEXT_PRIVATE_H
#define ANF_CONTEXT_PRIVATE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "format.h"
#include "reference.h"

#include <anfrage/anfrage.h>

#include <iconv.h>

struct vocabulary;

struct anf_context {
    atomic_uint references;
    anf_diagnostic_fn *fn; /* NULL: nobody listens */
    void *user;
    uint64_t limits[ANF_LIMIT_CELLS + 1];
    /* How many errors were reported, and the code of the last one: a call that fails must have
     * said why. */
    uint64_t errors;
    uint32_t last_error;
    struct anf__registry registry;
    struct vocabulary *words;       /* compiled in, and what was loaded */
    ANF__ARRAY(iconv_t) converters; /* kept open, so that iconv keeps their modules */
};

/* Close what anf_context_preload keeps. */
void anf__converters_clear(struct anf_context *ctx);

#endif
