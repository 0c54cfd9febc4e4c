/* pass-procedure.c: registers show a paper first and then the procedure that it belongs to, which
 * says all of the paper again and more. */
#include "recogniser/recognition.h"

/* The line that introduces the procedure; the number of lines: none. */
static uint32_t
find_procedure(const struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->state == LINE_OPEN && anf__line_whole_hit(r, line, WORD_PROCEDURE))
            return i;
    }
    return (uint32_t)r->lines.count;
}

static int
has_register_word(const struct recognition *r)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        if (anf__line_any_hit(r, &r->lines.items[i], WORD_REGISTER))
            return 1;
    }
    return 0;
}

int
anf__pass_procedure(struct recognition *r)
{
    r->has_register = has_register_word(r);
    uint32_t procedure = find_procedure(r);
    for (uint32_t i = 0; procedure < r->lines.count && i <= procedure; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN)
            continue;
        line->state = LINE_ASIDE;
        line->reason = "before-procedure";
    }
    return ANF_OK;
}
