/* no-allocations.c: allocations.h where a sanitizer has taken malloc's place. */
#include "allocations.h"

unsigned long
allocations_failed(void)
{
    return 0;
}
