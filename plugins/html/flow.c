/* flow.c: running text into blocks. */
#include "flow.h"

#include "aside.h"
#include "initial.h"

#include <stdlib.h>
#include <string.h>

void
anf__html_flow_clear(struct anf__html_flow *flow)
{
    while (flow->span_count)
        free(flow->spans[--flow->span_count].target);
    while (flow->aside_count)
        anf__html_aside_drop(flow);
    free(flow->asides);
}

static struct anf__html_aside *
last_aside(const struct anf__html_flow *flow)
{
    return &flow->asides[flow->aside_count - 1];
}

/* --- spans --- */

/* A link that was left open would otherwise be copied into every block of the page. */
static int
may_repeat(struct anf__html_flow *flow, struct anf__html_span *span)
{
    size_t length = span->target && span->uses ? strlen(span->target) : 0;
    if (length > flow->budget)
        return 0;
    flow->budget -= length;
    return 1;
}

static int
enter_span(struct anf__html_flow *flow, struct anf__html_span *span)
{
    if (!may_repeat(flow, span))
        return ANF_OK;
    int status = anf_page_open_span(flow->page, span->kind, span->target);
    span->open = status == ANF_OK;
    span->uses++;
    return status;
}

/* In hidden text, of all spans only links count, and one at a time. */
static int
enter_hidden_span(struct anf__html_flow *flow, struct anf__html_span *span)
{
    size_t length = span->target ? strlen(span->target) : 0;
    for (size_t i = 0; i < flow->span_count; i++)
        if (flow->spans[i].aside)
            return ANF_OK;
    if (!span->target || length > flow->budget)
        return ANF_OK;
    flow->budget -= length;
    span->aside = 1;
    return anf__html_aside_open_link(last_aside(flow), span->target);
}

static int
has_span(const struct anf__html_flow *flow, int kind)
{
    for (size_t i = 0; i < flow->span_count; i++)
        if (flow->spans[i].kind == kind)
            return 1;
    return 0;
}

int
anf__html_flow_open_span(struct anf__html_flow *flow, int kind, char *target, int *ret_opened)
{
    *ret_opened = 0;
    if (flow->span_count == ANF__HTML_SPANS || (kind != ANF_SPAN_LINK && has_span(flow, kind))) {
        free(target);
        return ANF_OK;
    }
    struct anf__html_span *span = &flow->spans[flow->span_count++];
    *span = (struct anf__html_span){.kind = kind, .target = target};
    *ret_opened = 1;
    if (flow->hidden)
        return enter_hidden_span(flow, span);
    return flow->block_open ? enter_span(flow, span) : ANF_OK;
}

void
anf__html_flow_close_span(struct anf__html_flow *flow)
{
    struct anf__html_span *span = &flow->spans[--flow->span_count];
    if (span->open)
        anf_page_close_span(flow->page);
    if (span->aside && flow->hidden)
        anf__html_aside_close_link(last_aside(flow));
    free(span->target);
}

/* --- blocks --- */

static int
open_block(struct anf__html_flow *flow)
{
    const struct anf__html_context *context = &flow->context;
    int status = anf_page_open_block(flow->page, (int)context->kind, context->flags, context->level,
                                     flow->position.line, flow->position.column);
    flow->block_open = status == ANF_OK;
    flow->preformatted = context->kind == ANF_BLOCK_PREFORMATTED;
    flow->breaks = 0;
    if (status == ANF_OK && flow->initial[0])
        status = anf_page_add_text(flow->page, flow->initial, strlen(flow->initial));
    flow->initial[0] = '\0';
    for (size_t i = 0; i < flow->span_count && status == ANF_OK; i++)
        status = enter_span(flow, &flow->spans[i]);
    return status;
}

static int
close_block(struct anf__html_flow *flow)
{
    flow->block_open = 0;
    flow->breaks = 0;
    for (size_t i = 0; i < flow->span_count; i++)
        flow->spans[i].open = 0;
    return anf_page_close_block(flow->page);
}

int
anf__html_flow_break(struct anf__html_flow *flow)
{
    flow->may_join = 0;
    if (flow->hidden) {
        anf__html_aside_end_line(last_aside(flow));
        return ANF_OK;
    }
    int status = flow->block_open ? close_block(flow) : ANF_OK;
    return status == ANF_OK && flow->aside_count ? anf__html_asides_flush(flow) : status;
}

void
anf__html_flow_line(struct anf__html_flow *flow)
{
    flow->may_join = 0;
    if (flow->hidden)
        anf__html_aside_end_line(last_aside(flow));
    else
        flow->breaks++;
}

void
anf__html_flow_hold(struct anf__html_flow *flow, const char *capital, size_t len)
{
    memcpy(flow->initial, capital, len);
    flow->initial[len] = '\0';
}

/* --- text --- */

/* The white space at the start of text, no-break spaces too; moves the position over it. */
static size_t
skip_blanks(const char *text, size_t len, struct anf__html_position *position)
{
    size_t at = 0;
    while (at < len) {
        int wide = len - at > 1 && !memcmp(text + at, "\xc2\xa0", 2);
        if (!wide && (!text[at] || !strchr(" \t\n\r", text[at])))
            break;
        if (text[at] == '\n') {
            position->line++;
            position->column = 1;
        } else {
            position->column++;
        }
        at += wide ? 2 : 1;
    }
    return at;
}

/* An index or a footnote's mark belongs to the word before it. */
static int
is_raised(const char *name)
{
    return !strcmp(name, "sup") || !strcmp(name, "sub");
}

void
anf__html_flow_begin_inline(struct anf__html_flow *flow, const char *name)
{
    flow->seam = flow->seam && !is_raised(name) ? ANF__HTML_SEAM : ANF__HTML_NO_SEAM;
}

void
anf__html_flow_end_inline(struct anf__html_flow *flow, const char *name)
{
    flow->seam = is_raised(name) ? ANF__HTML_NO_SEAM : ANF__HTML_ENDED;
}

static int
ends_small(const char *text, size_t len)
{
    unsigned char last = (unsigned char)text[len - 1];
    if (last < 0x80)
        return last >= 'a' && last <= 'z';
    return len > 1 && (unsigned char)text[len - 2] == 0xc3 && last >= 0x9f; /* from sharp s on */
}

static int
begins_capital(const char *text, size_t len)
{
    unsigned char first = (unsigned char)text[0];
    if (first < 0x80)
        return first >= 'A' && first <= 'Z';
    return len > 1 && first == 0xc3 && (unsigned char)text[1] < 0x9f;
}

/* "<span>Fragestellerin</span><span>Eva Muster</span>": a style sheet sets the two apart. In one
 * word of German, no capital follows a small letter. */
static int
part_at_seam(struct anf__html_flow *flow, const char *text, size_t len)
{
    int parts = flow->seam == ANF__HTML_SEAM && flow->block_open && !flow->breaks &&
                flow->ends_small && begins_capital(text, len);
    flow->seam = ANF__HTML_NO_SEAM;
    flow->ends_small = ends_small(text, len);
    return parts ? anf_page_add_text(flow->page, " ", 1) : ANF_OK;
}

/* The page takes a line feed for a line end, which in HTML it is not. */
static int
add_folded(struct anf_page *page, const char *text, size_t len)
{
    int status = ANF_OK;
    while (len && status == ANF_OK) {
        const char *line_feed = memchr(text, '\n', len);
        size_t run = line_feed ? (size_t)(line_feed - text) : len;
        status = anf_page_add_text(page, text, run);
        if (status == ANF_OK && line_feed)
            status = anf_page_add_text(page, " ", 1);
        text += run + (line_feed != NULL);
        len -= run + (line_feed != NULL);
    }
    return status;
}

/* The line breaks before text that is not blank. */
static int
end_lines(struct anf__html_flow *flow)
{
    unsigned breaks = flow->breaks;
    flow->breaks = 0;
    if (!flow->preformatted && breaks > 1)
        return anf__html_flow_break(flow);
    int status = ANF_OK;
    for (; breaks && status == ANF_OK; breaks--)
        status = anf_page_add_text(flow->page, "\n", 1);
    return status;
}

/* A picture of a letter, right before the rest of its word, becomes that letter. */
static int
join_initial(struct anf__html_flow *flow, const char *text, size_t len)
{
    flow->may_join = 0;
    if (!anf__html_starts_with_letter(text, len))
        return ANF_OK;
    struct anf__html_aside *image = last_aside(flow);
    size_t start = 0;
    size_t length = anf__html_lone_capital(image->text, image->length, &start);
    char letter[4] = "";
    memcpy(letter, image->text + start, length);
    anf__html_aside_drop(flow);
    return anf__html_flow_text(flow, letter, length);
}

/* The first text of a block; *ret_start: where it begins. */
static int
begin_text(struct anf__html_flow *flow, const char *text, size_t len, size_t *ret_start)
{
    struct anf__html_position position = flow->position;
    size_t start = skip_blanks(text, len, &position);
    *ret_start = start;
    if (start == len)
        return ANF_OK;
    flow->position = position;
    if (flow->context.kind == ANF_BLOCK_PREFORMATTED)
        while (*ret_start && text[*ret_start - 1] != '\n')
            --*ret_start;
    return open_block(flow);
}

int
anf__html_flow_text(struct anf__html_flow *flow, const char *text, size_t len)
{
    int status = flow->may_join && len ? join_initial(flow, text, len) : ANF_OK;
    if (status != ANF_OK)
        return status;
    if (flow->hidden)
        return anf__html_aside_add(last_aside(flow), text, len);
    if (status == ANF_OK && len)
        status = part_at_seam(flow, text, len);
    if (status == ANF_OK && flow->breaks) {
        struct anf__html_position position = flow->position;
        if (skip_blanks(text, len, &position) == len && !flow->preformatted)
            return ANF_OK;
        status = flow->block_open ? end_lines(flow) : ANF_OK;
    }
    size_t start = 0;
    if (status == ANF_OK && !flow->block_open)
        status = begin_text(flow, text, len, &start);
    if (status != ANF_OK || start == len)
        return status;
    if (flow->preformatted)
        return anf_page_add_text(flow->page, text + start, len - start);
    return add_folded(flow->page, text + start, len - start);
}

/* --- asides --- */

static const char *
link_around(const struct anf__html_flow *flow)
{
    for (size_t i = flow->span_count; i-- > 0;)
        if (flow->spans[i].kind == ANF_SPAN_LINK)
            return flow->spans[i].target;
    return NULL;
}

int
anf__html_flow_image(struct anf__html_flow *flow, const char *alt, char *src)
{
    size_t start, length = strlen(alt);
    flow->may_join = 0;
    if (flow->hidden) {
        free(src);
        return anf__html_aside_add(last_aside(flow), alt, length);
    }
    struct anf__html_aside *image = anf__html_aside_new(flow, ANF_BLOCK_IMAGE);
    if (!image) {
        free(src);
        return ANF_ERR_NOMEM;
    }
    image->src = src;
    const char *target = link_around(flow);
    if (target && strlen(target) <= flow->budget) {
        flow->budget -= strlen(target);
        image->target = strdup(target);
        if (!image->target)
            return ANF_ERR_NOMEM;
    }
    int status = anf__html_aside_add(image, alt, length);
    if (status != ANF_OK)
        return status;
    flow->may_join = length && anf__html_lone_capital(alt, length, &start) == length;
    return flow->block_open || flow->may_join ? ANF_OK : anf__html_asides_flush(flow);
}

int
anf__html_flow_open_hidden(struct anf__html_flow *flow)
{
    flow->may_join = 0;
    if (flow->hidden++)
        return ANF_OK;
    struct anf__html_aside *aside = anf__html_aside_new(flow, ANF_BLOCK_PARAGRAPH);
    if (!aside) {
        flow->hidden--;
        return ANF_ERR_NOMEM;
    }
    aside->context.flags |= ANF_BLOCK_HIDDEN;
    return ANF_OK;
}

int
anf__html_flow_close_hidden(struct anf__html_flow *flow)
{
    if (--flow->hidden || flow->block_open)
        return ANF_OK;
    return anf__html_asides_flush(flow);
}
