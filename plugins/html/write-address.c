/* write-address.c: addresses that the page may offer to follow. Nothing is ever loaded from them,
 * but a click on javascript: would run what a hostile source wrote. */
#include "write.h"

#include <string.h>

static const char *const schemes[] = {"http", "https", "mailto", "tel", "ftp"};

/* scheme is in lower case. */
static int
has_scheme(const char *href, size_t len, const char *scheme)
{
    if (strlen(scheme) != len)
        return 0;
    for (size_t i = 0; i < len; i++) {
        char c = href[i];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c - 'A' + 'a');
        if (c != scheme[i])
            return 0;
    }
    return 1;
}

/* Whatever stands before the first ':' counts as a scheme, since browsers skip TABs and leading
 * blanks to find one (URL Standard, 4.4). */
static int
is_safe(const char *href)
{
    size_t len = strcspn(href, ":/?#");
    if (href[len] != ':')
        return *href != '\0';
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (has_scheme(href, len, schemes[i]))
            return 1;
    return 0;
}

void
anf__html_write_href(struct anf__html_writer *w, const char *href)
{
    anf__markup_attribute(&w->out, is_safe(href) ? "href" : "data-anf-href", href);
}
