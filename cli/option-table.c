/* option-table.c: every option of the command, once. */
#include "option-table.h"

#include <string.h>

static const struct option_entry entries[] = {
    {'t', "to", in_convert, group_own, "FORMAT",
     "the format to write; may be left out where the name FILE tells it"},
    {'o', "output", in_convert, group_own, "FILE",
     "where to write; else one input goes to standard output"},
    {'O', "output-dir", in_convert, group_own, "DIR",
     "INPUT a/page.html becomes DIR/page.xml, its further inquiries DIR/page-2.xml ...; DIR must "
     "exist"},
    {'j', "jobs", in_convert, group_own, "N", "convert N inputs at a time"},
    {option_sandbox, "sandbox", in_convert, group_own, "on|off|required",
     "on, the default: workers are shut in as far as this machine can ('anfrage --version -v'); "
     "required: or nothing is converted"},
    {option_explain, "explain", in_show, group_own, NULL,
     "of each field: the rule (and its weight), the words it fired on, what else was considered; "
     "what was set right; why a text was set aside"},
    {option_discarded, "discarded", in_show, group_own, NULL,
     "each text that was set aside in full, with the reason"},
    {option_page, "page", in_show, group_own, NULL,
     "the page as blocks, and what became of each; also of a page that holds no inquiry"},
    {option_ignore_provenance, "ignore-provenance", in_diff, group_own, NULL,
     "not where they were read from: file, SHA-256, repairs ..."},
    {option_verbose, "verbose", in_diff, group_own, NULL, "say so when both are the same"},
    {option_verbose, "verbose", in_formats, group_own, NULL, "and where each plugin lies"},
    {option_verbose, "verbose", in_plugin, group_own, NULL, "name each trial of check"},
    {'f', "from", in_readers, group_reading, "FORMAT",
     "what the input is; else it is told by its bytes and name"},
    {option_charset, "input-charset", in_readers, group_reading, "NAME",
     "overrules what the page says of its charset"},
    {option_limit, "limit", in_readers, group_reading, "LIMIT=NUMBER",
     "input-bytes, unpacked-bytes, depth, nodes, attributes, part-bytes, parts, element-depth, "
     "spaces or cells; of convert also memory, seconds, output-bytes; perhaps with K, M or G"},
    {option_format_option, "option", in_readers, group_reading, "KEY[=VALUE]",
     "for a format, such as pretty ('anfrage formats NAME' lists them); may be given several "
     "times"},
    {option_vocabulary, "vocabulary", in_readers, group_reading, "FILE",
     "words, parties, parliaments that are not known yet; may be given several times"},
    {option_quiet, "quiet", in_all & ~(in_check | in_diff), group_common, NULL,
     "errors only, no notes and warnings"},
    {option_quiet, "quiet", in_check | in_diff, group_common, NULL,
     "errors only; the exit status tells the rest"},
    {option_log, "log", in_all, group_common, "text|json",
     "messages as lines of text, or as one JSON object a line"},
    {option_colour, "color", in_all, group_common, "auto|always|never",
     "auto, the default: on a terminal"},
    {option_plugin_path, "plugin-path", in_all, group_common, "PATH",
     "directories with format plugins, separated by colons"},
    {'h', "help", in_all, group_common, NULL, "these lines"},
};

bool
option_has_letter(const struct option_entry *entry)
{
    return entry->value < 256;
}

const struct option_entry *
option_entry(size_t index)
{
    return index < sizeof entries / sizeof *entries ? &entries[index] : NULL;
}

const struct option_entry *
option_entry_of(int commands, int value)
{
    const struct option_entry *entry;
    for (size_t i = 0; (entry = option_entry(i)); i++) {
        if (entry->value == value && entry->commands & commands) {
            return entry;
        }
    }
    return NULL;
}

enum offer
option_offer(const char *argument)
{
    static const struct {
        const char *name;
        enum offer offer;
    } offers[] = {
        {"COMMAND", offer_commands}, {"DIR", offer_folders},         {"FILE", offer_files},
        {"FORMAT", offer_formats},   {"INPUT", offer_files},         {"KEY[=VALUE]", offer_options},
        {"PATH", offer_folders},     {"LIMIT=NUMBER", offer_limits},
    };
    if (!argument) {
        return offer_nothing;
    }
    for (size_t i = 0; i < sizeof offers / sizeof *offers; i++) {
        if (strcmp(argument, offers[i].name) == 0) {
            return offers[i].offer;
        }
    }
    return strchr(argument, '|') ? offer_words : offer_nothing;
}
