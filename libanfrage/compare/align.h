/* align.h: which of the entries of two sequences belong together. */
#ifndef ANF_ALIGN_H
#define ANF_ALIGN_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <anfrage/base.h>

/* Which words a text has, as bits. */
struct sketch {
    uint64_t bits[4];
};

struct align_item {
    uint64_t hash;        /* of all that it is: equal items have the same */
    uint64_t number;      /* hash of the number printed there; 0: none */
    struct sketch sketch; /* of its text */
    uint32_t class;       /* items of different classes never belong together */
    int whole;            /* 1: has parts; two with few words in common are not the same one */
};

struct align_items {
    struct align_item *items;
    size_t count;
};

#define ALIGN_NONE UINT32_MAX

void anf__sketch_add(struct sketch *sketch, const char *text, size_t len);

/* For each item of a the index of its partner in b, or ALIGN_NONE; partners never cross. Items
 * with the same hash come together where that is possible, what lies between them by their words.
 * Takes n log n steps, and a bounded number more for each item that has changed. pairs has a place
 * for each item of a. */
ANF_CHECKED int anf__align(const struct align_items *a, const struct align_items *b,
                           uint32_t *pairs);

#endif
