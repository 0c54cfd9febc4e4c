/* system-calls.h: a filter of system calls (seccomp(2)). */
#ifndef CLI_SYSTEM_CALLS_H
#define CLI_SYSTEM_CALLS_H

#include <stdbool.h>

/* Why there is no filter: one English phrase; NULL: there is one. */
const char *system_calls_missing(void);

/* From here on this process computes, and talks over the descriptors that it has; other system
 * calls fail with EPERM. files: it may open files for reading (Landlock says which). Needs
 * no_new_privs. */
bool system_calls_enter(bool files);

#endif
