/* write-out.c: markup that is put together, and JSON within it, well-formed for parsers of XML and
 * of HTML alike. */
#include "write-out.h"

#include <stdarg.h>
#include <stdio.h>

void
anf__html_out_format(struct anf__markup_out *out, const char *fmt, ...)
{
    char markup[512];
    va_list args;
    va_start(args, fmt);
    vsnprintf(markup, sizeof markup, fmt, args);
    va_end(args);
    anf__markup_puts(out, markup);
}

/* To HTML the contents of a script are text without references, to XML they are markup: what both
 * take as it is has none of these, and in JSON they stand in strings only (RFC 8259, section 7). */
static const struct anf__markup_escapes in_json = {
    .of = {['&'] = "\\u0026", ['<'] = "\\u003c", ['>'] = "\\u003e"}};

void
anf__html_out_json(struct anf__markup_out *out, const char *json, size_t len)
{
    anf__markup_escape(out, json, len, &in_json);
}
