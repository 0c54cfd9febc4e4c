/* names.h: how text names what has a fixed value in the model. */
#ifndef ANF_TEXT_NAMES_H
#define ANF_TEXT_NAMES_H

#include <stddef.h>

struct anf_call;

/* A name by a value, for people; the last one has no value. */
struct anf__plain_name {
    const char *value;
    const char *name;
};

extern const struct anf__plain_name anf__plain_kinds[];
extern const struct anf__plain_name anf__plain_documents[];

/* NULL where there is none. */
const char *anf__plain_name_of(const struct anf__plain_name *names, const char *value);
const char *anf__plain_value_of(const struct anf__plain_name *names, const char *name, size_t len);
/* The code of a parliament, by the vocabulary. */
const char *anf__plain_parliament_of(const struct anf_call *call, const char *name, size_t len);
/* The kind that a printed label tells: "Schriftliche Kleine Anfrage". NULL: none. */
const char *anf__plain_kind_of_label(const char *label);

#endif
