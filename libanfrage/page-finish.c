/* page-finish.c: a page that its reader has filled becomes one to look at. */
#include "page.h"

#include <anfrage/plugin.h>

/* Places stand in the order of the source, so the descendants of one follow it without a gap. */
static int
find_place_ends(struct anf_page *page)
{
    uint32_t count = (uint32_t)page->places.count;
    for (uint32_t i = 0; i < count; i++) {
        uint32_t *end = ANF__ARRAY_PUSH(&page->place_ends);
        if (!end)
            return ANF_ERR_NOMEM;
        *end = i + 1;
    }
    for (uint32_t i = count - 1; i > 0; i--) {
        uint32_t parent = page->places.items[i].parent;
        if (page->place_ends.items[parent] < page->place_ends.items[i])
            page->place_ends.items[parent] = page->place_ends.items[i];
    }
    return ANF_OK;
}

/* Spans nest, so that these are the ones around a span, and at times one that ends where it does.
 */
static int
find_outers(struct anf_page *page, const struct anf__page_block *b)
{
    const struct anf_span *spans = page->spans.items + b->first_span;
    uint32_t first = (uint32_t)page->span_outers.count;
    for (uint32_t i = 0; i < b->span_count; i++) {
        uint32_t outer = i ? i - 1 : UINT32_MAX;
        while (outer != UINT32_MAX && spans[outer].end < spans[i].end)
            outer = page->span_outers.items[first + outer];
        uint32_t *kept = ANF__ARRAY_PUSH(&page->span_outers);
        if (!kept)
            return ANF_ERR_NOMEM;
        *kept = outer;
    }
    return ANF_OK;
}

int
anf__page_finish(struct anf_page *page)
{
    int status = anf_page_close_block(page);
    if (status != ANF_OK)
        return status;
    while (page->depth)
        anf_page_close_place(page);
    for (size_t i = 0; i < page->blocks.count && status == ANF_OK; i++) {
        struct anf__page_block *b = &page->blocks.items[i];
        b->block.text = page->text.data + b->text;
        status = find_outers(page, b);
    }
    if (status != ANF_OK)
        return status;
    for (size_t i = 0; i < page->spans.count; i++) {
        struct anf_span *span = &page->spans.items[i];
        if (span->kind == ANF_SPAN_NOTE)
            span->place = page->note_places.items[span->place];
    }
    return find_place_ends(page);
}
