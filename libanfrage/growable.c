/* growable.c: structs that grow, as the other side's header knew them. */
#include "growable.h"

#include <string.h>

enum { LARGEST = 4096 };

int
anf__is_struct_size(uint32_t size)
{
    return size % sizeof(void *) == 0 && size <= LARGEST;
}

void
anf__copy_struct(void *own, size_t own_size, const void *theirs, uint32_t their_size)
{
    memset(own, 0, own_size);
    memcpy(own, theirs, their_size < own_size ? their_size : own_size);
}
