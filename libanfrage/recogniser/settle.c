/* settle.c: the fate of every byte of the page, line by line, and the list of what is discarded. */
#include "recogniser/recognition.h"

#include <stdlib.h>
#include <string.h>

/* Where a field's words stand; sorted, so that a line finds its own. */
struct claim {
    uint32_t block;
    uint32_t start, end;
    int32_t field;
    size_t order; /* of proposing: where two fields share their words, the first has them */
};

struct settlement {
    struct recognition *r;
    uint32_t inquiry;
    ANF__ARRAY(struct claim) claims;
    size_t claim;                 /* the first that may concern the line at hand */
    size_t mended;                /* likewise */
    struct anf__buffer discarded; /* text of the run of discarded lines at hand */
    const char *reason;           /* of that run; NULL: none */
    uint32_t run_block;
};

/* --- claims --- */

static int
add_claim(struct settlement *s, struct extent extent, int32_t field)
{
    if (extent.line == UINT32_MAX)
        return ANF_OK;
    struct claim *claim = ANF__ARRAY_PUSH(&s->claims);
    if (!claim)
        return ANF_ERR_NOMEM;
    *claim = (struct claim){s->r->lines.items[extent.line].block, extent.start, extent.end, field,
                            s->claims.count};
    return ANF_OK;
}

static int
compare_claims(const void *a, const void *b)
{
    const struct claim *x = a;
    const struct claim *y = b;
    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static int
collect_claims(struct settlement *s)
{
    struct recognition *r = s->r;
    int status = ANF_OK;
    for (size_t i = 0; i < r->proposals.count && status == ANF_OK; i++) {
        const struct proposal *p = &r->proposals.items[i];
        if (p->chosen)
            status = add_claim(s, p->extent, p->field);
    }
    for (size_t i = 0; i < r->askers.count && status == ANF_OK; i++)
        status = add_claim(s, r->askers.items[i].extent, ANF_FIELD_ASKERS);
    for (size_t i = 0; i < r->answerers.count && status == ANF_OK; i++)
        status = add_claim(s, r->answerers.items[i].extent, ANF_FIELD_ANSWERERS);
    if (s->claims.count)
        qsort(s->claims.items, s->claims.count, sizeof *s->claims.items, compare_claims);
    return status;
}

/* --- fates --- */

static int
same_reason(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Append a range to the block's fates, joined to the one before where both are alike. */
static int
add_fate(struct settlement *s, struct anf_fate fate)
{
    struct anf_page *page = s->r->page;
    struct anf__page_block *b = &page->blocks.items[s->run_block];
    if (fate.start == fate.end)
        return ANF_OK;
    struct anf_fate *last = b->fate_count ? &page->fates.items[page->fates.count - 1] : NULL;
    if (last && last->kind == fate.kind && last->field == fate.field &&
        last->inquiry == fate.inquiry && same_reason(last->reason, fate.reason)) {
        last->end = fate.end;
        return ANF_OK;
    }
    if (!b->fate_count)
        b->first_fate = page->fates.count;
    struct anf_fate *added = ANF__ARRAY_PUSH(&page->fates);
    if (!added)
        return ANF_ERR_NOMEM;
    fate.size = sizeof fate;
    *added = fate;
    b->fate_count++;
    return ANF_OK;
}

static int
flush_discarded(struct settlement *s)
{
    struct anf_discarded discarded = {ANF_DISCARDED_INIT, s->reason, s->discarded.data};
    int status = ANF_OK;
    if (s->reason && s->discarded.length && s->r->inquiry)
        status = anf_inquiry_add_discarded(s->r->inquiry, &discarded);
    s->reason = NULL;
    s->discarded.length = 0;
    return status;
}

static int
discard(struct settlement *s, const struct line *line, uint32_t start, uint32_t end, uint32_t stop,
        const char *reason)
{
    int status = ANF_OK;
    if (!same_reason(s->reason, reason))
        status = flush_discarded(s);
    s->reason = reason;
    if (status == ANF_OK && s->discarded.length)
        status = anf__buffer_add(&s->discarded, "\n", 1);
    if (status == ANF_OK)
        status = anf__buffer_add(&s->discarded, anf__line_text(s->r, line) + start, end - start);
    if (status != ANF_OK)
        return status;
    return add_fate(s,
                    (struct anf_fate){
                        .kind = ANF_FATE_DISCARDED, .reason = reason, .start = start, .end = stop});
}

/* --- body lines: content, but for what was left out --- */

static int
settle_body(struct settlement *s, const struct line *line, uint32_t stop)
{
    const struct recognition *r = s->r;
    uint32_t at = line->start;
    int status = flush_discarded(s);
    struct anf_fate content = {.kind = ANF_FATE_CONTENT, .inquiry = s->inquiry};
    for (; s->mended < r->mended.count && status == ANF_OK; s->mended++) {
        const struct mended *m = &r->mended.items[s->mended];
        if (m->block != line->block || m->start >= stop)
            break;
        content.start = at;
        content.end = m->start;
        status = add_fate(s, content);
        struct anf_fate mended = {.kind = ANF_FATE_REPAIRED,
                                  .inquiry = s->inquiry,
                                  .reason = m->reason,
                                  .start = m->start,
                                  .end = m->end};
        if (status == ANF_OK)
            status = add_fate(s, mended);
        at = m->end;
    }
    content.start = at;
    content.end = stop;
    return status == ANF_OK ? add_fate(s, content) : status;
}

/* --- field lines: values, labels, and what is neither --- */

/* Classes whose words say what a value is, and are no value themselves. */
static const unsigned char is_label[WORD_CLASSES] = {
    [WORD_KIND] = 1,        [WORD_KIND_EXACT] = 1,  [WORD_LABEL] = 1,       [WORD_ASKER_INTRO] = 1,
    [WORD_GROUP] = 1,       [WORD_ASKER_MORE] = 1,  [WORD_FILLER] = 1,      [WORD_NAME_TAIL] = 1,
    [WORD_PARLIAMENT] = 1,  [WORD_ANSWER_STEP] = 1, [WORD_WITH_ANSWER] = 1, [WORD_STEP_WORD] = 1,
    [WORD_TO_QUESTION] = 1,
};

/* The token behind the label at a token; the token itself when there is none. */
static uint32_t
behind_label(const struct recognition *r, const struct line *line, uint32_t token)
{
    uint32_t behind = token;
    uint32_t first = line->first_token + token;
    for (uint32_t i = r->tokens.items[first].first_hit; i < r->hits.count; i++) {
        const struct hit *hit = &r->hits.items[i];
        if (hit->token > first)
            break;
        if (is_label[hit->entry->class] && token + hit->count > behind)
            behind = token + hit->count;
    }
    return behind;
}

/* Claims that end before a place of the block concern it no more. */
static void
pass_claims(struct settlement *s, uint32_t block, uint32_t start)
{
    for (; s->claim < s->claims.count; s->claim++) {
        const struct claim *claim = &s->claims.items[s->claim];
        if (claim->block > block || (claim->block == block && claim->end > start))
            return;
    }
}

/* The claim that covers a token; NULL: none. Tokens are asked for in their order. */
static const struct claim *
claim_of(struct settlement *s, uint32_t block, const struct token *token)
{
    pass_claims(s, block, token->start);
    for (size_t i = s->claim; i < s->claims.count; i++) {
        const struct claim *claim = &s->claims.items[i];
        if (claim->block != block || claim->start > token->start)
            return NULL;
        if (claim->end >= token->end)
            return claim;
    }
    return NULL;
}

/* Behind the token: the start of the next one, or the end of what the line is to settle. */
static uint32_t
token_stop(const struct recognition *r, const struct line *line, uint32_t token, uint32_t stop)
{
    const struct token *next = anf__line_token(r, line, token + 1);
    return next ? next->start : stop;
}

/* Words from a token on that neither a value nor a label covers; how many. *label is where the
 * labels met so far end. */
static uint32_t
uncovered(struct settlement *s, uint32_t index, uint32_t token, uint32_t *label)
{
    const struct line *line = &s->r->lines.items[index];
    uint32_t count = 0;
    const struct token *here = NULL;
    for (; (here = anf__line_token(s->r, line, token + count)); count++) {
        uint32_t behind = behind_label(s->r, line, token + count);
        *label = behind > *label ? behind : *label;
        if (here->kind == TOKEN_SIGN || token + count < *label || claim_of(s, line->block, here))
            break;
    }
    return count;
}

static int
settle_field(struct settlement *s, uint32_t index, uint32_t stop)
{
    const struct recognition *r = s->r;
    const struct line *line = &r->lines.items[index];
    struct anf_fate fate = {.kind = ANF_FATE_FIELD, .inquiry = s->inquiry, .start = line->start};
    uint32_t label = 0;
    int status = ANF_OK;
    for (uint32_t i = 0; i < line->token_count && status == ANF_OK;) {
        const struct token *token = anf__line_token(r, line, i);
        uint32_t count = uncovered(s, index, i, &label);
        uint32_t last = count ? i + count - 1 : i;
        const struct claim *claim = count ? NULL : claim_of(s, line->block, token);
        fate.end = token_stop(r, line, last, stop);
        fate.field = claim ? claim->field : line->field;
        if (count && fate.start < token->start) /* the line's indent */
            status = add_fate(s, (struct anf_fate){.kind = ANF_FATE_FIELD,
                                                   .inquiry = s->inquiry,
                                                   .field = line->field,
                                                   .start = fate.start,
                                                   .end = token->start});
        if (status != ANF_OK)
            break;
        if (count)
            status = discard(s, line, token->start, anf__line_token(r, line, last)->end,
                             (uint32_t)fate.end, "unrecognised");
        else
            status = add_fate(s, fate);
        fate.start = fate.end;
        i = last + 1;
    }
    /* A line without tokens, or the rest of one: its white space. */
    fate.end = stop;
    return status == ANF_OK ? add_fate(s, fate) : status;
}

/* --- all of it --- */

/* Where what the line is to settle ends: with its line end, if the block goes on. */
static uint32_t
line_stop(const struct recognition *r, const struct line *line)
{
    const struct line *next = line->index + 1 < r->lines.count ? line + 1 : NULL;
    if (next)
        return next->block == line->block ? next->start : line->end;
    return r->end.block == line->block && r->end.offset ? r->end.offset : line->end;
}

static int
settle_line(struct settlement *s, uint32_t index)
{
    const struct recognition *r = s->r;
    const struct line *line = &r->lines.items[index];
    uint32_t stop = line_stop(r, line);
    int status = ANF_OK;
    if (line->block != s->run_block)
        status = flush_discarded(s);
    s->run_block = line->block;
    if (status != ANF_OK)
        return status;
    if (line->state == LINE_BODY)
        return settle_body(s, line, stop);
    if (line->state == LINE_FIELD)
        return settle_field(s, index, stop);
    return discard(s, line, line->start, line->end, stop,
                   line->reason ? line->reason : "no-inquiry");
}

static int
compare_mended(const void *a, const void *b)
{
    const struct mended *x = a;
    const struct mended *y = b;
    if (x->block != y->block)
        return x->block < y->block ? -1 : 1;
    return (x->start > y->start) - (x->start < y->start);
}

int
anf__settle(struct recognition *r, uint32_t inquiry)
{
    struct settlement s = {.r = r, .inquiry = inquiry};
    int status = collect_claims(&s);
    if (r->mended.count)
        qsort(r->mended.items, r->mended.count, sizeof *r->mended.items, compare_mended);
    for (uint32_t i = 0; i < r->lines.count && status == ANF_OK; i++)
        status = settle_line(&s, i);
    if (status == ANF_OK)
        status = flush_discarded(&s);
    anf__buffer_clear(&s.discarded);
    free(s.claims.items);
    return status;
}
