/* pass-labels.c: a label on a line of its own, and its value on the next: terms and definitions,
 * cells side by side, a heading and what is below it. */
#include "recogniser/recognition.h"

#include <string.h>

enum { WEIGHT_BELOW = 78, OFFICE_LINES = 5 };

/* "Eingereicht am" in a block of its own, as systems that keep pages in fields print it: what may
 * stand below such a label cannot be running text. */
static int
is_field_label(const struct recognition *r, const struct line *line, const struct hit *label)
{
    static const char *const ids[] = {"reference", "answer-reference", "asked",  "answered",
                                      "published", "number",           "askers", "answerers"};
    const struct line *next = line->index + 1 < r->lines.count ? line + 1 : NULL;
    int alone = next && next->block != line->block &&
                (!line->index || (line - 1)->block != line->block);
    for (size_t i = 0; alone && i < sizeof ids / sizeof *ids; i++) {
        if (strcmp(label->entry->id, ids[i]) == 0)
            return anf__line_block(r, line)->kind == ANF_BLOCK_PARAGRAPH;
    }
    return 0;
}

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
        place->kind == ANF_PLACE_CELL || is_field_label(r, line, label))
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

/* --- who answers, below "Antwort" --- */

static int
ends_a_line(const struct recognition *r, const struct line *joined, uint32_t end)
{
    const struct token *last = anf__line_token(r, joined, end - 1);
    const struct token *next = anf__line_token(r, joined, end);
    return !next || memchr(anf__line_text(r, joined) + last->end, '\n', next->start - last->end);
}

/* "Ministerium für Verkehr", "des Staatsministeriums für Verkehr": an office and no more; *ret_at
 * is behind it. Names run on over the lines of a block. */
static int
read_answering_office(struct recognition *r, uint32_t index, uint32_t *ret_at)
{
    struct line line = anf__joined_lines(r, index, OFFICE_LINES);
    const struct hit *article = anf__line_hit(r, &line, 0, WORD_FILLER);
    uint32_t read = 0;
    uint32_t at = article ? article->count : 0;
    char date[11];
    struct recognition_mark mark = anf__mark(r);
    int status = anf__read_office(r, &line, at, "answerers.below-label", &read);
    at += read;
    const struct hit *from = anf__line_hit(r, &line, at, WORD_FILLER);
    uint32_t day = from ? anf__read_date(r, &line, at + from->count, date) : 0;
    uint32_t end = day ? at + from->count + day : at;
    *ret_at = read && ends_a_line(r, &line, end) ? at : 0;
    if (!*ret_at)
        anf__take_back(r, mark);
    return status;
}

/* "vom 12.08.2024" behind the office */
static int
read_answering_day(struct recognition *r, uint32_t index, uint32_t at, uint32_t *ret_end)
{
    struct line line = anf__joined_lines(r, index, OFFICE_LINES);
    const struct hit *from = anf__line_hit(r, &line, at, WORD_FILLER);
    char date[11];
    uint32_t start = from ? at + from->count : at;
    uint32_t read = from ? anf__read_date(r, &line, start, date) : 0;
    *ret_end = read ? start + read : at;
    if (!read)
        return ANF_OK;
    return anf__propose(r, ANF_FIELD_ANSWERED, WEIGHT_BELOW, "date.below-label",
                        anf__extent_of_tokens(r, &line, start, read), date, strlen(date));
}

static int
try_answering_office(struct recognition *r, uint32_t index)
{
    const struct line *label = &r->lines.items[index];
    uint32_t next = next_line(r, index);
    uint32_t at = 0;
    uint32_t end = 0;
    if (label->state != LINE_OPEN || !anf__line_whole_hit(r, label, WORD_ANSWER_OPENER) ||
        next == r->lines.count || r->lines.items[next].state != LINE_OPEN)
        return ANF_OK;
    int status = read_answering_office(r, next, &at);
    if (status != ANF_OK || !at)
        return status;
    status = read_answering_day(r, next, at, &end);
    anf__settle_tokens(r, next, end, ANF_FIELD_ANSWERERS);
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
    for (uint32_t i = r->kind_line; i < r->lines.count && status == ANF_OK; i++)
        status = try_answering_office(r, i);
    return status;
}
