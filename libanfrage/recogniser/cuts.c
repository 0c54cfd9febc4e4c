/* cuts.c: text that page heads, feet and notes in the margin cut: where a sentence runs on behind
 * them, it is one paragraph, and a word that they break is one word. */
#include "recogniser/compose.h"
#include "recogniser/exchanges.h"

#include <string.h>

static int
is_small_word(const struct token *token)
{
    return token->kind == TOKEN_WORD && !(token->flags & TOKEN_CAPITAL);
}

int
anf__runs_on(const struct recognition *r, const struct line *last, const struct line *next)
{
    const struct token *first = anf__line_token(r, next, 0);
    uint32_t kind = anf__line_block(r, last)->kind;
    if (!first || !last->token_count || next->part || last->apart || kind != ANF_BLOCK_PARAGRAPH ||
        anf__line_block(r, next)->kind != kind || anf__ends_sentence(r, last))
        return 0;
    const struct token *end = anf__line_token(r, last, last->token_count - 1);
    return last->block == next->block || is_small_word(end) || is_small_word(first) ||
           anf__token_is_sign(anf__line_text(r, last), end, '-');
}

int
anf__end_at_cut(struct recognition *r, const struct line *last, const struct line *next,
                uint32_t *stop, int *ret_blank)
{
    const char *text = anf__line_text(r, last);
    while (*stop > last->start && text[*stop - 1] == ' ')
        --*stop;
    struct anf__broken_word broken = anf__word_broken_across(
        text, *stop, anf__line_text(r, next) + next->text_start, next->end - next->text_start);
    *ret_blank = !broken.next;
    if (!broken.next || broken.keeps_hyphen)
        return ANF_OK;
    --*stop;
    return anf__note_repair(r, last->block, *stop, *stop + 1, "broken-word");
}
