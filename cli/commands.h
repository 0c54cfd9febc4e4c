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
int command_completion(const struct options *options);

struct command {
    const char *name;
    enum command_bit bit;
    int trouble; /* the exit status when standard output cannot be written */
    int (*run)(const struct options *options);
    const char *synopsis; /* behind the name */
    const char *operand;  /* what shells offer behind the name, as option_offer takes it */
    const char *further;  /* what they offer behind that; NULL: the same */
    const char *brief;    /* for the list of commands */
    const char *text;     /* what it does, lines */
    const char *closing;  /* lines behind the command's own options; NULL: none */
};

/* In the order of help; NULL past the end. help itself is none of them. */
const struct command *command_entry(size_t index);
/* NULL: no such command. */
const struct command *command_find(const char *name);

#endif
