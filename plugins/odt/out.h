/* out.h: XML that is put together in memory. The first failure is remembered, and everything after
 * it does nothing: ask once, at the end. */
#ifndef ANF_ODT_OUT_H
#define ANF_ODT_OUT_H

#include <anfrage/plugin.h>

struct anf__odt_out {
    char *data; /* not terminated; NULL while empty */
    size_t length;
    size_t capacity;
    int status;      /* ANF_OK or ANF_ERR_NOMEM */
    int tag_is_open; /* a start tag still lacks its end */
};

void anf__odt_out_clear(struct anf__odt_out *out); /* frees */

/* Markup as it is. */
void anf__odt_raw(struct anf__odt_out *out, const char *markup);
void anf__odt_raw_bytes(struct anf__odt_out *out, const char *data, size_t len);

/* An element; what follows up to its end stands in it. */
void anf__odt_start(struct anf__odt_out *out, const char *name);
void anf__odt_end(struct anf__odt_out *out, const char *name);
/* Of the tag that is open; value NULL: nothing. */
void anf__odt_attribute(struct anf__odt_out *out, const char *name, const char *value);
void anf__odt_attribute_format(struct anf__odt_out *out, const char *name, const char *fmt, ...)
    ANF_PRINTF(3, 4);

/* Character data. White space is the caller's affair: see text.h. */
void anf__odt_text(struct anf__odt_out *out, const char *text, size_t len);

#endif
