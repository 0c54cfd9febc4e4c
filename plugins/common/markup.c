/* markup.c: XML and HTML into a sink, or into memory. */
#include "markup.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SMALLEST = 8192 };

/* --- bytes --- */

void
anf__markup_clear(struct anf__markup_out *out)
{
    free(out->data);
    *out = (struct anf__markup_out){0};
}

void
anf__markup_fail(struct anf__markup_out *out, int status)
{
    if (out->status == ANF_OK)
        out->status = status;
}

static int
write_out(struct anf__markup_out *out)
{
    size_t len = out->length;
    out->length = 0;
    return len ? anf_sink_write(out->sink, out->data, len) : ANF_OK;
}

static int
grow(struct anf__markup_out *out, size_t len)
{
    if (len > SIZE_MAX / 2 - out->length)
        return ANF_ERR_NOMEM;
    size_t capacity = (out->length + len) * 2;
    if (capacity < SMALLEST)
        capacity = SMALLEST;
    char *grown = realloc(out->data, capacity);
    if (!grown)
        return ANF_ERR_NOMEM;
    out->data = grown;
    out->capacity = capacity;
    return ANF_OK;
}

static int
make_room(struct anf__markup_out *out, size_t len)
{
    int status = out->sink ? write_out(out) : ANF_OK;
    return status == ANF_OK && len > out->capacity - out->length ? grow(out, len) : status;
}

void
anf__markup_raw(struct anf__markup_out *out, const char *data, size_t len)
{
    if (out->status != ANF_OK || out->is_silent || !len)
        return;
    if (len > out->capacity - out->length)
        out->status = make_room(out, len);
    if (out->status != ANF_OK)
        return;
    memcpy(out->data + out->length, data, len);
    out->length += len;
}

int
anf__markup_finish(struct anf__markup_out *out)
{
    int status = out->status == ANF_OK && out->sink ? write_out(out) : out->status;
    anf__markup_clear(out);
    return status;
}

/* --- tags --- */

static void
raw_string(struct anf__markup_out *out, const char *text)
{
    anf__markup_raw(out, text, strlen(text));
}

static void
end_tag(struct anf__markup_out *out)
{
    if (out->tag_is_open)
        anf__markup_raw(out, ">", 1);
    out->tag_is_open = 0;
}

void
anf__markup_puts(struct anf__markup_out *out, const char *markup)
{
    end_tag(out);
    raw_string(out, markup);
}

void
anf__markup_start(struct anf__markup_out *out, const char *name)
{
    end_tag(out);
    anf__markup_raw(out, "<", 1);
    raw_string(out, name);
    out->tag_is_open = 1;
}

void
anf__markup_end(struct anf__markup_out *out, const char *name)
{
    if (out->tag_is_open) {
        anf__markup_raw(out, "/>", 2);
        out->tag_is_open = 0;
        return;
    }
    anf__markup_raw(out, "</", 2);
    raw_string(out, name);
    anf__markup_raw(out, ">", 1);
}

/* --- text --- */

/* XML 1.0, 2.4: '>' has to be written so in "]]>"; it is everywhere. */
static const struct anf__markup_escapes in_text = {
    .of = {['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;"}};

/* XML 1.0, 3.3.3: a TAB or LF in an attribute would become a space. */
static const struct anf__markup_escapes in_value = {.of = {['&'] = "&amp;",
                                                           ['<'] = "&lt;",
                                                           ['>'] = "&gt;",
                                                           ['"'] = "&quot;",
                                                           ['\t'] = "&#9;",
                                                           ['\n'] = "&#10;"}};

/* Not strcspn, which would look beyond a piece of a longer text for what the piece has none of. */
static size_t
plain_length(const char *text, size_t len, const struct anf__markup_escapes *escapes)
{
    size_t plain = 0;
    while (plain < len && !escapes->of[(unsigned char)text[plain]])
        ++plain;
    return plain;
}

void
anf__markup_escape(struct anf__markup_out *out, const char *text, size_t len,
                   const struct anf__markup_escapes *escapes)
{
    for (size_t start = 0; start < len && !out->is_silent;) {
        size_t plain = plain_length(text + start, len - start, escapes);
        anf__markup_raw(out, text + start, plain);
        start += plain;
        if (start < len)
            raw_string(out, escapes->of[(unsigned char)text[start++]]);
    }
}

void
anf__markup_text(struct anf__markup_out *out, const char *text, size_t len)
{
    if (!len)
        return;
    end_tag(out);
    anf__markup_escape(out, text, len, &in_text);
}

void
anf__markup_string(struct anf__markup_out *out, const char *text)
{
    anf__markup_text(out, text, strlen(text));
}

void
anf__markup_value(struct anf__markup_out *out, const char *value)
{
    anf__markup_escape(out, value, strlen(value), &in_value);
}

void
anf__markup_attribute_start(struct anf__markup_out *out, const char *name)
{
    anf__markup_raw(out, " ", 1);
    raw_string(out, name);
    anf__markup_raw(out, "=\"", 2);
}

void
anf__markup_attribute_end(struct anf__markup_out *out)
{
    anf__markup_raw(out, "\"", 1);
}

void
anf__markup_attribute(struct anf__markup_out *out, const char *name, const char *value)
{
    if (!value)
        return;
    anf__markup_attribute_start(out, name);
    anf__markup_value(out, value);
    anf__markup_attribute_end(out);
}

void
anf__markup_attribute_format(struct anf__markup_out *out, const char *name, const char *fmt, ...)
{
    char *value = NULL;
    va_list args;
    va_start(args, fmt);
    if (vasprintf(&value, fmt, args) < 0)
        value = NULL;
    va_end(args);
    if (!value)
        anf__markup_fail(out, ANF_ERR_NOMEM);
    anf__markup_attribute(out, name, value);
    free(value);
}
