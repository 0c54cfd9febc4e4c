/* out.c: XML that is put together in memory. */
#include "out.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALLEST = 4096 };

void
anf__odt_out_clear(struct anf__odt_out *out)
{
    free(out->data);
    *out = (struct anf__odt_out){0};
}

static int
reserve(struct anf__odt_out *out, size_t len)
{
    if (len <= out->capacity - out->length)
        return ANF_OK;
    if (len > SIZE_MAX / 2 - out->capacity)
        return ANF_ERR_NOMEM;
    size_t capacity = (out->capacity + len) * 2;
    if (capacity < SMALLEST)
        capacity = SMALLEST;
    char *grown = realloc(out->data, capacity);
    if (!grown)
        return ANF_ERR_NOMEM;
    out->data = grown;
    out->capacity = capacity;
    return ANF_OK;
}

void
anf__odt_raw_bytes(struct anf__odt_out *out, const char *data, size_t len)
{
    if (out->status != ANF_OK || !len)
        return;
    out->status = reserve(out, len);
    if (out->status != ANF_OK)
        return;
    memcpy(out->data + out->length, data, len);
    out->length += len;
}

static void
raw_string(struct anf__odt_out *out, const char *text)
{
    anf__odt_raw_bytes(out, text, strlen(text));
}

static void
end_tag(struct anf__odt_out *out)
{
    if (out->tag_is_open)
        raw_string(out, ">");
    out->tag_is_open = 0;
}

void
anf__odt_raw(struct anf__odt_out *out, const char *markup)
{
    end_tag(out);
    raw_string(out, markup);
}

void
anf__odt_start(struct anf__odt_out *out, const char *name)
{
    end_tag(out);
    raw_string(out, "<");
    raw_string(out, name);
    out->tag_is_open = 1;
}

void
anf__odt_end(struct anf__odt_out *out, const char *name)
{
    if (out->tag_is_open) {
        raw_string(out, "/>");
        out->tag_is_open = 0;
        return;
    }
    raw_string(out, "</");
    raw_string(out, name);
    raw_string(out, ">");
}

/* White space other than SPACE only survives in an attribute as a reference (XML 1.0, 3.3.3). */
static const char *
escape_of(char c)
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
    case '\n':
        return "&#10;";
    default:
        return "";
    }
}

static void
escape(struct anf__odt_out *out, const char *text, size_t len, const char *special)
{
    size_t start = 0;
    for (size_t i = 0; i < len; i++) {
        if (!strchr(special, text[i]))
            continue;
        anf__odt_raw_bytes(out, text + start, i - start);
        raw_string(out, escape_of(text[i]));
        start = i + 1;
    }
    anf__odt_raw_bytes(out, text + start, len - start);
}

void
anf__odt_attribute(struct anf__odt_out *out, const char *name, const char *value)
{
    if (!value)
        return;
    raw_string(out, " ");
    raw_string(out, name);
    raw_string(out, "=\"");
    escape(out, value, strlen(value), "&<>\"\t\n");
    raw_string(out, "\"");
}

void
anf__odt_attribute_format(struct anf__odt_out *out, const char *name, const char *fmt, ...)
{
    char *value = NULL;
    va_list args;
    va_start(args, fmt);
    if (vasprintf(&value, fmt, args) < 0)
        value = NULL;
    va_end(args);
    if (!value && out->status == ANF_OK)
        out->status = ANF_ERR_NOMEM;
    anf__odt_attribute(out, name, value);
    free(value);
}

void
anf__odt_text(struct anf__odt_out *out, const char *text, size_t len)
{
    if (!len)
        return;
    end_tag(out);
    escape(out, text, len, "&<>");
}
