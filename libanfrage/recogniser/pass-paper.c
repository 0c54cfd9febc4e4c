/* pass-paper.c: the head of a printed paper, where custom puts each line in its place: below the
 * kind "der Abgeordneten …", over as many lines as it takes, and below that the title. */
#include "recogniser/recognition.h"

#include <stdio.h>
#include <string.h>

enum {
    WEIGHT_TITLE = 65,
    HEAD_LINES = 8,    /* how far below the kind its askers may begin */
    ASKERS_LINES = 40, /* how many lines they may take */
    TITLE_LINES = 6,
    WRAPPED_LINES = 6 /* that tell how wide a paper is set */
};

/* "der Abgeordneten …", "Anfrage der Abgeordneten …": tokens before the names; 0: none. */
static uint32_t
askers_opening(const struct recognition *r, const struct line *line)
{
    const struct hit *word = anf__line_hit(r, line, 0, WORD_KIND_EXACT);
    const struct hit *intro = anf__line_hit(r, line, word ? word->count : 0, WORD_ASKER_INTRO);
    if (!intro || strcmp(intro->entry->id, "member") != 0)
        return 0;
    return (word ? word->count : 0) + intro->count;
}

static int
is_open(const struct line *line)
{
    return line->state == LINE_OPEN;
}

/* The lines that hold the first so many tokens state fields. Returns the line behind them. */
static uint32_t
settle_tokens(struct recognition *r, uint32_t index, uint32_t tokens, int32_t field)
{
    while (index < r->lines.count && tokens > 0) {
        struct line *line = &r->lines.items[index++];
        line->state = LINE_FIELD;
        line->field = field;
        tokens -= tokens < line->token_count ? tokens : line->token_count;
    }
    return index;
}

/* --- the title below the askers --- */

/* The longest line hereabouts: what the lines were wrapped to. */
static uint32_t
width_around(const struct recognition *r, uint32_t index)
{
    uint32_t width = 0;
    for (uint32_t i = index; i < r->lines.count && i <= index + WRAPPED_LINES; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->block != r->lines.items[index].block)
            break;
        width = line->end - line->start > width ? line->end - line->start : width;
    }
    return width;
}

static int
is_small_word(const struct token *token)
{
    return token && token->kind == TOKEN_WORD && !(token->flags & TOKEN_CAPITAL);
}

/* Does the sense run on into the next line: "… in dem" / "Zeitraum …", "… Mio." / "(Nachfrage …)"?
 */
static int
runs_on(const struct recognition *r, const struct line *line, const struct line *next)
{
    const struct token *last = anf__line_token(r, line, line->token_count - 1);
    const struct token *first = anf__line_token(r, next, 0);
    const char *text = anf__line_text(r, line);
    return is_small_word(last) || is_small_word(first) || anf__token_is_sign(text, last, ',') ||
           anf__token_is_sign(text, last, '-') || anf__token_is_sign(text, first, '(');
}

/* Would the next line's first word have fitted? Then the line was ended and not wrapped. */
static int
was_ended(const struct recognition *r, const struct line *line, uint32_t width)
{
    const struct line *next = line->index + 1 < r->lines.count ? line + 1 : NULL;
    const struct token *word = next ? anf__line_token(r, next, 0) : NULL;
    if (!word || next->block != line->block || !line->token_count)
        return 1;
    return !runs_on(r, line, next) &&
           line->end - line->start + 1 + (word->end - word->start) < width;
}

/* "Drucksache 18/5", "Eingegangen: …"; but "Stand des Pakts …" is no statement. */
static int
is_statement(const struct recognition *r, const struct line *line)
{
    const struct hit *label = anf__line_hit(r, line, 0, WORD_LABEL);
    const struct token *next = label ? anf__line_token(r, line, label->count) : NULL;
    if (!label)
        return 0;
    if (!next || next->kind != TOKEN_WORD)
        return 1;
    const struct token *second = anf__line_token(r, line, label->count + 1);
    return second && second->kind == TOKEN_NUMBER;
}

/* "vom 08. November 2021 (Eingang …)", "zum Thema:", "Antwort des Ministeriums …" */
static int
is_remark(const struct recognition *r, const struct line *line)
{
    char date[11];
    const struct hit *filler = anf__line_hit(r, line, 0, WORD_FILLER);
    if (is_statement(r, line) || anf__line_hit(r, line, 0, WORD_ANSWER_OPENER))
        return 1;
    return filler && (anf__read_date(r, line, filler->count, date) ||
                      anf__line_hit(r, line, filler->count, WORD_OFFICE) ||
                      anf__line_hit(r, line, filler->count, WORD_ANSWER_OPENER));
}

/* A sentence ends and another begins: "… abgeschlossen. Das Land …" */
static int
is_prose(const struct recognition *r, const struct line *line)
{
    for (uint32_t i = 1; i + 1 < line->token_count; i++) {
        const struct token *stop = anf__line_token(r, line, i);
        const struct token *word = stop - 1;
        const struct token *next = stop + 1;
        if (anf__token_is_sign(anf__line_text(r, line), stop, '.') && word->kind == TOKEN_WORD &&
            word->end - word->start > 3 && next->flags & TOKEN_CAPITAL)
            return 1;
    }
    return 0;
}

static int
may_be_title(const struct recognition *r, const struct line *line)
{
    return is_open(line) && line->token_count && !is_remark(r, line) &&
           !anf__line_whole_hit(r, line, WORD_SECTION) &&
           anf__line_block(r, line)->kind != ANF_BLOCK_PREFORMATTED &&
           anf__line_token(r, line, 0)->kind != TOKEN_NUMBER;
}

/* Behind remarks, those that run over several lines included. */
static uint32_t
skip_remarks(const struct recognition *r, uint32_t index)
{
    uint32_t stop = index + HEAD_LINES;
    while (index < r->lines.count && index < stop && is_remark(r, &r->lines.items[index])) {
        uint32_t width = width_around(r, index);
        while (index + 1 < r->lines.count && !was_ended(r, &r->lines.items[index], width))
            index++;
        index++;
    }
    return index;
}

static int
propose_title(struct recognition *r, uint32_t first)
{
    first = skip_remarks(r, first);
    if (first >= r->lines.count || !may_be_title(r, &r->lines.items[first]))
        return ANF_OK;
    uint32_t width = width_around(r, first);
    uint32_t last = first;
    while (last < first + TITLE_LINES && !was_ended(r, &r->lines.items[last], width) &&
           may_be_title(r, &r->lines.items[last + 1]))
        last++;
    struct line whole = anf__joined_lines(r, first, last - first + 1);
    if (is_prose(r, &whole))
        return ANF_OK;
    struct extent extent = {first, whole.start, whole.end};
    int status = anf__propose_words(r, ANF_FIELD_TITLE, WEIGHT_TITLE, "title.below-askers", extent);
    for (uint32_t i = first; i <= last; i++) {
        r->lines.items[i].state = LINE_FIELD;
        r->lines.items[i].field = ANF_FIELD_TITLE;
    }
    return status;
}

/* --- askers --- */

static int
read_askers(struct recognition *r, uint32_t index, uint32_t opening)
{
    struct line joined = anf__joined_lines(r, index, ASKERS_LINES);
    size_t before = r->askers.count;
    uint32_t read = 0;
    int status = anf__read_people(r, &joined, opening, "askers.paper", &read);
    if (status != ANF_OK || r->askers.count == before)
        return status;
    return propose_title(r, settle_tokens(r, index, opening + read, ANF_FIELD_ASKERS));
}

int
anf__pass_paper(struct recognition *r)
{
    if (r->kind_line == UINT32_MAX || r->askers.count)
        return ANF_OK;
    for (uint32_t i = r->kind_line + 1; i < r->lines.count && i <= r->kind_line + HEAD_LINES; i++) {
        const struct line *line = &r->lines.items[i];
        uint32_t opening = line->state == LINE_OPEN ? askers_opening(r, line) : 0;
        if (opening)
            return read_askers(r, i, opening);
    }
    return ANF_OK;
}
