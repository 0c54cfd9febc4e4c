/* landlock.h: shut off the files of the machine (Linux, Documentation/userspace-api/landlock.rst).
 */
#ifndef CLI_LANDLOCK_H
#define CLI_LANDLOCK_H

#include <anfrage/anfrage.h>

#include <stdbool.h>

/* What the kernel has of it, from 1; less: nothing. */
int landlock_version(void);

/* From here on this process may read what lies in the folders of the libraries that are loaded
 * (there are iconv's modules, too) and in those of the context's plugins, and open nothing else.
 * Needs no_new_privs. */
bool landlock_enter(const struct anf_context *ctx);

#endif
