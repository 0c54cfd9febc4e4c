/* pass-behind.c: what stands behind the questions and answers and is the page's own: other matter
 * in other parts of the page, and in the same part what begins with a heading, a way back, a
 * download, a contact. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    SEPARATORS = 2, /* "Home | Themen | Kontakt" */
    SHORTEST_PROSE = 6,
    LONGEST_LINE = 24 /* tokens of a contact or of a row of links */
};

static int
is_exchange(const struct line *line)
{
    return line->part == PART_QUESTION || line->part == PART_ANSWER;
}

/* A heading that pass-sections.c took for a section of the inquiry's own, without knowing it. */
static int
is_unknown_heading(const struct recognition *r, const struct line *line)
{
    return line->part == PART_SECTION && line->role == ANF_ROLE_OTHER &&
           anf__line_block(r, line)->kind == ANF_BLOCK_HEADING;
}

static int
is_part(const struct recognition *r, const struct line *line)
{
    return line->state == LINE_BODY && line->part && !is_unknown_heading(r, line);
}

/* The last line that opens a part of the inquiry; the number of lines: none holds questions. */
static uint32_t
last_part(const struct recognition *r)
{
    uint32_t last = (uint32_t)r->lines.count;
    int exchange = 0;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        if (!is_part(r, line))
            continue;
        exchange |= is_exchange(line);
        last = i;
    }
    return exchange ? last : (uint32_t)r->lines.count;
}

/* --- the part of the page that holds them --- */

static int
is_within(const struct recognition *r, uint32_t place, uint32_t ancestor)
{
    return place >= ancestor && place < r->page->place_ends.items[ancestor];
}

/* Lists, tables and quotes are the author's; what holds them is the page's. */
static int
is_structure(const struct anf_place *place)
{
    static const uint32_t kinds = 1u << ANF_PLACE_LIST | 1u << ANF_PLACE_ITEM |
                                  1u << ANF_PLACE_TABLE | 1u << ANF_PLACE_ROW |
                                  1u << ANF_PLACE_CELL | 1u << ANF_PLACE_QUOTE |
                                  1u << ANF_PLACE_DEFINITIONS;
    return (kinds & 1u << place->kind) != 0;
}

static uint32_t
holder_of_parts(const struct recognition *r)
{
    uint32_t holder = UINT32_MAX;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        if (!is_part(r, line))
            continue;
        uint32_t place = anf__line_block(r, line)->place;
        if (holder == UINT32_MAX)
            holder = place;
        while (!is_within(r, place, holder))
            holder = anf_page_place(r->page, holder)->parent;
    }
    while (holder && is_structure(anf_page_place(r->page, holder)))
        holder = anf_page_place(r->page, holder)->parent;
    return holder;
}

/* --- where the page's own begins in it --- */

static int
is_row_of_links(const struct recognition *r, const struct line *line)
{
    uint32_t count = 0;
    const char *text = anf__line_text(r, line);
    for (uint32_t i = 0; i < line->token_count; i++) {
        const struct token *token = anf__line_token(r, line, i);
        const char *sign = text + token->start;
        size_t size = token->end - token->start;
        count += (size == 1 && *sign == '|') || (size == 2 && memcmp(sign, "\xc2\xb7", 2) == 0) ||
                 (size == 2 && memcmp(sign, "\xc2\xbb", 2) == 0) ||
                 (size == 3 && memcmp(sign, "\xe2\x80\xa2", 3) == 0);
    }
    return count >= SEPARATORS;
}

/* A telephone, an address for mail, five digits before a town. */
static int
is_contact(const struct recognition *r, const struct line *line)
{
    const char *text = anf__line_text(r, line);
    for (uint32_t i = 0; i < line->token_count; i++) {
        const struct token *token = anf__line_token(r, line, i);
        const struct token *next = anf__line_token(r, line, i + 1);
        if (token->kind == TOKEN_NUMBER && token->end - token->start == 5 && next &&
            next->kind == TOKEN_WORD && next->flags & TOKEN_CAPITAL)
            return 1;
        if (anf__token_is_sign(text, token, '@'))
            return 1;
    }
    return anf__line_any_hit(r, line, WORD_CONTACT) != NULL;
}

/* A sentence with its stop may well belong to the last answer. */
static int
is_prose(const struct recognition *r, const struct line *line)
{
    const struct token *last = anf__line_token(r, line, line->token_count - 1);
    return line->token_count >= SHORTEST_PROSE &&
           anf__token_is_sign(anf__line_text(r, line), last, '.');
}

static int
begins_page_matter(const struct recognition *r, const struct line *line)
{
    if (anf__line_block(r, line)->kind == ANF_BLOCK_HEADING)
        return 1;
    if (line->token_count > LONGEST_LINE)
        return 0;
    uint32_t at = 0;
    while (at + 1 < line->token_count && anf__line_token(r, line, at)->kind == TOKEN_SIGN)
        at++;
    const struct hit *behind = anf__line_hit(r, line, at, WORD_BEHIND);
    if (is_prose(r, line))
        return behind && behind->count > 1;
    return behind || anf__line_any_hit(r, line, WORD_BEHIND_WITHIN) || is_row_of_links(r, line) ||
           is_contact(r, line);
}

/* "[1] Ohne die Kosten …", "* Ohne …": what the answers refer to. */
static int
is_footnote(const struct recognition *r, const struct line *line)
{
    const char *text = anf__line_text(r, line);
    const struct token *first = anf__line_token(r, line, 0);
    const struct token *second = anf__line_token(r, line, 1);
    return anf__token_is_sign(text, first, '*') ||
           (anf__token_is_sign(text, first, '[') && second && second->kind == TOKEN_NUMBER);
}

int
anf__pass_behind(struct recognition *r)
{
    uint32_t last = last_part(r);
    if (last == r->lines.count)
        return ANF_OK;
    uint32_t holder = holder_of_parts(r);
    int own = 0;
    for (uint32_t i = last + 1; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        uint32_t place = anf__line_block(r, line)->place;
        if ((line->state == LINE_BODY && !is_unknown_heading(r, line)) || !line->token_count ||
            line->foot)
            continue;
        if (line->state != LINE_OPEN && line->state != LINE_BODY) {
            own |= line->state == LINE_ASIDE && !line->aside_by_place && line->reason &&
                   anf__line_hit(r, line, 0, WORD_ASIDE_LINE);
            continue;
        }
        int outside = !is_within(r, place, holder);
        own |= !outside && begins_page_matter(r, line);
        if (!outside && (!own || is_footnote(r, line)))
            continue;
        line->state = LINE_ASIDE;
        line->part = PART_NONE;
        line->reason = "behind-inquiry";
    }
    return ANF_OK;
}
