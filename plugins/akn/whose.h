/* whose.h: did libanfrage write this document? */
#ifndef ANF_AKN_WHOSE_H
#define ANF_AKN_WHOSE_H

#include <anfrage/plugin.h>

/* anf_format.read: look at the document's head, and let one of the two readers have it. */
int anf__akn_read(struct anf_call *call, struct anf_source *source);

/* "2.0" for the namespace of Akoma Ntoso 2.0 (NULL: for none at all); NULL: no namespace of Akoma
 * Ntoso. */
const char *anf__akn_version(const char *ns);

#endif
