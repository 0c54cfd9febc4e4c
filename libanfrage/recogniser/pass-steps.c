/* pass-steps.c: the walk over the statements of a procedure: the head of a paper, the lines of a
 * register, a sentence that tells all of it. */
#include "recogniser/steps.h"

enum {
    LONGEST_HEAD = 40, /* tokens */
    NEAR = 12          /* lines: what follows later without naming a step is of something else */
};

struct walk {
    struct steps s;
    uint32_t last;    /* the last line that was taken; UINT32_MAX: none */
    uint32_t pending; /* the first of lines that name a step and no more; UINT32_MAX: none */
    struct steps before_pending;
    struct recognition_mark mark; /* likewise */
};

/* --- what a line must have --- */

static int
is_covered(const struct step_line *found)
{
    return found->covered * STEP_ENOUGH_OF >= found->words * STEP_ENOUGH;
}

/* Nothing but empty lines between the last one taken and this. */
static int
is_adjacent(const struct walk *w, uint32_t index)
{
    const struct recognition *r = w->s.r;
    uint32_t last = w->pending != UINT32_MAX ? index - 1 : w->last;
    if (last == UINT32_MAX)
        return 0;
    for (uint32_t i = last + 1; i < index; i++) {
        if (r->lines.items[i].token_count)
            return 0;
    }
    return 1;
}

/* "Die Antwort der Landesregierung auf die Kleine Anfrage" LF "12 enthält …": with its article, and
 * running on, it is what a sentence speaks of. */
static int
is_subject(const struct recognition *r, uint32_t index)
{
    const struct line *line = &r->lines.items[index];
    const struct hit *article = anf__line_hit(r, line, 0, WORD_FILLER);
    return article && anf__line_token(r, line, 0)->flags & TOKEN_CAPITAL &&
           anf__line_hit(r, line, article->count, WORD_ANSWER_STEP) && anf__line_runs_on(r, index);
}

static int
is_taken(const struct walk *w, uint32_t index, const struct step_line *found, enum step before)
{
    if (index == w->s.r->kind_line)
        return 1;
    const struct line *line = &w->s.r->lines.items[index];
    int states = found->references + found->values != 0;
    /* "namens der Landesregierung" right behind who answers */
    int closes = found->words == found->covered && !found->names && w->pending == UINT32_MAX &&
                 !anf__line_whole_hit(w->s.r, line, WORD_LABEL); /* its value is on the next */
    if (!found->words || !found->begins || !is_covered(found) || is_subject(w->s.r, index))
        return 0;
    if (!states)
        return closes && before != STEP_NONE && is_adjacent(w, index);
    if (found->names)
        return before != STEP_NONE || anf__is_step(found);
    if (before == STEP_NONE || before == STEP_OTHER)
        return 0;
    return is_adjacent(w, index) || (found->references && found->values && index - w->last <= NEAR);
}

/* "und", "Antwort": each of these may stand in a block of its own in the head of a paper. */
static int
is_joint(const struct recognition *r, const struct line *line)
{
    return anf__line_whole_hit(r, line, WORD_FILLER) ||
           (anf__line_whole_hit(r, line, WORD_ANSWER_STEP) &&
            !anf__line_has_sign(r, line, line->token_count - 1, ":"));
}

/* "Antwort" alone, "und", "Eva Muster (SPD)": more may come in the same block. */
static int
is_pending(const struct walk *w, uint32_t index, const struct step_line *found, enum step before)
{
    const struct recognition *r = w->s.r;
    const struct line *line = &r->lines.items[index];
    const struct line *next = index + 1 < r->lines.count ? line + 1 : NULL;
    return before != STEP_NONE && next && (next->block == line->block || is_joint(r, line)) &&
           found->words && found->words == found->covered && !found->title;
}

/* --- settling --- */

static void
settle(struct recognition *r, uint32_t index, const struct step_line *found)
{
    struct line *line = &r->lines.items[index];
    int procedure = found->references || (found->names && found->values > 1);
    line->is_step = procedure ? STEP_OF_PROCEDURE : STEP_STATEMENT;
    if (anf__line_block(r, line)->kind == ANF_BLOCK_HEADING && found->title)
        return; /* pass-title.c reads what is behind the kind */
    line->state = LINE_FIELD;
    if (!line->field)
        line->field = found->references ? ANF_FIELD_REFERENCE
                      : found->names    ? ANF_FIELD_KIND
                                        : ANF_FIELD_ASKERS;
}

static void
settle_pending(struct walk *w, uint32_t index)
{
    static const struct step_line name = {.names = 1};
    for (uint32_t i = w->pending; i < index; i++)
        settle(w->s.r, i, &name);
    w->pending = UINT32_MAX;
}

/* --- the walk --- */

static int
walk_line(struct walk *w, uint32_t index)
{
    struct recognition *r = w->s.r;
    struct recognition_mark mark = anf__mark(r);
    struct steps before = w->s;
    struct step_line found;
    int status = anf__read_step_line(&w->s, index, &found);
    if (status != ANF_OK)
        return status;
    if (before.behind || is_taken(w, index, &found, before.step)) {
        if (w->pending != UINT32_MAX)
            settle_pending(w, index);
        settle(r, index, &found);
        r->lines.items[index].link = anf__link_of_step(&w->s);
        w->last = index;
        return ANF_OK;
    }
    if (is_pending(w, index, &found, before.step)) {
        if (w->pending == UINT32_MAX) {
            w->pending = index;
            w->before_pending = before;
            w->mark = mark;
        }
        return ANF_OK;
    }
    anf__take_back(r, w->pending != UINT32_MAX ? w->mark : mark);
    w->s = w->pending != UINT32_MAX ? w->before_pending : before;
    w->pending = UINT32_MAX;
    return ANF_OK;
}

/* A register may fold what came later: hidden text behind a step that is shown. */
static int
is_folded(const struct walk *w, uint32_t index)
{
    const struct line *line = &w->s.r->lines.items[index];
    return w->last != UINT32_MAX && line->token_count && line->state == LINE_ASIDE &&
           anf__line_block(w->s.r, line)->flags & ANF_BLOCK_HIDDEN &&
           w->s.r->lines.items[w->last].is_step == STEP_OF_PROCEDURE;
}

/* Of what is hidden, only an answer with its Drucksache counts. */
static int
walk_folded(struct walk *w, uint32_t index)
{
    struct recognition *r = w->s.r;
    struct recognition_mark mark = anf__mark(r);
    struct steps before = w->s;
    struct step_line found;
    int status = anf__read_step_line(&w->s, index, &found);
    if (status != ANF_OK)
        return status;
    if (anf__is_step(&found) && found.references && w->s.step == STEP_ANSWER) {
        settle(r, index, &found);
        r->lines.items[index].aside_by_place = 0;
        r->lines.items[index].link = anf__link_of_step(&w->s);
        w->last = index;
        return ANF_OK;
    }
    anf__take_back(r, mark);
    w->s = before;
    return ANF_OK;
}

/* Settled lines say nothing here, but for the one that names the kind. */
static int
is_open(const struct recognition *r, uint32_t index)
{
    const struct line *line = &r->lines.items[index];
    return line->token_count &&
           (line->state == LINE_OPEN || (index == r->kind_line && line->state == LINE_FIELD));
}

/* "Antwort des Ministeriums für Verkehr vom 2. Mai 2025" heads the answer behind the questions. It
 * stays what it is on the page; only its statements are taken. */
static int
read_answer_heads(struct recognition *r)
{
    for (uint32_t i = r->head_end; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        const struct line *before = i ? line - 1 : line;
        struct steps s = {.r = r, .step = STEP_ANSWER};
        struct step_line found;
        int named = anf__line_hit(r, line, 0, WORD_ANSWER_STEP) != NULL;
        /* "A n t w o r t", and who answers on the next line */
        int follows = anf__line_whole_hit(r, before, WORD_ANSWER_STEP) ||
                      anf__line_whole_hit(r, before, WORD_ANSWER_OPENER);
        if (line->state != LINE_OPEN || !(named || follows) || line->token_count > LONGEST_HEAD ||
            anf__line_whole_hit(r, line, WORD_ANSWER_OPENER) || is_subject(r, i))
            continue;
        struct recognition_mark mark = anf__mark(r);
        int status = anf__read_step_line(&s, i, &found);
        if (status != ANF_OK)
            return status;
        if (found.values + found.references > 0 && found.begins && is_covered(&found))
            return ANF_OK;
        anf__take_back(r, mark);
    }
    return ANF_OK;
}

int
anf__pass_steps(struct recognition *r)
{
    struct walk walk = {.s = {.r = r}, .last = UINT32_MAX, .pending = UINT32_MAX};
    int status = ANF_OK;
    if (r->kind_line == UINT32_MAX)
        return ANF_OK;
    for (uint32_t i = 0; i < r->head_end && status == ANF_OK; i++) {
        if (is_open(r, i))
            status = walk_line(&walk, i);
        else if (is_folded(&walk, i))
            status = walk_folded(&walk, i);
    }
    if (walk.pending != UINT32_MAX)
        anf__take_back(r, walk.mark);
    return status == ANF_OK ? read_answer_heads(r) : status;
}

int
anf__read_second_head(struct recognition *r, uint32_t kind)
{
    struct walk walk = {.s = {.r = r, .step = STEP_ANSWER}, .last = kind, .pending = UINT32_MAX};
    struct step_line found;
    int status = anf__read_step_line(&walk.s, kind, &found);
    if (status == ANF_OK)
        settle(r, kind, &found);
    for (uint32_t i = kind + 1; i < r->lines.count && i <= kind + NEAR && status == ANF_OK; i++) {
        if (r->lines.items[i].token_count && !is_adjacent(&walk, i) && walk.pending == UINT32_MAX)
            break;
        if (is_open(r, i))
            status = walk_line(&walk, i);
    }
    if (walk.pending != UINT32_MAX)
        anf__take_back(r, walk.mark);
    return status;
}
