/* bounds.h: what a page may not have if libxml2's HTML parser is to read it in linear time. */
#ifndef ANF_HTML_BOUNDS_H
#define ANF_HTML_BOUNDS_H

#include <anfrage/plugin.h>

/* Careless pages leave hundreds of inline elements open: so many times the limit element-depth may
 * be. */
enum { ANF__HTML_LEFT_OPEN = 4 };

/* Before the parse: ANF_ERR_LIMIT, reported, for what is too long or has a tag of too many
 * attributes. */
ANF_CHECKED int anf__html_check_size(struct anf_call *call, const char *text, size_t len);

/* In the parse: so many elements may be open at once. */
uint64_t anf__html_most_elements(const struct anf_call *call);
/* Are so many too many? 1 or 0. */
int anf__html_is_too_deep(const struct anf_call *call, size_t depth);

/* What is said of it. */
#define ANF__HTML_TOO_DEEP            "more elements are open than four times the limit element-depth"
#define ANF__HTML_TOO_MANY_ATTRIBUTES "an element has more attributes than the limit attributes"

#endif
