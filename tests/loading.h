/* loading.h: a context and a folder for the tests of the loader. */
#ifndef TESTS_LOADING_H
#define TESTS_LOADING_H

#include "log.h"
#include "support.h"

#include <limits.h>

extern struct anf_context *ctx;
extern struct log messages;
extern char plugins[PATH_MAX];     /* the folder of the bad ones */
extern char folder[];              /* one of the test's own */
extern char description[PATH_MAX]; /* in it */
extern char module[PATH_MAX];

void set_up(void);
void tear_down(void);

/* Read a text, by its magic unless a format is named; ret_count (may be NULL): how many inquiries
 * came. */
int read_text(const char *text, const char *format, int *ret_count);

#endif
