/* spans.c: the spans that concern a part of a block's text, found without a look at all the others:
 * a block may have as many spans as lines. */
#include "recogniser/recognition.h"

uint32_t
anf__first_span(const struct recognition *r, uint32_t block, uint32_t offset)
{
    uint32_t low = 0;
    uint32_t high = (uint32_t)r->page->blocks.items[block].span_count;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (anf_page_span(r->page, block, middle)->start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

uint32_t
anf__outer_span(const struct recognition *r, uint32_t block, uint32_t index)
{
    return r->page->span_outers.items[r->page->blocks.items[block].first_span + index];
}

uint32_t
anf__span_across(const struct recognition *r, uint32_t block, uint32_t offset)
{
    uint32_t index = anf__first_span(r, block, offset);
    index = index ? index - 1 : UINT32_MAX;
    while (index != UINT32_MAX && anf_page_span(r->page, block, index)->end <= offset)
        index = anf__outer_span(r, block, index);
    return index;
}
