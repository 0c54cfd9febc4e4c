/* token.c: text as words, numbers and signs, in one pass and without a locale. */
#include "token.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* FNV-1a, 64 bits (draft-eastlake-fnv, section 5). */
static const uint64_t FNV_BASIS = UINT64_C(0xcbf29ce484222325);
static const uint64_t FNV_PRIME = UINT64_C(0x100000001b3);

static uint64_t
hash_byte(uint64_t hash, unsigned char byte)
{
    return (hash ^ byte) * FNV_PRIME;
}

enum character {
    CHARACTER_SPACE,
    CHARACTER_LETTER,
    CHARACTER_DIGIT,
    CHARACTER_SIGN,
    CHARACTER_UNSEEN
};

static enum character
ascii_character(unsigned char byte)
{
    if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z'))
        return CHARACTER_LETTER;
    if (byte >= '0' && byte <= '9')
        return CHARACTER_DIGIT;
    return byte <= ' ' || byte == 0x7f ? CHARACTER_SPACE : CHARACTER_SIGN;
}

static enum character
category_character(utf8proc_int32_t point)
{
    switch (utf8proc_category(point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
        return CHARACTER_LETTER;
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
    case UTF8PROC_CATEGORY_CC:
        return CHARACTER_SPACE;
    case UTF8PROC_CATEGORY_CF: /* soft hyphen, zero-width characters, directional marks */
        return CHARACTER_UNSEEN;
    default:
        return CHARACTER_SIGN;
    }
}

/* The character at text[at], and in *size its bytes. */
static enum character
character_at(const char *text, uint32_t at, uint32_t end, uint32_t *size)
{
    unsigned char byte = (unsigned char)text[at];
    *size = 1;
    if (byte < 0x80)
        return ascii_character(byte);
    utf8proc_int32_t point = 0;
    utf8proc_ssize_t got = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                            (utf8proc_ssize_t)(end - at), &point);
    if (got <= 0)
        return CHARACTER_SIGN;
    *size = (uint32_t)got;
    if (byte == 0xc3) /* Latin-1 letters but for the two signs among them */
        return point == 0xd7 || point == 0xf7 ? CHARACTER_SIGN : CHARACTER_LETTER;
    return category_character(point);
}

/* The end of the run of letters, or of digits, that begins at start. */
static uint32_t
run_end(const char *text, uint32_t start, uint32_t end, enum character wanted)
{
    uint32_t at = start;
    while (at < end) {
        uint32_t size = 1;
        enum character c = character_at(text, at, end, &size);
        if (c != wanted && !(c == CHARACTER_UNSEEN && wanted == CHARACTER_LETTER))
            break;
        at += size;
    }
    return at;
}

/* --- words --- */

/* A word while it is read, letter by letter. */
struct spelling {
    uint64_t hash;
    int lower; /* a small letter is in it */
};

static int
is_capital(const char *text, uint32_t at, uint32_t end)
{
    utf8proc_int32_t point = 0;
    if ((unsigned char)text[at] < 0x80)
        return text[at] >= 'A' && text[at] <= 'Z';
    if (utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(end - at),
                         &point) <= 0)
        return 0;
    return utf8proc_category(point) == UTF8PROC_CATEGORY_LU;
}

/* A letter of Latin-1: 0xc3 and a second byte that is not of one of the two signs among them. */
static int
is_latin(const char *text, uint32_t at, uint32_t end)
{
    unsigned char low = at + 1 < end ? (unsigned char)text[at + 1] : 0;
    return (unsigned char)text[at] == 0xc3 && low >= 0x80 && low != 0x97 && low != 0xb7;
}

static void
add_latin(struct spelling *word, unsigned char low)
{
    int is_upper = low < 0x9f;
    word->lower |= !is_upper;
    if (low == 0x9f) { /* sharp s folds to ss */
        word->hash = hash_byte(hash_byte(word->hash, 's'), 's');
        return;
    }
    word->hash = hash_byte(word->hash, 0xc3);
    word->hash = hash_byte(word->hash, is_upper ? low + 32 : low);
}

/* Read the word that begins at start as far as it is of ASCII and Latin-1 letters; its end. Most
 * words are, and folding them so is what hash_folded does, without its cost. */
static uint32_t
read_plain(const char *text, uint32_t start, uint32_t end, struct spelling *word)
{
    enum { SMALL = 0x20 }; /* the bit of a small letter of ASCII */
    uint32_t at = start;
    for (; at < end; at++) {
        unsigned char byte = (unsigned char)text[at];
        unsigned char letter = byte | SMALL;
        if (letter >= 'a' && letter <= 'z') {
            word->hash = hash_byte(word->hash, letter);
            word->lower |= byte & SMALL;
        } else if (is_latin(text, at, end)) {
            add_latin(word, (unsigned char)text[++at]);
        } else {
            break;
        }
    }
    return at;
}

/* The hash of a word with other letters, or characters that are not seen: by Unicode. */
static int
hash_folded(const char *text, uint32_t start, uint32_t end, uint64_t *ret_hash)
{
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t size = utf8proc_map(
        (const utf8proc_uint8_t *)text + start, (utf8proc_ssize_t)(end - start), &folded,
        UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    if (size == UTF8PROC_ERROR_NOMEM)
        return ANF_ERR_NOMEM;
    uint64_t hash = FNV_BASIS;
    for (utf8proc_ssize_t i = 0; i < size; i++)
        hash = hash_byte(hash, folded[i]);
    free(folded);
    *ret_hash = hash;
    return ANF_OK;
}

/* Is there a small letter of ASCII or Latin-1 in the word? */
static int
has_lower(const char *text, uint32_t start, uint32_t end)
{
    for (uint32_t i = start; i < end; i++) {
        unsigned char byte = (unsigned char)text[i];
        if ((byte >= 'a' && byte <= 'z') ||
            (byte == 0xc3 && i + 1 < end && (unsigned char)text[i + 1] >= 0x9f))
            return 1;
    }
    return 0;
}

static int
read_word(const char *text, uint32_t end, struct token *token)
{
    struct spelling word = {.hash = FNV_BASIS};
    uint32_t plain_end = read_plain(text, token->start, end, &word);
    int status = ANF_OK;
    int is_more = plain_end < end && (unsigned char)text[plain_end] >= 0x80;
    token->kind = TOKEN_WORD;
    token->end = is_more ? run_end(text, plain_end, end, CHARACTER_LETTER) : plain_end;
    if (token->end > plain_end) {
        status = hash_folded(text, token->start, token->end, &word.hash);
        word.lower = has_lower(text, token->start, token->end);
    }
    token->hash = word.hash;
    if (is_capital(text, token->start, token->end))
        token->flags |= word.lower ? TOKEN_CAPITAL : TOKEN_CAPITAL | TOKEN_UPPER;
    return status;
}

/* --- numbers and signs --- */

static int
read_token(const char *text, uint32_t end, enum character c, struct token *token)
{
    if (c == CHARACTER_LETTER)
        return read_word(text, end, token);
    token->kind = c == CHARACTER_DIGIT ? TOKEN_NUMBER : TOKEN_SIGN;
    if (c == CHARACTER_DIGIT)
        token->end = run_end(text, token->start, end, c);
    token->hash = FNV_BASIS;
    for (uint32_t i = token->start; i < token->end; i++)
        token->hash = hash_byte(token->hash, (unsigned char)text[i]);
    return ANF_OK;
}

/* --- letters with blanks between them --- */

enum {
    FEWEST_SPACED = 4, /* letters: no sentence has so many words of one letter in a row */
    MOST_SPACED = 160  /* bytes without the blanks */
};

/* Such letters are no word that is written as one. */
static const uint64_t SPACED = UINT64_C(0x5350414345440000);

/* The end of the run of single letters that begins at start; 0: there is none. */
static uint32_t
spaced_end(const char *text, uint32_t start, uint32_t end)
{
    uint32_t count = 0;
    uint32_t last = 0;
    uint32_t size = 0;
    for (uint32_t at = start; at < end;) {
        if (at - start > MOST_SPACED)
            return 0;
        if (character_at(text, at, end, &size) != CHARACTER_LETTER)
            break;
        uint32_t behind = at + size;
        enum character next = behind < end ? character_at(text, behind, end, &size)
                                           : CHARACTER_SPACE;
        if (next == CHARACTER_LETTER || next == CHARACTER_DIGIT || next == CHARACTER_UNSEEN)
            break;
        count++;
        last = behind;
        if (next != CHARACTER_SPACE)
            break;
        for (at = behind; at < end && character_at(text, at, end, &size) == CHARACTER_SPACE;)
            at += size;
    }
    return count >= FEWEST_SPACED ? last : 0;
}

int
anf__spaced_hash(const char *phrase, size_t len, uint64_t *ret_hash)
{
    char letters[MOST_SPACED];
    uint32_t count = 0;
    uint32_t size = 0;
    for (uint32_t at = 0; at < len; at += size) {
        enum character c = character_at(phrase, at, (uint32_t)len, &size);
        if (count + size > sizeof letters)
            return ANF_ERR_LIMIT;
        if (c != CHARACTER_LETTER)
            continue;
        memcpy(letters + count, phrase + at, size);
        count += size;
    }
    struct token word = {.start = 0};
    int status = read_word(letters, count, &word);
    *ret_hash = word.hash ^ SPACED;
    return status;
}

static int
add_token(struct token_list *list, const struct token *token)
{
    struct token *added = ANF__ARRAY_PUSH(list);
    if (!added)
        return ANF_ERR_NOMEM;
    *added = *token;
    return ANF_OK;
}

/* *end: 0 when there are none at that place. */
static int
add_spaced(struct token_list *list, const char *text, uint32_t start, uint32_t *end)
{
    *end = spaced_end(text, start, *end);
    if (!*end || *end - start > MOST_SPACED) {
        *end = 0;
        return ANF_OK;
    }
    struct token token = {.start = start, .end = *end, .kind = TOKEN_WORD};
    token.flags = TOKEN_AFTER_SPACE | TOKEN_SPACED;
    token.flags |= is_capital(text, start, token.end) ? TOKEN_CAPITAL : 0;
    int status = anf__spaced_hash(text + start, token.end - start, &token.hash);
    return status == ANF_OK ? add_token(list, &token) : status;
}

int
anf__tokenise(struct token_list *list, const char *text, uint32_t start, uint32_t end)
{
    uint8_t space = TOKEN_AFTER_SPACE;
    for (uint32_t at = start; at < end;) {
        uint32_t size = 1;
        enum character c = character_at(text, at, end, &size);
        if (c == CHARACTER_SPACE || c == CHARACTER_UNSEEN) {
            if (c == CHARACTER_SPACE)
                space = TOKEN_AFTER_SPACE;
            at += size;
            continue;
        }
        struct token token = {.start = at, .end = at + size, .flags = space};
        uint32_t spaced = end;
        int status = read_token(text, end, c, &token);
        if (c == CHARACTER_LETTER && token.end == at + size && space && status == ANF_OK)
            status = add_spaced(list, text, at, &spaced);
        else
            spaced = 0;
        if (!spaced && status == ANF_OK)
            status = add_token(list, &token);
        if (status != ANF_OK)
            return status;
        space = 0;
        at = spaced ? spaced : token.end;
    }
    return ANF_OK;
}

uint32_t
anf__token_number(const char *text, const struct token *token)
{
    uint32_t value = 0;
    if (token->kind != TOKEN_NUMBER || token->end - token->start > 9)
        return UINT32_MAX;
    for (uint32_t i = token->start; i < token->end; i++)
        value = value * 10 + (uint32_t)(text[i] - '0');
    return value;
}
