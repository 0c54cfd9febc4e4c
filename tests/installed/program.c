/* program.c: the first inquiry of a page, as Akoma Ntoso on standard output. */
#include <anfrage/anfrage.h>

#include <stdio.h>

static int
print(void *user, const void *data, size_t len)
{
    (void)user;
    return fwrite(data, 1, len, stdout) == len ? ANF_OK : ANF_ERR_IO;
}

static void
complain(const struct anf_diagnostic *diagnostic, void *user)
{
    (void)user;
    fprintf(stderr, "%s\n", diagnostic->message);
}

static int
write_first(struct anf_inquiry *inquiry, void *user)
{
    struct anf_sink *sink = anf_sink_new_callback("-", print, NULL);
    int status = sink ? anf_write(user, inquiry, "akn", NULL, sink) : ANF_ERR_NOMEM;
    if (status == ANF_OK)
        status = anf_sink_commit(sink, user);
    anf_sink_unref(sink);
    return status;
}

int
main(int argc, char **argv)
{
    struct anf_context *ctx = anf_context_new();
    struct anf_source *source = argc > 1 ? anf_source_new_path(argv[1]) : NULL;
    int status = ctx && source ? ANF_OK : ANF_ERR_NOMEM;

    if (status == ANF_OK) {
        anf_context_set_diagnostic_fn(ctx, complain, NULL);
        status = anf_context_load_plugins(ctx, NULL);
    }
    if (status == ANF_OK)
        status = anf_read(ctx, source, NULL, NULL, write_first, ctx);
    anf_source_unref(source);
    anf_context_unref(ctx);
    return status == ANF_OK ? 0 : 1;
}
