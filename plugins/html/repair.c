/* repair.c: the source text made fit for libxml2's HTML parser, in one pass. */
#include "repair.h"

#include <libxml/HTMLparser.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Input and output. Nothing is allocated before the first change. */
struct repair {
    const char *text;
    size_t len;
    size_t copied;  /* of the input, into the output */
    size_t comment; /* markup up to here is inside of a comment */
    char *out;
    size_t used;
    size_t room;
};

static int
append(struct repair *r, const char *data, size_t len)
{
    if (r->room - r->used < len) {
        size_t room = (r->used + len) + (r->used + len) / 2;
        if (room < r->len + 64)
            room = r->len + 64;
        char *grown = realloc(r->out, room);
        if (!grown)
            return ANF_ERR_NOMEM;
        r->out = grown;
        r->room = room;
    }
    if (len)
        memcpy(r->out + r->used, data, len);
    r->used += len;
    return ANF_OK;
}

/* What stands from at on, so many bytes, becomes this. */
static int
replace(struct repair *r, size_t at, size_t length, const char *with)
{
    int status = append(r, r->text + r->copied, at - r->copied);
    if (status == ANF_OK)
        status = append(r, with, strlen(with));
    r->copied = at + length;
    return status;
}

static int
peek(const struct repair *r, size_t at)
{
    return at < r->len ? (unsigned char)r->text[at] : -1;
}

/* --- characters --- */

/* windows-1252 at 0x80 to 0x9f; 0: nothing is assigned. */
static const uint16_t windows_1252[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017d, 0,      0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static const char replacement[] = "\xef\xbf\xbd";

/* A character below U+10000, terminated. */
static void
encode(uint32_t point, char ret_bytes[4])
{
    char bytes[4] = {(char)(0xe0 | point >> 12), (char)(0x80 | (point >> 6 & 0x3f)),
                     (char)(0x80 | (point & 0x3f)), 0};
    if (point < 0x800) {
        bytes[0] = (char)(0xc0 | point >> 6);
        bytes[1] = bytes[2];
        bytes[2] = 0;
    }
    memcpy(ret_bytes, bytes, 4);
}

static int
repair_control(struct repair *r, size_t at, size_t *ret_length)
{
    *ret_length = 1;
    return replace(r, at, 1, r->text[at] == '\f' ? " " : replacement);
}

/* U+0085 alone is let through: where it is no mistake it is a line end. */
static int
repair_c1(struct repair *r, size_t at, size_t *ret_length)
{
    int second = peek(r, at + 1);
    *ret_length = 2;
    if (second < 0x80 || second > 0x9f || second == 0x85 || !windows_1252[second - 0x80])
        return ANF_OK;
    char bytes[4];
    encode(windows_1252[second - 0x80], bytes);
    return replace(r, at, 2, bytes);
}

static int
repair_noncharacter(struct repair *r, size_t at, size_t *ret_length)
{
    *ret_length = 3;
    if (peek(r, at + 1) != 0xbf || peek(r, at + 2) < 0xbe)
        return ANF_OK;
    return replace(r, at, 3, replacement);
}

/* --- references --- */

static int
digit(int c, int hexadecimal)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (hexadecimal && c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (hexadecimal && c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* The HTML Standard, "numeric character reference end state"; 0: as it is. */
static uint32_t
right_point(uint32_t point)
{
    if (point >= 0x80 && point <= 0x9f)
        return windows_1252[point - 0x80];
    if (point == '\f')
        return ' ';
    int good = point >= 0x20 || point == '\t' || point == '\n' || point == '\r';
    if (!good || point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) || point == 0xfffe ||
        point == 0xffff)
        return 0xfffd;
    return 0;
}

static int
repair_number(struct repair *r, size_t at, size_t *ret_length)
{
    int hexadecimal = (peek(r, at + 2) | 0x20) == 'x';
    size_t first = at + 2 + (size_t)hexadecimal, end = first;
    uint32_t point = 0;
    for (int d; (d = digit(peek(r, end), hexadecimal)) >= 0; end++)
        if (point <= 0x10ffff)
            point = point * (hexadecimal ? 16 : 10) + (uint32_t)d;
    if (end == first) {
        *ret_length = 2;
        return replace(r, at, 1, "&amp;");
    }
    end += peek(r, end) == ';';
    *ret_length = end - at;
    uint32_t right = right_point(point);
    if (!right)
        return ANF_OK;
    char bytes[4];
    encode(right, bytes);
    return replace(r, at, end - at, bytes);
}

static int
is_alphanumeric(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Umlauts are the only ones that are ever found unfinished inside of a word ("f&uumlr"). */
static size_t
umlaut_length(const struct repair *r, size_t at)
{
    const char *name = r->text + at;
    if (r->len - at >= 4 && name[0] && strchr("aouAOU", name[0]) && !memcmp(name + 1, "uml", 3))
        return 4;
    return r->len - at >= 5 && !memcmp(name, "szlig", 5) ? 5 : 0;
}

/* Names that may lack the semicolon are those of Latin-1. Followed by "=" they are more likely a
 * parameter in an address. */
static int
repair_name(struct repair *r, size_t at, size_t *ret_length)
{
    enum { LONGEST = 8 };
    size_t first = at + 1, end = first;
    while (end - first <= LONGEST && is_alphanumeric(peek(r, end)))
        end++;
    *ret_length = end - at;
    int next = peek(r, end);
    if (end == first || next == ';' || next == '=')
        return ANF_OK;
    size_t length = umlaut_length(r, first);
    char name[LONGEST + 2] = "";
    if (!length && end - first <= LONGEST) {
        memcpy(name, r->text + first, end - first);
        const htmlEntityDesc *entity = htmlEntityLookup((const xmlChar *)name);
        if (entity && entity->value < 0x100)
            length = end - first;
    }
    if (!length)
        return ANF_OK;
    *ret_length = 1 + length;
    return replace(r, first + length, 0, ";");
}

static int
repair_reference(struct repair *r, size_t at, size_t *ret_length)
{
    return peek(r, at + 1) == '#' ? repair_number(r, at, ret_length)
                                  : repair_name(r, at, ret_length);
}

/* --- comments --- */

/* Behind the "-->" or "--!>" from at on, or the end. */
static size_t
comment_end(const struct repair *r, size_t at)
{
    const char *dashes;
    while ((dashes = memmem(r->text + at, r->len - at, "--", 2)) != NULL) {
        size_t after = (size_t)(dashes - r->text) + 2;
        after += peek(r, after) == '!';
        if (peek(r, after) == '>')
            return after + 1;
        at = (size_t)(dashes - r->text) + 1;
    }
    return r->len;
}

/* "<!-->" and "<!--->" are whole comments. */
static int
repair_comment(struct repair *r, size_t at, size_t *ret_length)
{
    size_t first = at + 4;
    if (peek(r, first) == '>')
        *ret_length = 5;
    else if (peek(r, first) == '-' && peek(r, first + 1) == '>')
        *ret_length = 6;
    else
        r->comment = comment_end(r, first);
    return *ret_length > 1 ? replace(r, at, *ret_length, "") : ANF_OK;
}

/* "<!" and "</" before anything that they do not belong to: a comment up to the next ">". With
 * another "<" before that it stands in a script, or is not worth the risk. */
static int
repair_bogus(struct repair *r, size_t at, size_t *ret_length)
{
    size_t end = at + 2;
    while (end < r->len && r->text[end] != '>' && r->text[end] != '<')
        end++;
    if (peek(r, end) != '>')
        return ANF_OK;
    *ret_length = end + 1 - at;
    return replace(r, at, *ret_length, "");
}

static int
is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int
repair_markup(struct repair *r, size_t at, size_t *ret_length)
{
    int first = peek(r, at + 1), second = peek(r, at + 2);
    if (at < r->comment || (first != '!' && first != '/') || is_letter(second))
        return ANF_OK;
    if (first == '!' && second == '-' && peek(r, at + 3) == '-')
        return repair_comment(r, at, ret_length);
    return repair_bogus(r, at, ret_length);
}

/* --- the pass --- */

typedef int repair_fn(struct repair *r, size_t at, size_t *ret_length);

enum { PLAIN, CONTROL, REFERENCE, MARKUP, C1, NONCHARACTER };

/* A table, as this looks at every byte of every page. */
static const unsigned char kinds[256] = {
    [0x00] = CONTROL, [0x01] = CONTROL, [0x02] = CONTROL,      [0x03] = CONTROL, [0x04] = CONTROL,
    [0x05] = CONTROL, [0x06] = CONTROL, [0x07] = CONTROL,      [0x08] = CONTROL, [0x0b] = CONTROL,
    [0x0c] = CONTROL, [0x0e] = CONTROL, [0x0f] = CONTROL,      [0x10] = CONTROL, [0x11] = CONTROL,
    [0x12] = CONTROL, [0x13] = CONTROL, [0x14] = CONTROL,      [0x15] = CONTROL, [0x16] = CONTROL,
    [0x17] = CONTROL, [0x18] = CONTROL, [0x19] = CONTROL,      [0x1a] = CONTROL, [0x1b] = CONTROL,
    [0x1c] = CONTROL, [0x1d] = CONTROL, [0x1e] = CONTROL,      [0x1f] = CONTROL, ['&'] = REFERENCE,
    ['<'] = MARKUP,   [0xc2] = C1,      [0xef] = NONCHARACTER,
};

static repair_fn *const repairs[] = {
    [CONTROL] = repair_control, [REFERENCE] = repair_reference,       [MARKUP] = repair_markup,
    [C1] = repair_c1,           [NONCHARACTER] = repair_noncharacter,
};

int
anf__html_repair(const char *text, size_t len, char **ret_repaired, size_t *ret_len)
{
    struct repair r = {.text = text, .len = len};
    int status = ANF_OK;
    size_t at = 0;
    while (status == ANF_OK) {
        while (at < len && kinds[(unsigned char)text[at]] == PLAIN)
            at++;
        if (at >= len)
            break;
        size_t length = 1;
        status = repairs[kinds[(unsigned char)text[at]]](&r, at, &length);
        at += length;
    }
    if (status == ANF_OK && r.copied)
        status = append(&r, text + r.copied, len - r.copied);
    if (status == ANF_OK && r.copied)
        status = append(&r, "", 1);
    if (status != ANF_OK) {
        free(r.out);
        return status;
    }
    *ret_repaired = r.copied ? r.out : NULL;
    *ret_len = r.copied ? r.used - 1 : len;
    return ANF_OK;
}
