/* package-kind.h: what a ZIP archive holds, by its mimetype, its manifest and its members. */
#ifndef ANF_ODT_PACKAGE_KIND_H
#define ANF_ODT_PACKAGE_KIND_H

#include "package.h"

/* ANF_ERR_UNSUPPORTED: no OpenDocument text, or an encrypted one (reported by its name). */
ANF_CHECKED int anf__odt_check_kind(struct anf_call *call, struct anf__odt_package *package);

/* Is it the first member? 1 or 0. */
int anf__odt_package_first(const struct anf__odt_package *package, const char *name);

#endif
