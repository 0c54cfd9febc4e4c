/* own-fields.h: the fields and lists of an inquiry as JSON, with the keys of anfrage-json/1. */
#ifndef ANF_HTML_OWN_FIELDS_H
#define ANF_HTML_OWN_FIELDS_H

#include <anfrage/plugin.h>

#include <jansson.h>

/* What a field, an entry of a list and a line of one are in JSON. A path is "title" or
 * "links.document". The tables end with a path that is NULL. */
enum anf__own_flag { ANF__OWN_NUMBER = 1, ANF__OWN_ALWAYS_SHOWN = 2 };
struct anf__own_field {
    const char *path;
    int field;
    unsigned flags; /* enum anf__own_flag */
};

enum anf__own_part_type { ANF__OWN_TEXT, ANF__OWN_FLAG, ANF__OWN_LINES };
struct anf__own_part {
    const char *key; /* NULL: the last one */
    enum anf__own_part_type type;
    size_t offset;
};

/* Room for an entry of any list. */
union anf__own_entry {
    struct anf_actor actor;
    struct anf_contact contact;
    struct anf_repair repair;
};

struct anf__own_list {
    const char *path;
    const struct anf__own_part *parts;
    const void *(*get)(const struct anf_inquiry *inquiry, size_t index);
    int (*add)(struct anf_inquiry *inquiry, union anf__own_entry *entry);
    unsigned flags;
};

struct anf__own_line_list {
    const char *path;
    const char *(*get)(const struct anf_inquiry *inquiry, size_t index);
    int (*add)(struct anf_inquiry *inquiry, const char *line);
};

extern const struct anf__own_field anf__own_fields[];
extern const struct anf__own_list anf__own_lists[];
extern const struct anf__own_line_list anf__own_line_lists[];

/* All but content, discarded text and evidence; what is absent is left out. NULL: out of
 * memory. */
json_t *anf__own_fields_new(const struct anf_inquiry *inquiry);

/* Fill the inquiry. A value that the model refuses is reported and left out. */
ANF_CHECKED int anf__own_fields_read(struct anf_call *call, struct anf_inquiry *inquiry,
                                     const json_t *fields);

/* A value by its path; NULL: not there. */
json_t *anf__own_fields_get(const json_t *fields, const char *path);
/* Set a value by its path, taking the reference; NULL is out of memory. */
ANF_CHECKED int anf__own_fields_set(json_t *fields, const char *path, json_t *value);

#endif
