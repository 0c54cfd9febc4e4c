/* lexer.c: strings, numbers and words of JSON (RFC 8259, sections 3, 6 and 7). */
#include "lexer.h"

#include <stdint.h>
#include <string.h>
#include <utf8proc.h>

enum {
    HEX_DIGITS = 4,
    ESCAPE_LENGTH = HEX_DIGITS + 2, /* \uXXXX */
    HIGH_SURROGATE = 0xD800,        /* to 0xDBFF; the low ones follow (Unicode 15, section 3.8) */
    LOW_SURROGATE = 0xDC00,
    SURROGATE_END = 0xE000,
    SURROGATE_BITS = 10,
    FIRST_PAIRED = 0x10000 /* the first character that takes a pair */
};

int
anf__json_is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

static int
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static int
hex_value(char byte)
{
    if (is_digit(byte))
        return byte - '0';
    byte |= 0x20; /* to lower case */
    return byte >= 'a' && byte <= 'f' ? byte - 'a' + 10 : -1;
}

/* The number of the \u escape at at, -1: there is none. */
static int32_t
escape_value(const char *at, const char *end)
{
    int32_t value = 0;
    if (end - at < ESCAPE_LENGTH || at[0] != '\\' || at[1] != 'u')
        return -1;
    for (int i = 0; i < HEX_DIGITS; i++) {
        int digit = hex_value(at[i + 2]);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

static const char *
lex_unicode_escape(const char **at, const char *end)
{
    int32_t value = escape_value(*at, end);
    if (value < 0)
        return "expected four hexadecimal digits behind \\u";
    if (value == 0)
        return "U+0000 has no place in a text";
    if (value >= LOW_SURROGATE && value < SURROGATE_END)
        return "the second half of a surrogate pair without the first";
    if (value >= HIGH_SURROGATE && value < LOW_SURROGATE) {
        int32_t low = escape_value(*at + ESCAPE_LENGTH, end);
        if (low < LOW_SURROGATE || low >= SURROGATE_END)
            return "the first half of a surrogate pair without the second";
        *at += ESCAPE_LENGTH;
    }
    *at += ESCAPE_LENGTH;
    return NULL;
}

static const char *
lex_escape(const char **at, const char *end)
{
    if (end - *at < 2)
        return "the input ends in a string";
    if ((*at)[1] == 'u')
        return lex_unicode_escape(at, end);
    if ((*at)[1] == '\0' || !strchr("\"\\/bfnrt", (*at)[1]))
        return "there is no such escape";
    *at += 2;
    return NULL;
}

/* One character of a string as it stands. */
static const char *
lex_character(const char **at, const char *end)
{
    unsigned char byte = (unsigned char)**at;
    if (byte < 0x20)
        return "a control character stands in a string; it needs an escape";
    if (byte < 0x80) {
        ++*at;
        return NULL;
    }
    utf8proc_int32_t character;
    utf8proc_ssize_t length = utf8proc_iterate((const utf8proc_uint8_t *)*at, end - *at,
                                               &character);
    if (length <= 0)
        return "the bytes are not UTF-8";
    *at += length;
    return NULL;
}

static const char *
lex_string(const char **at, const char *end)
{
    const char *fault = NULL;
    ++*at;
    while (!fault && *at < end && **at != '"')
        fault = **at == '\\' ? lex_escape(at, end) : lex_character(at, end);
    if (fault)
        return fault;
    if (*at == end)
        return "the input ends in a string";
    ++*at;
    return NULL;
}

/* One digit or more. */
static const char *
lex_digits(const char **at, const char *end)
{
    if (*at == end || !is_digit(**at))
        return "expected a digit";
    while (*at < end && is_digit(**at))
        ++*at;
    return NULL;
}

static const char *
lex_number(const char **at, const char *end)
{
    const char *fault = NULL;
    *at += **at == '-';
    if (*at < end && **at == '0')
        ++*at; /* a digit behind it is no part of the number, so no comma follows */
    else
        fault = lex_digits(at, end);
    if (!fault && *at < end && **at == '.') {
        ++*at;
        fault = lex_digits(at, end);
    }
    if (!fault && *at < end && (**at == 'e' || **at == 'E')) {
        ++*at;
        *at += *at < end && (**at == '+' || **at == '-');
        fault = lex_digits(at, end);
    }
    return fault;
}

static const char *
lex_word(const char **at, const char *end)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t length = strlen(words[i]);
        if ((size_t)(end - *at) >= length && memcmp(*at, words[i], length) == 0) {
            *at += length;
            return NULL;
        }
    }
    return "expected a value";
}

const char *
anf__json_lex(const char **at, const char *end)
{
    if (*at == end)
        return "the input ends where a value should stand";
    if (**at == '"')
        return lex_string(at, end);
    if (**at == '-' || is_digit(**at))
        return lex_number(at, end);
    return lex_word(at, end);
}

size_t
anf__json_decode_escape(const char **at, char bytes[static ANF__JSON_CHARACTER])
{
    static const char letters[] = "bfnrt";
    static const char meanings[] = "\b\f\n\r\t";
    if ((*at)[1] != 'u') {
        const char *letter = strchr(letters, (*at)[1]);
        bytes[0] = letter ? meanings[letter - letters] : (*at)[1];
        *at += 2;
        return 1;
    }
    utf8proc_int32_t character = escape_value(*at, *at + ESCAPE_LENGTH);
    *at += ESCAPE_LENGTH;
    if (character >= HIGH_SURROGATE && character < LOW_SURROGATE) {
        int32_t low = escape_value(*at, *at + ESCAPE_LENGTH);
        character = FIRST_PAIRED + ((character - HIGH_SURROGATE) << SURROGATE_BITS) +
                    (low - LOW_SURROGATE);
        *at += ESCAPE_LENGTH;
    }
    return (size_t)utf8proc_encode_char(character, (utf8proc_uint8_t *)bytes);
}
