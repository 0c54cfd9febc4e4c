/* step-scan.h: one line of a procedure while it is read. steps.c knows the words that name a step
 * and the labels, step-values.c what they are followed by. */
#ifndef ANF_STEP_SCAN_H
#define ANF_STEP_SCAN_H

#include "recogniser/steps.h"

enum { STEP_WEIGHT = 85 };

/* A place in a line. */
struct scan {
    struct steps *s;
    struct recognition *r;
    struct line line; /* to the end of its block: names may run on */
    uint32_t end;     /* of the line itself, in tokens */
    uint32_t at;
    struct step_line *found;
    uint32_t office_at; /* "Antwort MIK": where a short form may stand; UINT32_MAX: nowhere */
    uint32_t unknown;   /* up to here names were read that have no party */
};

const struct hit *anf__scan_hit(const struct scan *p, enum word_class class);
int anf__scan_is_sign(const struct scan *p, uint32_t index, char sign);
/* Count the words of the tokens as part of a statement, and go on behind them. */
void anf__scan_take(struct scan *p, uint32_t tokens);

/* Each reads its value where the scan stands; *done tells whether it was there. */
typedef int take_fn(struct scan *p, int *done);
/* A date and a Drucksache of the step at hand; people who ask; an office that answers. */
take_fn anf__take_step_date, anf__take_reference, anf__take_people, anf__take_office;
/* A date of a field; 0: of none that counts. */
ANF_CHECKED int anf__take_date(struct scan *p, int field, int *done);
/* "12", "Nr. 12", "7/837" behind the kind or "KA": in the inquiry's own series. */
ANF_CHECKED int anf__take_number(struct scan *p);

#endif
