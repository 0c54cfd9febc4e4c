/* reference.h: how many hold an object. Counted in one step, so that threads which share an object
 * that nobody changes may each hold it (base.h). */
#ifndef ANF_REFERENCE_H
#define ANF_REFERENCE_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <stdatomic.h>

static inline void
anf__reference_add(atomic_uint *references)
{
    atomic_fetch_add_explicit(references, 1, memory_order_relaxed);
}

/* 1: that was the last one. What other threads did with the object is then seen by this one, which
 * is about to free it. */
static inline int
anf__reference_drop(atomic_uint *references)
{
    return atomic_fetch_sub_explicit(references, 1, memory_order_acq_rel) == 1;
}

#endif
