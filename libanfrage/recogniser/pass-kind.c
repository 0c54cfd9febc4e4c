/* pass-kind.c: which line names the inquiry ("Kleine Anfrage 5678 der Abgeordneten …"), and who
 * asks. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    WEIGHT_HEADING = 90, /* a heading that begins with the kind */
    WEIGHT_LINE = 80,    /* a line that begins with it and goes on as such lines do */
    WEIGHT_DOCUMENT =
        40,             /* the document's own title begins with it, and nothing on the page does */
    WEIGHT_ALONE = 70,  /* a line that is the kind and no more */
    WEIGHT_ANSWER = 65, /* "auf die Kleine Anfrage der Abgeordneten …" */
    LEADING_TOKENS = 8,
    ASKERS_LINES = 40,
    LONGEST_STATEMENT = 60 /* tokens; longer lines are running text */
};

/* Does what follows the kind belong to its statement, and not to a sentence of a report? */
static int
goes_on(const struct recognition *r, const struct line *line, uint32_t index)
{
    const struct token *token = anf__line_token(r, line, index);
    if (!token || token->kind == TOKEN_NUMBER)
        return 1;
    const char *text = anf__line_text(r, line);
    if (token->kind == TOKEN_SIGN)
        return anf__token_is_sign(text, token, ':') || anf__token_is_sign(text, token, '(');
    return anf__line_hit(r, line, index, WORD_ASKER_INTRO) ||
           anf__line_hit(r, line, index, WORD_LABEL) ||
           anf__line_hit(r, line, index, WORD_FILLER) || anf__line_hit(r, line, index, WORD_PARTY);
}

static uint32_t
weigh(const struct recognition *r, const struct line *line, const struct hit *kind)
{
    const struct anf_block *block = anf__line_block(r, line);
    uint32_t behind = anf__hit_index(line, kind) + kind->count;
    if (line->token_count > LONGEST_STATEMENT)
        return 0;
    if (block->kind == ANF_BLOCK_TITLE)
        return WEIGHT_DOCUMENT;
    if (line->token_count == behind)
        return WEIGHT_ALONE;
    if (!goes_on(r, line, behind))
        return 0;
    if (anf__hit_index(line, kind))
        return WEIGHT_ANSWER;
    return block->kind == ANF_BLOCK_HEADING ? WEIGHT_HEADING : WEIGHT_LINE;
}

/* The kind at the start of a line, or behind "Antwort", "auf die", "der Landesregierung" there.
 * "Anfrage" alone is a kind only as a heading of its own. */
static const struct hit *
kind_of(const struct recognition *r, const struct line *line)
{
    uint32_t at = 0;
    const struct hit *word = NULL;
    while (at < LEADING_TOKENS && ((word = anf__line_hit(r, line, at, WORD_FILLER)) ||
                                   (word = anf__line_hit(r, line, at, WORD_OFFICE))))
        at += word->count;
    const struct hit *kind = anf__line_hit(r, line, at, WORD_KIND);
    return kind ? kind : anf__line_whole_hit(r, line, WORD_KIND_EXACT);
}

/* May the line name the inquiry? The document's title may, though it is no content. */
static int
may_name(const struct recognition *r, const struct line *line)
{
    return line->state == LINE_OPEN || anf__line_block(r, line)->kind == ANF_BLOCK_TITLE;
}

/* --- what the line says beside --- */

/* "Kleine Anfrage 5678", "Kleine Anfrage Nr. 5678", "Kleine Anfrage 7/837": a number that follows
 * the kind itself is of the inquiry's own series. */
static int
propose_number(struct recognition *r, uint32_t index, uint32_t *at)
{
    const struct line *line = &r->lines.items[index];
    const struct hit *filler = anf__line_hit(r, line, *at, WORD_FILLER);
    uint32_t start = *at;
    if (filler)
        start += filler->count;
    const struct token *sign = anf__line_token(r, line, start);
    if (filler && sign && anf__token_is_sign(anf__line_text(r, line), sign, '.'))
        start++;
    const struct token *token = anf__line_token(r, line, start);
    char reference[32];
    if (!token || token->kind != TOKEN_NUMBER || anf__read_date(r, line, start, reference))
        return ANF_OK;
    uint32_t read = anf__read_reference(r, line, start, reference);
    struct extent extent = anf__extent_of_tokens(r, line, start, read ? read : 1);
    *at = start + (read ? read : 1);
    return anf__propose_words(r, ANF_FIELD_INQUIRY_NUMBER, 80, "number.behind-kind", extent);
}

static int
read_kind_line(struct recognition *r, uint32_t index, const struct hit *kind)
{
    struct line joined = anf__joined_lines(r, index, ASKERS_LINES);
    uint32_t at = anf__hit_index(&joined, kind) + kind->count;
    int status = propose_number(r, index, &at);
    const struct line *line = &r->lines.items[index];
    int introduced = anf__line_hit(r, &joined, at, WORD_ASKER_INTRO) ||
                     anf__line_hit(r, &joined, at, WORD_FILLER);
    uint32_t read = 0;
    size_t before = r->askers.count;
    /* Names that begin on a later line belong to the head of a paper: pass-paper.c. */
    if (status == ANF_OK && introduced && at < line->token_count)
        status = anf__read_people(r, &joined, at, "askers.behind-kind", &read);
    if (r->askers.count > before && at + read > line->token_count)
        anf__settle_tokens(r, index + 1, at + read - line->token_count, ANF_FIELD_ASKERS);
    return status;
}

static int
propose_kind(struct recognition *r, uint32_t index, const struct hit *kind, uint32_t weight)
{
    const struct line *line = &r->lines.items[index];
    struct extent extent = anf__extent_of_tokens(r, line, anf__hit_index(line, kind), kind->count);
    int heading = anf__line_block(r, line)->kind == ANF_BLOCK_HEADING;
    const char *rule = heading                     ? "kind.heading"
                       : weight == WEIGHT_DOCUMENT ? "kind.document-title"
                                                   : "kind.line";
    int status = anf__propose(r, ANF_FIELD_KIND, weight, rule, extent, kind->entry->id,
                              strlen(kind->entry->id));
    return status == ANF_OK ? anf__propose_words(r, ANF_FIELD_KIND_LABEL, weight, rule, extent)
                            : status;
}

int
anf__pass_kind(struct recognition *r)
{
    uint32_t best = 0;
    const struct hit *chosen = NULL;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        struct line *line = &r->lines.items[i];
        const struct hit *kind = may_name(r, line) ? kind_of(r, line) : NULL;
        uint32_t weight = kind ? weigh(r, line, kind) : 0;
        if (!weight)
            continue;
        int status = propose_kind(r, i, kind, weight);
        if (status != ANF_OK)
            return status;
        if (weight > best) {
            best = weight;
            chosen = kind;
            r->kind_line = i;
        }
    }
    if (!chosen)
        return ANF_OK;
    /* A heading may hold the title behind its colon: pass-title.c settles it. */
    struct line *line = &r->lines.items[r->kind_line];
    if (anf__line_block(r, line)->kind != ANF_BLOCK_HEADING)
        line->state = LINE_FIELD;
    line->field = ANF_FIELD_KIND;
    return read_kind_line(r, r->kind_line, chosen);
}
