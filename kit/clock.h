/* clock.h: the clock that a plugin sees, which the kit can set. */
#ifndef KIT_CLOCK_H
#define KIT_CLOCK_H

#include <time.h>

/* So many seconds later than it is, for whoever asks time(2) or its relatives. */
void clock_shift(time_t seconds);

#endif
