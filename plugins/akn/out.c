/* out.c: XML into a sink. xmlTextWriter allocates for each string, writes quotation marks in text
 * as references, and its indentation cannot change within a document; what is left to do without it
 * is this. */
#include "out.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void
anf__akn_out_flush(struct anf__akn_out *out)
{
    if (out->status == ANF_OK && out->sink && out->used)
        out->status = anf_sink_write(out->sink, out->buffer, out->used);
    out->used = 0;
}

void
anf__akn_out_raw(struct anf__akn_out *out, const char *data, size_t len)
{
    if (!out->sink || out->status != ANF_OK)
        return;
    if (len > sizeof out->buffer - out->used)
        anf__akn_out_flush(out);
    if (len <= sizeof out->buffer) {
        memcpy(out->buffer + out->used, data, len);
        out->used += len;
    } else if (out->status == ANF_OK) {
        out->status = anf_sink_write(out->sink, data, len);
    }
}

static void
raw_string(struct anf__akn_out *out, const char *text)
{
    anf__akn_out_raw(out, text, strlen(text));
}

static void
end_tag(struct anf__akn_out *out)
{
    if (out->tag_is_open)
        anf__akn_out_raw(out, ">", 1);
    out->tag_is_open = 0;
}

static void
start_line(struct anf__akn_out *out)
{
    static const char blanks[] = "                                ";
    if (out->flat)
        return;
    anf__akn_out_raw(out, "\n", 1);
    size_t wanted = (size_t)out->level * 2;
    for (size_t n; wanted; wanted -= n) {
        n = wanted < sizeof blanks - 1 ? wanted : sizeof blanks - 1;
        anf__akn_out_raw(out, blanks, n);
    }
}

void
anf__akn_out_start(struct anf__akn_out *out, const char *name)
{
    end_tag(out);
    start_line(out);
    anf__akn_out_raw(out, "<", 1);
    raw_string(out, name);
    out->tag_is_open = 1;
    ++out->level;
}

void
anf__akn_out_start_line(struct anf__akn_out *out, const char *name)
{
    anf__akn_out_start(out, name);
    ++out->flat;
}

static void
end(struct anf__akn_out *out, const char *name, int on_its_line)
{
    --out->level;
    if (out->tag_is_open) {
        anf__akn_out_raw(out, "/>", 2);
        out->tag_is_open = 0;
        return;
    }
    if (!on_its_line)
        start_line(out);
    anf__akn_out_raw(out, "</", 2);
    raw_string(out, name);
    anf__akn_out_raw(out, ">", 1);
}

void
anf__akn_out_end(struct anf__akn_out *out, const char *name)
{
    end(out, name, 0);
}

void
anf__akn_out_end_line(struct anf__akn_out *out, const char *name)
{
    end(out, name, 1);
    --out->flat;
}

/* XML 1.0, 2.4: '>' has to be written so in "]]>"; it is everywhere. 3.3.3: a TAB or LF in an
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

/* The text ends with a zero byte, at len or later. */
static void
escape(struct anf__akn_out *out, const char *text, size_t len, const char *special)
{
    for (size_t start = 0; out->sink && start < len;) {
        size_t run = strcspn(text + start, special);
        if (run > len - start)
            run = len - start;
        anf__akn_out_raw(out, text + start, run);
        start += run;
        if (start < len)
            raw_string(out, reference(text[start++]));
    }
}

static void
escape_attribute(struct anf__akn_out *out, const char *value)
{
    escape(out, value, strlen(value), "&<>\"\t\n");
}

void
anf__akn_out_text(struct anf__akn_out *out, const char *text, size_t len)
{
    if (!len)
        return;
    end_tag(out);
    escape(out, text, len, "&<>");
}

void
anf__akn_out_string(struct anf__akn_out *out, const char *text)
{
    anf__akn_out_text(out, text, strlen(text));
}

void
anf__akn_out_attribute_start(struct anf__akn_out *out, const char *name)
{
    anf__akn_out_raw(out, " ", 1);
    raw_string(out, name);
    anf__akn_out_raw(out, "=\"", 2);
}

void
anf__akn_out_attribute_part(struct anf__akn_out *out, const char *value)
{
    escape_attribute(out, value);
}

void
anf__akn_out_attribute_end(struct anf__akn_out *out)
{
    anf__akn_out_raw(out, "\"", 1);
}

void
anf__akn_out_attribute(struct anf__akn_out *out, const char *name, const char *value)
{
    if (!value)
        return;
    anf__akn_out_attribute_start(out, name);
    escape_attribute(out, value);
    anf__akn_out_attribute_end(out);
}

void
anf__akn_out_attribute_format(struct anf__akn_out *out, const char *name, const char *fmt, ...)
{
    char *value = NULL;
    va_list args;
    va_start(args, fmt);
    if (vasprintf(&value, fmt, args) < 0)
        value = NULL;
    va_end(args);
    if (!value && out->status == ANF_OK)
        out->status = ANF_ERR_NOMEM;
    anf__akn_out_attribute(out, name, value);
    free(value);
}

void
anf__akn_out_value(struct anf__akn_out *out, const char *name, const char *attribute,
                   const char *value)
{
    if (!value)
        return;
    anf__akn_out_start(out, name);
    anf__akn_out_attribute(out, attribute, value);
    anf__akn_out_end(out, name);
}
