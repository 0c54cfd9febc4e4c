/* view-difference.h: in what two inquiries differ, for a person or a program. */
#ifndef CLI_VIEW_DIFFERENCE_H
#define CLI_VIEW_DIFFERENCE_H

#include <anfrage/anfrage.h>

#include <stdbool.h>
#include <stdio.h>

struct difference_view {
    FILE *out;
    bool json; /* one object a line */
    bool colour;
    bool begun; /* something was printed */
    const char *a;
    const char *b;
};

/* inquiry: its place in its input, from 1; 0: there is only one. */
void view_difference(struct difference_view *view, size_t inquiry,
                     const struct anf_difference *difference);

/* A whole inquiry that only one of the inputs has. kind: added or removed. */
void view_lone_inquiry(struct difference_view *view, size_t inquiry, int kind,
                       const struct anf_inquiry *lone);

#endif
