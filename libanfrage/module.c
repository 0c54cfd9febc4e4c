/* module.c: loading the module of a plugin, and checking that it is what its description says. */
#include "loader.h"

#include "format-option.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Nothing is linked in where modules are. */
const struct anf_plugin *const anf__builtin_plugins[] = {NULL};

static int
differ(const char *a, const char *b)
{
    return strcmp(a, b) != 0;
}

static int
lists_differ(const char *const *a, const char *const *b)
{
    size_t i = 0;
    while (a[i] && b[i] && strcmp(a[i], b[i]) == 0)
        ++i;
    return a[i] || b[i];
}

/* What the two say differently; NULL: they agree. */
static const char *
difference_of_formats(const struct anf__format *described, const struct anf__format *found)
{
    const struct anf_format_info *a = &described->info;
    const struct anf_format_info *b = &found->info;
    const struct {
        const char *what;
        int differs;
    } points[] = {
        {"format", differ(a->id, b->id)},
        {"label", differ(a->label, b->label)},
        {"reads", a->reads != b->reads},
        {"writes", a->writes != b->writes},
        {"many", a->many != b->many},
        {"extension", lists_differ(a->extensions, b->extensions)},
        {"media-type", lists_differ(a->media_types, b->media_types)},
        {"magic", lists_differ(described->magic, found->magic)},
        {"probe", described->asks_probe != found->asks_probe},
        {"option", anf__options_differ(a->options, b->options)},
    };
    for (size_t i = 0; i < sizeof points / sizeof *points; i++)
        if (points[i].differs)
            return points[i].what;
    return NULL;
}

static const char *
difference(const struct anf__plugin *described, const struct anf__plugin *found)
{
    if (differ(described->name, found->name))
        return "name";
    if (differ(described->version, found->version))
        return "version";
    if (described->formats.count != found->formats.count)
        return "number of formats";
    for (size_t i = 0; i < found->formats.count; i++) {
        const char *what = difference_of_formats(described->formats.items[i],
                                                 found->formats.items[i]);
        if (what)
            return what;
    }
    return NULL;
}

static int
take_functions(struct anf_context *ctx, const struct anf__place_of_report *where,
               struct anf__plugin *plugin, const struct anf__plugin *found)
{
    const char *what = difference(plugin, found);
    if (what) {
        anf__report(ctx, where, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_SAYS_OTHERWISE,
                    "the module and its description differ in: %s", what);
        return ANF_ERR_PLUGIN;
    }
    for (size_t i = 0; i < plugin->formats.count; i++)
        plugin->formats.items[i]->code = found->formats.items[i]->code;
    plugin->loaded = 1;
    return ANF_OK;
}

/* A module is never closed: what its libraries registered for the end of a thread would be called
 * after they are gone. */
static int
open_module(struct anf_context *ctx, const struct anf__place_of_report *where,
            const struct anf__plugin *plugin, const char *symbol,
            const struct anf_plugin **ret_constant)
{
    errno = 0;
    void *module = dlopen(plugin->path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
    if (!module && errno == ENOMEM)
        return ANF_ERR_NOMEM;
    if (!module) {
        const char *why = dlerror();
        anf__report(ctx, where, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_NOT_LOADED,
                    "the module cannot be loaded: %s", why ? why : "no reason given");
        return ANF_ERR_PLUGIN;
    }
    *ret_constant = dlsym(module, symbol);
    if (*ret_constant)
        return ANF_OK;
    anf__report(ctx, where, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_NO_SYMBOL,
                "the module has no symbol %s", symbol);
    return ANF_ERR_PLUGIN;
}

int
anf__plugin_load(struct anf_context *ctx, struct anf__plugin *plugin)
{
    struct anf__place_of_report where = {.source = plugin->path};
    char *symbol;
    if (asprintf(&symbol, "anf_plugin_%s", plugin->name) < 0)
        return ANF_ERR_NOMEM;
    const struct anf_plugin *constant;
    struct anf__plugin *found;
    int status = open_module(ctx, &where, plugin, symbol, &constant);
    free(symbol);
    if (status == ANF_OK)
        status = anf__plugin_from_constant(ctx, &where, constant, &found);
    if (status != ANF_OK)
        return status;
    status = take_functions(ctx, &where, plugin, found);
    anf__plugin_free(found);
    return status;
}
