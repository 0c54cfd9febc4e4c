/* malloc.c: malloc and its relatives, as every library that the kit loads sees them.
 *
 * A program that defines malloc has it for all of them (The GNU C Library manual, "Replacing
 * malloc"), so that a plugin need not be built in a special way. That is why the kit is a program
 * of its own: the command anfrage keeps the C library's malloc, and whatever a user preloads. A
 * library to preload would do, too, but it would have to be found and the process begun again for
 * each trial. */
#include "blocks.h"

#include <errno.h>
#include <malloc.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define CALLER __builtin_return_address(0)

static char *
copy(const char *text, size_t length, const void *caller)
{
    char *block = kit_allocate(length + 1, caller);
    if (block) {
        memcpy(block, text, length);
        block[length] = '\0';
    }
    return block;
}

/* --- seen by the libraries, whatever the visibility of the rest --- */

#pragma GCC visibility push(default)

void *
malloc(size_t size)
{
    return kit_allocate(size, CALLER);
}

void *
calloc(size_t count, size_t size)
{
    size_t sum;
    if (__builtin_mul_overflow(count, size, &sum)) {
        errno = ENOMEM;
        return NULL;
    }
    void *block = kit_allocate(sum, CALLER);
    return block ? memset(block, 0, sum) : NULL;
}

void *
realloc(void *block, size_t size)
{
    return kit_allocate_again(block, size, CALLER);
}

void *
reallocarray(void *block, size_t count, size_t size)
{
    size_t sum;
    if (__builtin_mul_overflow(count, size, &sum)) {
        errno = ENOMEM;
        return NULL;
    }
    return kit_allocate_again(block, sum, CALLER);
}

void
free(void *block)
{
    if (block) {
        kit_give_back(block);
    }
}

void *
memalign(size_t alignment, size_t size)
{
    return kit_allocate_aligned(alignment, size, CALLER);
}

void *
aligned_alloc(size_t alignment, size_t size)
{
    return kit_allocate_aligned(alignment, size, CALLER);
}

int
posix_memalign(void **ret_block, size_t alignment, size_t size)
{
    if (alignment % sizeof(void *) != 0 || (alignment & (alignment - 1)) != 0 || alignment == 0) {
        return EINVAL;
    }
    void *block = kit_allocate_aligned(alignment, size, CALLER);
    if (!block) {
        return ENOMEM;
    }
    *ret_block = block;
    return 0;
}

/* These allocate for whoever calls them, which only they can tell. */

char *
strdup(const char *text)
{
    return copy(text, strlen(text), CALLER);
}

char *
strndup(const char *text, size_t most)
{
    return copy(text, strnlen(text, most), CALLER);
}

static int
print_copy(char **ret_text, const char *fmt, va_list args, const void *caller)
{
    va_list again;
    va_copy(again, args);
    int length = vsnprintf(NULL, 0, fmt, again);
    va_end(again);
    char *block = length < 0 ? NULL : kit_allocate((size_t)length + 1, caller);
    if (!block) {
        *ret_text = NULL;
        return -1;
    }
    *ret_text = block;
    return vsnprintf(block, (size_t)length + 1, fmt, args);
}

int
vasprintf(char **ret_text, const char *fmt, va_list args)
{
    return print_copy(ret_text, fmt, args, CALLER);
}

int
asprintf(char **ret_text, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    int length = print_copy(ret_text, fmt, args, CALLER);
    va_end(args);
    return length;
}

#pragma GCC visibility pop
