/* pass-exchanges.c: questions by their numbers, answers by what they say they answer, and, where
 * nothing says it, by what stands behind a question and asks nothing. */
#include "recogniser/exchanges.h"

#include <stdlib.h>
#include <string.h>

enum { ANNOUNCEMENT_LINES = 5, ANNOUNCEMENT_TOKENS = 120 };

/* Does the label name the question with a key? */
static int
names_question(const struct mark *mark, uint32_t key)
{
    for (uint32_t i = 0; i < mark->range_count; i++) {
        if (mark->ranges[i].first <= key && key <= mark->ranges[i].last)
            return 1;
    }
    return 0;
}

/* Below "Antwort": does the first question that is not answered come again, so that the word heads
 * all answers? */
static int
heads_all_answers(struct walk *w, uint32_t index)
{
    struct mark mark;
    uint32_t first = anf__first_unanswered(w);
    if (w->repeated != UINT32_MAX || first == w->questions.count)
        return 0;
    anf__next_mark(w, index, &mark);
    return names_question(&mark, w->questions.items[first].key);
}

/* --- marks --- */

static int
try_answer_to(struct walk *w, struct line *line, const struct mark *mark, int *done)
{
    int known = 0;
    for (uint32_t i = 0; i < mark->range_count; i++)
        known |= anf__find_question(w, mark->ranges[i].first) != UINT32_MAX;
    /* "3.1" may be asked as "3." with parts. */
    if (!w->questions.count || (!known && mark->ranges[0].first % MINORS == 0))
        return ANF_OK;
    *done = 1;
    int status = anf__open_answer(w, line, mark->ranges, mark->range_count, mark->tokens);
    w->part = mark->letter;
    return status;
}

static int
try_joint(struct walk *w, struct line *line, const struct mark *mark, int *done)
{
    uint32_t index = anf__find_question(w, mark->ranges[0].first);
    if (index == UINT32_MAX || w->state == BEHIND)
        return ANF_OK;
    *done = 1;
    if (w->state == ANSWER && w->questions.items[index].answered)
        return ANF_OK; /* its label stood before it */
    return anf__open_answer(w, line, mark->ranges, mark->range_count, 0);
}

static int
try_bare_answer(struct walk *w, struct line *line, const struct mark *mark, int *done)
{
    if (!w->questions.count)
        return ANF_OK;
    *done = 1;
    if (anf__line_any_hit(w->r, line, WORD_PENDING))
        return anf__open_section(w, line);
    if (heads_all_answers(w, line->index)) {
        w->answering = w->answered = 1;
        w->state = BEHIND;
        return anf__open_line(w, line, PART_ANSWERS, NULL, 0, line->token_count);
    }
    return anf__open_group_answer(w, line, mark->tokens);
}

/* The number of a question that was asked before: repeated, or answered below it. */
static int
try_known_number(struct walk *w, struct line *line, const struct mark *mark, uint32_t index,
                 int *done)
{
    const struct asked *asked = &w->questions.items[index];
    if (anf__same_words(w->r, line, mark->tokens, anf__walk_line_at(w, asked->line),
                        asked->token)) {
        *done = 1;
        if (w->repeated == UINT32_MAX)
            w->repeated = index;
        w->repeated_last = index;
        w->state = QUESTION;
        w->question_part = mark->letter;
        return anf__open_line(w, line, PART_QUESTION, mark->ranges, 1, mark->tokens);
    }
    uint32_t next = w->answer == UINT32_MAX ? 0 : w->answer + 1;
    if (!w->answering || asked->answered || index != next)
        return ANF_OK;
    *done = 1;
    return anf__open_answer(w, line, mark->ranges, 1, mark->tokens);
}

/* May a number that continues the count be a question here? */
static int
may_ask(const struct walk *w, const struct line *line, const struct mark *mark)
{
    if (mark->kind == MARK_QUESTION)
        return 1;
    if (w->first_ask != UINT32_MAX && line->index < w->first_ask)
        return 0;
    if (!anf__begins_anew(w, line) && !anf__line_hit(w->r, line, mark->tokens, WORD_QUESTION_WORD))
        return 0;
    if (w->asking && (w->state == ASKED || w->state == QUESTION))
        return 1;
    return anf__asks(w->r, line, mark->tokens) ||
           anf__line_hit(w->r, line, mark->tokens, WORD_QUESTION_VERB);
}

/* "2. Schutz" before "2.1 Welche …?": of a chapter, which asks nothing itself. */
static int
heads_numbered(struct walk *w, const struct line *line, const struct mark *mark, uint32_t key)
{
    struct mark next;
    if (mark->kind != MARK_NUMBER || key % MINORS || anf__asks(w->r, line, mark->tokens))
        return 0;
    anf__next_mark(w, line->index, &next);
    return next.kind == MARK_NUMBER && next.range_count && next.ranges[0].first == key + 1;
}

static int
open_chapter(struct walk *w, struct line *line)
{
    int status = anf__open_section(w, line);
    w->state = ASKED;
    return status;
}

static int
try_number(struct walk *w, struct line *line, const struct mark *mark, int *done)
{
    uint32_t key = mark->range_count ? mark->ranges[0].first : anf__last_key(w) + MINORS;
    uint32_t index = anf__find_question(w, key);
    if (index != UINT32_MAX)
        return try_known_number(w, line, mark, index, done);
    if (!anf__continues(w, key) || !may_ask(w, line, mark))
        return ANF_OK;
    *done = 1;
    if (heads_numbered(w, line, mark, key))
        return open_chapter(w, line);
    w->numbered = 1;
    int status = anf__open_question(w, line, key, mark->tokens);
    w->question_part = mark->letter;
    return status;
}

/* "A. Rechnet die Stadt mit …?", where no question has a number. */
static int
is_lettered_question(const struct walk *w, const struct line *line, const struct mark *mark)
{
    char next = (char)('a' + anf__last_key(w) / MINORS);
    return !w->numbered && w->state != ANSWER && mark->letter == next &&
           (w->questions.count || w->asking) && anf__asks(w->r, line, mark->tokens);
}

/* Behind "Zu 5. a.:" and its answer, "b. …" goes on question 5. */
static int
try_letter(struct walk *w, struct line *line, const struct mark *mark, int *done)
{
    if (is_lettered_question(w, line, mark)) {
        *done = 1;
        return anf__open_question(w, line, anf__last_key(w) + MINORS, mark->tokens);
    }
    if (w->state == QUESTION)
        w->question_part = mark->letter;
    if (w->state != ANSWER || !w->question_part || mark->letter != w->question_part + 1 ||
        (!w->part && !anf__asks(w->r, line, mark->tokens)))
        return ANF_OK;
    *done = 1;
    w->question_part = mark->letter;
    w->state = QUESTION;
    w->repeated = w->repeated_last = w->answer;
    uint32_t key = w->questions.items[w->answer].key;
    return anf__open_line(w, line, PART_QUESTION, &(struct question_range){key, key}, 1, 0);
}

/* --- lines without a mark --- */

/* Behind a list of questions that nothing has answered and no label follows, text is of the page
 * ("Die Antwort finden Sie hier"), whatever the page says of answers. */
static int
ends_whole_list(struct walk *w, const struct line *line)
{
    struct mark next;
    if (w->questions.count < 2 || anf__first_unanswered(w) > 0 || w->repeated != UINT32_MAX)
        return 0;
    anf__next_mark(w, line->index, &next);
    return next.kind == MARK_NONE || next.kind == MARK_LETTER;
}

/* Behind a question that is at its end, on a page that answers: what asks nothing answers. */
static int
try_unmarked_answer(struct walk *w, struct line *line, int *done)
{
    if (w->state != QUESTION || !w->answered || !anf__begins_anew(w, line) ||
        !anf__ends_sentence(w->r, anf__walk_line_at(w, w->before)) ||
        anf__goes_on_asking(w->r, line) || ends_whole_list(w, line))
        return ANF_OK;
    *done = 1;
    return anf__open_group_answer(w, line, 0);
}

/* Does the sentence that begins with the line say that answers follow, and end with a colon? */
static int
announces_answers(const struct walk *w, const struct line *line)
{
    struct line joined = anf__joined_lines(w->r, line->index, ANNOUNCEMENT_LINES);
    int says = 0;
    for (uint32_t i = 0; i < joined.token_count && i < ANNOUNCEMENT_TOKENS; i++) {
        says |= anf__line_hit(w->r, &joined, i, WORD_ANSWERING) != NULL ||
                anf__line_hit(w->r, &joined, i, WORD_JOINTLY) != NULL;
        const struct token *token = anf__line_token(w->r, &joined, i);
        const char *text = anf__line_text(w->r, &joined);
        if (says && anf__token_is_sign(text, token, ':') &&
            (token->end == joined.end || text[token->end] == '\n'))
            return 1;
        if (anf__is_full_stop(w->r, &joined, i))
            return 0;
    }
    return 0;
}

/* "Namens der Landesregierung beantwortet der Minister die Kleine Anfrage wie folgt:" */
static int
try_announcement(struct walk *w, struct line *line, int *done)
{
    if (!anf__begins_anew(w, line) || !announces_answers(w, line))
        return ANF_OK;
    *done = 1;
    w->answering = w->answered = 1;
    w->state = BEHIND;
    line->role = ANF_ROLE_PREAMBLE_GOVERNMENT;
    return anf__open_line(w, line, PART_SECTION, NULL, 0, 0);
}

/* Behind a question of a page that does not answer: what asks nothing is no part of it, but leads
 * to the next or stands below the last. */
static int
try_end_of_questions(struct walk *w, struct line *line, int *done)
{
    struct mark next;
    if (w->state != QUESTION || !anf__begins_anew(w, line) ||
        !anf__ends_sentence(w->r, anf__walk_line_at(w, w->before)) ||
        anf__goes_on_asking(w->r, line))
        return ANF_OK;
    if (w->answered && !ends_whole_list(w, line))
        return ANF_OK;
    *done = 1;
    int status = anf__open_section(w, line);
    anf__next_mark(w, line->index, &next);
    if (next.kind == MARK_NUMBER || next.kind == MARK_QUESTION)
        w->state = ASKED;
    return status;
}

static int
begins_item_or_block(const struct walk *w, const struct line *line)
{
    return w->before == UINT32_MAX || anf__walk_line_at(w, w->before)->block != line->block;
}

/* Below the line that asks, where no question has a number. */
static int
try_unnumbered(struct walk *w, struct line *line, int *done)
{
    struct mark next;
    int headed = w->headed && anf__is_asking_heading(w->r, line);
    int asked = w->asking && (w->state == ASKED || w->state == QUESTION);
    int labelled = !w->numbered && anf__asks_before_its_answer(w, line);
    if (w->numbered || (!headed && !labelled && (!asked || !anf__asks(w->r, line, 0))))
        return ANF_OK;
    if (w->state == QUESTION && !begins_item_or_block(w, line))
        return ANF_OK;
    anf__next_mark(w, line->index, &next);
    if (!w->questions.count && next.kind == MARK_NUMBER && next.ranges[0].first / MINORS == 1)
        return ANF_OK;
    *done = 1;
    return anf__open_question(w, line, anf__last_key(w) + MINORS, 0);
}

/* --- the walk --- */

static int
walk_open_line(struct walk *w, struct line *line)
{
    struct mark mark;
    int done = 0;
    int status = ANF_OK;
    anf__read_mark(w->r, line, &mark);
    if (mark.kind == MARK_ANSWER_TO)
        status = try_answer_to(w, line, &mark, &done);
    else if (mark.kind == MARK_JOINT)
        status = try_joint(w, line, &mark, &done);
    else if (mark.kind == MARK_ANSWER)
        status = try_bare_answer(w, line, &mark, &done);
    else if (mark.kind == MARK_NUMBER || mark.kind == MARK_QUESTION)
        status = try_number(w, line, &mark, &done);
    else if (mark.kind == MARK_LETTER)
        status = try_letter(w, line, &mark, &done);
    if (status == ANF_OK && !done && (w->state == QUESTION || w->state == ANSWER)) {
        int is_signed = anf__is_signature(w->r, line);
        if (!is_signed && w->state == QUESTION)
            status = anf__is_signed_by_group(w->r, line, &is_signed);
        if (is_signed && status == ANF_OK)
            return anf__open_section(w, line);
    }
    if (status == ANF_OK && !done)
        status = anf__open_below_statement(w, line, &done);
    if (status == ANF_OK && !done && w->state != ANSWER)
        status = try_announcement(w, line, &done);
    if (status == ANF_OK && !done)
        status = try_unmarked_answer(w, line, &done);
    if (status == ANF_OK && !done && mark.kind == MARK_NONE)
        status = try_unnumbered(w, line, &done);
    if (status == ANF_OK && !done && mark.kind == MARK_NONE)
        status = try_end_of_questions(w, line, &done);
    return status;
}

/* A line that an earlier pass made part of the body. */
static int
walk_part(struct walk *w, struct line *line)
{
    if (line->part == PART_PAIRS || line->part == PART_QUESTIONS ||
        line->role == ANF_ROLE_INTRODUCTION) {
        w->asking = 1;
        w->state = ASKED;
        return ANF_OK;
    }
    /* "Vorbemerkung" alone is of who speaks. */
    if (line->role == ANF_ROLE_PREAMBLE_ASKERS && w->answering &&
        anf__line_hit(w->r, line, 0, WORD_SECTION)->count == 1)
        line->role = ANF_ROLE_PREAMBLE_GOVERNMENT;
    if (line->part != PART_ANSWERS || !w->questions.count) {
        w->state = line->part == PART_SECTION ? BEHIND : w->state;
        return ANF_OK;
    }
    /* "Antwort" alone, behind its questions and before the next, heads one answer. */
    if (anf__first_unanswered(w) < w->questions.count && !heads_all_answers(w, line->index))
        return anf__open_group_answer(w, line, line->token_count);
    w->answering = 1;
    w->state = BEHIND;
    return ANF_OK;
}

static int
walk_lines(struct walk *w)
{
    int status = ANF_OK;
    for (uint32_t i = 0; i < w->r->lines.count && status == ANF_OK; i++) {
        struct line *line = anf__walk_line_at(w, i);
        if (!anf__is_walk_text(line)) {
            anf__walk_statement(w, line);
            continue;
        }
        if (line->part)
            status = walk_part(w, line);
        else if (line->state == LINE_OPEN)
            status = walk_open_line(w, line);
        w->before = i;
    }
    return status;
}

int
anf__pass_exchanges(struct recognition *r)
{
    struct walk walk = {.r = r,
                        .before = UINT32_MAX,
                        .answer = UINT32_MAX,
                        .repeated = UINT32_MAX,
                        .first_ask = UINT32_MAX};
    anf__look_around(&walk);
    int status = walk_lines(&walk);
    free(walk.questions.items);
    return status;
}
