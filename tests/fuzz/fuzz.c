/* fuzz.c: what the fuzz targets share. */
#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

enum { MOST_INPUT = 1 << 20, MOST_UNPACKED = 8 << 20, MOST_NODES = 200000 };

_Noreturn void
fuzz_fail(const char *what, const char *detail)
{
    fprintf(stderr, "%s: %s\n", what, detail ? detail : "");
    abort();
}

/* user counts the errors. */
static void
hear(const struct anf_diagnostic *diagnostic, void *user)
{
    unsigned *errors = user;
    if (!diagnostic->message || !*diagnostic->message)
        fuzz_fail("a diagnostic without a message", NULL);
    *errors += diagnostic->severity == ANF_SEVERITY_ERROR;
}

struct anf_context *
fuzz_context(void)
{
    static const char *const formats[] = {"akn", "html", "json", "odt", "text"};
    static struct anf_context *ctx;
    if (ctx)
        return ctx;
    ctx = anf_context_new();
    if (!ctx || anf_context_set_limit(ctx, ANF_LIMIT_INPUT_BYTES, MOST_INPUT) != ANF_OK ||
        anf_context_set_limit(ctx, ANF_LIMIT_UNPACKED_BYTES, MOST_UNPACKED) != ANF_OK ||
        anf_context_set_limit(ctx, ANF_LIMIT_NODES, MOST_NODES) != ANF_OK)
        fuzz_fail("no context", NULL);
    int status = anf_context_load_plugins(ctx, NULL);
    if (status != ANF_OK && status != ANF_ERR_UNSUPPORTED)
        fuzz_fail("no plugins", anf_strerror(status));
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (!anf_context_find_format(ctx, formats[i]))
            fuzz_fail("no plugin for", formats[i]);
    }
    return ctx;
}

/* NULL: it cannot be written, which is a fault unless a limit forbids it. */
static char *
write_bytes(const char *format, const struct anf_inquiry *inquiry, size_t *ret_len)
{
    struct anf_sink *sink = anf_sink_new_memory();
    int status = anf_write(fuzz_context(), inquiry, format, NULL, sink);
    char *bytes = status == ANF_OK ? anf_sink_steal(sink, ret_len) : NULL;
    anf_sink_unref(sink);
    if (status != ANF_OK && status != ANF_ERR_LIMIT)
        fuzz_fail(format, "an inquiry that was read cannot be written");
    return bytes;
}

void
fuzz_round_trip(const char *format, const struct anf_inquiry *inquiry)
{
    size_t len = 0;
    char *bytes = write_bytes(format, inquiry, &len);
    if (!bytes)
        return;
    struct anf_source *source = anf_source_new_memory("fuzz", bytes, len);
    struct anf_inquiry *back = NULL;
    int status = anf_read_one(fuzz_context(), source, format, NULL, &back);
    if (status != ANF_OK && status != ANF_ERR_LIMIT)
        fuzz_fail(format, "what was written cannot be read");
    if (status == ANF_OK && !anf_inquiry_equal(inquiry, back))
        fuzz_fail(format, "what was written reads as another inquiry");
    anf_inquiry_unref(back);
    anf_source_unref(source);
    anf_free(bytes);
}

static int
take_inquiry(struct anf_inquiry *inquiry, void *user)
{
    (void)user;
    if (anf_inquiry_check(inquiry, NULL) != ANF_OK)
        fuzz_fail("an inquiry was read that the model does not allow", NULL);
    fuzz_round_trip("json", inquiry);
    return ANF_OK;
}

void
fuzz_read(const char *format, const char *charset, const void *data, size_t size)
{
    unsigned errors = 0;
    struct anf_context *ctx = fuzz_context();
    struct anf_source *source = anf_source_new_memory("fuzz", data, size);
    if (charset && anf_source_set_charset(source, charset) != ANF_OK)
        fuzz_fail("no charset", charset);
    anf_context_set_diagnostic_fn(ctx, hear, &errors);
    int status = anf_read(ctx, source, format, NULL, take_inquiry, NULL);
    if (status != ANF_OK && !errors)
        fuzz_fail("refused without a reason", anf_strerror(status));
    if (status == ANF_ERR_PLUGIN || status == ANF_ERR_ARGUMENT)
        fuzz_fail("a plugin broke its contract", anf_strerror(status));
    anf_context_set_diagnostic_fn(ctx, NULL, NULL);
    anf_source_unref(source);
}
