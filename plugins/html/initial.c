/* initial.c: drop caps. */
#include "initial.h"

#include "elements.h"

#include <string.h>

static int
is_space(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* Latin-1 letters are two bytes: C3 80 to C3 9E are capitals but for the multiplication sign, the
 * rest of C3 lower case but for the division sign. */
static size_t
capital_length(const char *text, size_t len)
{
    if (len >= 1 && text[0] >= 'A' && text[0] <= 'Z')
        return 1;
    if (len < 2 || (unsigned char)text[0] != 0xc3)
        return 0;
    unsigned char second = (unsigned char)text[1];
    return second >= 0x80 && second <= 0x9e && second != 0x97 ? 2 : 0;
}

static int
starts_with_lower(const char *text, size_t len)
{
    if (len >= 1 && text[0] >= 'a' && text[0] <= 'z')
        return 1;
    if (len < 2 || (unsigned char)text[0] != 0xc3)
        return 0;
    unsigned char second = (unsigned char)text[1];
    return second >= 0x9f && second <= 0xbf && second != 0xb7;
}

int
anf__html_starts_with_letter(const char *text, size_t len)
{
    return capital_length(text, len) || starts_with_lower(text, len);
}

size_t
anf__html_lone_capital(const char *text, size_t len, size_t *ret_start)
{
    size_t start = 0;
    while (start < len && is_space(text[start]))
        start++;
    while (len > start && is_space(text[len - 1]))
        len--;
    size_t length = capital_length(text + start, len - start);
    if (!length || length != len - start)
        return 0;
    *ret_start = start;
    return length;
}

/* A tag passed on the way from the letter to its word. */
enum passage { PASSAGE_NONE, PASSAGE_INLINE, PASSAGE_BLOCK };

/* What the tag at source is; its length to ret_length. */
static enum passage
pass_tag(const char *source, size_t len, size_t *ret_length)
{
    const char *end = memchr(source, '>', len);
    size_t at = 1, length = 0;
    char name[ANF__HTML_NAME_ROOM];
    if (!end)
        return PASSAGE_NONE;
    int closes = source[at] == '/';
    at += (size_t)closes;
    for (; source + at < end && length < sizeof name - 1; at++) {
        char c = source[at];
        if (c >= 'A' && c <= 'Z')
            c = (char)(c + 0x20);
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9'))
            break;
        name[length++] = c;
    }
    name[length] = '\0';
    *ret_length = (size_t)(end - source) + 1;
    const struct anf__html_element *element = anf__html_element(name);
    if (!element)
        return PASSAGE_NONE;
    if (element->flags & ANF__HTML_WRAPS_INITIAL)
        return closes || element->flags & ANF__HTML_BEGINS_TEXT ? PASSAGE_BLOCK : PASSAGE_NONE;
    return element->type == ANF__HTML_INLINE || element->type == ANF__HTML_SPAN ? PASSAGE_INLINE
                                                                                : PASSAGE_NONE;
}

int
anf__html_word_follows(const char *source, size_t len)
{
    enum { FARTHEST = 512 };
    int blocks = 0;
    len = len < FARTHEST ? len : FARTHEST;
    for (size_t at = 0; at < len;) {
        if (is_space(source[at])) {
            at++;
        } else if (source[at] == '<') {
            size_t length = 0;
            enum passage passage = pass_tag(source + at, len - at, &length);
            if (passage == PASSAGE_NONE)
                return 0;
            blocks |= passage == PASSAGE_BLOCK;
            at += length;
        } else {
            return blocks && starts_with_lower(source + at, len - at);
        }
    }
    return 0;
}
