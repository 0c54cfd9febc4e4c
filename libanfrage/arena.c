/* arena.c: memory that is taken piece by piece and given back as a whole. */
#include "arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Most inquiries fit the first two chunks; a chunk of the last size costs one call for some
 * thousand nodes. */
enum { FIRST_SIZE = 8 * 1024, LAST_SIZE = 512 * 1024 };

struct anf__arena_chunk {
    struct anf__arena_chunk *older;
    size_t size;
    size_t used;
    alignas(max_align_t) unsigned char data[];
};

static struct anf__arena_chunk *
new_chunk(size_t size)
{
    if (size > SIZE_MAX / 2)
        return NULL;
    struct anf__arena_chunk *chunk = malloc(sizeof *chunk + size);
    if (chunk)
        *chunk = (struct anf__arena_chunk){.size = size};
    return chunk;
}

static size_t
next_size(const struct anf__arena_chunk *current)
{
    if (!current)
        return FIRST_SIZE;
    return current->size < LAST_SIZE ? current->size * 2 : LAST_SIZE;
}

/* A chunk of its own for what is large; it stands behind the current one, whose rest stays in
 * use. */
static void *
take_large(struct anf__arena *arena, size_t size)
{
    struct anf__arena_chunk *chunk = new_chunk(size);
    if (!chunk)
        return NULL;
    chunk->used = size;
    if (arena->current) {
        chunk->older = arena->current->older;
        arena->current->older = chunk;
    } else {
        arena->current = chunk;
    }
    return chunk->data;
}

static void *
take(struct anf__arena *arena, size_t size, size_t alignment)
{
    struct anf__arena_chunk *current = arena->current;
    if (current) {
        size_t start = (current->used + alignment - 1) / alignment * alignment;
        if (start <= current->size && size <= current->size - start) {
            current->used = start + size;
            return current->data + start;
        }
    }
    size_t wanted = next_size(current);
    if (size > wanted / 4)
        return take_large(arena, size);
    struct anf__arena_chunk *chunk = new_chunk(wanted);
    if (!chunk)
        return NULL;
    chunk->older = current;
    chunk->used = size;
    arena->current = chunk;
    return chunk->data;
}

void *
anf__arena_take(struct anf__arena *arena, size_t size)
{
    void *memory = take(arena, size, alignof(max_align_t));
    if (memory)
        memset(memory, 0, size);
    return memory;
}

char *
anf__arena_room(struct anf__arena *arena, size_t len)
{
    char *room = len < SIZE_MAX ? take(arena, len + 1, 1) : NULL;
    if (room)
        room[len] = '\0';
    return room;
}

char *
anf__arena_copy(struct anf__arena *arena, const char *text, size_t len)
{
    char *copy = anf__arena_room(arena, len);
    if (copy && len)
        memcpy(copy, text, len);
    return copy;
}

void
anf__arena_clear(struct anf__arena *arena)
{
    struct anf__arena_chunk *chunk = arena->current;
    while (chunk) {
        struct anf__arena_chunk *older = chunk->older;
        free(chunk);
        chunk = older;
    }
    arena->current = NULL;
}
