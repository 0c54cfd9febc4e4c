/* aside.c: blocks that wait for the end of the running text. */
#include "aside.h"

#include <stdint.h>
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

static int
reserve(struct anf__html_aside *aside, size_t len)
{
    if (aside->room - aside->length >= len)
        return ANF_OK;
    size_t room = (aside->length + len) * 2;
    char *grown = realloc(aside->text, room);
    if (!grown)
        return ANF_ERR_NOMEM;
    aside->text = grown;
    aside->room = room;
    return ANF_OK;
}

int
anf__html_aside_add(struct anf__html_aside *aside, const char *text, size_t len)
{
    int status = reserve(aside, len + 1);
    size_t at = 0;
    if (status != ANF_OK)
        return status;
    if (aside->ends_line) {
        while (at < len && text[at] && strchr(" \t\r\n", text[at]))
            at++;
        if (at == len)
            return ANF_OK;
        aside->text[aside->length++] = '\n';
        aside->ends_line = 0;
    }
    for (; at < len; at++)
        aside->text[aside->length++] = text[at] == '\n' ? ' ' : text[at];
    return ANF_OK;
}

void
anf__html_aside_end_line(struct anf__html_aside *aside)
{
    aside->ends_line = aside->length != 0;
}

int
anf__html_aside_open_link(struct anf__html_aside *aside, const char *target)
{
    if (aside->link_count == aside->link_room) {
        size_t room = aside->link_room ? aside->link_room * 2 : 4;
        struct anf__html_aside_link *grown = realloc(aside->links, room * sizeof *grown);
        if (!grown)
            return ANF_ERR_NOMEM;
        aside->links = grown;
        aside->link_room = room;
    }
    char *copy = strdup(target);
    if (!copy)
        return ANF_ERR_NOMEM;
    aside->links[aside->link_count++] = (struct anf__html_aside_link){
        .target = copy, .start = aside->length, .end = SIZE_MAX};
    return ANF_OK;
}

void
anf__html_aside_close_link(struct anf__html_aside *aside)
{
    aside->links[aside->link_count - 1].end = aside->length;
}

void
anf__html_aside_drop(struct anf__html_flow *flow)
{
    struct anf__html_aside *aside = &flow->asides[--flow->aside_count];
    while (aside->link_count)
        free(aside->links[--aside->link_count].target);
    free(aside->links);
    free(aside->text);
    free(aside->src);
    free(aside->target);
}

/* The text, with its links. */
static int
add_text(struct anf_page *page, const struct anf__html_aside *aside)
{
    int status = ANF_OK;
    size_t at = 0;
    for (size_t i = 0; i < aside->link_count && status == ANF_OK; i++) {
        const struct anf__html_aside_link *link = &aside->links[i];
        size_t end = link->end < aside->length ? link->end : aside->length;
        if (link->start > at)
            status = anf_page_add_text(page, aside->text + at, link->start - at);
        at = end;
        if (status != ANF_OK || end == link->start)
            continue;
        status = anf_page_open_span(page, ANF_SPAN_LINK, link->target);
        if (status == ANF_OK)
            status = anf_page_add_text(page, aside->text + link->start, end - link->start);
        if (status == ANF_OK)
            anf_page_close_span(page);
    }
    return status == ANF_OK && aside->length > at
               ? anf_page_add_text(page, aside->text + at, aside->length - at)
               : status;
}

static int
emit(struct anf_page *page, const struct anf__html_aside *aside)
{
    int status = anf_page_open_block(page, (int)aside->context.kind, aside->context.flags, 0,
                                     aside->position.line, aside->position.column);
    if (status == ANF_OK && aside->target)
        status = anf_page_open_span(page, ANF_SPAN_LINK, aside->target);
    if (status == ANF_OK)
        status = add_text(page, aside);
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
