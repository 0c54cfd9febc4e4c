/* grammar.c: what a line may be in text of our own. */
#include "grammar.h"

#include <string.h>

#define FIGURE_SPACE "\xE2\x80\x87"
#define BYTE_ORDER   "\xEF\xBB\xBF"

/* --- characters --- */

int
anf__plain_begins(const char *text, size_t len, const char *with)
{
    size_t length = strlen(with);
    return len >= length && memcmp(text, with, length) == 0;
}

int
anf__plain_skip(const char **text, size_t *len, const char *with)
{
    if (!anf__plain_begins(*text, *len, with))
        return 0;
    *text += strlen(with);
    *len -= strlen(with);
    return 1;
}

int
anf__plain_is_guard(const char *text, size_t len)
{
    return anf__plain_begins(text, len, ANF__PLAIN_GUARD);
}

int
anf__plain_begins_blank(const char *text, size_t len)
{
    return len && (*text == ' ' || *text == '\t' || anf__plain_is_guard(text, len));
}

int
anf__plain_ends_blank(const char *text, size_t len)
{
    return len && (text[len - 1] == ' ' || text[len - 1] == '\t' ||
                   (len >= ANF__PLAIN_GUARD_SIZE &&
                    anf__plain_is_guard(text + len - ANF__PLAIN_GUARD_SIZE, len)));
}

static int
is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static int
is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* --- lines --- */

int
anf__plain_is_rule(const char *text, size_t len, char mark)
{
    size_t count = 0;
    while (count < len && text[count] == mark)
        count++;
    return count == len && count >= ANF__PLAIN_RULE_LEAST;
}

int
anf__plain_is_border(const char *text, size_t len, char mark)
{
    size_t at = 0;
    for (;;) {
        size_t start = at;
        while (at < len && text[at] == mark)
            at++;
        if (at - start < ANF__PLAIN_RULE_LEAST)
            return 0;
        if (at == len)
            return 1;
        if (!anf__plain_begins(text + at, len - at, "  "))
            return 0;
        at += ANF__PLAIN_GAP;
    }
}

size_t
anf__plain_stars(const char *text, size_t len)
{
    enum { PAIR = 2, LEAST = 3 };
    for (size_t i = 0; i < len; i++)
        if (text[i] != (i % PAIR ? ' ' : '*'))
            return 0;
    size_t stars = (len + 1) / PAIR;
    return len % PAIR && stars >= LEAST ? stars - LEAST + 1 : 0;
}

/* Bytes of up to most digits. */
static size_t
digits(const char *text, size_t len, size_t most)
{
    size_t count = 0;
    while (count < len && count < most && is_digit(text[count]))
        count++;
    return count;
}

/* "12", "2.1", "a", "iv": what stands before the full stop or the bracket. */
static size_t
ordinal(const char *text, size_t len)
{
    enum { DIGITS_MOST = 3, PARTS_MOST = 4, ROMAN_MOST = 5 };
    size_t at = digits(text, len, DIGITS_MOST);
    for (int part = 1; at && part < PARTS_MOST && at < len && text[at] == '.'; part++) {
        size_t more = digits(text + at + 1, len - at - 1, DIGITS_MOST);
        if (!more)
            break;
        at += 1 + more;
    }
    if (at)
        return at;
    while (at < len && at < ROMAN_MOST && strchr("ivxIVX", text[at]) && text[at])
        at++;
    return at ? at : len && is_letter(*text);
}

static int
ends_word(const char *text, size_t len, size_t at)
{
    return at == len || text[at] == ' ';
}

size_t
anf__plain_number(const char *text, size_t len)
{
    const char *at = text;
    size_t left = len;
    for (int i = 0; i < 2 && anf__plain_skip(&at, &left, FIGURE_SPACE); i++)
        ;
    anf__plain_skip(&at, &left, "(");
    size_t length = ordinal(at, left);
    if (!length || length == left || (at[length] != '.' && at[length] != ')'))
        return 0;
    length += (size_t)(at - text) + 1;
    return ends_word(text, len, length) ? length : 0;
}

size_t
anf__plain_item_number(const char *text, size_t len)
{
    size_t length = digits(text, len, 3);
    return length && ends_word(text, len, length) ? length : anf__plain_number(text, len);
}

/* --- footnotes --- */

int
anf__plain_is_marker(const char *text, size_t len)
{
    static const char *const marks[] = {"*", "**", "***", "†", "‡", "§"};
    static const char *const raised[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
    enum { DIGITS_MOST = 4, MARKS = sizeof marks / sizeof *marks, RAISED_MOST = 3 };
    size_t count = digits(text, len, DIGITS_MOST);
    if (len && count == len)
        return 1;
    if (len == count + 1 && is_letter(text[count]))
        return 1;
    for (size_t i = 0; i < MARKS; i++)
        if (len == strlen(marks[i]) && memcmp(text, marks[i], len) == 0)
            return 1;
    size_t found = 0;
    for (size_t i = 0; i < sizeof raised / sizeof *raised && found < RAISED_MOST; i++) {
        if (anf__plain_skip(&text, &len, raised[i])) {
            found++;
            i = (size_t)-1; /* and once more from the first */
        }
    }
    return found && !len;
}

/* Where a "[Anm.: …]" ends: at a bracket that no "[" stands before. */
static size_t
long_note(const char *text, size_t len, size_t at)
{
    for (; at < len; at++) {
        if (text[at] == ']')
            return at + 1;
        if (text[at] == '[')
            at++;
    }
    return 0;
}

size_t
anf__plain_note(const char *text, size_t len)
{
    enum { LONGEST = 12 }; /* three raised digits, a bracket */
    if (anf__plain_begins(text, len, "[Anm.: "))
        return long_note(text, len, strlen("[Anm.: "));
    if (anf__plain_begins(text, len, "[Anm. ")) {
        size_t at = strlen("[Anm. ");
        size_t count = digits(text + at, len - at, 9);
        return count && at + count < len && text[at + count] == ']' ? at + count + 1 : 0;
    }
    if (!anf__plain_begins(text, len, "["))
        return 0;
    const char *close = memchr(text, ']', len < LONGEST ? len : LONGEST);
    if (!close || !anf__plain_is_marker(text + 1, (size_t)(close - text) - 1))
        return 0;
    return (size_t)(close - text) + 1;
}

int
anf__plain_is_bare_address(const char *text, size_t len)
{
    int telling = 0;
    for (size_t i = 0; i < len; i++) {
        if (strchr(" \t\n<>", text[i]) || anf__plain_is_guard(text + i, len - i))
            return 0;
        telling |= text[i] == ':' || text[i] == '/';
    }
    return telling;
}

/* --- guards --- */

static int
begins_rule(const char *text, size_t len)
{
    return anf__plain_begins(text, len, "---") || anf__plain_begins(text, len, "===") ||
           anf__plain_begins(text, len, "...") || anf__plain_begins(text, len, "|===");
}

int
anf__plain_needs_guard_later(const char *text, size_t len)
{
    return !len || anf__plain_begins_blank(text, len) || begins_rule(text, len);
}

int
anf__plain_needs_guard(const char *text, size_t len, enum anf__plain_where where)
{
    const char *number;
    size_t length;
    struct anf__plain_lead lead;
    if (anf__plain_needs_guard_later(text, len) || *text == '>' || *text == '|' ||
        anf__plain_begins(text, len, BYTE_ORDER) || anf__plain_begins(text, len, "[Bild") ||
        anf__plain_note(text, len))
        return 1;
    if (where == ANF__PLAIN_IN_BLOCK)
        return 0;
    if (anf__plain_begins(text, len, "* * *") || anf__plain_label(text, len, &number, &length))
        return 1;
    return where == ANF__PLAIN_AT_TOP &&
           (anf__plain_begins(text, len, "©") || anf__plain_find_lead(text, len, &lead));
}

size_t
anf__plain_hang_width(size_t columns)
{
    return columns < ANF__PLAIN_HANG_MOST ? columns + 1 : ANF__PLAIN_HANG_LONG;
}
