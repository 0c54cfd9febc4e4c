/* pass-entry.c: an entry of a collection of questions: its number and who asks, the question, and
 * the answer below "Antwort des Parlamentarischen Staatssekretärs … vom 7. Mai 2025". */
#include "recogniser/exchanges.h"
#include "recogniser/inquiries.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WEIGHT = 80, HEAD_LINES = 8, ANSWER_LINES = 4 };

/* The line that ends with the first so many tokens from a line on; UINT32_MAX: none does. */
static uint32_t
line_ending(const struct recognition *r, uint32_t index, uint32_t tokens)
{
    uint32_t count = 0;
    for (; index < r->lines.count && count < tokens; index++) {
        count += r->lines.items[index].token_count;
        if (count == tokens)
            return index;
    }
    return UINT32_MAX;
}

int
anf__read_entry_head(struct recognition *r, uint32_t index, uint32_t *ret_number,
                     uint32_t *ret_tokens)
{
    struct mark mark;
    const struct line *line = &r->lines.items[index];
    *ret_tokens = 0;
    if (line->state != LINE_OPEN || !(line->holds >> WORD_ASKER_INTRO & 1))
        return ANF_OK;
    anf__read_mark(r, line, &mark);
    struct line joined = anf__joined_lines(r, index, HEAD_LINES);
    const struct hit *intro = anf__line_hit(r, &joined, mark.tokens, WORD_ASKER_INTRO);
    if (mark.kind != MARK_NUMBER || mark.range_count != 1 || mark.ranges[0].first % MINORS ||
        !intro || strcmp(intro->entry->id, "member") != 0)
        return ANF_OK;
    size_t before = r->askers.count;
    uint32_t head = mark.tokens + intro->count;
    uint32_t read = 0;
    int status = anf__read_people(r, &joined, head, "askers.entry", &read);
    if (r->askers.count == before || line_ending(r, index, head + read) == UINT32_MAX)
        return status;
    *ret_number = mark.ranges[0].first / MINORS;
    *ret_tokens = head + read;
    return status;
}

static int
propose_number(struct recognition *r, uint32_t index, uint32_t number)
{
    char value[16];
    int len = snprintf(value, sizeof value, "%u", (unsigned)number);
    return anf__propose(r, ANF_FIELD_INQUIRY_NUMBER, WEIGHT, "number.entry",
                        anf__extent_of_tokens(r, &r->lines.items[index], 0, 1), value, (size_t)len);
}

/* --- the answer --- */

/* The last line of the heading of an answer, and its day; UINT32_MAX: the line begins none. */
static uint32_t
answer_heading(const struct recognition *r, uint32_t index, struct extent *day, char date[11])
{
    const struct line *line = &r->lines.items[index];
    const struct hit *answer = anf__line_hit(r, line, 0, WORD_ANSWER_STEP);
    if (!answer || !anf__line_hit(r, line, answer->count, WORD_FILLER))
        return UINT32_MAX;
    struct line joined = anf__joined_lines(r, index, ANSWER_LINES);
    for (uint32_t at = answer->count + 1; at < joined.token_count; at++) {
        uint32_t read = anf__read_date(r, &joined, at, date);
        uint32_t last = read ? line_ending(r, index, at + read) : UINT32_MAX;
        if (!read)
            continue;
        *day = anf__extent_of_tokens(r, &joined, at, read);
        return last;
    }
    return UINT32_MAX;
}

static int
try_answer(struct walk *w, uint32_t index, uint32_t *ret_last)
{
    char date[11];
    struct extent day;
    struct recognition *r = w->r;
    struct line *line = &r->lines.items[index];
    *ret_last = index;
    uint32_t last = w->state == QUESTION && anf__ends_sentence(r, line - 1)
                        ? answer_heading(r, index, &day, date)
                        : UINT32_MAX;
    if (last == UINT32_MAX)
        return ANF_OK;
    int status = anf__open_group_answer(w, line, 0);
    for (uint32_t i = index; i <= last; i++)
        r->lines.items[i].state = LINE_BODY;
    line->text_start = r->lines.items[last].end;
    *ret_last = last;
    if (status != ANF_OK)
        return status;
    return anf__propose(r, ANF_FIELD_ANSWERED, WEIGHT, "date.entry", day, date, strlen(date));
}

/* --- the entry --- */

/* All lines behind the head: the question, and from its heading on the answer. */
static int
open_lines(struct walk *w, uint32_t from, uint32_t key)
{
    struct recognition *r = w->r;
    int status = ANF_OK;
    for (uint32_t i = from; i < r->lines.count && status == ANF_OK; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN)
            continue;
        line->state = LINE_BODY;
        if (!line->token_count)
            continue;
        if (!w->questions.count)
            status = anf__open_question(w, line, key, 0);
        else
            status = try_answer(w, i, &i);
    }
    return status;
}

static int
read_entry(struct recognition *r, uint32_t index, uint32_t number, uint32_t tokens)
{
    struct walk w = {.r = r, .answer = UINT32_MAX, .repeated = UINT32_MAX};
    uint32_t behind = anf__settle_tokens(r, index, tokens, ANF_FIELD_ASKERS);
    int status = propose_number(r, index, number);
    if (status == ANF_OK)
        status = open_lines(&w, behind, number * MINORS);
    free(w.questions.items);
    return status;
}

int
anf__pass_entry(struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        uint32_t number = 0;
        uint32_t tokens = 0;
        int status = anf__read_entry_head(r, i, &number, &tokens);
        if (status != ANF_OK)
            return status;
        if (tokens)
            return read_entry(r, i, number, tokens);
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN)
            continue;
        line->state = LINE_ASIDE;
        line->reason = "before-inquiry";
    }
    return ANF_OK;
}
