/* allocator.c: the allocator of a program, in place of the C library's and of libxml2's. Each block
 * has a head, so that one which another allocator made or frees is noticed. */
#include "allocator.h"

#include <libxml/xmlmemory.h>

#include <errno.h>
#include <malloc.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* glibc's own, which stay there when malloc is replaced */
void *__libc_malloc(size_t size);
void *__libc_realloc(void *block, size_t size);
void *__libc_memalign(size_t alignment, size_t size);
void __libc_free(void *block);

static atomic_long blocks;
static atomic_long libxml;
static atomic_long foreign;

static _Thread_local unsigned long fail_at;
static _Thread_local unsigned long count;
static atomic_int failed;

void
allocator_fail_at(unsigned long number)
{
    failed = 0;
    count = 0;
    fail_at = number;
}

int
allocator_has_failed(void)
{
    return failed;
}

static int
fails(void)
{
    if (!fail_at || ++count != fail_at)
        return 0;
    failed = 1;
    errno = ENOMEM;
    return 1;
}

/* --- the program's --- */

/* By the dynamic linker, for every library in the process. */
#define SEEN __attribute__((visibility("default")))

SEEN void *
malloc(size_t size)
{
    void *block = fails() ? NULL : __libc_malloc(size);
    blocks += block != NULL;
    return block;
}

SEEN void *
calloc(size_t number, size_t size)
{
    size_t bytes;
    if (__builtin_mul_overflow(number, size, &bytes)) {
        errno = ENOMEM;
        return NULL;
    }
    void *block = malloc(bytes);
    return block ? memset(block, 0, bytes) : NULL;
}

SEEN void *
realloc(void *block, size_t size)
{
    if (!block)
        return malloc(size);
    if (!size) {
        free(block);
        return NULL;
    }
    return fails() ? NULL : __libc_realloc(block, size);
}

SEEN void *
memalign(size_t alignment, size_t size)
{
    void *block = fails() ? NULL : __libc_memalign(alignment, size);
    blocks += block != NULL;
    return block;
}

SEEN void *
aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

SEEN int
posix_memalign(void **ret_block, size_t alignment, size_t size)
{
    void *block = memalign(alignment, size);
    if (!block)
        return ENOMEM;
    *ret_block = block;
    return 0;
}

SEEN void
free(void *block)
{
    blocks -= block != NULL;
    __libc_free(block);
}

/* --- libxml2's --- */

struct head {
    uint64_t mark;
    uint64_t unused; /* keeps the alignment */
};
static const uint64_t MARK = UINT64_C(0x6c69626d61726b21);

static void *
libxml_malloc(size_t size)
{
    struct head *head = malloc(sizeof *head + size);
    if (!head)
        return NULL;
    head->mark = MARK;
    ++libxml;
    return head + 1;
}

static struct head *
head_of(void *block)
{
    struct head *head = (struct head *)block - 1;
    if (head->mark == MARK)
        return head;
    ++foreign;
    return NULL;
}

static void
libxml_free(void *block)
{
    struct head *head = block ? head_of(block) : NULL;
    if (!head)
        return;
    head->mark = 0;
    --libxml;
    free(head);
}

static void *
libxml_realloc(void *block, size_t size)
{
    struct head *head = block ? head_of(block) : NULL;
    if (!head)
        return libxml_malloc(size);
    head = realloc(head, sizeof *head + size);
    return head ? head + 1 : NULL;
}

static char *
libxml_strdup(const char *text)
{
    size_t size = strlen(text) + 1;
    char *copy = libxml_malloc(size);
    return copy ? memcpy(copy, text, size) : NULL;
}

int
allocator_replace(void)
{
    return xmlMemSetup(libxml_free, libxml_malloc, libxml_realloc, libxml_strdup) == 0;
}

struct in_use
allocator_in_use(void)
{
    return (struct in_use){.blocks = blocks, .libxml = libxml, .foreign = foreign};
}
