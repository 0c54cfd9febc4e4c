/* commands.h: the commands. Each gives the program's exit status. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include "options.h"

int command_convert(const struct options *options);
int command_show(const struct options *options);
int command_check(const struct options *options);
int command_diff(const struct options *options);
int command_formats(const struct options *options);
int command_plugin(const struct options *options);

#endif
