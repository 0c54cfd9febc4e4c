/* project-text.c: what text holds of the inquiries of a file, as JSON.
 *
 * usage: project-text FILE */
#include "project.h"

#include <stdio.h>
#include <stdlib.h>

static int
print_bytes(void *user, const void *data, size_t len)
{
    (void)user;
    return fwrite(data, 1, len, stdout) == len ? ANF_OK : ANF_ERR_IO;
}

/* One line on standard output. */
static int
print_projection(struct anf_inquiry *inquiry, void *user)
{
    struct anf_context *ctx = user;
    struct anf_inquiry *held = project_to_text(ctx, inquiry);
    struct anf_sink *sink = anf_sink_new_callback(NULL, print_bytes, NULL);
    int status = ANF_ERR_NOMEM;
    if (held && sink)
        status = anf_write(ctx, held, "json", NULL, sink);
    if (status == ANF_OK)
        status = anf_sink_commit(sink, ctx);
    anf_sink_unref(sink);
    anf_inquiry_unref(held);
    return status;
}

int
main(int argc, char **argv)
{
    struct anf_context *ctx = anf_context_new();
    struct anf_source *source = argc == 2 ? anf_source_new_path(argv[1]) : NULL;
    int status = ANF_ERR_ARGUMENT;
    if (ctx && source)
        status = anf_context_load_plugins(ctx, NULL);
    if (status == ANF_OK)
        status = anf_read(ctx, source, "json", NULL, print_projection, ctx);
    if (status != ANF_OK)
        fprintf(stderr, "project-text: %s\n", anf_strerror(status));
    anf_source_unref(source);
    anf_context_unref(ctx);
    return status == ANF_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
