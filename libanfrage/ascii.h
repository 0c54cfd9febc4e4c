/* ascii.h: letters without the locale: strcasecmp(3) and tolower(3) would ask it. */
#ifndef ANF_ASCII_H
#define ANF_ASCII_H

#ifndef ANFRAGE_BUILDING
#error "private to libanfrage"
#endif

#include <stddef.h>

static inline unsigned char
anf__ascii_lower(unsigned char c)
{
    return c >= 'A' && c <= 'Z' ? (unsigned char)(c - 'A' + 'a') : c;
}

/* Are len bytes of a and b the same, ASCII case ignored? */
static inline int
anf__ascii_same(const void *a, const void *b, size_t len)
{
    const unsigned char *left = a;
    const unsigned char *right = b;
    for (size_t i = 0; i < len; i++)
        if (anf__ascii_lower(left[i]) != anf__ascii_lower(right[i]))
            return 0;
    return 1;
}

#endif
