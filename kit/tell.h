/* tell.h: what was found, told to a person or a program. */
#ifndef KIT_TELL_H
#define KIT_TELL_H

#include "kit.h"

struct telling {
    const char *plugin; /* as it was typed */
    bool json;
    bool verbose;
    bool fatal; /* nothing more can be tried */
    bool trouble;
    unsigned trials;
    unsigned findings;
    unsigned untried;
};

void tell_begin(struct telling *telling, const struct trial *trial);
void tell_finding(struct telling *telling, const struct trial *trial, const char *done,
                  const char *seen, const char *mend);
/* One line of the process of a trial (deed.c). true: it is the last. */
bool tell_line(struct telling *telling, const struct trial *trial, const char *line);
/* The kit itself cannot go on; on standard error. */
void tell_trouble(struct telling *telling, const char *fmt, ...) ANF_PRINTF(2, 3);
void tell_sum(const struct telling *telling);

#endif
