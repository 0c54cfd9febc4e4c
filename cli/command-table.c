/* command-table.c: every command, once. */
#include "commands.h"

#include <string.h>

static const struct command commands[] = {
    {
        .name = "convert",
        .bit = in_convert,
        .trouble = exit_failed,
        .run = command_convert,
        .synopsis = "[-f FORMAT] -t FORMAT [-o FILE | -O DIR] [-j N] INPUT...",
        .operand = "INPUT",
        .brief = "read inputs and write them in another format",
        .text =
            "Read each INPUT (- is standard input) and write what it holds in another format.\n",
        .closing = "Outputs appear whole or not at all, and never over an input.\n",
    },
    {
        .name = "show",
        .bit = in_show,
        .trouble = exit_failed,
        .run = command_show,
        .synopsis = "[--explain] [--discarded] [--page] INPUT",
        .operand = "INPUT",
        .brief = "what was understood of an input",
        .text = "Print for a person what was understood of INPUT (- is standard input).\n",
    },
    {
        .name = "check",
        .bit = in_check,
        .trouble = exit_trouble,
        .run = command_check,
        .synopsis = "INPUT...",
        .operand = "INPUT",
        .brief = "is it sound?",
        .text =
            "Print what is probably wrong with each inquiry, or missing, one line a finding: no "
            "title,\n"
            "a question without an answer, an answer before its question ... "
            "docs/diagnostics.md has all.\n"
            "Exit status: 0 nothing found, 1 something found, 2 some input failed or wrong "
            "usage.\n",
    },
    {
        .name = "diff",
        .bit = in_diff,
        .trouble = exit_trouble,
        .run = command_diff,
        .synopsis = "[--ignore-provenance] [--verbose] A B",
        .operand = "INPUT",
        .brief = "is it the same?",
        .text = "Print in what A and B (- is standard input) differ, whatever their formats. "
                "Nothing is\n"
                "printed when both hold the same.\n"
                "Exit status: 0 the same, 1 different, 2 an input failed or wrong usage.\n",
    },
    {
        .name = "formats",
        .bit = in_formats,
        .trouble = exit_failed,
        .run = command_formats,
        .synopsis = "[--verbose] [FORMAT...]",
        .operand = "FORMAT",
        .brief = "what can be read and written, with which options",
        .text = "List the formats, what each reads and writes, and the plugin behind it; or print "
                "all about\n"
                "each FORMAT: extensions, media types, and its options (--option KEY=VALUE).\n",
    },
    {
        .name = "plugin",
        .bit = in_plugin,
        .trouble = exit_trouble,
        .run = command_plugin,
        .synopsis = "check FILE.so [SAMPLE...] | new NAME",
        .operand = "check|new",
        .further = "FILE",
        .brief = "for those who write plugins: try one, or begin one",
        .text =
            "check: put a plugin through the conformance kit, each trial in a process of its "
            "own, and say\n"
            "what its author has to mend, one line a finding (docs/plugins.md has a section for "
            "each trial).\n"
            "A SAMPLE is a file of its format; a plugin that writes makes some itself.\n"
            "new: write a folder NAME with a plugin to begin with: it builds, works, and has a "
            "test.\n"
            "Exit status: 0 nothing found, 1 something found, 2 trouble or wrong usage.\n",
    },
    {
        .name = "completion",
        .bit = in_completion,
        .trouble = exit_failed,
        .run = command_completion,
        .synopsis = "bash|zsh|fish",
        .operand = "bash|zsh|fish",
        .brief = "what makes a shell complete all this",
        .text = "Print the functions by which a shell completes commands, options, formats and "
                "files. An\n"
                "installed anfrage needs none of this; without installing:\n"
                "  bash    source <(anfrage completion bash)\n"
                "  zsh     source <(anfrage completion zsh)\n"
                "  fish    anfrage completion fish | source\n"
                "The functions ask 'anfrage completion formats' and 'anfrage completion options -- "
                "WORDS',\n"
                "where WORDS are those of the command line so far: a word a line, a TAB, what it "
                "is.\n",
    },
};

const struct command *
command_entry(size_t index)
{
    return index < sizeof commands / sizeof *commands ? &commands[index] : NULL;
}

const struct command *
command_find(const char *name)
{
    const struct command *command;
    for (size_t i = 0; (command = command_entry(i)); i++) {
        if (strcmp(command->name, name) == 0) {
            return command;
        }
    }
    return NULL;
}
