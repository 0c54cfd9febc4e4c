/* inquiries.h: a page that holds several inquiries, and where each begins. */
#ifndef ANF_INQUIRIES_H
#define ANF_INQUIRIES_H

#include "recogniser/recognition.h"

/* Where inquiries begin, in order. */
struct starts {
    ANF__ARRAY(struct position) positions;
    int collected; /* they are entries of a collection of questions */
};

ANF_CHECKED int anf__add_start(struct starts *starts, uint32_t block, uint32_t offset);

/* Find where the inquiries of a page begin, from its lines and what is set aside of them. Fewer
 * than two: the page holds one at most. */
ANF_CHECKED int anf__find_inquiries(struct recognition *r, struct starts *ret);

/* --- collections.c --- */

/* The same of a collection of questions of many members; it then names the kind of all of them. */
ANF_CHECKED int anf__find_entries(struct recognition *r, struct starts *ret);

/* --- pass-entry.c --- */

/* "7. Abgeordnete", "Eva Muster", "(SPD)": the number and the tokens of the head of an entry that
 * begins with the line; tokens 0: none does. Who asks becomes an asker. */
ANF_CHECKED int anf__read_entry_head(struct recognition *r, uint32_t index, uint32_t *ret_number,
                                     uint32_t *ret_tokens);

#endif
