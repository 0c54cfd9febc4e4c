/* marks.c: the label that a line begins with: the number of a question, "Zu Frage 1:", "Antwort:".
 */
#include "recogniser/exchanges.h"

#include <string.h>

static int
follows_directly(const struct token *token)
{
    return token && !(token->flags & TOKEN_AFTER_SPACE);
}

/* --- one number: "3", "3.", "1.1", "5. a.", "2b" --- */

/* The value of a number of at most three digits; 0: there is none. */
static uint32_t
small_number(const struct recognition *r, const struct line *line, uint32_t index)
{
    const struct token *token = anf__line_token(r, line, index);
    uint32_t value = token ? anf__token_number(anf__line_text(r, line), token) : UINT32_MAX;
    return value < MINORS ? value : 0;
}

/* The one letter that a token is, in lower case; 0: it is more. */
static char
letter_at(const struct recognition *r, const struct line *line, uint32_t index)
{
    const struct token *token = anf__line_token(r, line, index);
    if (!token || token->kind != TOKEN_WORD || token->end - token->start != 1)
        return 0;
    char letter = anf__line_text(r, line)[token->start];
    return letter >= 'A' && letter <= 'Z' ? (char)(letter + 32) : letter;
}

/* "a", "a.", "a)" behind a number: a part of that question. */
static uint32_t
read_part(const struct recognition *r, const struct line *line, uint32_t index, char *letter)
{
    *letter = letter_at(r, line, index);
    if (*letter < 'a' || *letter > 'z') {
        *letter = 0;
        return 0;
    }
    return anf__line_has_sign(r, line, index + 1, ".)") ? 2 : 1;
}

static uint32_t
read_number(const struct recognition *r, const struct line *line, uint32_t index, uint32_t *key)
{
    uint32_t major = small_number(r, line, index);
    uint32_t at = index + 1;
    if (!major)
        return 0;
    *key = major * MINORS;
    const struct token *stop = anf__line_token(r, line, at);
    if (!anf__line_has_sign(r, line, at, ".") || !follows_directly(stop))
        return 1;
    const struct token *minor = anf__line_token(r, line, at + 1);
    uint32_t value = follows_directly(minor) ? small_number(r, line, at + 1) : 0;
    if (!value)
        return 2;
    *key += value;
    return anf__line_has_sign(r, line, at + 2, ".") ? 4 : 3;
}

/* --- lists: "1 und 3", "2. / 3.", "4 bis 7", "1 a und b" --- */

/* Words that may stand between the numbers: "zu 1 und zu 2", "Frage 1 und Frage 2". */
static uint32_t
skip_words(const struct recognition *r, const struct line *line, uint32_t index)
{
    const struct hit *word = anf__line_hit(r, line, index, WORD_ANSWER_TO);
    if (!word)
        word = anf__line_hit(r, line, index, WORD_QUESTION_OPENER);
    return word ? word->count : 0;
}

static int
add_range(struct mark *mark, uint32_t first, uint32_t last)
{
    if (mark->range_count == MOST_RANGES || last < first)
        return 0;
    mark->ranges[mark->range_count++] = (struct question_range){first, last};
    return 1;
}

/* What the list's next member adds; tokens read, 0: it is none. */
static uint32_t
read_member(const struct recognition *r, const struct line *line, uint32_t index, int range,
            struct mark *mark)
{
    uint32_t skipped = skip_words(r, line, index);
    uint32_t key = 0;
    char letter = 0;
    uint32_t read = read_number(r, line, index + skipped, &key);
    if (!read) {
        read = mark->letter ? read_part(r, line, index, &letter) : 0;
        return read;
    }
    read += skipped;
    read += read_part(r, line, index + read, &letter);
    struct question_range *last = &mark->ranges[mark->range_count - 1];
    if (!range)
        return add_range(mark, key, key) ? read : 0;
    if (key <= last->last)
        return 0;
    /* "2 bis 4" holds 4.1, too. */
    last->last = key % MINORS ? key : key + MINORS - 1;
    return read;
}

static uint32_t
read_numbers(const struct recognition *r, const struct line *line, uint32_t index,
             struct mark *mark)
{
    uint32_t key = 0;
    uint32_t at = index + read_number(r, line, index, &key);
    if (at == index || !add_range(mark, key, key))
        return 0;
    at += read_part(r, line, at, &mark->letter);
    for (;;) {
        const struct hit *join = anf__line_hit(r, line, at, WORD_NUMBER_JOIN);
        if (!join)
            break;
        int range = strcmp(join->entry->id, "range") == 0;
        uint32_t read = read_member(r, line, at + join->count, range, mark);
        if (!read)
            break;
        at += join->count + read;
    }
    return at - index;
}

/* --- labels --- */

/* Behind a label: a colon, a dash, or the end of the line; "1)" and "1.)" have a bracket before. */
static int
ends_label(const struct recognition *r, const struct line *line, uint32_t *at)
{
    if (anf__line_has_sign(r, line, *at, ")"))
        ++*at;
    const struct token *dash = anf__line_token(r, line, *at);
    if (dash && dash->kind == TOKEN_SIGN && dash->flags & TOKEN_AFTER_SPACE &&
        (anf__line_has_sign(r, line, *at, "-") ||
         strncmp(anf__line_text(r, line) + dash->start, "\xe2\x80\x93", 3) == 0)) {
        ++*at;
        return 1;
    }
    if (anf__line_has_sign(r, line, *at, ":")) {
        ++*at;
        return 1;
    }
    return *at == line->token_count;
}

/* "3. Welche …", but not "3. Mai" and not "3. Quartal". */
static int
is_ordinal(const struct recognition *r, const struct line *line, uint32_t behind)
{
    return anf__line_hit(r, line, behind, WORD_MONTH) ||
           anf__line_hit(r, line, behind, WORD_ORDINAL);
}

/* "1. Welche …", "2) Wie …", "(3) Wo …", "1.1 Wann …" */
static int
read_leading_number(const struct recognition *r, const struct line *line, struct mark *mark)
{
    uint32_t key = 0;
    uint32_t bracket = anf__line_has_sign(r, line, 0, "(") ? 1 : 0;
    uint32_t at = bracket + read_number(r, line, bracket, &key);
    if (at == bracket)
        return 0;
    const char *text = anf__line_text(r, line);
    int closed = text[anf__line_token(r, line, at - 1)->end - 1] == '.' || key % MINORS;
    if (anf__line_has_sign(r, line, at, ")")) {
        closed = 1;
        at++;
    } else if (bracket)
        return 0;
    const struct token *next = anf__line_token(r, line, at);
    if (!closed || (next && !(next->flags & TOKEN_AFTER_SPACE)) || is_ordinal(r, line, at))
        return 0;
    mark->kind = MARK_NUMBER;
    mark->tokens = at;
    if (read_part(r, line, at, &mark->letter) < 2) /* "1. a)", not "1. A" */
        mark->letter = 0;
    return add_range(mark, key, key);
}

/* The first block of an item of an ordered list: a browser shows its number. */
static int
read_item_number(const struct recognition *r, const struct line *line, struct mark *mark)
{
    const struct anf_block *block = anf__line_block(r, line);
    const struct anf_place *place = anf__line_place(r, line);
    const struct anf_block *before = line->block ? anf_page_block(r->page, line->block - 1) : NULL;
    if (place->kind != ANF_PLACE_ITEM || place->number <= 0 || place->number >= MINORS ||
        line->start || (before && before->place >= block->place))
        return 0;
    mark->kind = MARK_NUMBER;
    return add_range(mark, (uint32_t)place->number * MINORS, (uint32_t)place->number * MINORS);
}

static int
read_letter(const struct recognition *r, const struct line *line, struct mark *mark)
{
    uint32_t bracket = anf__line_has_sign(r, line, 0, "(") ? 1 : 0;
    char letter = letter_at(r, line, bracket);
    const struct token *next = anf__line_token(r, line, bracket + 2);
    if (letter < 'a' || letter > 'z' ||
        !anf__line_has_sign(r, line, bracket + 1, bracket ? ")" : ".)") || !next ||
        !(next->flags & TOKEN_AFTER_SPACE))
        return 0;
    mark->kind = MARK_LETTER;
    mark->letter = letter;
    mark->tokens = bracket + 2;
    return 1;
}

/* "Frage 3. Welche …": a full stop behind the number closes the label as a colon does. */
static int
ends_with_stop(const struct recognition *r, const struct line *line, uint32_t at)
{
    const struct token *next = anf__line_token(r, line, at);
    return next && anf__line_has_sign(r, line, at - 1, ".") && next->kind == TOKEN_WORD &&
           next->flags & TOKEN_AFTER_SPACE && next->flags & TOKEN_CAPITAL;
}

/* "Frage 3:", "Frage 3" alone; "Frage 3. Wie …?"; "Frage: Wie …?"; "Fragen 3 bis 5". */
static int
read_named_question(const struct recognition *r, const struct line *line, struct mark *mark)
{
    const struct hit *word = anf__line_hit(r, line, 0, WORD_QUESTION_OPENER);
    uint32_t read = word ? read_numbers(r, line, word->count, mark) : 0;
    uint32_t at = word ? word->count + read : 0;
    if (word && word->count == 1 && anf__line_has_sign(r, line, 1, ":") && line->token_count > 2) {
        mark->kind = MARK_QUESTION; /* without a number */
        mark->tokens = 2;
        return 1;
    }
    if (!read || (!ends_with_stop(r, line, at) && !ends_label(r, line, &at)))
        return 0;
    int one = mark->range_count == 1 && mark->ranges[0].first == mark->ranges[0].last;
    mark->kind = one ? MARK_QUESTION : MARK_QUESTIONS;
    mark->tokens = at;
    return 1;
}

/* "Zu Frage 1:", "Zu den Fragen 1 bis 3:", "Zu 2. / 3.": an answer to these. */
static int
read_answer_to(const struct recognition *r, const struct line *line, struct mark *mark)
{
    const struct hit *word = anf__line_hit(r, line, 0, WORD_ANSWER_TO);
    uint32_t read = word ? read_numbers(r, line, word->count, mark) : 0;
    uint32_t at = word ? word->count + read : 0;
    if (!read || !ends_label(r, line, &at))
        return 0;
    mark->kind = MARK_ANSWER_TO;
    mark->tokens = at;
    return 1;
}

enum { LONGEST_OFFICE = 22 /* tokens: "Antwort des Ministeriums für Arbeit, Soziales und …:" */ };

/* "Antwort des Ministers für Verkehr:", "Antwort des Ministeriums für Umwelt vom 5. Mai 2020":
 * behind the colon, or the end of the line; 0: no office answers. */
static uint32_t
read_office_label(const struct recognition *r, const struct line *line, uint32_t at)
{
    const struct hit *article = anf__line_hit(r, line, at, WORD_FILLER);
    if (!article || !anf__line_hit(r, line, at + article->count, WORD_OFFICE))
        return 0;
    for (uint32_t i = at; i < line->token_count && i < at + LONGEST_OFFICE; i++) {
        if (anf__line_has_sign(r, line, i, ":"))
            return i + 1;
    }
    int whole = line->token_count <= at + LONGEST_OFFICE &&
                !anf__line_has_sign(r, line, line->token_count - 1, ".,;");
    return whole ? line->token_count : 0;
}

/* "Antwort:", "Antwort der Landesregierung: Ja." */
static int
read_bare_answer(const struct recognition *r, const struct line *line, struct mark *mark)
{
    const struct hit *word = anf__line_hit(r, line, 0, WORD_ANSWER_OPENER);
    uint32_t at = word ? word->count : 0;
    if (!word)
        return 0;
    if (!ends_label(r, line, &at))
        at = read_office_label(r, line, 1);
    if (!at)
        return 0;
    mark->kind = MARK_ANSWER;
    mark->tokens = at;
    return 1;
}

/* --- "Die Fragen 4 bis 7 werden gemeinsam beantwortet." --- */

enum { LONGEST_JOINT = 60 /* tokens of such a sentence */ };

/* The sentence says that it answers: behind the numbers, before its end. */
static int
says_it_answers(const struct recognition *r, const struct line *joined, uint32_t at)
{
    for (uint32_t i = 0; i < LONGEST_JOINT && at + i < joined->token_count; i++) {
        if (anf__line_hit(r, joined, at + i, WORD_JOINTLY))
            return 1;
        if (i && anf__line_has_sign(r, joined, at + i, ".?!"))
            return 0;
    }
    return 0;
}

static int
read_joint(const struct recognition *r, const struct line *line, struct mark *mark)
{
    const struct hit *word = anf__line_any_hit(r, line, WORD_JOINT);
    if (!word)
        return 0;
    struct line joined = anf__joined_lines(r, line->index, 4);
    uint32_t start = anf__hit_index(line, word);
    uint32_t behind = start + word->count;
    uint32_t read = read_numbers(r, &joined, behind, mark);
    /* The numbers' own full stop ends no sentence. */
    if (!read || !says_it_answers(r, &joined, behind + read))
        return 0;
    if (start && !says_it_answers(r, &joined, start))
        return 0;
    mark->kind = MARK_JOINT;
    mark->tokens = 0;
    return 1;
}

/* Ranges count only as far as range_count says. */
static void
clear(struct mark *mark)
{
    mark->kind = MARK_NONE;
    mark->range_count = mark->tokens = 0;
    mark->ranges[0] = (struct question_range){0, 0};
    mark->letter = 0;
}

void
anf__read_mark(const struct recognition *r, const struct line *line, struct mark *ret_mark)
{
    static int (*const readers[])(const struct recognition *, const struct line *,
                                  struct mark *) = {
        read_answer_to,      read_joint,       read_bare_answer, read_named_question,
        read_leading_number, read_item_number, read_letter,
    };
    for (size_t i = 0; i < sizeof readers / sizeof *readers; i++) {
        clear(ret_mark);
        if (readers[i](r, line, ret_mark))
            return;
    }
    clear(ret_mark);
}
