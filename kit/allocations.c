/* allocations.c: blocks of memory, counted, sealed, and refused where a trial wants it. Behind each
 * block lies a seal with its size; glibc's own functions give the memory. */
#include "allocations.h"

#include "blocks.h"

#include <errno.h>
#include <link.h>
#include <malloc.h>
#include <sched.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* glibc exports these for those who replace malloc; no header has them. */
extern void *__libc_malloc(size_t size);
extern void *__libc_realloc(void *block, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *block);

/* The size of the block, made unlikely to come about by chance, ends the memory behind it; what
 * lies between has a pattern. */
enum { SEAL = sizeof(uint64_t) + 8, PATTERN = 0xB7, FILLED = 1 << 20 };
static const uint64_t MASK = UINT64_C(0x5EA1ED0B5EA1ED0B);

static atomic_ulong made;
static atomic_long live;
static atomic_size_t bytes;
static atomic_size_t ceiling = SIZE_MAX;
static atomic_bool hit_ceiling;
static atomic_ulong refuse_at;
static atomic_bool refuse_behind;
static atomic_ulong asked; /* since allocations_refuse */
static atomic_ulong refused;
static atomic_uint yield_every;
static atomic_uchar fill = 0xA5;
static void (*overflow_fn)(size_t size);

/* Where the code lies whose blocks may be refused. */
static struct {
    uintptr_t begin, end;
} code[2];

bool
allocations_are_ours(void)
{
    return true;
}

long
allocations_live(void)
{
    return live;
}

void
allocations_refuse(unsigned long nth, bool all_behind)
{
    asked = 0;
    refused = 0;
    refuse_behind = all_behind;
    refuse_at = nth;
}

unsigned long
allocations_asked(void)
{
    return asked;
}

unsigned long
allocations_refused(void)
{
    return refused;
}

void
allocations_set_ceiling(size_t most)
{
    ceiling = most;
}

bool
allocations_hit_ceiling(void)
{
    return hit_ceiling;
}

void
allocations_set_fill(unsigned char with)
{
    fill = with;
}

void
allocations_set_yield(unsigned every)
{
    yield_every = every;
}

void
allocations_on_overflow(void (*fn)(size_t size))
{
    overflow_fn = fn;
}

static int
note_code(struct dl_phdr_info *object, size_t size, void *user)
{
    const char *path = user;
    int which = strstr(object->dlpi_name, "/libanfrage.so") ? 0 : 1;
    (void)size;
    if (which == 1 && strcmp(object->dlpi_name, path) != 0) {
        return 0;
    }
    for (int i = 0; i < object->dlpi_phnum; i++) {
        const ElfW(Phdr) *segment = &object->dlpi_phdr[i];
        if (segment->p_type == PT_LOAD && (segment->p_flags & PF_X)) {
            code[which].begin = object->dlpi_addr + segment->p_vaddr;
            code[which].end = code[which].begin + segment->p_memsz;
        }
    }
    return 0;
}

void
allocations_set_module(const char *path)
{
    char *copy = strdup(path);
    if (copy) {
        dl_iterate_phdr(note_code, copy);
    }
    free(copy);
}

static bool
may_be_refused(const void *caller)
{
    uintptr_t at = (uintptr_t)caller;
    return (at >= code[0].begin && at < code[0].end) || (at >= code[1].begin && at < code[1].end);
}

/* May a block of this size be had? It counts in any case. */
static bool
is_granted(size_t size, const void *caller)
{
    unsigned long number = atomic_fetch_add(&made, 1) + 1;
    if (yield_every > 0 && number % yield_every == 0) {
        sched_yield();
    }
    if (refuse_at > 0 && may_be_refused(caller)) {
        unsigned long nth = atomic_fetch_add(&asked, 1) + 1;
        if (nth == refuse_at || (refuse_behind && nth > refuse_at)) {
            refused++;
            errno = ENOMEM;
            return false;
        }
    }
    if (size > ceiling - (bytes < ceiling ? bytes : ceiling)) {
        hit_ceiling = true;
        errno = ENOMEM;
        return false;
    }
    return true;
}

static void *
seal(void *block, size_t size)
{
    if (!block) {
        return NULL;
    }
    size_t end = malloc_usable_size(block) - sizeof(uint64_t);
    uint64_t mark = size ^ MASK ^ (uintptr_t)block;
    memset((unsigned char *)block + size, PATTERN, end - size);
    memcpy((unsigned char *)block + end, &mark, sizeof mark);
    live++;
    bytes += size;
    return block;
}

static void
check_pattern(const unsigned char *block, size_t size, size_t end)
{
    bool sound = size <= end;
    for (size_t i = size; sound && i < end; i++) {
        sound = block[i] == PATTERN;
    }
    if (!sound && overflow_fn) {
        overflow_fn(size <= end ? size : 0);
    }
    if (!sound) {
        abort();
    }
}

/* The size of a block that goes; a seal that is broken ends the process. */
static size_t
unseal(void *block)
{
    uint64_t mark;
    size_t end = malloc_usable_size(block) - sizeof mark;
    memcpy(&mark, (unsigned char *)block + end, sizeof mark);
    size_t size = (size_t)(mark ^ MASK ^ (uintptr_t)block);
    check_pattern(block, size, end);
    live--;
    bytes -= size;
    return size;
}

static void
fill_fresh(void *block, size_t from, size_t size)
{
    if (block && size > from) {
        memset((unsigned char *)block + from, fill, size - from < FILLED ? size - from : FILLED);
    }
}

static bool
is_too_large(size_t size)
{
    if (size > PTRDIFF_MAX - SEAL) {
        errno = ENOMEM;
        return true;
    }
    return false;
}

/* --- for malloc.c --- */

void *
kit_allocate(size_t size, const void *caller)
{
    if (is_too_large(size) || !is_granted(size, caller)) {
        return NULL;
    }
    void *block = __libc_malloc(size + SEAL);
    fill_fresh(block, 0, size);
    return seal(block, size);
}

void *
kit_allocate_aligned(size_t alignment, size_t size, const void *caller)
{
    if (is_too_large(size) || !is_granted(size, caller)) {
        return NULL;
    }
    return seal(__libc_memalign(alignment, size + SEAL), size);
}

void
kit_give_back(void *block)
{
    int error = errno; /* POSIX.1-2024: free preserves errno */
    size_t size = unseal(block);
    memset(block, fill, size < FILLED ? size : FILLED);
    __libc_free(block);
    errno = error;
}

void *
kit_allocate_again(void *block, size_t size, const void *caller)
{
    if (!block) {
        return kit_allocate(size, caller);
    }
    if (size == 0) {
        kit_give_back(block);
        return NULL;
    }
    if (is_too_large(size) || !is_granted(size, caller)) {
        return NULL;
    }
    size_t before = unseal(block);
    void *longer = __libc_realloc(block, size + SEAL);
    if (!longer) {
        seal(block, before);
        return NULL;
    }
    fill_fresh(longer, before, size);
    return seal(longer, size);
}
