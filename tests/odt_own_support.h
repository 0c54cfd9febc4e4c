/* odt_own_support.h: documents that our writer wrote, edited as text, and what reading them gives.
 */
#ifndef TESTS_ODT_OWN_SUPPORT_H
#define TESTS_ODT_OWN_SUPPORT_H

#include "html_own_support.h"

#include <stddef.h>

/* A package of ours, its members in memory. */
struct own_odt {
    char *content; /* content.xml */
    char *inquiry; /* anfrage/inquiry.xml */
};
struct own_odt own_odt_of_json(const char *json);
void own_odt_clear(struct own_odt *odt);

/* The inquiry of a package with these two, of which the second may be NULL: not there. What is said
 * is in said, which begins anew. NULL: there is none. */
struct anf_inquiry *read_own_odt(const char *content, const char *inquiry);

#endif
