/* log.h: the diagnostics of a test, to be looked at afterwards. */
#ifndef TESTS_LOG_H
#define TESTS_LOG_H

#include <anfrage/anfrage.h>

enum { LOG_MOST = 64, LOG_TEXT = 4200 };

struct log_entry {
    int severity;
    uint32_t code, line;
    char source[256]; /* "": none */
    char plugin[64];  /* "": the library */
    char message[LOG_TEXT];
};

struct log {
    size_t count; /* also of those beyond LOG_MOST */
    struct log_entry entries[LOG_MOST];
};

/* An anf_diagnostic_fn; user is the log. Fails the test when a diagnostic breaks base.h. */
void log_diagnostic(const struct anf_diagnostic *diagnostic, void *user);
void log_clear(struct log *log);

/* The first entry with the code; NULL: none. */
const struct log_entry *log_find(const struct log *log, uint32_t code);
size_t log_count(const struct log *log, uint32_t code);
/* Its message; "" when there is no such entry. */
const char *log_message(const struct log *log, uint32_t code);

#endif
