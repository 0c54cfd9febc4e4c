/* page-text.c: paragraphs of a foreign document, their spans and characters. */
#include "page-reading.h"

#include <stdlib.h>
#include <string.h>

static void *
grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t wanted = *capacity ? *capacity * 2 : 16;
    void *grown = reallocarray(items, wanted, size);
    if (grown)
        *capacity = wanted;
    return grown;
}

static struct anf__odt_paragraph *
innermost(struct anf__odt_reading *r)
{
    return r->paragraph_count ? &r->paragraphs[r->paragraph_count - 1] : NULL;
}

static int
close_block(struct anf__odt_reading *r, struct anf__odt_paragraph *paragraph)
{
    struct anf__odt_step step = {.kind = ANF__ODT_CLOSE_BLOCK};
    if (!paragraph->open)
        return ANF_OK;
    paragraph->open = 0;
    return anf__odt_do(&r->out, &step);
}

/* A paragraph in a frame interrupts the one that the frame is anchored in; one in a footnote comes
 * behind it. */
int
anf__odt_begin_paragraph(struct anf__odt_reading *r, int kind, uint32_t level)
{
    struct anf__odt_paragraph *outer = innermost(r);
    int apart = r->out.deferring > 0;
    int status = outer && !(apart && !outer->apart) ? close_block(r, outer) : ANF_OK;
    void *grown = grow(r->paragraphs, r->paragraph_count, &r->paragraph_capacity,
                       sizeof *r->paragraphs);
    if (!grown)
        return ANF_ERR_NOMEM;
    r->paragraphs = grown;
    r->paragraphs[r->paragraph_count++] = (struct anf__odt_paragraph){kind, level, 0, apart,
                                                                      r->span_count};
    return status;
}

int
anf__odt_end_paragraph(struct anf__odt_reading *r)
{
    int status = close_block(r, innermost(r));
    r->paragraph_count--;
    if (status == ANF_OK && !r->paragraph_count)
        status = anf__odt_flush_later(&r->out);
    return status;
}

static int
open_span(struct anf__odt_reading *r, const struct anf__odt_span *span)
{
    struct anf__odt_step step = {
        .kind = ANF__ODT_OPEN_SPAN, .what = span->kind, .string = span->target};
    return anf__odt_do(&r->out, &step);
}

int
anf__odt_need_block(struct anf__odt_reading *r)
{
    struct anf__odt_paragraph *paragraph = innermost(r);
    if (!paragraph || paragraph->open)
        return ANF_OK;
    struct anf__odt_step step = {.kind = ANF__ODT_OPEN_BLOCK,
                                 .what = paragraph->kind,
                                 .number = paragraph->level,
                                 .line = r->line,
                                 .column = r->column};
    int status = anf__odt_do(&r->out, &step);
    paragraph->open = 1;
    for (size_t i = paragraph->first_span; i < r->span_count && status == ANF_OK; i++)
        status = open_span(r, &r->spans[i]);
    return status;
}

int
anf__odt_begin_span(struct anf__odt_reading *r, int kind, const char *target)
{
    struct anf__odt_span span = {kind, target ? strdup(target) : NULL};
    void *grown = grow(r->spans, r->span_count, &r->span_capacity, sizeof *r->spans);
    if (grown)
        r->spans = grown;
    if (!grown || (target && !span.target)) {
        free(span.target);
        return ANF_ERR_NOMEM;
    }
    r->spans[r->span_count++] = span;
    const struct anf__odt_paragraph *paragraph = innermost(r);
    return paragraph && paragraph->open ? open_span(r, &span) : ANF_OK;
}

int
anf__odt_end_span(struct anf__odt_reading *r)
{
    struct anf__odt_step step = {.kind = ANF__ODT_CLOSE_SPAN};
    const struct anf__odt_paragraph *paragraph = innermost(r);
    free(r->spans[--r->span_count].target);
    return paragraph && paragraph->open ? anf__odt_do(&r->out, &step) : ANF_OK;
}

static int
keep(struct anf__odt_reading *r, const char *text, size_t len)
{
    char *grown = realloc(r->kept, r->kept_length + len + 1);
    if (!grown)
        return ANF_ERR_NOMEM;
    r->kept = grown;
    memcpy(r->kept + r->kept_length, text, len);
    r->kept_length += len;
    r->kept[r->kept_length] = '\0';
    return ANF_OK;
}

int
anf__odt_characters(struct anf__odt_reading *r, const char *text, size_t len)
{
    struct anf__odt_step step = {.kind = ANF__ODT_TEXT, .string = text, .length = len};
    if (r->keeping)
        return keep(r, text, len);
    /* Between paragraphs stands nothing that a reader sees: who wrote a comment, white space. */
    const struct anf__odt_paragraph *paragraph = innermost(r);
    if (!paragraph || (r->out.deferring && !paragraph->apart))
        return ANF_OK;
    int status = anf__odt_need_block(r);
    return status == ANF_OK ? anf__odt_do(&r->out, &step) : status;
}
