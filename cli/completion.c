/* completion.c: the command that prints what shells complete by, and what their functions ask. */
#include "completion.h"

#include "format-options.h"
#include "printable.h"
#include "session.h"

#include <stdio.h>
#include <string.h>

/* --- what the functions ask: a word a line, a TAB, what it is --- */

static void
print_answer(const char *key, const char *value, const char *help)
{
    printf("%s%s\t", key, value);
    print_escaped(stdout, help);
    putchar('\n');
}

static void
list_formats(const struct anf_context *ctx)
{
    const struct anf_format_info *info;
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++) {
        print_answer("", info->id, info->label);
    }
}

/* "pretty=yes" and "pretty=no"; "wrap=", where any number may follow. */
static void
list_values(const struct anf_format_option *option)
{
    static const char *const flags[] = {"yes", "no", NULL};
    static const char *const open[] = {"", NULL};
    const char *const *values = open;
    char key[128];
    snprintf(key, sizeof key, "%s=", option->key);
    if (option->type == ANF_OPTION_FLAG) {
        values = flags;
    } else if (option->type == ANF_OPTION_CHOICE) {
        values = option->choices;
    }
    for (; *values; values++) {
        print_answer(key, *values, option->help);
    }
}

/* The value of -f FORMAT, -fFORMAT, --from FORMAT or --from=FORMAT among words; NULL: it is not
 * there yet. */
static const char *
told_format(const struct options *options, char letter, const char *name)
{
    const char *told = NULL;
    size_t length = strlen(name);
    for (int i = 0; i < options->input_count; i++) {
        const char *word = options->inputs[i];
        bool is_short = word[0] == '-' && word[1] == letter;
        bool is_long = strncmp(word, "--", 2) == 0 && strncmp(word + 2, name, length) == 0;
        const char *rest = is_short ? word + 2 : is_long ? word + 2 + length : NULL;
        if (rest && !*rest && i + 1 < options->input_count) {
            told = options->inputs[i + 1];
        } else if (rest && *rest) {
            told = rest + (*rest == '=');
        }
    }
    return told;
}

/* Those of the formats that the words, from the program on, tell to read and to write; of all,
 * where they tell none. */
static void
list_options(const struct options *options, const struct anf_context *ctx)
{
    const struct anf_format_info *info;
    const char *from = told_format(options, 'f', "from");
    const char *to = told_format(options, 't', "to");
    bool writes = options->input_count > 2 && strcmp(options->inputs[2], "convert") == 0;
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++) {
        uint32_t uses = !from || strcmp(from, info->id) == 0 ? ANF_OPTION_READS : 0;
        uses |= writes && (!to || strcmp(to, info->id) == 0) ? ANF_OPTION_WRITES : 0;
        for (size_t j = 0; info->options && info->options[j]; j++) {
            if (info->options[j]->flags & uses) {
                list_values(info->options[j]);
            }
        }
    }
}

/* --- what the functions know --- */

static void
print_limits(const char *separator)
{
    const char *name;
    for (int limit = 1; (name = anf_limit_name(limit)); limit++) {
        printf("%s%s=", limit > 1 ? separator : "", name);
    }
    printf("%smemory=%sseconds=%soutput-bytes=", separator, separator, separator);
}

static void
print_commands(const char *separator)
{
    const struct command *command;
    for (size_t i = 0; (command = command_entry(i)); i++) {
        printf("%s%s", i > 0 ? separator : "", command->name);
    }
}

void
completion_words(enum offer offer, const char *argument, const char *separator)
{
    if (offer == offer_commands) {
        print_commands(separator);
    } else if (offer == offer_limits) {
        print_limits(separator);
    }
    for (const char *c = argument; offer == offer_words && *c; c++) {
        if (*c == '|') {
            fputs(separator, stdout);
        } else {
            putchar(*c);
        }
    }
}

/* --- the command --- */

static int
answer(const struct options *options)
{
    struct anf_context *ctx = session_new(options, NULL);
    if (!ctx) {
        return exit_failed;
    }
    if (strcmp(options->inputs[0], "formats") == 0) {
        list_formats(ctx);
    } else {
        list_options(options, ctx);
    }
    anf_context_unref(ctx);
    return exit_done;
}

int
command_completion(const struct options *options)
{
    static const struct {
        const char *name;
        void (*print)(void);
    } shells[] = {{"bash", completion_bash}, {"zsh", completion_zsh}, {"fish", completion_fish}};
    const char *shell = options->input_count > 0 ? options->inputs[0] : "";
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++) {
        if (strcmp(shell, shells[i].name) == 0 && options->input_count == 1) {
            shells[i].print();
            return exit_done;
        }
    }
    if (strcmp(shell, "options") == 0 || strcmp(shell, "formats") == 0) {
        return answer(options);
    }
    usage_error("completion", "takes the name of a shell: bash, zsh or fish");
    return exit_usage;
}
