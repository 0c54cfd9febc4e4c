/* align.c: which of the entries of two sequences belong together.
 *
 * Patience diff (Bram Cohen; as in git-diff(1), --patience): what stands once on either side and is
 * the same anchors the rest, the longest run of anchors in order counts, and between two of them
 * the same again. What no anchor splits is aligned by likeness, in windows of bounded size.
 */
#include <anfrage/align.h>

#include "hash.h"

#include <stdlib.h>
#include <string.h>

enum {
    MOST_LEVELS = 12, /* of ranges in ranges; deeper ones go by likeness at once */
    WINDOW = 256,     /* items that are aligned by likeness at a time */
    SAME = 1 << 16,   /* likeness of two items with the same hash */
    ALIKE = 1 << 8,   /* of two items with the same words */
    LITTLE = ALIKE / 4
};

struct alignment {
    const struct anf_align_item *a;
    const struct anf_align_item *b;
    uint32_t *pairs;
};

struct range {
    size_t a, a_end;
    size_t b, b_end;
};

/* Letters beyond ASCII belong to words; so do, for our purpose, signs beyond ASCII. */
static int
is_word_byte(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

uint64_t
anf_hash(uint64_t hash, const void *data, size_t len)
{
    return data ? anf__hash(hash, data, len) : hash;
}

void
anf_sketch_add(struct anf_sketch *sketch, const char *text, size_t len)
{
    const unsigned char *bytes = (const unsigned char *)text;
    size_t at = 0;
    if (!sketch || !text)
        return;
    while (at < len) {
        size_t start = at;
        while (at < len && is_word_byte(bytes[at]))
            ++at;
        if (at == start) {
            ++at;
            continue;
        }
        uint64_t hash = anf__hash(ANF__HASH, bytes + start, at - start);
        hash ^= hash >> 32;
        sketch->bits[hash >> 6 & 3] |= UINT64_C(1) << (hash & 63);
    }
}

static uint32_t
count_bits(uint64_t bits)
{
    uint32_t count = 0;
    for (; bits; bits &= bits - 1)
        ++count;
    return count;
}

/* How many of all their words both have (Jaccard), as a part of ALIKE. */
static uint32_t
words_in_common(const struct anf_sketch *a, const struct anf_sketch *b)
{
    uint32_t both = 0;
    uint32_t either = 0;
    for (size_t i = 0; i < sizeof a->bits / sizeof *a->bits; ++i) {
        both += count_bits(a->bits[i] & b->bits[i]);
        either += count_bits(a->bits[i] | b->bits[i]);
    }
    return either ? ALIKE * both / either : ALIKE;
}

/* 0: they do not belong together. */
static uint32_t
likeness(const struct anf_align_item *a, const struct anf_align_item *b)
{
    if (a->hash == b->hash)
        return SAME;
    if (a->kind != b->kind)
        return 0;
    uint32_t common = words_in_common(&a->sketch, &b->sketch);
    if (a->number && a->number == b->number)
        common += ALIKE / 2;
    return a->whole && common < LITTLE ? 0 : common + 1;
}

/* --- by likeness --- */

enum step { SKIP_A, SKIP_B, PAIR };

struct table {
    uint32_t best[2][WINDOW + 1]; /* of the rows at hand */
    uint8_t steps[WINDOW][WINDOW];
};

/* The best alignment from (i, j) on, for all j; row i + 1 is known. */
static void
fill_row(struct table *table, const struct alignment *al, const struct range *range, size_t i)
{
    size_t columns = range->b_end - range->b;
    uint32_t *row = table->best[i & 1];
    const uint32_t *below = table->best[(i + 1) & 1];
    row[columns] = 0;
    for (size_t j = columns; j-- > 0;) {
        uint32_t like = likeness(&al->a[range->a + i], &al->b[range->b + j]);
        uint32_t best = row[j + 1];
        uint8_t step = SKIP_B;
        if (below[j] >= best) {
            best = below[j];
            step = SKIP_A;
        }
        if (like && below[j + 1] + like >= best) {
            best = below[j + 1] + like;
            step = PAIR;
        }
        row[j] = best;
        table->steps[i][j] = step;
    }
}

static void
align_window(struct table *table, const struct alignment *al, const struct range *range)
{
    size_t rows = range->a_end - range->a;
    size_t columns = range->b_end - range->b;
    memset(table->best, 0, sizeof table->best);
    for (size_t i = rows; i-- > 0;)
        fill_row(table, al, range, i);
    size_t i = 0;
    size_t j = 0;
    while (i < rows && j < columns) {
        uint8_t step = table->steps[i][j];
        if (step == PAIR)
            al->pairs[range->a + i] = (uint32_t)(range->b + j);
        i += step != SKIP_B;
        j += step != SKIP_A;
    }
}

static size_t
window_end(size_t start, size_t end)
{
    return end - start > WINDOW ? start + WINDOW : end;
}

static int
align_by_likeness(const struct alignment *al, const struct range *range)
{
    struct table *table = malloc(sizeof *table);
    if (!table)
        return ANF_ERR_NOMEM;
    struct range window = {.a = range->a, .b = range->b};
    while (window.a < range->a_end && window.b < range->b_end) {
        window.a_end = window_end(window.a, range->a_end);
        window.b_end = window_end(window.b, range->b_end);
        align_window(table, al, &window);
        window.a = window.a_end;
        window.b = window.b_end;
    }
    free(table);
    return ANF_OK;
}

/* --- by anchors --- */

struct place {
    uint64_t hash;
    size_t index;
};

struct anchor {
    size_t a, b;
    size_t before; /* the one before it in the longest run that it ends; SIZE_MAX: none */
};

static int
compare_places(const void *a, const void *b)
{
    const struct place *x = a;
    const struct place *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static int
compare_anchors(const void *a, const void *b)
{
    const struct anchor *x = a;
    const struct anchor *y = b;
    return (x->a > y->a) - (x->a < y->a);
}

/* The items by their hashes. NULL: out of memory. */
static struct place *
sort_places(const struct anf_align_item *items, size_t start, size_t end)
{
    struct place *places = malloc((end - start) * sizeof *places);
    if (!places)
        return NULL;
    for (size_t i = start; i < end; ++i)
        places[i - start] = (struct place){items[i].hash, i};
    qsort(places, end - start, sizeof *places, compare_places);
    return places;
}

/* Past the places with the hash of the one at index. */
static size_t
skip_same(const struct place *places, size_t count, size_t index)
{
    size_t end = index + 1;
    while (end < count && places[end].hash == places[index].hash)
        ++end;
    return end;
}

/* What stands once in a and once in b, in the order of a. anchors has room for the shorter one. */
static size_t
find_anchors(const struct place *a, size_t a_count, const struct place *b, size_t b_count,
             struct anchor *anchors)
{
    size_t count = 0;
    size_t i = 0;
    size_t j = 0;
    while (i < a_count && j < b_count) {
        size_t i_end = skip_same(a, a_count, i);
        size_t j_end = skip_same(b, b_count, j);
        if (a[i].hash == b[j].hash && i_end == i + 1 && j_end == j + 1)
            anchors[count++] = (struct anchor){a[i].index, b[j].index, SIZE_MAX};
        int next_a = a[i].hash <= b[j].hash;
        int next_b = b[j].hash <= a[i].hash;
        i = next_a ? i_end : i;
        j = next_b ? j_end : j;
    }
    qsort(anchors, count, sizeof *anchors, compare_anchors);
    return count;
}

/* Keep the longest run of anchors that is in the order of b, too: patience sorting. piles has room
 * for all. Gives how many are left. */
static size_t
keep_longest_run(struct anchor *anchors, size_t count, size_t *piles)
{
    size_t pile_count = 0;
    for (size_t i = 0; i < count; ++i) {
        size_t low = 0;
        size_t high = pile_count;
        while (low < high) {
            size_t middle = low + (high - low) / 2;
            if (anchors[piles[middle]].b < anchors[i].b)
                low = middle + 1;
            else
                high = middle;
        }
        anchors[i].before = low > 0 ? piles[low - 1] : SIZE_MAX;
        piles[low] = i;
        pile_count += low == pile_count;
    }
    size_t at = pile_count ? piles[pile_count - 1] : SIZE_MAX;
    for (size_t left = pile_count; left-- > 0;) {
        piles[left] = at;
        at = anchors[at].before;
    }
    for (size_t i = 0; i < pile_count; ++i)
        anchors[i] = anchors[piles[i]];
    return pile_count;
}

/* ret_anchors is the caller's to free. */
static int
anchors_of(const struct alignment *al, const struct range *range, struct anchor **ret_anchors,
           size_t *ret_count)
{
    size_t a_count = range->a_end - range->a;
    size_t b_count = range->b_end - range->b;
    size_t most = a_count < b_count ? a_count : b_count;
    struct place *a = sort_places(al->a, range->a, range->a_end);
    struct place *b = sort_places(al->b, range->b, range->b_end);
    struct anchor *anchors = malloc(most * sizeof *anchors);
    size_t *piles = malloc(most * sizeof *piles);
    int status = a && b && anchors && piles ? ANF_OK : ANF_ERR_NOMEM;
    if (status == ANF_OK) {
        size_t found = find_anchors(a, a_count, b, b_count, anchors);
        *ret_count = keep_longest_run(anchors, found, piles);
        *ret_anchors = anchors;
        anchors = NULL;
    }
    free(a);
    free(b);
    free(anchors);
    free(piles);
    return status;
}

/* --- both --- */

/* What is the same at the beginning and at the end. */
static struct range
trim(const struct alignment *al, struct range range)
{
    while (range.a < range.a_end && range.b < range.b_end &&
           al->a[range.a].hash == al->b[range.b].hash)
        al->pairs[range.a++] = (uint32_t)range.b++;
    while (range.a < range.a_end && range.b < range.b_end &&
           al->a[range.a_end - 1].hash == al->b[range.b_end - 1].hash)
        al->pairs[--range.a_end] = (uint32_t)--range.b_end;
    return range;
}

static int
align_range(const struct alignment *al, struct range range, unsigned level)
{
    struct anchor *anchors = NULL;
    size_t count = 0;
    range = trim(al, range);
    if (range.a == range.a_end || range.b == range.b_end)
        return ANF_OK;
    int status = level < MOST_LEVELS ? anchors_of(al, &range, &anchors, &count) : ANF_OK;
    if (status == ANF_OK && count == 0)
        status = align_by_likeness(al, &range);
    for (size_t i = 0; i <= count && count > 0 && status == ANF_OK; ++i) {
        struct range between = {range.a, range.a_end, range.b, range.b_end};
        if (i < count) {
            between.a_end = anchors[i].a;
            between.b_end = anchors[i].b;
            al->pairs[anchors[i].a] = (uint32_t)anchors[i].b;
            range.a = anchors[i].a + 1;
            range.b = anchors[i].b + 1;
        }
        status = align_range(al, between, level + 1);
    }
    free(anchors);
    return status;
}

static int
are_items(const struct anf_align_items *items)
{
    return items && (items->items || !items->count);
}

int
anf_align(const struct anf_align_items *a, const struct anf_align_items *b, uint32_t *pairs)
{
    if (!are_items(a) || !are_items(b) || !pairs)
        return ANF_ERR_ARGUMENT;
    if (b->count > ANF_ALIGN_NONE)
        return ANF_ERR_LIMIT;
    struct alignment al = {a->items, b->items, pairs};
    for (size_t i = 0; i < a->count; ++i)
        pairs[i] = ANF_ALIGN_NONE;
    return align_range(&al, (struct range){0, a->count, 0, b->count}, 0);
}
