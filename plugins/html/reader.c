/* reader.c: libxml2's HTML parser and the stack of open elements. The parser builds no tree: it
 * calls us for each tag and each piece of text, to any depth. */
#include "reader.h"

#include "bounds.h"
#include "initial.h"
#include "meta.h"
#include "xml.h"

#include <libxml/parserInternals.h>
#include <stdlib.h>
#include <string.h>

/* --- failure --- */

static void
fail(struct anf__html_reader *r, int status, uint32_t code, const char *message)
{
    if (r->status != ANF_OK)
        return;
    anf_call_report(r->call, ANF_SEVERITY_ERROR, code, NULL, r->position.line, r->position.column,
                    "%s", message);
    r->status = status;
}

int
anf__html_too_deep(struct anf__html_reader *r)
{
    fail(r, ANF_ERR_LIMIT, ANF_CODE_TOO_DEEP, "elements are nested deeper than the limit depth");
    return ANF_ERR_LIMIT;
}

/* What a function of ours returned, unless it is ANF_OK. */
static void
check(struct anf__html_reader *r, int status)
{
    if (status == ANF_ERR_LIMIT)
        fail(r, status, ANF_CODE_TOO_MANY_NODES, "more blocks and places than the limit nodes");
    else if (r->status == ANF_OK)
        r->status = status;
}

/* Whether there is nothing more to do; asked wherever the parser calls us. */
static int
ended(struct anf__html_reader *r)
{
    if (r->status != ANF_OK)
        anf__html_halt_parser(&r->parser);
    return r->status != ANF_OK;
}

/* libxml2 complains of every page; only these two mean that something is lost. */
static void
on_error(void *user, xmlErrorPtr error)
{
    struct anf__html_reader *r = user;
    if (error->code == XML_ERR_NO_MEMORY)
        check(r, ANF_ERR_NOMEM);
    else if (error->code == XML_ERR_INTERNAL_ERROR)
        fail(r, ANF_ERR_SYNTAX, ANF_CODE_HTML_PARSER, "the HTML parser gave up");
    /* Others come from deep inside, and the parser goes on as if nothing was. */
    if (anf__html_is_stuck(&r->parser))
        check(r, ANF_ERR_NOMEM);
    else if (!error->ctxt || error->ctxt != r->parser.ctxt)
        return;
    ended(r);
}

/* --- the stack --- */

static struct anf__html_frame *
push(struct anf__html_reader *r, const char *name)
{
    if (r->depth == r->room) {
        size_t room = r->room ? r->room * 2 : 64;
        struct anf__html_frame *grown = realloc(r->frames, room * sizeof *grown);
        if (!grown)
            return NULL;
        r->frames = grown;
        r->room = room;
    }
    struct anf__html_frame *frame = &r->frames[r->depth++];
    *frame = (struct anf__html_frame){
        .name = name, .before = r->flow.context, .list_before = r->list};
    return frame;
}

static int
undo(struct anf__html_reader *r, const struct anf__html_frame *frame)
{
    int status = frame->breaks ? anf__html_flow_break(&r->flow) : ANF_OK;
    if (status == ANF_OK && frame->hides)
        status = anf__html_flow_close_hidden(&r->flow);
    if (frame->spans)
        anf__html_flow_close_span(&r->flow);
    if (status == ANF_OK && r->head == r->depth && r->depth)
        return anf__html_leave_head(r);
    if (frame->places)
        anf_page_close_place(r->page);
    return status;
}

static int
is_inline(const struct anf__html_frame *frame)
{
    return !frame->breaks && !frame->places && !frame->hides && !frame->skips;
}

static void
pop(struct anf__html_reader *r)
{
    const struct anf__html_frame *frame = &r->frames[r->depth - 1];
    check(r, undo(r, frame));
    r->levels -= frame->places;
    r->skipping -= frame->skips;
    r->svg -= frame->svg;
    r->plain -= frame->plain;
    r->list = frame->list_before;
    r->flow.context = frame->before;
    if (is_inline(frame))
        anf__html_flow_end_inline(&r->flow, frame->name);
    r->depth--;
}

int
anf__html_leave_head(struct anf__html_reader *r)
{
    int status = anf__html_flow_break(&r->flow);
    if (status == ANF_OK)
        status = anf__html_meta_end_head(r);
    anf_page_close_place(r->page);
    r->frames[r->head - 1].places = 0;
    r->levels--;
    r->head = 0;
    return status;
}

/* --- events --- */

static void
mark(struct anf__html_reader *r)
{
    const xmlParserInput *input = r->parser.ctxt->input;
    if (!input)
        return;
    r->position.line = (uint32_t)input->line;
    r->position.column = (uint32_t)input->col;
    r->flow.position = r->position;
}

/* anf__xml_most_attributes() has looked already; this is for what it may have been made to miss. */
static int
too_many(const struct anf__html_reader *r, const xmlChar **attributes)
{
    uint64_t count = 0;
    for (; attributes && *attributes; attributes += 2)
        count++;
    return count > anf_call_limit(r->call, ANF_LIMIT_ATTRIBUTES);
}

static void
on_start(void *user, const xmlChar *name, const xmlChar **attributes)
{
    struct anf__html_reader *r = user;
    if (ended(r))
        return;
    struct anf__html_frame *frame = push(r, (const char *)name);
    if (!frame) {
        check(r, ANF_ERR_NOMEM);
    } else if (r->skipping) {
        frame->skips = 1;
        r->skipping++;
    } else {
        check(r, anf__html_start(r, frame, attributes));
        if (is_inline(frame))
            anf__html_flow_begin_inline(&r->flow, frame->name);
    }
    mark(r);
    if (anf__html_is_too_deep(r->call, r->depth))
        fail(r, ANF_ERR_LIMIT, ANF_CODE_TOO_DEEP, ANF__HTML_TOO_DEEP);
    else if (too_many(r, attributes))
        fail(r, ANF_ERR_LIMIT, ANF_CODE_HTML_ATTRIBUTES, ANF__HTML_TOO_MANY_ATTRIBUTES);
    ended(r);
}

/* The parser closes what it has opened, but for a tag that the end of the input cuts off. */
static void
on_end(void *user, const xmlChar *name)
{
    struct anf__html_reader *r = user;
    if (ended(r))
        return;
    size_t depth = r->depth;
    while (depth && strcmp(r->frames[depth - 1].name, (const char *)name))
        depth--;
    while (depth && r->depth >= depth && r->status == ANF_OK)
        pop(r);
    mark(r);
}

static int
is_blank(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len && text[at] && strchr(" \t\n\r", text[at]))
        at++;
    return at == len;
}

/* Text of a block that is one capital letter, whose word goes on in the next block. */
static int
holds_initial(struct anf__html_reader *r, const char *text, size_t len)
{
    const xmlParserInput *input = r->parser.ctxt->input;
    size_t start = 0;
    if (r->flow.block_open || r->flow.hidden || r->flow.context.kind != ANF_BLOCK_PARAGRAPH ||
        !input)
        return 0;
    size_t length = anf__html_lone_capital(text, len, &start);
    if (!length ||
        !anf__html_word_follows((const char *)input->cur, (size_t)(input->end - input->cur)))
        return 0;
    anf__html_flow_hold(&r->flow, text + start, length);
    return 1;
}

static void
on_text(void *user, const xmlChar *bytes, int length)
{
    struct anf__html_reader *r = user;
    const char *text = (const char *)bytes;
    size_t len = length > 0 ? (size_t)length : 0;
    if (ended(r) || r->skipping)
        return;
    if (r->head && r->flow.context.kind != ANF_BLOCK_TITLE && !is_blank(text, len))
        check(r, anf__html_leave_head(r));
    if (r->status == ANF_OK && !holds_initial(r, text, len))
        check(r, anf__html_flow_text(&r->flow, text, len));
    mark(r);
}

static void
on_comment(void *user, const xmlChar *text)
{
    (void)text;
    mark(user);
}

static void
on_instruction(void *user, const xmlChar *target, const xmlChar *data)
{
    (void)target, (void)data;
    mark(user);
}

/* --- the whole --- */

static const xmlSAXHandler events = {
    .initialized = XML_SAX2_MAGIC, /* without it, serror is never called */
    .startElement = on_start,
    .endElement = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .comment = on_comment,
    .processingInstruction = on_instruction,
    .serror = on_error,
};

static void
finish(struct anf__html_reader *r)
{
    const xmlParserInput *input = r->parser.ctxt->input;
    if (r->status == ANF_OK && input && input->cur < input->end) {
        mark(r);
        fail(r, ANF_ERR_SYNTAX, ANF_CODE_HTML_PARSER, "the HTML parser stopped before the end");
    }
    while (r->depth && r->status == ANF_OK)
        pop(r);
    if (r->status == ANF_OK)
        check(r, anf__html_flow_break(&r->flow));
    if (r->status == ANF_OK)
        check(r, anf__html_meta_end(r));
}

static void
clear(struct anf__html_reader *r)
{
    anf__html_flow_clear(&r->flow);
    anf__html_close_parser(&r->parser);
    free(r->addresses.base);
    free(r->meta.social_description);
    free(r->meta.social_url);
    free(r->frames);
}

int
anf__html_parse(struct anf_call *call, const char *text, size_t len)
{
    if (!len)
        return ANF_OK;
    struct anf_page *page = anf_call_page(call);
    size_t budget = 4 * len + 0x10000;
    struct anf__html_reader r = {.call = call,
                                 .page = page,
                                 .flow = {.page = page,
                                          .context = {.kind = ANF_BLOCK_PARAGRAPH},
                                          .position = {1, 1},
                                          .budget = budget},
                                 .addresses = {.budget = budget},
                                 .position = {1, 1}};
    struct anf__xml_guarded guarded;
    anf__xml_guard(&guarded, on_error, &r);
    r.status = anf__html_open_parser(&r.parser, call, &events, &r, text, len);
    if (r.status == ANF_OK) {
        htmlParseDocument(r.parser.ctxt);
        finish(&r);
    }
    int allocated = anf__xml_unguard(&guarded);
    clear(&r);
    return r.status == ANF_OK ? allocated : r.status;
}
