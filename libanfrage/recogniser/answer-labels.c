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

/* How many paragraphs that ask stand from a line up to another, which they do not reach; 0:
 * anything else is among them. A wish goes on its question. */
static uint32_t
count_asking(const struct walk *w, uint32_t first, uint32_t end)
{
    const struct line *before = NULL;
    uint32_t count = 0;
    for (uint32_t i = first; i < end; i++) {
        const struct line *line = anf__walk_line_at(w, i);
        if (!anf__is_walk_text(line))
            continue;
        int anew = !before || anf__ends_sentence(w->r, before);
        int block = !before || before->block != line->block;
        if (line->state != LINE_OPEN || (anew && !anf__goes_on_asking(w->r, line)))
            return 0;
        count += anew && block && anf__asks(w->r, line, 0);
        before = line;
    }
    return count;
}

int
anf__asks_before_its_answer(struct walk *w, const struct line *line)
{
    struct mark next;
    uint32_t key = anf__last_key(w) + MINORS;
    if (!anf__begins_anew(w, line) || !anf__asks(w->r, line, 0))
        return 0;
    anf__next_mark(w, line->index, &next);
    if (next.kind != MARK_ANSWER_TO || next.ranges[0].first > key)
        return 0;
    uint32_t last = next.ranges[next.range_count - 1].last;
    return last >= key && count_asking(w, line->index, w->next_at) == (last - key) / MINORS + 1;
}
