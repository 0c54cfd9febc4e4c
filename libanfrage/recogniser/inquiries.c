/* inquiries.c: lists and posts with several inquiries. Each is told by a line that names it, with a
 * number of its own, below a heading of its own or in an entry of its own. */
#include "recogniser/inquiries.h"

#include "recogniser/steps.h"

#include <stdlib.h>
#include <string.h>

enum { LONGEST = 100, LEADING = 8, FAR = 60 };

/* --- lines that name an inquiry --- */

/* Does the line begin with a kind, or with an answer to one? */
static int
begins_with_kind(const struct recognition *r, const struct line *line)
{
    uint32_t at = 0;
    const struct hit *word = NULL;
    if (anf__line_hit(r, line, 0, WORD_ANSWER_STEP))
        return anf__line_any_hit(r, line, WORD_KIND) != NULL;
    while (at < LEADING && (word = anf__line_hit(r, line, at, WORD_FILLER)))
        at += word->count;
    return anf__line_hit(r, line, at, WORD_KIND) != NULL;
}

/* Its own number, else the Drucksache, that a line states; empty: none. */
static int
read_key(struct recognition *r, uint32_t index, char key[32])
{
    static const int fields[] = {ANF_FIELD_INQUIRY_NUMBER, ANF_FIELD_REFERENCE,
                                 ANF_FIELD_ANSWER_REFERENCE};
    struct steps s = {.r = r};
    struct step_line found;
    struct recognition_mark mark = anf__mark(r);
    int status = anf__read_step_line(&s, index, &found);
    *key = '\0';
    for (size_t f = 0; f < sizeof fields / sizeof *fields && anf__is_step(&found); f++) {
        for (size_t i = mark.proposals; i < r->proposals.count && !*key; i++) {
            const struct proposal *p = &r->proposals.items[i];
            if (p->field == fields[f] && strlen(p->value) < 32)
                strcpy(key, p->value);
        }
    }
    anf__take_back(r, mark);
    return status;
}

/* --- what sets it apart --- */

static int
is_own_heading(const struct recognition *r, const struct line *line)
{
    return line->state == LINE_OPEN && line->token_count &&
           !anf__line_whole_hit(r, line, WORD_SECTION) &&
           !anf__line_whole_hit(r, line, WORD_LABEL) && !anf__line_any_hit(r, line, WORD_REGISTER);
}

/* The entry of a list, or the cell of a table, that a line stands in; 0: none. */
static uint32_t
entry_of(const struct recognition *r, const struct line *line)
{
    uint32_t index = anf__line_block(r, line)->place;
    while (index) {
        const struct anf_place *place = anf_page_place(r->page, index);
        if (place->kind == ANF_PLACE_ITEM || place->kind == ANF_PLACE_ROW)
            return index;
        index = place->parent;
    }
    return 0;
}

/* A title as the first line of the block, in another entry than the inquiry before. */
static int
has_title_in_block(const struct recognition *r, uint32_t index, uint32_t before)
{
    const struct line *line = &r->lines.items[index];
    uint32_t entry = entry_of(r, line);
    if (!index || line[-1].block != line->block || !entry)
        return 0;
    return before == UINT32_MAX || entry_of(r, &r->lines.items[before]) != entry;
}

/* The block that the inquiry begins with; UINT32_MAX: nothing sets it apart from the one before. */
static uint32_t
start_of(const struct recognition *r, uint32_t index, uint32_t before)
{
    if (has_title_in_block(r, index, before))
        return r->lines.items[index].block;
    uint32_t stop = before == UINT32_MAX ? 0 : before + 1;
    for (uint32_t i = index; i-- > stop && index - i <= FAR;) {
        const struct line *line = &r->lines.items[i];
        if (anf__line_block(r, line)->kind == ANF_BLOCK_HEADING && line->state != LINE_ASIDE)
            return is_own_heading(r, line) ? line->block : UINT32_MAX;
    }
    return UINT32_MAX;
}

int
anf__add_start(struct starts *starts, uint32_t block, uint32_t offset)
{
    struct position *slot = ANF__ARRAY_PUSH(&starts->positions);
    if (!slot)
        return ANF_ERR_NOMEM;
    *slot = (struct position){block, offset};
    return ANF_OK;
}

int
anf__find_inquiries(struct recognition *r, struct starts *ret)
{
    char last[32] = "";
    uint32_t before = UINT32_MAX;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        char key[32];
        if (line->state != LINE_OPEN || line->token_count > LONGEST || anf__line_is_link(r, line) ||
            !begins_with_kind(r, line))
            continue;
        int status = read_key(r, i, key);
        if (status != ANF_OK)
            return status;
        uint32_t start = *key && strcmp(key, last) != 0 ? start_of(r, i, before) : UINT32_MAX;
        if (start == UINT32_MAX)
            continue;
        status = anf__add_start(ret, start, 0);
        if (status != ANF_OK)
            return status;
        strcpy(last, key);
        before = i;
    }
    return ANF_OK;
}
