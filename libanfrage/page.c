/* page.c: looking at a page. */
#include "page.h"

#include <stdlib.h>
#include <string.h>

struct anf_page *
anf__page_new(struct anf_context *ctx)
{
    struct anf_page *page = calloc(1, sizeof *page);
    if (!page)
        return NULL;
    page->references = 1;
    page->ctx = anf_context_ref(ctx);
    struct anf_place *root = ANF__ARRAY_PUSH(&page->places);
    if (!root)
        return anf_page_unref(page);
    *root = (struct anf_place){.size = sizeof *root,
                               .kind = ANF_PLACE_ROOT,
                               .colspan = 1,
                               .rowspan = 1,
                               .within = 1u << ANF_PLACE_ROOT};
    return page;
}

struct anf_page *
anf_page_ref(struct anf_page *page)
{
    if (page)
        anf__reference_add(&page->references);
    return page;
}

struct anf_page *
anf_page_unref(struct anf_page *page)
{
    if (!page || !anf__reference_drop(&page->references))
        return NULL;
    for (size_t i = 0; i < page->inquiries.count; i++)
        anf_inquiry_unref(page->inquiries.items[i]);
    for (size_t i = 0; i <= ANF_PAGE_PUBLISHED; i++)
        free(page->properties[i]);
    for (size_t i = 0; i < page->strings.count; i++)
        free(page->strings.items[i]);
    for (size_t i = 0; i < page->records.count; i++)
        anf_inquiry_unref(page->records.items[i].stated);
    anf_inquiry_unref(page->stated);
    free(page->records.items);
    free(page->place_ends.items);
    free(page->span_outers.items);
    free(page->inquiries.items);
    free(page->strings.items);
    free(page->places.items);
    free(page->blocks.items);
    free(page->spans.items);
    free(page->fates.items);
    free(page->open_spans.items);
    free(page->note_places.items);
    anf__buffer_clear(&page->text);
    free(page->refusal);
    anf_context_unref(page->ctx);
    free(page);
    return NULL;
}

int
anf__page_keep(struct anf_page *page, const char *string, const char **ret_kept)
{
    *ret_kept = NULL;
    if (!string)
        return ANF_OK;
    char *copy = strdup(string);
    char **kept = copy ? ANF__ARRAY_PUSH(&page->strings) : NULL;
    if (!kept) {
        free(copy);
        return ANF_ERR_NOMEM;
    }
    *ret_kept = *kept = copy;
    return ANF_OK;
}

const struct anf_place *
anf_page_place(const struct anf_page *page, uint32_t index)
{
    return page && index < page->places.count ? &page->places.items[index] : NULL;
}

const struct anf_block *
anf_page_block(const struct anf_page *page, uint32_t index)
{
    return page && index < page->blocks.count ? &page->blocks.items[index].block : NULL;
}

uint32_t
anf_page_block_count(const struct anf_page *page)
{
    return page ? (uint32_t)page->blocks.count : 0;
}

const struct anf_span *
anf_page_span(const struct anf_page *page, uint32_t block, uint32_t index)
{
    if (!page || block >= page->blocks.count)
        return NULL;
    const struct anf__page_block *b = &page->blocks.items[block];
    return index < b->span_count ? &page->spans.items[b->first_span + index] : NULL;
}

const char *
anf_page_property(const struct anf_page *page, int property)
{
    if (!page || property < ANF_PAGE_LANGUAGE || property > ANF_PAGE_PUBLISHED)
        return NULL;
    return page->properties[property];
}

const struct anf_fate *
anf_page_fate(const struct anf_page *page, uint32_t block, uint32_t index)
{
    if (!page || block >= page->blocks.count)
        return NULL;
    const struct anf__page_block *b = &page->blocks.items[block];
    return index < b->fate_count ? &page->fates.items[b->first_fate + index] : NULL;
}

struct anf_inquiry *
anf_page_inquiry(const struct anf_page *page, uint32_t index)
{
    return page && index < page->inquiries.count ? page->inquiries.items[index] : NULL;
}

const char *
anf_page_refusal(const struct anf_page *page)
{
    return page ? page->refusal : NULL;
}
