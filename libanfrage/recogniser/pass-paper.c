/* pass-paper.c: the head of a printed paper, where custom puts each line in its place: below the
 * kind "der Abgeordneten …", over as many lines as it takes, and below that the title. */
#include "recogniser/exchanges.h"

#include <stdio.h>
#include <string.h>

enum {
    WEIGHT_TITLE = 65,
    WEIGHT_HEAD = 70,
    WEIGHT_SAME = 30,
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
    const struct token *last = anf__line_token(r, line, line->token_count - 1);
    if (anf__token_is_sign(anf__line_text(r, line), last, ':') ||
        anf__token_is_sign(anf__line_text(r, line), last, '?'))
        return 1;
    return !runs_on(r, line, next) &&
           line->end - line->start + 1 + (word->end - word->start) < width;
}

int
anf__line_runs_on(const struct recognition *r, uint32_t index)
{
    return !was_ended(r, &r->lines.items[index], width_around(r, index));
}

/* "Drucksache 18/5", "– Drucksache 18/5 –", "Eingegangen: …"; but "Stand des Pakts …" is none. */
static int
is_statement(const struct recognition *r, const struct line *line)
{
    uint32_t at = 0;
    while (at + 1 < line->token_count && anf__line_token(r, line, at)->kind == TOKEN_SIGN)
        at++;
    const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
    const struct token *next = label ? anf__line_token(r, line, at + label->count) : NULL;
    if (!label)
        return 0;
    if (!next || next->kind != TOKEN_WORD)
        return 1;
    const struct token *second = anf__line_token(r, line, at + label->count + 1);
    return second && second->kind == TOKEN_NUMBER;
}

/* "vom 08. November 2021 (Eingang …)", "zum Thema:", "Antwort des Ministeriums …" */
static int
is_remark(const struct recognition *r, const struct line *line)
{
    char date[11];
    const struct hit *filler = anf__line_hit(r, line, 0, WORD_FILLER);
    const struct hit *quoted = anf__line_hit(r, line, 0, WORD_LETTER);
    if (is_statement(r, line) || anf__line_hit(r, line, 0, WORD_ANSWER_OPENER) ||
        (quoted && strcmp(quoted->entry->id, "text") == 0))
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

/* "1. Wie viele …": the questions begin. */
static int
is_numbered(const struct recognition *r, const struct line *line)
{
    struct mark mark;
    anf__read_mark(r, line, &mark);
    return mark.kind == MARK_NUMBER || mark.kind == MARK_QUESTION;
}

/* "Ich frage die Landesregierung:" */
static int
announces_questions(const struct recognition *r, const struct line *line)
{
    return anf__line_has_sign(r, line, line->token_count - 1, ":") &&
           anf__line_any_hit(r, line, WORD_ASKING);
}

static int
may_be_title(const struct recognition *r, const struct line *line)
{
    return is_open(line) && line->token_count && !is_remark(r, line) &&
           !announces_questions(r, line) && !anf__line_whole_hit(r, line, WORD_SECTION) &&
           anf__line_block(r, line)->kind != ANF_BLOCK_PREFORMATTED &&
           anf__line_token(r, line, 0)->kind != TOKEN_NUMBER && !is_numbered(r, line);
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

/* Does a bracket that these lines open stay open? */
static int
is_in_brackets(const struct recognition *r, uint32_t first, uint32_t last)
{
    int depth = 0;
    for (uint32_t i = first; i <= last; i++) {
        const struct line *line = &r->lines.items[i];
        for (uint32_t at = 0; at < line->token_count; at++) {
            depth += anf__line_has_sign(r, line, at, "(");
            depth -= depth && anf__line_has_sign(r, line, at, ")");
        }
    }
    return depth != 0;
}

/* In brackets, a title names other papers: "(Nachfrage zu\nDrucksache 18/5)". */
static int
title_goes_on(const struct recognition *r, uint32_t first, uint32_t last)
{
    const struct line *line = &r->lines.items[last];
    if (was_ended(r, line, width_around(r, first)))
        return 0;
    return may_be_title(r, line + 1) || (is_open(line + 1) && is_in_brackets(r, first, last));
}

/* The words state the title and, with the label before them, all of their lines. */
static int
state_title(struct recognition *r, struct extent extent)
{
    for (uint32_t i = extent.line; i < r->lines.count && r->lines.items[i].start < extent.end &&
                                   r->lines.items[i].block == r->lines.items[extent.line].block;
         i++) {
        struct line *line = &r->lines.items[i];
        line->field = line->state == LINE_FIELD ? line->field : ANF_FIELD_TITLE;
        line->state = LINE_FIELD;
    }
    return anf__propose_words(r, ANF_FIELD_TITLE, WEIGHT_TITLE, "title.below-askers", extent);
}

/* "betreffend" */
static int
is_about(const struct recognition *r, const struct line *line, uint32_t at)
{
    const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
    return label && strcmp(label->entry->id, "about") == 0;
}

/* "Kleine Anfrage des Abg. Muster (SPD) vom 3.4.2025 betreffend Alte Deiche", on one line or two */
static int
read_about(struct recognition *r, int *ret_done)
{
    for (uint32_t i = r->kind_line; i < r->head_end && i <= r->kind_line + HEAD_LINES; i++) {
        const struct line *line = &r->lines.items[i];
        uint32_t at = 0;
        while (at < line->token_count && !is_about(r, line, at))
            at++;
        if (at + 1 >= line->token_count)
            continue;
        *ret_done = 1;
        uint32_t last = i;
        while (last < i + TITLE_LINES && title_goes_on(r, i, last))
            last++;
        return state_title(r, (struct extent){i, anf__line_token(r, line, at + 1)->start,
                                              r->lines.items[last].end});
    }
    return ANF_OK;
}

static int
propose_title(struct recognition *r, uint32_t first)
{
    first = skip_remarks(r, first);
    if (first >= r->lines.count || !may_be_title(r, &r->lines.items[first]))
        return ANF_OK;
    uint32_t last = first;
    while (last < first + TITLE_LINES && title_goes_on(r, first, last))
        last++;
    struct line whole = anf__joined_lines(r, first, last - first + 1);
    if (is_prose(r, &whole))
        return ANF_OK;
    return state_title(r, (struct extent){first, whole.start, whole.end});
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
    return propose_title(r, anf__settle_tokens(r, index, opening + read, ANF_FIELD_ASKERS));
}

/* "Abgeordneter Jan Muster (SPD)", the title, and only then "Kleine Anfrage - KA 8/5", as in
 * Saxony-Anhalt. */
static int
read_askers_above(struct recognition *r)
{
    uint32_t from = r->kind_line > HEAD_LINES ? r->kind_line - HEAD_LINES : 0;
    for (uint32_t i = from; i < r->kind_line; i++) {
        const struct line *line = &r->lines.items[i];
        uint32_t opening = is_open(line) && anf__line_any_hit(r, line, WORD_PARTY)
                               ? askers_opening(r, line)
                               : 0;
        if (opening)
            return read_askers(r, i, opening);
    }
    return ANF_OK;
}

/* Behind the statements below the kind, and whether they name who asks. */
static uint32_t
behind_statements(const struct recognition *r, int *ret_named)
{
    uint32_t last = r->kind_line;
    *ret_named = !anf__line_hit(r, &r->lines.items[r->kind_line], 0, WORD_KIND);
    for (uint32_t i = r->kind_line + 1; i < r->head_end && i <= last + HEAD_LINES; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->token_count && !line->is_step)
            break;
        last = line->is_step ? i : last;
        *ret_named |= line->is_step && line->field == ANF_FIELD_ASKERS;
    }
    return last + 1;
}

int
anf__pass_paper(struct recognition *r)
{
    if (r->kind_line == UINT32_MAX)
        return ANF_OK;
    int titled = 0;
    int status = anf__read_paper_numbers(r);
    if (status == ANF_OK)
        status = read_about(r, &titled);
    if (status != ANF_OK || (titled && r->askers.count))
        return status;
    int named = 0;
    uint32_t behind = behind_statements(r, &named);
    if (r->askers.count)
        return named ? propose_title(r, behind) : ANF_OK;
    for (uint32_t i = r->kind_line + 1; i < r->lines.count && i <= r->kind_line + HEAD_LINES; i++) {
        const struct line *line = &r->lines.items[i];
        uint32_t opening = line->state == LINE_OPEN ? askers_opening(r, line) : 0;
        if (opening)
            return read_askers(r, i, opening);
    }
    return read_askers_above(r);
}
