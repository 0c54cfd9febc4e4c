/* report.h: diagnostics for a person or a program, one line each. */
#ifndef CLI_REPORT_H
#define CLI_REPORT_H

#include <anfrage/anfrage.h>

#include <stdbool.h>
#include <stdio.h>

struct report {
    FILE *out;
    /* NULL; else who gets the diagnostics in place of out. */
    void (*forward)(const struct anf_diagnostic *diagnostic, void *user);
    void *user;
    const char *input; /* what a diagnostic that names no source is about; NULL: the program */
    bool json;         /* one JSON object a line */
    bool quiet;        /* no notes, no warnings */
    bool colour;
    size_t errors; /* error diagnostics shown so far */
};

/* An anf_diagnostic_fn; user is a struct report. */
void report_diagnostic(const struct anf_diagnostic *diagnostic, void *user);

/* A message of the command line program itself; code of codes.h, or 0. source: what it is about;
 * NULL: the input in hand. */
void report_warning(struct report *report, uint32_t code, const char *source, const char *fmt, ...)
    ANF_PRINTF(4, 5);
void report_error(struct report *report, uint32_t code, const char *source, const char *fmt, ...)
    ANF_PRINTF(4, 5);

#endif
