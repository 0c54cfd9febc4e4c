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

/* --- numbers: the paper's own above the kind, the question's below it --- */

/* Does the head say that this paper answers? */
static int
answers(const struct recognition *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i <= to && i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        const struct hit *filler = anf__line_hit(r, line, 0, WORD_FILLER);
        if (i > r->kind_line && !line->is_step)
            continue;
        int at_start = anf__line_hit(r, line, 0, WORD_ANSWER_OPENER) != NULL;
        if (at_start || (filler && anf__line_hit(r, line, filler->count, WORD_ANSWER_OPENER)))
            return 1;
    }
    return 0;
}

/* "Deutscher Bundestag Drucksache 21/123": the Drucksache that the line names; its tokens, 0: none.
 */
static uint32_t
find_reference(const struct recognition *r, const struct line *line, uint32_t *at,
               char reference[32])
{
    for (uint32_t i = 0; i < line->token_count; i++) {
        const struct hit *label = anf__line_hit(r, line, i, WORD_LABEL);
        if (!label || strcmp(label->entry->id, "reference") != 0)
            continue;
        *at = i + label->count;
        return anf__read_reference(r, line, *at, reference);
    }
    return 0;
}

/* "(zu Drs. 21/912)", "Drucksache 16/1204 (16/1133)": in the head of an answer, its question's. */
static uint32_t
find_question_reference(const struct recognition *r, const struct line *line, uint32_t *at,
                        char reference[32])
{
    uint32_t read = find_reference(r, line, at, reference);
    if (!read)
        return 0;
    for (uint32_t i = 0; i < *at; i++) {
        if (anf__line_hit(r, line, i, WORD_TO_QUESTION))
            return read;
    }
    *at += read + 1;
    if (!anf__line_has_sign(r, line, *at - 1, "("))
        return 0;
    read = anf__read_reference(r, line, *at, reference);
    return anf__line_has_sign(r, line, *at + read, ")") ? read : 0;
}

static int
propose_question_reference(struct recognition *r, const struct line *line, int *done)
{
    char reference[32];
    uint32_t at = 0;
    uint32_t read = find_question_reference(r, line, &at, reference);
    if (!read)
        return ANF_OK;
    *done = anf__line_hit(r, line, anf__line_has_sign(r, line, 0, "("), WORD_TO_QUESTION) != NULL;
    return anf__propose(r, ANF_FIELD_REFERENCE, WEIGHT_HEAD, "reference.question-of-answer",
                        anf__extent_of_tokens(r, line, at, read), reference, strlen(reference));
}

static int
propose_own_reference(struct recognition *r, const struct line *line, int answer)
{
    char reference[32];
    uint32_t at = 0;
    uint32_t read = find_reference(r, line, &at, reference);
    if (!read)
        return ANF_OK;
    struct extent extent = anf__extent_of_tokens(r, line, at, read);
    int status = ANF_OK;
    if (answer)
        status = anf__propose(r, ANF_FIELD_ANSWER_REFERENCE, WEIGHT_HEAD, "reference.paper-head",
                              extent, reference, strlen(reference));
    /* Where nothing else names the question's number, one paper holds both. */
    if (status == ANF_OK)
        status = anf__propose(r, ANF_FIELD_REFERENCE, answer ? WEIGHT_SAME : WEIGHT_HEAD,
                              "reference.paper-head", extent, reference, strlen(reference));
    r->lines.items[line->index].state = LINE_FIELD;
    r->lines.items[line->index].field = ANF_FIELD_REFERENCE;
    return status;
}

static int
read_numbers(struct recognition *r)
{
    uint32_t from = r->kind_line > HEAD_LINES ? r->kind_line - HEAD_LINES : 0;
    int answer = answers(r, from, r->kind_line + HEAD_LINES);
    int status = ANF_OK;
    for (uint32_t i = from; i < r->kind_line && status == ANF_OK; i++) {
        int of_question = 0;
        if (!is_open(&r->lines.items[i]))
            continue;
        if (answer)
            status = propose_question_reference(r, &r->lines.items[i], &of_question);
        if (status == ANF_OK && !of_question)
            status = propose_own_reference(r, &r->lines.items[i], answer);
    }
    return status;
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
    int status = read_numbers(r);
    if (status != ANF_OK)
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
