/* text.c: which characters the model takes, dates, numbers. */
#include "text.h"

#include <string.h>

#include <utf8proc.h>

int
anf__text_takes(uint32_t character)
{
    if (character < 0x20)
        return character == '\t' || character == '\n';
    /* XML 1.1 and HTML call these control characters; NEL alone is a line end that old archives
     * hold. */
    if (character >= 0x7F && character <= 0x9F)
        return character == 0x85;
    /* XML 1.0, section 2.2, Char. */
    if (character >= 0xD800 && character <= 0xDFFF)
        return 0;
    return character != 0xFFFE && character != 0xFFFF && character <= 0x10FFFF;
}

/* The ASCII characters at the start that need no closer look. */
static size_t
plain_length(const char *text, size_t len)
{
    size_t i = 0;
    while (i < len && text[i] >= 0x20 && text[i] < 0x7F)
        ++i;
    return i;
}

static int
takes_here(uint32_t character, unsigned flags)
{
    if (character == '\n')
        return (flags & ANF__TEXT_LF) != 0;
    if (character == '\t')
        return (flags & ANF__TEXT_TAB) != 0;
    return anf__text_takes(character);
}

int
anf__text_check(const char *text, size_t len, unsigned flags)
{
    enum { LONGEST = 4 };
    size_t i = plain_length(text, len);
    while (i < len) {
        size_t left = len - i < LONGEST ? len - i : LONGEST;
        utf8proc_int32_t character;
        utf8proc_ssize_t used = utf8proc_iterate((const utf8proc_uint8_t *)text + i,
                                                 (utf8proc_ssize_t)left, &character);
        if (used <= 0 || !takes_here((uint32_t)character, flags))
            return ANF_ERR_SYNTAX;
        i += (size_t)used;
        i += plain_length(text + i, len - i);
    }
    return ANF_OK;
}

int
anf__line_check(const char *line)
{
    return anf__text_check(line, strlen(line), 0);
}

static uint32_t
digits(const char *text, size_t count)
{
    uint32_t value = 0;
    for (size_t i = 0; i < count; ++i)
        value = value * 10 + (uint32_t)(text[i] - '0');
    return value;
}

/* ISO 8601:2004, 3.2.1: divisible by four, but not by a hundred, unless by four hundred. */
static uint32_t
days_in_month(uint32_t year, uint32_t month)
{
    static const unsigned char days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month == 2 && leap ? 29 : days[month - 1];
}

int
anf__is_date(const char *text)
{
    static const char shape[] = "0000-00-00";
    if (strlen(text) != sizeof shape - 1)
        return 0;
    for (size_t i = 0; shape[i]; ++i) {
        if (shape[i] == '0' ? !anf__is_digit(text[i]) : text[i] != shape[i])
            return 0;
    }
    uint32_t year = digits(text, 4);
    uint32_t month = digits(text + 5, 2);
    uint32_t day = digits(text + 8, 2);
    return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= days_in_month(year, month);
}

uint32_t
anf__parse_number(const char *text, uint32_t least, uint32_t most)
{
    enum { MOST_DIGITS = 9 }; /* always fits */
    size_t count = strspn(text, "0123456789");
    if (count == 0 || count > MOST_DIGITS || text[count] || text[0] == '0')
        return 0;
    uint32_t value = digits(text, count);
    return value >= least && value <= most ? value : 0;
}

int
anf__parse_decimal(const char *text, uint32_t *ret_number)
{
    uint64_t number = 0;
    const char *c = text;
    for (; anf__is_digit(*c) && number <= UINT32_MAX; c++)
        number = number * 10 + (uint64_t)(*c - '0');
    if (c == text || *c || number > UINT32_MAX)
        return 0;
    *ret_number = (uint32_t)number;
    return 1;
}
