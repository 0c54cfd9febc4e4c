/* text.h: which characters the model takes, and what the library asks of ASCII. Nothing here
 * looks at the locale. */
#ifndef ANF_TEXT_H
#define ANF_TEXT_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <anfrage/base.h>

enum anf__text_flag {
    ANF__TEXT_LF = 1, /* line feeds are allowed */
    ANF__TEXT_TAB = 2
};

/* ANF_OK, or ANF_ERR_SYNTAX: not UTF-8, or a character that the model refuses
 * (anf_node_add_text). */
ANF_CHECKED int anf__text_check(const char *text, size_t len, unsigned flags);
/* The same for a terminated line: neither LF nor TAB. */
ANF_CHECKED int anf__line_check(const char *line);
/* Does the model take this code point at all? 1 or 0. */
int anf__text_takes(uint32_t character);

/* Is it a date of the Gregorian calendar as ISO 8601 writes it, 0001-01-01 to 9999-12-31? */
int anf__is_date(const char *text);
/* A decimal number without sign or leading zero, from least to most; 0: it is none. least is
 * at least 1. */
uint32_t anf__parse_number(const char *text, uint32_t least, uint32_t most);
/* A decimal number of digits alone, perhaps with zeros before it; 0: it is none, or too large. */
int anf__parse_decimal(const char *text, uint32_t *ret_number);

static inline int
anf__is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static inline int
anf__is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static inline int
anf__is_lower(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline int
anf__is_alpha(char c)
{
    return anf__is_upper(c) || anf__is_lower(c);
}

static inline int
anf__is_alnum(char c)
{
    return anf__is_alpha(c) || anf__is_digit(c);
}

#endif
