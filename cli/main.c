/* main.c: the command anfrage: which command is meant, and how it ended. */
#include "commands.h"
#include "help.h"
#include "suggest.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

static int
unknown_command(const char *name)
{
    struct suggestion near = {0};
    const struct command *command;
    for (size_t i = 0; (command = command_entry(i)); i++) {
        suggestion_consider(&near, name, command->name);
    }
    if (near.best) {
        usage_error(NULL, "no command \"%s\"; did you mean %s?", name, near.best);
    } else {
        usage_error(NULL, "no command \"%s\"", name);
    }
    return exit_usage;
}

static int
run_help(int argc, char **argv)
{
    if (argc < 2) {
        help_program();
        return exit_done;
    }
    const struct command *command = command_find(argv[1]);
    if (!command) {
        return unknown_command(argv[1]);
    }
    help_command(command);
    return exit_done;
}

static int
run_command(const struct command *command, int argc, char **argv)
{
    struct options options;
    int status = exit_done;
    if (!options_parse(&options, command->name, command->bit, argc, argv)) {
        status = options.no_memory ? command->trouble : exit_usage;
    } else if (options.help) {
        help_command(command);
    } else {
        status = command->run(&options);
    }
    options_free(&options);
    return status;
}

/* argv[0] is the first word after the program's name. ret_trouble: the exit status when standard
 * output cannot be written. */
static int
dispatch(int argc, char **argv, int *ret_trouble)
{
    if (argc < 1) {
        usage_error(NULL, "no command given");
        return exit_usage;
    }
    if (strcmp(argv[0], "--version") == 0 || strcmp(argv[0], "-V") == 0) {
        printf("anfrage %s\n", anf_version());
        if (argc > 1 && (strcmp(argv[1], "-v") == 0 || strcmp(argv[1], "--verbose") == 0)) {
            sandbox_describe(stdout);
        }
        return exit_done;
    }
    if (strcmp(argv[0], "--help") == 0 || strcmp(argv[0], "-h") == 0) {
        help_program();
        return exit_done;
    }
    if (strcmp(argv[0], "help") == 0) {
        return run_help(argc, argv);
    }
    if (argv[0][0] == '-') {
        usage_error(NULL, "unknown option %s; options follow the command", argv[0]);
        return exit_usage;
    }
    const struct command *command = command_find(argv[0]);
    if (!command) {
        return unknown_command(argv[0]);
    }
    *ret_trouble = command->trouble;
    return run_command(command, argc, argv);
}

int
main(int argc, char **argv)
{
    /* A closed pipe is an error that write(2) tells, not the end of the program. */
    signal(SIGPIPE, SIG_IGN);
    int trouble = exit_failed;
    int status = dispatch(argc - 1, argv + 1, &trouble);
    if (fflush(stdout) != 0 || ferror(stdout)) {
        fprintf(stderr, "anfrage: cannot write to standard output: %s\n", strerrordesc_np(errno));
        return status == exit_usage ? status : trouble;
    }
    return status;
}
