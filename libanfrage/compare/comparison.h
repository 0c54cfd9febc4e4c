/* comparison.h: one running comparison of two inquiries. */
#ifndef ANF_COMPARISON_H
#define ANF_COMPARISON_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "buffer.h"

#include <anfrage/compare.h>

struct comparison {
    const struct anf_inquiry *a;
    const struct anf_inquiry *b;
    anf_difference_fn *fn; /* NULL: only count */
    void *user;
    int count;
    struct anf__buffer path; /* room for what is told */
    struct anf__buffer new_path;
    struct anf__buffer was;
    struct anf__buffer now;
};

/* Count a difference and tell it; size is filled in here. ANF_OK, or what fn returned. */
ANF_CHECKED int anf__tell_difference(struct comparison *c, struct anf_difference difference);
/* One value; nothing where both are the same. part and field as in the difference; path is where
 * it stands. */
ANF_CHECKED int anf__compare_values(struct comparison *c, int part, int field, const char *path,
                                    const char *was, const char *now);
/* Lists of one part of the inquiry; content. */
ANF_CHECKED int anf__compare_lists(struct comparison *c, int part);
ANF_CHECKED int anf__compare_content(struct comparison *c);

#endif
