/* help.h: what --help and help COMMAND print. */
#ifndef CLI_HELP_H
#define CLI_HELP_H

#include <stdbool.h>

void help_program(void);
/* false: no such command. */
bool help_command(const char *name);

#endif
