/* completion-fish.c: the commands by which fish completes the command line. */
#include "completion.h"

#include <stdio.h>

/* More than a command line has. */
enum { MOST_WORDS = 99999 };

static const char opening[] =
    "# Completion of anfrage for fish, made by 'anfrage completion fish'.\n"
    "\n"
    "# Options of the formats that the line tells so far.\n"
    "function __anfrage_options\n"
    "    set -l words (commandline -opc)\n"
    "    $words[1] completion options -- $words 2>/dev/null\n"
    "end\n"
    "\n"
    "function __anfrage_formats\n"
    "    set -l words (commandline -opc)\n"
    "    $words[1] completion formats 2>/dev/null\n"
    "end\n"
    "\n"
    "# Is this the command, with at least and at most so many words behind it?\n"
    "function __anfrage_runs -a command least most\n"
    "    set -l words (commandline -opc)\n"
    "    test (count $words) -gt 1; and test $words[2] = $command\n"
    "    and test (count $words) -ge (math $least + 2)\n"
    "    and test (count $words) -le (math $most + 2)\n"
    "end\n"
    "\n"
    "complete -c anfrage -f\n"
    "complete -c anfrage -n __fish_use_subcommand -l version -d 'which version it is'\n"
    "complete -c anfrage -n __fish_use_subcommand -s h -l help -d 'the commands'\n"
    "complete -c anfrage -n __fish_use_subcommand -a help -d 'the options of a command'\n";

/* In single quotes; fish knows \' and \\ there. */
static void
print_quoted(const char *text)
{
    putchar('\'');
    for (; *text; text++) {
        if (*text == '\'' || *text == '\\') {
            putchar('\\');
        }
        putchar(*text);
    }
    putchar('\'');
}

/* What follows "complete" for an argument or an operand. */
static void
print_offer(const char *argument)
{
    static const char *const answers[] = {
        [offer_nothing] = "",
        [offer_words] = NULL,
        [offer_commands] = NULL,
        [offer_files] = " -F",
        [offer_folders] = " -a '(__fish_complete_directories)'",
        [offer_formats] = " -a '(__anfrage_formats)'",
        [offer_limits] = NULL,
        [offer_options] = " -a '(__anfrage_options)'",
    };
    enum offer offer = option_offer(argument);
    if (answers[offer]) {
        fputs(answers[offer], stdout);
        return;
    }
    fputs(" -a '", stdout);
    completion_words(offer, argument, " ");
    putchar('\'');
}

static void
print_option(const struct command *command, const struct option_entry *entry)
{
    printf("complete -c anfrage -n '__anfrage_runs %s 0 %d' -l %s", command->name, MOST_WORDS,
           entry->name);
    if (option_has_letter(entry)) {
        printf(" -s %c", entry->value);
    }
    if (entry->argument) {
        /* -x: a value and no file. */
        fputs(option_offer(entry->argument) == offer_files ? " -r" : " -x", stdout);
        print_offer(entry->argument);
    }
    fputs(" -d ", stdout);
    print_quoted(entry->help);
    putchar('\n');
}

static void
print_operand(const struct command *command, int least, int most, const char *operand)
{
    printf("complete -c anfrage -n '__anfrage_runs %s %d %d'", command->name, least, most);
    print_offer(operand);
    putchar('\n');
}

void
completion_fish(void)
{
    const struct option_entry *entry;
    const struct command *command;
    fputs(opening, stdout);
    for (size_t i = 0; (command = command_entry(i)); i++) {
        printf("\ncomplete -c anfrage -n __fish_use_subcommand -a %s -d ", command->name);
        print_quoted(command->brief);
        putchar('\n');
        print_operand(command, 0, command->further ? 0 : MOST_WORDS, command->operand);
        if (command->further) {
            print_operand(command, 1, MOST_WORDS, command->further);
        }
        for (size_t j = 0; (entry = option_entry(j)); j++) {
            if (entry->commands & (int)command->bit) {
                print_option(command, entry);
            }
        }
    }
    fputs("\ncomplete -c anfrage -n '__anfrage_runs help 0 0' -a '", stdout);
    completion_words(offer_commands, NULL, " ");
    fputs("'\n", stdout);
}
