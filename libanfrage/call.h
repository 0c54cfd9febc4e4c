/* call.h: one running read or write. */
#ifndef ANF_CALL_H
#define ANF_CALL_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "array.h"
#include "buffer.h"
#include "charset.h"
#include "diagnostic.h"
#include "format.h"

#include <anfrage/plugin.h>

enum { ANF__SHA256_DIGITS = 64 };

struct anf__option {
    const char *text; /* "key=value" or "key"; the caller's */
    int asked;        /* the plugin wanted to know */
    int reported;     /* as bad */
};

struct anf_call {
    struct anf_context *ctx;
    const struct anf__format *format;
    const char *place;  /* name of the source or sink; NULL: none */
    const char *member; /* the part of it that this call is about; NULL: all of it */
    uint64_t errors;    /* that the context had when the call began */
    ANF__ARRAY(struct anf__option) options;
    /* reading */
    struct anf_source *source;
    struct anf_page *page; /* NULL: this call writes */
    anf_inquiry_fn *fn;    /* NULL: the caller wants the page, not inquiries */
    void *user;
    size_t emitted;
    int stopped; /* the status with which fn, or the library, ended the reading */
    ANF__ARRAY(struct anf__buffer) texts; /* that anf_source_text lent out */
    char charset[ANF__CHARSET_NAME];      /* of the last of them; "": none */
    char sha256[ANF__SHA256_DIGITS + 1];  /* of the source; "" until it is asked for */
};

/* options: "key=value" up to a NULL, or NULL. Clear in any case. */
ANF_CHECKED int anf__call_begin(struct anf_call *call, struct anf_context *ctx,
                                const struct anf__format *format, const char *place,
                                const char *const *options);
void anf__call_clear(struct anf_call *call);

/* What a plugin's function returned, as the library hands it on: a status of the contract, and
 * every failure reported. */
int anf__call_settle(struct anf_call *call, int status);
/* Warn of options that no one asked for. */
void anf__call_report_unasked(struct anf_call *call);

/* Hand an inquiry over to the reader's caller; its content is checked first (reported). */
ANF_CHECKED int anf__call_deliver(struct anf_call *call, struct anf_inquiry *inquiry);

/* Is the content of an inquiry complete? ANF_ERR_MODEL: no (reported). */
ANF_CHECKED int anf__check_content(struct anf_context *ctx,
                                   const struct anf__place_of_report *where,
                                   const struct anf_inquiry *inquiry);

#endif
