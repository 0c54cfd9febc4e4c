/* write-out.c: markup into a sink, well-formed for parsers of XML and of HTML alike. */
#include "write-out.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void
flush(struct anf__html_out *out)
{
    if (out->status == ANF_OK && out->used)
        out->status = anf_sink_write(out->sink, out->buffer, out->used);
    out->used = 0;
}

static void
put(struct anf__html_out *out, const char *bytes, size_t len)
{
    if (len > sizeof out->buffer - out->used)
        flush(out);
    if (out->status != ANF_OK)
        return;
    if (len > sizeof out->buffer) {
        out->status = anf_sink_write(out->sink, bytes, len);
        return;
    }
    memcpy(out->buffer + out->used, bytes, len);
    out->used += len;
}

void
anf__html_out_puts(struct anf__html_out *out, const char *markup)
{
    put(out, markup, strlen(markup));
}

void
anf__html_out_format(struct anf__html_out *out, const char *fmt, ...)
{
    char markup[512];
    va_list args;
    va_start(args, fmt);
    vsnprintf(markup, sizeof markup, fmt, args);
    va_end(args);
    anf__html_out_puts(out, markup);
}

/* XML 1.0, 2.4: '>' has to be escaped in "]]>"; it is everywhere. 3.3.3: a TAB or LF in an
 * attribute would become a space. */
static const char *
reference(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\t':
        return "&#9;";
    default:
        return "&#10;";
    }
}

/* To HTML the contents of a script are text without references, to XML they are markup: what both
 * take as it is has none of these, and in JSON they stand in strings only (RFC 8259, section 7). */
static const char *
json_escape(char c)
{
    switch (c) {
    case '&':
        return "\\u0026";
    case '<':
        return "\\u003c";
    default:
        return "\\u003e";
    }
}

/* The text ends with a zero byte, at len or later. */
static void
escape(struct anf__html_out *out, const char *text, size_t len, const char *special,
       const char *(*escaped)(char c))
{
    for (size_t start = 0; start < len;) {
        size_t run = strcspn(text + start, special);
        if (run > len - start)
            run = len - start;
        put(out, text + start, run);
        start += run;
        if (start < len)
            anf__html_out_puts(out, escaped(text[start++]));
    }
}

void
anf__html_out_text(struct anf__html_out *out, const char *text, size_t len)
{
    escape(out, text, len, "&<>", reference);
}

void
anf__html_out_string(struct anf__html_out *out, const char *text)
{
    anf__html_out_text(out, text, strlen(text));
}

void
anf__html_out_value(struct anf__html_out *out, const char *value)
{
    escape(out, value, strlen(value), "&<>\"\t\n", reference);
}

void
anf__html_out_attribute(struct anf__html_out *out, const char *name, const char *value)
{
    if (!value)
        return;
    put(out, " ", 1);
    anf__html_out_puts(out, name);
    put(out, "=\"", 2);
    anf__html_out_value(out, value);
    put(out, "\"", 1);
}

void
anf__html_out_json(struct anf__html_out *out, const char *json)
{
    escape(out, json, strlen(json), "&<>", json_escape);
}

void
anf__html_out_fail(struct anf__html_out *out, int status)
{
    if (out->status == ANF_OK)
        out->status = status;
}

int
anf__html_out_finish(struct anf__html_out *out)
{
    flush(out);
    return out->status;
}
