/* completion.h: the functions by which shells complete the command line. */
#ifndef CLI_COMPLETION_H
#define CLI_COMPLETION_H

#include "commands.h"
#include "option-table.h"

/* The words that an offer has without asking a plugin: those between the bars of an argument's
 * name, the commands but help, the limits with "=". Nothing for other offers. */
void completion_words(enum offer offer, const char *argument, const char *separator);

/* Print them. */
void completion_bash(void);
void completion_fish(void);
void completion_zsh(void);

#endif
