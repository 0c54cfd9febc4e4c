/* vocabulary.c: any bytes, as a vocabulary file, and a page that is read with it. */
#include "fuzz.h"

#include <string.h>

static const char page[] =
    "Kleine Anfrage\n\nder Abgeordneten Henrike Sandmann (SPD)\n\nWie viele?\n\nAntwort: 3.\n";

static int
take_inquiry(struct anf_inquiry *inquiry, void *user)
{
    (void)user;
    if (anf_inquiry_check(inquiry, NULL) != ANF_OK)
        fuzz_fail("an inquiry was read that the model does not allow", NULL);
    return ANF_OK;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct anf_context *ctx = anf_context_new();
    struct anf_source *words = anf_source_new_memory("words", data, size);
    struct anf_source *text = anf_source_new_memory("page", page, strlen(page));
    (void)anf_context_load_plugins(ctx, NULL);
    if (anf_context_load_vocabulary(ctx, words) == ANF_OK)
        (void)!anf_read(ctx, text, "text", NULL, take_inquiry, NULL);
    anf_source_unref(words);
    anf_source_unref(text);
    anf_context_unref(ctx);
    return 0;
}
