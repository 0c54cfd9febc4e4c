/* aside.c: blocks that wait for the end of the running text. */
#include "aside.h"

#include <stdlib.h>
#include <string.h>

struct anf__html_aside *
anf__html_aside_new(struct anf__html_flow *flow, uint32_t kind)
{
    if (flow->aside_count == flow->aside_room) {
        size_t room = flow->aside_room ? flow->aside_room * 2 : 8;
        struct anf__html_aside *grown = realloc(flow->asides, room * sizeof *grown);
        if (!grown)
            return NULL;
        flow->asides = grown;
        flow->aside_room = room;
    }
    struct anf__html_aside *aside = &flow->asides[flow->aside_count++];
    *aside = (struct anf__html_aside){.context = {.kind = kind, .flags = flow->context.flags},
                                      .position = flow->position};
    return aside;
}

int
anf__html_aside_add(struct anf__html_aside *aside, const char *text, size_t len)
{
    if (aside->room - aside->length < len) {
        size_t room = (aside->length + len) * 2;
        char *grown = realloc(aside->text, room);
        if (!grown)
            return ANF_ERR_NOMEM;
        aside->text = grown;
        aside->room = room;
    }
    for (size_t i = 0; i < len; i++)
        aside->text[aside->length++] = text[i] == '\n' ? ' ' : text[i];
    return ANF_OK;
}

void
anf__html_aside_drop(struct anf__html_flow *flow)
{
    struct anf__html_aside *aside = &flow->asides[--flow->aside_count];
    free(aside->text);
    free(aside->src);
    free(aside->target);
}

static int
emit(struct anf_page *page, const struct anf__html_aside *aside)
{
    int status = anf_page_open_block(page, (int)aside->context.kind, aside->context.flags, 0,
                                     aside->position.line, aside->position.column);
    if (status == ANF_OK && aside->target)
        status = anf_page_open_span(page, ANF_SPAN_LINK, aside->target);
    if (status == ANF_OK && aside->length)
        status = anf_page_add_text(page, aside->text, aside->length);
    if (status == ANF_OK && aside->src)
        status = anf_page_set_src(page, aside->src);
    return status == ANF_OK ? anf_page_close_block(page) : status;
}

int
anf__html_asides_flush(struct anf__html_flow *flow)
{
    int status = ANF_OK;
    for (size_t i = 0; i < flow->aside_count && status == ANF_OK; i++)
        status = emit(flow->page, &flow->asides[i]);
    while (flow->aside_count)
        anf__html_aside_drop(flow);
    return status;
}
