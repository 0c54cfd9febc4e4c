/* description.c: reading anf-<name>.plugin, the text file beside a module. docs/plugins.md has its
 * grammar. */
#include "loader.h"

#include "bid.h"
#include "format-option.h"
#include "text.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A description is a screen of text. */
enum { MOST_BYTES = 64 << 10, FILE_VERSION = 1 };

/* What is read of one file. */
struct reading {
    struct anf_context *ctx;
    const char *path;
    uint32_t line;
    int version_seen;
    int abi_seen;
    struct anf__plugin *plugin;
    struct anf__format *format; /* the last one; NULL: none yet */
};

static int refuse(const struct reading *reading, uint32_t code, const char *fmt, ...)
    ANF_PRINTF(3, 4);

static int
refuse(const struct reading *reading, uint32_t code, const char *fmt, ...)
{
    struct anf__place_of_report where = {.source = reading->path, .line = reading->line};
    va_list args;
    va_start(args, fmt);
    anf__report_list(reading->ctx, &where, ANF_SEVERITY_WARNING, code, fmt, args);
    va_end(args);
    return ANF_ERR_PLUGIN;
}

/* --- values --- */

static int
keep(struct reading *reading, const char *value, const char **ret_text)
{
    *ret_text = anf__arena_copy(&reading->plugin->arena, value, strlen(value));
    return *ret_text ? ANF_OK : ANF_ERR_NOMEM;
}

static int
keep_yes_or_no(struct reading *reading, const char *value, uint32_t *ret)
{
    *ret = strcmp(value, "yes") == 0;
    if (!*ret && strcmp(value, "no") != 0)
        return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION, "\"%s\" is neither yes nor no", value);
    return ANF_OK;
}

/* One more string behind a list, whose NULL moves on. Lists are short: they are copied. */
static int
append(struct reading *reading, const char *const **list, const char *value)
{
    size_t count = 0;
    while ((*list)[count])
        ++count;
    struct anf__arena *arena = &reading->plugin->arena;
    const char **longer = anf__arena_take(arena, (count + 2) * sizeof *longer);
    if (!longer)
        return ANF_ERR_NOMEM;
    memcpy(longer, *list, count * sizeof *longer);
    int status = keep(reading, value, &longer[count]);
    if (status == ANF_OK)
        *list = longer;
    return status;
}

/* --- keys of the plugin --- */

static int
set_name(struct reading *reading, const char *value)
{
    if (!anf__is_plugin_name(value, '_'))
        return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION,
                      "the name \"%s\" is not of lower-case letters, digits and underscores",
                      value);
    return keep(reading, value, &reading->plugin->name);
}

static int
set_version(struct reading *reading, const char *value)
{
    return keep(reading, value, &reading->plugin->version);
}

static int
set_abi(struct reading *reading, const char *value)
{
    uint32_t abi = anf__parse_number(value, 1, UINT32_MAX);
    reading->abi_seen = 1;
    if (abi == ANF_PLUGIN_ABI)
        return ANF_OK;
    return refuse(reading, ANF_CODE_PLUGIN_WRONG_ABI,
                  "the plugin was built for plugin ABI %s; this library has %d", value,
                  ANF_PLUGIN_ABI);
}

static int
set_file_version(struct reading *reading, const char *value)
{
    reading->version_seen = anf__parse_number(value, 1, UINT32_MAX) == FILE_VERSION;
    return ANF_OK;
}

static int
begin_format(struct reading *reading, const char *value)
{
    if (!anf__is_plugin_name(value, '-'))
        return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION,
                      "the format \"%s\" is not of lower-case letters, digits and dashes", value);
    reading->format = anf__plugin_add_format(reading->plugin);
    return reading->format ? keep(reading, value, &reading->format->info.id) : ANF_ERR_NOMEM;
}

/* --- keys of a format --- */

static int
set_label(struct reading *reading, const char *value)
{
    return keep(reading, value, &reading->format->info.label);
}

static int
set_reads(struct reading *reading, const char *value)
{
    return keep_yes_or_no(reading, value, &reading->format->info.reads);
}

static int
set_writes(struct reading *reading, const char *value)
{
    return keep_yes_or_no(reading, value, &reading->format->info.writes);
}

static int
set_many(struct reading *reading, const char *value)
{
    return keep_yes_or_no(reading, value, &reading->format->info.many);
}

static int
set_probe(struct reading *reading, const char *value)
{
    uint32_t probe = 0;
    int status = keep_yes_or_no(reading, value, &probe);
    reading->format->asks_probe = (int)probe;
    return status;
}

static int
add_extension(struct reading *reading, const char *value)
{
    return append(reading, &reading->format->info.extensions, value);
}

static int
add_media_type(struct reading *reading, const char *value)
{
    return append(reading, &reading->format->info.media_types, value);
}

static int
add_magic(struct reading *reading, const char *value)
{
    const char *fault = anf__fault_of_magic(value);
    if (fault)
        return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION, "the magic \"%s\" is unsound: %s",
                      value, fault);
    return append(reading, &reading->format->magic, value);
}

static int
add_option(struct reading *reading, const char *value)
{
    const char *fault;
    int status = anf__options_describe(&reading->plugin->arena, &reading->format->info.options,
                                       value, &fault);
    if (!fault)
        return status;
    return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION, "the option \"%s\" is unsound: %s", value,
                  fault);
}

/* --- lines --- */

static const struct {
    const char *key;
    int of_format;
    int (*set)(struct reading *reading, const char *value);
} keys[] = {
    {"anfrage-plugin", 0, set_file_version},
    {"name", 0, set_name},
    {"version", 0, set_version},
    {"abi", 0, set_abi},
    {"format", 0, begin_format},
    {"label", 1, set_label},
    {"reads", 1, set_reads},
    {"writes", 1, set_writes},
    {"many", 1, set_many},
    {"probe", 1, set_probe},
    {"extension", 1, add_extension},
    {"media-type", 1, add_media_type},
    {"magic", 1, add_magic},
    {"option", 1, add_option},
};

/* Keys of later versions are none of ours: a description may grow as the constant does. */
static int
set(struct reading *reading, const char *key, const char *value)
{
    if (!reading->version_seen && strcmp(key, "anfrage-plugin") != 0)
        return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION,
                      "the file does not begin with \"anfrage-plugin %d\"", FILE_VERSION);
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        if (strcmp(key, keys[i].key) != 0)
            continue;
        if (keys[i].of_format && !reading->format)
            return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION, "\"%s\" stands before any format",
                          key);
        return keys[i].set(reading, value);
    }
    return ANF_OK;
}

static int
read_line(struct reading *reading, char *line)
{
    char *key = line + strspn(line, " \t");
    char *end = key + strlen(key);
    while (end > key && strchr(" \t\r", end[-1]))
        *--end = '\0';
    if (!*key || *key == '#')
        return ANF_OK;
    char *value = key + strcspn(key, " \t");
    if (*value)
        *value++ = '\0';
    value += strspn(value, " \t");
    return set(reading, key, value);
}

static int
read_lines(struct reading *reading, char *text)
{
    int status = ANF_OK;
    while (status == ANF_OK && text) {
        char *line = strsep(&text, "\n");
        ++reading->line;
        status = read_line(reading, line);
    }
    return status;
}

/* --- the whole file --- */

/* plugins/anf-html.plugin: the name must be html. */
static int
fits_file_name(const char *name, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *file = slash ? slash + 1 : path;
    size_t len = strlen(name);
    return strncmp(file, "anf-", 4) == 0 && strncmp(file + 4, name, len) == 0 &&
           strcmp(file + 4 + len, ".plugin") == 0;
}

static int
check(struct reading *reading)
{
    const struct anf__plugin *plugin = reading->plugin;
    reading->line = 0;
    if (!plugin->name || !plugin->version || !reading->abi_seen || !plugin->formats.count)
        return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION,
                      "name, version, abi and a format must be there");
    if (!fits_file_name(plugin->name, reading->path))
        return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION,
                      "the plugin is called %s, and its file is not", plugin->name);
    for (size_t i = 0; i < plugin->formats.count; i++) {
        struct anf_format_info *info = &plugin->formats.items[i]->info;
        if (!info->label)
            return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION, "the format %s has no label",
                          info->id);
        info->plugin = plugin->name;
        info->version = plugin->version;
    }
    return ANF_OK;
}

static int
read_text(struct reading *reading, char **ret_text)
{
    char *text = anf__arena_room(&reading->plugin->arena, MOST_BYTES);
    if (!text)
        return ANF_ERR_NOMEM;
    FILE *file = fopen(reading->path, "rbe");
    if (!file && errno == ENOMEM)
        return ANF_ERR_NOMEM;
    if (!file)
        return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION, "cannot be read: %s",
                      anf__errno_text(errno));
    size_t len = fread(text, 1, MOST_BYTES, file);
    int failed = ferror(file);
    fclose(file);
    text[len] = '\0';
    if (failed || len == MOST_BYTES)
        return refuse(reading, ANF_CODE_PLUGIN_DESCRIPTION, "%s",
                      failed ? "reading failed" : "larger than a description can be");
    *ret_text = text;
    return ANF_OK;
}

int
anf__plugin_describe(struct anf_context *ctx, const char *path, struct anf__plugin **ret_plugin)
{
    /* anf-html.plugin, anf-html.so */
    static const char ending[] = ".plugin";
    char *module;
    size_t stem = strlen(path) - (sizeof ending - 1);
    if (asprintf(&module, "%.*s.so", (int)stem, path) < 0)
        return ANF_ERR_NOMEM;
    struct reading reading = {.ctx = ctx, .path = path, .plugin = anf__plugin_new(module)};
    free(module);
    if (!reading.plugin)
        return ANF_ERR_NOMEM;

    char *text = NULL;
    int status = read_text(&reading, &text);
    if (status == ANF_OK)
        status = read_lines(&reading, text);
    if (status == ANF_OK)
        status = check(&reading);
    if (status != ANF_OK) {
        anf__plugin_free(reading.plugin);
        return status == ANF_ERR_NOMEM ? status : ANF_ERR_PLUGIN;
    }
    *ret_plugin = reading.plugin;
    return ANF_OK;
}
