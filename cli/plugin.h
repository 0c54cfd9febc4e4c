/* plugin.h: what the command "plugin" does. */
#ifndef CLI_PLUGIN_H
#define CLI_PLUGIN_H

#include "options.h"

/* Try a plugin with the conformance kit. */
int plugin_check(const struct options *options);
/* Write a plugin to begin with into a folder of its name. */
int plugin_new(const struct options *options);

#endif
