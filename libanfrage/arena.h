/* arena.h: memory that is taken piece by piece and given back as a whole. */
#ifndef ANF_ARENA_H
#define ANF_ARENA_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <stddef.h>

struct anf__arena_chunk;

struct anf__arena {
    struct anf__arena_chunk *current; /* NULL while nothing was ever taken */
};

/* Zeroed memory for any type. NULL: out of memory. */
void *anf__arena_take(struct anf__arena *arena, size_t size);
/* Room for len characters and a zero byte behind them, which is set; not aligned.
 * NULL: out of memory. */
char *anf__arena_room(struct anf__arena *arena, size_t len);
/* A terminated copy of len bytes. NULL: out of memory. */
char *anf__arena_copy(struct anf__arena *arena, const char *text, size_t len);
void anf__arena_clear(struct anf__arena *arena); /* frees */

#endif
