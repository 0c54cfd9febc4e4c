/* pass-received.c: the line at the foot of a printed paper that says when it came in and when it
 * was handed out: "Eingegangen am 5. März 2012 · Ausgegeben am 7. März 2012". Of a paper that
 * answers, it is the answer that came in. */
#include "recogniser/recognition.h"

#include <string.h>

enum { WEIGHT_RECEIVED = 45, WEIGHT_PRINTED = 55 };

/* The day behind a label with the id, from a token on; *ret_read: its tokens; UINT32_MAX: none. */
static uint32_t
labelled_day(const struct recognition *r, const struct line *line, const char *id, char date[11],
             uint32_t *ret_read)
{
    for (uint32_t at = 0; at < line->token_count; at++) {
        const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
        if (!label || strcmp(label->entry->id, id) != 0)
            continue;
        at += label->count;
        at += (uint32_t)anf__line_has_sign(r, line, at, ":");
        *ret_read = anf__read_date(r, line, at, date);
        return *ret_read ? at : UINT32_MAX;
    }
    return UINT32_MAX;
}

/* Does a line before say that it answers? */
static int
is_behind_answers(const struct recognition *r, uint32_t index)
{
    for (uint32_t i = r->kind_line + 1; i < index; i++) {
        const struct line *line = &r->lines.items[i];
        if (anf__line_any_hit(r, line, WORD_ANSWERING) ||
            anf__line_hit(r, line, 0, WORD_ANSWER_OPENER) ||
            anf__line_hit(r, line, 0, WORD_ANSWER_TO))
            return 1;
    }
    return 0;
}

static int
try_line(struct recognition *r, uint32_t index)
{
    struct line *line = &r->lines.items[index];
    char received[11];
    char printed[11];
    uint32_t received_read = 0;
    uint32_t printed_read = 0;
    uint32_t at = labelled_day(r, line, "asked", received, &received_read);
    uint32_t behind = labelled_day(r, line, "published", printed, &printed_read);
    if (at == UINT32_MAX || behind == UINT32_MAX || !is_behind_answers(r, index))
        return ANF_OK;
    int status = anf__propose(r, ANF_FIELD_ANSWERED, WEIGHT_RECEIVED, "date.received",
                              anf__extent_of_tokens(r, line, at, received_read), received, 10);
    if (status == ANF_OK)
        status = anf__propose(r, ANF_FIELD_PUBLISHED, WEIGHT_PRINTED, "date.printed",
                              anf__extent_of_tokens(r, line, behind, printed_read), printed, 10);
    line->state = LINE_FIELD;
    line->field = ANF_FIELD_PUBLISHED;
    return status;
}

int
anf__pass_received(struct recognition *r)
{
    int status = ANF_OK;
    for (uint32_t i = r->head_end; i < r->lines.count && status == ANF_OK; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->state == LINE_OPEN && anf__line_hit(r, line, 0, WORD_LABEL))
            status = try_line(r, i);
    }
    return status;
}
