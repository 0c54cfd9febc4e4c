/* hash.h: a number for some bytes. Two hashes that are the same are a hint, not a proof. */
#ifndef ANF_HASH_H
#define ANF_HASH_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <stddef.h>
#include <stdint.h>

/* What to begin with. */
#define ANF__HASH UINT64_C(0xcbf29ce484222325)

/* Go on with len more bytes: FNV-1a with 64 bits, by Fowler, Noll and Vo. */
static inline uint64_t
anf__hash(uint64_t hash, const void *data, size_t len)
{
    const unsigned char *bytes = data;
    for (size_t i = 0; i < len; ++i)
        hash = (hash ^ bytes[i]) * UINT64_C(0x100000001b3);
    return hash;
}

#endif
