/* provenance.h: where a recognised inquiry was read from. */
#ifndef ANF_PROVENANCE_H
#define ANF_PROVENANCE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <anfrage/plugin.h>

/* Source, SHA-256, media type, charset and reader, as the library knows them of this call. */
ANF_CHECKED int anf__set_provenance(struct anf_call *call, struct anf_inquiry *inquiry);

#endif
