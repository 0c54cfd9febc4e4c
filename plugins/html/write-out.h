/* write-out.h: what a page needs beside markup. */
#ifndef ANF_HTML_WRITE_OUT_H
#define ANF_HTML_WRITE_OUT_H

#include "markup.h"

/* Markup, which is ours, as it is. */
void anf__html_out_format(struct anf__markup_out *out, const char *fmt, ...) ANF_PRINTF(2, 3);
/* JSON in a script element. */
void anf__html_out_json(struct anf__markup_out *out, const char *json, size_t len);

#endif
