/* diagnostic.h: say something to the program that uses the library. */
#ifndef ANF_DIAGNOSTIC_H
#define ANF_DIAGNOSTIC_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <anfrage/anfrage.h>

#include <stdarg.h>

/* Where a message belongs. Any part may be NULL or 0. */
struct anf__place_of_report {
    const char *source;
    const char *member;
    const char *plugin;
    uint32_t line, column;
};

/* Format and deliver; control characters in the message become escapes, and what is longer than a
 * line is cut. Needs no memory. where may be NULL. */
void anf__report(struct anf_context *ctx, const struct anf__place_of_report *where, int severity,
                 uint32_t code, const char *fmt, ...) ANF_PRINTF(5, 6);
void anf__report_list(struct anf_context *ctx, const struct anf__place_of_report *where,
                      int severity, uint32_t code, const char *fmt, va_list args);

/* strerror(3) in English whatever the locale; never NULL. */
const char *anf__errno_text(int error);

#endif
