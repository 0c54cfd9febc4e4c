/* write-out.h: markup into a sink. Nothing else escapes. */
#ifndef ANF_HTML_WRITE_OUT_H
#define ANF_HTML_WRITE_OUT_H

#include <anfrage/plugin.h>

/* The first failure is kept in status, and everything after it does nothing: ask once, at the
 * end. */
struct anf__html_out {
    struct anf_sink *sink;
    int status;
    size_t used;
    char buffer[8192];
};

/* Markup, which is ours, as it is. */
void anf__html_out_puts(struct anf__html_out *out, const char *markup);
void anf__html_out_format(struct anf__html_out *out, const char *fmt, ...) ANF_PRINTF(2, 3);
/* Text of the model. */
void anf__html_out_text(struct anf__html_out *out, const char *text, size_t len);
void anf__html_out_string(struct anf__html_out *out, const char *text);
/* One more attribute of a tag that is still open; NULL: none. */
void anf__html_out_attribute(struct anf__html_out *out, const char *name, const char *value);
/* Text of the model within an attribute's value. */
void anf__html_out_value(struct anf__html_out *out, const char *value);
/* JSON in a script element. */
void anf__html_out_json(struct anf__html_out *out, const char *json);
void anf__html_out_fail(struct anf__html_out *out, int status);
/* Write out what is held back; the status of all. */
ANF_CHECKED int anf__html_out_finish(struct anf__html_out *out);

#endif
