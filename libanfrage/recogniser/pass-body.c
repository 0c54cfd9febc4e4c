/* pass-body.c: which of the lines that no rule has settled are content. */
#include "recogniser/stated.h"

enum {
    SENTENCE = 10, /* tokens; what is shorter, before the body, is a remark of the page */
    SHORT_SENTENCE = 4
};

/* The innermost article or main part that the line stands in; 0: none. */
static uint32_t
article_of(const struct recognition *r, const struct line *line)
{
    uint32_t index = anf__line_block(r, line)->place;
    while (index) {
        const struct anf_place *place = anf_page_place(r->page, index);
        if (place->kind == ANF_PLACE_ARTICLE || place->kind == ANF_PLACE_MAIN)
            return index;
        index = place->parent;
    }
    return 0;
}

/* Where one part of the page is marked as its matter and holds what names the inquiry, the rest
 * of the page is about something else. */
static void
leave_rest_of_page(struct recognition *r)
{
    uint32_t anchor = r->kind_line != UINT32_MAX ? r->kind_line : r->body_start;
    if (anchor >= r->lines.count)
        return;
    uint32_t article = article_of(r, &r->lines.items[anchor]);
    for (size_t i = 0; article && i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        uint32_t place = anf__line_block(r, line)->place;
        if (line->state != LINE_OPEN ||
            (place >= article && place < r->page->place_ends.items[article]))
            continue;
        line->state = LINE_ASIDE;
        line->reason = "outside-of-article";
    }
}

/* The line that the head of the inquiry begins with: its title or its kind. A record that states
 * these needs none: then all of its text is body. */
static uint32_t
head_start(const struct recognition *r, uint32_t *body)
{
    const struct proposal *title = anf__best(r, ANF_FIELD_TITLE);
    uint32_t start = r->kind_line;
    if (title && title->extent.line < start)
        start = title->extent.line;
    if (start != UINT32_MAX)
        return start;
    if (anf__is_stated(r, ANF_FIELD_KIND))
        *body = 0;
    return 0;
}

/* What decides on the lines that are open. */
struct bounds {
    uint32_t head; /* the line that the head begins with */
    uint32_t body; /* the line that the body begins with */
};

/* Tokens of the open lines of a block, from its first line on. */
static uint32_t
paragraph_tokens(const struct recognition *r, uint32_t index)
{
    uint32_t count = 0;
    for (uint32_t i = index;
         i < r->lines.count && r->lines.items[i].block == r->lines.items[index].block; i++) {
        if (r->lines.items[i].state == LINE_OPEN)
            count += r->lines.items[i].token_count;
    }
    return count;
}

/* A few words with a full stop, below title and kind: a sentence, however short. */
static int
is_short_sentence(const struct recognition *r, const struct line *line)
{
    const struct token *last = anf__line_token(r, line, line->token_count - 1);
    int below = r->kind_line == UINT32_MAX || line->index > r->kind_line;
    return below && r->body_start < r->lines.count && line->token_count >= SHORT_SENTENCE &&
           anf__token_is_sign(anf__line_text(r, line), last, '.');
}

static void
settle_open_line(const struct recognition *r, struct line *line, const struct bounds *bounds,
                 uint32_t tokens)
{
    int is_prose = line->index > bounds->head && (tokens >= SENTENCE || is_short_sentence(r, line));
    if (line->index >= bounds->body || is_prose) {
        line->state = LINE_BODY;
        return;
    }
    line->state = LINE_ASIDE;
    line->reason = line->index < bounds->head ? "before-inquiry" : "unrecognised";
}

int
anf__pass_body(struct recognition *r)
{
    leave_rest_of_page(r);
    struct bounds bounds = {0, r->body_start};
    bounds.head = head_start(r, &bounds.body);
    uint32_t tokens = 0;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        const struct anf_block *block = anf__line_block(r, line);
        if (i == 0 || line[-1].block != line->block)
            tokens = paragraph_tokens(r, i);
        /* A picture without alternative text is decoration (HTML, section 4.8.4.4.4). */
        if (line->state == LINE_OPEN && block->kind == ANF_BLOCK_IMAGE && !block->length) {
            line->state = LINE_ASIDE;
            line->reason = "decoration";
        }
        if (line->state == LINE_OPEN)
            settle_open_line(r, line, &bounds, line->apart ? line->token_count : tokens);
    }
    return ANF_OK;
}
