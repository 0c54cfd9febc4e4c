/* package.h: reading the ZIP archive of a document, which may be hostile. */
#ifndef ANF_ODT_PACKAGE_H
#define ANF_ODT_PACKAGE_H

#include <anfrage/plugin.h>

struct anf__odt_package;

/* A member's bytes. */
struct anf__odt_member {
    unsigned char *data; /* NULL: there is no such member; a zero byte follows the last */
    size_t len;
};

/* Is the source an OpenDocument text, sound and not encrypted? Failures are reported.
 * ANF_ERR_SYNTAX: it is damaged, or against the rules of packages; ANF_ERR_UNSUPPORTED: it is
 * something else, or encrypted. */
ANF_CHECKED int anf__odt_package_open(struct anf_call *call, struct anf_source *source,
                                      struct anf__odt_package **ret_package);
struct anf__odt_package *anf__odt_package_free(struct anf__odt_package *package);

/* Does the archive hold a member of this name? 1 or 0. */
int anf__odt_package_has(const struct anf__odt_package *package, const char *name);
/* Inflate a member, counting what comes out; failures are reported. Clear the result. */
ANF_CHECKED int anf__odt_package_read(struct anf__odt_package *package, const char *name,
                                      struct anf__odt_member *ret_member);
void anf__odt_member_clear(struct anf__odt_member *member); /* frees */

#endif
