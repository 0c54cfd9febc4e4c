/* generate-files.c: random inquiries as files, to be checked by other programs.
 *
 * usage: generate-files FOLDER COUNT FIRST-SEED FORMAT */
#include "generate.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

static int
write_file(struct anf_context *ctx, const char *folder, uint64_t seed,
           const struct anf_format_info *format)
{
    enum { LONGEST = 4096 };
    static const char *const options[] = {"evidence=yes", "discarded=yes", NULL};
    char path[LONGEST];
    snprintf(path, sizeof path, "%s/%06" PRIu64 ".%s", folder, seed, format->extensions[0]);
    struct anf_inquiry *inquiry = generate_inquiry(ctx, seed);
    struct anf_sink *sink = anf_sink_new_path(path);
    int status = ANF_ERR_NOMEM;
    if (inquiry && sink)
        status = anf_write(ctx, inquiry, format->id, options, sink);
    if (status == ANF_OK)
        status = anf_sink_commit(sink, ctx);
    if (status != ANF_OK)
        fprintf(stderr, "%s: %s\n", path, anf_strerror(status));
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
    return status;
}

int
main(int argc, char **argv)
{
    enum { FOLDER = 1, COUNT, SEED, FORMAT, ARGUMENTS };
    struct anf_context *ctx = anf_context_new();
    if (argc != ARGUMENTS || !ctx)
        return EXIT_FAILURE;
    int status = anf_context_load_plugins(ctx, NULL);
    const struct anf_format_info *format = anf_context_find_format(ctx, argv[FORMAT]);
    if (!format)
        status = ANF_ERR_UNSUPPORTED;
    uint64_t seed = strtoull(argv[SEED], NULL, 10);
    for (uint64_t count = strtoull(argv[COUNT], NULL, 10); count && status == ANF_OK; --count)
        status = write_file(ctx, argv[FOLDER], seed++, format);
    anf_context_unref(ctx);
    return status == ANF_OK ? EXIT_SUCCESS : EXIT_FAILURE;
}
