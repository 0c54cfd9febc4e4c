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

/* --- dates (DIN 5008: day.month.year, day. month name year, year-month-day) --- */

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

/* "02.06.25": only days and months of two digits have years of two. */
static int
has_two_digits(const struct recognition *r, const struct line *line, uint32_t index)
{
    const struct token *day = anf__line_token(r, line, index);
    const struct token *month = anf__line_token(r, line, index + 2);
    return month->kind == TOKEN_NUMBER && day->end - day->start == 2 &&
           month->end - month->start == 2;
}

/* "2019-04-29" */
static uint32_t
read_sorted_date(const struct recognition *r, const struct line *line, uint32_t index,
                 char ret_date[11])
{
    const struct token *year = anf__line_token(r, line, index);
    const struct token *day = anf__line_token(r, line, index + 4);
    if (!day || day->end - year->start != 10 || !anf__line_has_sign(r, line, index + 1, "-") ||
        !anf__line_has_sign(r, line, index + 3, "-") ||
        !is_calendar_date(number_at(r, line, index), number_at(r, line, index + 2),
                          number_at(r, line, index + 4)))
        return 0;
    memcpy(ret_date, anf__line_text(r, line) + year->start, 10);
    ret_date[10] = '\0';
    return 5;
}

uint32_t
anf__read_date(const struct recognition *r, const struct line *line, uint32_t index,
               char ret_date[11])
{
    uint32_t day = number_at(r, line, index);
    if (day > 31)
        return day == UINT32_MAX ? 0 : read_sorted_date(r, line, index, ret_date);
    if (!anf__line_has_sign(r, line, index + 1, "."))
        return 0;
    uint32_t read = 0;
    uint32_t month = month_at(r, line, index + 2, &read);
    uint32_t year = number_at(r, line, index + 2 + read);
    const struct token *written = anf__line_token(r, line, index + 2 + read);
    if (read && written && written->end - written->start == 2 && has_two_digits(r, line, index))
        year += year < 70 ? 2000 : 1900;
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
    /* Bremen's city and Land count apart: "18/36 S". In "18/36 S. 4" the sign is a page's. */
    const struct token *series = anf__line_token(r, line, index + read);
    const struct token *behind = anf__line_token(r, line, index + read + 1);
    const char *text = anf__line_text(r, line);
    int is_series = series && series->kind == TOKEN_WORD && series->end - series->start == 1 &&
                    (text[series->start] == 'S' || text[series->start] == 'L') &&
                    (!behind || anf__token_is_sign(text, behind, ',') ||
                     anf__token_is_sign(text, behind, ')'));
    snprintf(ret_reference, 32, is_series ? "%u/%u %c" : "%u/%u", (unsigned)term, (unsigned)number,
             is_series ? text[series->start] : ' ');
    return read + (is_series ? 1 : 0);
}

int
anf__line_names_paper(const struct recognition *r, const struct line *line)
{
    char reference[32];
    for (uint32_t at = 0; at < line->token_count; at++) {
        const struct hit *label = anf__line_hit(r, line, at, WORD_LABEL);
        if (label && strcmp(label->entry->id, "reference") == 0 &&
            anf__read_reference(r, line, at + label->count, reference))
            return 1;
    }
    return 0;
}

/* --- addresses (RFC 3986; "www." stands for a scheme that was left away) --- */

static int
ends_url(char byte)
{
    return (unsigned char)byte <= ' ' || strchr("<>\"()", byte) != NULL;
}

static int
is_host_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-';
}

/* "dokumente.example/landtag/12.pdf": a host and a path, with no scheme at all; its end, 0: none.
 */
static uint32_t
read_bare_url(const char *text, uint32_t start, uint32_t end)
{
    uint32_t at = start;
    uint32_t dots = 0;
    while (at < end && (is_host_byte(text[at]) || text[at] == '.'))
        dots += text[at++] == '.';
    if (!dots || at == end || text[at] != '/' || at - start < 4)
        return 0;
    while (at < end && !ends_url(text[at]))
        at++;
    while (at > start && strchr(".,;:", text[at - 1]))
        at--;
    return at;
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
    return read_bare_url(text, start, line->end);
}
