/* pass-head.c: the head of a printed paper: "Deutscher Bundestag Drucksache 21/123", "21.
 * Wahlperiode 07.05.2025", and that of a second paper, the answer's, which may follow. */
#include "recogniser/steps.h"

#include <string.h>

enum {
    WEIGHT_DAY = 60,
    WEIGHT_TERM = 70,
    WEIGHT_ANSWER = 75,
    HEAD_LINES = 8,
    SECOND_LINES = 24 /* empty ones included */
};

/* "21. Wahlperiode": tokens up to the word's end, 0: the line does not say it. */
static uint32_t
read_term(const struct recognition *r, const struct line *line, uint32_t *term)
{
    for (uint32_t at = 2; at < line->token_count; at++) {
        const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
        if (!label || strcmp(label->entry->id, "term") != 0 ||
            anf__line_token(r, line, at - 2)->kind != TOKEN_NUMBER ||
            !anf__token_is_sign(anf__line_text(r, line), anf__line_token(r, line, at - 1), '.'))
            continue;
        *term = at - 2;
        return at + label->count;
    }
    return 0;
}

static int
propose_term(struct recognition *r, const struct line *line, uint32_t at)
{
    return anf__propose_words(r, ANF_FIELD_TERM, WEIGHT_TERM, "term.head",
                              anf__extent_of_tokens(r, line, at, 1));
}

/* The day of the paper at a token, which is the last on its line. */
static int
propose_day(struct recognition *r, const struct line *line, uint32_t at, int *taken)
{
    char date[11];
    uint32_t read = anf__read_date(r, line, at, date);
    *taken = read && at + read == line->token_count;
    if (!*taken)
        return ANF_OK;
    return anf__propose(r, ANF_FIELD_PUBLISHED, WEIGHT_DAY, "date.head",
                        anf__extent_of_tokens(r, line, at, read), date, strlen(date));
}

static int
read_head_line(struct recognition *r, uint32_t index)
{
    struct line *line = &r->lines.items[index];
    const struct hit *name = anf__line_hit(r, line, 0, WORD_PARLIAMENT);
    uint32_t term = 0;
    uint32_t behind = read_term(r, line, &term);
    int taken = 0;
    int status = behind ? propose_term(r, line, term) : ANF_OK;
    /* "21. Wahlperiode 07.05.2025", "Thüringer Landtag 13.06.2025", the day alone */
    uint32_t at = behind ? behind : name ? name->count : 0;
    if (status == ANF_OK)
        status = propose_day(r, line, at, &taken);
    if (taken || (behind && behind == line->token_count)) {
        line->state = LINE_FIELD;
        line->field = taken ? ANF_FIELD_PUBLISHED : ANF_FIELD_TERM;
    }
    return status;
}

/* "LANDTAG NORDRHEIN-WESTFALEN Drucksache 18/14087": tokens of the number, *at their start; 0: the
 * line heads no paper. */
static uint32_t
read_own_number(const struct recognition *r, const struct line *line, uint32_t *at,
                char reference[32])
{
    if (!anf__line_any_hit(r, line, WORD_PARLIAMENT))
        return 0;
    for (uint32_t i = 0; i < line->token_count; i++) {
        const struct hit *label = anf__line_hit(r, line, i, WORD_LABEL);
        if (!label || strcmp(label->entry->id, "reference") != 0)
            continue;
        *at = i + label->count;
        return anf__read_reference(r, line, *at, reference);
    }
    return 0;
}

/* "Landtag Brandenburg, 3. Wahlperiode, Drucksache 3/421", with its day or without: what of a head
 * stands below the kind. */
static int
read_line_below(struct recognition *r, uint32_t index)
{
    struct line *line = &r->lines.items[index];
    char value[32];
    uint32_t at = 0;
    uint32_t term = 0;
    uint32_t read = read_own_number(r, line, &at, value);
    if (!read || !read_term(r, line, &term))
        return ANF_OK;
    int status = anf__propose(r, ANF_FIELD_REFERENCE, WEIGHT_ANSWER, "reference.head",
                              anf__extent_of_tokens(r, line, at, read), value, strlen(value));
    at += read;
    while (at < line->token_count && (anf__line_token(r, line, at)->kind == TOKEN_SIGN ||
                                      anf__line_hit(r, line, at, WORD_FILLER)))
        at++;
    read = anf__read_date(r, line, at, value);
    if (status == ANF_OK && read)
        status = anf__propose(r, ANF_FIELD_ASKED, WEIGHT_DAY, "date.head",
                              anf__extent_of_tokens(r, line, at, read), value, strlen(value));
    line->state = LINE_FIELD;
    line->field = ANF_FIELD_REFERENCE;
    line->is_step = STEP_OF_PROCEDURE;
    return status == ANF_OK ? propose_term(r, line, term) : status;
}

/* --- a second paper --- */

/* The line that names the kind below the head of an answer; the number of lines: it heads none. */
static uint32_t
find_kind(const struct recognition *r, uint32_t head)
{
    int answers = 0;
    uint32_t kind = (uint32_t)r->lines.count;
    for (uint32_t i = head + 1; i < r->lines.count && i <= head + SECOND_LINES; i++) {
        const struct line *line = &r->lines.items[i];
        uint32_t at = 0;
        const struct hit *word = NULL;
        if (!line->token_count)
            continue;
        answers |= anf__line_whole_hit(r, line, WORD_ANSWER_STEP) != NULL;
        while ((word = anf__line_hit(r, line, at, WORD_FILLER)))
            at += word->count;
        if (kind == r->lines.count && anf__line_hit(r, line, at, WORD_KIND))
            kind = i;
        if (answers && kind < r->lines.count)
            return kind;
    }
    return (uint32_t)r->lines.count;
}

static int
read_second(struct recognition *r, uint32_t index, uint32_t at, uint32_t read,
            const char *reference)
{
    const struct line *line = &r->lines.items[index];
    uint32_t kind = find_kind(r, index);
    if (kind == r->lines.count)
        return ANF_OK;
    int status = anf__propose(r, ANF_FIELD_ANSWER_REFERENCE, WEIGHT_ANSWER, "reference.second-head",
                              anf__extent_of_tokens(r, line, at, read), reference,
                              strlen(reference));
    return status == ANF_OK ? anf__read_second_head(r, kind) : status;
}

/* The first Drucksache's number heads every page of it; the first other one heads the answer. */
static int
find_second(struct recognition *r)
{
    char first[32] = "";
    int status = ANF_OK;
    for (uint32_t i = 0; i < r->lines.count && status == ANF_OK; i++) {
        char reference[32];
        uint32_t at = 0;
        uint32_t read = read_own_number(r, &r->lines.items[i], &at, reference);
        if (!read || strcmp(reference, first) == 0)
            continue;
        if (i > r->head_end) {
            size_t before = r->proposals.count;
            status = read_second(r, i, at, read, reference);
            if (r->proposals.count > before)
                break;
        }
        strcpy(first, reference);
    }
    return status;
}

int
anf__pass_head(struct recognition *r)
{
    if (r->kind_line == UINT32_MAX)
        return ANF_OK;
    int status = ANF_OK;
    uint32_t from = r->kind_line > HEAD_LINES ? r->kind_line - HEAD_LINES : 0;
    for (uint32_t i = from; i < r->kind_line && status == ANF_OK; i++) {
        if (r->lines.items[i].token_count && r->lines.items[i].state == LINE_OPEN)
            status = read_head_line(r, i);
    }
    uint32_t to = r->kind_line + HEAD_LINES;
    for (uint32_t i = r->kind_line + 1; i < to && i < r->head_end && status == ANF_OK; i++) {
        if (r->lines.items[i].token_count && r->lines.items[i].state == LINE_OPEN)
            status = read_line_below(r, i);
    }
    return status == ANF_OK ? find_second(r) : status;
}
