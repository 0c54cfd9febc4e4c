/* html_support.c: an HTML page as text that a test can compare. */
#include "html_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- reading --- */

static void
on_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    struct html_reading *reading = user;
    if (diagnostic->severity != ANF_SEVERITY_ERROR || reading->code ||
        diagnostic->code == ANF_CODE_NO_INQUIRY)
        return;
    reading->code = diagnostic->code;
    reading->line = diagnostic->line;
}

struct html_reading
read_html_within(const void *data, size_t len, int limit, uint64_t value)
{
    struct html_reading reading = {0};
    struct anf_context *ctx = anf_context_new();
    struct anf_source *source = anf_source_new_memory("page.html", data, len);
    ck_assert(ctx && source);
    anf_context_set_diagnostic_fn(ctx, on_diagnostic, &reading);
    int status = anf_context_load_plugins(ctx, NULL);
    ck_assert(status == ANF_OK || status == ANF_ERR_UNSUPPORTED);
    if (limit)
        ck_assert_int_eq(anf_context_set_limit(ctx, limit, value), ANF_OK);
    reading.status = anf_read_page(ctx, source, "html", NULL, &reading.page);
    anf_source_unref(source);
    anf_context_set_diagnostic_fn(ctx, NULL, NULL);
    anf_context_unref(ctx);
    return reading;
}

struct html_reading
read_html(const void *data, size_t len)
{
    return read_html_within(data, len, 0, 0);
}

void
end_reading(struct html_reading *reading)
{
    reading->page = anf_page_unref(reading->page);
}

/* --- printing --- */

static const char *const place_names[] = {
    [ANF_PLACE_ROOT] = ".",           [ANF_PLACE_HEAD] = "head",
    [ANF_PLACE_GROUP] = "group",      [ANF_PLACE_MAIN] = "main",
    [ANF_PLACE_ARTICLE] = "article",  [ANF_PLACE_NAV] = "nav",
    [ANF_PLACE_HEADER] = "header",    [ANF_PLACE_FOOTER] = "footer",
    [ANF_PLACE_ASIDE] = "aside",      [ANF_PLACE_FORM] = "form",
    [ANF_PLACE_DIALOG] = "dialog",    [ANF_PLACE_ADDRESS] = "address",
    [ANF_PLACE_FIGURE] = "figure",    [ANF_PLACE_QUOTE] = "quote",
    [ANF_PLACE_LIST] = "list",        [ANF_PLACE_ITEM] = "item",
    [ANF_PLACE_DEFINITIONS] = "defs", [ANF_PLACE_TABLE] = "table",
    [ANF_PLACE_ROW] = "row",          [ANF_PLACE_CELL] = "cell",
    [ANF_PLACE_NOTE] = "note",
};

static const char *const block_names[] = {
    [ANF_BLOCK_PARAGRAPH] = "P",      [ANF_BLOCK_HEADING] = "H",
    [ANF_BLOCK_PREFORMATTED] = "PRE", [ANF_BLOCK_TERM] = "TERM",
    [ANF_BLOCK_DEFINITION] = "DEF",   [ANF_BLOCK_CAPTION] = "CAPTION",
    [ANF_BLOCK_IMAGE] = "IMAGE",      [ANF_BLOCK_BUTTON] = "BUTTON",
    [ANF_BLOCK_TITLE] = "TITLE",      [ANF_BLOCK_DESCRIPTION] = "DESCRIPTION",
};

static const char *const span_names[] = {
    [ANF_SPAN_EMPHASIS] = "em", [ANF_SPAN_STRONG] = "b",        [ANF_SPAN_UNDERLINE] = "u",
    [ANF_SPAN_STRIKE] = "s",    [ANF_SPAN_SUPERSCRIPT] = "sup", [ANF_SPAN_SUBSCRIPT] = "sub",
    [ANF_SPAN_LINK] = "a",      [ANF_SPAN_NOTE] = "note",
};

static void
print_place(FILE *out, const struct anf_page *page, uint32_t index)
{
    const struct anf_place *place = anf_page_place(page, index);
    if (index && place->parent) {
        print_place(out, page, place->parent);
        fputc('/', out);
    }
    fputs(place_names[place->kind], out);
    if (place->flags & ANF_PLACE_HIDDEN)
        fputc('!', out);
    if (place->flags & ANF_PLACE_ORDERED)
        fputc('#', out);
    if (place->flags & ANF_PLACE_HEADING)
        fputc('^', out);
    if (place->number)
        fprintf(out, "%d", place->number);
    if (place->colspan > 1 || place->rowspan > 1)
        fprintf(out, "%ux%u", place->colspan, place->rowspan);
}

static void
print_block(FILE *out, const struct anf_page *page, uint32_t index)
{
    const struct anf_block *block = anf_page_block(page, index);
    print_place(out, page, block->place);
    fprintf(out, " %s", block_names[block->kind]);
    if (block->level)
        fprintf(out, "%u", block->level);
    fputs(block->flags & ANF_BLOCK_HIDDEN ? "! " : " ", out);
    for (size_t i = 0; i < block->length; i++)
        fputc(block->text[i] == '\n' ? '|' : block->text[i], out);
    const struct anf_span *span;
    for (uint32_t i = 0; (span = anf_page_span(page, index, i)) != NULL; i++)
        fprintf(out, " [%s %zu-%zu%s%s]", span_names[span->kind], span->start, span->end,
                span->target ? " " : "", span->target ? span->target : "");
    if (block->src)
        fprintf(out, " <%s>", block->src);
    fputc('\n', out);
}

char *
print_page(const struct anf_page *page)
{
    char *text = NULL;
    size_t length = 0;
    FILE *out = open_memstream(&text, &length);
    ck_assert_ptr_nonnull(out);
    for (uint32_t i = 0; i < anf_page_block_count(page); i++)
        print_block(out, page, i);
    fclose(out);
    return text;
}

/* --- expecting --- */

void
expect_document(const char *html, const char *expected)
{
    struct html_reading reading = read_html(html, strlen(html));
    ck_assert_int_eq(reading.status, ANF_OK);
    char *printed = print_page(reading.page);
    ck_assert_str_eq(printed, expected);
    free(printed);
    end_reading(&reading);
}

void
expect_blocks(const char *body, const char *expected)
{
    static const char before[] = "<!DOCTYPE html><html><body>";
    char *html = malloc(sizeof before + strlen(body));
    ck_assert_ptr_nonnull(html);
    memcpy(html, before, sizeof before);
    strcat(html, body);
    expect_document(html, expected);
    free(html);
}
