/* constant.c: reading a plugin's constant, which an older or newer header may have shaped. */
#include "format.h"

#include "format-option.h"
#include "growable.h"

#include <stdio.h>

/* The least that a struct must cover to be of any use. Sizes are what the plugin's compiler saw:
 * what lies behind them is not the struct's. */
enum {
    LEAST_PLUGIN = ANF__SIZE_UP_TO(struct anf_plugin, formats),
    LEAST_FORMAT = ANF__SIZE_UP_TO(struct anf_format, label)
};

static int
refuse(struct anf_context *ctx, const struct anf__place_of_report *where, const char *what)
{
    anf__report(ctx, where, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_BROKE_CONTRACT,
                "the plugin's constant is broken: %s", what);
    return ANF_ERR_PLUGIN;
}

static const char *
fault_of_format(const struct anf_format *format)
{
    if (format->size < LEAST_FORMAT)
        return "a format is smaller than the first version of its struct";
    if (!anf__is_struct_size(format->size))
        return "the size of a format is no struct's";
    if (!format->id || !anf__is_plugin_name(format->id, '-'))
        return "a format has no id of lower-case letters, digits and dashes";
    return format->label ? NULL : "a format has no label";
}

static const char *
fault_of_plugin(const struct anf_plugin *plugin)
{
    if (plugin->size < LEAST_PLUGIN)
        return "it is smaller than the first version of its struct";
    if (!anf__is_struct_size(plugin->size))
        return "its size is no struct's";
    if (!plugin->name || !anf__is_plugin_name(plugin->name, '_'))
        return "it has no name of lower-case letters, digits and underscores";
    if (!plugin->version || !plugin->formats)
        return "it has no version or no formats";
    return plugin->formats[0] ? NULL : "its list of formats is empty";
}

static int
take_options(struct anf_context *ctx, const struct anf__place_of_report *where,
             struct anf__format *format)
{
    const char *fault = NULL;
    int status = ANF_OK;
    if (format->code.options)
        status = anf__options_take(&format->plugin->arena, format->code.options,
                                   &format->info.options, &fault);
    if (!fault)
        return status;
    char what[128];
    snprintf(what, sizeof what, "an option of the format %.32s is unsound: %s", format->info.id,
             fault);
    return refuse(ctx, where, what);
}

static int
add_format(struct anf_context *ctx, const struct anf__place_of_report *where,
           struct anf__plugin *plugin, const struct anf_format *theirs)
{
    struct anf__format *format = anf__plugin_add_format(plugin);
    if (!format)
        return ANF_ERR_NOMEM;
    struct anf_format *code = &format->code;
    anf__copy_struct(code, sizeof *code, theirs, theirs->size);
    format->asks_probe = code->probe != NULL;
    if (code->magic)
        format->magic = code->magic;
    if (code->extensions)
        format->info.extensions = code->extensions;
    if (code->media_types)
        format->info.media_types = code->media_types;
    format->info.id = code->id;
    format->info.label = code->label;
    format->info.plugin = plugin->name;
    format->info.version = plugin->version;
    format->info.reads = code->read != NULL;
    format->info.writes = code->write != NULL;
    format->info.many = (code->flags & ANF_FORMAT_MANY) != 0;
    return take_options(ctx, where, format);
}

static int
add_formats(struct anf_context *ctx, const struct anf__place_of_report *where,
            struct anf__plugin *plugin, const struct anf_format *const *theirs)
{
    for (size_t i = 0; theirs[i]; i++) {
        const char *fault = fault_of_format(theirs[i]);
        if (fault)
            return refuse(ctx, where, fault);
        int status = add_format(ctx, where, plugin, theirs[i]);
        if (status != ANF_OK)
            return status;
    }
    return ANF_OK;
}

int
anf__plugin_from_constant(struct anf_context *ctx, const struct anf__place_of_report *where,
                          const struct anf_plugin *constant, struct anf__plugin **ret_plugin)
{
    if (constant->abi != ANF_PLUGIN_ABI) {
        anf__report(ctx, where, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_WRONG_ABI,
                    "the plugin was built for plugin ABI %u; this library has %d", constant->abi,
                    ANF_PLUGIN_ABI);
        return ANF_ERR_PLUGIN;
    }
    const char *fault = fault_of_plugin(constant);
    if (fault)
        return refuse(ctx, where, fault);

    struct anf_plugin ours;
    anf__copy_struct(&ours, sizeof ours, constant, constant->size);
    struct anf__plugin *plugin = anf__plugin_new(NULL);
    if (!plugin)
        return ANF_ERR_NOMEM;
    plugin->name = ours.name;
    plugin->version = ours.version;
    plugin->loaded = 1;
    int status = add_formats(ctx, where, plugin, ours.formats);
    if (status != ANF_OK) {
        anf__plugin_free(plugin);
        return status;
    }
    *ret_plugin = plugin;
    return ANF_OK;
}
