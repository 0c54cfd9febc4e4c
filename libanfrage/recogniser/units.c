/* units.c: body lines as units, and which answer belongs to which question. */
#include "recogniser/compose.h"

#include <stdlib.h>

static int
add_unit(struct plan *plan, uint32_t line, uint8_t part)
{
    struct unit *unit = ANF__ARRAY_PUSH(&plan->units);
    if (!unit)
        return ANF_ERR_NOMEM;
    *unit = (struct unit){line, line + 1, part, UINT32_MAX, UINT32_MAX};
    return ANF_OK;
}

static int
find_units(const struct recognition *r, struct plan *plan)
{
    int status = ANF_OK;
    for (uint32_t i = 0; i < r->lines.count && status == ANF_OK; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->state != LINE_BODY || anf__is_in_note(r, line))
            continue;
        if (line->part || !plan->units.count)
            status = add_unit(plan, i, line->part);
        else
            plan->units.items[plan->units.count - 1].end_line = i + 1;
    }
    return status;
}

static void
append(struct plan *plan, uint32_t *first, uint32_t *last, uint32_t unit)
{
    if (*last == UINT32_MAX)
        *first = unit;
    else
        plan->units.items[*last].next = unit;
    *last = unit;
}

/* The exchange of each question number, the latest question of that number counting. */
struct numbers {
    uint32_t exchange[1000];
};

static int
add_question(struct plan *plan, struct numbers *numbers, uint32_t index, uint32_t number)
{
    struct exchange *exchange = ANF__ARRAY_PUSH(&plan->exchanges);
    if (!exchange)
        return ANF_ERR_NOMEM;
    *exchange = (struct exchange){UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, 0};
    uint32_t id = (uint32_t)plan->exchanges.count - 1;
    plan->units.items[index].exchange = id;
    append(plan, &exchange->first_question, &exchange->last_question, index);
    if (number < 1000)
        numbers->exchange[number] = id;
    return ANF_OK;
}

/* A joint answer makes one exchange of its questions'. */
static void
join(struct plan *plan, struct numbers *numbers, uint32_t into, uint32_t number)
{
    uint32_t from = numbers->exchange[number];
    if (from == into || from == UINT32_MAX ||
        plan->exchanges.items[from].first_answer != UINT32_MAX)
        return;
    struct exchange *target = &plan->exchanges.items[into];
    struct exchange *source = &plan->exchanges.items[from];
    plan->units.items[target->last_question].next = source->first_question;
    target->last_question = source->last_question;
    for (uint32_t unit = source->first_question; unit != UINT32_MAX;
         unit = plan->units.items[unit].next)
        plan->units.items[unit].exchange = into;
    source->composed = 1;
    numbers->exchange[number] = into;
}

static void
add_answer(struct plan *plan, struct numbers *numbers, uint32_t index, const struct line *line)
{
    uint32_t first = line->first < 1000 ? numbers->exchange[line->first] : UINT32_MAX;
    if (first == UINT32_MAX)
        return;
    for (uint32_t n = line->first + 1; n <= line->last && n < 1000; n++)
        join(plan, numbers, first, n);
    struct exchange *exchange = &plan->exchanges.items[first];
    plan->units.items[index].exchange = first;
    append(plan, &exchange->first_answer, &exchange->last_answer, index);
}

int
anf__plan_make(const struct recognition *r, struct plan *plan)
{
    int status = find_units(r, plan);
    struct numbers numbers;
    for (size_t i = 0; i < 1000; i++)
        numbers.exchange[i] = UINT32_MAX;
    for (uint32_t i = 0; i < plan->units.count && status == ANF_OK; i++) {
        const struct unit *unit = &plan->units.items[i];
        const struct line *line = &r->lines.items[unit->first_line];
        if (unit->part == PART_QUESTION)
            status = add_question(plan, &numbers, i, line->first);
        else if (unit->part == PART_ANSWER)
            add_answer(plan, &numbers, i, line);
    }
    return status;
}

void
anf__plan_clear(struct plan *plan)
{
    free(plan->units.items);
    free(plan->exchanges.items);
}
