/* check_partition.c: does each character of a page have exactly one fate?
 *
 *     check_partition FILE...
 *
 * Reads each file as a page, refused or not, and checks that the fates of every block cover its
 * bytes once, in order, without gaps, and end between characters. One line for each fault. */
#include <anfrage/anfrage.h>

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool
is_between_characters(const struct anf_block *block, size_t offset)
{
    return offset == block->length || ((unsigned char)block->text[offset] & 0xc0) != 0x80;
}

/* NULL: nothing is wrong. */
static const char *
fault_of(const struct anf_block *block, const struct anf_fate *fate, size_t covered)
{
    if (fate->start != covered)
        return fate->start < covered ? "an overlap" : "a gap";
    if (fate->end <= fate->start || fate->end > block->length)
        return "an end that is not behind the start, or is outside of the block";
    if (!is_between_characters(block, fate->end))
        return "an end within a character";
    if (fate->kind < ANF_FATE_CONTENT || fate->kind > ANF_FATE_DISCARDED)
        return "an unknown kind";
    if (fate->kind == ANF_FATE_DISCARDED && (!fate->reason || !*fate->reason))
        return "no reason";
    return NULL;
}

static int
check_block(const char *path, const struct anf_page *page, uint32_t index)
{
    const struct anf_block *block = anf_page_block(page, index);
    const struct anf_fate *fate;
    size_t covered = 0;
    for (uint32_t i = 0; (fate = anf_page_fate(page, index, i)); i++) {
        const char *fault = fault_of(block, fate, covered);
        if (fault) {
            printf("%s: block %" PRIu32 ", line %" PRIu32 ": fate %" PRIu32 " has %s\n", path,
                   index, block->line, i, fault);
            return 1;
        }
        covered = fate->end;
    }
    if (covered == block->length)
        return 0;
    printf("%s: block %" PRIu32 ", line %" PRIu32 ": %zu of %zu bytes have a fate\n", path, index,
           block->line, covered, block->length);
    return 1;
}

/* --- what is called content stands in the content --- */

/* How often each byte occurs, but for white space and the colons that only join label and text. */
struct histogram {
    size_t count[256];
};

static void
add_text(struct histogram *histogram, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (i + 1 < len && text[i] == '\xc2' && text[i + 1] == '\xa0')
            i++; /* a blank that does not break */
        else
            histogram->count[(unsigned char)text[i]] += !strchr(" \n:", text[i]);
    }
}

static void
add_node(struct histogram *histogram, const struct anf_node *node)
{
    static const int attributes[] = {ANF_ATTRIBUTE_NUMBER, ANF_ATTRIBUTE_ALT, ANF_ATTRIBUTE_MARKER};
    size_t len = 0;
    const char *text = anf_node_text(node, &len);
    add_text(histogram, text, len);
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        const char *value = anf_node_get(node, attributes[i]);
        add_text(histogram, value ? value : "", value ? strlen(value) : 0);
    }
    for (const struct anf_node *child = anf_node_first(node); child; child = anf_node_next(child))
        add_node(histogram, child);
}

static int
check_content(const char *path, const struct anf_page *page)
{
    struct histogram called = {{0}};
    struct histogram there = {{0}};
    const struct anf_inquiry *inquiry = NULL;
    for (uint32_t i = 0; (inquiry = anf_page_inquiry(page, i)); i++)
        add_node(&there, anf_inquiry_content(inquiry));
    for (uint32_t block = 0; block < anf_page_block_count(page); block++) {
        const char *text = anf_page_block(page, block)->text;
        const struct anf_fate *fate = NULL;
        for (uint32_t i = 0; (fate = anf_page_fate(page, block, i)); i++) {
            if (fate->kind == ANF_FATE_CONTENT)
                add_text(&called, text + fate->start, fate->end - fate->start);
        }
    }
    for (size_t byte = 0; byte < 256; byte++) {
        if (called.count[byte] <= there.count[byte])
            continue;
        printf("%s: %zu bytes %#zx are called content, %zu stand in it\n", path, called.count[byte],
               byte, there.count[byte]);
        return 1;
    }
    return 0;
}

/* How many blocks are wrong; -1: the file is no page. */
static int
check_file(struct anf_context *ctx, const char *path)
{
    int faults = -1;
    struct anf_page *page = NULL;
    struct anf_source *source = anf_source_new_path(path);
    if (anf_read_page(ctx, source, NULL, NULL, &page) == ANF_OK) {
        faults = 0;
        for (uint32_t i = 0; i < anf_page_block_count(page); i++)
            faults += check_block(path, page, i);
        faults += check_content(path, page);
    }
    anf_page_unref(page);
    anf_source_unref(source);
    return faults;
}

int
main(int argc, char **argv)
{
    int pages = 0;
    int faults = 0;
    struct anf_context *ctx = anf_context_new();
    anf_context_load_plugins(ctx, NULL);
    for (int i = 1; i < argc; i++) {
        int found = check_file(ctx, argv[i]);
        pages += found >= 0;
        faults += found > 0 ? found : 0;
    }
    anf_context_unref(ctx);
    printf("%d pages of %d files, %d blocks with faults\n", pages, argc - 1, faults);
    return faults || !pages ? EXIT_FAILURE : EXIT_SUCCESS;
}
