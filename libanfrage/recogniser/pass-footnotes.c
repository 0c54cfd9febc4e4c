/* pass-footnotes.c: footnotes of papers as text: paragraphs at the foot of a page that begin with
 * the numbers that the text refers to. They stay where they belong, but do not cut the text. */
#include "recogniser/exchanges.h"

/* Does the text before refer to a note: "… gebaut.1", "Ökodesign-Verordnung1"? */
static int
refers_to(const struct recognition *r, const struct line *line, uint32_t number)
{
    const char *text = anf__line_text(r, line);
    for (uint32_t i = 1; i < line->token_count; i++) {
        const struct token *token = anf__line_token(r, line, i);
        if (token->kind != TOKEN_NUMBER || token->flags & TOKEN_AFTER_SPACE ||
            anf__token_number(text, token) != number)
            continue;
        const struct token *before = token - 1;
        int behind_stop = anf__token_is_sign(text, before, '.') && i > 1 &&
                          before[-1].kind == TOKEN_WORD;
        if (before->kind == TOKEN_WORD || behind_stop)
            return 1;
    }
    return 0;
}

/* "1 Verordnung 2024/1781 …": the number, a blank, text. */
static int
begins_note(const struct recognition *r, const struct line *line, uint32_t number)
{
    const struct token *first = anf__line_token(r, line, 0);
    const struct token *text = anf__line_token(r, line, 1);
    return text && anf__token_number(anf__line_text(r, line), first) == number &&
           text->flags & TOKEN_AFTER_SPACE && text->kind == TOKEN_WORD;
}

/* The notes of one block that begins with the next number; the number behind the last of them. */
static uint32_t
settle_block(struct recognition *r, uint32_t index, uint32_t number)
{
    uint32_t block = r->lines.items[index].block;
    for (uint32_t i = index; i < r->lines.count && r->lines.items[i].block == block; i++) {
        struct line *line = &r->lines.items[i];
        if (line->state != LINE_OPEN)
            continue;
        line->foot = FOOT_GOES_ON;
        if (begins_note(r, line, number)) {
            line->foot = FOOT_BEGINS;
            number++;
        }
    }
    return number;
}

int
anf__pass_footnotes(struct recognition *r)
{
    uint32_t number = 1;
    int referred = 0;
    if (!r->is_text) /* a reader of markup tells notes itself */
        return ANF_OK;
    for (uint32_t i = 0; i < r->lines.count; i++) {
        const struct line *line = &r->lines.items[i];
        int begins_block = i == 0 || line[-1].block != line->block;
        if (line->state != LINE_OPEN || line->foot)
            continue;
        if (begins_block && referred && begins_note(r, line, number)) {
            number = settle_block(r, i, number);
            referred = 0;
        }
        referred |= refers_to(r, line, number);
    }
    return ANF_OK;
}
