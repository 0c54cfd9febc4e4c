/* option-table.h: every option of the command, once: from here come what getopt takes, what help
 * prints, and what shells complete. */
#ifndef CLI_OPTION_TABLE_H
#define CLI_OPTION_TABLE_H

#include "options.h"

/* Values of options without a letter. */
enum option_value {
    option_charset = 256,
    option_colour,
    option_discarded,
    option_explain,
    option_format_option,
    option_ignore_provenance,
    option_limit,
    option_log,
    option_page,
    option_plugin_path,
    option_quiet,
    option_sandbox,
    option_verbose,
    option_vocabulary
};

/* Under which heading help has it. */
enum option_group { group_own, group_reading, group_common, group_count };

struct option_entry {
    int value; /* the letter, or enum option_value */
    const char *name;
    int commands; /* enum command_bit of each that takes it */
    enum option_group group;
    const char
        *argument;    /* what help calls its value, such as "FORMAT" or "text|json"; NULL: none */
    const char *help; /* commands that mean different things by it have an entry each */
};

/* Is there -x beside --xxx? */
bool option_has_letter(const struct option_entry *entry);
/* In the order of help. NULL past the end. */
const struct option_entry *option_entry(size_t index);
/* Of one of these commands (enum command_bit); NULL: they have none with the value. */
const struct option_entry *option_entry_of(int commands, int value);

/* What may stand for an argument or an operand of this name. */
enum offer {
    offer_nothing,
    offer_words, /* those between the bars of the name */
    offer_commands,
    offer_files,
    offer_folders,
    offer_formats,
    offer_limits,  /* "NAME=" */
    offer_options, /* "KEY=VALUE" of the formats */
};
enum offer option_offer(const char *argument);

#endif
