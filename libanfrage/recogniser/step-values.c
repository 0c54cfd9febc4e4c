/* step-values.c: dates, Drucksachen, numbers, people and offices in the line of a procedure. */
#include "recogniser/step-scan.h"

#include <stdlib.h>
#include <string.h>

enum {
    WEIGHT_PUBLISHED = 70,
    SHORT_OFFICE = 2 /* letters, at least */
};

const struct hit *
anf__scan_hit(const struct scan *p, enum word_class class)
{
    return anf__line_hit(p->r, &p->line, p->at, class);
}

int
anf__scan_is_sign(const struct scan *p, uint32_t index, char sign)
{
    const struct token *token = anf__line_token(p->r, &p->line, index);
    return token && anf__token_is_sign(anf__line_text(p->r, &p->line), token, sign);
}

/* Count the words of the tokens as part of a statement, and go on behind them. */
void
anf__scan_take(struct scan *p, uint32_t tokens)
{
    p->found->begins |= !p->found->words;
    for (uint32_t i = 0; i < tokens; i++) {
        const struct token *token = anf__line_token(p->r, &p->line, p->at + i);
        if (!token || token->kind != TOKEN_WORD || p->at + i >= p->end)
            continue;
        p->found->words++;
        p->found->covered++;
    }
    p->at += tokens;
}

/* --- values --- */

static int
propose(struct scan *p, int field, uint32_t weight, const char *rule, uint32_t first,
        uint32_t count, const char *value)
{
    struct extent extent = anf__extent_of_tokens(p->r, &p->line, first, count);
    return anf__propose(p->r, field, weight, rule, extent, value, strlen(value));
}

static int
date_field(const struct scan *p)
{
    switch (p->s->step) {
    case STEP_QUESTION:
        return ANF_FIELD_ASKED;
    case STEP_ANSWER:
        return p->s->to_question ? ANF_FIELD_ASKED : ANF_FIELD_ANSWERED;
    case STEP_BOTH:
        return p->s->has_date ? ANF_FIELD_ANSWERED : ANF_FIELD_PUBLISHED;
    default:
        return 0;
    }
}

int
anf__take_date(struct scan *p, int field, int *done)
{
    char date[11];
    uint32_t read = anf__read_date(p->r, &p->line, p->at, date);
    *done = read != 0;
    if (!read)
        return ANF_OK;
    p->found->values++;
    p->s->has_date |= field == ANF_FIELD_ASKED;
    uint32_t weight = field == ANF_FIELD_PUBLISHED ? WEIGHT_PUBLISHED : STEP_WEIGHT;
    int status = field ? propose(p, field, weight, "date.step", p->at, read, date) : ANF_OK;
    anf__scan_take(p, read);
    return status;
}

/* A link under the words leads to the paper that they name. */
static int
propose_link(struct scan *p, uint32_t first, uint32_t count, int field)
{
    struct extent extent = anf__extent_of_tokens(p->r, &p->line, first, count);
    const char *target = anf__link_target(p->r, p->line.block, extent.start, extent.end);
    if (!target || !field)
        return ANF_OK;
    return anf__propose(p->r, field, STEP_WEIGHT, "link.step", extent, target, strlen(target));
}

int
anf__take_reference(struct scan *p, int *done)
{
    char reference[32];
    struct steps *s = p->s;
    uint32_t read = anf__read_reference(p->r, &p->line, p->at, reference);
    int status = ANF_OK;
    *done = read != 0;
    if (!read)
        return ANF_OK;
    p->found->references++;
    int question = s->step == STEP_QUESTION || s->step == STEP_BOTH || s->to_question;
    int answer = (s->step == STEP_ANSWER && !s->to_question) || s->step == STEP_BOTH;
    if (question)
        status = propose(p, ANF_FIELD_REFERENCE, STEP_WEIGHT, "reference.step", p->at, read,
                         reference);
    if (answer && status == ANF_OK)
        status = propose(p, ANF_FIELD_ANSWER_REFERENCE, STEP_WEIGHT, "reference.step", p->at, read,
                         reference);
    if (status == ANF_OK)
        status = propose_link(p, p->at, read, anf__link_of_step(s));
    s->has_reference |= question;
    s->to_question = 0;
    anf__scan_take(p, read);
    return status;
}

/* "Schriftliche Anfrage 19. Wahlperiode": the number is the electoral term's. */
static int
counts_terms(const struct scan *p, uint32_t at)
{
    const struct hit *term = anf__line_hit(
        p->r, &p->line, at + (uint32_t)anf__scan_is_sign(p, at, '.'), WORD_LABEL);
    return term && strcmp(term->entry->id, "term") == 0;
}

/* "12", "Nr. 12", "7/837" behind the kind or "KA": in the inquiry's own series. */
int
anf__take_number(struct scan *p)
{
    char value[32];
    const struct hit *number = anf__scan_hit(p, WORD_FILLER);
    uint32_t at = p->at + (number ? number->count : 0);
    at += number && anf__scan_is_sign(p, at, '.');
    const struct token *token = anf__line_token(p->r, &p->line, at);
    if (!token || token->kind != TOKEN_NUMBER || anf__read_date(p->r, &p->line, at, value) ||
        counts_terms(p, at + 1))
        return ANF_OK;
    uint32_t read = anf__read_reference(p->r, &p->line, at, value);
    struct extent extent = anf__extent_of_tokens(p->r, &p->line, at, read ? read : 1);
    int status = propose_link(p, at, read ? read : 1, anf__link_of_step(p->s));
    p->found->values++;
    anf__scan_take(p, at - p->at + (read ? read : 1));
    if (status != ANF_OK)
        return status;
    return anf__propose_words(p->r, ANF_FIELD_INQUIRY_NUMBER, STEP_WEIGHT, "number.behind-kind",
                              extent);
}

int
anf__take_step_date(struct scan *p, int *done)
{
    return anf__take_date(p, date_field(p), done);
}

/* --- people and offices --- */

/* Behind "Kleine Anfrage", or before any step is named: names with their parties. */
int
anf__take_people(struct scan *p, int *done)
{
    struct recognition *r = p->r;
    const struct hit *intro = anf__scan_hit(p, WORD_ASKER_INTRO);
    struct recognition_mark mark = anf__mark(r);
    uint32_t read = 0;
    if (p->s->step == STEP_OTHER || (p->s->step == STEP_ANSWER && !p->s->to_question) ||
        (p->at < p->unknown && !intro))
        return ANF_OK;
    int status = anf__read_people(r, &p->line, p->at, "askers.step", &read);
    if (status != ANF_OK || r->askers.count == mark.askers)
        return status;
    int known = intro != NULL;
    for (size_t i = mark.askers; i < r->askers.count; i++)
        known |= r->askers.items[i].actor.party != NULL;
    if (!known) {
        anf__take_back(r, mark);
        p->unknown = p->at + read;
        return ANF_OK;
    }
    p->found->values++;
    anf__scan_take(p, read);
    *done = 1;
    return ANF_OK;
}

/* "MGEPA", "LReg": a word that is no sentence's. */
static int
is_short_office(const struct scan *p)
{
    const struct token *token = anf__line_token(p->r, &p->line, p->at);
    const struct token *next = anf__line_token(p->r, &p->line, p->at + 1);
    if (anf__scan_hit(p, WORD_OFFICE_SHORT))
        return 1;
    return p->office_at == p->at && token->kind == TOKEN_WORD && token->flags & TOKEN_UPPER &&
           token->end - token->start >= SHORT_OFFICE && !anf__scan_hit(p, WORD_PARTY) &&
           (!next || next->flags & TOKEN_AFTER_SPACE || anf__scan_is_sign(p, p->at + 1, ')'));
}

static int
take_short_office(struct scan *p, int *done)
{
    const struct hit *known = anf__scan_hit(p, WORD_OFFICE_SHORT);
    uint32_t count = known ? known->count : 1;
    struct extent extent = anf__extent_of_tokens(p->r, &p->line, p->at, count);
    struct person *person = ANF__ARRAY_PUSH(&p->r->answerers);
    if (!person)
        return ANF_ERR_NOMEM;
    *person = (struct person){{ANF_ACTOR_INIT}, extent, "answerers.step"};
    person->actor.organization = anf__clean(anf__line_text(p->r, &p->line) + extent.start,
                                            extent.end - extent.start);
    p->found->values++;
    anf__scan_take(p, count);
    *done = 1;
    return person->actor.organization ? ANF_OK : ANF_ERR_NOMEM;
}

int
anf__take_office(struct scan *p, int *done)
{
    uint32_t read = 0;
    if (p->s->step != STEP_ANSWER && p->s->step != STEP_BOTH)
        return ANF_OK;
    if (is_short_office(p))
        return take_short_office(p, done);
    int status = anf__read_office(p->r, &p->line, p->at, "answerers.step", &read);
    *done = read != 0;
    if (!read)
        return status;
    p->found->values++;
    p->s->to_question = 0;
    anf__scan_take(p, read);
    return status;
}
