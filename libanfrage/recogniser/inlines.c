/* inlines.c: the text of a block as nodes: spans, breaks, and what is not seen left out. */
#include "recogniser/compose.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static const int node_kinds[] = {
    [ANF_SPAN_EMPHASIS] = ANF_NODE_EMPHASIS,
    [ANF_SPAN_STRONG] = ANF_NODE_STRONG,
    [ANF_SPAN_UNDERLINE] = ANF_NODE_UNDERLINE,
    [ANF_SPAN_STRIKE] = ANF_NODE_STRIKE,
    [ANF_SPAN_SUPERSCRIPT] = ANF_NODE_SUPERSCRIPT,
    [ANF_SPAN_SUBSCRIPT] = ANF_NODE_SUBSCRIPT,
    [ANF_SPAN_LINK] = ANF_NODE_LINK,
};

/* The bytes of a soft hyphen, zero-width space or byte order mark at text; 0: none. Joiners and
 * directional marks stay: they carry meaning in some scripts. */
static uint32_t
unseen_at(const char *text, uint32_t left)
{
    if (left >= 2 && memcmp(text, "\xc2\xad", 2) == 0)
        return 2;
    if (left >= 3 && (memcmp(text, "\xe2\x80\x8b", 3) == 0 || memcmp(text, "\xef\xbb\xbf", 3) == 0))
        return 3;
    return 0;
}

int
anf__note_repair(struct recognition *r, uint32_t block, uint32_t start, uint32_t end,
                 const char *reason)
{
    struct mended *mended = ANF__ARRAY_PUSH(&r->mended);
    if (!mended)
        return ANF_ERR_NOMEM;
    *mended = (struct mended){block, start, end, reason};
    return ANF_OK;
}

/* A line end: kept in preformatted text, a blank where lines were wrapped, else a break. */
static int
add_line_end(const struct recognition *r, struct anf_node *parent, uint32_t block)
{
    const struct anf_block *b = anf_page_block(r->page, block);
    if (b->kind == ANF_BLOCK_PREFORMATTED)
        return anf_node_add_text(parent, "\n", 1);
    if (b->flags & ANF_BLOCK_WRAPPED)
        return anf_node_add_text(parent, " ", 1);
    return anf_node_add(parent, ANF_NODE_BREAK, NULL);
}

/* In wrapped text, a word that a line end breaks is made whole: behind the hyphen or, where that
 * belongs to the word, behind the line end; 0: there is none here. */
static uint32_t
broken_word_at(const struct recognition *r, const struct anf_block *block, uint32_t at,
               uint32_t end, uint32_t *hyphen)
{
    /* Text without markup has no other line ends in its paragraphs. */
    int is_text = r->is_text && block->kind == ANF_BLOCK_PARAGRAPH;
    if (block->text[at] != '-' || !(is_text || block->flags & ANF_BLOCK_WRAPPED))
        return 0;
    struct anf__broken_word broken = anf__broken_word(block->text, end, at);
    *hyphen = broken.keeps_hyphen ? 1 : 0;
    return (uint32_t)broken.next;
}

/* The first byte from at on that what is left out or set right may begin with: most are none. */
static uint32_t
behind_plain(const char *text, uint32_t at, uint32_t end)
{
    static const uint8_t begins[256] = {['-'] = 1, ['\n'] = 1, [0xc2] = 1, [0xe2] = 1, [0xef] = 1};
    while (at < end && !begins[(unsigned char)text[at]])
        at++;
    return at;
}

static int
add_text(struct recognition *r, struct anf_node *parent, uint32_t block, uint32_t start,
         uint32_t end)
{
    const struct anf_block *b = anf_page_block(r->page, block);
    int status = ANF_OK;
    uint32_t from = start;
    uint32_t at = behind_plain(b->text, start, end);
    for (; at < end && status == ANF_OK; at = behind_plain(b->text, at, end)) {
        uint32_t hyphen = 0;
        uint32_t next = broken_word_at(r, b, at, end, &hyphen);
        uint32_t unseen = next ? 0 : unseen_at(b->text + at, end - at);
        if (!next && !unseen && b->text[at] != '\n') {
            at++;
            continue;
        }
        status = anf_node_add_text(parent, b->text + from, at + hyphen - from);
        if (!next)
            next = at + (unseen ? unseen : 1);
        else if (status == ANF_OK)
            status = anf__note_repair(r, block, at + hyphen, next, "broken-word");
        if (status == ANF_OK && unseen)
            status = anf__note_repair(r, block, at, next, "unseen-character");
        else if (status == ANF_OK && b->text[at] == '\n')
            status = add_line_end(r, parent, block);
        at = from = next;
    }
    return status == ANF_OK ? anf_node_add_text(parent, b->text + from, end - from) : status;
}

/* The node of a span, or the parent itself where the grammar has no place for one. */
static int
open_span(struct anf_node *parent, const struct anf_span *span, struct anf_node **ret_node)
{
    int kind = span->kind <= ANF_SPAN_LINK ? node_kinds[span->kind] : 0;
    *ret_node = parent;
    if (!kind || !anf_node_allows(parent, kind, ANF_ROLE_NONE))
        return ANF_OK;
    int status = anf_node_add(parent, kind, ret_node);
    if (status == ANF_ERR_LIMIT) {
        *ret_node = parent;
        return ANF_OK;
    }
    if (status == ANF_OK && kind == ANF_NODE_LINK)
        status = anf_node_set(*ret_node, ANF_ATTRIBUTE_HREF, span->target);
    return status;
}

/* The spans from a place on, in their order: those that reach over it, then those behind. */
struct spans {
    const struct recognition *r;
    uint32_t block;
    uint32_t *around; /* the outermost first */
    uint32_t around_count;
    uint32_t first; /* behind */
};

static int
find_spans(const struct recognition *r, uint32_t block, uint32_t start, struct spans *ret)
{
    uint32_t innermost = start ? anf__span_across(r, block, start - 1) : UINT32_MAX;
    uint32_t count = 0;
    for (uint32_t i = innermost; i != UINT32_MAX; i = anf__outer_span(r, block, i))
        count++;
    uint32_t *around = count ? calloc(count, sizeof *around) : NULL;
    if (count && !around)
        return ANF_ERR_NOMEM;
    *ret = (struct spans){r, block, around, count,
                          anf__first_span(r, block, start ? start - 1 : 0)};
    for (uint32_t i = innermost; i != UINT32_MAX; i = anf__outer_span(r, block, i))
        around[--count] = i;
    return ANF_OK;
}

/* NULL behind the last. */
static const struct anf_span *
span_at(const struct spans *spans, uint32_t index)
{
    uint32_t behind = index - spans->around_count;
    return anf_page_span(spans->r->page, spans->block,
                         index < spans->around_count ? spans->around[index]
                                                     : spans->first + behind);
}

/* The parts of a block that one node holds. */
struct range {
    uint32_t block;
    uint32_t start, end;
    int inner; /* of a span: a note at its end belongs behind it */
};

static int add_range(struct recognition *r, struct anf_node *parent, struct range range,
                     const struct spans *spans, uint32_t *index);

static int
add_span(struct recognition *r, struct anf_node *parent, const struct anf_span *span,
         struct range range, const struct spans *spans, uint32_t *index)
{
    struct anf_node *node = NULL;
    if (span->kind == ANF_SPAN_NOTE)
        return anf__add_note(r, parent, span);
    int status = open_span(parent, span, &node);
    range.inner = 1;
    return status == ANF_OK ? add_range(r, node, range, spans, index) : status;
}

static int
reaches(const struct anf_span *span, const struct range *range)
{
    if (span->kind == ANF_SPAN_NOTE && !range->inner)
        return span->start <= range->end;
    return span->start < range->end;
}

/* Spans nest and are sorted, so those inside of one follow it. *index is the first that may still
 * concern the range. */
static int
add_range(struct recognition *r, struct anf_node *parent, struct range range,
          const struct spans *spans, uint32_t *index)
{
    int status = ANF_OK;
    uint32_t at = range.start;
    const struct anf_span *span = NULL;
    while (status == ANF_OK && (span = span_at(spans, *index)) && reaches(span, &range)) {
        ++*index;
        if (span->end < at || (span->end == at && span->kind != ANF_SPAN_NOTE))
            continue;
        uint32_t from = span->start > at ? (uint32_t)span->start : at;
        uint32_t to = span->end < range.end ? (uint32_t)span->end : range.end;
        status = add_text(r, parent, range.block, at, from);
        if (status == ANF_OK)
            status = add_span(r, parent, span, (struct range){range.block, from, to, 0}, spans,
                              index);
        at = to;
    }
    return status == ANF_OK ? add_text(r, parent, range.block, at, range.end) : status;
}

int
anf__add_inlines(struct recognition *r, struct anf_node *parent, uint32_t block, uint32_t start,
                 uint32_t end)
{
    struct spans spans;
    uint32_t index = 0;
    int status = find_spans(r, block, start, &spans);
    if (status != ANF_OK)
        return status;
    status = add_range(r, parent, (struct range){block, start, end, 0}, &spans, &index);
    free(spans.around);
    return status;
}

/* --- letters with blanks between them --- */

const struct hit *
anf__spaced_heading(const struct recognition *r, const struct line *line)
{
    const struct hit *hit = anf__line_whole_hit(r, line, WORD_SECTION);
    return hit && anf__line_token(r, line, 0)->flags & TOKEN_SPACED ? hit : NULL;
}

int
anf__add_spaced(struct recognition *r, struct anf_node *parent, const struct line *line,
                const struct hit *hit)
{
    const char *text = anf__line_text(r, line);
    const char *name = hit->entry->phrase;
    const struct token *token = anf__line_token(r, line, 0);
    int status = ANF_OK;
    uint32_t at = token->start;
    while (at < token->end && status == ANF_OK) {
        uint32_t letter = at;
        while (at < token->end && text[at] != ' ')
            at++;
        status = anf_node_add_text(parent, text + letter, at - letter);
        name += *name ? at - letter : 0;
        uint32_t blank = at;
        while (at < token->end && text[at] == ' ')
            at++;
        if (*name == ' ' && status == ANF_OK) {
            status = anf_node_add_text(parent, " ", 1);
            name++;
            blank++;
        }
        if (status == ANF_OK && blank < at)
            status = anf__note_repair(r, line->block, blank, at, "letter-spacing");
    }
    return status;
}
