/* vocabulary.c: parliaments, kinds and languages, one line a fact. */
#include "vocabulary.h"

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

/* Languages of German-speaking parliaments and their neighbours, by ISO 639-1 and the terminology
 * code of ISO 639-2. What has no code of two letters, such as Sorbian, is tagged with three. */
static const struct {
    char two[3];
    char three[4];
} languages[] = {
    {"ar", "ara"}, {"cs", "ces"}, {"da", "dan"}, {"de", "deu"}, {"en", "eng"}, {"es", "spa"},
    {"fr", "fra"}, {"fy", "fry"}, {"hr", "hrv"}, {"hu", "hun"}, {"it", "ita"}, {"lb", "ltz"},
    {"nl", "nld"}, {"pl", "pol"}, {"pt", "por"}, {"rm", "roh"}, {"ru", "rus"}, {"sk", "slk"},
    {"sl", "slv"}, {"sq", "sqi"}, {"sr", "srp"}, {"tr", "tur"}, {"uk", "ukr"},
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

struct anf__akn_language
anf__akn_language(const char *tag)
{
    struct anf__akn_language language = {"und"};
    char primary[4] = "";
    size_t len = 0;
    for (; tag && tag[len] && tag[len] != '-'; ++len) {
        if (len >= sizeof primary - 1)
            return language;
        char c = tag[len];
        primary[len] = (char)(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    }
    if (len == sizeof primary - 1)
        memcpy(language.code, primary, sizeof primary);
    for (size_t i = 0; i < sizeof languages / sizeof *languages; ++i) {
        if (strcmp(languages[i].two, primary) == 0)
            memcpy(language.code, languages[i].three, sizeof language.code);
    }
    return language;
}
