/* match.h: which parts of an edited document are which parts of the one that was written. */
#ifndef ANF_ODT_MATCH_H
#define ANF_ODT_MATCH_H

#include "shown.h"

/* Of what is matched and has the same hash, the parts inside have no entries of their own. */
struct anf__odt_match {
    const struct anf__odt_document *was;
    const struct anf__odt_document *now;
    uint32_t *now_of; /* by index in was; 0: taken out, or inside of what is the same */
    uint32_t *was_of; /* by index in now; 0: new, or inside of what is the same */
    uint8_t *same;    /* by index in was: it, or what it stands in, is the same in both */
    uint8_t *moved;   /* by index in now: it stood elsewhere */
};

/* Clear in any case. */
ANF_CHECKED int anf__odt_match(const struct anf__odt_document *was,
                               const struct anf__odt_document *now, struct anf__odt_match *match);
void anf__odt_match_clear(struct anf__odt_match *match); /* frees */

/* Are the two of a pair the same? 1 or 0. */
int anf__odt_match_same(const struct anf__odt_match *match, uint32_t was, uint32_t now);
/* Is a node of was in the other document no more? 1 or 0. */
int anf__odt_match_is_gone(const struct anf__odt_match *match, uint32_t was);

/* match.c, for match-moved.c: a and b belong together; and so do parts of them. */
ANF_CHECKED int anf__odt_match_pair(struct anf__odt_match *match, uint32_t a, uint32_t b);
/* What has no partner yet, and stands elsewhere in the other document. */
ANF_CHECKED int anf__odt_match_moved(struct anf__odt_match *match);

#endif
