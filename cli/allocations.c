/* allocations.c: malloc and its relatives, as glibc has them, watched. libxml2 2.9.14 goes on
 * after some of its allocations have failed, with a part of the document missing and no error; the
 * command must not take that for the document. The library leaves its host's allocator alone. */
#include "allocations.h"

#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>

/* glibc's own names for them (glibc manual, 3.2.5 Replacing malloc). */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *memory);

static atomic_ulong failed;

static void *
watched(void *memory)
{
    if (!memory) {
        atomic_fetch_add_explicit(&failed, 1, memory_order_relaxed);
    }
    return memory;
}

unsigned long
allocations_failed(void)
{
    return atomic_load_explicit(&failed, memory_order_relaxed);
}

/* Libraries are to find these before glibc's. */
#pragma GCC visibility push(default)

void *
malloc(size_t size)
{
    return watched(__libc_malloc(size));
}

void *
calloc(size_t count, size_t size)
{
    return watched(__libc_calloc(count, size));
}

/* realloc(p, 0) frees p, and its NULL is no failure (glibc manual, 3.2.3.4). */
void *
realloc(void *old, size_t size)
{
    void *memory = __libc_realloc(old, size);
    return old && size == 0 ? memory : watched(memory);
}

void *
memalign(size_t alignment, size_t size)
{
    return watched(__libc_memalign(alignment, size));
}

void *
aligned_alloc(size_t alignment, size_t size)
{
    return watched(__libc_memalign(alignment, size));
}

int
posix_memalign(void **ret_memory, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0) {
        return EINVAL;
    }
    void *memory = watched(__libc_memalign(alignment, size));
    if (!memory) {
        return ENOMEM;
    }
    *ret_memory = memory;
    return 0;
}

void
free(void *memory)
{
    __libc_free(memory);
}

#pragma GCC visibility pop
