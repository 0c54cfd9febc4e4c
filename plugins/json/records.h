/* records.h: the lists of an inquiry in JSON: objects (askers, contacts …) and strings. */
#ifndef ANF_JSON_RECORDS_H
#define ANF_JSON_RECORDS_H

#include "emit.h"
#include "reader.h"

/* What a member of a struct of the public headers is in JSON. */
enum anf__json_part_type {
    ANF__JSON_TEXT,  /* const char *: a string or null */
    ANF__JSON_FLAG,  /* uint32_t: true or false */
    ANF__JSON_COUNT, /* uint32_t: a number, null for 0 */
    ANF__JSON_FIELD, /* int32_t, enum anf_field: its name */
    ANF__JSON_LINES  /* const char *const *, up to a NULL: an array of strings */
};

struct anf__json_part {
    const char *key;
    enum anf__json_part_type type;
    size_t offset;
    int rare; /* no key of anfrage-json/1 for this list: written only where it is stated */
};

struct anf__json_records {
    const char *what; /* for messages */
    const struct anf__json_part *parts;
    size_t count;
    const void *(*get)(const struct anf_inquiry *inquiry, size_t index);
    int (*add)(struct anf_inquiry *inquiry, const void *record);
};

struct anf__json_lines {
    const char *(*get)(const struct anf_inquiry *inquiry, size_t index);
    int (*add)(struct anf_inquiry *inquiry, const char *text);
};

extern const struct anf__json_records anf__json_askers;
extern const struct anf__json_records anf__json_answerers;
extern const struct anf__json_records anf__json_contacts;
extern const struct anf__json_records anf__json_repairs;
extern const struct anf__json_records anf__json_discarded;
extern const struct anf__json_records anf__json_evidence;
extern const struct anf__json_lines anf__json_subjects;
extern const struct anf__json_lines anf__json_other_links;

void anf__json_write_records(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
                             const struct anf__json_records *records);
void anf__json_write_lines(struct anf__json_emitter *emitter, const struct anf_inquiry *inquiry,
                           const struct anf__json_lines *lines);
ANF_CHECKED int anf__json_read_records(struct anf__json_reader *reader,
                                       const struct anf__json_path *path, json_t *array,
                                       const struct anf__json_records *records);
ANF_CHECKED int anf__json_read_lines(struct anf__json_reader *reader,
                                     const struct anf__json_path *path, json_t *array,
                                     const struct anf__json_lines *lines);

#endif
