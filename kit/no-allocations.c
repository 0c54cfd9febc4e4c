/* no-allocations.c: where a sanitizer has malloc, the kit leaves it alone. */
#include "allocations.h"

bool
allocations_are_ours(void)
{
    return false;
}

long
allocations_live(void)
{
    return 0;
}

void
allocations_set_module(const char *path)
{
    (void)path;
}

void
allocations_refuse(unsigned long nth, bool all_behind)
{
    (void)nth;
    (void)all_behind;
}

unsigned long
allocations_asked(void)
{
    return 0;
}

unsigned long
allocations_refused(void)
{
    return 0;
}

void
allocations_set_ceiling(size_t bytes)
{
    (void)bytes;
}

bool
allocations_hit_ceiling(void)
{
    return false;
}

void
allocations_set_fill(unsigned char fill)
{
    (void)fill;
}

void
allocations_set_yield(unsigned every)
{
    (void)every;
}

void
allocations_on_overflow(void (*fn)(size_t size))
{
    (void)fn;
}
