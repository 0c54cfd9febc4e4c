/* inquiries.h: a page that holds several inquiries, and where each begins. */
#ifndef ANF_INQUIRIES_H
#define ANF_INQUIRIES_H

#include "recogniser/recognition.h"

/* Blocks that inquiries begin with, in order. */
struct starts {
    ANF__ARRAY(uint32_t) blocks;
};

/* Find where the inquiries of a page begin, from its lines and what is set aside of them. Fewer
 * than two: the page holds one at most. */
ANF_CHECKED int anf__find_inquiries(struct recognition *r, struct starts *ret);

#endif
