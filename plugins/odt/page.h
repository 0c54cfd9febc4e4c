/* page.h: a document that libanfrage did not write, as a page of blocks for the recogniser. */
#ifndef ANF_ODT_PAGE_H
#define ANF_ODT_PAGE_H

#include <anfrage/plugin.h>

/* A part of the document: meta.xml, styles.xml, content.xml, or all in one. */
struct anf__odt_page_part {
    const char *name; /* of the member; NULL: the whole source */
    const unsigned char *data;
    size_t len;
};

/* Fill the call's page from these parts, the one with the text last: it refers to the others. The
 * title is told as the page's, headers and footers are part of the page; tracked changes count as
 * accepted; comments stand aside; the table of contents is navigation. docs/odt.md has the rules.
 */
ANF_CHECKED int anf__odt_read_page(struct anf_call *call, const struct anf__odt_page_part *parts,
                                   size_t count);

#endif
