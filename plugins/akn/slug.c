/* slug.c: text as a part of a URI. Letters lose their marks by Unicode's decompositions, German
 * umlauts become two letters as German writes them. */
#include "slug.h"

#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

struct cursor {
    struct anf__akn_slug *slug;
    size_t used;
    int separate; /* something that is no letter stood before what comes next */
};

/* Letters that Unicode does not decompose, or not as German does. */
static const struct {
    utf8proc_int32_t letter;
    const char *written;
} letters[] = {
    {0xE4, "ae"}, {0xF6, "oe"}, {0xFC, "ue"}, {0xDF, "ss"}, {0xC4, "ae"},
    {0xD6, "oe"}, {0xDC, "ue"}, {0xE6, "ae"}, {0xC6, "ae"}, {0xF8, "oe"},
    {0xD8, "oe"}, {0xF0, "d"},  {0xD0, "d"},  {0xFE, "th"}, {0xDE, "th"},
    {0x110, "d"}, {0x111, "d"}, {0x131, "i"}, {0x141, "l"}, {0x142, "l"},
};

static void
append(struct cursor *cursor, char c)
{
    if (cursor->separate && cursor->used && cursor->used + 1 < sizeof cursor->slug->text)
        cursor->slug->text[cursor->used++] = '-';
    cursor->separate = 0;
    if (cursor->used + 1 < sizeof cursor->slug->text)
        cursor->slug->text[cursor->used++] = c;
}

static int
append_known(struct cursor *cursor, utf8proc_int32_t c)
{
    for (size_t i = 0; i < sizeof letters / sizeof *letters; ++i) {
        if (letters[i].letter != c)
            continue;
        for (const char *written = letters[i].written; *written; ++written)
            append(cursor, *written);
        return 1;
    }
    return 0;
}

/* A diaeresis that follows its letter makes the same umlaut. */
static int
is_umlaut(const struct cursor *cursor, utf8proc_int32_t c)
{
    enum { COMBINING_DIAERESIS = 0x308 };
    return c == COMBINING_DIAERESIS && cursor->used && !cursor->separate &&
           strchr("aou", cursor->slug->text[cursor->used - 1]);
}

static void
append_code_point(struct cursor *cursor, utf8proc_int32_t c)
{
    enum { MOST = 18 }; /* the longest decomposition in Unicode (U+FDFA) */
    utf8proc_int32_t parts[MOST];
    int boundary = 0;
    if (append_known(cursor, c))
        return;
    if (is_umlaut(cursor, c)) {
        append(cursor, 'e');
        return;
    }
    utf8proc_ssize_t count = utf8proc_decompose_char(
        c, parts, MOST,
        UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
    if (count > MOST)
        cursor->separate = 1;
    for (utf8proc_ssize_t i = 0; i < count && count <= MOST; ++i) {
        utf8proc_int32_t part = parts[i];
        if ((part >= 'a' && part <= 'z') || (part >= '0' && part <= '9'))
            append(cursor, (char)part);
        else
            cursor->separate = 1;
    }
}

struct anf__akn_slug
anf__akn_slug(const char *text, const char *otherwise)
{
    struct anf__akn_slug slug = {{0}};
    struct cursor cursor = {&slug, 0, 0};
    const utf8proc_uint8_t *at = (const utf8proc_uint8_t *)text;
    while (*at && cursor.used + 1 < sizeof slug.text) {
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate(at, -1, &c);
        if (n <= 0)
            break;
        append_code_point(&cursor, c);
        at += n;
    }
    while (cursor.used && slug.text[cursor.used - 1] == '-')
        slug.text[--cursor.used] = '\0';
    if (!cursor.used)
        snprintf(slug.text, sizeof slug.text, "%s", otherwise);
    return slug;
}

struct anf__akn_slug
anf__akn_slug_of_person(const char *name, const char *otherwise)
{
    for (const char *rest = name; (rest = strchr(rest, ' ')) && rest > name && rest[-1] == '.';) {
        ++rest;
        if (*rest)
            name = rest;
    }
    return anf__akn_slug(name, otherwise);
}
