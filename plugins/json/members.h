/* members.h: the keys of an inquiry in JSON, and how each is written and read. */
#ifndef ANF_JSON_MEMBERS_H
#define ANF_JSON_MEMBERS_H

#include "emit.h"
#include "reader.h"

#define ANF__JSON_SCHEMA "anfrage-json/1"

struct anf__json_member {
    const char *key;
    void (*write)(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
                  const struct anf__json_member *member);
    /* The value is not null. NULL: nothing to do. */
    int (*read)(struct anf__json_reader *reader, const struct anf__json_path *path, json_t *value,
                const struct anf__json_member *member);
    int field;                               /* of one field */
    const struct anf__json_records *records; /* of a list of objects */
    const struct anf__json_lines *lines;     /* of a list of strings */
    const struct anf__json_members *members; /* of an object */
};

struct anf__json_members {
    const char *what; /* for messages: "the inquiry" */
    const struct anf__json_member *items;
    size_t count;
};

extern const struct anf__json_members anf__json_inquiry;
/* The same and, behind it, the evidence. */
extern const struct anf__json_members anf__json_inquiry_with_evidence;

void anf__json_write_members(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
                             const struct anf__json_members *members);
ANF_CHECKED int anf__json_read_members(struct anf__json_reader *reader,
                                       const struct anf__json_path *path, json_t *object,
                                       const struct anf__json_members *members);

#endif
