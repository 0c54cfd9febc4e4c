/* align.h: which of the entries of two sequences belong together: for whoever compares two versions
 * of one thing, such as a document and what a person made of it. */
#ifndef ANFRAGE_ALIGN_H
#define ANFRAGE_ALIGN_H

#include <anfrage/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What to begin a hash with, and how to go on with len more bytes. Two hashes that are the same are
 * a hint, not a proof. */
#define ANF_HASH UINT64_C(0xcbf29ce484222325)
ANF_API uint64_t anf_hash(uint64_t hash, const void *data, size_t len);

/* Which words a text has, as bits. */
struct anf_sketch {
    uint64_t bits[4];
};
ANF_API void anf_sketch_add(struct anf_sketch *sketch, const char *text, size_t len);

/* An entry; this struct does not grow. */
struct anf_align_item {
    uint64_t hash;            /* of all that it is: equal items have the same */
    uint64_t number;          /* hash of the number or name printed there; 0: none */
    struct anf_sketch sketch; /* of its text */
    uint32_t kind;            /* items of different kinds never belong together */
    int whole;                /* 1: has parts; two with few words in common are not the same one */
};

struct anf_align_items {
    struct anf_align_item *items;
    size_t count;
};

#define ANF_ALIGN_NONE UINT32_MAX

/* For each item of a the index of its partner in b, or ANF_ALIGN_NONE; partners never cross. Items
 * with the same hash come together where that is possible, what lies between them by their words.
 * Takes n log n steps, and a bounded number more for each item that has changed. pairs has a place
 * for each item of a. */
ANF_API ANF_CHECKED int anf_align(const struct anf_align_items *a, const struct anf_align_items *b,
                                  uint32_t *pairs);

#ifdef __cplusplus
}
#endif
#endif
