/* deed.h: what a trial does at the moment, and what it finds. In the process of the trial. */
#ifndef KIT_DEED_H
#define KIT_DEED_H

#include <anfrage/anfrage.h>

#include <stdatomic.h>
#include <stdbool.h>

/* Shared with the process that watches: when a trial ends badly, this is what it was doing. */
struct stage {
    atomic_uint number; /* grows with each deed */
    char deed[512];
};

/* Where deeds and findings go from now on. */
void deed_begin(struct stage *stage, int fd);
/* Everything was told: the trial is over. */
void deed_end(void);

/* "reading sample.x, cut off after 17 bytes": one clause. */
void deed(const char *fmt, ...) ANF_PRINTF(1, 2);

/* A finding about the deed. mend: what the author has to do, one clause; of one mend only the
 * first few findings are told, the others counted. */
void found(const char *mend, const char *fmt, ...) ANF_PRINTF(2, 3);
/* The same, and no other trial can be made. */
void found_fatal(const char *mend, const char *fmt, ...) ANF_PRINTF(2, 3);
/* The deed took so many blocks of memory and did not give them back, each time it was done. */
void found_lost(long blocks);
/* Something was not tried, and why. */
void untried(const char *fmt, ...) ANF_PRINTF(1, 2);

/* Is there time for one more deed of this trial? */
bool time_is_left(void);
/* Seconds that this thread has worked. */
double seconds_worked(void);

#endif
