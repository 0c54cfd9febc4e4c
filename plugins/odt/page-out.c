/* page-out.c: steps of building the page, done at once or kept for later. */
#include "page-out.h"

#include <stdlib.h>
#include <string.h>

/* A kept step; its string follows it in memory. */
struct anf__odt_deferred {
    struct anf__odt_deferred *next;
    int opens_note; /* the first of a note, whose number is in the step */
    struct anf__odt_step step;
    char string[];
};

void
anf__odt_page_out_init(struct anf__odt_page_out *out, struct anf_page *page)
{
    *out = (struct anf__odt_page_out){.page = page};
    out->last = &out->first;
}

void
anf__odt_page_out_clear(struct anf__odt_page_out *out)
{
    while (out->first) {
        struct anf__odt_deferred *next = out->first->next;
        free(out->first);
        out->first = next;
    }
    out->last = &out->first;
}

/* --- doing --- */

static int
open_place(struct anf_page *page, const struct anf__odt_step *step)
{
    return anf_page_open_place(page, step->what, step->number);
}

static int
close_place(struct anf_page *page, const struct anf__odt_step *step)
{
    (void)step;
    anf_page_close_place(page);
    return ANF_OK;
}

static int
set_spans(struct anf_page *page, const struct anf__odt_step *step)
{
    anf_page_set_spans(page, (uint32_t)step->what, step->number);
    return ANF_OK;
}

static int
set_number(struct anf_page *page, const struct anf__odt_step *step)
{
    anf_page_set_number(page, step->what);
    return ANF_OK;
}

static int
open_block(struct anf_page *page, const struct anf__odt_step *step)
{
    return anf_page_open_block(page, step->what, 0, step->number, step->line, step->column);
}

static int
close_block(struct anf_page *page, const struct anf__odt_step *step)
{
    (void)step;
    return anf_page_close_block(page);
}

static int
open_span(struct anf_page *page, const struct anf__odt_step *step)
{
    return anf_page_open_span(page, step->what, step->string);
}

static int
close_span(struct anf_page *page, const struct anf__odt_step *step)
{
    (void)step;
    anf_page_close_span(page);
    return ANF_OK;
}

static int
add_text(struct anf_page *page, const struct anf__odt_step *step)
{
    return anf_page_add_text(page, step->string, step->length);
}

static int
set_src(struct anf_page *page, const struct anf__odt_step *step)
{
    return anf_page_set_src(page, step->string);
}

static int (*const actions[])(struct anf_page *page, const struct anf__odt_step *step) = {
    [ANF__ODT_OPEN_PLACE] = open_place, [ANF__ODT_CLOSE_PLACE] = close_place,
    [ANF__ODT_SET_SPANS] = set_spans,   [ANF__ODT_SET_NUMBER] = set_number,
    [ANF__ODT_OPEN_BLOCK] = open_block, [ANF__ODT_CLOSE_BLOCK] = close_block,
    [ANF__ODT_OPEN_SPAN] = open_span,   [ANF__ODT_CLOSE_SPAN] = close_span,
    [ANF__ODT_TEXT] = add_text,         [ANF__ODT_SRC] = set_src,
};

/* --- keeping --- */

static int
defer(struct anf__odt_page_out *out, const struct anf__odt_step *step, int opens_note)
{
    size_t length = 0;
    if (step->string)
        length = step->kind == ANF__ODT_TEXT ? step->length : strlen(step->string);
    struct anf__odt_deferred *kept = malloc(sizeof *kept + length + 1);
    if (!kept)
        return ANF_ERR_NOMEM;
    kept->next = NULL;
    kept->opens_note = opens_note;
    kept->step = *step;
    if (step->string) {
        memcpy(kept->string, step->string, length);
        kept->string[length] = '\0';
        kept->step.string = kept->string;
    }
    *out->last = kept;
    out->last = &kept->next;
    return ANF_OK;
}

int
anf__odt_do(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    return out->deferring ? defer(out, step, 0) : actions[step->kind](out->page, step);
}

int
anf__odt_begin_note(struct anf__odt_page_out *out, const char *marker)
{
    struct anf__odt_step open = {.kind = ANF__ODT_OPEN_PLACE, .what = ANF_PLACE_NOTE};
    /* A note in a note (no editor writes one) is a part of the outer one. */
    if (out->deferring)
        return anf__odt_begin_later(out, ANF_PLACE_GROUP);
    int status = anf_page_add_note(out->page, marker, &open.number);
    out->deferring++;
    return status == ANF_OK ? defer(out, &open, 1) : status;
}

int
anf__odt_begin_later(struct anf__odt_page_out *out, int place)
{
    struct anf__odt_step open = {.kind = ANF__ODT_OPEN_PLACE, .what = place};
    out->deferring++;
    return defer(out, &open, 0);
}

int
anf__odt_end_later(struct anf__odt_page_out *out)
{
    struct anf__odt_step close = {.kind = ANF__ODT_CLOSE_PLACE};
    int status = defer(out, &close, 0);
    out->deferring--;
    return status;
}

int
anf__odt_flush_later(struct anf__odt_page_out *out)
{
    int status = ANF_OK;
    if (out->deferring)
        return ANF_OK;
    for (const struct anf__odt_deferred *kept = out->first; kept && status == ANF_OK;
         kept = kept->next) {
        if (kept->opens_note)
            status = anf_page_open_note(out->page, kept->step.number);
        else
            status = actions[kept->step.kind](out->page, &kept->step);
    }
    anf__odt_page_out_clear(out);
    return status;
}
