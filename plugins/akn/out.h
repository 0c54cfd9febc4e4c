/* out.h: the layout of a document: elements that hold elements on lines of their own, elements that
 * hold text on one line. */
#ifndef ANF_AKN_OUT_H
#define ANF_AKN_OUT_H

#include "markup.h"

struct anf__akn_out {
    struct anf__markup_out markup;
    unsigned level; /* of indentation */
    unsigned flat;  /* > 0: within an element that stands on one line */
};

/* An element, and one whose content stands on one line. Neither starts a line where it stands
 * within an element of the second kind. */
void anf__akn_out_start(struct anf__akn_out *out, const char *name);
void anf__akn_out_start_line(struct anf__akn_out *out, const char *name);
void anf__akn_out_end(struct anf__akn_out *out, const char *name);
void anf__akn_out_end_line(struct anf__akn_out *out, const char *name);

/* An element that has one attribute and no content; nothing for the value NULL. */
void anf__akn_out_value(struct anf__akn_out *out, const char *name, const char *attribute,
                        const char *value);

#endif
