/* replay.c: a fuzz target as an ordinary test: it gets every file of the folders named, and each
 * file again cut in half, with a byte changed, and doubled. */
#include "fuzz.h"

#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A copy of just its size, so that a sanitizer or valgrind sees who reads beyond it. */
static void
give(const unsigned char *data, size_t size)
{
    unsigned char *exact = malloc(size ? size : 1);
    if (!exact)
        fuzz_fail("out of memory", NULL);
    memcpy(exact, data, size);
    LLVMFuzzerTestOneInput(exact, size);
    free(exact);
}

static void
give_variants(unsigned char *data, size_t size)
{
    give(data, size);
    give(data, size / 2);
    memcpy(data + size, data, size);
    give(data, 2 * size);
    if (size) {
        data[size / 3] ^= 0x20;
        give(data, size);
    }
}

static void
replay(const char *path)
{
    FILE *file = fopen(path, "rb");
    if (!file || fseek(file, 0, SEEK_END) != 0)
        fuzz_fail("cannot be read", path);
    long size = ftell(file);
    unsigned char *data = malloc(2 * (size_t)size + 1);
    rewind(file);
    if (!data || fread(data, 1, (size_t)size, file) != (size_t)size)
        fuzz_fail("cannot be read", path);
    fclose(file);
    give_variants(data, (size_t)size);
    free(data);
}

static int
by_name(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

int
main(int argc, char **argv)
{
    int files = 0;
    FTS *tree = argc > 1 ? fts_open(argv + 1, FTS_PHYSICAL, by_name) : NULL;
    for (FTSENT *entry; tree && (entry = fts_read(tree));) {
        if (entry->fts_info == FTS_F) {
            replay(entry->fts_accpath);
            files++;
        }
    }
    if (tree)
        fts_close(tree);
    anf_context_unref(fuzz_context());
    printf("%d files\n", files);
    return files ? EXIT_SUCCESS : EXIT_FAILURE;
}
