/* cost.c: what tests/benchmark/recogniser.py counts: libxml2's parse of a page, and how the library
 * reads it.
 *
 *     cost FILE...
 */
#include <anfrage/anfrage.h>

#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>

/* The whole file, to be freed; NULL: it cannot be read. */
static char *
read_file(const char *path, size_t *ret_len)
{
    char *data = NULL;
    FILE *file = fopen(path, "rbe");
    if (file && fseek(file, 0, SEEK_END) == 0) {
        *ret_len = (size_t)ftell(file);
        rewind(file);
        data = malloc(*ret_len + 1);
    }
    if (data && fread(data, 1, *ret_len, file) != *ret_len) {
        free(data);
        data = NULL;
    }
    if (file)
        fclose(file);
    return data;
}

static int
parse(const char *path, const char *data, size_t len)
{
    enum { OPTIONS = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING };
    xmlDoc *document = htmlReadMemory(data, (int)len, path, NULL, OPTIONS);
    xmlFreeDoc(document);
    return document ? 0 : 1;
}

/* A page that holds no inquiry is recognised as well. */
static int
read_page(struct anf_context *ctx, const char *path, const char *data, size_t len)
{
    struct anf_page *page = NULL;
    struct anf_source *source = anf_source_new_memory(path, data, len);
    int status = anf_read_page(ctx, source, "html", NULL, &page);
    anf_page_unref(page);
    anf_source_unref(source);
    return status == ANF_OK ? 0 : 1;
}

int
main(int argc, char **argv)
{
    int failed = 0;
    struct anf_context *ctx = anf_context_new();
    if (!ctx || anf_context_load_plugins(ctx, NULL) != ANF_OK)
        return EXIT_FAILURE;
    for (int i = 1; i < argc; i++) {
        size_t len = 0;
        char *data = read_file(argv[i], &len);
        if (!data || parse(argv[i], data, len) || read_page(ctx, argv[i], data, len)) {
            fprintf(stderr, "%s: cannot be read\n", argv[i]);
            failed = 1;
        }
        free(data);
    }
    anf_context_unref(ctx);
    xmlCleanupParser();
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
