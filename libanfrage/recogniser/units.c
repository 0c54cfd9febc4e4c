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

/* The exchange of each question that has been asked, by its key, ascending. */
struct known {
    uint32_t key;
    uint32_t exchange;
};

struct known_list {
    struct known *items;
    size_t count;
    size_t capacity;
};

/* The first of the known questions whose key is not below a key. */
static size_t
find_known(const struct known_list *known, uint32_t key)
{
    size_t low = 0;
    size_t high = known->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (known->items[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static int
new_exchange(struct plan *plan, struct known_list *known, uint32_t key)
{
    struct exchange *exchange = ANF__ARRAY_PUSH(&plan->exchanges);
    struct known *added = exchange ? ANF__ARRAY_PUSH(known) : NULL;
    if (!added)
        return ANF_ERR_NOMEM;
    *exchange = (struct exchange){UINT32_MAX, UINT32_MAX, UINT32_MAX, UINT32_MAX, 0};
    *added = (struct known){key, (uint32_t)plan->exchanges.count - 1};
    return ANF_OK;
}

/* A question; one that is repeated, or goes on behind an answer, joins its exchange. */
static int
add_question(struct plan *plan, struct known_list *known, uint32_t index, uint32_t key)
{
    size_t at = find_known(known, key);
    /* The pass opens questions in the order of their numbers. */
    if (at == known->count && new_exchange(plan, known, key) != ANF_OK)
        return ANF_ERR_NOMEM;
    struct exchange *exchange = &plan->exchanges.items[known->items[at].exchange];
    plan->units.items[index].exchange = known->items[at].exchange;
    append(plan, &exchange->first_question, &exchange->last_question, index);
    return ANF_OK;
}

/* A joint answer makes one exchange of its questions'. */
static void
join(struct plan *plan, struct known *question, uint32_t into)
{
    uint32_t from = question->exchange;
    if (from == into || plan->exchanges.items[from].first_answer != UINT32_MAX)
        return;
    struct exchange *target = &plan->exchanges.items[into];
    struct exchange *source = &plan->exchanges.items[from];
    plan->units.items[target->last_question].next = source->first_question;
    target->last_question = source->last_question;
    for (uint32_t unit = source->first_question; unit != UINT32_MAX;
         unit = plan->units.items[unit].next)
        plan->units.items[unit].exchange = into;
    source->composed = 1;
    question->exchange = into;
}

static void
add_answer(const struct recognition *r, struct plan *plan, struct known_list *known, uint32_t index,
           const struct line *line)
{
    uint32_t into = UINT32_MAX;
    for (uint32_t i = 0; i < line->range_count; i++) {
        const struct question_range *range = &r->ranges.items[line->first_range + i];
        size_t at = find_known(known, range->first);
        for (; at < known->count && known->items[at].key <= range->last; at++) {
            if (into == UINT32_MAX)
                into = known->items[at].exchange;
            else
                join(plan, &known->items[at], into);
        }
    }
    if (into == UINT32_MAX)
        return;
    struct exchange *exchange = &plan->exchanges.items[into];
    plan->units.items[index].exchange = into;
    append(plan, &exchange->first_answer, &exchange->last_answer, index);
}

int
anf__plan_make(const struct recognition *r, struct plan *plan)
{
    struct known_list known = {0};
    int status = find_units(r, plan);
    for (uint32_t i = 0; i < plan->units.count && status == ANF_OK; i++) {
        const struct unit *unit = &plan->units.items[i];
        const struct line *line = &r->lines.items[unit->first_line];
        if (unit->part == PART_QUESTION)
            status = add_question(plan, &known, i, r->ranges.items[line->first_range].first);
        else if (unit->part == PART_ANSWER)
            add_answer(r, plan, &known, i, line);
    }
    free(known.items);
    return status;
}

void
anf__plan_clear(struct plan *plan)
{
    free(plan->units.items);
    free(plan->exchanges.items);
}
