/* decoded.h: one decoding at a time, for the tests of charsets. */
#ifndef TESTS_DECODED_H
#define TESTS_DECODED_H

#include "call.h"
#include "log.h"

extern struct anf_context *ctx;
extern struct log messages;
/* What the last decoding left. */
extern struct anf_call call;
extern struct anf_source *source;
extern const char *text; /* NULL: it failed */
extern size_t text_len;

void set_up(void);
void tear_down(void);

/* anf_source_text on bytes whose charset the caller knows to be known, or NULL. */
int decode_bytes(const void *bytes, size_t len, const char *known, const char *label,
                 uint32_t flags);
/* Bytes without NUL, with a label or NULL. */
int decode(const char *bytes, const char *label);

/* The text, and the charset that it was in. */
void expect(const char *wanted, const char *charset);
/* One diagnostic, with this code. */
void expect_only(uint32_t code);

#endif
