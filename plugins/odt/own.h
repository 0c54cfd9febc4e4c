/* own.h: reading back a document that our writer wrote, also after a person has edited it.
 * docs/odt.md has the rules. */
#ifndef ANF_ODT_OWN_H
#define ANF_ODT_OWN_H

#include "package.h"

/* ret_own: 1: the document was ours, and its inquiry was handed over. 0: it is to be read like any
 * other. */
ANF_CHECKED int anf__odt_read_own(struct anf_call *call, struct anf__odt_package *package,
                                  const struct anf__odt_member *content, int *ret_own);

#endif
