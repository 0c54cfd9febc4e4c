/* recognise.h: from a page of blocks to inquiries. */
#ifndef ANF_RECOGNISE_H
#define ANF_RECOGNISE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <anfrage/anfrage.h>

/* Decide the fate of every byte of the page and make the inquiries that it holds
 * (anf_page_inquiry). source: the name of the source, with its folders, for file names that state a
 * number and for diagnostics; NULL: none. ANF_ERR_NO_INQUIRY: none is on it, for a reason that was
 * reported and that anf_page_refusal gives. */
ANF_CHECKED int anf__recognise(struct anf_context *ctx, struct anf_page *page, const char *source);

#endif
