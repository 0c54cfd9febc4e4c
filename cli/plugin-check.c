/* plugin-check.c: starting the conformance kit, a program of its own: it has another malloc. */
#include "plugin.h"

#include "session.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char PROGRAM[] = "anfrage-plugin-check";

/* The folder that this program's folder stands in; "" where that cannot be told. */
static void
find_prefix(char prefix[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", prefix, PATH_MAX - 1);
    prefix[length > 0 ? length : 0] = '\0';
    for (int levels = 0; levels < 2; levels++) {
        char *slash = strrchr(prefix, '/');
        if (slash) {
            *slash = '\0';
        }
    }
}

/* In the build folder, or in the installed tree, wherever that lies. NULL: in none of them. To be
 * freed. */
static char *
find_kit(void)
{
    char prefix[PATH_MAX];
    char *paths[2] = {NULL, NULL};
    char *found = NULL;
    find_prefix(prefix);
    if (asprintf(&paths[0], "%s/kit/%s", prefix, PROGRAM) < 0 ||
        asprintf(&paths[1], "%s/%s/%s", prefix, ANF_KIT_IN_PREFIX, PROGRAM) < 0) {
        return NULL;
    }
    for (size_t i = 0; i < 2; i++) {
        if (!found && access(paths[i], X_OK) == 0) {
            found = paths[i];
        } else {
            free(paths[i]);
        }
    }
    return found;
}

static int
start_kit(const struct options *options, char *kit)
{
    static char json[] = "--json";
    static char verbose[] = "--verbose";
    static char plugin_path[] = "--plugin-path";
    static char end[] = "--";
    char **arguments = calloc((size_t)options->input_count + 8, sizeof *arguments);
    size_t count = 0;
    if (!arguments) {
        return ENOMEM;
    }
    arguments[count++] = kit;
    if (options->json_log) {
        arguments[count++] = json;
    }
    if (options->verbose) {
        arguments[count++] = verbose;
    }
    if (options->plugin_path) {
        arguments[count++] = plugin_path;
        arguments[count++] = strdup(options->plugin_path);
    }
    arguments[count++] = end;
    for (int i = 1; i < options->input_count; i++) {
        arguments[count++] = options->inputs[i];
    }
    execv(kit, arguments);
    int error = errno;
    free(arguments);
    return error;
}

int
plugin_check(const struct options *options)
{
    struct report report = session_report(options);
    if (options->input_count < 2) {
        usage_error("plugin", "check takes the plugin's module, FILE.so, and perhaps samples");
        return exit_usage;
    }
    char *kit = find_kit();
    if (!kit) {
        report_error(&report, 0, NULL,
                     "%s is not installed, or this build has its plugins linked in and loads none",
                     PROGRAM);
        return exit_trouble;
    }
    fflush(NULL);
    int error = start_kit(options, kit);
    report_error(&report, 0, kit, "cannot be started: %s", strerrordesc_np(error));
    free(kit);
    return exit_trouble;
}
