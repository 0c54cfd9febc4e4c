/* inputs.h: the inputs of a command line: what they are called, and which files they are. */
#ifndef CLI_INPUTS_H
#define CLI_INPUTS_H

#include <anfrage/anfrage.h>

#include <stdbool.h>
#include <stddef.h>

struct input {
    const char *path; /* "-": standard input */
    char *stem;       /* what its outputs are called: no folders, no extension */
};

struct inputs {
    struct input *items;
    size_t count;
    struct input **by_stem;  /* sorted; the first of equals is the first on the command line */
    struct file_id *by_file; /* sorted */
    size_t file_count;
};

/* false: out of memory; inputs_clear is safe. */
bool inputs_init(struct inputs *inputs, char **paths, int count);
void inputs_clear(struct inputs *inputs);

/* The first input with a stem; NULL: none. */
const struct input *inputs_with_stem(const struct inputs *inputs, const char *stem);
/* The input that is the same file (device and inode) as a path; NULL: none. */
const struct input *inputs_same_file(const struct inputs *inputs, const char *path);

/* Does the path stand for standard input? */
bool input_is_stdin(const char *path);
/* Is standard input at most one of the inputs? */
bool input_once(char **paths, int count);

/* A source for an input, with the charset where one is given. NULL: out of memory. */
struct anf_source *input_open(const char *path, const char *charset);

#endif
