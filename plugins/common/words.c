/* words.c: what parliaments and their papers call things. */
#include "words.h"

#include <anfrage/plugin.h>

#include <stdio.h>
#include <string.h>

struct word {
    const char *value;
    const char *word;
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
anf__words_parliament(const struct anf_call *call, const char *code)
{
    const char *name = anf_call_phrase(call, "parliament", code);
    return name ? name : anf_call_phrase(call, "chamber", code);
}

const char *
anf__words_kind(const struct anf_call *call, const char *kind)
{
    const char *label = anf_call_phrase(call, "kind", kind);
    return label ? label : anf_call_phrase(call, "kind-exact", kind);
}

const char *
anf__words_document(const char *document)
{
    return look_up(documents, document);
}

const char *
anf__words_of(const struct anf_call *call, const char *value)
{
    const char *word = anf__words_parliament(call, value);
    word = word ? word : anf__words_kind(call, value);
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
anf__words_value(const struct anf_call *call, const char *word)
{
    static const char *const classes[] = {"parliament", "kind", "kind-exact"};
    const char *value = NULL;
    for (size_t i = 0; i < sizeof classes / sizeof *classes && !value; i++)
        value = anf_call_meaning(call, classes[i], word);
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
