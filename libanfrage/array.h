/* array.h: growing arrays of one type.
 *
 *     ANF__ARRAY(struct span) spans = {0};
 *     struct span *span = ANF__ARRAY_PUSH(&spans);   NULL: out of memory
 *     free(spans.items);
 */
#ifndef ANF_ARRAY_H
#define ANF_ARRAY_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <stddef.h>
#include <string.h>

#define ANF__ARRAY(type)                                                                           \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count;                                                                              \
        size_t capacity;                                                                           \
    }

/* A zeroed new last item; NULL: out of memory, and the array is as it was. */
#define ANF__ARRAY_PUSH(array)                                                                     \
    ((array)->count == (array)->capacity &&                                                        \
             anf__array_grow((void **)&(array)->items, &(array)->capacity, sizeof *(array)->items) \
         ? NULL                                                                                    \
         : (memset(&(array)->items[(array)->count++], 0, sizeof *(array)->items),                  \
            &(array)->items[(array)->count - 1]))

/* Room for so many items, where it is known beforehand about how many there will be: an array that
 * grows is copied. ANF_OK or ANF_ERR_NOMEM. */
#define ANF__ARRAY_RESERVE(array, wanted)                                                          \
    anf__array_reserve((void **)&(array)->items, &(array)->capacity, sizeof *(array)->items, wanted)

/* Make room for more. ANF_OK or ANF_ERR_NOMEM. */
int anf__array_grow(void **items, size_t *capacity, size_t size);
int anf__array_reserve(void **items, size_t *capacity, size_t size, size_t wanted);

#endif
