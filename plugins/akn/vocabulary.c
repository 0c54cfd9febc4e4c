/* vocabulary.c: which kind of inquiry words mean. */
#include "vocabulary.h"

#include "slug.h"

#include <stddef.h>

static const char *const kinds[] = {
    "kleine-anfrage",
    "grosse-anfrage",
    "schriftliche-anfrage",
    "muendliche-anfrage",
    "dringliche-anfrage",
    "interpellation",
    "anfrage",
};

const char *
anf__akn_kind_from_words(const char *words)
{
    struct anf__akn_slug slug = anf__akn_slug(words, "");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i) {
        const char *kind = kinds[i];
        const char *word = slug.text;
        while (*kind && *word) {
            kind += *kind == '-';
            word += *word == '-';
            if (*kind != *word)
                break;
            ++kind;
            ++word;
        }
        if (!*kind && !*word)
            return kinds[i];
    }
    return NULL;
}
