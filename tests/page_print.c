/* page_print.c: a page as text that a test can compare. */
#include "page_print.h"

#include <check.h>
#include <stdio.h>

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
    [ANF_PLACE_NOTE] = "note",        [ANF_PLACE_RECORD] = "record",
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
