/* evidence.c: what a page as a whole says of its questions and answers, before the walk over them.
 */
#include "recogniser/exchanges.h"

enum {
    SHORTEST_ANSWER = 4, /* tokens; of those that no word announces */
    FEWEST_ANSWERS = 2,
    FEWEST_HEADINGS = 3
};

/* Is a line, of the same block as another, one that wrapping made? */
static int
is_wrapped_on(const struct walk *w, const struct line *line, const struct line *later)
{
    return line->block == later->block && !later->apart &&
           anf__line_block(w->r, line)->flags & ANF_BLOCK_WRAPPED;
}

/* Are questions as a rule followed by a paragraph that asks nothing? */
static int
has_answers_between(struct walk *w)
{
    uint32_t questions = 0;
    uint32_t answers = 0;
    const struct line *question = NULL;
    for (uint32_t i = 0; i < w->r->lines.count; i++) {
        const struct line *line = anf__walk_line_at(w, i);
        struct mark mark;
        if (line->state != LINE_OPEN || !line->token_count)
            continue;
        anf__read_mark(w->r, line, &mark);
        if (((mark.kind == MARK_NUMBER || mark.kind == MARK_QUESTION) &&
             anf__asks(w->r, line, mark.tokens)) ||
            (w->headed && anf__is_asking_heading(w->r, line))) {
            question = line;
            questions++;
        } else if (question && mark.kind == MARK_NONE && !is_wrapped_on(w, question, line) &&
                   line->token_count >= SHORTEST_ANSWER && anf__ends_sentence(w->r, question) &&
                   !anf__goes_on_asking(w->r, line)) {
            question = NULL;
            answers++;
        }
    }
    /* Behind the last question may stand anything. */
    return answers > FEWEST_ANSWERS && answers * 2 > questions;
}

/* What the page as a whole says: where it asks first, and that it answers. */
void
anf__look_around(struct walk *w)
{
    uint32_t headings = 0;
    int pending = 0; /* the page says that the answer is still to come */
    for (uint32_t i = 0; i < w->r->lines.count; i++) {
        const struct line *line = anf__walk_line_at(w, i);
        if (line->state == LINE_ASIDE)
            continue;
        if (w->first_ask == UINT32_MAX && line->role == ANF_ROLE_INTRODUCTION)
            w->first_ask = i;
        pending |= anf__line_any_hit(w->r, line, WORD_PENDING) != NULL;
        headings += anf__is_asking_heading(w->r, line) && line->state == LINE_OPEN;
        w->answered |= line->part == PART_PAIRS || line->part == PART_ANSWERS ||
                       anf__line_any_hit(w->r, line, WORD_ANSWERING) ||
                       anf__line_whole_hit(w->r, line, WORD_ANSWER_OPENER);
    }
    w->headed = headings >= FEWEST_HEADINGS;
    w->answered = (w->answered && !pending) || has_answers_between(w);
}
