/* fields.h: the fields of an edited document. */
#ifndef ANF_ODT_FIELDS_H
#define ANF_ODT_FIELDS_H

#include "plan.h"

/* All but content and repairs: what the document does not show as it was carried, the rest as it
 * stands there. */
ANF_CHECKED int anf__odt_take_fields(const struct anf__odt_plan *plan, struct anf_inquiry *inquiry);

/* A line that shows a field. */
struct anf__odt_field_line {
    const struct anf_call *call;
    const struct anf_inquiry *carried;
    struct anf_inquiry *inquiry; /* that is being filled */
    int field;                   /* enum anf_field */
    size_t index;                /* which entry of a list it was; SIZE_MAX: it is new */
    const char *text;            /* without what stands before the value */
    const char *href;            /* an address that was given to the same words; NULL: none */
};

/* field-values.c: 1: taken. 0: not to be understood, and nothing was changed. < 0: a status. */
int anf__odt_take_value(const struct anf__odt_field_line *line);
/* field-people.c: of askers and answerers, and of contacts. */
int anf__odt_take_actor(const struct anf__odt_field_line *line);
int anf__odt_take_contact(const struct anf__odt_field_line *line);

/* Is the text that was put together in a buffer this one? The buffer is cleared. 1, 0, or
 * ANF_ERR_NOMEM. */
int anf__odt_is_text(struct anf__markup_out *out, const char *text);
/* 1 for ANF_OK, 0 for a value that the model does not take; other statuses as they are. */
int anf__odt_taken(int status);

#endif
