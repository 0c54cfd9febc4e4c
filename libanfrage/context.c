/* context.c: contexts and their limits. */
#include "context.h"

#include "recogniser/vocabulary.h"

#include <stdlib.h>
#include <string.h>

/* 220 is what XML readers are sure to take: libxml2 stops at 256 elements, and a level of the model
 * may take more than one element (docs/model.md). */
static const struct {
    const char *name;
    uint64_t value; /* by default */
    uint64_t most;
} limits[] = {
    [ANF_LIMIT_INPUT_BYTES] = {"input-bytes", (uint64_t)64 << 20, SIZE_MAX / 4},
    [ANF_LIMIT_UNPACKED_BYTES] = {"unpacked-bytes", (uint64_t)256 << 20, SIZE_MAX / 4},
    [ANF_LIMIT_DEPTH] = {"depth", 220, 220},
    [ANF_LIMIT_NODES] = {"nodes", 5000000, UINT32_MAX - 1},
    [ANF_LIMIT_ATTRIBUTES] = {"attributes", 1024, UINT32_MAX},
    [ANF_LIMIT_PART_BYTES] = {"part-bytes", (uint64_t)64 << 20, SIZE_MAX / 4},
    [ANF_LIMIT_PARTS] = {"parts", 4096, UINT16_MAX},
    [ANF_LIMIT_ELEMENT_DEPTH] = {"element-depth", 256, 256},
    [ANF_LIMIT_SPACES] = {"spaces", 10000, UINT32_MAX / 16},
    [ANF_LIMIT_CELLS] = {"cells", 1000000, UINT32_MAX / 16},
};
enum { LAST_LIMIT = sizeof limits / sizeof *limits - 1 };

static int
is_limit(int limit)
{
    return limit >= ANF_LIMIT_INPUT_BYTES && limit <= LAST_LIMIT;
}

struct anf_context *
anf_context_new(void)
{
    struct anf_context *ctx = calloc(1, sizeof *ctx);
    if (!ctx)
        return NULL;
    ctx->references = 1;
    for (int limit = ANF_LIMIT_INPUT_BYTES; limit <= LAST_LIMIT; limit++)
        ctx->limits[limit] = limits[limit].value;
    ctx->words = anf__vocabulary_new();
    if (!ctx->words || anf__registry_add_builtins(ctx) != ANF_OK)
        return anf_context_unref(ctx);
    return ctx;
}

struct anf_context *
anf_context_ref(struct anf_context *ctx)
{
    if (ctx)
        anf__reference_add(&ctx->references);
    return ctx;
}

struct anf_context *
anf_context_unref(struct anf_context *ctx)
{
    if (!ctx || !anf__reference_drop(&ctx->references))
        return NULL;
    anf__converters_clear(ctx);
    anf__registry_clear(&ctx->registry);
    anf__vocabulary_free(ctx->words);
    free(ctx);
    return NULL;
}

const char *
anf_context_phrase(const struct anf_context *ctx, const char *class_name, const char *id)
{
    enum word_class class = ctx && class_name ? anf__word_class(class_name) : 0;
    return class && id ? anf__vocabulary_phrase(ctx->words, class, id) : NULL;
}

const char *
anf_context_meaning(const struct anf_context *ctx, const char *class_name, const char *phrase)
{
    enum word_class class = ctx && class_name ? anf__word_class(class_name) : 0;
    return class && phrase ? anf__vocabulary_meaning(ctx->words, class, phrase) : NULL;
}

void
anf_context_set_diagnostic_fn(struct anf_context *ctx, anf_diagnostic_fn *fn, void *user)
{
    if (!ctx)
        return;
    ctx->fn = fn;
    ctx->user = user;
}

int
anf_context_set_limit(struct anf_context *ctx, int limit, uint64_t value)
{
    if (!ctx || !is_limit(limit) || !value || value > limits[limit].most)
        return ANF_ERR_ARGUMENT;
    ctx->limits[limit] = value;
    return ANF_OK;
}

uint64_t
anf_context_limit(const struct anf_context *ctx, int limit)
{
    return ctx && is_limit(limit) ? ctx->limits[limit] : 0;
}

const char *
anf_limit_name(int limit)
{
    return is_limit(limit) ? limits[limit].name : NULL;
}

int
anf_limit_from_name(const char *name)
{
    for (int limit = ANF_LIMIT_INPUT_BYTES; name && limit <= LAST_LIMIT; limit++)
        if (strcmp(name, limits[limit].name) == 0)
            return limit;
    return 0;
}
