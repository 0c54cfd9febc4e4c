/* main.c: the conformance kit of plugins; "anfrage plugin check" starts it.
 *
 * usage: anfrage-plugin-check [--json] [--verbose] [--plugin-path PATH] [--trial NAME]
 *                             [--seconds OF-ONE-DEED] FILE.so [SAMPLE...] */
#include "run.h"
#include "tell.h"

#include <errno.h>
#include <getopt.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { all_kept = 0, something_found = 1, trouble = 2 };

static const char ON_INPUT[] = "check every length and every pointer before you use it";

static const struct trial trials[] = {
    {"load", "the module and its description are loaded",
     "run no code when the module is loaded, and read nothing that is not there", try_load},
    {"symbols", "what the module exports and imports is looked at", "", try_symbols},
    {"bids", "its formats bid on samples of all formats, and on nonsense",
     "a probe looks at len bytes at most, and calls nothing", try_bids},
    {"probe", "its probes see heads of every length, with nothing readable around them",
     "a probe may read the len bytes of head and no others; len may be 0", try_probe},
    {"surroundings", "the process is compared before and after reading and writing", ON_INPUT,
     try_surroundings},
    {"write", "inquiries of all shapes are written", "whatever is absent is NULL: look first",
     try_write},
    {"options", "inquiries are written with each option that is described",
     "look at what anf_call_option gives before you use it", try_options},
    {"same-bytes", "the same inquiry is written at another time, in another place",
     "depend on nothing but the arguments", try_same_bytes},
    {"round-trip", "what it wrote is read back", ON_INPUT, try_round_trip},
    {"garbage", "bytes of no format are read", ON_INPUT, try_garbage},
    {"truncated", "a sample is read that ends too early", ON_INPUT, try_truncated},
    {"mutated", "a sample is read that was damaged", ON_INPUT, try_mutated},
    {"huge", "inputs of megabytes are read, and deep ones",
     "check every length; count the depth, and stop at anf_call_limit(call, ANF_LIMIT_DEPTH)",
     try_huge},
    {"memory", "one allocation after the other fails",
     "look at what malloc and the library's functions return before you use it", try_memory},
    {"leaks", "reading and writing is repeated", "give back what you allocate, once", try_leaks},
    {"reentry", "a call begins while another one runs",
     "keep no static state and no pointer from one call to another", try_reentry},
    {"threads", "several threads read and write at once",
     "keep no static state: whatever a call needs lives on its stack", try_threads},
};

enum { trial_count = sizeof trials / sizeof *trials };

/* --- the plugin --- */

/* NAME of anf-NAME.so; NULL: the file is called otherwise, or there is no memory. */
static char *
name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *file = slash ? slash + 1 : path;
    size_t length = strlen(file);
    if (length <= strlen("anf-.so") || strncmp(file, "anf-", 4) != 0 ||
        strcmp(file + length - 3, ".so") != 0) {
        return NULL;
    }
    return strndup(file + 4, length - 7);
}

static bool
subject_open(struct subject *subject, const char *typed, struct telling *telling)
{
    subject->typed = typed;
    subject->path = realpath(typed, NULL);
    if (!subject->path) {
        tell_trouble(telling, "%s: %s", typed, strerrordesc_np(errno));
        return false;
    }
    subject->name = name_of(typed);
    if (!subject->name) {
        tell_trouble(telling, "%s: a plugin's module is called anf-NAME.so", typed);
        return false;
    }
    subject->folder = strndup(subject->path, (size_t)(strrchr(subject->path, '/') - subject->path));
    if (!subject->folder ||
        asprintf(&subject->description, "%s/anf-%s.plugin", subject->folder, subject->name) < 0) {
        subject->description = NULL;
        tell_trouble(telling, "out of memory");
        return false;
    }
    return true;
}

static void
subject_close(struct subject *subject)
{
    free(subject->path);
    free(subject->name);
    free(subject->folder);
    free(subject->description);
}

/* Samples are read by each trial: whether they are there is told once. */
static bool
samples_are_there(const struct subject *subject, struct telling *telling)
{
    for (int i = 0; i < subject->sample_count; i++) {
        if (access(subject->samples[i], R_OK) != 0) {
            tell_trouble(telling, "%s: %s", subject->samples[i], strerrordesc_np(errno));
            return false;
        }
    }
    return true;
}

/* --- the command line, which "anfrage plugin check" has checked --- */

static bool
take_options(struct subject *subject, struct telling *telling, int argc, char **argv)
{
    static const struct option options[] = {
        {"json", no_argument, NULL, 'j'},
        {"verbose", no_argument, NULL, 'v'},
        {"plugin-path", required_argument, NULL, 'p'},
        {"seconds", required_argument, NULL, 's'},
        {"trial", required_argument, NULL, 't'},
        {NULL, 0, NULL, 0},
    };
    int value;
    while ((value = getopt_long(argc, argv, "", options, NULL)) != -1) {
        telling->json = telling->json || value == 'j';
        telling->verbose = telling->verbose || value == 'v';
        subject->plugin_path = value == 'p' ? optarg : subject->plugin_path;
        subject->seconds = value == 's' ? (unsigned)strtoul(optarg, NULL, 10) : subject->seconds;
        subject->trial = value == 't' ? optarg : subject->trial;
        if (value == '?') {
            return false;
        }
    }
    subject->samples = argv + optind + 1;
    subject->sample_count = argc - optind - 1;
    return optind < argc;
}

static void
run_trials(const struct subject *subject, struct telling *telling)
{
    for (size_t i = 0; i < trial_count && !telling->fatal; i++) {
        if (!subject->trial || strcmp(subject->trial, trials[i].name) == 0) {
            run_trial(&trials[i], subject, telling);
        }
    }
}

int
main(int argc, char **argv)
{
    struct subject subject = {.seconds = 10};
    struct telling telling = {0};
    if (!take_options(&subject, &telling, argc, argv)) {
        fputs("anfrage-plugin-check: started by \"anfrage plugin check FILE.so\"\n", stderr);
        return trouble;
    }
    telling.plugin = argv[optind];
    if (subject_open(&subject, telling.plugin, &telling) && samples_are_there(&subject, &telling)) {
        run_trials(&subject, &telling);
        tell_sum(&telling);
    }
    subject_close(&subject);
    if (fflush(stdout) != 0 || telling.trouble) {
        return trouble;
    }
    return telling.findings > 0 ? something_found : all_kept;
}
