/* paper-numbers.c: the Drucksachen in the head of a printed paper: its own above the kind, and in
 * that of an answer the question's. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    WEIGHT_HEAD = 70,
    WEIGHT_SAME = 30,
    HEAD_LINES = 8 /* around the kind */
};

/* Does the head say that this paper answers? */
static int
answers(const struct recognition *r, uint32_t from, uint32_t to)
{
    for (uint32_t i = from; i <= to && i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        const struct hit *filler = anf__line_hit(r, line, 0, WORD_FILLER);
        if (i > r->kind_line && !line->is_step)
            continue;
        int at_start = anf__line_hit(r, line, 0, WORD_ANSWER_OPENER) != NULL;
        if (at_start || (filler && anf__line_hit(r, line, filler->count, WORD_ANSWER_OPENER)))
            return 1;
    }
    return 0;
}

/* "Deutscher Bundestag Drucksache 21/123": the Drucksache that the line names; its tokens, 0: none.
 */
static uint32_t
find_reference(const struct recognition *r, const struct line *line, uint32_t *at,
               char reference[32])
{
    for (uint32_t i = 0; i < line->token_count; i++) {
        const struct hit *label = anf__line_hit(r, line, i, WORD_LABEL);
        if (!label || strcmp(label->entry->id, "reference") != 0)
            continue;
        *at = i + label->count;
        return anf__read_reference(r, line, *at, reference);
    }
    return 0;
}

/* "(zu Drs. 21/912)", "Drucksache 16/1204 (16/1133)": in the head of an answer, its question's. */
static uint32_t
find_question_reference(const struct recognition *r, const struct line *line, uint32_t *at,
                        char reference[32])
{
    uint32_t read = find_reference(r, line, at, reference);
    if (!read)
        return 0;
    for (uint32_t i = 0; i < *at; i++) {
        if (anf__line_hit(r, line, i, WORD_TO_QUESTION))
            return read;
    }
    *at += read + 1;
    if (!anf__line_has_sign(r, line, *at - 1, "("))
        return 0;
    read = anf__read_reference(r, line, *at, reference);
    return anf__line_has_sign(r, line, *at + read, ")") ? read : 0;
}

static int
propose_question_reference(struct recognition *r, const struct line *line, int *done)
{
    char reference[32];
    uint32_t at = 0;
    uint32_t read = find_question_reference(r, line, &at, reference);
    if (!read)
        return ANF_OK;
    *done = anf__line_hit(r, line, anf__line_has_sign(r, line, 0, "("), WORD_TO_QUESTION) != NULL;
    return anf__propose(r, ANF_FIELD_REFERENCE, WEIGHT_HEAD, "reference.question-of-answer",
                        anf__extent_of_tokens(r, line, at, read), reference, strlen(reference));
}

static int
propose_own_reference(struct recognition *r, const struct line *line, int answer)
{
    char reference[32];
    uint32_t at = 0;
    uint32_t read = find_reference(r, line, &at, reference);
    if (!read)
        return ANF_OK;
    struct extent extent = anf__extent_of_tokens(r, line, at, read);
    int status = ANF_OK;
    if (answer)
        status = anf__propose(r, ANF_FIELD_ANSWER_REFERENCE, WEIGHT_HEAD, "reference.paper-head",
                              extent, reference, strlen(reference));
    /* Where nothing else names the question's number, one paper holds both. */
    if (status == ANF_OK)
        status = anf__propose(r, ANF_FIELD_REFERENCE, answer ? WEIGHT_SAME : WEIGHT_HEAD,
                              "reference.paper-head", extent, reference, strlen(reference));
    r->lines.items[line->index].state = LINE_FIELD;
    r->lines.items[line->index].field = ANF_FIELD_REFERENCE;
    return status;
}

int
anf__read_paper_numbers(struct recognition *r)
{
    uint32_t from = r->kind_line > HEAD_LINES ? r->kind_line - HEAD_LINES : 0;
    int answer = answers(r, from, r->kind_line + HEAD_LINES);
    int status = ANF_OK;
    for (uint32_t i = from; i < r->kind_line && status == ANF_OK; i++) {
        int of_question = 0;
        if (r->lines.items[i].state != LINE_OPEN)
            continue;
        if (answer)
            status = propose_question_reference(r, &r->lines.items[i], &of_question);
        if (status == ANF_OK && !of_question)
            status = propose_own_reference(r, &r->lines.items[i], answer);
    }
    return status;
}
