/* values.c: what a date, a Drucksache, an address looks like. */
#include "recogniser/recognition.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The value of the number token there; UINT32_MAX: none. */
static uint32_t
number_at(const struct recognition *r, const struct line *line, uint32_t index)
{
    const struct token *token = anf__line_token(r, line, index);
    return token ? anf__token_number(anf__line_text(r, line), token) : UINT32_MAX;
}

/* --- dates (German usage, DIN 5008: day.month.year, day. month name year) --- */

static int
is_calendar_date(uint32_t year, uint32_t month, uint32_t day)
{
    static const uint8_t days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1)
        return 0;
    int leap = month == 2 && year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return day <= days[month - 1] + (leap ? 1u : 0u);
}

/* The month at a token, as a number or a name, and in *read how many tokens it takes. */
static uint32_t
month_at(const struct recognition *r, const struct line *line, uint32_t index, uint32_t *read)
{
    const struct hit *name = anf__line_hit(r, line, index, WORD_MONTH);
    if (name) {
        *read = name->count;
        return (uint32_t)atoi(name->entry->id);
    }
    uint32_t month = number_at(r, line, index);
    *read = anf__line_has_sign(r, line, index + 1, ".") ? 2 : 0;
    return *read ? month : UINT32_MAX;
}

uint32_t
anf__read_date(const struct recognition *r, const struct line *line, uint32_t index,
               char ret_date[11])
{
    uint32_t day = number_at(r, line, index);
    if (day > 31 || !anf__line_has_sign(r, line, index + 1, "."))
        return 0;
    uint32_t read = 0;
    uint32_t month = month_at(r, line, index + 2, &read);
    uint32_t year = number_at(r, line, index + 2 + read);
    if (!read || !is_calendar_date(year, month, day))
        return 0;
    snprintf(ret_date, 11, "%04u-%02u-%02u", (unsigned)year, (unsigned)month, (unsigned)day);
    return 2 + read + 1;
}

/* --- Drucksachen: electoral term, slash, number --- */

uint32_t
anf__read_reference(const struct recognition *r, const struct line *line, uint32_t index,
                    char ret_reference[32])
{
    uint32_t term = number_at(r, line, index);
    uint32_t number = number_at(r, line, index + 2);
    if (term < 1 || term > 99 || number == UINT32_MAX || !number ||
        !anf__line_has_sign(r, line, index + 1, "/"))
        return 0;
    uint32_t read = 3;
    /* A blank groups the digits: "19 /10 041". */
    const struct token *head = anf__line_token(r, line, index + 2);
    const struct token *tail = anf__line_token(r, line, index + 3);
    uint32_t rest = number_at(r, line, index + 3);
    if (number < 100 && head->end - head->start <= 2 && rest != UINT32_MAX &&
        tail->end - tail->start == 3) {
        number = number * 1000 + rest;
        read = 4;
    }
    if (number > 999999)
        return 0;
    snprintf(ret_reference, 32, "%u/%u", (unsigned)term, (unsigned)number);
    return read;
}

/* --- addresses (RFC 3986; "www." stands for a scheme that was left away) --- */

static int
ends_url(char byte)
{
    return (unsigned char)byte <= ' ' || strchr("<>\"()", byte) != NULL;
}

uint32_t
anf__read_url(const struct recognition *r, const struct line *line, uint32_t start)
{
    static const char *const openings[] = {"http://", "https://", "www."};
    const char *text = anf__line_text(r, line);
    uint32_t left = line->end - start;
    for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
        size_t len = strlen(openings[i]);
        if (len >= left || strncmp(text + start, openings[i], len) != 0)
            continue;
        uint32_t end = start + (uint32_t)len;
        while (end < line->end && !ends_url(text[end]))
            end++;
        while (end > start && strchr(".,;:", text[end - 1]))
            end--;
        return end;
    }
    return 0;
}
