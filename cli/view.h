/* view.h: inquiries and pages for a person to look at. */
#ifndef CLI_VIEW_H
#define CLI_VIEW_H

#include <anfrage/anfrage.h>

#include <stdbool.h>
#include <stdio.h>

struct view {
    FILE *out;
    unsigned width; /* of the terminal; 0: no terminal, lines are not broken */
    bool explain;
    bool discarded;
};

/* How wide a line of outline is where it is shortened. */
unsigned view_line(const struct view *view);

/* The fields, and with explain the evidence of each. */
void view_fields(const struct view *view, const struct anf_inquiry *inquiry);
/* The sections of the content, with the words that each begins with. */
void view_outline(const struct view *view, const struct anf_inquiry *inquiry);
/* What was set aside: counts, with explain how each text begins, with discarded all of it. */
void view_discarded(const struct view *view, const struct anf_inquiry *inquiry);
/* The blocks of a page, and what became of each. */
void view_page(const struct view *view, const struct anf_page *page);

#endif
