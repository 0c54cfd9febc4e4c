/* outputs.c: the outputs of one input: where they go, and that they appear whole or not at all. */
#include "outputs.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct output {
    struct anf_sink *sink;
    char *path; /* NULL: standard output */
};

int
report_memory(struct report *report)
{
    report_error(report, ANF_CODE_OUT_OF_MEMORY, NULL, "out of memory");
    return ANF_ERR_NOMEM;
}

/* --- where an output goes --- */

/* The second output and all further ones have a number. NULL: out of memory. */
static char *
next_stem(const struct outputs *outputs)
{
    char *stem = NULL;
    if (outputs->count == 0) {
        return strdup(outputs->input->stem);
    }
    int length = asprintf(&stem, "%s-%zu", outputs->input->stem, outputs->count + 1);
    return length < 0 ? NULL : stem;
}

static char *
path_in_folder(const struct outputs *outputs, const char *stem)
{
    size_t length = strlen(outputs->folder);
    const char *slash = length > 0 && outputs->folder[length - 1] == '/' ? "" : "/";
    char *path = NULL;
    int written = asprintf(&path, "%s%s%s.%s", outputs->folder, slash, stem, outputs->extension);
    return written < 0 ? NULL : path;
}

/* Two inputs must not write one file: the first on the command line has it. */
static int
check_stem(const struct outputs *outputs, const char *stem, const char *path)
{
    const struct input *owner = inputs_with_stem(outputs->inputs, stem);
    if (!owner || owner == outputs->input) {
        return ANF_OK;
    }
    report_error(outputs->report, ANF_CODE_CANNOT_WRITE, outputs->input->path,
                 "would be written to %s, and so would %s", path, owner->path);
    return ANF_ERR_IO;
}

static int
check_not_input(const struct outputs *outputs, const char *path)
{
    const struct input *input = inputs_same_file(outputs->inputs, path);
    if (!input) {
        return ANF_OK;
    }
    report_error(outputs->report, ANF_CODE_CANNOT_WRITE, outputs->input->path,
                 "the output %s is the same file as the input %s", path, input->path);
    return ANF_ERR_IO;
}

/* A new path for the next output in the folder. */
static int
choose_in_folder(const struct outputs *outputs, char **ret_path)
{
    char *stem = next_stem(outputs);
    char *path = stem ? path_in_folder(outputs, stem) : NULL;
    int status = path ? check_stem(outputs, stem, path) : report_memory(outputs->report);
    free(stem);
    if (status != ANF_OK) {
        free(path);
        return status;
    }
    *ret_path = path;
    return ANF_OK;
}

/* ret_path gets NULL for standard output. */
static int
choose_path(const struct outputs *outputs, char **ret_path)
{
    char *path = NULL;
    int status = ANF_OK;
    if (outputs->folder) {
        status = choose_in_folder(outputs, &path);
    } else if (outputs->path && strcmp(outputs->path, "-") != 0) {
        path = strdup(outputs->path);
        status = path ? ANF_OK : report_memory(outputs->report);
    }
    if (status == ANF_OK && path) {
        status = check_not_input(outputs, path);
    }
    if (status != ANF_OK) {
        free(path);
        return status;
    }
    *ret_path = path;
    return ANF_OK;
}

int
outputs_check(const struct outputs *outputs)
{
    char *path = NULL;
    int status = choose_path(outputs, &path);
    if (status == ANF_OK) {
        free(path);
    }
    return status;
}

/* --- opening --- */

/* Room for one more: the array doubles at powers of two. */
static int
make_room(struct outputs *outputs)
{
    size_t count = outputs->count;
    if ((count & (count - 1)) != 0) {
        return ANF_OK;
    }
    size_t room = count > 0 ? count * 2 : 1;
    struct output *grown = reallocarray(outputs->items, room, sizeof *grown);
    if (!grown) {
        return report_memory(outputs->report);
    }
    outputs->items = grown;
    return ANF_OK;
}

int
outputs_open(struct outputs *outputs)
{
    struct output output = {0};
    int status = make_room(outputs);
    if (status == ANF_OK) {
        status = choose_path(outputs, &output.path);
    }
    if (status != ANF_OK) {
        return status;
    }
    output.sink = output.path ? anf_sink_new_path(output.path) : anf_sink_new_memory();
    if (!output.sink) {
        free(output.path);
        return report_memory(outputs->report);
    }
    outputs->items[outputs->count++] = output;
    return ANF_OK;
}

struct anf_sink *
outputs_last(const struct outputs *outputs)
{
    return outputs->items[outputs->count - 1].sink;
}

const char *
outputs_last_path(const struct outputs *outputs)
{
    return outputs->count > 0 ? outputs->items[outputs->count - 1].path : NULL;
}

/* --- the end --- */

/* Not stdio, whose buffer would keep what could not be written. 0, or errno. */
static int
write_all(int fd, const char *data, size_t length)
{
    while (length > 0) {
        ssize_t written = write(fd, data, length);
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        if (written > 0) {
            data += written;
            length -= (size_t)written;
        }
    }
    return 0;
}

static int
commit_stdout(const struct outputs *outputs, struct anf_sink *sink)
{
    size_t length;
    char *data = anf_sink_steal(sink, &length);
    if (!data) {
        return report_memory(outputs->report);
    }
    int error = write_all(STDOUT_FILENO, data, length);
    anf_free(data);
    if (error != 0) {
        report_error(outputs->report, ANF_CODE_CANNOT_WRITE, outputs->input->path,
                     "cannot be written to standard output: %s", strerrordesc_np(error));
        return ANF_ERR_IO;
    }
    return ANF_OK;
}

/* Not by a context, which one thread uses at a time. */
static int
commit_file(const struct outputs *outputs, const struct output *output)
{
    int status = anf_sink_commit(output->sink, NULL);
    if (status == ANF_ERR_NOMEM) {
        report_memory(outputs->report);
    } else if (status != ANF_OK) {
        report_error(outputs->report, ANF_CODE_CANNOT_WRITE, output->path, "cannot be written: %s",
                     strerrordesc_np(errno));
    }
    return status;
}

int
outputs_commit(const struct outputs *outputs)
{
    int status = ANF_OK;
    for (size_t i = 0; i < outputs->count && status == ANF_OK; i++) {
        const struct output *output = &outputs->items[i];
        status = output->path ? commit_file(outputs, output) : commit_stdout(outputs, output->sink);
    }
    return status;
}

void
outputs_clear(struct outputs *outputs)
{
    for (size_t i = 0; i < outputs->count; i++) {
        anf_sink_unref(outputs->items[i].sink);
        free(outputs->items[i].path);
    }
    free(outputs->items);
}
