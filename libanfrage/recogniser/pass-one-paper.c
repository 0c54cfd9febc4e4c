/* pass-one-paper.c: in some parliaments one Drucksache holds the question and, later, its answer;
 * where a page holds an answer, its only number is the answer's, too. */
#include "recogniser/recognition.h"

#include <string.h>

enum { WEIGHT = 30 };

static int
has_answer(const struct recognition *r)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->state == LINE_BODY && (line->part == PART_ANSWER || line->part == PART_ANSWERS))
            return 1;
    }
    return anf__best(r, ANF_FIELD_ANSWERED) != NULL;
}

/* Is it so in this parliament, for this kind of inquiry? */
static int
is_one_paper(const struct recognition *r)
{
    const struct proposal *parliament = anf__best(r, ANF_FIELD_PARLIAMENT);
    const struct proposal *kind = anf__best(r, ANF_FIELD_KIND);
    if (!parliament || !kind)
        return 0;
    size_t len = strlen(parliament->value);
    const struct entry *entry = anf__vocabulary_first(r->words, WORD_ONE_PAPER);
    for (; entry; entry = anf__vocabulary_next(r->words, entry)) {
        if (strncmp(entry->phrase, parliament->value, len) == 0 && entry->phrase[len] == ' ' &&
            strcmp(entry->phrase + len + 1, kind->value) == 0)
            return 1;
    }
    return 0;
}

static int
copy(struct recognition *r, const struct proposal *from, int field)
{
    struct extent extent = from->extent;
    char value[64];
    size_t len = strlen(from->value);
    if (len >= sizeof value)
        return ANF_OK;
    memcpy(value, from->value, len + 1);
    return anf__propose(r, field, WEIGHT, "reference.one-paper", extent, value, len);
}

int
anf__pass_one_paper(struct recognition *r)
{
    const struct proposal *question = anf__best(r, ANF_FIELD_REFERENCE);
    const struct proposal *answer = anf__best(r, ANF_FIELD_ANSWER_REFERENCE);
    if ((!question && !answer) || (question && answer) || !is_one_paper(r))
        return ANF_OK;
    if (answer)
        return copy(r, answer, ANF_FIELD_REFERENCE);
    return has_answer(r) ? copy(r, question, ANF_FIELD_ANSWER_REFERENCE) : ANF_OK;
}
