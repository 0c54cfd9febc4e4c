/* options.c: the command line, taken apart and checked. */
#include "options.h"

#include "option-table.h"
#include "printable.h"
#include "suggest.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

/* What getopt_long(3) takes. */
struct tables {
    char letters[64];
    struct option names[64];
};

static void
fill_tables(struct tables *tables)
{
    const struct option_entry *entry;
    size_t length = 1;
    *tables = (struct tables){.letters = ":"};
    for (size_t i = 0; (entry = option_entry(i)); i++) {
        tables->names[i].name = entry->name;
        tables->names[i].has_arg = entry->argument ? required_argument : no_argument;
        tables->names[i].val = entry->value;
        if (option_has_letter(entry)) {
            tables->letters[length++] = (char)entry->value;
        }
        if (option_has_letter(entry) && entry->argument) {
            tables->letters[length++] = ':';
        }
    }
}

bool
usage_error(const char *command, const char *fmt, ...)
{
    char message[1024];
    va_list args;
    va_start(args, fmt);
    vsnprintf(message, sizeof message, fmt, args);
    va_end(args);
    fprintf(stderr, "anfrage%s%s: ", command ? " " : "", command ? command : "");
    print_escaped(stderr, message);
    fprintf(stderr, "\nTry 'anfrage help%s%s'.\n", command ? " " : "", command ? command : "");
    return false;
}

/* The name of an option as it was probably typed. */
static const char *
typed_name(int value, char *buffer, size_t size)
{
    if (value < 256) {
        snprintf(buffer, size, "-%c", value);
    } else {
        snprintf(buffer, size, "--%s", option_entry_of(in_all, value)->name);
    }
    return buffer;
}

static bool
set_log(struct options *options, const char *command, const char *value)
{
    if (strcmp(value, "text") != 0 && strcmp(value, "json") != 0) {
        return usage_error(command, "--log is text or json, not \"%s\"", value);
    }
    options->json_log = strcmp(value, "json") == 0;
    return true;
}

static bool
set_sandbox(struct options *options, const char *command, const char *value)
{
    static const char *const names[] = {
        [sandbox_on] = "on", [sandbox_off] = "off", [sandbox_required] = "required"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(value, names[i]) == 0) {
            options->sandbox = (enum sandbox_wish)i;
            return true;
        }
    }
    return usage_error(command, "--sandbox is on, off or required, not \"%s\"", value);
}

static bool
set_colour(struct options *options, const char *command, const char *value)
{
    static const char *const names[] = {"auto", "always", "never"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strcmp(value, names[i]) == 0) {
            options->colour = (enum colour_choice)i;
            return true;
        }
    }
    return usage_error(command, "--color is auto, always or never, not \"%s\"", value);
}

/* A decimal number; ret_end gets what follows it. false: none, or too large. */
static bool
parse_number(const char *text, uint64_t *ret_number, const char **ret_end)
{
    uint64_t number = 0;
    const char *at = text;
    for (; *at >= '0' && *at <= '9'; at++) {
        unsigned digit = (unsigned)(*at - '0');
        if (number > (UINT64_MAX - digit) / 10) {
            return false;
        }
        number = number * 10 + digit;
    }
    *ret_number = number;
    *ret_end = at;
    return at > text;
}

static bool
set_jobs(struct options *options, const char *command, const char *value)
{
    uint64_t jobs;
    const char *end;
    if (!parse_number(value, &jobs, &end) || *end || jobs < 1 || jobs > 256) {
        return usage_error(command, "-j takes a number from 1 to 256, not \"%s\"", value);
    }
    options->jobs = (unsigned)jobs;
    return true;
}

/* K, M and G are powers of 1024. */
static bool
parse_size(const char *text, uint64_t *ret_size)
{
    static const char units[] = "KMG";
    const char *end;
    uint64_t size;
    if (!parse_number(text, &size, &end) || size == 0) {
        return false;
    }
    const char *unit = *end ? strchr(units, *end) : NULL;
    for (int step = unit ? (int)(unit - units) + 1 : 0; step > 0; step--) {
        if (size > UINT64_MAX / 1024) {
            return false;
        }
        size *= 1024;
    }
    *ret_size = size;
    return end[unit ? 1 : 0] == '\0';
}

/* What one input may cost a worker. NULL: no such limit. */
static uint64_t *
worker_limit(struct options *options, const char *command, const char *name)
{
    const struct {
        const char *name;
        uint64_t *value;
    } limits[] = {
        {"memory", &options->worker.memory},
        {"seconds", &options->worker.seconds},
        {"output-bytes", &options->output_bytes},
    };
    bool has_workers = strcmp(command, "convert") == 0;
    for (size_t i = 0; has_workers && i < sizeof limits / sizeof *limits; i++) {
        if (strcmp(name, limits[i].name) == 0) {
            return limits[i].value;
        }
    }
    return NULL;
}

static bool
unknown_limit(const char *command, const char *name)
{
    char known[256] = "";
    size_t length = 0;
    for (int limit = 1; anf_limit_name(limit); limit++) {
        length += (size_t)snprintf(known + length, sizeof known - length, "%s%s",
                                   limit > 1 ? ", " : "", anf_limit_name(limit));
    }
    return usage_error(command,
                       "no limit is called \"%s\"; the limits are %s, and of convert memory, "
                       "seconds, output-bytes",
                       name, known);
}

static bool
set_limit(struct options *options, const char *command, const char *value)
{
    char name[32] = "";
    const char *equals = strchr(value, '=');
    if (!equals) {
        return usage_error(command, "--limit takes NAME=VALUE, not \"%s\"", value);
    }
    snprintf(name, sizeof name, "%.*s", (int)(equals - value), value);
    int limit = anf_limit_from_name(name);
    bool known = limit >= 1 && limit <= ANF_LIMIT_CELLS;
    uint64_t *limited = known ? &options->limits[limit] : worker_limit(options, command, name);
    if (!limited) {
        return unknown_limit(command, name);
    }
    if (!parse_size(equals + 1, limited)) {
        return usage_error(command,
                           "--limit %s takes a number from 1, perhaps with K, M or G, not \"%s\"",
                           name, equals + 1);
    }
    return true;
}

static bool
add_format_option(struct options *options, const char *command, const char *value)
{
    size_t count = 0;
    if (*value == '\0' || *value == '=') {
        return usage_error(command, "--option takes KEY=VALUE, not \"%s\"", value);
    }
    while (options->format_options[count]) {
        count++;
    }
    options->format_options[count] = value;
    return true;
}

/* Sources read nothing yet. */
static bool
add_vocabulary(struct options *options, const char *command, const char *path)
{
    size_t count = 0;
    if (strcmp(path, "-") == 0) {
        return usage_error(command, "--vocabulary takes a file, not standard input");
    }
    while (options->vocabularies[count]) {
        count++;
    }
    options->vocabularies[count] = anf_source_new_path(path);
    if (!options->vocabularies[count]) {
        options->no_memory = true;
        fputs("anfrage: out of memory\n", stderr);
    }
    return options->vocabularies[count] != NULL;
}

static bool
set_valued(struct options *options, const char *command, int value, const char *argument)
{
    switch (value) {
    case 'j':
        return set_jobs(options, command, argument);
    case option_format_option:
        return add_format_option(options, command, argument);
    case option_limit:
        return set_limit(options, command, argument);
    case option_log:
        return set_log(options, command, argument);
    case option_colour:
        return set_colour(options, command, argument);
    case option_sandbox:
        return set_sandbox(options, command, argument);
    case option_vocabulary:
        return add_vocabulary(options, command, argument);
    default:
        return false;
    }
}

static bool
set_option(struct options *options, const char *command, int value, const char *argument)
{
    const char **const texts[] = {
        ['f'] = &options->from,
        ['t'] = &options->to,
        ['o'] = &options->output,
        ['O'] = &options->output_dir,
        [option_charset] = &options->input_charset,
        [option_plugin_path] = &options->plugin_path,
        [option_vocabulary] = NULL,
    };
    bool *const flags[] = {
        ['h'] = &options->help,
        [option_discarded] = &options->discarded,
        [option_explain] = &options->explain,
        [option_ignore_provenance] = &options->ignore_provenance,
        [option_page] = &options->page,
        [option_quiet] = &options->quiet,
        [option_verbose] = &options->verbose,
        [option_vocabulary] = NULL,
    };
    if (texts[value]) {
        *texts[value] = argument;
        return true;
    }
    if (flags[value]) {
        *flags[value] = true;
        return true;
    }
    return set_valued(options, command, value, argument);
}

static bool
unknown_option(const char *command, enum command_bit bit, const char *typed)
{
    char name[64];
    const struct option_entry *entry;
    struct suggestion suggestion = {0};
    if (optopt && optopt < 256) {
        return usage_error(command, "unknown option -%c", optopt);
    }
    if (optopt) {
        return usage_error(command, "%s takes no value", typed_name(optopt, name, sizeof name));
    }
    snprintf(name, sizeof name, "%.*s", (int)strcspn(typed, "="), typed);
    for (size_t i = 0; (entry = option_entry(i)); i++) {
        if (entry->commands & (int)bit) {
            suggestion_consider(&suggestion, name + 2, entry->name);
        }
    }
    if (suggestion.best) {
        return usage_error(command, "unknown option %s; did you mean --%s?", name, suggestion.best);
    }
    return usage_error(command, "unknown option %s", name);
}

static bool
take(struct options *options, const char *command, enum command_bit bit, int value, char **argv)
{
    char name[32] = "";
    if (value == '?') {
        return unknown_option(command, bit, argv[optind - 1]);
    }
    if (value == ':') {
        return usage_error(command, "%s needs a value", typed_name(optopt, name, sizeof name));
    }
    if (!option_entry_of((int)bit, value)) {
        return usage_error(command, "%s is no option of %s", typed_name(value, name, sizeof name),
                           command);
    }
    return set_option(options, command, value, optarg);
}

bool
options_parse(struct options *options, const char *command, enum command_bit bit, int argc,
              char **argv)
{
    struct tables tables;
    int value;
    *options = (struct options){
        .jobs = 1,
        .output_bytes = (uint64_t)1 << 30,
        .worker = {.memory = (uint64_t)2 << 30, .seconds = 60},
    };
    options->format_options = calloc((size_t)argc + 1, sizeof *options->format_options);
    options->vocabularies = calloc((size_t)argc + 1, sizeof(struct anf_source *));
    if (!options->format_options || !options->vocabularies) {
        options->no_memory = true;
        fputs("anfrage: out of memory\n", stderr);
        return false;
    }
    opterr = 0;
    fill_tables(&tables);
    while ((value = getopt_long(argc, argv, tables.letters, tables.names, NULL)) != -1) {
        if (!take(options, command, bit, value, argv)) {
            return false;
        }
    }
    options->inputs = argv + optind;
    options->input_count = argc - optind;
    return true;
}

void
options_free(struct options *options)
{
    for (size_t i = 0; options->vocabularies && options->vocabularies[i]; i++) {
        anf_source_unref(options->vocabularies[i]);
    }
    free(options->vocabularies);
    free(options->format_options);
}
