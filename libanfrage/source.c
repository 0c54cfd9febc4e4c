/* source.c: sources, and how they are read whole. */
#include "source.h"

#include "diagnostic.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Read at once from what does not tell its size. */
enum { PIECE = 64 << 10 };

static int
report_unreadable(struct anf_context *ctx, const struct anf_source *source, const char *why)
{
    struct anf__place_of_report where = {.source = source->name};
    anf__report(ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_CANNOT_READ, "cannot be read: %s", why);
    return ANF_ERR_IO;
}

static int
check_size(struct anf_context *ctx, const struct anf_source *source, uint64_t size)
{
    uint64_t most = anf_context_limit(ctx, ANF_LIMIT_INPUT_BYTES);
    if (size <= most)
        return ANF_OK;
    struct anf__place_of_report where = {.source = source->name};
    anf__report(ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_INPUT_TOO_LARGE,
                "more than %llu bytes, the limit input-bytes", (unsigned long long)most);
    return ANF_ERR_LIMIT;
}

/* --- a path, a descriptor --- */

/* NULL: it can be read. */
static const char *
fault_of_kind(mode_t mode)
{
    if (S_ISREG(mode) || S_ISFIFO(mode) || S_ISCHR(mode))
        return NULL;
    return S_ISDIR(mode) ? anf__errno_text(EISDIR) : "neither a regular file, a pipe nor a device";
}

/* Fill the room that the buffer has: how many bytes, 0 at the end, or a status. */
static int64_t
read_piece(struct anf_context *ctx, struct anf_source *source, int fd)
{
    struct anf__buffer *buffer = &source->buffer;
    ssize_t got;
    do
        got = read(fd, buffer->data + buffer->length, buffer->capacity - buffer->length - 1);
    while (got < 0 && errno == EINTR);
    if (got < 0)
        return report_unreadable(ctx, source, anf__errno_text(errno));
    buffer->length += (size_t)got;
    buffer->data[buffer->length] = '\0';
    return got;
}

static int
read_open_file(struct anf_context *ctx, struct anf_source *source, int fd)
{
    struct stat st;
    if (fstat(fd, &st) < 0)
        return report_unreadable(ctx, source, anf__errno_text(errno));
    const char *fault = fault_of_kind(st.st_mode);
    if (fault)
        return report_unreadable(ctx, source, fault);
    /* A file may grow while it is read, and one in /proc says that it is empty: the end is where
     * read says so, and one byte more than the file told lets it say so without growing. */
    uint64_t told = S_ISREG(st.st_mode) ? (uint64_t)st.st_size : 0;
    int status = check_size(ctx, source, told);
    if (status == ANF_OK)
        status = anf__buffer_reserve(&source->buffer, told ? (size_t)told + 1 : PIECE);
    while (status == ANF_OK) {
        int64_t got = read_piece(ctx, source, fd);
        if (got <= 0)
            return (int)got;
        status = check_size(ctx, source, source->buffer.length);
        if (status == ANF_OK && source->buffer.length + 1 >= source->buffer.capacity)
            status = anf__buffer_reserve(&source->buffer, PIECE);
    }
    return status;
}

static int
read_path(struct anf_context *ctx, struct anf_source *source)
{
    int fd = open(source->name, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0)
        return report_unreadable(ctx, source, anf__errno_text(errno));
    int status = read_open_file(ctx, source, fd);
    close(fd);
    return status;
}

static int
read_fd(struct anf_context *ctx, struct anf_source *source)
{
    if (source->spent)
        return report_unreadable(ctx, source, "an earlier attempt took a part of it");
    source->spent = 1;
    return read_open_file(ctx, source, source->fd);
}

struct anf_source *
anf_source_new_path(const char *path)
{
    if (!path)
        return NULL;
    struct anf_source *source = anf_source_new_memory(path, NULL, 0);
    if (source)
        source->read = read_path;
    return source;
}

struct anf_source *
anf_source_new_fd(const char *name, int fd)
{
    struct anf_source *source = fd >= 0 ? anf_source_new_memory(name, NULL, 0) : NULL;
    if (!source)
        return NULL;
    source->read = read_fd;
    source->fd = fd;
    return source;
}

/* --- memory --- */

static int
read_memory(struct anf_context *ctx, struct anf_source *source)
{
    return check_size(ctx, source, source->length);
}

struct anf_source *
anf_source_new_memory(const char *name, const void *data, size_t len)
{
    if (len && !data)
        return NULL;
    struct anf_source *source = calloc(1, sizeof *source);
    if (!source)
        return NULL;
    source->references = 1;
    source->read = read_memory;
    source->data = data;
    source->length = len;
    source->name = strdup(name ? name : "-");
    return source->name ? source : anf_source_unref(source);
}

/* --- a callback --- */

static int
read_callback_piece(struct anf_context *ctx, struct anf_source *source, int64_t *ret_got)
{
    if (anf__buffer_reserve(&source->buffer, PIECE) != ANF_OK)
        return ANF_ERR_NOMEM;
    int64_t got = source->fn(source->user, source->buffer.data + source->buffer.length, PIECE);
    if (got < 0)
        return report_unreadable(ctx, source, "the program's read function failed");
    if (got > PIECE)
        return report_unreadable(ctx, source,
                                 "the program's read function gave more than was asked for");
    source->buffer.length += (size_t)got;
    source->buffer.data[source->buffer.length] = '\0';
    *ret_got = got;
    return check_size(ctx, source, source->buffer.length);
}

static int
read_callback(struct anf_context *ctx, struct anf_source *source)
{
    if (source->spent)
        return report_unreadable(ctx, source, "an earlier attempt took a part of it");
    source->spent = 1;
    int64_t got = 1;
    int status = ANF_OK;
    while (status == ANF_OK && got)
        status = read_callback_piece(ctx, source, &got);
    return status;
}

struct anf_source *
anf_source_new_callback(const char *name, anf_read_fn *fn, void *user)
{
    if (!fn)
        return NULL;
    struct anf_source *source = anf_source_new_memory(name, NULL, 0);
    if (!source)
        return NULL;
    source->read = read_callback;
    source->fn = fn;
    source->user = user;
    return source;
}

/* --- all of them --- */

struct anf_source *
anf_source_ref(struct anf_source *source)
{
    if (source)
        anf__reference_add(&source->references);
    return source;
}

struct anf_source *
anf_source_unref(struct anf_source *source)
{
    if (!source || !anf__reference_drop(&source->references))
        return NULL;
    anf__buffer_clear(&source->buffer);
    free(source->charset);
    free(source->name);
    free(source);
    return NULL;
}

const char *
anf_source_name(const struct anf_source *source)
{
    return source ? source->name : NULL;
}

const char *
anf__source_base_name(const struct anf_source *source)
{
    const char *slash = strrchr(source->name, '/');
    return slash ? slash + 1 : source->name;
}

int
anf_source_set_charset(struct anf_source *source, const char *charset)
{
    if (!source)
        return ANF_ERR_ARGUMENT;
    char *copy = charset ? strdup(charset) : NULL;
    if (charset && !copy)
        return ANF_ERR_NOMEM;
    free(source->charset);
    source->charset = copy;
    return ANF_OK;
}

static int
read_whole(struct anf_context *ctx, struct anf_source *source)
{
    int status = source->read(ctx, source);
    if (status != ANF_OK) {
        anf__buffer_clear(&source->buffer);
        return status;
    }
    if (source->read != read_memory) {
        source->data = (const unsigned char *)source->buffer.data;
        source->length = source->buffer.length;
    }
    source->loaded = 1;
    return ANF_OK;
}

int
anf__source_load(struct anf_context *ctx, struct anf_source *source)
{
    int status = source->loaded ? check_size(ctx, source, source->length) : read_whole(ctx, source);
    if (status != ANF_OK)
        return status;
    if (!source->length) {
        struct anf__place_of_report where = {.source = source->name};
        anf__report(ctx, &where, ANF_SEVERITY_ERROR, ANF_CODE_EMPTY_INPUT, "the input is empty");
        return ANF_ERR_SYNTAX;
    }
    return ANF_OK;
}
