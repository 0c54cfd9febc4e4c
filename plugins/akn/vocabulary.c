/* vocabulary.c: parliaments and kinds, one line a fact. */
#include "vocabulary.h"

#include "slug.h"

#include <stddef.h>
#include <string.h>

/* The names are those under which the parliaments publish. */
static const struct anf__akn_parliament parliaments[] = {
    {"AT", "nationalrat", "Nationalrat"},
    {"CH", "bundesversammlung", "Bundesversammlung"},
    {"DE", "bundestag", "Deutscher Bundestag"},
    {"DE-BB", "landtag", "Landtag Brandenburg"},
    {"DE-BE", "abgeordnetenhaus", "Abgeordnetenhaus von Berlin"},
    {"DE-BW", "landtag", "Landtag von Baden-Württemberg"},
    {"DE-BY", "landtag", "Bayerischer Landtag"},
    {"DE-HB", "buergerschaft", "Bremische Bürgerschaft"},
    {"DE-HE", "landtag", "Hessischer Landtag"},
    {"DE-HH", "buergerschaft", "Hamburgische Bürgerschaft"},
    {"DE-MV", "landtag", "Landtag Mecklenburg-Vorpommern"},
    {"DE-NI", "landtag", "Niedersächsischer Landtag"},
    {"DE-NW", "landtag", "Landtag Nordrhein-Westfalen"},
    {"DE-RP", "landtag", "Landtag Rheinland-Pfalz"},
    {"DE-SH", "landtag", "Schleswig-Holsteinischer Landtag"},
    {"DE-SL", "landtag", "Landtag des Saarlandes"},
    {"DE-SN", "landtag", "Sächsischer Landtag"},
    {"DE-ST", "landtag", "Landtag von Sachsen-Anhalt"},
    {"DE-TH", "landtag", "Thüringer Landtag"},
};

static const struct {
    const char *kind;
    const char *label;
} kinds[] = {
    {"kleine-anfrage", "Kleine Anfrage"},
    {"grosse-anfrage", "Große Anfrage"},
    {"schriftliche-anfrage", "Schriftliche Anfrage"},
    {"muendliche-anfrage", "Mündliche Anfrage"},
    {"dringliche-anfrage", "Dringliche Anfrage"},
    {"interpellation", "Interpellation"},
    {"anfrage", "Anfrage"},
};

const struct anf__akn_parliament *
anf__akn_parliament(const char *code)
{
    for (size_t i = 0; code && i < sizeof parliaments / sizeof *parliaments; ++i) {
        if (strcmp(parliaments[i].code, code) == 0)
            return &parliaments[i];
    }
    return NULL;
}

const char *
anf__akn_kind_label(const char *kind)
{
    for (size_t i = 0; kind && i < sizeof kinds / sizeof *kinds; ++i) {
        if (strcmp(kinds[i].kind, kind) == 0)
            return kinds[i].label;
    }
    return NULL;
}

const char *
anf__akn_kind_from_words(const char *words)
{
    struct anf__akn_slug slug = anf__akn_slug(words, "");
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; ++i) {
        const char *kind = kinds[i].kind;
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
            return kinds[i].kind;
    }
    return NULL;
}
