/* page-out.c: steps of building the page, done at once or kept for later. */
#include "page-out.h"

#include <stdlib.h>
#include <string.h>

/* A step that waits; its string follows it in memory. */
struct anf__odt_waiting {
    struct anf__odt_waiting *next;
    struct anf__odt_step step;
    char string[];
};

/* --- doing --- */

static int
open_place(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    return anf_page_open_place(out->page, step->what, step->number);
}

static int
close_place(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    (void)step;
    anf_page_close_place(out->page);
    return ANF_OK;
}

static int
set_spans(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    anf_page_set_spans(out->page, (uint32_t)step->what, step->number);
    return ANF_OK;
}

static int
set_number(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    anf_page_set_number(out->page, step->what);
    return ANF_OK;
}

static int
open_block(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    return anf_page_open_block(out->page, step->what, 0, step->number, step->line, step->column);
}

static int
close_block(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    (void)step;
    return anf_page_close_block(out->page);
}

static int
open_span(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    return anf_page_open_span(out->page, step->what, step->string);
}

static int
close_span(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    (void)step;
    anf_page_close_span(out->page);
    return ANF_OK;
}

static int
add_text(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    return anf_page_add_text(out->page, step->string, step->length);
}

static int
set_src(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    return anf_page_set_src(out->page, step->string);
}

static int
add_note(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    return anf_page_add_note(out->page, step->string, &out->notes[step->number]);
}

static int
open_note(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    return anf_page_open_note(out->page, out->notes[step->number]);
}

static int (*const actions[])(struct anf__odt_page_out *out, const struct anf__odt_step *step) = {
    [ANF__ODT_OPEN_PLACE] = open_place, [ANF__ODT_CLOSE_PLACE] = close_place,
    [ANF__ODT_SET_SPANS] = set_spans,   [ANF__ODT_SET_NUMBER] = set_number,
    [ANF__ODT_OPEN_BLOCK] = open_block, [ANF__ODT_CLOSE_BLOCK] = close_block,
    [ANF__ODT_OPEN_SPAN] = open_span,   [ANF__ODT_CLOSE_SPAN] = close_span,
    [ANF__ODT_TEXT] = add_text,         [ANF__ODT_SRC] = set_src,
    [ANF__ODT_ADD_NOTE] = add_note,     [ANF__ODT_OPEN_NOTE] = open_note,
};

/* --- keeping --- */

static int
keep(struct anf__odt_queue *queue, const struct anf__odt_step *step)
{
    size_t length = 0;
    if (step->string)
        length = step->kind == ANF__ODT_TEXT ? step->length : strlen(step->string);
    struct anf__odt_waiting *kept = malloc(sizeof *kept + length + 1);
    if (!kept)
        return ANF_ERR_NOMEM;
    kept->next = NULL;
    kept->step = *step;
    if (step->string) {
        memcpy(kept->string, step->string, length);
        kept->string[length] = '\0';
        kept->step.string = kept->string;
    }
    if (queue->last)
        queue->last->next = kept;
    else
        queue->first = kept;
    queue->last = kept;
    queue->bytes += length;
    return ANF_OK;
}

int
anf__odt_do(struct anf__odt_page_out *out, const struct anf__odt_step *step)
{
    return out->queue ? keep(out->queue, step) : actions[step->kind](out, step);
}

void
anf__odt_queue_open(struct anf__odt_page_out *out, struct anf__odt_queue *queue)
{
    queue->outer = out->queue;
    out->queue = queue;
}

void
anf__odt_queue_close(struct anf__odt_page_out *out)
{
    out->queue = out->queue->outer;
}

int
anf__odt_queue_play(struct anf__odt_page_out *out, struct anf__odt_queue *queue, uint32_t times)
{
    int status = ANF_OK;
    for (; times > 0 && status == ANF_OK; times--)
        for (const struct anf__odt_waiting *at = queue->first; at && status == ANF_OK;
             at = at->next)
            status = anf__odt_do(out, &at->step);
    anf__odt_queue_clear(queue);
    return status;
}

void
anf__odt_queue_clear(struct anf__odt_queue *queue)
{
    while (queue->first) {
        struct anf__odt_waiting *next = queue->first->next;
        free(queue->first);
        queue->first = next;
    }
    queue->last = NULL;
    queue->bytes = 0;
}

/* --- notes --- */

int
anf__odt_add_note(struct anf__odt_page_out *out, const char *marker, uint32_t *ret_note)
{
    if (out->note_count == out->note_room) {
        size_t room = out->note_room ? 2 * out->note_room : 16;
        uint32_t *grown = reallocarray(out->notes, room, sizeof *grown);
        if (!grown)
            return ANF_ERR_NOMEM;
        out->notes = grown;
        out->note_room = room;
    }
    *ret_note = (uint32_t)out->note_count++;
    struct anf__odt_step step = {.kind = ANF__ODT_ADD_NOTE, .number = *ret_note, .string = marker};
    return anf__odt_do(out, &step);
}

void
anf__odt_page_out_clear(struct anf__odt_page_out *out)
{
    free(out->notes);
    out->notes = NULL;
}
