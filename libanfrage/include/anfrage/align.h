/* align.h: which of the entries of two sequences belong together: for whoever compares two versions
 * of one thing, such as a document and what a person made of it. Nothing here needs a context,
 * keeps anything or reports anything: any thread may call it at any time. */
#ifndef ANFRAGE_ALIGN_H
#define ANFRAGE_ALIGN_H

#include <anfrage/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/* What to begin a hash with. */
#define ANF_HASH UINT64_C(0xcbf29ce484222325)
/* How to go on with len more bytes: FNV-1a with 64 bits (Fowler, Noll, Vo), so that a hash may be
 * kept in a file. Two hashes that are the same are a hint, not a proof. data NULL adds nothing. */
ANF_API uint64_t anf_hash(uint64_t hash, const void *data, size_t len);

/* Which words a text has, as bits; {0}: none. This struct does not grow. */
struct anf_sketch {
    uint64_t bits[4];
};
/* Add the words of len bytes of UTF-8: runs of ASCII letters, digits and all that is not ASCII.
 * NULL for either changes nothing. */
ANF_API void anf_sketch_add(struct anf_sketch *sketch, const char *text, size_t len);

/* An entry; this struct does not grow. */
struct anf_align_item {
    uint64_t hash;            /* of all that it is: equal items have the same */
    uint64_t number;          /* hash of the number or name printed there; 0: none */
    struct anf_sketch sketch; /* of its text */
    uint32_t kind;            /* items of different kinds never belong together */
    int whole;                /* 1: has parts; two with few words in common are not the same one */
};

/* A sequence; this struct does not grow, either. */
struct anf_align_items {
    struct anf_align_item *items;
    size_t count;
};

#define ANF_ALIGN_NONE UINT32_MAX

/* For each item of a the index of its partner in b, or ANF_ALIGN_NONE; partners never cross. Items
 * with the same hash come together where that is possible (patience diff, as in git-diff(1)), what
 * lies between them by the words that they share (Jaccard index of the sketches). Takes n log n
 * steps, and a bounded number more for each item that has changed. pairs is the caller's and has a
 * place for each item of a; it is written on failure, too.
 * ANF_ERR_ARGUMENT: something is NULL; items may be where count is 0.
 * ANF_ERR_LIMIT: more items in b than indexes have numbers. ANF_ERR_NOMEM. */
ANF_API ANF_CHECKED int anf_align(const struct anf_align_items *a, const struct anf_align_items *b,
                                  uint32_t *pairs);

#ifdef __cplusplus
}
#endif
#endif
