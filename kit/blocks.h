/* blocks.h: what malloc and its relatives are made of. caller: an address in the code that asks. */
#ifndef KIT_BLOCKS_H
#define KIT_BLOCKS_H

#include <stddef.h>

void *kit_allocate(size_t size, const void *caller);
void *kit_allocate_aligned(size_t alignment, size_t size, const void *caller);
void *kit_allocate_again(void *block, size_t size, const void *caller);
/* Not NULL. */
void kit_give_back(void *block);

#endif
