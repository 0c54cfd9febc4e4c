/* sink.c: sinks. */
#include "sink.h"

#include "diagnostic.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

static struct anf_sink *
new_sink(const char *name)
{
    struct anf_sink *sink = calloc(1, sizeof *sink);
    if (!sink)
        return NULL;
    sink->references = 1;
    if (name && !(sink->name = strdup(name)))
        return anf_sink_unref(sink);
    return sink;
}

struct anf_sink *
anf_sink_new_path(const char *path)
{
    struct anf_sink *sink = path ? new_sink(path) : NULL;
    if (sink)
        sink->is_path = 1;
    return sink;
}

struct anf_sink *
anf_sink_new_memory(void)
{
    return new_sink(NULL);
}

struct anf_sink *
anf_sink_new_callback(const char *name, anf_write_fn *fn, void *user)
{
    struct anf_sink *sink = fn ? new_sink(name ? name : "-") : NULL;
    if (!sink)
        return NULL;
    sink->fn = fn;
    sink->user = user;
    return sink;
}

struct anf_sink *
anf_sink_ref(struct anf_sink *sink)
{
    if (sink)
        anf__reference_add(&sink->references);
    return sink;
}

struct anf_sink *
anf_sink_unref(struct anf_sink *sink)
{
    if (!sink || !anf__reference_drop(&sink->references))
        return NULL;
    anf__buffer_clear(&sink->buffer);
    free(sink->name);
    free(sink);
    return NULL;
}

static int
call_back(struct anf_sink *sink, const void *data, size_t len)
{
    if (sink->failed)
        return sink->failed;
    errno = 0;
    int status = sink->fn(sink->user, data, len);
    if (status >= 0)
        return ANF_OK;
    sink->error = errno;
    sink->failed = status >= ANF_ERR_NO_INQUIRY ? status : ANF_ERR_IO;
    return sink->failed;
}

int
anf_sink_write(struct anf_sink *sink, const void *data, size_t len)
{
    if (!sink || (len && !data) || sink->committed)
        return ANF_ERR_ARGUMENT;
    if (!len)
        return ANF_OK;
    return sink->fn ? call_back(sink, data, len) : anf__buffer_add(&sink->buffer, data, len);
}

int
anf_sink_puts(struct anf_sink *sink, const char *text)
{
    return text ? anf_sink_write(sink, text, strlen(text)) : ANF_ERR_ARGUMENT;
}

void
anf__sink_cut(struct anf_sink *sink, size_t length)
{
    if (!sink->buffer.data)
        return;
    sink->buffer.length = length;
    sink->buffer.data[length] = '\0';
}

int
anf_sink_commit(struct anf_sink *sink, struct anf_context *ctx)
{
    if (!sink)
        return ANF_ERR_ARGUMENT;
    if (!sink->is_path)
        return sink->failed;
    if (sink->committed)
        return ANF_OK;
    int error = anf__write_file(sink->name, sink->buffer.data, sink->buffer.length);
    if (error) {
        struct anf__place_of_report where = {.source = sink->name};
        if (ctx)
            anf__report(ctx, &where, ANF_SEVERITY_ERROR,
                        error == ENOMEM ? ANF_CODE_OUT_OF_MEMORY : ANF_CODE_CANNOT_WRITE,
                        "cannot be written: %s", anf__errno_text(error));
        errno = error;
        return error == ENOMEM ? ANF_ERR_NOMEM : ANF_ERR_IO;
    }
    sink->committed = 1;
    anf__buffer_clear(&sink->buffer);
    return ANF_OK;
}

char *
anf_sink_steal(struct anf_sink *sink, size_t *ret_len)
{
    if (!sink || sink->fn || sink->is_path)
        return NULL;
    if (anf__buffer_reserve(&sink->buffer, 0) != ANF_OK) /* for the zero byte of an empty one */
        return NULL;
    char *data = sink->buffer.data;
    data[sink->buffer.length] = '\0';
    if (ret_len)
        *ret_len = sink->buffer.length;
    sink->buffer = (struct anf__buffer){0};
    sink->holds_inquiry = 0;
    return data;
}
