/* steps.c: one line of a procedure: "Kleine Anfrage 12 Eva Muster (SPD) 3.4.2025 Drucksache 18/5".
 *
 * The words of a line come in any order; each kind of statement has a small reader, and what no
 * reader takes counts against the line. */
#include "recogniser/step-scan.h"

#include <string.h>

enum {
    STEP_LINES = 40 /* that the names of one line may run on over */
};

static void
skip_signs(struct scan *p, const char *signs)
{
    while (*signs) {
        const char *sign = signs;
        while (*sign && !anf__scan_is_sign(p, p->at, *sign))
            sign++;
        if (!*sign)
            return;
        p->at++;
    }
}

/* --- words that name a step --- */

static int
propose_kind(struct scan *p, const struct hit *kind)
{
    if (p->line.index == p->r->kind_line)
        return ANF_OK; /* pass-kind.c has proposed it */
    struct extent extent = anf__extent_of_tokens(p->r, &p->line, p->at, kind->count);
    const char *id = kind->entry->id;
    int status = anf__propose(p->r, ANF_FIELD_KIND, STEP_WEIGHT, "kind.step", extent, id,
                              strlen(id));
    return status == ANF_OK
               ? anf__propose_words(p->r, ANF_FIELD_KIND_LABEL, STEP_WEIGHT, "kind.step", extent)
               : status;
}

static int
take_kind(struct scan *p, int *done)
{
    const struct hit *kind = anf__scan_hit(p, WORD_KIND);
    *done = kind != NULL;
    if (!kind)
        return ANF_OK;
    int status = propose_kind(p, kind);
    if (!p->s->to_question)
        p->s->step = STEP_QUESTION;
    p->found->names++;
    anf__scan_take(p, kind->count);
    return status == ANF_OK ? anf__take_number(p) : status;
}

/* "Anfrage der Abgeordneten …": the word alone may be any inquiry. */
static int
take_inquiry(struct scan *p, int *done)
{
    const struct hit *word = anf__scan_hit(p, WORD_KIND_EXACT);
    *done = word && anf__line_hit(p->r, &p->line, p->at + word->count, WORD_ASKER_INTRO);
    if (!*done)
        return ANF_OK;
    p->s->step = STEP_QUESTION;
    p->found->names++;
    anf__scan_take(p, word->count);
    return ANF_OK;
}

/* "zu KlAnfr 12", "auf die Kleine Anfrage": the answer's question is named. */
static int
take_to_question(struct scan *p, int *done)
{
    const struct hit *to = p->s->step == STEP_ANSWER ? anf__scan_hit(p, WORD_TO_QUESTION) : NULL;
    *done = to && anf__line_hit(p->r, &p->line, p->at + to->count, WORD_KIND);
    if (!*done)
        return ANF_OK;
    p->s->to_question = 1;
    anf__scan_take(p, to->count);
    return ANF_OK;
}

/* One paper holds both, unless the question has its own: then it is the answer's. */
static int
take_with_answer(struct scan *p, int *done)
{
    const struct hit *with = anf__scan_hit(p, WORD_WITH_ANSWER);
    *done = with && (p->s->step == STEP_QUESTION || p->s->step == STEP_BOTH);
    if (!*done)
        return ANF_OK;
    p->s->step = p->s->has_reference ? STEP_ANSWER : STEP_BOTH;
    p->found->names++;
    anf__scan_take(p, with->count);
    p->office_at = p->at;
    return ANF_OK;
}

static int
take_answer(struct scan *p, int *done)
{
    const struct hit *answer = anf__scan_hit(p, WORD_ANSWER_STEP);
    *done = answer != NULL;
    if (!answer)
        return ANF_OK;
    p->s->step = STEP_ANSWER;
    p->s->to_question = 0;
    p->found->names++;
    anf__scan_take(p, answer->count);
    p->office_at = p->at;
    return ANF_OK;
}

static int
take_other(struct scan *p, int *done)
{
    const struct hit *other = anf__scan_hit(p, WORD_OTHER_STEP);
    *done = other != NULL;
    if (!other)
        return ANF_OK;
    p->s->step = STEP_OTHER;
    p->found->names++;
    anf__scan_take(p, other->count);
    return ANF_OK;
}

/* --- labels --- */

static int
label_date_field(const char *id, int *ret_field)
{
    static const struct {
        const char *id;
        int field;
    } dates[] = {{"asked", ANF_FIELD_ASKED},
                 {"answered", ANF_FIELD_ANSWERED},
                 {"published", ANF_FIELD_PUBLISHED},
                 {"deadline", 0},
                 {"stamp", 0}};
    for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
        if (strcmp(dates[i].id, id) == 0) {
            *ret_field = dates[i].field;
            return 1;
        }
    }
    return 0;
}

/* A label, and the value right behind it. */
static int
take_label(struct scan *p, int *done)
{
    const struct hit *label = anf__scan_hit(p, WORD_LABEL);
    int field = 0;
    int read = 0;
    if (!label)
        return ANF_OK;
    const char *id = label->entry->id;
    int is_date = label_date_field(id, &field);
    *done = is_date || strcmp(id, "reference") == 0 || strcmp(id, "number") == 0 ||
            strcmp(id, "askers") == 0 || strcmp(id, "answerers") == 0;
    if (!*done)
        return ANF_OK;
    anf__scan_take(p, label->count);
    skip_signs(p, ".:");
    /* "Kleine Anfrage, Urheber: Bundesregierung": what an office has written is the answer. */
    if (strcmp(id, "askers") == 0 && anf__scan_hit(p, WORD_OFFICE))
        p->s->step = STEP_ANSWER;
    if (strcmp(id, "number") == 0)
        return anf__take_number(p);
    if (is_date)
        return anf__take_date(p, field, &read);
    return ANF_OK;
}

/* "Eine Antwort steht noch aus." is part of the statement, and names no step of its own. */
static int
take_pending(struct scan *p, int *done)
{
    const struct hit *words = anf__scan_hit(p, WORD_PENDING);
    *done = words != NULL;
    if (words)
        anf__scan_take(p, words->count);
    return ANF_OK;
}

/* --- the line --- */

static int
take_word(struct scan *p, int *done)
{
    const struct hit *word = anf__scan_hit(p, WORD_STEP_WORD);
    if (!word)
        word = anf__scan_hit(p, WORD_FILLER);
    *done = word != NULL;
    if (word)
        anf__scan_take(p, word->count);
    return ANF_OK;
}

/* The first that takes something has it. */
static take_fn *const takes[] = {
    take_other,       take_with_answer, take_to_question, take_kind,           take_pending,
    take_answer,      take_inquiry,     take_label,       anf__take_step_date, anf__take_reference,
    anf__take_office, anf__take_people, take_word,
};

/* A small word that no phrase begins with is neither a name nor anything else: most words of
 * running text are such. */
static int
may_be_taken(const struct token *token)
{
    return token->kind != TOKEN_WORD || token->begins || token->flags & TOKEN_CAPITAL;
}

static int
take_next(struct scan *p)
{
    const struct token *token = anf__line_token(p->r, &p->line, p->at);
    size_t tried = may_be_taken(token) ? 0 : sizeof takes / sizeof *takes;
    int done = 0;
    int status = ANF_OK;
    for (; tried < sizeof takes / sizeof *takes && !done && status == ANF_OK; tried++)
        status = takes[tried](p, &done);
    if (done || status != ANF_OK)
        return status;
    p->found->words += token->kind == TOKEN_WORD;
    if (p->office_at == p->at && token->kind == TOKEN_SIGN)
        p->office_at++;
    p->at++;
    return ANF_OK;
}

/* A title behind "Kleine Anfrage 12:" or "Kleine Anfrage 12 –" is no statement. */
static int
begins_title(const struct scan *p)
{
    const struct token *sign = anf__line_token(p->r, &p->line, p->at);
    const struct token *next = anf__line_token(p->r, &p->line, p->at + 1);
    char date[11];
    if (p->found->names != 1 || p->found->references || sign->kind != TOKEN_SIGN || !next ||
        anf__line_hit(p->r, &p->line, p->at + 1, WORD_LABEL) ||
        anf__line_hit(p->r, &p->line, p->at + 1, WORD_ANSWER_STEP) ||
        anf__read_date(p->r, &p->line, p->at + 1, date))
        return 0;
    return anf__scan_is_sign(p, p->at, ':') ||
           (sign->flags & TOKEN_AFTER_SPACE && next->flags & TOKEN_AFTER_SPACE);
}

/* Values may stand before the word that tells whose they are: "Drs. 18/26, 3.4.2025, GrAnfr". */
static void
look_ahead(struct scan *p)
{
    for (uint32_t i = p->at; i < p->end; i++) {
        if (anf__line_hit(p->r, &p->line, i, WORD_WITH_ANSWER))
            return;
        if (anf__line_hit(p->r, &p->line, i, WORD_OTHER_STEP))
            p->s->step = STEP_OTHER;
        else if (anf__line_hit(p->r, &p->line, i, WORD_KIND))
            p->s->step = STEP_QUESTION;
        else if (anf__line_hit(p->r, &p->line, i, WORD_ANSWER_STEP))
            p->s->step = STEP_ANSWER;
        else
            continue;
        return;
    }
}

/* With how many words that no reader takes the line may still be a step: most lines are running
 * text, and a few words tell. The line of the kind is one in any case, and so are names that run
 * on. */
static uint32_t
most_left_over(const struct scan *p)
{
    uint32_t words = 0;
    if (p->line.index == p->r->kind_line || p->at > 0)
        return UINT32_MAX;
    for (uint32_t i = 0; i < p->end; i++)
        words += anf__line_token(p->r, &p->line, i)->kind == TOKEN_WORD;
    return words - words * STEP_ENOUGH / STEP_ENOUGH_OF;
}

int
anf__read_step_line(struct steps *s, uint32_t index, struct step_line *ret)
{
    struct recognition *r = s->r;
    *ret = (struct step_line){0};
    struct scan p = {.s = s, .r = r, .line = anf__joined_lines(r, index, STEP_LINES), .found = ret};
    p.end = r->lines.items[index].token_count;
    p.office_at = UINT32_MAX;
    uint32_t read = s->behind < p.end ? s->behind : p.end;
    s->behind -= read;
    if (read)
        anf__scan_take(&p, read);
    look_ahead(&p);
    uint32_t most = most_left_over(&p);
    int status = ANF_OK;
    while (status == ANF_OK && p.at < p.end && ret->words - ret->covered <= most &&
           !begins_title(&p))
        status = take_next(&p);
    ret->title = p.at < p.end;
    if (p.at > p.end)
        s->behind += p.at - p.end;
    return status;
}

int
anf__is_step(const struct step_line *line)
{
    return line->begins && line->names && line->references + line->values &&
           line->covered * STEP_ENOUGH_OF >= line->words * STEP_ENOUGH;
}

int
anf__is_step_line(struct recognition *r, uint32_t index, int *ret_is)
{
    struct steps s = {.r = r};
    struct step_line found;
    struct recognition_mark mark = anf__mark(r);
    int status = anf__read_step_line(&s, index, &found);
    anf__take_back(r, mark);
    *ret_is = status == ANF_OK && anf__is_step(&found);
    return status;
}

int
anf__link_of_step(const struct steps *s)
{
    switch (s->step) {
    case STEP_QUESTION:
    case STEP_BOTH:
        return ANF_FIELD_LINK_DOCUMENT;
    case STEP_ANSWER:
        return s->to_question ? ANF_FIELD_LINK_DOCUMENT : ANF_FIELD_LINK_ANSWER;
    default:
        return 0;
    }
}
