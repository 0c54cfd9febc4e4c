/* utf8.c: telling UTF-8 from what only looks like it. */
#include "charset.h"

#include <string.h>
#include <utf8proc.h>

/* Eight bytes at a time: most of a page is ASCII. */
static size_t
ascii_run(const unsigned char *text, size_t len)
{
    size_t i = 0;
    uint64_t word;
    for (; i + sizeof word <= len; i += sizeof word) {
        memcpy(&word, text + i, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
    }
    while (i < len && text[i] < 0x80)
        ++i;
    return i;
}

/* How long a character is that begins so, by the first definition of UTF-8 (RFC 2279, section 2),
 * which allowed six bytes; 0: none does. */
static size_t
length_by_lead(unsigned char lead)
{
    if (lead < 0xc0 || lead > 0xfd)
        return 0;
    if (lead < 0xe0)
        return 2;
    if (lead < 0xf0)
        return 3;
    if (lead < 0xf8)
        return 4;
    return lead < 0xfc ? 5 : 6;
}

size_t
anf__utf8_step(const unsigned char *text, size_t len, enum anf__utf8_kind *ret_kind)
{
    *ret_kind = ANF__UTF8_ASCII;
    if (*text < 0x80)
        return ascii_run(text, len);

    utf8proc_int32_t c;
    utf8proc_ssize_t size = utf8proc_iterate(text, len > 4 ? 4 : (utf8proc_ssize_t)len, &c);
    *ret_kind = ANF__UTF8_VALID;
    if (size > 0)
        return (size_t)size;

    size_t wanted = length_by_lead(*text);
    size_t got = 1;
    while (got < wanted && got < len && (text[got] & 0xc0) == 0x80)
        ++got;
    *ret_kind = ANF__UTF8_BAD;
    if (wanted && (got == wanted || got == len)) {
        *ret_kind = got == wanted ? ANF__UTF8_MEANT : ANF__UTF8_CUT;
        return got;
    }
    return 1;
}

void
anf__utf8_count(const unsigned char *text, size_t len, struct anf__utf8_census *ret_census)
{
    *ret_census = (struct anf__utf8_census){0};
    while (len) {
        enum anf__utf8_kind kind;
        size_t size = anf__utf8_step(text, len, &kind);
        ret_census->bytes[kind] += size;
        text += size;
        len -= size;
    }
}
