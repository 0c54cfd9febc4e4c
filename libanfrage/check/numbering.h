/* numbering.h: how parliaments number their Drucksachen (data/numbering.tsv). */
#ifndef ANF_NUMBERING_H
#define ANF_NUMBERING_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <anfrage/base.h>

struct numbering_form {
    const char *text; /* not terminated */
    size_t len;
};

/* Does the reference fit the parliament's numbering? 1: it does, or nothing is known of this
 * parliament; 0: not, and ret_form gets the usual form. ret_term gets the electoral term that the
 * reference states; 0: none. */
int anf__numbering_fits(const char *parliament, const char *reference,
                        struct numbering_form *ret_form, uint32_t *ret_term);

#endif
