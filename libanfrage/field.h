/* field.h: the names of fields and which values they take. */
#ifndef ANF_FIELD_H
#define ANF_FIELD_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <anfrage/inquiry.h>

/* Has the field a value of its own (the first two groups of enum anf_field)? 1 or 0. */
int anf__field_has_value(int field);
/* Is this line of text, which is not "", a value for the field? 1 or 0. */
int anf__field_takes(int field, const char *text);

#endif
