/* pass-aside.c: what is of the web and not of a parliament: by where it stands, then by what it
 * says. */
#include "recogniser/exchanges.h"

#include <string.h>

static void
set_aside(struct line *line, const char *reason)
{
    line->state = LINE_ASIDE;
    line->reason = reason;
}

/* --- by place --- */

/* Landmarks of the page (WAI-ARIA 1.2, section 5.3.4) that are no part of its main matter. */
static const struct {
    uint32_t kind;
    const char *reason;
} places[] = {
    {ANF_PLACE_NAV, "navigation"}, {ANF_PLACE_FOOTER, "footer"}, {ANF_PLACE_ASIDE, "sidebar"},
    {ANF_PLACE_DIALOG, "dialog"},  {ANF_PLACE_FORM, "form"},
};

static const char *
reason_of_kind(uint32_t kind)
{
    switch (kind) {
    case ANF_BLOCK_BUTTON:
        return "button";
    case ANF_BLOCK_DESCRIPTION:
        return "description";
    case ANF_BLOCK_TITLE:
        return "document-title";
    default:
        return NULL;
    }
}

/* A form that a whole page stands in (some servers wrap every page in one) is no form to us: it
 * holds a heading with the kind, or the kind and a Drucksache, which no one types there. */
static int
form_holds_the_page(const struct recognition *r)
{
    int kind = 0;
    int paper = 0;
    for (size_t i = 0; i < r->lines.count && !(kind && paper); i++) {
        const struct line *line = &r->lines.items[i];
        if (!(anf__line_place(r, line)->within & 1u << ANF_PLACE_FORM))
            continue;
        paper |= anf__line_names_paper(r, line);
        if (!anf__line_any_hit(r, line, WORD_KIND))
            continue;
        kind = 1;
        paper |= anf__line_block(r, line)->kind == ANF_BLOCK_HEADING;
    }
    return kind && paper;
}

static const char *
reason_of_place(const struct anf_place *place, uint32_t ignored)
{
    uint32_t within = place->within & ~ignored;
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        if (within & 1u << places[i].kind)
            return places[i].reason;
    }
    uint32_t main = 1u << ANF_PLACE_MAIN | 1u << ANF_PLACE_ARTICLE;
    return within & 1u << ANF_PLACE_HEADER && !(within & main) ? "page-header" : NULL;
}

static void
aside_by_place(struct recognition *r)
{
    uint32_t ignored = form_holds_the_page(r) ? 1u << ANF_PLACE_FORM : 0;
    for (size_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        const struct anf_block *block = anf__line_block(r, line);
        const char *reason = reason_of_kind(block->kind);
        if (!reason && block->flags & ANF_BLOCK_HIDDEN)
            reason = "hidden";
        if (!reason)
            reason = reason_of_place(anf__line_place(r, line), ignored);
        if (!reason)
            continue;
        set_aside(line, reason);
        line->aside_by_place = 1;
    }
}

/* --- by what it says --- */

enum {
    LONGEST_NOTICE = 160 /* tokens */
};

/* A question may be of cookies, and so may a long text. */
static const struct hit *
notice_of(const struct recognition *r, const struct line *line)
{
    const struct hit *notice = anf__line_any_hit(r, line, WORD_ASIDE);
    struct mark mark;
    if (!notice || line->token_count > LONGEST_NOTICE)
        return NULL;
    anf__read_mark(r, line, &mark);
    return mark.kind == MARK_NONE ? notice : NULL;
}

/* All lines of one paragraph go together: a notice is not set aside by halves. But all of a paper
 * may be one paragraph. */
static void
aside_block(struct recognition *r, size_t index, const char *reason)
{
    uint32_t block = r->lines.items[index].block;
    uint32_t tokens = 0;
    size_t first = index;
    size_t end = index;
    while (first > 0 && r->lines.items[first - 1].block == block)
        first--;
    for (end = first; end < r->lines.count && r->lines.items[end].block == block; end++)
        tokens += r->lines.items[end].token_count;
    if (tokens > LONGEST_NOTICE) {
        first = index;
        end = index + 1;
    }
    for (size_t i = first; i < end; i++)
        set_aside(&r->lines.items[i], reason);
}

/* A line of such words and no others: "Teilen", "Teilen | E-Mail | Drucken". NULL: it is none. */
static const char *
reason_of_line(const struct recognition *r, const struct line *line)
{
    const char *reason = NULL;
    for (uint32_t at = 0; at < line->token_count;) {
        const struct hit *hit = anf__line_hit(r, line, at, WORD_ASIDE_LINE);
        if (!hit && anf__line_token(r, line, at)->kind != TOKEN_SIGN)
            return NULL;
        if (hit && !reason)
            reason = hit->entry->id;
        at += hit ? hit->count : 1;
    }
    /* In a table the name of a network may be the matter itself. */
    int in_table = (anf__line_place(r, line)->within & 1u << ANF_PLACE_CELL) != 0;
    return reason && in_table && strcmp(reason, "share") == 0 ? NULL : reason;
}

enum { LONGEST_BUTTON = 3 /* tokens: "Alle akzeptieren", "Nein danke" */ };

/* Short lines right behind a notice are its buttons, whatever they say. */
static void
aside_buttons(struct recognition *r, size_t notice, const char *reason)
{
    uint32_t block = r->lines.items[notice].block;
    for (size_t i = notice + 1; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        if (line->block == block)
            continue;
        if (line->state != LINE_OPEN || line->token_count > LONGEST_BUTTON ||
            anf__line_any_hit(r, line, WORD_SECTION) || anf__line_any_hit(r, line, WORD_KIND))
            return;
        set_aside(line, reason);
    }
}

static void
aside_by_words(struct recognition *r)
{
    for (size_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN)
            continue;
        const struct hit *notice = notice_of(r, line);
        const char *reason = reason_of_line(r, line);
        if (notice) {
            aside_block(r, i, notice->entry->id);
            aside_buttons(r, i, notice->entry->id);
        } else if (reason)
            set_aside(line, reason);
    }
}

static uint32_t
linked_by(const struct anf_span *span)
{
    return span->kind == ANF_SPAN_LINK ? (uint32_t)(span->end - span->start) : 0;
}

/* Is all of the line's text one or more links? */
int
anf__line_is_link(const struct recognition *r, const struct line *line)
{
    uint32_t linked = 0;
    const struct anf_span *span = NULL;
    for (uint32_t i = anf__span_across(r, line->block, line->start); i != UINT32_MAX;
         i = anf__outer_span(r, line->block, i))
        linked += linked_by(anf_page_span(r->page, line->block, i));
    for (uint32_t i = anf__first_span(r, line->block, line->start);
         (span = anf_page_span(r->page, line->block, i)) && span->start < line->end; i++)
        linked += linked_by(span);
    return linked * 10 >= (line->end - line->start) * 9;
}

/* "Kommentare", "3 Kommentare", "Das könnte Sie auch interessieren": NULL when it is no such line.
 */
static const char *
opens_the_rest(const struct recognition *r, const struct line *line)
{
    const struct token *first = anf__line_token(r, line, 0);
    uint32_t skip = first && first->kind == TOKEN_NUMBER ? 1 : 0;
    const struct hit *hit = anf__line_hit(r, line, skip, WORD_ASIDE_REST);
    int heading = anf__line_block(r, line)->kind == ANF_BLOCK_HEADING;
    struct mark mark;
    if (!hit || (line->token_count > skip + hit->count + 2 && !heading))
        return NULL;
    anf__read_mark(r, line, &mark); /* "Antworten auf die Fragen 1 bis 3" */
    if (mark.kind != MARK_NONE)
        return NULL;
    /* "Newsletter der Fraktion" as the main heading is what the page is. */
    if (anf__line_block(r, line)->level == 1 && line->token_count > skip + hit->count)
        return NULL;
    /* "Newsletter" as a link leads there, and does not begin here. */
    if (!heading && anf__line_is_link(r, line) && line->end > line->start)
        return NULL;
    return hit->entry->id;
}

/* Below a heading, one of the same or a higher level ends what was set aside; in text without
 * levels, the name of a section does. */
static int
ends_the_rest(const struct recognition *r, const struct line *line, uint32_t level)
{
    const struct anf_block *block = anf__line_block(r, line);
    if (level)
        return block->kind == ANF_BLOCK_HEADING && block->level <= level;
    return anf__line_whole_hit(r, line, WORD_SECTION) != NULL;
}

static void
aside_rest(struct recognition *r)
{
    const char *reason = NULL;
    uint32_t level = 0;
    for (size_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN)
            continue;
        const char *opens = opens_the_rest(r, line);
        if (opens) {
            reason = opens;
            level = anf__line_block(r, line)->level;
        } else if (reason && ends_the_rest(r, line, level)) {
            reason = NULL;
        }
        if (reason)
            set_aside(line, reason);
    }
}

/* --- by links --- */

/* Three or more items of a list that are nothing but links lead elsewhere. */
static void
aside_link_lists(struct recognition *r)
{
    size_t run = 0;
    for (size_t i = 0; i <= r->lines.count; i++) {
        const struct line *line = i < r->lines.count ? &r->lines.items[i] : NULL;
        int link = line && line->state == LINE_OPEN &&
                   anf__line_place(r, line)->within & 1u << ANF_PLACE_ITEM &&
                   anf__line_is_link(r, line);
        if (link) {
            run++;
            continue;
        }
        for (size_t back = run >= 3 ? run : 0; back > 0; back--)
            set_aside(&r->lines.items[i - back], "navigation");
        run = 0;
    }
}

int
anf__pass_aside(struct recognition *r)
{
    aside_by_place(r);
    aside_by_words(r);
    aside_rest(r);
    aside_link_lists(r);
    return ANF_OK;
}
