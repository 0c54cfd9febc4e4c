/* lines.c: the page as lines, tokens and phrases of the vocabulary. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    WIDEST_COLUMN = 200 /* bytes; nobody wraps text to longer lines */
};

/* --- making --- */

/* Does a phrase with the token's key go on as the text does? */
static int
phrase_matches(const struct recognition *r, const struct entry *entry, uint32_t token, uint32_t end)
{
    if (!entry->count || entry->count > end - token)
        return 0;
    const struct token *phrase = &r->words->tokens.items[entry->first];
    const struct token *here = &r->tokens.items[token];
    for (uint32_t i = 1; i < entry->count; i++) {
        if (phrase[i].hash != here[i].hash)
            return 0;
    }
    return 1;
}

/* The phrases that begin with a token. */
static int
add_hits_at(struct recognition *r, uint32_t token, uint32_t end)
{
    struct token *here = &r->tokens.items[token];
    const struct entry *entry = anf__vocabulary_find(r->words, here->hash);
    here->first_hit = (uint32_t)r->hits.count;
    for (; entry; entry = entry->next ? &r->words->entries.items[entry->next] : NULL) {
        if (entry->key != here->hash || !phrase_matches(r, entry, token, end))
            continue;
        struct hit *hit = ANF__ARRAY_PUSH(&r->hits);
        if (!hit)
            return ANF_ERR_NOMEM;
        *hit = (struct hit){token, entry->count, entry};
        here->begins |= UINT64_C(1) << entry->class;
    }
    return ANF_OK;
}

/* The hits of a block's lines. A phrase may run on into the next line. */
static int
add_hits(struct recognition *r, size_t first_line)
{
    uint32_t end = (uint32_t)r->tokens.count;
    int status = ANF_OK;
    for (size_t i = first_line; i < r->lines.count && status == ANF_OK; i++) {
        struct line *line = &r->lines.items[i];
        line->first_hit = (uint32_t)r->hits.count;
        for (uint32_t k = 0; k < line->token_count && status == ANF_OK; k++)
            status = add_hits_at(r, line->first_token + k, end);
        line->hit_count = (uint32_t)r->hits.count - line->first_hit;
        for (uint32_t k = line->first_hit; k < r->hits.count; k++)
            line->holds |= UINT64_C(1) << r->hits.items[k].entry->class;
    }
    return status;
}

/* --- labels within a line --- */

enum {
    LONGEST_LABEL = 8 /* tokens */
};

/* Is a phrase of the class all of the tokens from first to end? */
static int
is_phrase(const struct recognition *r, uint32_t first, uint32_t end, enum word_class class)
{
    const struct entry *entry = anf__vocabulary_find(r->words, r->tokens.items[first].hash);
    for (; entry; entry = entry->next ? &r->words->entries.items[entry->next] : NULL) {
        if (entry->class == class && entry->key == r->tokens.items[first].hash &&
            entry->count == end - first && phrase_matches(r, entry, first, end))
            return 1;
    }
    return 0;
}

/* "Antwort", "Antwort der Landesregierung", "Frage 2", "Antwort zu Frage 2" */
static int
is_label(const struct recognition *r, uint32_t first, uint32_t end)
{
    if (r->tokens.items[end - 1].kind == TOKEN_NUMBER)
        return end - first > 1 && (is_phrase(r, first, end - 1, WORD_QUESTION_OPENER) ||
                                   is_phrase(r, first, end - 1, WORD_ANSWER_TO));
    return is_phrase(r, first, end, WORD_ANSWER_OPENER);
}

static int
ends_sentence(const char *text, const struct token *token)
{
    return anf__token_is_sign(text, token, '?') || anf__token_is_sign(text, token, '.') ||
           anf__token_is_sign(text, token, '!') || anf__token_is_sign(text, token, ')');
}

/* Where a label begins behind a sentence and ends at a colon; first: nowhere. */
static uint32_t
label_before(const struct recognition *r, const char *text, uint32_t first, uint32_t colon)
{
    for (uint32_t at = colon; at-- > first + 1 && colon - at <= LONGEST_LABEL;) {
        const struct token *token = &r->tokens.items[at];
        if (token->kind == TOKEN_WORD && token->flags & TOKEN_CAPITAL &&
            ends_sentence(text, token - 1) && is_label(r, at, colon))
            return at;
    }
    return first;
}

/* "Frage 1: Wie alt? Antwort: Sehr alt." is cut before "Antwort:", as if a line ended there. */
static int
cut_at_labels(struct recognition *r, const char *text)
{
    uint32_t end = (uint32_t)r->tokens.count;
    for (uint32_t i = r->lines.items[r->lines.count - 1].first_token + 2; i < end; i++) {
        struct line *line = &r->lines.items[r->lines.count - 1];
        uint32_t cut = line->first_token;
        if (anf__token_is_sign(text, &r->tokens.items[i], ':'))
            cut = label_before(r, text, line->first_token, i);
        if (cut == line->first_token)
            continue;
        struct line rest = *line;
        rest.index++;
        rest.start = rest.text_start = r->tokens.items[cut].start;
        rest.first_token = cut;
        rest.token_count = end - cut;
        line->end = r->tokens.items[cut - 1].end;
        line->token_count = cut - line->first_token;
        struct line *added = ANF__ARRAY_PUSH(&r->lines);
        if (!added)
            return ANF_ERR_NOMEM;
        *added = rest;
    }
    return ANF_OK;
}

static int
add_line(struct recognition *r, uint32_t block, const char *text, uint32_t start, uint32_t end)
{
    struct line *line = ANF__ARRAY_PUSH(&r->lines);
    if (!line)
        return ANF_ERR_NOMEM;
    line->index = (uint32_t)(r->lines.count - 1);
    line->block = block;
    line->start = line->text_start = start;
    line->end = end;
    line->first_token = (uint32_t)r->tokens.count;
    int status = anf__tokenise(&r->tokens, text, start, end);
    line->token_count = (uint32_t)r->tokens.count - line->first_token;
    return status == ANF_OK ? cut_at_labels(r, text) : status;
}

/* Text that a program took from a page has a line for each paragraph; text that was wrapped has
 * lines of about one length. */
static void
tell_wrapped_from_apart(struct recognition *r, const struct anf_block *block, size_t first_line)
{
    uint32_t longest = 0;
    for (size_t i = first_line; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        longest = line->end - line->start > longest ? line->end - line->start : longest;
    }
    for (size_t i = first_line; i < r->lines.count; i++)
        r->lines.items[i].apart = r->is_text && block->kind == ANF_BLOCK_PARAGRAPH &&
                                  longest > WIDEST_COLUMN;
}

static int
add_block(struct recognition *r, uint32_t index)
{
    const struct anf_block *block = anf_page_block(r->page, index);
    if (block->length >= UINT32_MAX)
        return ANF_ERR_LIMIT;
    size_t first_line = r->lines.count;
    uint32_t start = index == r->first.block ? r->first.offset : 0;
    int status = ANF_OK;
    while (status == ANF_OK) {
        const char *end = memchr(block->text + start, '\n', block->length - start);
        uint32_t stop = end ? (uint32_t)(end - block->text) : (uint32_t)block->length;
        status = add_line(r, index, block->text, start, stop);
        start = stop + 1;
        if (!end || (index == r->end.block && start == r->end.offset))
            break;
    }
    tell_wrapped_from_apart(r, block, first_line);
    return status == ANF_OK ? add_hits(r, first_line) : status;
}

/* Room for about what there will be: words, numbers and signs of some four bytes with what stands
 * between them, seldom more hits than these, and one block in four of two lines. */
static int
reserve(struct recognition *r, uint32_t end_block)
{
    enum { BYTES_OF_TOKEN = 4 };
    size_t blocks = end_block - r->first.block;
    size_t bytes = 0;
    for (uint32_t i = r->first.block; i < end_block; i++)
        bytes += i == r->end.block && r->end.offset ? r->end.offset
                                                    : anf_page_block(r->page, i)->length;
    bytes -= r->first.offset;
    size_t tokens = bytes / BYTES_OF_TOKEN;
    int status = ANF__ARRAY_RESERVE(&r->tokens, tokens);
    if (status == ANF_OK)
        status = ANF__ARRAY_RESERVE(&r->hits, tokens);
    if (status == ANF_OK)
        status = ANF__ARRAY_RESERVE(&r->lines, blocks + blocks / 4);
    return status;
}

int
anf__lines_make(struct recognition *r)
{
    uint32_t end = r->end.block + (r->end.offset > 0);
    int status = reserve(r, end);
    r->is_text = r->page->place_ends.items[r->record] == r->record + 1;
    for (uint32_t i = r->first.block; i < end && status == ANF_OK; i++)
        status = add_block(r, i);
    return status;
}

/* --- looking --- */

const struct anf_place *
anf__line_place(const struct recognition *r, const struct line *line)
{
    return anf_page_place(r->page, anf__line_block(r, line)->place);
}

const struct hit *
anf__longest_hit(const struct recognition *r, const struct line *line, uint32_t index,
                 enum word_class class)
{
    const struct hit *longest = NULL;
    uint32_t token = line->first_token + index;
    for (uint32_t i = r->tokens.items[token].first_hit; i < r->hits.count; i++) {
        const struct hit *hit = &r->hits.items[i];
        if (hit->token > token)
            break;
        if (hit->entry->class == class && index + hit->count <= line->token_count &&
            (!longest || hit->count > longest->count))
            longest = hit;
    }
    return longest;
}

const struct hit *
anf__line_any_hit(const struct recognition *r, const struct line *line, enum word_class class)
{
    for (uint32_t i = 0; line->holds >> class & 1 && i < line->hit_count; i++) {
        const struct hit *hit = &r->hits.items[line->first_hit + i];
        const struct hit *longest = NULL;
        if (hit->entry->class == class)
            longest = anf__line_hit(r, line, hit->token - line->first_token, class);
        if (longest)
            return longest;
    }
    return NULL;
}

const struct hit *
anf__line_whole_hit(const struct recognition *r, const struct line *line, enum word_class class)
{
    const struct hit *hit = anf__line_hit(r, line, 0, class);
    if (!hit)
        return NULL;
    for (uint32_t i = hit->count; i < line->token_count; i++) {
        if (anf__line_token(r, line, i)->kind != TOKEN_SIGN)
            return NULL;
    }
    return hit;
}

int
anf__line_is_amid(const struct recognition *r, uint32_t index)
{
    const struct line *line = &r->lines.items[index];
    const struct line *before = index ? line - 1 : line;
    if (before == line || before->block != line->block || before->state != LINE_OPEN ||
        !before->token_count)
        return 0;
    uint32_t last = before->token_count - 1;
    return !(anf__line_token(r, before, last)->flags & TOKEN_CAPITAL) &&
           anf__line_hit(r, before, last, WORD_FILLER) != NULL;
}

struct line
anf__joined_lines(const struct recognition *r, uint32_t index, uint32_t most)
{
    struct line joined = r->lines.items[index];
    for (uint32_t i = index + 1; i < r->lines.count && i < index + most; i++) {
        const struct line *line = &r->lines.items[i];
        if (line->block != joined.block || line->apart)
            break;
        joined.end = line->end;
        joined.token_count += line->token_count;
        joined.hit_count += line->hit_count;
        joined.holds |= line->holds;
    }
    return joined;
}

/* Places of the page itself, scripts and mail are no documents. */
static int
leads_on(const char *target)
{
    static const char *const others[] = {"#", "mailto:", "javascript:", "tel:"};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (strncmp(target, others[i], strlen(others[i])) == 0)
            return 0;
    }
    return *target != '\0';
}

const char *
anf__link_target(const struct recognition *r, uint32_t block, uint32_t start, uint32_t end)
{
    const struct anf_span *span = NULL;
    for (uint32_t i = anf__span_across(r, block, start); i != UINT32_MAX;
         i = anf__outer_span(r, block, i)) {
        span = anf_page_span(r->page, block, i);
        if (span->kind == ANF_SPAN_LINK && leads_on(span->target))
            return span->target;
    }
    for (uint32_t i = anf__first_span(r, block, start);
         (span = anf_page_span(r->page, block, i)) && span->start < end; i++) {
        if (span->kind == ANF_SPAN_LINK && span->end > start && leads_on(span->target))
            return span->target;
    }
    return NULL;
}

uint32_t
anf__hit_index(const struct line *line, const struct hit *hit)
{
    return hit->token - line->first_token;
}

uint32_t
anf__settle_tokens(struct recognition *r, uint32_t index, uint32_t tokens, int32_t field)
{
    while (index < r->lines.count && tokens > 0) {
        struct line *line = &r->lines.items[index++];
        line->state = LINE_FIELD;
        line->field = field;
        tokens -= tokens < line->token_count ? tokens : line->token_count;
    }
    return index;
}
