/* help.h: what --help and help COMMAND print. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include "commands.h"

void help_program(void);
void help_command(const struct command *command);

#endif
