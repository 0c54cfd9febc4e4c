/* repair.c: what scraping broke and the language alone can mend. */
#include "recogniser/compose.h"

#include <string.h>
#include <utf8proc.h>

/* Does the text begin with the opener but for its first letter, at the border of a word? */
static int
fits(const char *opener, const char *text, size_t len)
{
    size_t wanted = strlen(opener) - 1;
    if (len <= wanted || strncmp(opener + 1, text, wanted) != 0)
        return 0;
    unsigned char next = (unsigned char)text[wanted];
    return next < 0x80 && !((next | 32) >= 'a' && (next | 32) <= 'z');
}

char
anf__lost_initial(const struct recognition *r, const char *text, size_t len)
{
    char initial = 0;
    size_t longest = 0;
    if (!len || text[0] < 'a' || text[0] > 'z')
        return 0;
    const struct entry *entry = anf__vocabulary_first(r->words, WORD_OPENER);
    for (; entry; entry = anf__vocabulary_next(r->words, entry)) {
        size_t size = strlen(entry->phrase);
        if (size < longest || !fits(entry->phrase, text, len))
            continue;
        /* Two openers of one length that differ in the letter leave it open. */
        initial = size == longest && initial != entry->phrase[0] ? 0 : entry->phrase[0];
        longest = size;
    }
    return initial;
}

/* --- words that a line end breaks --- */

/* In "Bundes-" LF "und Landesrecht" the hyphen stands for a word that was left away. */
static int
is_joining(const char *text, size_t len)
{
    static const char *const joining[] = {"und ", "oder ", "bzw", "sowie ", "bis "};
    for (size_t i = 0; i < sizeof joining / sizeof *joining; i++) {
        size_t size = strlen(joining[i]);
        if (size <= len && strncmp(text, joining[i], size) == 0)
            return 1;
    }
    return 0;
}

static utf8proc_category_t
category_at(const char *text, size_t len)
{
    utf8proc_int32_t point = 0;
    if (utf8proc_iterate((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)len, &point) <= 0)
        return UTF8PROC_CATEGORY_CN;
    return utf8proc_category(point);
}

/* The category of the character that ends before an offset. */
static utf8proc_category_t
category_before(const char *text, size_t at)
{
    size_t start = at;
    while (start > 0 && ((unsigned char)text[--start] & 0xc0) == 0x80)
        continue;
    return at ? category_at(text + start, at - start) : UTF8PROC_CATEGORY_CN;
}

struct anf__broken_word
anf__broken_word(const char *text, size_t len, size_t at)
{
    struct anf__broken_word none = {0, 0};
    if (text[at] != '-')
        return none;
    size_t next = at + 1;
    while (next < len && (text[next] == ' ' || text[next] == '\n'))
        next++;
    if (next == len || !memchr(text + at, '\n', next - at))
        return none;
    struct anf__broken_word broken = anf__word_broken_across(text, at + 1, text + next, len - next);
    if (broken.next)
        broken.next = next;
    return broken;
}

struct anf__broken_word
anf__word_broken_across(const char *text, size_t end, const char *behind, size_t len)
{
    struct anf__broken_word none = {0, 0};
    if (!end || text[end - 1] != '-' || is_joining(behind, len))
        return none;
    utf8proc_category_t before = category_before(text, end - 1);
    utf8proc_category_t first = category_at(behind, len);
    int letter_before = before == UTF8PROC_CATEGORY_LL || before == UTF8PROC_CATEGORY_LU;
    int small_behind = first == UTF8PROC_CATEGORY_LL;
    if (!letter_before && before != UTF8PROC_CATEGORY_ND)
        return none;
    if (!small_behind && first != UTF8PROC_CATEGORY_LU && first != UTF8PROC_CATEGORY_ND)
        return none;
    /* "NRW-" LF "weit", "19-" LF "jährig", "Online-" LF "Profile" */
    return (struct anf__broken_word){1, before != UTF8PROC_CATEGORY_LL || !small_behind};
}
