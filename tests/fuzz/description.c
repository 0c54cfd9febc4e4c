/* description.c: any bytes, as the description of a plugin. */
#include "fuzz.h"

#include "loader.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static char folder[] = "/tmp/anfrage-fuzz-XXXXXX";
static char path[sizeof folder + sizeof "/anf-name.plugin"];

static void
clean_up(void)
{
    unlink(path);
    rmdir(folder);
}

static void
prepare(void)
{
    if (*path)
        return;
    if (!mkdtemp(folder))
        fuzz_fail("no folder", folder);
    snprintf(path, sizeof path, "%s/anf-name.plugin", folder);
    atexit(clean_up);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    prepare();
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(data, 1, size, file) != size || fclose(file) != 0)
        fuzz_fail("no file", path);
    struct anf__plugin *plugin = NULL;
    int status = anf__plugin_describe(fuzz_context(), path, &plugin);
    if (status != ANF_OK && status != ANF_ERR_PLUGIN)
        fuzz_fail("neither described nor refused", anf_strerror(status));
    if (status == ANF_OK && (!plugin->formats.count || !plugin->formats.items[0]->info.id))
        fuzz_fail("described without a format", NULL);
    if (status == ANF_OK)
        anf__plugin_free(plugin);
    return 0;
}
