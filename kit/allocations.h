/* allocations.h: the memory of this program and of all that it loads, counted, sealed, and refused
 * where a trial wants it refused. */
#ifndef KIT_ALLOCATIONS_H
#define KIT_ALLOCATIONS_H

#include <stdbool.h>
#include <stddef.h>

/* false: this build leaves malloc alone (a sanitizer has it), and the rest does nothing. */
bool allocations_are_ours(void);

/* Blocks that are not given back so far. */
long allocations_live(void);

/* Whose blocks may be refused: of libanfrage and of the module at this path. What the libraries
 * behind a plugin do without memory is not its author's to mend. */
void allocations_set_module(const char *path);
/* Refuse the nth of their blocks from now on (from 1), and all behind it if so wished; 0: none. */
void allocations_refuse(unsigned long nth, bool all_behind);
/* How many they asked for since then, and how many were refused. */
unsigned long allocations_asked(void);
unsigned long allocations_refused(void);

/* Refuse what would bring the sum over so many bytes; did that happen? */
void allocations_set_ceiling(size_t bytes);
bool allocations_hit_ceiling(void);

/* What fresh and returned memory is filled with, so that whoever reads it gets nonsense. */
void allocations_set_fill(unsigned char fill);

/* Let other threads run at every so many blocks; 0: not. */
void allocations_set_yield(unsigned every);

/* Called with the size of a block whose end was written over; does not return. */
void allocations_on_overflow(void (*fn)(size_t size));

#endif
