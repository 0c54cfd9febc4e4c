/* format.c: the registry of formats. */
#include "format.h"

#include "context.h"
#include "loader.h"

#include <stdlib.h>
#include <string.h>

struct anf__plugin *
anf__plugin_new(const char *path)
{
    struct anf__plugin *plugin = calloc(1, sizeof *plugin);
    if (!plugin)
        return NULL;
    if (path && !(plugin->path = strdup(path)))
        return anf__plugin_free(plugin);
    return plugin;
}

struct anf__plugin *
anf__plugin_free(struct anf__plugin *plugin)
{
    if (!plugin)
        return NULL;
    free(plugin->formats.items);
    free(plugin->path);
    anf__arena_clear(&plugin->arena);
    free(plugin);
    return NULL;
}

struct anf__format *
anf__plugin_add_format(struct anf__plugin *plugin)
{
    static const char *const nothing[] = {NULL};
    struct anf__format *format = anf__arena_take(&plugin->arena, sizeof *format);
    struct anf__format **slot = format ? ANF__ARRAY_PUSH(&plugin->formats) : NULL;
    if (!slot)
        return NULL;
    format->plugin = plugin;
    format->magic = nothing;
    format->info = (struct anf_format_info){
        .size = sizeof format->info,
        .path = plugin->path,
        .extensions = nothing,
        .media_types = nothing,
    };
    *slot = format;
    return format;
}

int
anf__is_plugin_name(const char *name, char also)
{
    const char *c = name;
    while ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9') || (also && *c == also))
        ++c;
    return *name && !*c;
}

struct anf__format *
anf__registry_find(const struct anf__registry *registry, const char *id)
{
    for (size_t i = 0; i < registry->formats.count; i++)
        if (strcmp(registry->formats.items[i]->info.id, id) == 0)
            return registry->formats.items[i];
    return NULL;
}

static void
report_claim(struct anf_context *ctx, const struct anf__format *format,
             const struct anf__format *first)
{
    struct anf__place_of_report where = {.source = format->plugin->path};
    anf__report(ctx, &where, ANF_SEVERITY_WARNING, ANF_CODE_FORMAT_CLAIMED_TWICE,
                "plugin %s also claims the format %s, which plugin %s%s%s has",
                format->plugin->name, format->info.id, first->plugin->name,
                first->plugin->path ? " in " : "", first->plugin->path ? first->plugin->path : "");
}

static int
add_format(struct anf_context *ctx, struct anf__format *format)
{
    struct anf__registry *registry = &ctx->registry;
    struct anf__format *first = anf__registry_find(registry, format->info.id);
    if (first) {
        report_claim(ctx, format, first);
        return ANF_OK;
    }
    struct anf__format **last = ANF__ARRAY_PUSH(&registry->formats);
    if (!last)
        return ANF_ERR_NOMEM;
    *last = format;
    struct anf__format **items = registry->formats.items;
    for (size_t i = registry->formats.count - 1;
         i && strcmp(items[i - 1]->info.id, format->info.id) > 0; i--) {
        items[i] = items[i - 1];
        items[i - 1] = format;
    }
    return ANF_OK;
}

int
anf__registry_add(struct anf_context *ctx, struct anf__plugin *plugin)
{
    struct anf__plugin **slot = ANF__ARRAY_PUSH(&ctx->registry.plugins);
    if (!slot) {
        anf__plugin_free(plugin);
        return ANF_ERR_NOMEM;
    }
    *slot = plugin;
    for (size_t i = 0; i < plugin->formats.count; i++) {
        int status = add_format(ctx, plugin->formats.items[i]);
        if (status != ANF_OK)
            return status;
    }
    return ANF_OK;
}

int
anf__registry_add_constant(struct anf_context *ctx, const struct anf_plugin *constant)
{
    struct anf__plugin *plugin;
    int status = anf__plugin_from_constant(ctx, NULL, constant, &plugin);
    return status == ANF_OK ? anf__registry_add(ctx, plugin) : status;
}

int
anf__registry_add_builtins(struct anf_context *ctx)
{
    for (size_t i = 0; anf__builtin_plugins[i]; i++) {
        int status = anf__registry_add_constant(ctx, anf__builtin_plugins[i]);
        if (status != ANF_OK)
            return status;
    }
    return ANF_OK;
}

static void
free_names(struct anf__names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

void
anf__registry_clear(struct anf__registry *registry)
{
    for (size_t i = 0; i < registry->plugins.count; i++)
        anf__plugin_free(registry->plugins.items[i]);
    free(registry->plugins.items);
    free(registry->formats.items);
    free_names(&registry->refused);
    free_names(&registry->folders);
}

int
anf__format_load(struct anf_context *ctx, struct anf__format *format)
{
    return format->plugin->loaded ? ANF_OK : anf__plugin_load(ctx, format->plugin);
}

const struct anf_format_info *
anf_context_format(const struct anf_context *ctx, size_t index)
{
    if (!ctx || index >= ctx->registry.formats.count)
        return NULL;
    return &ctx->registry.formats.items[index]->info;
}

const struct anf_format_info *
anf_context_find_format(const struct anf_context *ctx, const char *id)
{
    const struct anf__format *format = ctx && id ? anf__registry_find(&ctx->registry, id) : NULL;
    return format ? &format->info : NULL;
}
