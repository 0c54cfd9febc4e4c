/* preload.c: open now what a later call would open. */
#include "context.h"
#include "data.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

enum { NAME = 48 };

/* iconv(3) unloads a converter that nobody has open. ANF_OK too where this system has none. */
static int
keep_converter(struct anf_context *ctx, const char *name)
{
    iconv_t converter = iconv_open("UTF-8", name);
    if (converter == (iconv_t)-1)
        return errno == ENOMEM ? ANF_ERR_NOMEM : ANF_OK;
    iconv_t *kept = ANF__ARRAY_PUSH(&ctx->converters);
    if (!kept) {
        iconv_close(converter);
        return ANF_ERR_NOMEM;
    }
    *kept = converter;
    return ANF_OK;
}

/* The last column of the table, where neighbours often have the same converter. */
static int
keep_converters(struct anf_context *ctx)
{
    char last[NAME] = "";
    int status = ANF_OK;
    const char *line = ctx->converters.count ? "" : anf__data_charsets;
    for (const char *end; status == ANF_OK && *line; line = end + 1) {
        end = strchr(line, '\n');
        const char *name = memrchr(line, '\t', (size_t)(end - line));
        size_t length = name ? (size_t)(end - ++name) : 0;
        if (!length || length >= NAME || *name == '-')
            continue;
        if (strlen(last) == length && memcmp(last, name, length) == 0)
            continue;
        memcpy(last, name, length);
        last[length] = '\0';
        status = keep_converter(ctx, last);
    }
    return status;
}

void
anf__converters_clear(struct anf_context *ctx)
{
    for (size_t i = 0; i < ctx->converters.count; i++)
        iconv_close(ctx->converters.items[i]);
    free(ctx->converters.items);
}

static int
load_all(struct anf_context *ctx)
{
    int status = ANF_OK;
    for (size_t i = 0; status != ANF_ERR_NOMEM && i < ctx->registry.formats.count; i++)
        status = anf__format_load(ctx, ctx->registry.formats.items[i]);
    return status == ANF_ERR_NOMEM ? status : ANF_OK;
}

int
anf_context_preload(struct anf_context *ctx, const char *format)
{
    if (!ctx)
        return ANF_ERR_ARGUMENT;
    struct anf__format *found = format ? anf__registry_find(&ctx->registry, format) : NULL;
    if (format && !found)
        return ANF_ERR_UNSUPPORTED;
    int status = found ? anf__format_load(ctx, found) : load_all(ctx);
    return status == ANF_OK ? keep_converters(ctx) : status;
}
