/* charset.h: from bytes in any charset to UTF-8. docs/charsets.md has the rules. */
#ifndef ANF_CHARSET_H
#define ANF_CHARSET_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "buffer.h"

#include <anfrage/base.h>

enum { ANF__CHARSET_NAME = 48 };

struct anf__charset {
    char name[ANF__CHARSET_NAME];  /* WHATWG's, in lower case: "windows-1252" */
    char iconv[ANF__CHARSET_NAME]; /* iconv(3)'s */
};

/* --- labels: charset-label.c --- */

/* By the table of the Encoding Standard (data/charsets.tsv). 0: unknown, or not to be decoded. */
int anf__charset_by_label(const char *label, struct anf__charset *ret_charset);
/* A name that iconv knows beyond the table, from someone who knows ("CP850"). 0: none. */
int anf__charset_by_iconv(const char *name, struct anf__charset *ret_charset);

/* --- UTF-8: utf8.c --- */

enum anf__utf8_kind {
    ANF__UTF8_ASCII, /* a run of it */
    ANF__UTF8_VALID, /* one character */
    ANF__UTF8_MEANT, /* shaped like one, but overlong, a surrogate, or beyond U+10FFFF */
    ANF__UTF8_CUT,   /* the input ends within one */
    ANF__UTF8_BAD    /* a byte that begins no character */
};
enum { ANF__UTF8_KINDS = ANF__UTF8_BAD + 1 };

/* What stands at text, and how many bytes it has; len is at least 1. */
size_t anf__utf8_step(const unsigned char *text, size_t len, enum anf__utf8_kind *ret_kind);

/* How many bytes of each kind. */
struct anf__utf8_census {
    size_t bytes[ANF__UTF8_KINDS];
};
void anf__utf8_count(const unsigned char *text, size_t len, struct anf__utf8_census *ret_census);

/* --- decoding: decode.c --- */

struct anf__decoding {
    struct anf__buffer text;
    size_t replaced; /* sequences that became U+FFFD */
    size_t repaired; /* bytes that were read as windows-1252 in a text that is UTF-8 */
    size_t first_replaced, first_repaired; /* offsets into text */
};

/* These append to the text. */
ANF_CHECKED int anf__decode_utf8(struct anf__decoding *decoding, const unsigned char *data,
                                 size_t len);
ANF_CHECKED int anf__decode_windows_1252(struct anf__decoding *decoding, const unsigned char *data,
                                         size_t len);
/* ANF_ERR_UNSUPPORTED: iconv of this system does not know the charset. ANF_ERR_SYNTAX: what it
 * gave is not UTF-8. */
ANF_CHECKED int anf__decode_iconv(struct anf__decoding *decoding, const char *charset,
                                  const unsigned char *data, size_t len);
/* Bytes of the smallest unit of a charset: 2 in UTF-16, 4 in UTF-32. */
size_t anf__charset_unit(const char *iconv_name);

#endif
