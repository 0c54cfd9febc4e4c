/* sentences.c: where sentences end, and whether they ask. */
#include "recogniser/exchanges.h"

#include <string.h>

enum {
    SENTENCE_LINES = 30, /* a sentence is not followed further */
    SENTENCE_TOKENS = 400,
    SAME_WORDS = 4,
    LONGEST_WISH = 20,     /* tokens */
    LONGEST_SIGNATURE = 14 /* tokens */
};

/* A closing bracket or quotation mark, an asterisk, a dash. */
static int
may_follow_the_stop(const struct recognition *r, const struct line *line, uint32_t index)
{
    const struct token *token = anf__line_token(r, line, index);
    return token->kind == TOKEN_SIGN && !anf__line_has_sign(r, line, index, ".?!:,;(-/");
}

int
anf__ends_sentence(const struct recognition *r, const struct line *line)
{
    uint32_t at = line->token_count;
    /* The mark of a footnote stands behind the stop: "… zu?3" */
    if (at > 1 && anf__line_token(r, line, at - 1)->kind == TOKEN_NUMBER &&
        !(anf__line_token(r, line, at - 1)->flags & TOKEN_AFTER_SPACE))
        at--;
    while (at > 0 && may_follow_the_stop(r, line, at - 1))
        at--;
    return at == 0 || anf__line_has_sign(r, line, at - 1, ".?!:;") || at < line->token_count;
}

int
anf__is_full_stop(const struct recognition *r, const struct line *line, uint32_t index)
{
    const struct token *stop = anf__line_token(r, line, index);
    const struct token *next = anf__line_token(r, line, index + 1);
    if (!index || !anf__line_has_sign(r, line, index, "."))
        return 0;
    const struct token *word = stop - 1;
    if (!next)
        return 1;
    int short_form = (word->kind == TOKEN_WORD && word->end - word->start == 1) ||
                     word->kind == TOKEN_NUMBER ||
                     anf__line_hit(r, line, index - 1, WORD_ABBREVIATION);
    return !short_form && next->flags & TOKEN_AFTER_SPACE &&
           (next->kind != TOKEN_WORD || next->flags & TOKEN_CAPITAL);
}

int
anf__asks(const struct recognition *r, const struct line *line, uint32_t token)
{
    if (anf__line_hit(r, line, token, WORD_QUESTION_WORD))
        return 1;
    int wrapped = anf__line_block(r, line)->flags & ANF_BLOCK_WRAPPED;
    struct line joined = anf__joined_lines(r, line->index, wrapped ? SENTENCE_LINES : 1);
    for (uint32_t i = token; i < joined.token_count && i < token + SENTENCE_TOKENS; i++) {
        if (anf__line_has_sign(r, &joined, i, "?"))
            return 1;
        if (anf__is_full_stop(r, &joined, i))
            return 0;
    }
    return 0;
}

int
anf__is_asking_heading(const struct recognition *r, const struct line *line)
{
    const struct anf_block *block = anf__line_block(r, line);
    return block->kind == ANF_BLOCK_HEADING && block->level > 1 && line->token_count &&
           anf__line_has_sign(r, line, line->token_count - 1, "?");
}

/* "Die Angaben bitte nach Jahren aufschlüsseln." */
static int
wishes(const struct recognition *r, const struct line *line)
{
    const struct hit *wish = anf__line_any_hit(r, line, WORD_WISH);
    return wish && wish->count == 1 && line->token_count <= LONGEST_WISH;
}

int
anf__goes_on_asking(const struct recognition *r, const struct line *line)
{
    const struct token *first = anf__line_token(r, line, 0);
    struct mark mark;
    if (!first)
        return 1;
    anf__read_mark(r, line, &mark);
    if (mark.kind == MARK_LETTER)
        return 1;
    int small = first->kind == TOKEN_WORD && !(first->flags & TOKEN_CAPITAL);
    return small || anf__line_hit(r, line, 0, WORD_WISH) || wishes(r, line) ||
           anf__asks(r, line, 0);
}

int
anf__same_words(const struct recognition *r, const struct line *a, uint32_t at_a,
                const struct line *b, uint32_t at_b)
{
    for (uint32_t i = 0; i < SAME_WORDS; i++) {
        const struct token *x = anf__line_token(r, a, at_a + i);
        const struct token *y = anf__line_token(r, b, at_b + i);
        if (!x || !y)
            return i > 1 || (!x && !y);
        if (x->hash != y->hash)
            return i > 2;
    }
    return 1;
}

/* --- what stands below --- */

/* "Berlin, den 30. April 2025", "Wiesbaden, 27. März 2025", "11.3.2025" and no more */
static int
is_place_and_date(const struct recognition *r, const struct line *line)
{
    char date[11];
    for (uint32_t at = 0; at < line->token_count && at < 6; at++) {
        uint32_t read = anf__read_date(r, line, at, date);
        if (read)
            return at + read == line->token_count &&
                   (at == 0 || anf__line_has_sign(r, line, at - 1, ",") ||
                    anf__line_has_sign(r, line, at - 2, ","));
    }
    return 0;
}

/* Who asked signs; an office behind the name may stand on the same line. */
static int
names_an_asker(const struct recognition *r, const struct line *line)
{
    const char *text = anf__line_text(r, line) + line->start;
    size_t len = line->end - line->start;
    if (memchr(text, '|', len) || strstr(text, "\xc2\xa9") == text)
        return 0; /* a row of links, a copyright notice */
    for (size_t i = 0; i < r->askers.count; i++) {
        const char *name = r->askers.items[i].actor.name;
        size_t size = name ? strlen(name) : 0;
        if (size && size <= len && strncmp(text, name, size) == 0)
            return 1;
    }
    return 0;
}

int
anf__is_signature(const struct recognition *r, const struct line *line)
{
    return line->token_count && line->token_count <= LONGEST_SIGNATURE &&
           (is_place_and_date(r, line) || names_an_asker(r, line));
}

int
anf__is_signed_by_group(struct recognition *r, const struct line *line, int *ret_is)
{
    uint32_t read = 0;
    uint32_t words = line->token_count;
    *ret_is = 0;
    while (words && anf__line_token(r, line, words - 1)->kind == TOKEN_SIGN)
        words--;
    if (!words || words > LONGEST_SIGNATURE || !anf__line_any_hit(r, line, WORD_GROUP))
        return ANF_OK;
    struct recognition_mark mark = anf__mark(r);
    int status = anf__read_people(r, line, 0, "signature", &read);
    *ret_is = read >= words && r->askers.count > mark.askers + 1;
    anf__take_back(r, mark);
    return status;
}
