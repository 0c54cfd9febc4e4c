/* href.h: links as references of RFC 3986, which is what the anyURI of schemas takes. */
#ifndef ANF_PLUGIN_HREF_H
#define ANF_PLUGIN_HREF_H

#include <anfrage/plugin.h>

/* What has to stand in a link's place: NULL where url may stand as it is, "" where it may not and
 * percent-encoding does not help. A reference to a place in this document counts as the latter: it
 * would have to name something that is there. The result is to be freed. */
ANF_CHECKED int anf__href(const char *url, char **ret_href);

#endif
