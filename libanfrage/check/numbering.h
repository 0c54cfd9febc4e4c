/* numbering.h: how parliaments number their Drucksachen (the class numbering of the vocabulary). */
#ifndef ANF_NUMBERING_H
#define ANF_NUMBERING_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "recogniser/vocabulary.h"

/* Does the reference fit the parliament's numbering? 1: it does, or nothing is known of this
 * parliament; 0: not, and ret_form gets the usual form. ret_term gets the electoral term that the
 * reference states; 0: none. */
int anf__numbering_fits(const struct vocabulary *words, const char *parliament,
                        const char *reference, const char **ret_form, uint32_t *ret_term);

/* Is it a form: text with "{term 1-25}" once or not at all, and "{number 1-9999}"? */
int anf__numbering_is_form(const char *form);

#endif
