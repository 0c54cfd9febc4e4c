/* reader.h: one running read of JSON: where it stands, and what it says of what it found. */
#ifndef ANF_JSON_READER_H
#define ANF_JSON_READER_H

#include "index.h"

#include <anfrage/plugin.h>

enum {
    ANF__JSON_KEY_SIZE = 64,     /* longer ones are none of ours */
    ANF__JSON_UNKNOWN_MOST = 100 /* a hostile file has no end of them */
};

/* A place in the input whose line is known. */
struct anf__json_place {
    size_t offset;
    size_t line_start;
    uint32_t line; /* from 1 */
};

struct anf__json_reader {
    struct anf_call *call;
    struct anf_inquiry *inquiry;  /* that is being filled */
    struct anf__json_index index; /* of its object */
    const char *data;             /* the input */
    size_t length;
    struct anf__json_place start; /* of what is being read */
    struct anf__json_place last;  /* that was reported */
    char *text;                   /* decoded strings */
    size_t text_length;
    size_t text_capacity;
    char unknown[ANF__JSON_UNKNOWN_MOST][ANF__JSON_KEY_SIZE]; /* keys reported so far */
    size_t unknown_count;
};

/* The way from an inquiry's object to a value in it, kept on the stack of the functions that walk
 * it: content[2].children[0].level */
struct anf__json_path {
    const struct anf__json_path *up; /* NULL: the object itself */
    const char *key;                 /* NULL: an index */
    size_t index;                    /* ANF__JSON_NO_INDEX: the object is in no array */
    uint32_t value;                  /* that stands there */
};
#define ANF__JSON_NO_INDEX SIZE_MAX

/* Move a place ahead; it never goes back. */
void anf__json_advance(const struct anf__json_reader *reader, struct anf__json_place *place,
                       size_t offset);
/* From 1, in characters. */
uint32_t anf__json_column(const struct anf__json_reader *reader,
                          const struct anf__json_place *place);

/* Report an error about the value at the path; returns status. */
ANF_CHECKED int anf__json_bad(struct anf__json_reader *reader, const struct anf__json_path *path,
                              int status, const char *fmt, ...) ANF_PRINTF(4, 5);
/* The model refused the value with this status: say so; returns status. */
ANF_CHECKED int anf__json_refused(struct anf__json_reader *reader,
                                  const struct anf__json_path *path, int status);
/* ANF_OK, or the error that the value at the path is not of the type; either truth value is of
 * the type ANF__JSON_TRUE. */
ANF_CHECKED int anf__json_expect(struct anf__json_reader *reader, const struct anf__json_path *path,
                                 enum anf__json_type type);

/* Forget the strings decoded so far, and make room for all in the value. */
ANF_CHECKED int anf__json_make_room(struct anf__json_reader *reader, uint32_t value);
/* Decode a string, for which there is room; ret_len may be NULL. */
const char *anf__json_text(struct anf__json_reader *reader, uint32_t string, size_t *ret_len);
/* The digits of a number, perhaps with a sign; too many are cut, and no field takes so many. */
const char *anf__json_number(const struct anf__json_reader *reader, uint32_t number,
                             char digits[static ANF__JSON_KEY_SIZE]);

/* What the slots of an object hold is up to the caller: find gives the slot of a key, or -1. */
typedef int anf__json_find_fn(const void *table, const char *key);
/* Put the value of each known key of the object at the path into its slot; a key that is not
 * there, or is null, has 0. Warn of every other key, but once each; a known key that stands there
 * twice is an error. what: the kind of object, such as "contacts". */
ANF_CHECKED int anf__json_sort_keys(struct anf__json_reader *reader,
                                    const struct anf__json_path *path, const char *what,
                                    anf__json_find_fn *find, const void *table, uint32_t *slots,
                                    size_t count);

#endif
