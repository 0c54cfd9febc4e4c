/* inputs.c: the inputs of a command line: what they are called, and which files they are. */
#include "inputs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct file_id {
    dev_t device;
    ino_t inode;
    const struct input *input;
};

bool
input_is_stdin(const char *path)
{
    return strcmp(path, "-") == 0;
}

static char *
stem_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');
    if (input_is_stdin(path)) {
        return strdup("stdin");
    }
    return dot && dot > name ? strndup(name, (size_t)(dot - name)) : strdup(name);
}

static int
compare_stems(const void *a, const void *b)
{
    const struct input *first = *(struct input *const *)a;
    const struct input *second = *(struct input *const *)b;
    int order = strcmp(first->stem, second->stem);
    return order != 0 ? order : (first > second) - (first < second);
}

static int
compare_files(const void *a, const void *b)
{
    const struct file_id *first = a;
    const struct file_id *second = b;
    if (first->device != second->device) {
        return first->device < second->device ? -1 : 1;
    }
    return (first->inode > second->inode) - (first->inode < second->inode);
}

static void
note_file(struct inputs *inputs, const struct input *input)
{
    struct stat status;
    int found = input_is_stdin(input->path) ? fstat(STDIN_FILENO, &status)
                                            : stat(input->path, &status);
    if (found == 0 && S_ISREG(status.st_mode)) {
        struct file_id *id = &inputs->by_file[inputs->file_count++];
        *id = (struct file_id){status.st_dev, status.st_ino, input};
    }
}

bool
inputs_init(struct inputs *inputs, char **paths, int count)
{
    size_t n = (size_t)count;
    *inputs = (struct inputs){
        .items = calloc(n, sizeof *inputs->items),
        .by_stem = calloc(n, sizeof *inputs->by_stem),
        .by_file = calloc(n, sizeof *inputs->by_file),
    };
    if (!inputs->items || !inputs->by_stem || !inputs->by_file) {
        return false;
    }
    for (; inputs->count < n; inputs->count++) {
        struct input *input = &inputs->items[inputs->count];
        input->path = paths[inputs->count];
        input->stem = stem_of(input->path);
        if (!input->stem) {
            return false;
        }
        inputs->by_stem[inputs->count] = input;
        note_file(inputs, input);
    }
    qsort(inputs->by_stem, n, sizeof *inputs->by_stem, compare_stems);
    qsort(inputs->by_file, inputs->file_count, sizeof *inputs->by_file, compare_files);
    return true;
}

void
inputs_clear(struct inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++) {
        free(inputs->items[i].stem);
    }
    free(inputs->items);
    free(inputs->by_stem);
    free(inputs->by_file);
}

const struct input *
inputs_with_stem(const struct inputs *inputs, const char *stem)
{
    size_t low = 0;
    size_t high = inputs->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(inputs->by_stem[middle]->stem, stem) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < inputs->count && strcmp(inputs->by_stem[low]->stem, stem) == 0;
    return found ? inputs->by_stem[low] : NULL;
}

const struct input *
inputs_same_file(const struct inputs *inputs, const char *path)
{
    struct stat status;
    if (stat(path, &status) != 0) {
        return NULL;
    }
    struct file_id key = {status.st_dev, status.st_ino, NULL};
    const struct file_id *found = bsearch(&key, inputs->by_file, inputs->file_count,
                                          sizeof *inputs->by_file, compare_files);
    return found ? found->input : NULL;
}

bool
input_once(char **paths, int count)
{
    int stdins = 0;
    for (int i = 0; i < count; i++) {
        stdins += input_is_stdin(paths[i]);
    }
    return stdins < 2;
}

static int64_t
read_stdin(void *user, void *buffer, size_t len)
{
    ssize_t got;
    (void)user;
    do {
        got = read(STDIN_FILENO, buffer, len);
    } while (got < 0 && errno == EINTR);
    return got < 0 ? ANF_ERR_IO : got;
}

struct anf_source *
input_open(const char *path, const char *charset)
{
    struct anf_source *source = input_is_stdin(path)
                                    ? anf_source_new_callback("-", read_stdin, NULL)
                                    : anf_source_new_path(path);
    if (source && charset && anf_source_set_charset(source, charset) != ANF_OK) {
        return anf_source_unref(source);
    }
    return source;
}
