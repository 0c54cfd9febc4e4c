/* array.c: growing arrays. */
#include "array.h"

#include <anfrage/base.h>

#include <stdlib.h>

enum { FIRST_CAPACITY = 8 };

int
anf__array_grow(void **items, size_t *capacity, size_t size)
{
    return anf__array_reserve(items, capacity, size, *capacity ? *capacity * 2 : FIRST_CAPACITY);
}

int
anf__array_reserve(void **items, size_t *capacity, size_t size, size_t wanted)
{
    if (wanted <= *capacity)
        return ANF_OK;
    void *grown = reallocarray(*items, wanted, size);
    if (!grown)
        return ANF_ERR_NOMEM;
    *items = grown;
    *capacity = wanted;
    return ANF_OK;
}
