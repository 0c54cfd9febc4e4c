/* check_locales.c: what each file is converted to, in a locale: tests/check-locales.py compares.
 *
 *     check_locales FILE...
 *
 * Sets the locale of the environment, as programs do that use the library; the library must not
 * notice. One line for each file and format: the hash of what was written, or the status. */
#include <anfrage/anfrage.h>

#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const formats[] = {"akn", "html", "json", "odt", "text"};
enum { FORMATS = sizeof formats / sizeof *formats };

struct run {
    struct anf_context *ctx;
    const char *path;
};

/* FNV-1a */
static uint64_t
hash_of(const char *data, size_t len)
{
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)data[i]) * UINT64_C(0x100000001b3);
    return hash;
}

static int
write_all(struct anf_inquiry *inquiry, void *user)
{
    struct run *run = user;
    for (size_t i = 0; i < FORMATS; i++) {
        struct anf_sink *sink = anf_sink_new_memory();
        size_t len = 0;
        int status = anf_write(run->ctx, inquiry, formats[i], NULL, sink);
        if (status == ANF_OK)
            status = anf_sink_commit(sink, run->ctx);
        char *data = status == ANF_OK ? anf_sink_steal(sink, &len) : NULL;
        printf("%s %s %d %zu %016" PRIx64 "\n", run->path, formats[i], status, len,
               hash_of(data ? data : "", len));
        anf_free(data);
        anf_sink_unref(sink);
    }
    return ANF_OK;
}

/* Messages are bytes, too. */
static void
print_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    (void)user;
    printf("  %" PRIu32 ":%" PRIu32 ": ANF-%03" PRIu32 " %s\n", diagnostic->line,
           diagnostic->column, diagnostic->code, diagnostic->message);
}

int
main(int argc, char **argv)
{
    struct run run = {.ctx = anf_context_new()};
    if (!setlocale(LC_ALL, "")) {
        fputs("the environment names a locale that is not there\n", stderr);
        return EXIT_FAILURE;
    }
    anf_context_set_diagnostic_fn(run.ctx, print_diagnostic, NULL);
    if (!run.ctx || anf_context_load_plugins(run.ctx, NULL) != ANF_OK)
        return EXIT_FAILURE;
    for (int i = 1; i < argc; i++) {
        struct anf_source *source = anf_source_new_path(argv[i]);
        run.path = argv[i];
        printf("%s %d\n", argv[i], anf_read(run.ctx, source, NULL, NULL, write_all, &run));
        anf_source_unref(source);
    }
    anf_context_unref(run.ctx);
    return EXIT_SUCCESS;
}
