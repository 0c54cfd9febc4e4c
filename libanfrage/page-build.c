/* page-build.c: filling a page, on behalf of a reader. */
#include "page.h"

#include <anfrage/plugin.h>

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* --- places --- */

static int
add_record(struct anf_page *page)
{
    struct anf__record *record = ANF__ARRAY_PUSH(&page->records);
    if (!record)
        return ANF_ERR_NOMEM;
    *record = (struct anf__record){.place = (uint32_t)page->places.count,
                                   .first_block = (uint32_t)page->blocks.count};
    return ANF_OK;
}

static int
check_limit(struct anf_page *page, int limit, size_t count)
{
    if (count < anf_context_limit(page->ctx, limit))
        return ANF_OK;
    page->limit = limit;
    return ANF_ERR_LIMIT;
}

int
anf_page_open_place(struct anf_page *page, int kind, uint32_t flags)
{
    if (!page || kind <= ANF_PLACE_ROOT || kind > ANF_PLACE_RECORD)
        return ANF_ERR_ARGUMENT;
    int status = check_limit(page, ANF_LIMIT_DEPTH, page->depth);
    if (status == ANF_OK)
        status = check_limit(page, ANF_LIMIT_NODES, page->places.count);
    if (status == ANF_OK)
        status = anf_page_close_block(page);
    if (status != ANF_OK)
        return status;
    if (kind == ANF_PLACE_RECORD)
        status = page->depth ? ANF_ERR_ARGUMENT : add_record(page);
    if (status != ANF_OK)
        return status;
    struct anf_place *place = ANF__ARRAY_PUSH(&page->places);
    if (!place)
        return ANF_ERR_NOMEM;
    const struct anf_place *parent = &page->places.items[page->place];
    *place = (struct anf_place){.size = sizeof *place,
                                .kind = (uint32_t)kind,
                                .flags = flags | (parent->flags & ANF_PLACE_HIDDEN),
                                .parent = page->place,
                                .colspan = 1,
                                .rowspan = 1,
                                .within = parent->within | 1u << kind};
    page->place = (uint32_t)(page->places.count - 1);
    page->depth++;
    return ANF_OK;
}

void
anf_page_close_place(struct anf_page *page)
{
    if (!page || page->depth <= page->floor)
        return;
    /* Closing a block only fails for want of memory, which the next call meets as well. */
    int status = anf_page_close_block(page);
    (void)status;
    page->place = page->places.items[page->place].parent;
    page->depth--;
}

void
anf_page_set_spans(struct anf_page *page, uint32_t colspan, uint32_t rowspan)
{
    if (!page || page->places.items[page->place].kind != ANF_PLACE_CELL)
        return;
    page->places.items[page->place].colspan = colspan ? colspan : 1;
    page->places.items[page->place].rowspan = rowspan ? rowspan : 1;
}

void
anf_page_set_number(struct anf_page *page, int32_t number)
{
    if (page && page->places.items[page->place].kind == ANF_PLACE_ITEM)
        page->places.items[page->place].number = number;
}

/* --- blocks --- */

int
anf_page_open_block(struct anf_page *page, int kind, uint32_t flags, uint32_t level, uint32_t line,
                    uint32_t column)
{
    if (!page || kind < ANF_BLOCK_PARAGRAPH || kind > ANF_BLOCK_DESCRIPTION)
        return ANF_ERR_ARGUMENT;
    int status = anf_page_close_block(page);
    if (status == ANF_OK)
        status = check_limit(page, ANF_LIMIT_NODES, page->blocks.count);
    if (status != ANF_OK)
        return status;
    struct anf__page_block *b = ANF__ARRAY_PUSH(&page->blocks);
    if (!b)
        return ANF_ERR_NOMEM;
    if (page->places.items[page->place].flags & ANF_PLACE_HIDDEN)
        flags |= ANF_BLOCK_HIDDEN;
    b->block = (struct anf_block){.size = sizeof b->block,
                                  .kind = (uint32_t)kind,
                                  .flags = flags,
                                  .place = page->place,
                                  .level = level,
                                  .line = line,
                                  .column = column,
                                  .member = page->member};
    b->text = page->text.length;
    b->first_span = page->spans.count;
    page->block_open = 1;
    page->pending = 0;
    return ANF_OK;
}

static struct anf__page_block *
last_block(struct anf_page *page)
{
    return &page->blocks.items[page->blocks.count - 1];
}

/* White space before more text. It stands outside of spans that have no text yet. */
static int
flush_pending(struct anf_page *page)
{
    int pending = page->pending;
    page->pending = 0;
    size_t end = page->text.length;
    if (!pending || end == last_block(page)->text)
        return ANF_OK;
    for (size_t i = page->open_spans.count; i-- > 0;) {
        struct anf_span *span = &page->spans.items[page->open_spans.items[i]];
        if (span->start != end)
            break;
        span->start++;
    }
    char byte = (char)pending;
    return anf__buffer_add(&page->text, &byte, 1);
}

static int
add_run(struct anf_page *page, const char *text, size_t len)
{
    int status = flush_pending(page);
    return status == ANF_OK ? anf__buffer_add(&page->text, text, len) : status;
}

enum byte_class { BYTE_PLAIN, BYTE_SPACE, BYTE_LINE, BYTE_REFUSED, BYTE_HIGH };

static enum byte_class
class_of(unsigned char byte)
{
    if (byte >= 0x80)
        return BYTE_HIGH;
    if (byte == '\n')
        return BYTE_LINE;
    if (byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f')
        return BYTE_SPACE;
    return byte < 0x20 || byte == 0x7f ? BYTE_REFUSED : BYTE_PLAIN;
}

/* The length of the character at text, and whether the model takes it (content.h). */
static size_t
high_character(const char *text, size_t len, int *ret_good)
{
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len,
                                             &point);
    if (size <= 0) {
        *ret_good = 0;
        return 1;
    }
    *ret_good = !(point < 0xa0 && point != 0x85) && point != 0xfffe && point != 0xffff;
    return (size_t)size;
}

/* The bytes from text on that go into the page as they are. */
static size_t
plain_run(const char *text, size_t len, int preformatted)
{
    size_t i = 0;
    while (i < len) {
        enum byte_class class = class_of((unsigned char)text[i]);
        if (class == BYTE_HIGH) {
            int good = 0;
            size_t size = high_character(text + i, len - i, &good);
            if (!good)
                break;
            i += size;
        } else if (class == BYTE_PLAIN || (preformatted && (text[i] == ' ' || text[i] == '\t'))) {
            i++;
        } else {
            break;
        }
    }
    return i;
}

static int
add_special(struct anf_page *page, char byte, int preformatted)
{
    enum byte_class class = class_of((unsigned char)byte);
    if (class == BYTE_REFUSED || class == BYTE_HIGH)
        return add_run(page, "\xef\xbf\xbd", 3);
    if (preformatted)
        return byte == '\n' ? anf__buffer_add(&page->text, "\n", 1) : ANF_OK;
    if (class == BYTE_LINE)
        page->pending = '\n';
    else if (!page->pending)
        page->pending = ' ';
    return ANF_OK;
}

int
anf_page_add_text(struct anf_page *page, const char *text, size_t len)
{
    if (!page || (!text && len) || !page->block_open)
        return ANF_ERR_ARGUMENT;
    int preformatted = last_block(page)->block.kind == ANF_BLOCK_PREFORMATTED;
    int status = ANF_OK;
    for (size_t i = 0; i < len && status == ANF_OK;) {
        size_t run = plain_run(text + i, len - i, preformatted);
        if (run)
            status = add_run(page, text + i, run);
        else
            status = add_special(page, text[i], preformatted);
        i += run ? run : 1;
    }
    return status;
}

/* --- spans --- */

static int
open_span(struct anf_page *page, int kind, const char *target)
{
    const char *kept = NULL;
    int status = check_limit(page, ANF_LIMIT_NODES, page->spans.count);
    if (status == ANF_OK)
        status = anf__page_keep(page, target, &kept);
    if (status != ANF_OK)
        return status;
    struct anf_span *span = ANF__ARRAY_PUSH(&page->spans);
    size_t *open = span ? ANF__ARRAY_PUSH(&page->open_spans) : NULL;
    if (!open)
        return ANF_ERR_NOMEM;
    *open = page->spans.count - 1;
    *span = (struct anf_span){.size = sizeof *span,
                              .kind = (uint32_t)kind,
                              .start = page->text.length,
                              .end = page->text.length,
                              .target = kept};
    return ANF_OK;
}

int
anf_page_open_span(struct anf_page *page, int kind, const char *target)
{
    if (!page || !page->block_open || kind < ANF_SPAN_EMPHASIS || kind > ANF_SPAN_LINK)
        return ANF_ERR_ARGUMENT;
    int is_link = kind == ANF_SPAN_LINK;
    if (is_link && !target)
        return ANF_ERR_ARGUMENT;
    return open_span(page, kind, is_link ? target : NULL);
}

void
anf_page_close_span(struct anf_page *page)
{
    if (!page || !page->open_spans.count)
        return;
    size_t index = page->open_spans.items[--page->open_spans.count];
    page->spans.items[index].end = page->text.length;
}

int
anf_page_add_note(struct anf_page *page, const char *marker, uint32_t *ret_note)
{
    if (!page || !page->block_open || !ret_note)
        return ANF_ERR_ARGUMENT;
    int status = open_span(page, ANF_SPAN_NOTE, marker);
    if (status != ANF_OK)
        return status;
    uint32_t *place = ANF__ARRAY_PUSH(&page->note_places);
    if (!place)
        return ANF_ERR_NOMEM;
    *ret_note = (uint32_t)(page->note_places.count - 1);
    /* The number of the note, until anf__page_finish knows its place. */
    page->spans.items[page->spans.count - 1].place = *ret_note;
    anf_page_close_span(page);
    return ANF_OK;
}

int
anf_page_open_note(struct anf_page *page, uint32_t note)
{
    if (!page || note >= page->note_places.count || page->note_places.items[note])
        return ANF_ERR_ARGUMENT;
    int status = anf_page_open_place(page, ANF_PLACE_NOTE, 0);
    if (status == ANF_OK)
        page->note_places.items[note] = page->place;
    return status;
}

int
anf_page_set_src(struct anf_page *page, const char *src)
{
    if (!page || !page->block_open || !src)
        return ANF_ERR_ARGUMENT;
    return anf__page_keep(page, src, &last_block(page)->block.src);
}

/* A picture may lead somewhere without a word. */
static int
is_link_of_image(const struct anf__page_block *b, const struct anf_span *span)
{
    return b->block.kind == ANF_BLOCK_IMAGE && span->kind == ANF_SPAN_LINK;
}

/* Spans that hold no text say nothing; nor do they hold what was trimmed away. */
static void
drop_empty_spans(struct anf_page *page, struct anf__page_block *b)
{
    size_t kept = b->first_span;
    for (size_t i = b->first_span; i < page->spans.count; i++) {
        struct anf_span span = page->spans.items[i];
        if (span.end > page->text.length)
            span.end = page->text.length;
        if (span.start >= span.end && span.kind != ANF_SPAN_NOTE && !is_link_of_image(b, &span))
            continue;
        span.start -= b->text;
        span.end -= b->text;
        page->spans.items[kept++] = span;
    }
    page->spans.count = kept;
    b->span_count = kept - b->first_span;
}

/* Blank lines at the edges of preformatted text are how it was written down, not what it says. */
static void
trim_preformatted(struct anf_page *page, struct anf__page_block *b)
{
    while (page->text.length > b->text && page->text.data[page->text.length - 1] == '\n')
        page->text.length--;
}

int
anf_page_close_block(struct anf_page *page)
{
    if (!page)
        return ANF_ERR_ARGUMENT;
    if (!page->block_open)
        return ANF_OK;
    while (page->open_spans.count)
        anf_page_close_span(page);
    page->block_open = 0;
    struct anf__page_block *b = last_block(page);
    if (b->block.kind == ANF_BLOCK_PREFORMATTED)
        trim_preformatted(page, b);
    b->block.length = page->text.length - b->text;
    if (!b->block.length && !b->block.src) {
        page->text.length = b->text;
        page->spans.count = b->first_span;
        page->blocks.count--;
        return ANF_OK;
    }
    drop_empty_spans(page, b);
    return anf__buffer_add(&page->text, "", 1);
}

int
anf_page_set_property(struct anf_page *page, int property, const char *value)
{
    if (!page || property < ANF_PAGE_LANGUAGE || property > ANF_PAGE_PUBLISHED)
        return ANF_ERR_ARGUMENT;
    char *copy = value ? strdup(value) : NULL;
    if (value && !copy)
        return ANF_ERR_NOMEM;
    free(page->properties[property]);
    page->properties[property] = copy;
    return ANF_OK;
}
