/* session.c: a context as the command line wants it. */
#include "session.h"

#include "format-options.h"
#include "suggest.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

bool
session_colour(const struct options *options, int fd)
{
    const char *no_colour = getenv("NO_COLOR");
    const char *terminal = getenv("TERM");
    if (options->colour != colour_auto) {
        return options->colour == colour_always;
    }
    return isatty(fd) && !(no_colour && *no_colour) && !(terminal && strcmp(terminal, "dumb") == 0);
}

struct report
session_report(const struct options *options)
{
    return (struct report){
        .out = stderr,
        .json = options->json_log,
        .quiet = options->quiet,
        .colour = session_colour(options, STDERR_FILENO),
    };
}

static bool
load_vocabularies(struct anf_context *ctx, const struct options *options)
{
    for (size_t i = 0; options->vocabularies[i]; i++) {
        if (anf_context_load_vocabulary(ctx, options->vocabularies[i]) != ANF_OK) {
            return false;
        }
    }
    return true;
}

struct anf_context *
session_new(const struct options *options, struct report *report)
{
    struct anf_context *ctx = anf_context_new();
    if (!ctx && report) {
        report_error(report, ANF_CODE_OUT_OF_MEMORY, NULL, "out of memory");
    }
    if (!ctx) {
        return NULL;
    }
    anf_context_set_diagnostic_fn(ctx, report ? report_diagnostic : NULL, report);
    for (int limit = 1; limit <= ANF_LIMIT_CELLS; limit++) {
        if (options->limits[limit] > 0 &&
            anf_context_set_limit(ctx, limit, options->limits[limit]) != ANF_OK && report) {
            report_error(report, ANF_CODE_BAD_OPTION_VALUE, NULL,
                         "--limit %s: more than this limit can be", anf_limit_name(limit));
            return anf_context_unref(ctx);
        }
    }
    /* A folder that cannot be read was reported; what else was found may be all that is needed. */
    bool found = anf_context_load_plugins(ctx, options->plugin_path) != ANF_ERR_NOMEM;
    return found && load_vocabularies(ctx, options) ? ctx : anf_context_unref(ctx);
}

static bool
goes(const struct anf_format_info *info, enum direction direction)
{
    return direction == to_list || (direction == to_read ? info->reads : info->writes);
}

/* "formats to read are akn, json, text": all of a direction, as far as they fit. */
static const char *
format_names(const struct anf_context *ctx, enum direction direction, char *buffer, size_t size)
{
    static const char *const openings[] = {"formats are ", "formats to read are ",
                                           "formats to write are "};
    const struct anf_format_info *info;
    bool begun = false;
    size_t length = (size_t)snprintf(buffer, size, "%s", openings[direction]);
    for (size_t i = 0; (info = anf_context_format(ctx, i)) && length < size; i++) {
        if (goes(info, direction)) {
            length += (size_t)snprintf(buffer + length, size - length, "%s%s", begun ? ", " : "",
                                       info->id);
            begun = true;
        }
    }
    return buffer;
}

static void
report_unknown_format(const struct anf_context *ctx, const char *name, enum direction direction,
                      struct report *report)
{
    char names[512];
    struct suggestion near = {0};
    const struct anf_format_info *info;
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++) {
        suggestion_consider(&near, name, info->id);
    }
    if (!anf_context_format(ctx, 0)) {
        report_error(report, ANF_CODE_UNKNOWN_FORMAT, NULL,
                     "no format \"%s\": no plugins were found (see --plugin-path)", name);
    } else {
        report_error(report, ANF_CODE_UNKNOWN_FORMAT, NULL, "no format \"%s\"; %s%s%s%s", name,
                     near.best ? "did you mean " : "", near.best ? near.best : "",
                     near.best ? "? The " : "", format_names(ctx, direction, names, sizeof names));
    }
}

const struct anf_format_info *
session_format(const struct anf_context *ctx, const char *name, enum direction direction,
               struct report *report)
{
    char names[512];
    const struct anf_format_info *info = anf_context_find_format(ctx, name);
    if (!info) {
        report_unknown_format(ctx, name, direction, report);
        return NULL;
    }
    if (direction == to_read && !info->reads) {
        report_error(report, ANF_CODE_FORMAT_CANNOT_READ, NULL, "%s can be written only; %s", name,
                     format_names(ctx, direction, names, sizeof names));
        return NULL;
    }
    if (direction == to_write && !info->writes) {
        report_error(report, ANF_CODE_FORMAT_CANNOT_WRITE, NULL, "%s can be read only; %s", name,
                     format_names(ctx, direction, names, sizeof names));
        return NULL;
    }
    return info;
}

bool
session_formats_fit(const struct options *options, const struct anf_context *ctx,
                    const struct anf_format_info *to, struct report *report)
{
    const struct anf_format_info *from = NULL;
    if (options->from && !(from = session_format(ctx, options->from, to_read, report))) {
        return false;
    }
    return format_options_check(options, ctx, from, to, report);
}
