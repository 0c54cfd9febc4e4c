/* field.h: memory between pages that cannot be read: whoever leaves it is seen at once. */
#ifndef KIT_FIELD_H
#define KIT_FIELD_H

#include <stdbool.h>
#include <stddef.h>

struct field {
    unsigned char *first;
    size_t length; /* of what can be read, whole pages */
};

/* Room for so many bytes. false: no memory. */
bool field_open(struct field *field, size_t length);
void field_close(struct field *field);

/* Copy the bytes so that they end, or begin, where the field does. */
unsigned char *field_put_last(const struct field *field, const void *data, size_t length);
unsigned char *field_put_first(const struct field *field, const void *data, size_t length);

#endif
