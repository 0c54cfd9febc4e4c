/* help.c: what --help and help COMMAND print. */
#include "help.h"

#include <stdio.h>
#include <string.h>

static const char program[] =
    "anfrage: German parliamentary inquiries, from archived pages to formats that last\n"
    "\n"
    "  anfrage convert -t FORMAT [-o FILE | -O DIR] INPUT...   read and write\n"
    "  anfrage show INPUT                                      what was understood\n"
    "  anfrage check INPUT...                                  is it sound?\n"
    "  anfrage diff A B                                        is it the same?\n"
    "  anfrage formats                                         what can be read and written\n"
    "  anfrage plugin check FILE.so | new NAME                 for those who write plugins\n"
    "  anfrage help COMMAND                                    the options of a command\n"
    "  anfrage --version\n"
    "\n"
    "Examples:\n"
    "  anfrage convert -t akn page.html                  Akoma Ntoso on standard output\n"
    "  anfrage convert -t akn -O out -j 4 archive/*.html one file each, four at a time\n"
    "  anfrage convert -o page.json page.html            the format by the name\n"
    "  anfrage show --explain page.html                  each field, and why it has its value\n"
    "\n"
    "Exit status: 0 all done, 1 some input failed (standard error says why), 2 wrong usage;\n"
    "of check, diff and plugin: 0 nothing found, 1 something found, 2 trouble or wrong usage.\n";

#define READING_HELP                                                                               \
    "Reading:\n"                                                                                   \
    "  -f, --from FORMAT         what the input is; else it is told by its bytes and name\n"       \
    "  --input-charset NAME      overrules what the page says of its charset\n"                    \
    "  --limit NAME=VALUE        input-bytes, unpacked-bytes, depth, nodes, attributes;\n"         \
    "                            a number, perhaps with K, M or G\n"                               \
    "  --option KEY[=VALUE]      for a format (pretty, wrap ...); may be given several times\n"    \
    "  --vocabulary FILE         words, parties, parliaments that are not known yet\n"

#define COMMON_HELP                                                                                \
    "Messages and plugins:\n"                                                                      \
    "  --quiet                   errors only, no notes and warnings\n"                             \
    "  --log=text|json           messages as lines of text, or as one JSON object a line\n"        \
    "  --color=auto|always|never\n"                                                                \
    "  --plugin-path PATH        directories with format plugins, separated by colons\n"

static const char convert[] =
    "anfrage convert [-f FORMAT] -t FORMAT [-o FILE | -O DIR] [-j N] INPUT...\n"
    "Read each INPUT (- is standard input) and write what it holds in another format.\n"
    "\n"
    "Writing:\n"
    "  -t, --to FORMAT           may be left out where the name FILE tells it\n"
    "  -o, --output FILE         else one input goes to standard output\n"
    "  -O, --output-dir DIR      INPUT a/page.html becomes DIR/page.xml; its further\n"
    "                            inquiries DIR/page-2.xml ...; DIR must exist\n"
    "  -j, --jobs N              convert N inputs at a time\n"
    "Outputs appear whole or not at all, and never over an input.\n"
    "\n" READING_HELP "\n" COMMON_HELP;

static const char show[] =
    "anfrage show [--explain] [--discarded] [--page] INPUT\n"
    "Print for a person what was understood of INPUT (- is standard input).\n"
    "\n"
    "  --explain                 of each field: the rule (and its weight), the words it fired on,\n"
    "                            what else was considered; what was set right; why a text was\n"
    "                            set aside\n"
    "  --discarded               each text that was set aside in full, with the reason\n"
    "  --page                    the page as blocks, and what became of each; also of a page\n"
    "                            that holds no inquiry\n"
    "\n" READING_HELP "\n" COMMON_HELP;

static const char check[] =
    "anfrage check INPUT...\n"
    "Print what is probably wrong with each inquiry, or missing, one line a finding: no title,\n"
    "a question without an answer, an answer before its question ... docs/diagnostics.md has all.\n"
    "Exit status: 0 nothing found, 1 something found, 2 some input failed or wrong usage.\n"
    "\n" READING_HELP "\n" COMMON_HELP;

static const char diff[] =
    "anfrage diff A B\n"
    "Print in what A and B (- is standard input) differ, whatever their formats. Nothing is\n"
    "printed when both hold the same.\n"
    "Exit status: 0 the same, 1 different, 2 an input failed or wrong usage.\n"
    "\n"
    "  --ignore-provenance       not where they were read from: file, SHA-256, repairs ...\n"
    "  --verbose                 say so when both are the same\n"
    "  --quiet                   only the exit status\n"
    "\n" READING_HELP "\n" COMMON_HELP;

static const char formats[] =
    "anfrage formats [--verbose]\n"
    "List the formats, what each reads and writes, and the plugin behind it.\n"
    "\n"
    "  --verbose                 and where the plugin lies\n"
    "\n" COMMON_HELP;

static const char plugin[] =
    "anfrage plugin check FILE.so [SAMPLE...]\n"
    "anfrage plugin new NAME\n"
    "check: put a plugin through the conformance kit, each trial in a process of its own, and say\n"
    "what its author has to mend, one line a finding (docs/plugins.md has a section for each "
    "trial).\n"
    "A SAMPLE is a file of its format; a plugin that writes makes some itself.\n"
    "new: write a folder NAME with a plugin to begin with: it builds, works, and has a test.\n"
    "Exit status: 0 nothing found, 1 something found, 2 trouble or wrong usage.\n"
    "\n"
    "  --verbose                 name each trial\n"
    "\n" COMMON_HELP;

static const struct {
    const char *name;
    const char *text;
} topics[] = {{"convert", convert}, {"show", show},       {"check", check},
              {"diff", diff},       {"formats", formats}, {"plugin", plugin}};

void
help_program(void)
{
    fputs(program, stdout);
}

bool
help_command(const char *name)
{
    for (size_t i = 0; i < sizeof topics / sizeof *topics; i++) {
        if (strcmp(topics[i].name, name) == 0) {
            fputs(topics[i].text, stdout);
            return true;
        }
    }
    return false;
}
