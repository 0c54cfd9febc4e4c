/* repair.c: what scraping broke and the language alone can mend. */
#include "recogniser/compose.h"

#include <string.h>

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
    for (size_t i = 1; i < r->words->entries.count; i++) {
        const struct entry *entry = &r->words->entries.items[i];
        size_t size = strlen(entry->phrase);
        if (entry->class != WORD_OPENER || size < longest || !fits(entry->phrase, text, len))
            continue;
        /* Two openers of one length that differ in the letter leave it open. */
        initial = size == longest && initial != entry->phrase[0] ? 0 : entry->phrase[0];
        longest = size;
    }
    return initial;
}
