/* address.h: the addresses of links and images. */
#ifndef ANF_HTML_ADDRESS_H
#define ANF_HTML_ADDRESS_H

#include <anfrage/plugin.h>

/* What addresses are resolved against, and how much memory they may take in all: a long base or
 * a link around thousands of blocks would otherwise make much out of little. */
struct anf__html_addresses {
    char *base; /* absolute; NULL: addresses stay as they are found */
    size_t budget;
};

/* Take the first base that is absolute. */
ANF_CHECKED int anf__html_set_base(struct anf__html_addresses *addresses, const char *href);

/* *ret_address is for free(), or NULL where there is none: nothing but white space, a script, or
 * no budget left. */
ANF_CHECKED int anf__html_resolve(struct anf__html_addresses *addresses, const char *href,
                                  char **ret_address);

#endif
