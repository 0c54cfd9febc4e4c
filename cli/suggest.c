/* suggest.c: the word that a person probably meant. */
#include "suggest.h"

#include <string.h>

enum { longest = 32 };

static size_t
least(size_t a, size_t b, size_t c)
{
    size_t smaller = a < b ? a : b;
    return smaller < c ? smaller : c;
}

/* Levenshtein's distance, one row at a time; more than limit counts as limit + 1. */
static size_t
edit_distance(const char *a, const char *b, size_t limit)
{
    size_t row[longest + 1];
    size_t columns = strlen(b);
    size_t rows = strlen(a);
    if (columns > longest || rows > longest) {
        return limit + 1;
    }
    for (size_t j = 0; j <= columns; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= rows; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= columns; j++) {
            size_t above = row[j];
            row[j] = least(above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1]));
            diagonal = above;
        }
    }
    return row[columns] <= limit ? row[columns] : limit + 1;
}

void
suggestion_consider(struct suggestion *suggestion, const char *typed, const char *known)
{
    size_t limit = strlen(typed) / 3 + 1;
    size_t distance = edit_distance(typed, known, limit);
    if (distance <= limit && (!suggestion->best || distance < suggestion->distance)) {
        suggestion->best = known;
        suggestion->distance = distance;
    }
}
