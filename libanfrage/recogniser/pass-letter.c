/* pass-letter.c: the sentence that says who answered by which letter: "Das Ministerium für Verkehr
 * hat die Kleine Anfrage 12 vom 3. April 2025 mit Schreiben vom 2. Mai 2025 beantwortet". */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    WEIGHT_ANSWERED = 75,
    WEIGHT_QUESTION = 65,
    WEIGHT_TEXT = 82, /* above the day that it came in */
    LINES_BEFORE = 3, /* of the sentence, at most */
    LINES = 8
};

/* Some lines of a block, and where the word "Schreiben" or "wie folgt" stands in them. */
struct letter {
    struct recognition *r;
    struct line line;
    uint32_t word;
    uint32_t start, end; /* of the sentence, in tokens */
    uint32_t weight;     /* of what it says of the question */
};

static int
sign_at(const struct letter *l, uint32_t index, char sign)
{
    const struct token *token = anf__line_token(l->r, &l->line, index);
    return token && anf__token_is_sign(anf__line_text(l->r, &l->line), token, sign);
}

/* A full stop behind a word of more than three letters, or a colon, ends a sentence. */
static int
ends_sentence(const struct letter *l, uint32_t index)
{
    const struct token *before = index ? anf__line_token(l->r, &l->line, index - 1) : NULL;
    if (sign_at(l, index, ':'))
        return 1;
    return sign_at(l, index, '.') && before && before->kind == TOKEN_WORD &&
           before->end - before->start > 3 && !anf__line_hit(l->r, &l->line, index - 1, WORD_MONTH);
}

static void
find_sentence(struct letter *l)
{
    l->start = l->word;
    l->end = l->word;
    while (l->start > 0 && !ends_sentence(l, l->start - 1))
        l->start--;
    while (l->end < l->line.token_count && !ends_sentence(l, l->end))
        l->end++;
}

static uint32_t
find(const struct letter *l, enum word_class class)
{
    for (uint32_t i = l->start; i < l->end; i++) {
        if (anf__line_hit(l->r, &l->line, i, class))
            return i;
    }
    return UINT32_MAX;
}

static int
propose(struct letter *l, int field, uint32_t weight, uint32_t first, uint32_t count,
        const char *value)
{
    struct extent extent = anf__extent_of_tokens(l->r, &l->line, first, count);
    return anf__propose(l->r, field, weight, "letter.sentence", extent, value, strlen(value));
}

/* "– Drucksache 17/12 –" between the kind and its day: its tokens; 0: it is not there. */
static uint32_t
skip_reference(const struct letter *l, uint32_t at)
{
    char reference[32];
    const struct token *dash = anf__line_token(l->r, &l->line, at);
    const struct hit *label = dash && dash->kind == TOKEN_SIGN
                                  ? anf__line_hit(l->r, &l->line, at + 1, WORD_LABEL)
                                  : NULL;
    uint32_t start = label ? at + 1 + label->count : 0;
    uint32_t read = label ? anf__read_reference(l->r, &l->line, start, reference) : 0;
    const struct token *end = read ? anf__line_token(l->r, &l->line, start + read) : NULL;
    return end && end->kind == TOKEN_SIGN ? start + read + 1 - at : 0;
}

/* "Kleine Anfrage 12 vom 3. April 2025": *behind is where it ends. */
static int
read_question(struct letter *l, uint32_t kind, uint32_t *behind)
{
    char date[11];
    struct recognition *r = l->r;
    uint32_t at = kind + anf__line_hit(r, &l->line, kind, WORD_KIND)->count;
    const struct hit *word = anf__line_hit(r, &l->line, at, WORD_FILLER); /* "Nr." */
    at += word && word->count == 2 ? 2 : skip_reference(l, at);
    const struct token *number = anf__line_token(r, &l->line, at);
    int status = ANF_OK;
    if (number && number->kind == TOKEN_NUMBER && !anf__read_date(r, &l->line, at, date)) {
        char reference[32];
        uint32_t read = anf__read_reference(r, &l->line, at, reference);
        struct extent extent = anf__extent_of_tokens(r, &l->line, at, read ? read : 1);
        status = anf__propose_words(r, ANF_FIELD_INQUIRY_NUMBER, l->weight, "letter.sentence",
                                    extent);
        at += read ? read : 1;
    }
    *behind = at;
    const struct hit *from = anf__line_hit(r, &l->line, at, WORD_FILLER);
    if (from && strcmp(from->entry->phrase, "vom") != 0)
        return status; /* "am": the day of answering */
    uint32_t read = from ? anf__read_date(r, &l->line, at + from->count, date) : 0;
    if (!read || status != ANF_OK)
        return status;
    *behind = at + from->count + read;
    return propose(l, ANF_FIELD_ASKED, l->weight, at + from->count, read, date);
}

/* A line end may break the kind's word; the day before the letter's is still the question's. */
static int
read_day_before(struct letter *l)
{
    char date[11];
    for (uint32_t at = l->start; at < l->word; at++) {
        uint32_t read = anf__read_date(l->r, &l->line, at, date);
        if (read)
            return propose(l, ANF_FIELD_ASKED, l->weight, at, read, date);
    }
    return ANF_OK;
}

/* "Schreiben vom 2. Mai 2025", "am 2. Mai 2025 wie folgt (Drucksache 18/77)" */
static int
read_answer(struct letter *l, uint32_t from)
{
    char value[32];
    int status = ANF_OK;
    for (uint32_t at = from; at < l->end && status == ANF_OK;) {
        const struct hit *label = anf__line_hit(l->r, &l->line, at, WORD_LABEL);
        uint32_t skip = label && strcmp(label->entry->id, "reference") == 0 ? label->count : 0;
        uint32_t read = skip ? anf__read_reference(l->r, &l->line, at + skip, value) : 0;
        if (read)
            status = propose(l, ANF_FIELD_ANSWER_REFERENCE, WEIGHT_ANSWERED, at + skip, read,
                             value);
        else if ((read = anf__read_date(l->r, &l->line, at, value)))
            status = propose(l, ANF_FIELD_ANSWERED, WEIGHT_ANSWERED, at, read, value);
        at += skip + (read ? read : !skip);
    }
    return status;
}

/* Not "namens der Landesregierung": the office that wrote. */
static int
read_offices(struct letter *l)
{
    int status = ANF_OK;
    for (uint32_t at = l->start; at < l->end && status == ANF_OK;) {
        const struct hit *behalf = anf__line_hit(l->r, &l->line, at, WORD_BEHALF);
        uint32_t read = behalf ? behalf->count : 0;
        if (!read)
            status = anf__read_office(l->r, &l->line, at, "letter.sentence", &read);
        at += read ? read : 1;
    }
    return status;
}

static int
read_letter(struct letter *l, int dated)
{
    struct recognition_mark mark = anf__mark(l->r);
    find_sentence(l);
    uint32_t kind = find(l, WORD_KIND);
    if (kind == UINT32_MAX && find(l, WORD_BEHALF) == UINT32_MAX)
        return ANF_OK;
    int status = read_offices(l);
    if (status == ANF_OK && l->r->answerers.count == mark.answerers && !dated)
        return ANF_OK;
    uint32_t behind = l->word;
    if (status == ANF_OK && kind != UINT32_MAX)
        status = read_question(l, kind, &behind);
    else if (status == ANF_OK && dated)
        status = read_day_before(l);
    /* Of the two, the letter's day stands behind its word. */
    if (dated && (behind < l->word || kind > l->word))
        behind = l->word;
    return status == ANF_OK ? read_answer(l, behind) : status;
}

/* "Wortlaut der Kleinen Anfrage Nr. 12 vom 3. April 2025:" */
static int
read_text(struct letter *l)
{
    uint32_t behind = 0;
    find_sentence(l);
    uint32_t kind = find(l, WORD_KIND);
    l->weight = WEIGHT_TEXT;
    return kind == UINT32_MAX ? ANF_OK : read_question(l, kind, &behind);
}

/* The lines around the word, in their block. */
static struct letter
letter_at(struct recognition *r, uint32_t index, const struct hit *word)
{
    uint32_t first = index;
    while (first > 0 && index - first < LINES_BEFORE &&
           r->lines.items[first - 1].block == r->lines.items[index].block)
        first--;
    struct letter l = {.r = r, .line = anf__joined_lines(r, first, LINES)};
    l.weight = WEIGHT_QUESTION;
    l.word = word->token - l.line.first_token;
    return l;
}

/* Other passes ask for the address of a letter, and for what a post tells of it. */
static int
is_of_letter(const struct hit *hit)
{
    return strcmp(hit->entry->id, "address") != 0 && strcmp(hit->entry->id, "reply") != 0;
}

/* The word with which such a sentence tells the day, else any word of it; NULL: none. */
static const struct hit *
letter_word(const struct recognition *r, const struct line *line)
{
    const struct hit *any = NULL;
    for (uint32_t i = 0; i < line->token_count; i++) {
        const struct hit *hit = anf__line_hit(r, line, i, WORD_LETTER);
        if (hit && strcmp(hit->entry->id, "letter") == 0)
            return hit;
        if (!any && hit && is_of_letter(hit))
            any = hit;
    }
    return any;
}

int
anf__pass_letter(struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct hit *word = letter_word(r, &r->lines.items[i]);
        if (!word || (r->lines.items[i].state == LINE_ASIDE && r->lines.items[i].aside_by_place))
            continue;
        struct recognition_mark mark = anf__mark(r);
        struct letter letter = letter_at(r, i, word);
        if (strcmp(word->entry->id, "text") == 0) {
            int status = read_text(&letter);
            if (status != ANF_OK)
                return status;
            continue;
        }
        int dated = strcmp(word->entry->id, "letter") == 0;
        int status = read_letter(&letter, dated);
        if (status != ANF_OK || r->answerers.count > mark.answerers)
            return status;
    }
    return ANF_OK;
}
