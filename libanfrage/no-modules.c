/* no-modules.c: a library whose plugins are all linked in. */
#include "loader.h"

int
anf_context_load_plugins(struct anf_context *ctx, const char *path)
{
    if (!ctx)
        return ANF_ERR_ARGUMENT;
    if (!path)
        return ANF_OK;
    anf__report(ctx, NULL, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_FOLDER,
                "this library was built without loadable plugins: %s is not searched", path);
    return ANF_ERR_UNSUPPORTED;
}

int
anf__plugin_load(struct anf_context *ctx, struct anf__plugin *plugin)
{
    (void)ctx;
    return plugin->loaded ? ANF_OK : ANF_ERR_UNSUPPORTED;
}
