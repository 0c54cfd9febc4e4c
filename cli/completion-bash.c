/* completion-bash.c: the functions by which bash completes the command line. They need nothing of
 * the package bash-completion. */
#include "completion.h"

#include <stdio.h>

/* bash cuts words at "=" (COMP_WORDBREAKS), and replaces what stands behind it; the words are put
 * together again first, and what bash keeps is taken off the answers at the end. */
static const char opening[] =
    "# Completion of anfrage for bash, made by 'anfrage completion bash'.\n"
    "\n"
    "# Formats or options, as the plugins describe them: a word a line.\n"
    "_anfrage_ask()\n"
    "{\n"
    "    \"${words[0]}\" completion \"$@\" 2>/dev/null | cut -f 1\n"
    "}\n"
    "\n"
    "_anfrage()\n"
    "{\n"
    "    local -a words=() answers=()\n"
    "    local i word option='' value kind=''\n"
    "    for ((i = 0; i <= COMP_CWORD; i++)); do\n"
    "        word=${COMP_WORDS[i]}\n"
    "        if ((i > 0)) && [[ $word == = || ${COMP_WORDS[i - 1]} == = ]]; then\n"
    "            words[${#words[@]} - 1]+=$word\n"
    "        else\n"
    "            words+=(\"$word\")\n"
    "        fi\n"
    "    done\n"
    "    local last=$((${#words[@]} - 1))\n"
    "    value=${words[last]}\n"
    "    if [[ $value == --*=* ]]; then\n"
    "        option=${value%%=*}\n"
    "        value=${value#*=}\n"
    "    elif ((last > 1)); then\n"
    "        option=${words[last - 1]}\n"
    "    fi\n"
    "    case $option in\n";

static const char middle[] = "    *) option='' ;;\n"
                             "    esac\n"
                             "    if [[ ! $option && $last -eq 1 ]]; then\n"
                             "        kind='";

static const char by_command[] = " help --help --version'\n"
                                 "    elif [[ ! $option ]]; then\n"
                                 "        case ${words[1]} in\n";

static const char closing[] =
    "        esac\n"
    "    fi\n"
    "    case $kind in\n"
    "    files) mapfile -t answers < <(compgen -f -- \"$value\") ;;\n"
    "    folders) mapfile -t answers < <(compgen -d -- \"$value\") ;;\n"
    "    formats) kind=$(_anfrage_ask formats) ;;\n"
    "    options) kind=$(_anfrage_ask options -- \"${words[@]:0:last}\") ;;\n"
    "    esac\n"
    "    if [[ $kind == files || $kind == folders ]]; then\n"
    "        compopt -o filenames 2>/dev/null\n"
    "    else\n"
    "        mapfile -t answers < <(compgen -W \"$kind\" -- \"$value\")\n"
    "        [[ ${answers[0]} == *= ]] && compopt -o nospace 2>/dev/null\n"
    "    fi\n"
    "    if [[ $value == *=* && $COMP_WORDBREAKS == *=* ]]; then\n"
    "        answers=(\"${answers[@]#\"${value%\"${value##*=}\"}\"}\")\n"
    "    fi\n"
    "    COMPREPLY=(\"${answers[@]}\")\n"
    "}\n"
    "\n"
    "complete -F _anfrage anfrage\n";

/* The words of an argument's or an operand's name, such as "text|json", with spaces. */
static void
print_offer(const char *argument)
{
    static const char *const kinds[] = {
        [offer_nothing] = "",    [offer_words] = NULL,        [offer_commands] = NULL,
        [offer_files] = "files", [offer_folders] = "folders", [offer_formats] = "formats",
        [offer_limits] = NULL,   [offer_options] = "options",
    };
    enum offer offer = option_offer(argument);
    if (kinds[offer]) {
        fputs(kinds[offer], stdout);
    } else {
        completion_words(offer, argument, " ");
    }
}

static void
print_option(const struct option_entry *entry)
{
    printf("    --%s", entry->name);
    if (option_has_letter(entry)) {
        printf(" | -%c", entry->value);
    }
    fputs(") kind='", stdout);
    print_offer(entry->argument);
    fputs("' ;;\n", stdout);
}

static void
print_command(const struct command *command)
{
    const struct option_entry *entry;
    printf("        %s)\n            kind='", command->name);
    print_offer(command->operand);
    if (command->further) {
        fputs("'\n            ((last > 2)) && kind='", stdout);
        print_offer(command->further);
    }
    fputs("'\n            [[ $value == -* ]] && kind='", stdout);
    for (size_t i = 0; (entry = option_entry(i)); i++) {
        if (entry->commands & (int)command->bit) {
            printf("--%s ", entry->name);
        }
    }
    fputs("'\n            ;;\n", stdout);
}

void
completion_bash(void)
{
    const struct option_entry *entry;
    const struct command *command;
    fputs(opening, stdout);
    for (size_t i = 0; (entry = option_entry(i)); i++) {
        if (entry->argument) {
            print_option(entry);
        }
    }
    fputs(middle, stdout);
    completion_words(offer_commands, NULL, " ");
    fputs(by_command, stdout);
    for (size_t i = 0; (command = command_entry(i)); i++) {
        print_command(command);
    }
    fputs("        help) kind='", stdout);
    completion_words(offer_commands, NULL, " ");
    fputs("' ;;\n", stdout);
    fputs(closing, stdout);
}
