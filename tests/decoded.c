/* decoded.c: one decoding at a time, for the tests of charsets. */
#include "decoded.h"

#include "source.h"

#include <check.h>
#include <string.h>

struct anf_context *ctx;
struct log messages;
struct anf_call call;
struct anf_source *source;
const char *text;
size_t text_len;

static struct anf__format format; /* of a plugin that needs no name */

static void
let_go(void)
{
    anf__call_clear(&call);
    call = (struct anf_call){0};
    source = anf_source_unref(source);
}

void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
}

void
tear_down(void)
{
    let_go();
    anf_context_unref(ctx);
}

int
decode_bytes(const void *bytes, size_t len, const char *known, const char *label, uint32_t flags)
{
    let_go();
    log_clear(&messages);
    text = NULL;
    text_len = 0;
    source = anf_source_new_memory("eingabe", bytes, len);
    ck_assert_int_eq(anf_source_set_charset(source, known), ANF_OK);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    ck_assert_int_eq(anf__call_begin(&call, ctx, &format, source->name, NULL), ANF_OK);
    call.source = source;
    return anf_source_text(&call, source, label, flags, &text, &text_len);
}

/* Bytes without NUL, with a label. */
int
decode(const char *bytes, const char *label)
{
    return decode_bytes(bytes, strlen(bytes), NULL, label, 0);
}

void
expect(const char *wanted, const char *charset)
{
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(text, wanted);
    ck_assert_uint_eq(text_len, strlen(wanted));
    ck_assert_str_eq(call.charset, charset);
}

void
expect_only(uint32_t code)
{
    ck_assert_uint_eq(messages.count, 1);
    ck_assert_uint_eq(messages.entries[0].code, code);
    ck_assert_str_eq(messages.entries[0].source, "eingabe");
}
