/* reader.h: one running read of JSON: where it stands, and what it says of what it found. */
#ifndef ANF_JSON_READER_H
#define ANF_JSON_READER_H

#include <anfrage/plugin.h>

#include <jansson.h>

struct anf__json_reader {
    struct anf_call *call;
    struct anf_inquiry *inquiry; /* that is being filled */
    json_t *unknown;             /* set of the unknown keys reported so far */
    uint32_t line;               /* where the inquiry's object begins */
};

/* The way from an inquiry's object to a value in it, kept on the stack of the functions that walk
 * it: content[2].children[0].level */
struct anf__json_path {
    const struct anf__json_path *up; /* NULL: the object itself */
    const char *key;                 /* NULL: an index */
    size_t index;
};

/* Report an error at the path; returns status. */
ANF_CHECKED int anf__json_bad(struct anf__json_reader *reader, const struct anf__json_path *path,
                              int status, const char *fmt, ...) ANF_PRINTF(4, 5);
/* The model refused the value with this status: say so; returns status. */
ANF_CHECKED int anf__json_refused(struct anf__json_reader *reader,
                                  const struct anf__json_path *path, int status);
/* ANF_OK, or the error that the value is not of the type. */
ANF_CHECKED int anf__json_expect(struct anf__json_reader *reader, const struct anf__json_path *path,
                                 const json_t *value, json_type type);
/* The same for true and false, which are two types to jansson. */
ANF_CHECKED int anf__json_expect_bool(struct anf__json_reader *reader,
                                      const struct anf__json_path *path, const json_t *value);

/* Does the table have this key? */
typedef int anf__json_knows_fn(const void *table, const char *key);
/* Warn of every key of the object that the table does not have, but once a key. what: the kind of
 * object, such as "contacts". */
ANF_CHECKED int anf__json_check_keys(struct anf__json_reader *reader, json_t *object,
                                     const char *what, anf__json_knows_fn *knows,
                                     const void *table);

#endif
