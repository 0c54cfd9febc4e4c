/* conversions.h: pages from files, and everything that the library does with one, as work for
 * tests. */
#ifndef TESTS_CONVERSIONS_H
#define TESTS_CONVERSIONS_H

#include <anfrage/anfrage.h>

struct input {
    const char *name;
    char *data;
    size_t length;
};

struct inputs {
    struct input *items;
    size_t count;
};

/* All of the files, in memory. Ends the program where one cannot be read. */
void inputs_load(struct inputs *inputs, int count, char **paths);
void inputs_clear(struct inputs *inputs);

/* A context with plugins; NULL: it cannot be made. */
struct anf_context *new_context(void);

/* Read it; write every inquiry in every format, read that back and write it again; read the first
 * half of it, the whole with small limits, and as a format that it is not. Gives a hash of all that
 * was written and of all statuses. */
uint64_t convert(struct anf_context *ctx, const struct input *input);

/* The same but for what jansson reads: where it finds no memory in the middle of a string, 2.14 may
 * end the process (lex_scan_string in its load.c, assert(0)). */
uint64_t convert_without_jansson(struct anf_context *ctx, const struct input *input);

/* Write an inquiry in every format, and hash what was written. */
uint64_t write_all(struct anf_context *ctx, const struct anf_inquiry *inquiry);

#endif
