/* allocations.h: did the machine refuse memory? Libraries do not always tell. */
#ifndef CLI_ALLOCATIONS_H
#define CLI_ALLOCATIONS_H

/* How many allocations of this program have failed so far, in whatever library. 0 where a
 * sanitizer has taken malloc's place. */
unsigned long allocations_failed(void);

#endif
