/* pass-kind.c: which line names the inquiry ("Kleine Anfrage 5678 der Abgeordneten …"), and where
 * the head of the paper or page ends. */
#include "recogniser/exchanges.h"
#include "recogniser/steps.h"

#include <string.h>

enum {
    WEIGHT_HEADING = 90, /* a heading that begins with the kind */
    WEIGHT_LINE = 80,    /* a line that begins with it and goes on as such lines do */
    WEIGHT_DOCUMENT =
        40,             /* the document's own title begins with it, and nothing on the page does */
    WEIGHT_ALONE = 70,  /* a line that is the kind and no more */
    WEIGHT_HEAD = 80,   /* the same, and who asks on the next line */
    WEIGHT_LINK = 30,   /* a link to an inquiry */
    WEIGHT_ANSWER = 65, /* "auf die Kleine Anfrage der Abgeordneten …" */
    WEIGHT_STEP = 68,   /* a line of a register: kind, names, day, Drucksache */
    WEIGHT_MEMBER = 60, /* "Anfrage des Abgeordneten …" */
    LEADING_TOKENS = 8,
    LONGEST_STATEMENT = 100 /* tokens; longer lines are running text */
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

/* "der Abgeordneten Eva Muster (SPD)" on the next line that is not empty */
static int
names_askers(const struct recognition *r, uint32_t index)
{
    while (index < r->lines.count && !r->lines.items[index].token_count)
        index++;
    const struct line *line = index < r->lines.count ? &r->lines.items[index] : NULL;
    const struct hit *intro = line ? anf__line_hit(r, line, 0, WORD_ASKER_INTRO) : NULL;
    return intro && strcmp(intro->entry->id, "member") == 0;
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
    if (anf__line_is_link(r, line) && block->kind != ANF_BLOCK_HEADING)
        return WEIGHT_LINK;
    if (line->token_count == behind)
        return names_askers(r, line->index + 1) ? WEIGHT_HEAD : WEIGHT_ALONE;
    if (kind->entry->class == WORD_KIND_EXACT)
        return WEIGHT_MEMBER;
    if (!goes_on(r, line, behind))
        return 0;
    if (anf__hit_index(line, kind))
        return WEIGHT_ANSWER;
    return block->kind == ANF_BLOCK_HEADING ? WEIGHT_HEADING : WEIGHT_LINE;
}

/* "Anfrage des Abgeordneten Jan Muster (SPD)": members of parliaments are called so. */
static int
is_by_member(const struct recognition *r, const struct line *line, uint32_t at)
{
    const struct hit *intro = anf__line_hit(r, line, at, WORD_ASKER_INTRO);
    return intro && strcmp(intro->entry->id, "member") == 0 &&
           anf__line_any_hit(r, line, WORD_PARTY);
}

/* The kind at the start of a line, or behind "Antwort", "auf die", "der Landesregierung" there.
 * "Anfrage" is a kind only as a line of its own or before a member's name. */
static const struct hit *
kind_of(const struct recognition *r, const struct line *line)
{
    uint32_t at = 0;
    const struct hit *word = NULL;
    while (at < LEADING_TOKENS && ((word = anf__line_hit(r, line, at, WORD_FILLER)) ||
                                   (word = anf__line_hit(r, line, at, WORD_OFFICE))))
        at += word->count;
    const struct hit *kind = anf__line_hit(r, line, at, WORD_KIND);
    const struct hit *exact = kind ? NULL : anf__line_hit(r, line, at, WORD_KIND_EXACT);
    if (exact && is_by_member(r, line, at + exact->count))
        return exact;
    return kind ? kind : anf__line_whole_hit(r, line, WORD_KIND_EXACT);
}

/* A kind anywhere in a line that is a step of a procedure; *weight is 0 when there is none. */
static int
try_step(struct recognition *r, const struct line *line, const struct hit **kind, uint32_t *weight)
{
    const struct hit *any = line->token_count <= LONGEST_STATEMENT
                                ? anf__line_any_hit(r, line, WORD_KIND)
                                : NULL;
    int is_step = 0;
    int status = any && line->state == LINE_OPEN ? anf__is_step_line(r, line->index, &is_step)
                                                 : ANF_OK;
    if (!is_step)
        return status;
    *kind = any;
    *weight = WEIGHT_STEP;
    return status;
}

/* May the line name the inquiry? The document's title may, though it is no content. */
static int
may_name(const struct recognition *r, const struct line *line)
{
    return line->state == LINE_OPEN || anf__line_block(r, line)->kind == ANF_BLOCK_TITLE;
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
anf__is_first_question(const struct recognition *r, const struct line *line)
{
    struct mark mark;
    anf__read_mark(r, line, &mark);
    if ((mark.kind != MARK_NUMBER && mark.kind != MARK_QUESTION) ||
        (mark.range_count && mark.ranges[0].first / MINORS != 1))
        return 0;
    const struct token *text = anf__line_token(r, line, mark.tokens);
    int written = mark.tokens && text && text->kind == TOKEN_WORD;
    return mark.kind == MARK_QUESTION || written || anf__asks(r, line, mark.tokens);
}

/* A first question, "Vorbemerkung der Fragesteller", "Ich frage die Landesregierung:" */
static int
begins_body(const struct recognition *r, const struct line *line)
{
    const struct hit *section = anf__line_hit(r, line, 0, WORD_SECTION);
    const struct token *behind = section ? anf__line_token(r, line, section->count) : NULL;
    if (line->state == LINE_ASIDE)
        return 0;
    if (section && (anf__line_whole_hit(r, line, WORD_SECTION) ||
                    (behind && anf__token_is_sign(anf__line_text(r, line), behind, ':'))))
        return strcmp(section->entry->id, "answers") != 0;
    return anf__is_first_question(r, line) || anf__line_any_hit(r, line, WORD_ASKING) != NULL;
}

uint32_t
anf__find_head_end(const struct recognition *r)
{
    uint32_t i = r->kind_line + 1;
    while (i < r->lines.count && !begins_body(r, &r->lines.items[i]))
        i++;
    return i;
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
        int status = weight ? ANF_OK : try_step(r, line, &kind, &weight);
        if (status == ANF_OK && !weight)
            continue;
        if (status == ANF_OK)
            status = propose_kind(r, i, kind, weight);
        if (status != ANF_OK)
            return status;
        if (weight > best) {
            best = weight;
            chosen = kind;
            r->kind_line = i;
        }
    }
    if (!chosen)
        return ANF_OK; /* pass-told.c may find it in a sentence */
    /* A heading may hold the title behind its colon: pass-title.c settles it. */
    struct line *line = &r->lines.items[r->kind_line];
    if (anf__line_block(r, line)->kind != ANF_BLOCK_HEADING)
        line->state = LINE_FIELD;
    line->field = ANF_FIELD_KIND;
    r->head_end = anf__find_head_end(r);
    return ANF_OK;
}
