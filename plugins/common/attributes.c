/* attributes.c: counting attributes before libxml2 does, which takes quadratic time over those of
 * one tag (2.9.14: 100,000 in 17 seconds). The scan splits the input into tags, comments and so
 * on at the same places as libxml2's parsers, so that nothing can hide from it. */
#include "xml.h"

#include <string.h>

struct scan {
    const unsigned char *data;
    size_t len;
    size_t at;
    size_t most;
};

static void
keep_most(struct scan *s, size_t count)
{
    if (count > s->most)
        s->most = count;
}

/* --- HTML: the parser's own idea of tag soup, HTMLparser.c --- */

static int
is_letter(int c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static int
is_blank(int c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static int
starts_name(int c)
{
    return is_letter(c) || c == '_' || c == ':' || c == '.';
}

static int
in_name(int c)
{
    return starts_name(c) || (c >= '0' && c <= '9') || c == '-';
}

/* -1 past the end. */
static int
peek(const struct scan *s, size_t ahead)
{
    return s->at + ahead < s->len ? s->data[s->at + ahead] : -1;
}

static void
skip_blanks(struct scan *s)
{
    while (is_blank(peek(s, 0)))
        s->at++;
}

/* Behind the next such byte, or to the end. */
static void
skip_past(struct scan *s, int byte)
{
    const unsigned char *found = s->at < s->len ? memchr(s->data + s->at, byte, s->len - s->at)
                                                : NULL;
    s->at = found ? (size_t)(found - s->data) + 1 : s->len;
}

static int
same_word(const struct scan *s, size_t ahead, const char *upper)
{
    for (size_t i = 0; upper[i]; i++) {
        int c = peek(s, ahead + i);
        if (c >= 'a' && c <= 'z')
            c -= 0x20;
        if (c != upper[i])
            return 0;
    }
    return 1;
}

static int
at_tag_end(const struct scan *s)
{
    int c = peek(s, 0);
    return c < 0 || c == '>' || (c == '/' && peek(s, 1) == '>');
}

static void
skip_value(struct scan *s)
{
    int quote = peek(s, 0);
    if (quote == '"' || quote == '\'') {
        s->at++;
        skip_past(s, quote);
        return;
    }
    while (peek(s, 0) >= 0 && peek(s, 0) != '>' && !is_blank(peek(s, 0)))
        s->at++;
}

/* htmlParseAttribute(); 1 when it found one. */
static int
skip_attribute(struct scan *s)
{
    if (!starts_name(peek(s, 0))) {
        while (!at_tag_end(s) && !is_blank(peek(s, 0)))
            s->at++;
        return 0;
    }
    /* Names end at 100 bytes (HTML_PARSER_BUFFER_SIZE), and another begins. */
    for (size_t i = 0; i < 100 && in_name(peek(s, 0)); i++)
        s->at++;
    skip_blanks(s);
    if (peek(s, 0) == '=') {
        s->at++;
        skip_blanks(s);
        skip_value(s);
    }
    return 1;
}

/* The content of a script or style element ends at its own end tag; but libxml2 also honours other
 * end tags right at its start, or behind one that only begins like its own. */
static void
skip_raw(struct scan *s, const char *upper)
{
    if (peek(s, 0) == '<' && peek(s, 1) == '/')
        return;
    for (skip_past(s, '<'); s->at < s->len; skip_past(s, '<')) {
        if (peek(s, 0) != '/' || !same_word(s, 1, upper))
            continue;
        skip_past(s, '>');
        return;
    }
}

static void
scan_start_tag(struct scan *s)
{
    const char *raw = NULL;
    if (same_word(s, 1, "SCRIPT") && !in_name(peek(s, 7)))
        raw = "SCRIPT";
    else if (same_word(s, 1, "STYLE") && !in_name(peek(s, 6)))
        raw = "STYLE";
    s->at++;
    for (size_t i = 0; i < 100 && in_name(peek(s, 0)); i++)
        s->at++;
    size_t count = 0;
    skip_blanks(s);
    while (!at_tag_end(s)) {
        count += (size_t)skip_attribute(s);
        skip_blanks(s);
    }
    keep_most(s, count);
    if (peek(s, 0) != '>')
        return;
    s->at++;
    if (raw)
        skip_raw(s, raw);
}

/* htmlParseComment(): also ended by "--!>", and at once by ">" and "->". */
static void
skip_comment(struct scan *s)
{
    s->at += 4;
    if (peek(s, 0) == '>' || (peek(s, 0) == '-' && peek(s, 1) == '>'))
        return;
    for (skip_past(s, '-'); s->at < s->len; skip_past(s, '-')) {
        if (peek(s, 0) != '-')
            continue;
        if (peek(s, 1) == '>' || (peek(s, 1) == '!' && peek(s, 2) == '>'))
            return;
    }
}

/* htmlParseDocTypeDecl(): ">" in its literals does not end it. */
static void
skip_doctype(struct scan *s)
{
    s->at += 9;
    skip_blanks(s);
    while (in_name(peek(s, 0)))
        s->at++;
    skip_blanks(s);
    int literals = same_word(s, 0, "PUBLIC") ? 2 : same_word(s, 0, "SYSTEM") ? 1 : 0;
    s->at += literals ? 6 : 0;
    for (; literals; literals--) {
        skip_blanks(s);
        int quote = peek(s, 0);
        if (quote != '"' && quote != '\'')
            break;
        s->at++;
        skip_past(s, quote);
    }
    skip_past(s, '>');
    /* A second one right behind it is text to libxml2. */
    if (peek(s, 0) == '<' && peek(s, 1) == '!' && peek(s, 2) != '-')
        s->at++;
}

/* At a "<". */
static void
scan_markup(struct scan *s)
{
    int c = peek(s, 1);
    if (is_letter(c)) {
        scan_start_tag(s);
    } else if (c == '!' && peek(s, 2) == '-' && peek(s, 3) == '-') {
        skip_comment(s);
    } else if (c == '!' && same_word(s, 2, "DOCTYPE")) {
        skip_doctype(s);
    } else if ((c == '/' || c == '?') && starts_name(peek(s, 2))) {
        skip_past(s, '>');
    } else {
        s->at++; /* text; "<!" too, before libxml2 2.10 */
    }
}

static size_t
most_in_html(const unsigned char *data, size_t len)
{
    struct scan s = {.data = data, .len = len};
    while (s.at < s.len) {
        const unsigned char *next = memchr(data + s.at, '<', len - s.at);
        if (!next)
            break;
        s.at = (size_t)(next - data);
        scan_markup(&s);
    }
    return s.most;
}

/* --- XML: where "<" never stands in a value, but the encoding may be any --- */

/* How the characters of markup look: in a byte of so many, and as what byte (XML 1.0, appendix
 * F). */
struct encoding {
    size_t width;
    size_t place; /* of the byte that matters */
    unsigned char less, greater, equals, quote, apostrophe;
};

static const struct encoding ascii = {1, 0, '<', '>', '=', '"', '\''};
static const struct encoding utf16be = {2, 1, '<', '>', '=', '"', '\''};
static const struct encoding utf16le = {2, 0, '<', '>', '=', '"', '\''};
static const struct encoding ebcdic = {1, 0, 0x4c, 0x6e, 0x7e, 0x7f, 0x7d};

static const struct encoding *
encoding_of(const unsigned char *data, size_t len)
{
    if (len < 4)
        return &ascii;
    if (!memcmp(data, "\x4c\x6f\xa7\x94", 4))
        return &ebcdic;
    if (!memcmp(data, "\xff\xfe", 2) || !memcmp(data, "<\0", 2))
        return &utf16le;
    if (!memcmp(data, "\xfe\xff", 2) || !data[0])
        return &utf16be;
    return &ascii;
}

/* The largest number of "=" outside of quotes in one tag. */
static size_t
most_in_xml(const unsigned char *data, size_t len)
{
    const struct encoding *e = encoding_of(data, len);
    struct scan s = {.data = data, .len = len};
    int in_tag = 0, quote = 0, before = 0;
    size_t count = 0;
    for (size_t at = 0; at + e->width <= len; at += e->width) {
        unsigned char c = data[at + e->place];
        if (e->width == 2 && data[at + 1 - e->place])
            continue;
        if (c == e->less) {
            in_tag = 1;
            quote = 0;
            count = 0;
        } else if (before == e->less && (c == '!' || c == '?')) {
            in_tag = 0;
        } else if (quote) {
            quote = c == quote ? 0 : quote;
        } else if (in_tag && (c == e->quote || c == e->apostrophe)) {
            quote = c;
        } else if (in_tag && c == e->greater) {
            in_tag = 0;
        } else if (in_tag && c == e->equals) {
            keep_most(&s, ++count);
        }
        before = c;
    }
    return s.most;
}

size_t
anf__xml_most_attributes(enum anf__markup markup, const unsigned char *data, size_t len)
{
    return markup == ANF__MARKUP_HTML ? most_in_html(data, len) : most_in_xml(data, len);
}
