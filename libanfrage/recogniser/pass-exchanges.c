/* pass-exchanges.c: questions by their numbers, answers by what they say they answer. */
#include "recogniser/recognition.h"

/* Where the walk over the lines stands. */
struct walk {
    struct recognition *r;
    uint32_t questions; /* how many have been numbered so far, without a gap */
    uint32_t answers;
    int asking;    /* a line or a heading has announced questions */
    int answering; /* or answers */
    int pairs;     /* or each answer behind its question */
};

static int
is_sign(const struct recognition *r, const struct line *line, uint32_t index, const char *signs)
{
    const struct token *token = anf__line_token(r, line, index);
    if (!token)
        return 0;
    for (; *signs; signs++) {
        if (anf__token_is_sign(anf__line_text(r, line), token, *signs))
            return 1;
    }
    return 0;
}

static void
open_numbered(const struct recognition *r, struct line *line, int part, uint32_t number,
              uint32_t tokens)
{
    const struct token *next = anf__line_token(r, line, tokens);
    line->state = LINE_BODY;
    line->part = (uint8_t)part;
    line->first = line->last = number;
    line->text_start = next ? next->start : line->end;
}

/* "1. Welche …", "2) Wie …": tokens of the number and its sign; 0: the line begins otherwise. */
static uint32_t
leading_number(const struct recognition *r, const struct line *line, uint32_t *ret_number)
{
    const struct token *number = anf__line_token(r, line, 0);
    const struct token *text = anf__line_token(r, line, 2);
    if (!number || number->kind != TOKEN_NUMBER || !is_sign(r, line, 1, ".)") || !text ||
        !(text->flags & TOKEN_AFTER_SPACE))
        return 0;
    *ret_number = anf__token_number(anf__line_text(r, line), number);
    return 2;
}

/* The first block of an item of an ordered list: a browser shows its number. */
static uint32_t
item_number(const struct recognition *r, const struct line *line)
{
    const struct anf_block *block = anf__line_block(r, line);
    const struct anf_place *place = anf__line_place(r, line);
    const struct anf_block *before = line->block ? anf_page_block(r->page, line->block - 1) : NULL;
    if (place->kind != ANF_PLACE_ITEM || place->number <= 0 || line->start ||
        (before && before->place >= block->place))
        return 0;
    return (uint32_t)place->number;
}

/* "Frage 3:", "Frage 3" alone. */
static uint32_t
named_question(const struct recognition *r, const struct line *line, uint32_t *ret_number)
{
    const struct hit *word = anf__line_hit(r, line, 0, WORD_QUESTION_OPENER);
    uint32_t last = 0;
    uint32_t read = word ? anf__read_numbers(r, line, word->count, ret_number, &last) : 0;
    if (!read || *ret_number != last)
        return 0;
    uint32_t at = word->count + read;
    if (is_sign(r, line, at, ":"))
        return at + 1;
    return at == line->token_count ? at : 0;
}

/* "Zu Frage 1:", "Zu den Fragen 1 bis 3:", "Zu 2. / 3.": an answer to these. */
static uint32_t
answer_to(const struct recognition *r, struct line *line)
{
    const struct hit *word = anf__line_hit(r, line, 0, WORD_ANSWER_TO);
    uint32_t first = 0;
    uint32_t last = 0;
    uint32_t read = word ? anf__read_numbers(r, line, word->count, &first, &last) : 0;
    uint32_t at = word ? word->count + read : 0;
    if (!read || (!is_sign(r, line, at, ":") && at != line->token_count))
        return 0;
    line->first = first;
    line->last = last;
    return is_sign(r, line, at, ":") ? at + 1 : at;
}

/* "Antwort:", "Antwort der Landesregierung: Ja." */
static uint32_t
bare_answer(const struct recognition *r, const struct line *line)
{
    const struct hit *word = anf__line_hit(r, line, 0, WORD_ANSWER_OPENER);
    if (!word)
        return 0;
    if (is_sign(r, line, word->count, ":"))
        return word->count + 1;
    return word->count == line->token_count ? word->count : 0;
}

static int
try_answer(struct walk *w, struct line *line)
{
    const struct recognition *r = w->r;
    uint32_t first = line->first;
    uint32_t last = line->last;
    uint32_t tokens = answer_to(r, line);
    if (tokens) {
        first = line->first;
        last = line->last;
    } else if (w->questions) {
        tokens = bare_answer(r, line);
        first = last = w->questions;
    }
    if (!tokens)
        return 0;
    open_numbered(r, line, PART_ANSWER, first, tokens);
    line->last = last;
    w->answers = last;
    return 1;
}

/* A number that continues the count is a question, or, below "Antwort", the answer to it. */
static int
try_number(struct walk *w, struct line *line)
{
    const struct recognition *r = w->r;
    uint32_t number = 0;
    uint32_t tokens = named_question(r, line, &number);
    int named = tokens != 0;
    if (!tokens)
        tokens = leading_number(r, line, &number);
    if (!tokens)
        number = item_number(r, line);
    if (!number)
        return 0;
    if (w->answering && number == w->answers + 1 && number <= w->questions) {
        open_numbered(r, line, PART_ANSWER, number, tokens);
        w->answers = number;
        return 1;
    }
    if (number != w->questions + 1 || !(w->asking || named))
        return 0;
    open_numbered(r, line, PART_QUESTION, number, tokens);
    w->questions = number;
    return 1;
}

/* Below "Fragen und Antworten", the first paragraph behind a question is the answer to it. */
static int
try_pair(struct walk *w, struct line *line)
{
    const struct line *before = line->index ? line - 1 : NULL;
    if (!w->pairs || w->answers >= w->questions || !line->token_count || !before ||
        before->block == line->block)
        return 0;
    line->state = LINE_BODY;
    line->part = PART_ANSWER;
    line->first = line->last = w->answers = w->questions;
    line->text_start = line->start;
    return 1;
}

static void
walk_line(struct walk *w, uint32_t index)
{
    struct recognition *r = w->r;
    struct line *line = &r->lines.items[index];
    if (line->state != LINE_OPEN) {
        w->pairs |= line->part == PART_PAIRS;
        w->asking |= line->part == PART_QUESTIONS || w->pairs ||
                     line->role == ANF_ROLE_INTRODUCTION;
        w->answering |= line->part == PART_ANSWERS;
        /* "Antwort" alone, after a question and before the next, heads one answer. */
        if (line->part == PART_ANSWERS && w->questions && w->answers + 1 == w->questions) {
            line->part = PART_ANSWER;
            line->first = line->last = w->questions;
            w->answers = w->questions;
            w->answering = 0;
        }
        return;
    }
    if ((try_answer(w, line) || try_number(w, line) || try_pair(w, line)) && index < r->body_start)
        r->body_start = index;
}

int
anf__pass_exchanges(struct recognition *r)
{
    struct walk walk = {.r = r};
    for (uint32_t i = 0; i < r->lines.count; i++) {
        if (r->lines.items[i].state != LINE_ASIDE && r->lines.items[i].state != LINE_FIELD)
            walk_line(&walk, i);
    }
    return ANF_OK;
}
