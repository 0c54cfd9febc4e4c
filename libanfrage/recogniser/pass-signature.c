/* pass-signature.c: the day that an inquiry, or its answer, was signed: "Berlin, den 3. April
 * 2025"; the day alone, above the names of those who ask. */
#include "recogniser/recognition.h"

#include <string.h>

enum {
    WEIGHT_QUESTION = 58,
    WEIGHT_ANSWER = 50,
    PLACE_WORDS = 3,
    LONGEST_SIGNATURE = 60,
    LETTER_LINES = 20
};

/* Where the day begins on a line that is a place, a day and no more; UINT32_MAX: on none. */
static uint32_t
day_of(const struct recognition *r, const struct line *line, char date[11], uint32_t *read)
{
    const char *text = anf__line_text(r, line);
    uint32_t at = 0;
    while (at < PLACE_WORDS && at < line->token_count &&
           anf__line_token(r, line, at)->kind == TOKEN_WORD)
        at++;
    if (at) {
        const struct token *comma = anf__line_token(r, line, at);
        if (!comma || !anf__token_is_sign(text, comma, ','))
            return UINT32_MAX;
        at++;
    }
    const struct hit *article = anf__line_hit(r, line, at, WORD_OFFICE_LINK);
    at += article ? article->count : 0;
    *read = anf__read_date(r, line, at, date);
    return *read && at + *read == line->token_count ? at : UINT32_MAX;
}

/* Those who ask sign with their Fraktion: "Eva Muster, Jan Probe und Fraktion". */
static int
is_signed_by_askers(const struct recognition *r, uint32_t index)
{
    do
        index++;
    while (index < r->lines.count && !r->lines.items[index].token_count);
    if (index == r->lines.count || r->lines.items[index].token_count > LONGEST_SIGNATURE)
        return 0;
    const struct line *line = &r->lines.items[index];
    return anf__line_any_hit(r, line, WORD_PARTY) || anf__line_any_hit(r, line, WORD_GROUP);
}

/* Does the page hold answers? */
static int
holds_answers(const struct recognition *r)
{
    for (uint32_t i = 0; i < r->lines.count; i++) {
        if (r->lines.items[i].part == PART_ANSWER || r->lines.items[i].part == PART_ANSWERS)
            return 1;
    }
    return 0;
}

/* "Sehr geehrter Herr Präsident," below the day: the government writes to the parliament. */
static int
is_above_address(const struct recognition *r, uint32_t index)
{
    for (uint32_t i = index; i < r->lines.count && i <= index + LETTER_LINES; i++) {
        const struct hit *words = anf__line_hit(r, &r->lines.items[i], 0, WORD_LETTER);
        if (words && strcmp(words->entry->id, "address") == 0)
            return 1;
    }
    return 0;
}

int
anf__pass_signature(struct recognition *r)
{
    int is_answered = holds_answers(r);
    int answered = 0;
    int asked = 0;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        char date[11];
        uint32_t read = 0;
        const struct line *line = &r->lines.items[i];
        answered |= line->part == PART_ANSWER || line->part == PART_ANSWERS;
        asked |= line->part == PART_QUESTION;
        int usable = line->token_count && (line->state == LINE_OPEN || line->state == LINE_BODY);
        uint32_t at = usable ? day_of(r, line, date, &read) : UINT32_MAX;
        if (at == UINT32_MAX)
            continue;
        int by_askers = asked && is_signed_by_askers(r, i);
        /* Above the questions of a page that answers, the day may be either's. */
        int of_letter = at && is_answered && !asked && is_above_address(r, i);
        if ((!at || (is_answered && !asked)) && !by_askers && !of_letter)
            continue;
        int field = (answered || of_letter) && !by_askers ? ANF_FIELD_ANSWERED : ANF_FIELD_ASKED;
        uint32_t weight = field == ANF_FIELD_ANSWERED ? WEIGHT_ANSWER : WEIGHT_QUESTION;
        int status = anf__propose(r, field, weight, "date.signature",
                                  anf__extent_of_tokens(r, line, at, read), date, strlen(date));
        if (status != ANF_OK)
            return status;
    }
    return ANF_OK;
}
