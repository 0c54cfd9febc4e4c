/* options.h: the command line, taken apart and checked. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include "sandbox.h"

#include <stdbool.h>

/* diff and check tell what they found by 1, as diff(1) does, and all trouble by 2. */
enum { exit_done = 0, exit_failed = 1, exit_found = 1, exit_usage = 2, exit_trouble = 2 };

/* Which commands take an option. */
enum command_bit {
    in_convert = 1,
    in_show = 2,
    in_formats = 4,
    in_diff = 8,
    in_check = 16,
    in_plugin = 32,
    in_completion = 64,
    in_readers = in_convert | in_show | in_diff | in_check,
    in_all = in_readers | in_formats | in_plugin | in_completion
};

enum colour_choice { colour_auto, colour_always, colour_never };

struct options {
    const char *from;       /* format; NULL: by the bytes */
    const char *to;         /* format; NULL: by the output's name */
    const char *output;     /* file, "-" for standard output; NULL: standard output */
    const char *output_dir; /* NULL: none */
    unsigned jobs;
    const char **format_options; /* "key=value" up to a NULL */
    const char *input_charset;
    uint64_t limits[ANF_LIMIT_CELLS + 1]; /* by enum anf_limit; 0: the default */
    struct anf_source **vocabularies;     /* up to a NULL */
    uint64_t output_bytes;                /* that one input may become */
    enum sandbox_wish sandbox;
    struct sandbox_limits worker;
    const char *plugin_path;
    enum colour_choice colour;
    bool json_log;
    bool quiet;
    bool verbose;
    bool explain;
    bool discarded;
    bool page;
    bool ignore_provenance;
    bool help;
    bool no_memory; /* is why options_parse said false */
    char **inputs;  /* borrowed from the arguments, which are put in order */
    int input_count;
};

/* command: its name in the messages; argv[0] is the command, too. false: wrong usage, or no
 * memory, which was said on standard error. */
bool options_parse(struct options *options, const char *command, enum command_bit bit, int argc,
                   char **argv);
void options_free(struct options *options);

/* Say on standard error what is wrong and where help is; always false. */
bool usage_error(const char *command, const char *fmt, ...) ANF_PRINTF(2, 3);

#endif
