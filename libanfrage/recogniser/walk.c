/* walk.c: where the walk over questions and answers stands, and how it opens them. */
#include "recogniser/exchanges.h"

enum {
    LOOK_AHEAD = 400 /* lines in which the next label is sought */
};

struct line *
anf__walk_line_at(const struct walk *w, uint32_t index)
{
    return &w->r->lines.items[index];
}

/* The index of the question with a key; UINT32_MAX: there is none. Keys ascend. */
uint32_t
anf__find_question(const struct walk *w, uint32_t key)
{
    size_t low = 0;
    size_t high = w->questions.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (w->questions.items[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    int found = low < w->questions.count && w->questions.items[low].key == key;
    return found ? (uint32_t)low : UINT32_MAX;
}

uint32_t
anf__last_key(const struct walk *w)
{
    return w->questions.count ? w->questions.items[w->questions.count - 1].key : 0;
}

/* May the number follow the last question's: 1 or 1.1; behind 2.1: 2.2, 3, 3.1? */
int
anf__continues(const struct walk *w, uint32_t key)
{
    uint32_t last = anf__last_key(w);
    uint32_t next = (last / MINORS + 1) * MINORS;
    return key == next || key == next + 1 || (last && key == last + 1);
}

/* Does the line begin where a sentence may: behind one that ended, or in another block? */
int
anf__begins_anew(const struct walk *w, const struct line *line)
{
    if (w->before == UINT32_MAX)
        return 1;
    const struct line *before = anf__walk_line_at(w, w->before);
    const struct anf_block *block = anf__line_block(w->r, line);
    if (before->block != line->block || line->apart || !(block->flags & ANF_BLOCK_WRAPPED))
        return 1;
    return anf__ends_sentence(w->r, before);
}

/* --- opening --- */

int
anf__open_line(struct walk *w, struct line *line, int part, const struct question_range *ranges,
               uint32_t count, uint32_t tokens)
{
    const struct token *next = anf__line_token(w->r, line, tokens);
    line->state = LINE_BODY;
    line->part = (uint8_t)part;
    line->text_start = !tokens ? line->start : next ? next->start : line->end;
    line->first_range = (uint32_t)w->r->ranges.count;
    line->range_count = count;
    for (uint32_t i = 0; i < count; i++) {
        struct question_range *range = ANF__ARRAY_PUSH(&w->r->ranges);
        if (!range)
            return ANF_ERR_NOMEM;
        *range = ranges[i];
    }
    if (line->index < w->r->body_start)
        w->r->body_start = line->index;
    return ANF_OK;
}

int
anf__open_question(struct walk *w, struct line *line, uint32_t key, uint32_t tokens)
{
    struct asked *asked = ANF__ARRAY_PUSH(&w->questions);
    if (!asked)
        return ANF_ERR_NOMEM;
    *asked = (struct asked){key, line->index, tokens, 0};
    w->state = QUESTION;
    w->question_part = 0;
    return anf__open_line(w, line, PART_QUESTION, &(struct question_range){key, key}, 1, tokens);
}

int
anf__open_answer(struct walk *w, struct line *line, const struct question_range *ranges,
                 uint32_t count, uint32_t tokens)
{
    for (uint32_t i = 0; i < count; i++) {
        uint32_t index = anf__find_question(w, ranges[i].first);
        for (; index < w->questions.count && w->questions.items[index].key <= ranges[i].last;
             index++) {
            w->questions.items[index].answered = 1;
            w->answer = index;
        }
    }
    w->state = ANSWER;
    w->part = 0;
    w->repeated = UINT32_MAX;
    return anf__open_line(w, line, PART_ANSWER, ranges, count, tokens);
}

/* Not yet answered are those from the returned index on. */
uint32_t
anf__first_unanswered(const struct walk *w)
{
    uint32_t index = (uint32_t)w->questions.count;
    while (index > 0 && !w->questions.items[index - 1].answered)
        index--;
    return index;
}

/* An answer to all questions that stand together before it. */
int
anf__open_group_answer(struct walk *w, struct line *line, uint32_t tokens)
{
    uint32_t first = w->repeated != UINT32_MAX ? w->repeated : anf__first_unanswered(w);
    uint32_t last = (uint32_t)w->questions.count - 1;
    if (first > last)
        first = last;
    if (w->repeated != UINT32_MAX)
        last = w->repeated_last;
    struct question_range range = {w->questions.items[first].key, w->questions.items[last].key};
    return anf__open_answer(w, line, &range, 1, tokens);
}

int
anf__open_section(struct walk *w, struct line *line)
{
    w->state = BEHIND;
    line->role = ANF_ROLE_OTHER;
    return anf__open_line(w, line, PART_SECTION, NULL, 0, 0);
}

/* --- looking ahead --- */

int
anf__is_walk_text(const struct line *line)
{
    return line->state != LINE_ASIDE && line->state != LINE_FIELD && line->token_count &&
           !line->foot;
}

/* The first label behind a line that has to do with questions or answers. */
void
anf__next_mark(struct walk *w, uint32_t index, struct mark *ret_mark)
{
    uint32_t from = w->next_from <= index && index < w->next_at ? w->next_at : index + 1;
    w->next_from = index;
    *ret_mark = (struct mark){0};
    for (w->next_at = from; w->next_at < w->r->lines.count && w->next_at < index + LOOK_AHEAD;
         w->next_at++) {
        if (!anf__is_walk_text(anf__walk_line_at(w, w->next_at)))
            continue;
        anf__read_mark(w->r, anf__walk_line_at(w, w->next_at), ret_mark);
        if (ret_mark->kind != MARK_NONE && ret_mark->kind != MARK_LETTER)
            return;
    }
    *ret_mark = (struct mark){0};
}
