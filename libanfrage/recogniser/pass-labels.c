/* pass-labels.c: a label on a line of its own, and its value on the next: terms and definitions,
 * cells side by side, a heading and what is below it. */
#include "recogniser/recognition.h"

/* "Titel:", "Schlagwörter" as a line; NULL: it says more. */
static const struct hit *
lone_label(const struct recognition *r, const struct line *line)
{
    const struct hit *label = anf__line_whole_hit(r, line, WORD_LABEL);
    const struct anf_block *block = anf__line_block(r, line);
    const struct token *last = anf__line_token(r, line, line->token_count - 1);
    const struct anf_place *place = anf__line_place(r, line);
    if (!label || line->state != LINE_OPEN)
        return NULL;
    if (block->kind == ANF_BLOCK_TERM || block->kind == ANF_BLOCK_HEADING ||
        place->kind == ANF_PLACE_CELL)
        return label;
    return anf__token_is_sign(anf__line_text(r, line), last, ':') ? label : NULL;
}

/* Does the line belong to what a term stands for? Several definitions may. */
static int
is_value(const struct recognition *r, const struct line *line, const struct line *label)
{
    const struct anf_block *block = anf__line_block(r, line);
    if (line->state != LINE_OPEN || lone_label(r, line))
        return 0;
    if (anf__line_block(r, label)->kind == ANF_BLOCK_TERM)
        return block->kind == ANF_BLOCK_DEFINITION;
    return block->kind != ANF_BLOCK_HEADING;
}

/* The next line that is not empty; the number of lines: none. */
static uint32_t
next_line(const struct recognition *r, uint32_t index)
{
    do
        index++;
    while (index < r->lines.count && !r->lines.items[index].token_count);
    return index;
}

static int
read_values(struct recognition *r, uint32_t index, const struct hit *label)
{
    struct line *line = &r->lines.items[index];
    int term = anf__line_block(r, line)->kind == ANF_BLOCK_TERM;
    int any = 0;
    int status = ANF_OK;
    uint32_t next = next_line(r, index);
    while (status == ANF_OK && next < r->lines.count && is_value(r, &r->lines.items[next], line)) {
        int read = 0;
        status = anf__read_value(r, next, label, &read);
        any |= read;
        next = next_line(r, next);
        if (!term)
            break;
    }
    if (any)
        line->state = LINE_FIELD;
    return status;
}

int
anf__pass_labels(struct recognition *r)
{
    int status = ANF_OK;
    uint32_t end = r->head_end;
    for (uint32_t i = 0; i < end && status == ANF_OK; i++) {
        const struct hit *label = lone_label(r, &r->lines.items[i]);
        if (label)
            status = read_values(r, i, label);
    }
    return status;
}
