/* answer-labels.c: what the labels of answers say of the text around them: a heading that states
 * the answer, a question that only "Zu Frage 1:" below it numbers. */
#include "recogniser/exchanges.h"

/* "Antwort der Landesregierung vom 6. Mai 2025 (Drucksache 18/9)" as a heading is a statement, and
 * yet the answers stand below it. */
void
anf__walk_statement(struct walk *w, const struct line *line)
{
    if (!w->questions.count || line->state != LINE_FIELD ||
        anf__line_block(w->r, line)->kind != ANF_BLOCK_HEADING ||
        !anf__line_hit(w->r, line, 0, WORD_ANSWER_OPENER))
        return;
    w->answering = w->answered = w->stated = 1;
    w->state = BEHIND;
}

int
anf__open_below_statement(struct walk *w, struct line *line, int *done)
{
    int stated = w->stated;
    w->stated = 0;
    if (!stated || w->state != BEHIND)
        return ANF_OK;
    *done = 1;
    line->role = ANF_ROLE_PREAMBLE_GOVERNMENT;
    return anf__open_line(w, line, PART_SECTION, NULL, 0, 0);
}

/* Does the sentence that begins with the line go on up to the other, which it does not reach? */
static int
is_one_sentence(const struct walk *w, uint32_t first, uint32_t end)
{
    const struct line *before = anf__walk_line_at(w, first);
    for (uint32_t i = first + 1; i < end; i++) {
        const struct line *line = anf__walk_line_at(w, i);
        if (!anf__is_walk_text(line))
            continue;
        if (anf__ends_sentence(w->r, before) || line->state != LINE_OPEN)
            return 0;
        before = line;
    }
    return 1;
}

int
anf__asks_before_its_answer(struct walk *w, const struct line *line)
{
    struct mark next;
    if (!anf__begins_anew(w, line) || !anf__asks(w->r, line, 0))
        return 0;
    anf__next_mark(w, line->index, &next);
    return next.kind == MARK_ANSWER_TO && next.range_count == 1 &&
           next.ranges[0].first == anf__last_key(w) + MINORS &&
           is_one_sentence(w, line->index, w->next_at);
}
