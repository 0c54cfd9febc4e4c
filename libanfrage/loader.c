/* loader.c: finding plugins in folders. */
#include "loader.h"

#include "context.h"

#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static const char PREFIX[] = "anf-";
static const char ENDING[] = ".plugin";

static void
warn(struct anf_context *ctx, const char *path, uint32_t code, const char *why)
{
    struct anf__place_of_report where = {.source = path};
    anf__report(ctx, &where, ANF_SEVERITY_WARNING, code, "not used: %s", why);
}

static int
remember(struct anf__names *names, const char *path)
{
    char *copy = strdup(path);
    char **slot = copy ? ANF__ARRAY_PUSH(names) : NULL;
    if (!slot) {
        free(copy);
        return ANF_ERR_NOMEM;
    }
    *slot = copy;
    return ANF_OK;
}

/* Who asks for an unknown format learns which plugins might have had it. */
static int
remember_refused(struct anf_context *ctx, const char *path)
{
    return remember(&ctx->registry.refused, path);
}

/* What others can write would let them run their code as us. 1: it is ours or root's alone. */
static int
is_safe(struct anf_context *ctx, const char *path, const struct stat *st)
{
    if (st->st_uid != 0 && st->st_uid != geteuid()) {
        warn(ctx, path, ANF_CODE_PLUGIN_WRITABLE_BY_OTHERS, "it belongs to another user");
        return 0;
    }
    if (st->st_mode & (S_IWGRP | S_IWOTH)) {
        warn(ctx, path, ANF_CODE_PLUGIN_WRITABLE_BY_OTHERS,
             "group or others can write it (chmod go-w)");
        return 0;
    }
    return 1;
}

/* --- one plugin --- */

static int
is_safe_file(struct anf_context *ctx, const char *path)
{
    struct stat st;
    if (stat(path, &st) < 0) {
        warn(ctx, path, ANF_CODE_PLUGIN_NOT_LOADED, anf__errno_text(errno));
        return 0;
    }
    return is_safe(ctx, path, &st);
}

static int
is_known(const struct anf__registry *registry, const char *module)
{
    for (size_t i = 0; i < registry->plugins.count; i++) {
        const char *path = registry->plugins.items[i]->path;
        if (path && strcmp(path, module) == 0)
            return 1;
    }
    return 0;
}

static int
add_described(struct anf_context *ctx, const char *description)
{
    struct anf__plugin *plugin;
    if (!is_safe_file(ctx, description))
        return remember_refused(ctx, description);
    int status = anf__plugin_describe(ctx, description, &plugin);
    if (status != ANF_OK)
        return status == ANF_ERR_PLUGIN ? remember_refused(ctx, description) : status;
    if (is_known(&ctx->registry, plugin->path)) {
        anf__plugin_free(plugin);
        return ANF_OK;
    }
    if (!is_safe_file(ctx, plugin->path)) {
        anf__plugin_free(plugin);
        return remember_refused(ctx, description);
    }
    return anf__registry_add(ctx, plugin);
}

/* --- one folder --- */

static int
is_description(const struct dirent *entry)
{
    size_t len = strlen(entry->d_name);
    size_t ending = sizeof ENDING - 1;
    return len > sizeof PREFIX - 1 + ending &&
           strncmp(entry->d_name, PREFIX, sizeof PREFIX - 1) == 0 &&
           strcmp(entry->d_name + len - ending, ENDING) == 0;
}

/* alphasort(3) asks the locale. */
static int
by_bytes(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int
add_entry(struct anf_context *ctx, const char *folder, const char *name)
{
    char *path;
    if (asprintf(&path, "%s/%s", folder, name) < 0)
        return ANF_ERR_NOMEM;
    int status = add_described(ctx, path);
    free(path);
    return status;
}

static int
report_folder(struct anf_context *ctx, const char *folder, int error)
{
    if (error == ENOMEM)
        return ANF_ERR_NOMEM;
    struct anf__place_of_report where = {.source = folder};
    anf__report(ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_PLUGIN_FOLDER,
                "plugins cannot be searched for: %s", anf__errno_text(error));
    return ANF_ERR_IO;
}

static int
search_folder(struct anf_context *ctx, const char *folder)
{
    struct stat st;
    int status = remember(&ctx->registry.folders, folder);
    if (status != ANF_OK)
        return status;
    if (stat(folder, &st) < 0)
        return report_folder(ctx, folder, errno);
    if (S_ISDIR(st.st_mode) && !is_safe(ctx, folder, &st))
        return remember_refused(ctx, folder);
    struct dirent **entries;
    int count = scandir(folder, &entries, is_description, by_bytes);
    if (count < 0)
        return report_folder(ctx, folder, errno);
    for (int i = 0; i < count; i++) {
        if (status == ANF_OK)
            status = add_entry(ctx, folder, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    return status;
}

/* --- the path --- */

/* An empty element would be the working directory, which is never searched. */
static int
search_path(struct anf_context *ctx, const char *path)
{
    int worst = ANF_OK;
    while (*path) {
        size_t len = strcspn(path, ":");
        char *folder = len ? strndup(path, len) : NULL;
        if (len && !folder)
            return ANF_ERR_NOMEM;
        int status = folder ? search_folder(ctx, folder) : ANF_OK;
        free(folder);
        if (status == ANF_ERR_NOMEM)
            return status;
        if (status != ANF_OK)
            worst = status;
        path += len + (path[len] == ':');
    }
    return worst;
}

/* meson leaves the parts of a library FILE in FILE.p. 1: they are not there. */
static int
find_parts(const char *file)
{
    char *parts;
    if (asprintf(&parts, "%s.p", file) < 0)
        return ANF_ERR_NOMEM;
    int status = access(parts, F_OK) == 0 ? ANF_OK : 1;
    free(parts);
    return status;
}

/* BUILD/plugins for BUILD/libanfrage/FILE. */
static int
search_plugins_of(struct anf_context *ctx, char *file)
{
    char *plugins;
    *strrchr(file, '/') = '\0';
    if (asprintf(&plugins, "%s/../plugins", file) < 0)
        return ANF_ERR_NOMEM;
    int status = search_folder(ctx, plugins);
    free(plugins);
    return status;
}

/* What was just built runs without being installed. The program's own folder says nothing of this:
 * it may stand in the build of another project. 1: this library is installed. */
static int
search_build_folder(struct anf_context *ctx)
{
    Dl_info library;
    char *file = dladdr(PREFIX, &library) ? realpath(library.dli_fname, NULL) : NULL;
    int status = file ? find_parts(file) : 1;
    if (status == ANF_OK)
        status = search_plugins_of(ctx, file);
    free(file);
    return status;
}

static int
search(struct anf_context *ctx, const char *path)
{
    if (!path)
        path = secure_getenv("ANFRAGE_PLUGIN_PATH");
    if (path)
        return search_path(ctx, path);
    int status = search_build_folder(ctx);
    return status > 0 ? search_folder(ctx, ANF_PLUGIN_FOLDER) : status;
}

int
anf_context_load_plugins(struct anf_context *ctx, const char *path)
{
    if (!ctx)
        return ANF_ERR_ARGUMENT;
    int status = search(ctx, path);
    if (status == ANF_ERR_NOMEM)
        anf__report(ctx, NULL, ANF_SEVERITY_ERROR, ANF_CODE_OUT_OF_MEMORY, "%s",
                    anf_strerror(status));
    return status;
}
