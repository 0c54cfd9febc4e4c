/* words.c: what German parliaments and their papers call things, one line a fact. */
#include "words.h"

#include <anfrage/plugin.h>

#include <stdio.h>
#include <string.h>

struct word {
    const char *value;
    const char *word;
};

/* The names under which the parliaments publish. */
static const struct word parliaments[] = {
    {"AT", "Nationalrat"},
    {"CH", "Bundesversammlung"},
    {"DE", "Deutscher Bundestag"},
    {"DE-BB", "Landtag Brandenburg"},
    {"DE-BE", "Abgeordnetenhaus von Berlin"},
    {"DE-BW", "Landtag von Baden-Württemberg"},
    {"DE-BY", "Bayerischer Landtag"},
    {"DE-HB", "Bremische Bürgerschaft"},
    {"DE-HE", "Hessischer Landtag"},
    {"DE-HH", "Hamburgische Bürgerschaft"},
    {"DE-MV", "Landtag Mecklenburg-Vorpommern"},
    {"DE-NI", "Niedersächsischer Landtag"},
    {"DE-NW", "Landtag Nordrhein-Westfalen"},
    {"DE-RP", "Landtag Rheinland-Pfalz"},
    {"DE-SH", "Schleswig-Holsteinischer Landtag"},
    {"DE-SL", "Landtag des Saarlandes"},
    {"DE-SN", "Sächsischer Landtag"},
    {"DE-ST", "Landtag von Sachsen-Anhalt"},
    {"DE-TH", "Thüringer Landtag"},
    {NULL, NULL},
};

static const struct word kinds[] = {
    {"kleine-anfrage", "Kleine Anfrage"},
    {"grosse-anfrage", "Große Anfrage"},
    {"schriftliche-anfrage", "Schriftliche Anfrage"},
    {"muendliche-anfrage", "Mündliche Anfrage"},
    {"dringliche-anfrage", "Dringliche Anfrage"},
    {"interpellation", "Interpellation"},
    {"anfrage", "Anfrage"},
    {NULL, NULL},
};

static const struct word documents[] = {
    {"anfrage", "Anfrage"}, {"antwort", "Antwort"}, {"zusammenfassung", "Zusammenfassung"},
    {"vorgang", "Vorgang"}, {NULL, NULL},
};

static const char *const sections[] = {
    [ANF_ROLE_SUMMARY_QUESTION] = "Zusammenfassung der Anfrage",
    [ANF_ROLE_SUMMARY_ANSWER] = "Zusammenfassung der Antwort",
    [ANF_ROLE_PREAMBLE_ASKERS] = "Vorbemerkung der Fragesteller",
    [ANF_ROLE_PREAMBLE_GOVERNMENT] = "Vorbemerkung der Regierung",
    [ANF_ROLE_ANNEX] = "Anlage",
    [ANF_ROLE_OTHER] = NULL,
};

static const char *const months[] = {
    "Januar", "Februar", "März",      "April",   "Mai",      "Juni",
    "Juli",   "August",  "September", "Oktober", "November", "Dezember",
};
enum { MONTHS = sizeof months / sizeof *months };

static const char *
look_up(const struct word *words, const char *value)
{
    for (; value && words->value; words++)
        if (strcmp(words->value, value) == 0)
            return words->word;
    return NULL;
}

const char *
anf__words_parliament(const char *code)
{
    return look_up(parliaments, code);
}

const char *
anf__words_kind(const char *kind)
{
    return look_up(kinds, kind);
}

const char *
anf__words_document(const char *document)
{
    return look_up(documents, document);
}

const char *
anf__words_of(const char *value)
{
    const char *word = look_up(parliaments, value);
    word = word ? word : look_up(kinds, value);
    return word ? word : look_up(documents, value);
}

static const char *
look_back(const struct word *words, const char *word)
{
    for (; words->word; words++)
        if (strcmp(words->word, word) == 0)
            return words->value;
    return NULL;
}

const char *
anf__words_value(const char *word)
{
    const char *value = look_back(parliaments, word);
    value = value ? value : look_back(kinds, word);
    return value ? value : look_back(documents, word);
}

const char *
anf__words_section(int role)
{
    int known = role >= 0 && role < (int)(sizeof sections / sizeof *sections);
    return known ? sections[role] : NULL;
}

/* The decimal number at *text, of at most `most` digits, and move behind it; 0: none. */
static unsigned
take_number(const char **text, unsigned most)
{
    unsigned number = 0;
    for (; most && **text >= '0' && **text <= '9'; most--, ++*text)
        number = number * 10 + (unsigned)(**text - '0');
    return number;
}

struct anf__words_date
anf__words_date(const char *iso)
{
    struct anf__words_date date = {""};
    const char *at = iso;
    unsigned year = take_number(&at, 4);
    at += *at == '-';
    unsigned month = take_number(&at, 2);
    at += *at == '-';
    unsigned day = take_number(&at, 2);
    if (month >= 1 && month <= MONTHS)
        snprintf(date.text, sizeof date.text, "%u. %s %u", day, months[month - 1], year);
    return date;
}

/* "05." or "Mai"; 0: neither. */
static unsigned
take_month(const char **text)
{
    for (unsigned i = 0; i < MONTHS; i++) {
        size_t len = strlen(months[i]);
        if (strncmp(*text, months[i], len) == 0) {
            *text += len;
            return i + 1;
        }
    }
    unsigned month = take_number(text, 2);
    *text += **text == '.';
    return month;
}

struct anf__words_date
anf__words_iso_date(const char *german)
{
    struct anf__words_date date = {""};
    const char *at = german + strspn(german, " ");
    unsigned day = take_number(&at, 2);
    at += *at == '.';
    at += strspn(at, " ");
    unsigned month = take_month(&at);
    at += strspn(at, " ");
    const char *digits = at;
    unsigned year = take_number(&at, 4);
    at += strspn(at, " ");
    if (!*at && day && month && digits + 4 <= at)
        snprintf(date.text, sizeof date.text, "%04u-%02u-%02u", year % 10000, month % 100,
                 day % 100);
    return date;
}
