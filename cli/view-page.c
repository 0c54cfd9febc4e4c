/* view-page.c: a page as its blocks, and what became of each character of them. */
#include "view.h"

#include "printable.h"

#include <inttypes.h>
#include <string.h>

enum { deepest = 256 };

static const char *const place_names[] = {
    [ANF_PLACE_ROOT] = "page",
    [ANF_PLACE_HEAD] = "head",
    [ANF_PLACE_GROUP] = "group",
    [ANF_PLACE_MAIN] = "main",
    [ANF_PLACE_ARTICLE] = "article",
    [ANF_PLACE_NAV] = "nav",
    [ANF_PLACE_HEADER] = "header",
    [ANF_PLACE_FOOTER] = "footer",
    [ANF_PLACE_ASIDE] = "aside",
    [ANF_PLACE_FORM] = "form",
    [ANF_PLACE_DIALOG] = "dialog",
    [ANF_PLACE_ADDRESS] = "address",
    [ANF_PLACE_FIGURE] = "figure",
    [ANF_PLACE_QUOTE] = "quote",
    [ANF_PLACE_LIST] = "list",
    [ANF_PLACE_ITEM] = "item",
    [ANF_PLACE_DEFINITIONS] = "definitions",
    [ANF_PLACE_TABLE] = "table",
    [ANF_PLACE_ROW] = "row",
    [ANF_PLACE_CELL] = "cell",
    [ANF_PLACE_NOTE] = "note",
    [ANF_PLACE_RECORD] = "record",
};

static const char *const block_names[] = {
    [ANF_BLOCK_PARAGRAPH] = "paragraph",
    [ANF_BLOCK_HEADING] = "heading",
    [ANF_BLOCK_PREFORMATTED] = "preformatted",
    [ANF_BLOCK_TERM] = "term",
    [ANF_BLOCK_DEFINITION] = "definition",
    [ANF_BLOCK_CAPTION] = "caption",
    [ANF_BLOCK_IMAGE] = "image",
    [ANF_BLOCK_BUTTON] = "button",
    [ANF_BLOCK_TITLE] = "title",
    [ANF_BLOCK_DESCRIPTION] = "description",
};

static const char *const fate_names[] = {
    [ANF_FATE_CONTENT] = "content",
    [ANF_FATE_FIELD] = "field",
    [ANF_FATE_REPAIRED] = "repaired",
    [ANF_FATE_DISCARDED] = "discarded",
};

#define NAME_OF(names, kind)                                                                       \
    ((kind) < sizeof(names) / sizeof *(names) && (names)[kind] ? (names)[kind] : "?")

/* "main > article > table > row > cell" */
static void
print_place(const struct view *view, const struct anf_page *page, uint32_t index)
{
    const char *path[deepest];
    size_t depth = 0;
    const struct anf_place *place = anf_page_place(page, index);
    while (place && place->kind != ANF_PLACE_ROOT && depth < deepest) {
        path[depth++] = NAME_OF(place_names, place->kind);
        place = anf_page_place(page, place->parent);
    }
    fputs(depth > 0 ? " in " : "", view->out);
    while (depth > 0) {
        depth--;
        fprintf(view->out, "%s%s", path[depth], depth > 0 ? " > " : "");
    }
}

static void
print_words(const struct view *view, const char *text, size_t length)
{
    char words[512];
    size_t kept = length < sizeof words ? length : sizeof words - 1;
    while (kept < length && kept > 0 && ((unsigned char)text[kept] & 0xc0) == 0x80) {
        kept--;
    }
    memcpy(words, text, kept);
    words[kept] = '\0';
    print_beginning(view->out, view_line(view) - 24, words);
}

/* Whole where a program reads, and shortened to a line of the terminal. */
static void
print_range(const struct view *view, const char *text, size_t length)
{
    fputs(" \"", view->out);
    if (view->width > 0) {
        print_words(view, text, length);
    } else {
        print_escaped_bytes(view->out, text, length);
    }
    fputs("\"\n", view->out);
}

static void
print_fate(const struct view *view, const struct anf_block *block, const struct anf_fate *fate)
{
    fprintf(view->out, "    %zu-%zu %s", fate->start, fate->end, NAME_OF(fate_names, fate->kind));
    if (fate->inquiry > 1) {
        fprintf(view->out, " of inquiry %" PRIu32, fate->inquiry);
    }
    if (fate->field) {
        const char *name = anf_field_name(fate->field);
        fprintf(view->out, " %s", name ? name : "?");
    }
    if (fate->reason) {
        fputs(" (", view->out);
        print_escaped(view->out, fate->reason);
        fputc(')', view->out);
    }
    print_range(view, block->text + fate->start, fate->end - fate->start);
}

static void
print_block(const struct view *view, const struct anf_page *page, uint32_t index)
{
    const struct anf_block *block = anf_page_block(page, index);
    const struct anf_fate *fate;
    fprintf(view->out, "%" PRIu32 " %s", index, NAME_OF(block_names, block->kind));
    if (block->level > 0) {
        fprintf(view->out, " %" PRIu32, block->level);
    }
    print_place(view, page, block->place);
    if (block->line > 0) {
        fprintf(view->out, ", line %" PRIu32, block->line);
        fputs(block->member ? " of " : "", view->out);
        print_escaped(view->out, block->member ? block->member : "");
    }
    fputs(block->flags & ANF_BLOCK_HIDDEN ? ", hidden\n" : "\n", view->out);
    for (uint32_t i = 0; (fate = anf_page_fate(page, index, i)); i++) {
        print_fate(view, block, fate);
    }
}

static void
print_property(const struct view *view, const struct anf_page *page, int property,
               const char *label)
{
    const char *value = anf_page_property(page, property);
    if (value) {
        fprintf(view->out, "%s ", label);
        print_escaped(view->out, value);
        fputc('\n', view->out);
    }
}

void
view_page(const struct view *view, const struct anf_page *page)
{
    print_property(view, page, ANF_PAGE_LANGUAGE, "Language: ");
    print_property(view, page, ANF_PAGE_URL, "Address:  ");
    print_property(view, page, ANF_PAGE_PUBLISHED, "Published:");
    for (uint32_t i = 0; i < anf_page_block_count(page); i++) {
        print_block(view, page, i);
    }
}
