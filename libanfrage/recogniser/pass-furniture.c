/* pass-furniture.c: what is printed on every page of a paper and cuts its text: heads, feet,
 * numbers of pages, notes in the margin, the printer's imprint. */
#include "recogniser/exchanges.h"

#include <string.h>

static void
set_aside(struct line *line, const char *reason)
{
    line->state = LINE_ASIDE;
    line->reason = reason;
}

static int
has_label(const struct recognition *r, const struct line *line, const char *id)
{
    for (uint32_t at = 0; at < line->token_count; at++) {
        const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
        if (label && strcmp(label->entry->id, id) == 0)
            return 1;
    }
    return 0;
}

enum {
    LONGEST_HEAD = 24, /* tokens */
    LONGEST_NUMBER = 3,
    SENTENCE_LINES = 4
};

/* "Deutscher Bundestag – 20. Wahlperiode – 3 – Drucksache 20/123" */
static int
is_page_head(const struct recognition *r, const struct line *line)
{
    return line->token_count <= LONGEST_HEAD && anf__line_any_hit(r, line, WORD_PARLIAMENT) &&
           has_label(r, line, "term") && has_label(r, line, "reference");
}

/* "Seite 2", "Seite 2 von 3", and no more */
static int
counts_pages(const struct recognition *r, const struct line *line)
{
    const struct token *number = anf__line_token(r, line, 1);
    const struct token *all = anf__line_token(r, line, 3);
    if (!number || number->kind != TOKEN_NUMBER)
        return 0;
    return line->token_count == 2 || (line->token_count == 4 && all->kind == TOKEN_NUMBER);
}

static const char *
reason_of(const struct recognition *r, const struct line *line)
{
    const struct hit *hit = anf__line_hit(r, line, 0, WORD_PRINT);
    if (!hit)
        hit = anf__line_any_hit(r, line, WORD_PRINT_WITHIN);
    if (hit && (strcmp(hit->entry->id, "page-number") != 0 || counts_pages(r, line)))
        return hit->entry->id;
    return is_page_head(r, line) ? "page-head" : NULL;
}

/* A sentence that begins with the line and may run on into a few more of its block. */
static void
set_sentence_aside(struct recognition *r, uint32_t index, const char *reason)
{
    uint32_t block = r->lines.items[index].block;
    for (uint32_t i = index; i < r->lines.count && i < index + SENTENCE_LINES; i++) {
        struct line *line = &r->lines.items[i];
        if (line->block != block || line->state != LINE_OPEN)
            return;
        set_aside(line, reason);
        if (anf__ends_sentence(r, line))
            return;
    }
}

/* --- numbers of pages --- */

/* The number that a line is, between dashes perhaps; 0: it is more. */
static uint32_t
lone_number(const struct recognition *r, const struct line *line)
{
    uint32_t number = 0;
    for (uint32_t i = 0; i < line->token_count; i++) {
        const struct token *token = anf__line_token(r, line, i);
        if (token->kind == TOKEN_WORD || (token->kind == TOKEN_NUMBER && number))
            return 0;
        if (token->kind == TOKEN_NUMBER)
            number = anf__token_number(anf__line_text(r, line), token);
    }
    return number == UINT32_MAX ? 0 : number;
}

/* The line that is not empty before (step -1) or behind (1) another; NULL: none. */
static const struct line *
neighbour(const struct recognition *r, uint32_t index, int step)
{
    for (int64_t i = (int64_t)index + step; i >= 0 && i < (int64_t)r->lines.count; i += step) {
        if (r->lines.items[i].token_count)
            return &r->lines.items[i];
    }
    return NULL;
}

/* Beside a page head; or, in plain text, the first or the last line of a block. */
static int
is_at_edge(const struct recognition *r, uint32_t index)
{
    const struct line *line = &r->lines.items[index];
    const struct line *before = neighbour(r, index, -1);
    const struct line *next = neighbour(r, index, 1);
    int first = !before || before->block != line->block;
    int last = !next || next->block != line->block;
    if ((before && is_page_head(r, before)) || (next && is_page_head(r, next)))
        return 1;
    int is_text = !anf_page_place(r->page, 1);
    return is_text && (first || last);
}

/* "- 2 -": between dashes, and nothing else, it is no other number. */
static int
is_dashed(const struct recognition *r, const struct line *line)
{
    return line->token_count == 3 && anf__line_token(r, line, 0)->kind == TOKEN_SIGN &&
           anf__line_token(r, line, 2)->kind == TOKEN_SIGN;
}

/* Numbers at the edges of pages that count up from the first page, or the second. */
static void
settle_page_numbers(struct recognition *r, int really)
{
    uint32_t expected = 0;
    uint32_t count = 0;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN || line->token_count > LONGEST_NUMBER || !line->token_count)
            continue;
        uint32_t number = is_at_edge(r, i) ? lone_number(r, line) : 0;
        if (!number || (expected ? number != expected : number > 2))
            continue;
        expected = number + 1;
        count++;
        if (really || is_dashed(r, line))
            set_aside(line, "page-number");
    }
    if (!really && count > 1)
        settle_page_numbers(r, 1);
}

int
anf__pass_furniture(struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN)
            continue;
        const struct hit *sentence = anf__line_hit(r, line, 0, WORD_PRINT_SENTENCE);
        const char *reason = reason_of(r, line);
        if (sentence)
            set_sentence_aside(r, i, sentence->entry->id);
        else if (reason)
            set_aside(line, reason);
    }
    settle_page_numbers(r, 0);
    return ANF_OK;
}
