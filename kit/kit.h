/* kit.h: the plugin that is tried, and what it is put through. */
#ifndef KIT_KIT_H
#define KIT_KIT_H

#include "deed.h"

#include <stdbool.h>

/* The plugin as the command line names it. */
struct subject {
    const char *typed;       /* as typed */
    char *path;              /* of the module, absolute */
    char *folder;            /* that it lies in */
    char *name;              /* NAME of anf-NAME.so */
    char *description;       /* its text file */
    const char *plugin_path; /* where the other plugins are; NULL: where they usually are */
    const char *trial;       /* the only one to be run; NULL: all */
    unsigned seconds;        /* that one deed of a trial may take */
    char **samples;          /* files of its formats */
    int sample_count;
};

/* One trial, run in a process of its own. */
struct trial {
    const char *name;   /* a section of docs/plugins.md */
    const char *about;  /* what is done, one clause */
    const char *on_end; /* what to mend when it ends the process */
    void (*run)(const struct subject *subject);
};

void try_load(const struct subject *subject);
void try_symbols(const struct subject *subject);
void try_bids(const struct subject *subject);
void try_probe(const struct subject *subject);
void try_surroundings(const struct subject *subject);
void try_write(const struct subject *subject);
void try_options(const struct subject *subject);
void try_same_bytes(const struct subject *subject);
void try_round_trip(const struct subject *subject);
void try_garbage(const struct subject *subject);
void try_truncated(const struct subject *subject);
void try_mutated(const struct subject *subject);
void try_huge(const struct subject *subject);
void try_memory(const struct subject *subject);
void try_leaks(const struct subject *subject);
void try_reentry(const struct subject *subject);
void try_threads(const struct subject *subject);

#endif
