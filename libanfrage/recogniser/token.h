/* token.h: text as words, numbers and signs. */
#ifndef ANF_TOKEN_H
#define ANF_TOKEN_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include "array.h"

#include <anfrage/base.h>

enum token_kind { TOKEN_WORD = 1, TOKEN_NUMBER, TOKEN_SIGN };

enum token_flag {
    TOKEN_AFTER_SPACE = 1, /* white space, or the start of the text, stands before it */
    TOKEN_CAPITAL = 2,     /* a word that begins with a capital letter */
    TOKEN_UPPER = 4,       /* a word all of capital letters */
    TOKEN_SPACED = 8       /* letters with blanks between them: "V o r b e m e r k u n g" */
};

/* Two tokens are the same word when their hashes are: of the case-folded, composed letters without
 * soft hyphens and other characters that are not seen; of a number's digits; of a sign. */
struct token {
    uint64_t hash;
    uint64_t begins;     /* phrases of these classes: bits by enum word_class (lines.c) */
    uint32_t first_hit;  /* of those that begin here */
    uint32_t start, end; /* offsets into the text */
    uint8_t kind;
    uint8_t flags;
};

struct token_list {
    struct token *items;
    size_t count;
    size_t capacity;
};

/* Append the tokens of text[start..end). */
ANF_CHECKED int anf__tokenise(struct token_list *list, const char *text, uint32_t start,
                              uint32_t end);

/* The hash of a phrase whose letters are set with blanks between them, so that its words cannot be
 * told apart. */
ANF_CHECKED int anf__spaced_hash(const char *phrase, size_t len, uint64_t *ret_hash);

/* The value of a number; UINT32_MAX when it has more than nine digits. */
uint32_t anf__token_number(const char *text, const struct token *token);
/* Is the token this one sign? */
static inline int
anf__token_is_sign(const char *text, const struct token *token, char sign)
{
    return token->kind == TOKEN_SIGN && token->end == token->start + 1 &&
           text[token->start] == sign;
}

#endif
