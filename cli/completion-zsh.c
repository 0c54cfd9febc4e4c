/* completion-zsh.c: the functions by which zsh completes the command line. */
#include "completion.h"

#include <stdio.h>
#include <string.h>

/* _describe(1) takes "word:help", with ":" in the word escaped, and adds no blank with -S ''. */
static const char opening[] =
    "#compdef anfrage\n"
    "# Completion of anfrage for zsh, made by 'anfrage completion zsh'.\n"
    "\n"
    "# Formats or options, as the plugins describe them.\n"
    "_anfrage_ask()\n"
    "{\n"
    "    local -a lines=(\"${(@f)$(\"$anfrage_program\" completion \"$@\" 2>/dev/null)}\")\n"
    "    lines=(${(@)lines//:/\\\\:})\n"
    "    local -a whole=(${(@)${(M)lines:#*[^=]$'\\t'*}/$'\\t'/:})\n"
    "    local -a open=(${(@)${(M)lines:#*=$'\\t'*}/$'\\t'/:})\n"
    "    _describe -V \"$1\" whole -- open -S ''\n"
    "}\n"
    "\n"
    "_anfrage_formats()\n"
    "{\n"
    "    _anfrage_ask formats\n"
    "}\n"
    "\n"
    "_anfrage_options()\n"
    "{\n"
    "    _anfrage_ask options -- \"${anfrage_words[@]}\"\n"
    "}\n"
    "\n"
    "_anfrage_limits()\n"
    "{\n"
    "    compadd -S '' -- ";

static const char commands_opening[] = "\n"
                                       "}\n"
                                       "\n"
                                       "_anfrage_commands()\n"
                                       "{\n"
                                       "    local -a commands=(\n"
                                       "        'help:the options of a command'\n";

static const char middle[] = "    )\n"
                             "    _describe command commands\n"
                             "}\n"
                             "\n"
                             "_anfrage()\n"
                             "{\n"
                             "    local context state line anfrage_program=$words[1]\n"
                             "    local -a anfrage_words=(\"${(@)words[1,CURRENT-1]}\")\n"
                             "    typeset -A opt_args\n"
                             "    _arguments -C \\\n"
                             "        '(- *)'{-h,--help}'[the commands]' \\\n"
                             "        '(- *)'{-V,--version}'[which version it is]' \\\n"
                             "        '1:command:_anfrage_commands' \\\n"
                             "        '*::argument:->argument'\n"
                             "    [[ $state == argument ]] || return\n"
                             "    case $words[1] in\n";

static const char closing[] = "    help)\n"
                              "        _arguments '1:command:_anfrage_commands'\n"
                              "        ;;\n"
                              "    esac\n"
                              "}\n"
                              "\n"
                              "# Loaded by its name, it is called; sourced, it is made known.\n"
                              "if [[ $funcstack[1] == _anfrage ]]; then\n"
                              "    _anfrage \"$@\"\n"
                              "else\n"
                              "    compdef _anfrage anfrage\n"
                              "fi\n";

/* Within single quotes and the brackets of _arguments. */
static void
print_help(const char *text)
{
    for (; *text; text++) {
        if (*text == '\'') {
            fputs("'\\''", stdout);
            continue;
        }
        if (strchr("[]:\\", *text)) {
            putchar('\\');
        }
        putchar(*text);
    }
}

/* ":FORMAT:_anfrage_formats" */
static void
print_offer(const char *argument)
{
    static const char *const actions[] = {
        [offer_nothing] = " ",
        [offer_words] = NULL,
        [offer_commands] = "_anfrage_commands",
        [offer_files] = "_files",
        [offer_folders] = "_files -/",
        [offer_formats] = "_anfrage_formats",
        [offer_limits] = "_anfrage_limits",
        [offer_options] = "_anfrage_options",
    };
    enum offer offer = option_offer(argument);
    putchar(':');
    print_help(argument);
    if (actions[offer]) {
        printf(":%s", actions[offer]);
        return;
    }
    fputs(":(", stdout);
    completion_words(offer, argument, " ");
    putchar(')');
}

/* '*' before an option: it may be given again. */
static void
print_option(const struct option_entry *entry)
{
    if (option_has_letter(entry)) {
        printf("            '(-%c --%s)'{-%c%s,--%s%s}'[", entry->value, entry->name, entry->value,
               entry->argument ? "+" : "", entry->name, entry->argument ? "=" : "");
    } else {
        printf("            '%s--%s%s[", entry->argument ? "*" : "", entry->name,
               entry->argument ? "=" : "");
    }
    print_help(entry->help);
    putchar(']');
    if (entry->argument) {
        print_offer(entry->argument);
    }
    fputs("' \\\n", stdout);
}

static void
print_command(const struct command *command)
{
    const struct option_entry *entry;
    printf("    %s)\n        _arguments -s \\\n", command->name);
    for (size_t i = 0; (entry = option_entry(i)); i++) {
        if (entry->commands & (int)command->bit) {
            print_option(entry);
        }
    }
    if (command->further) {
        fputs("            '1", stdout);
        print_offer(command->operand);
        fputs("' \\\n", stdout);
    }
    fputs("            '*", stdout);
    print_offer(command->further ? command->further : command->operand);
    fputs("'\n        ;;\n", stdout);
}

void
completion_zsh(void)
{
    const struct command *command;
    fputs(opening, stdout);
    completion_words(offer_limits, NULL, " ");
    fputs(commands_opening, stdout);
    for (size_t i = 0; (command = command_entry(i)); i++) {
        printf("        '%s:", command->name);
        print_help(command->brief);
        fputs("'\n", stdout);
    }
    fputs(middle, stdout);
    for (size_t i = 0; (command = command_entry(i)); i++) {
        print_command(command);
    }
    fputs(closing, stdout);
}
