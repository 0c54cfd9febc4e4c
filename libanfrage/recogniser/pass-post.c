/* pass-post.c: the day of a post: a short line near its title that holds a date and states nothing
 * else: "14. März 2025 · von Büro Ostrup", "30. August 2019". */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    WEIGHT = 35,
    LONGEST = 20, /* tokens */
    ABOVE = 5,    /* lines that are not empty, from the title */
    BELOW = 4
};

/* The only date of a short line; its tokens, 0: none. */
static uint32_t
only_date(const struct recognition *r, const struct line *line, uint32_t *at, char date[11])
{
    uint32_t read = 0;
    if (line->token_count > LONGEST || anf__line_any_hit(r, line, WORD_KIND) ||
        anf__line_any_hit(r, line, WORD_ANSWER_STEP))
        return 0;
    for (uint32_t i = 0; i < line->token_count; i++) {
        char found[11];
        uint32_t here = anf__read_date(r, line, i, found);
        if (!here)
            continue;
        if (read)
            return 0;
        read = here;
        *at = i;
        memcpy(date, found, sizeof found);
        i += here - 1;
    }
    return read;
}

/* "Verkehr · 14. März 2025 · Lesezeit: 3 Min." */
static int
is_parted(const struct recognition *r, const struct line *line)
{
    for (uint32_t i = 0; i < line->token_count; i++) {
        const struct token *token = anf__line_token(r, line, i);
        const char *sign = anf__line_text(r, line) + token->start;
        if (*sign == '|' || (token->end - token->start == 2 && !memcmp(sign, "\xc2\xb7", 2)))
            return 1;
    }
    return 0;
}

/* A sentence that goes on behind its date is no remark of a post; a full stop behind parts of a
 * line is that of an abbreviation. */
static int
is_remark(const struct recognition *r, const struct line *line)
{
    const struct token *last = anf__line_token(r, line, line->token_count - 1);
    const struct hit *label = anf__line_any_hit(r, line, WORD_LABEL);
    if (label || anf__token_is_sign(anf__line_text(r, line), last, '?'))
        return 0;
    return !anf__token_is_sign(anf__line_text(r, line), last, '.') || is_parted(r, line);
}

static int
try_line(struct recognition *r, uint32_t index)
{
    char date[11];
    uint32_t at = 0;
    struct line *line = &r->lines.items[index];
    int usable = line->state == LINE_OPEN && line->token_count && index < r->head_end;
    uint32_t read = usable ? only_date(r, line, &at, date) : 0;
    if (!read || !is_remark(r, line))
        return ANF_OK;
    line->state = LINE_FIELD;
    line->field = ANF_FIELD_PUBLISHED;
    return anf__propose(r, ANF_FIELD_PUBLISHED, WEIGHT, "date.post",
                        anf__extent_of_tokens(r, line, at, read), date, strlen(date));
}

/* Towards one end of the page, over so many lines that are not empty. */
static int
search(struct recognition *r, uint32_t from, int step, uint32_t lines)
{
    int status = ANF_OK;
    for (uint32_t i = from + (uint32_t)step; i < r->lines.count && lines && status == ANF_OK;
         i += (uint32_t)step) {
        if (!r->lines.items[i].token_count || r->lines.items[i].state == LINE_ASIDE)
            continue;
        lines--;
        status = try_line(r, i);
    }
    return status;
}

/* A post that quotes the paper has a heading of its own above the paper's head. UINT32_MAX: none.
 */
static uint32_t
main_heading(const struct recognition *r, uint32_t before)
{
    for (uint32_t i = before; i-- > 0;) {
        const struct line *line = &r->lines.items[i];
        const struct anf_block *block = anf__line_block(r, line);
        if (block->kind == ANF_BLOCK_HEADING && block->level == 1 && line->state != LINE_ASIDE)
            return i;
    }
    return UINT32_MAX;
}

static int
search_around(struct recognition *r, uint32_t index)
{
    int status = search(r, index, -1, ABOVE);
    return status == ANF_OK ? search(r, index, 1, BELOW) : status;
}

int
anf__pass_post(struct recognition *r)
{
    const struct proposal *title = anf__best(r, ANF_FIELD_TITLE);
    uint32_t from = title && title->extent.line != UINT32_MAX ? title->extent.line : r->kind_line;
    if (from == UINT32_MAX || r->is_record)
        return ANF_OK;
    int status = search_around(r, from);
    uint32_t heading = status == ANF_OK ? main_heading(r, from) : UINT32_MAX;
    return heading != UINT32_MAX ? search_around(r, heading) : status;
}
