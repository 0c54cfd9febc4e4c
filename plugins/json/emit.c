/* emit.c: JSON (RFC 8259) piece by piece into a sink. */
#include "emit.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <string.h>

enum { INDENT = 2 };

static void
flush(struct anf__json_emitter *emitter)
{
    if (emitter->status == ANF_OK && emitter->used)
        emitter->status = anf_sink_write(emitter->sink, emitter->buffer, emitter->used);
    emitter->used = 0;
}

static void
put(struct anf__json_emitter *emitter, const char *bytes, size_t len)
{
    if (len > sizeof emitter->buffer - emitter->used)
        flush(emitter);
    if (emitter->status != ANF_OK)
        return;
    if (len > sizeof emitter->buffer) {
        emitter->status = anf_sink_write(emitter->sink, bytes, len);
        return;
    }
    memcpy(emitter->buffer + emitter->used, bytes, len);
    emitter->used += len;
}

static void
puts_to(struct anf__json_emitter *emitter, const char *text)
{
    put(emitter, text, strlen(text));
}

static void
new_line(struct anf__json_emitter *emitter)
{
    put(emitter, "\n", 1);
    for (unsigned i = 0; i < emitter->depth * INDENT; i++)
        put(emitter, " ", 1);
}

/* What stands between the last value and this key or value. */
static void
separate(struct anf__json_emitter *emitter)
{
    if (emitter->after_key || emitter->depth == 0) {
        emitter->after_key = 0;
        return;
    }
    if (!emitter->first)
        puts_to(emitter, emitter->pretty ? "," : ", ");
    if (emitter->pretty)
        new_line(emitter);
    emitter->first = 0;
}

void
anf__json_emit_start(struct anf__json_emitter *emitter, struct anf_sink *sink, int pretty)
{
    emitter->sink = sink;
    emitter->status = ANF_OK;
    emitter->pretty = pretty;
    emitter->depth = 0;
    emitter->after_key = 0;
    emitter->first = 1;
    emitter->used = 0;
}

int
anf__json_emit_finish(struct anf__json_emitter *emitter)
{
    put(emitter, "\n", 1);
    flush(emitter);
    return emitter->status;
}

void
anf__json_emit_open(struct anf__json_emitter *emitter, char bracket)
{
    separate(emitter);
    put(emitter, &bracket, 1);
    emitter->depth++;
    emitter->first = 1;
}

void
anf__json_emit_close(struct anf__json_emitter *emitter, char bracket)
{
    emitter->depth--;
    if (emitter->pretty && !emitter->first)
        new_line(emitter);
    put(emitter, &bracket, 1);
    emitter->first = 0;
}

void
anf__json_emit_key(struct anf__json_emitter *emitter, const char *key)
{
    separate(emitter);
    put(emitter, "\"", 1);
    puts_to(emitter, key);
    puts_to(emitter, "\": ");
    emitter->after_key = 1;
}

/* Length of the character at text when it ends a line for Unicode (NEL, LS, PS), else 0. */
static size_t
line_end_length(const unsigned char *text, size_t len)
{
    if (len >= 2 && text[0] == 0xC2 && text[1] == 0x85)
        return 2;
    if (len >= 3 && text[0] == 0xE2 && text[1] == 0x80 && (text[2] == 0xA8 || text[2] == 0xA9))
        return 3;
    return 0;
}

/* jansson's dump callback. JSON may hold NEL, LS and PS as they are, but whoever cuts lines by
 * Unicode (Python's splitlines) would cut an inquiry in two there, so they become escapes.
 * jansson hands over whole characters. */
static int
put_json(const char *bytes, size_t len, void *user)
{
    struct anf__json_emitter *emitter = user;
    const unsigned char *text = (const unsigned char *)bytes;
    size_t start = 0;
    for (size_t i = 0; i < len; i++) {
        size_t skip = line_end_length(text + i, len - i);
        if (!skip)
            continue;
        put(emitter, bytes + start, i - start);
        puts_to(emitter, skip == 2 ? "\\u0085" : text[i + 2] == 0xA8 ? "\\u2028" : "\\u2029");
        start = i + skip;
        i = start - 1;
    }
    put(emitter, bytes + start, len - start);
    return emitter->status == ANF_OK ? 0 : -1;
}

void
anf__json_emit_text_n(struct anf__json_emitter *emitter, const char *text, size_t len)
{
    separate(emitter);
    json_t *string = json_stringn_nocheck(text, len); /* the model holds valid UTF-8 only */
    int failed = !string || json_dump_callback(string, put_json, emitter, JSON_ENCODE_ANY) != 0;
    json_decref(string);
    if (failed && emitter->status == ANF_OK)
        emitter->status = ANF_ERR_NOMEM;
}

void
anf__json_emit_text(struct anf__json_emitter *emitter, const char *text)
{
    if (text)
        anf__json_emit_text_n(emitter, text, strlen(text));
    else
        anf__json_emit_null(emitter);
}

void
anf__json_emit_bool(struct anf__json_emitter *emitter, int value)
{
    separate(emitter);
    puts_to(emitter, value ? "true" : "false");
}

void
anf__json_emit_number(struct anf__json_emitter *emitter, uint32_t number)
{
    char digits[16];
    snprintf(digits, sizeof digits, "%" PRIu32, number);
    separate(emitter);
    puts_to(emitter, digits);
}

void
anf__json_emit_null(struct anf__json_emitter *emitter)
{
    separate(emitter);
    puts_to(emitter, "null");
}
