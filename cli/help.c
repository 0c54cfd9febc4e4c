/* help.c: what --help and help COMMAND print, made from the tables of commands and options. */
#include "help.h"

#include "option-table.h"
#include "printable.h"

#include <stdio.h>
#include <string.h>

enum { help_column = 28, help_width = 92, brief_column = 12 };

static const char closing[] =
    "\n"
    "Examples:\n"
    "  anfrage convert -t akn page.html                  Akoma Ntoso on standard output\n"
    "  anfrage convert -t akn -O out -j 4 archive/*.html one file each, four at a time\n"
    "  anfrage convert -o page.json page.html            the format by the name\n"
    "  anfrage show --explain page.html                  each field, and why it has its value\n"
    "\n"
    "Exit status: 0 all done, 1 some input failed (standard error says why), 2 wrong usage;\n"
    "of check, diff and plugin: 0 nothing found, 1 something found, 2 trouble or wrong usage.\n";

static void
print_brief(const char *name, const char *brief)
{
    printf("  %-*s%s\n", brief_column, name, brief);
}

void
help_program(void)
{
    const struct command *command;
    fputs("anfrage: German parliamentary inquiries, from archived pages to formats that last\n\n"
          "  anfrage COMMAND [OPTION]... [INPUT]...\n"
          "  anfrage --version [-v]\n\n"
          "Commands:\n",
          stdout);
    for (size_t i = 0; (command = command_entry(i)); i++) {
        print_brief(command->name, command->brief);
    }
    print_brief("help", "the options of a command: anfrage help COMMAND");
    fputs(closing, stdout);
}

/* "  -o, --output FILE        ", then the words, wrapped. */
static void
print_option(const struct option_entry *entry)
{
    char typed[64];
    const char *equals = option_offer(entry->argument) == offer_words ? "=" : " ";
    int length = option_has_letter(entry)
                     ? snprintf(typed, sizeof typed, "  -%c, --%s", entry->value, entry->name)
                     : snprintf(typed, sizeof typed, "  --%s", entry->name);
    if (entry->argument) {
        length += snprintf(typed + length, sizeof typed - (size_t)length, "%s%s", equals,
                           entry->argument);
    }
    fputs(typed, stdout);
    if (length + 2 > help_column) {
        printf("\n%*s", help_column, "");
    } else {
        printf("%*s", help_column - length, "");
    }
    print_wrapped(stdout, help_width, help_column, entry->help);
}

static void
print_group(const struct command *command, enum option_group group)
{
    static const char *const headings[group_count] = {
        [group_own] = "Options:",
        [group_reading] = "Reading:",
        [group_common] = "Messages and plugins:",
    };
    const struct option_entry *entry;
    bool begun = false;
    for (size_t i = 0; (entry = option_entry(i)); i++) {
        if (entry->group != group || !(entry->commands & (int)command->bit)) {
            continue;
        }
        if (!begun) {
            printf("\n%s\n", headings[group]);
        }
        begun = true;
        print_option(entry);
    }
}

void
help_command(const struct command *command)
{
    printf("anfrage %s %s\n%s", command->name, command->synopsis, command->text);
    print_group(command, group_own);
    fputs(command->closing ? command->closing : "", stdout);
    print_group(command, group_reading);
    print_group(command, group_common);
}
