/* markup.h: XML and HTML as it is written. xmlTextWriter allocates for each string, writes
 * quotation marks in text as references, and its indentation cannot change within a document; what
 * is left to do without it is this. Nothing else escapes. */
#ifndef ANF_PLUGIN_MARKUP_H
#define ANF_PLUGIN_MARKUP_H

#include <anfrage/plugin.h>

#include <limits.h>

/* The first failure is kept in status, and everything after it does nothing: ask once, at the end.
 * To begin with all is 0 but the sink. */
struct anf__markup_out {
    struct anf_sink *sink; /* gets what no longer fits in data; NULL: data grows to hold all */
    int status;
    int tag_is_open; /* a start tag still lacks its end */
    int is_silent;   /* nothing is written, as in a rehearsal */
    char *data;      /* not terminated; NULL while empty */
    size_t length;
    size_t capacity;
};

/* Write out what is held back, and free it; the status of all. */
ANF_CHECKED int anf__markup_finish(struct anf__markup_out *out);
/* Only free it. */
void anf__markup_clear(struct anf__markup_out *out);
void anf__markup_fail(struct anf__markup_out *out, int status);

/* Bytes as they are, also in the middle of a tag. */
void anf__markup_raw(struct anf__markup_out *out, const char *data, size_t len);
/* Markup as it is, in an element's content. */
void anf__markup_puts(struct anf__markup_out *out, const char *markup);

/* An element; what follows up to its end stands in it. */
void anf__markup_start(struct anf__markup_out *out, const char *name);
void anf__markup_end(struct anf__markup_out *out, const char *name);

/* One more attribute of a tag that is still open; NULL: none. */
void anf__markup_attribute(struct anf__markup_out *out, const char *name, const char *value);
void anf__markup_attribute_format(struct anf__markup_out *out, const char *name, const char *fmt,
                                  ...) ANF_PRINTF(3, 4);
/* The same in parts, of which there may be several values. */
void anf__markup_attribute_start(struct anf__markup_out *out, const char *name);
void anf__markup_value(struct anf__markup_out *out, const char *value);
void anf__markup_attribute_end(struct anf__markup_out *out);

void anf__markup_text(struct anf__markup_out *out, const char *text, size_t len);
void anf__markup_string(struct anf__markup_out *out, const char *text);

/* What stands for a byte; NULL: the byte itself. */
struct anf__markup_escapes {
    const char *of[UCHAR_MAX + 1];
};
void anf__markup_escape(struct anf__markup_out *out, const char *text, size_t len,
                        const struct anf__markup_escapes *escapes);

#endif
