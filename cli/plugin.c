/* plugin.c: the command for those who write plugins. */
#include "plugin.h"

#include "commands.h"

#include <string.h>

int
command_plugin(const struct options *options)
{
    const char *what = options->input_count > 0 ? options->inputs[0] : "";
    if (strcmp(what, "check") == 0) {
        return plugin_check(options);
    }
    if (strcmp(what, "new") == 0) {
        return plugin_new(options);
    }
    if (*what) {
        usage_error("plugin", "check and new are what it does, not \"%s\"", what);
    } else {
        usage_error("plugin", "say what: check FILE.so, or new NAME");
    }
    return exit_usage;
}
