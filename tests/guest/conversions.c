/* conversions.c: pages from files, and everything that the library does with one, as work for
 * tests. */
#include "conversions.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const formats[] = {"akn", "html", "json", "odt", "text"};
enum { FORMATS = sizeof formats / sizeof *formats };

static void
give_up(const char *path)
{
    perror(path);
    exit(EXIT_FAILURE);
}

static void
load(struct input *input, const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) < 0)
        give_up(path);
    long length = ftell(file);
    input->name = path;
    input->length = length > 0 ? (size_t)length : 0;
    input->data = malloc(input->length + 1);
    rewind(file);
    if (!input->data || fread(input->data, 1, input->length, file) != input->length)
        give_up(path);
    fclose(file);
}

void
inputs_load(struct inputs *inputs, int count, char **paths)
{
    inputs->count = (size_t)count;
    inputs->items = calloc(inputs->count + 1, sizeof *inputs->items);
    for (size_t i = 0; inputs->items && i < inputs->count; i++)
        load(&inputs->items[i], paths[i]);
}

void
inputs_clear(struct inputs *inputs)
{
    for (size_t i = 0; i < inputs->count; i++)
        free(inputs->items[i].data);
    free(inputs->items);
}

struct anf_context *
new_context(void)
{
    struct anf_context *ctx = anf_context_new();
    return anf_context_load_plugins(ctx, NULL) == ANF_OK ? ctx : anf_context_unref(ctx);
}

/* --- one reading --- */

struct work {
    struct anf_context *ctx;
    uint64_t hash;
    int without_jansson;
};

static int
is_read_by_jansson(const char *format)
{
    return strcmp(format, "json") == 0 || strcmp(format, "html") == 0;
}

static void
add_status(struct work *work, int status)
{
    work->hash = anf_hash(work->hash, &status, sizeof status);
}

static int
keep(struct anf_inquiry *inquiry, void *user)
{
    struct work *work = user;
    uint64_t written = write_all(work->ctx, inquiry);
    work->hash = anf_hash(work->hash, &written, sizeof written);
    return ANF_OK;
}

static void
read_bytes(struct work *work, const char *name, const void *data, size_t length, const char *format,
           anf_inquiry_fn *fn)
{
    struct anf_source *source = anf_source_new_memory(name, data, length);
    add_status(work, anf_read(work->ctx, source, format, NULL, fn, work));
    anf_source_unref(source);
}

/* --- one writing --- */

static char *
write_one(struct anf_context *ctx, const struct anf_inquiry *inquiry, const char *format,
          size_t *ret_length)
{
    struct anf_sink *sink = anf_sink_new_memory();
    int status = anf_write(ctx, inquiry, format, NULL, sink);
    char *data = status == ANF_OK ? anf_sink_steal(sink, ret_length) : NULL;
    anf_sink_unref(sink);
    return data;
}

uint64_t
write_all(struct anf_context *ctx, const struct anf_inquiry *inquiry)
{
    uint64_t hash = ANF_HASH;
    for (size_t i = 0; i < FORMATS; i++) {
        size_t length = 0;
        char *data = write_one(ctx, inquiry, formats[i], &length);
        hash = anf_hash(hash, data ? data : "", length);
        anf_free(data);
    }
    return hash;
}

static int
write_json(struct anf_inquiry *inquiry, void *user)
{
    struct work *work = user;
    size_t length = 0;
    char *data = write_one(work->ctx, inquiry, "json", &length);
    work->hash = anf_hash(work->hash, data ? data : "", length);
    anf_free(data);
    return ANF_OK;
}

/* Out in every format and back; then to the caller. */
static int
there_and_back(struct anf_inquiry *inquiry, void *user)
{
    struct work *work = user;
    for (size_t i = 0; i < FORMATS; i++) {
        size_t length = 0;
        char *data = write_one(work->ctx, inquiry, formats[i], &length);
        work->hash = anf_hash(work->hash, data ? data : "", length);
        if (!work->without_jansson || !is_read_by_jansson(formats[i]))
            read_bytes(work, "written", data ? data : "", length, formats[i], write_json);
        anf_free(data);
    }
    return keep(inquiry, user);
}

/* --- all of it --- */

static void
fail_in_every_way(struct work *work, const struct input *input)
{
    read_bytes(work, input->name, input->data, input->length / 2, NULL, write_json);
    for (size_t i = 0; i < FORMATS; i++)
        read_bytes(work, input->name, input->data, input->length, formats[i], NULL);
    read_bytes(work, "nothing", "", 0, NULL, NULL);
    uint64_t nodes = anf_context_limit(work->ctx, ANF_LIMIT_NODES);
    add_status(work, anf_context_set_limit(work->ctx, ANF_LIMIT_NODES, 20));
    read_bytes(work, input->name, input->data, input->length, NULL, write_json);
    add_status(work, anf_context_set_limit(work->ctx, ANF_LIMIT_NODES, nodes));
}

static uint64_t
convert_as(struct work work, const struct input *input)
{
    read_bytes(&work, input->name, input->data, input->length, NULL, there_and_back);
    fail_in_every_way(&work, input);
    return work.hash;
}

uint64_t
convert(struct anf_context *ctx, const struct input *input)
{
    return convert_as((struct work){.ctx = ctx, .hash = ANF_HASH}, input);
}

uint64_t
convert_without_jansson(struct anf_context *ctx, const struct input *input)
{
    return convert_as((struct work){.ctx = ctx, .hash = ANF_HASH, .without_jansson = 1}, input);
}
