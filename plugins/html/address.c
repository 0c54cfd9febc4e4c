/* address.c: resolving addresses against the page's base. */
#include "address.h"

#include <libxml/uri.h>
#include <stdlib.h>
#include <string.h>

/* A base beyond this is no base: it would be copied into every address. An address beyond it stays
 * as it is: xmlBuildURI() takes quadratic time over "x/../". */
enum { LONGEST = 2048 };

static int
is_edge(unsigned char c)
{
    return c && c <= ' ';
}

/* URL Standard, "basic URL parser": white space and controls at the edges are not part of it. */
static char *
trimmed(const char *href)
{
    while (is_edge((unsigned char)*href))
        href++;
    size_t length = strlen(href);
    while (length && is_edge((unsigned char)href[length - 1]))
        length--;
    return strndup(href, length);
}

static int
has_scheme(const char *address)
{
    const char *p = address;
    while ((*p >= 'a' && *p <= 'z') || (*p >= 'A' && *p <= 'Z') ||
           (p > address && ((*p >= '0' && *p <= '9') || *p == '+' || *p == '-' || *p == '.')))
        p++;
    return p > address && *p == ':';
}

static int
is_script(const char *address)
{
    return !xmlStrncasecmp((const xmlChar *)address, (const xmlChar *)"javascript:", 11) ||
           !xmlStrncasecmp((const xmlChar *)address, (const xmlChar *)"vbscript:", 9);
}

int
anf__html_set_base(struct anf__html_addresses *addresses, const char *href)
{
    if (addresses->base)
        return ANF_OK;
    char *base = trimmed(href);
    if (!base)
        return ANF_ERR_NOMEM;
    if (has_scheme(base) && strstr(base, "://") && strlen(base) <= LONGEST)
        addresses->base = base;
    else
        free(base);
    return ANF_OK;
}

/* The address that a relative one means; NULL: it cannot be made out, or there is no memory, which
 * anf__xml_unguard() tells. Spaces and umlauts, which
 * the generic syntax of RFC 3986 does not allow, are escaped as browsers do. */
static char *
absolute(const char *base, const char *address)
{
    xmlChar *escaped = xmlURIEscapeStr((const xmlChar *)address,
                                       (const xmlChar *)"%/:?#[]@!$&'()*+,;=~");
    xmlChar *built = escaped ? xmlBuildURI(escaped, (const xmlChar *)base) : NULL;
    char *copy = built ? strdup((const char *)built) : NULL;
    xmlFree(built);
    xmlFree(escaped);
    return copy;
}

int
anf__html_resolve(struct anf__html_addresses *addresses, const char *href, char **ret_address)
{
    char *address = trimmed(href);
    if (!address)
        return ANF_ERR_NOMEM;
    size_t length = strlen(address);
    if (length && length <= LONGEST && addresses->base && !has_scheme(address)) {
        char *resolved = absolute(addresses->base, address);
        if (resolved) {
            free(address);
            address = resolved;
            length = strlen(address);
        }
    }
    if (!length || is_script(address) || length > addresses->budget) {
        free(address);
        address = NULL;
        length = 0;
    }
    addresses->budget -= length;
    *ret_address = address;
    return ANF_OK;
}
