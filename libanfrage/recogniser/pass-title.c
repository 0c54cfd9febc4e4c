/* pass-title.c: what the inquiry is called. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    WEIGHT_BEHIND_KIND = 75, /* "Kleine Anfrage: Wie …?" as a heading */
    WEIGHT_HEADING = 70,     /* the main heading before the body */
    WEIGHT_JOINED = 63,      /* "Kleine Anfrage 20/4711 – Zugverspätungen" as a heading */
    WEIGHT_BEFORE_KIND = 60, /* the line before the kind */
    WEIGHT_KIND_LINE = 55,   /* "Kleine Anfrage: Alte Deiche", which is no heading */
    WEIGHT_DOCUMENT = 30,    /* the document's own title, behind the kind */
    LONGEST_TITLE = 80       /* tokens */
};

/* The name of the parliament, a date, a Drucksache head a page or a paper: they are no title. */
static int
is_title_like(const struct recognition *r, const struct line *line)
{
    char value[32];
    uint32_t words = 0;
    if (anf__line_any_hit(r, line, WORD_PARLIAMENT) || anf__line_hit(r, line, 0, WORD_LABEL))
        return 0;
    for (uint32_t at = 0; at < line->token_count; at++) {
        words += anf__line_token(r, line, at)->kind == TOKEN_WORD;
        if (anf__read_date(r, line, at, value) || anf__read_reference(r, line, at, value))
            return 0;
    }
    return words >= 1;
}

/* Behind "Kleine Anfrage …:" in a heading stands the title. Without a colon the kind's line says
 * nothing of it. */
static uint32_t
title_behind_kind(const struct recognition *r, const struct line *line)
{
    const struct hit *kind = anf__line_hit(r, line, 0, WORD_KIND);
    for (uint32_t at = kind ? kind->count : line->token_count; at + 1 < line->token_count; at++) {
        const struct token *token = anf__line_token(r, line, at);
        if (anf__token_is_sign(anf__line_text(r, line), token, ':'))
            return at + 1;
        if (token->kind == TOKEN_WORD && !anf__line_hit(r, line, at, WORD_FILLER))
            break;
    }
    return 0;
}

/* "Alte Deiche: Antwort der Landesregierung": what the page holds is no part of the title. */
static uint32_t
title_end(const struct recognition *r, const struct line *line)
{
    for (uint32_t at = 1; at + 1 < line->token_count; at++) {
        const struct hit *tail = anf__line_has_sign(r, line, at, ":")
                                     ? anf__line_hit(r, line, at + 1, WORD_ANSWER_OPENER)
                                     : NULL;
        if (tail && at + 1 + tail->count == line->token_count)
            return anf__line_token(r, line, at - 1)->end;
    }
    return line->end;
}

/* A label, a date, a parliament, names with their parties: not what an inquiry is about. */
static int
states_something(const struct recognition *r, const struct line *line, uint32_t at)
{
    char value[32];
    if (anf__line_hit(r, line, at, WORD_LABEL) || anf__read_date(r, line, at, value) ||
        anf__read_reference(r, line, at, value))
        return 1;
    for (; at < line->token_count; at++) {
        if (anf__line_hit(r, line, at, WORD_PARTY) || anf__line_hit(r, line, at, WORD_PARLIAMENT))
            return 1;
    }
    return 0;
}

/* "Kleine Anfrage 20/4711 – Zugverspätungen": where the title stands behind the dash; 0: nowhere.
 */
static uint32_t
title_behind_dash(const struct recognition *r, const struct line *line)
{
    const struct hit *kind = anf__line_hit(r, line, 0, WORD_KIND);
    for (uint32_t at = kind ? kind->count : line->token_count; at + 1 < line->token_count; at++) {
        const struct token *sign = anf__line_token(r, line, at);
        const struct token *next = anf__line_token(r, line, at + 1);
        if (sign->kind == TOKEN_SIGN && sign->flags & TOKEN_AFTER_SPACE &&
            next->kind == TOKEN_WORD && next->flags & TOKEN_AFTER_SPACE)
            return states_something(r, line, at + 1) ? 0 : at + 1;
        if (sign->kind == TOKEN_WORD && !anf__line_hit(r, line, at, WORD_FILLER))
            break;
    }
    return 0;
}

static int
propose_behind(struct recognition *r, uint32_t index, uint32_t token, uint32_t weight)
{
    const struct line *line = &r->lines.items[index];
    const struct token *first = anf__line_token(r, line, token);
    struct extent extent = {index, first->start, line->end};
    return anf__propose_words(r, ANF_FIELD_TITLE, weight, "title.behind-kind", extent);
}

static int
propose_line(struct recognition *r, uint32_t index, uint32_t weight, const char *rule)
{
    const struct line *line = &r->lines.items[index];
    return anf__propose_words(r, ANF_FIELD_TITLE, weight, rule,
                              (struct extent){index, line->start, title_end(r, line)});
}

static int
try_heading(struct recognition *r, uint32_t index, uint32_t level)
{
    struct line *line = &r->lines.items[index];
    uint32_t behind = title_behind_kind(r, line);
    if (behind)
        return propose_behind(r, index, behind, WEIGHT_BEHIND_KIND);
    behind = title_behind_dash(r, line);
    if (behind)
        return propose_behind(r, index, behind, WEIGHT_JOINED);
    if (index == r->kind_line || !is_title_like(r, line))
        return ANF_OK;
    return propose_line(r, index, WEIGHT_HEADING - level, "title.heading");
}

/* "Kleine Anfrage 20/4711 – Zugverspätungen": a document's title joins its parts by dashes. */
static int
try_document(struct recognition *r, uint32_t index)
{
    const struct line *line = &r->lines.items[index];
    const struct hit *kind = anf__line_hit(r, line, 0, WORD_KIND);
    for (uint32_t at = kind ? kind->count : line->token_count; at + 1 < line->token_count; at++) {
        const struct token *sign = anf__line_token(r, line, at);
        const struct token *first = anf__line_token(r, line, at + 1);
        int joins = sign->kind == TOKEN_SIGN && sign->flags & TOKEN_AFTER_SPACE;
        if (!joins && !anf__token_is_sign(anf__line_text(r, line), sign, ':'))
            continue;
        struct extent extent = {index, first->start, line->end};
        return anf__propose_words(r, ANF_FIELD_TITLE, WEIGHT_DOCUMENT, "title.document", extent);
    }
    return ANF_OK;
}

/* The last paragraph before the kind's line, wherever the page has no headings. */
static int
try_before_kind(struct recognition *r)
{
    for (uint32_t i = r->kind_line; i-- > 0;) {
        const struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN || !line->token_count)
            continue;
        if (line->token_count > LONGEST_TITLE || !is_title_like(r, line))
            return ANF_OK;
        return propose_line(r, i, WEIGHT_BEFORE_KIND, "title.before-kind");
    }
    return ANF_OK;
}

static int
names_askers(const struct recognition *r, uint32_t index)
{
    for (size_t i = 0; i < r->askers.count; i++) {
        if (r->askers.items[i].extent.line == index)
            return 1;
    }
    return 0;
}

/* "Kleine Anfrage: Alte Deiche" in large letters that the page does not call a heading. */
static int
try_kind_line(struct recognition *r)
{
    const struct line *line = &r->lines.items[r->kind_line];
    uint32_t behind = title_behind_kind(r, line);
    const struct token *first = anf__line_token(r, line, behind);
    if (!behind || anf__line_block(r, line)->kind != ANF_BLOCK_PARAGRAPH ||
        names_askers(r, r->kind_line) || anf__line_any_hit(r, line, WORD_PARTY) ||
        anf__line_hit(r, line, behind, WORD_LABEL) || line->token_count > LONGEST_TITLE ||
        !is_title_like(r, line))
        return ANF_OK;
    return anf__propose_words(r, ANF_FIELD_TITLE, WEIGHT_KIND_LINE, "title.kind-line",
                              (struct extent){r->kind_line, first->start, title_end(r, line)});
}

/* The line that gave the title states it and nothing else; so do its repetitions. */
static void
settle_title(struct recognition *r)
{
    const struct proposal *best = anf__best(r, ANF_FIELD_TITLE);
    if (!best || best->extent.line == UINT32_MAX)
        return;
    struct line *line = &r->lines.items[best->extent.line];
    if (line->state == LINE_OPEN || anf__line_block(r, line)->kind == ANF_BLOCK_TITLE) {
        line->state = LINE_FIELD;
        line->field = ANF_FIELD_TITLE;
    }
}

/* A heading that names the kind alone is its statement. */
static void
settle_kind(struct recognition *r)
{
    if (r->kind_line == UINT32_MAX)
        return;
    struct line *line = &r->lines.items[r->kind_line];
    if (line->state == LINE_OPEN || anf__line_block(r, line)->kind == ANF_BLOCK_TITLE)
        line->state = LINE_FIELD;
}

int
anf__pass_title(struct recognition *r)
{
    int status = ANF_OK;
    uint32_t end = r->body_start < r->lines.count ? r->body_start : (uint32_t)r->lines.count;
    for (uint32_t i = 0; i < end && status == ANF_OK; i++) {
        const struct line *line = &r->lines.items[i];
        const struct anf_block *block = anf__line_block(r, line);
        if (block->kind == ANF_BLOCK_HEADING && line->state == LINE_OPEN)
            status = try_heading(r, i, block->level);
        else if (block->kind == ANF_BLOCK_TITLE)
            status = try_document(r, i);
    }
    if (status == ANF_OK && r->kind_line != UINT32_MAX)
        status = try_kind_line(r);
    if (status == ANF_OK && r->kind_line != UINT32_MAX)
        status = try_before_kind(r);
    settle_title(r);
    settle_kind(r);
    return status;
}
