/* local.c: a program that loads the library as script languages do: RTLD_LOCAL, by its name.
 *
 *     local PAGE
 *
 * Writes OpenDocument, reads that back, and prints its title. */
#include <anfrage/anfrage.h>

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>

/* The functions that are needed, with the types that the headers give them. */
#define FUNCTIONS(X)                                                                               \
    X(anf_context_new)                                                                             \
    X(anf_context_load_plugins)                                                                    \
    X(anf_context_unref)                                                                           \
    X(anf_source_new_path)                                                                         \
    X(anf_source_new_memory)                                                                       \
    X(anf_source_unref)                                                                            \
    X(anf_sink_new_memory)                                                                         \
    X(anf_sink_steal)                                                                              \
    X(anf_sink_unref)                                                                              \
    X(anf_read_one)                                                                                \
    X(anf_write)                                                                                   \
    X(anf_inquiry_get)                                                                             \
    X(anf_inquiry_unref)                                                                           \
    X(anf_free)

#define DECLARE(name) __typeof__(&(name)) name;
static struct {
    FUNCTIONS(DECLARE)
} lib;

static void
give_up(const char *what)
{
    fprintf(stderr, "%s\n", what);
    exit(EXIT_FAILURE);
}

static void
load(void)
{
    void *library = dlopen("libanfrage.so.0", RTLD_NOW | RTLD_LOCAL);
    if (!library)
        give_up(dlerror());
#define FIND(name) *(void **)&lib.name = dlsym(library, #name);
    FUNCTIONS(FIND)
    if (dlsym(RTLD_DEFAULT, "anf_context_new"))
        give_up("the library is not local");
}

static struct anf_inquiry *
read_source(struct anf_context *ctx, struct anf_source *source)
{
    struct anf_inquiry *inquiry = NULL;
    if (lib.anf_read_one(ctx, source, NULL, NULL, &inquiry) != ANF_OK)
        give_up("cannot be read");
    lib.anf_source_unref(source);
    return inquiry;
}

int
main(int argc, char **argv)
{
    if (argc != 2)
        return EXIT_FAILURE;
    load();
    struct anf_context *ctx = lib.anf_context_new();
    struct anf_sink *sink = lib.anf_sink_new_memory();
    if (lib.anf_context_load_plugins(ctx, NULL) != ANF_OK)
        give_up("no plugins");
    struct anf_inquiry *inquiry = read_source(ctx, lib.anf_source_new_path(argv[1]));
    if (lib.anf_write(ctx, inquiry, "odt", NULL, sink) != ANF_OK)
        give_up("cannot be written");
    lib.anf_inquiry_unref(inquiry);

    size_t length;
    char *written = lib.anf_sink_steal(sink, &length);
    inquiry = read_source(ctx, lib.anf_source_new_memory("a.odt", written, length));
    puts(lib.anf_inquiry_get(inquiry, ANF_FIELD_TITLE));
    lib.anf_inquiry_unref(inquiry);
    lib.anf_free(written);
    lib.anf_sink_unref(sink);
    lib.anf_context_unref(ctx);
    return EXIT_SUCCESS;
}
