/* page.h: a document that libanfrage did not write, as a page of blocks for the recogniser. */
#ifndef ANF_ODT_PAGE_H
#define ANF_ODT_PAGE_H

#include <anfrage/plugin.h>

/* Fill the call's page from content.xml and, where the document has it, styles.xml (NULL: not),
 * whose headers and footers are part of the text. Tracked changes count as accepted; comments stand
 * aside; the table of contents is navigation. */
ANF_CHECKED int anf__odt_read_page(struct anf_call *call, const unsigned char *content,
                                   size_t content_len, const unsigned char *styles,
                                   size_t styles_len);

#endif
