/* match-moved.c: what was cut out here and pasted there. Sections are known by their names, all
 * else by its hash. */
#include "match.h"

#include <stdlib.h>
#include <string.h>

struct candidate {
    uint64_t key;
    uint32_t node; /* in was */
    uint32_t seen;
};

struct candidates {
    struct candidate *items;
    size_t count;
};

typedef uint64_t key_fn(const struct anf__odt_document *document, uint32_t node);

/* 0: not to be looked for. */
static uint64_t
key_of_section(const struct anf__odt_document *document, uint32_t node)
{
    const char *name = anf__odt_shown_name(document, &document->nodes[node]);
    int is_named = document->nodes[node].kind == ANF__ODT_SHOWN_SECTION && *name;
    return is_named ? anf_hash(ANF_HASH, name, strlen(name)) : 0;
}

static uint64_t
key_of_content(const struct anf__odt_document *document, uint32_t node)
{
    return document->nodes[node].bare ? 0 : document->nodes[node].hash;
}

static int
compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a;
    const struct candidate *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return (x->node > y->node) - (x->node < y->node);
}

static int
collect(const struct anf__odt_match *match, key_fn *key_of, struct candidates *candidates)
{
    candidates->items = calloc(match->was->count, sizeof *candidates->items);
    if (!candidates->items)
        return ANF_ERR_NOMEM;
    for (size_t i = 1; i < match->was->count; i++) {
        int is_gone = anf__odt_match_is_gone(match, (uint32_t)i);
        uint64_t key = is_gone ? key_of(match->was, (uint32_t)i) : 0;
        if (key)
            candidates->items[candidates->count++] = (struct candidate){key, (uint32_t)i, 0};
    }
    qsort(candidates->items, candidates->count, sizeof *candidates->items, compare_candidates);
    return ANF_OK;
}

/* Is a node, with all in it, still without partners? A part of it may have been pasted elsewhere.
 */
static int
is_whole(const struct anf__odt_match *match, uint32_t node)
{
    size_t end = anf__odt_shown_end(match->was, node);
    for (size_t i = node; i < end; i++)
        if (!anf__odt_match_is_gone(match, (uint32_t)i))
            return 0;
    return 1;
}

/* Takes a candidate with the key that still has no partner; 0: none. The first one of a key counts
 * those that were looked at. */
static uint32_t
take(const struct anf__odt_match *match, struct candidates *candidates, uint64_t key)
{
    size_t low = 0, high = candidates->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (candidates->items[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    size_t first = low;
    for (low += low < candidates->count ? candidates->items[low].seen : 0;
         low < candidates->count && candidates->items[low].key == key; low++) {
        candidates->items[first].seen++;
        if (is_whole(match, candidates->items[low].node))
            return candidates->items[low].node;
    }
    return 0;
}

/* same: by index in now: the node, or one around it, is the same in both. */
static int
find_partners(struct anf__odt_match *match, key_fn *key_of, struct candidates *candidates,
              uint8_t *same)
{
    int status = ANF_OK;
    for (size_t i = 1; i < match->now->count && status == ANF_OK; i++) {
        same[i] = same[match->now->nodes[i].parent];
        uint64_t key = same[i] || match->was_of[i] ? 0 : key_of(match->now, (uint32_t)i);
        uint32_t partner = key ? take(match, candidates, key) : 0;
        if (partner && match->was->nodes[partner].kind == match->now->nodes[i].kind) {
            match->moved[i] = 1;
            status = anf__odt_match_pair(match, partner, (uint32_t)i);
        }
        if (match->was_of[i] && anf__odt_match_same(match, match->was_of[i], (uint32_t)i))
            same[i] = 1;
    }
    return status;
}

static int
match_by(struct anf__odt_match *match, key_fn *key_of)
{
    struct candidates candidates = {0};
    uint8_t *same = calloc(match->now->count, 1);
    int status = same ? collect(match, key_of, &candidates) : ANF_ERR_NOMEM;
    if (status == ANF_OK && candidates.count)
        status = find_partners(match, key_of, &candidates, same);
    free(same);
    free(candidates.items);
    return status;
}

int
anf__odt_match_moved(struct anf__odt_match *match)
{
    int status = match_by(match, key_of_section);
    return status == ANF_OK ? match_by(match, key_of_content) : status;
}
