/* labels.c: the words by which text of our own opens sections: labels, headings, leads. */
#include "grammar.h"

#include <string.h>

static const char *const labels[] = {
    [ANF_ROLE_SUMMARY_QUESTION] = "Zusammenfassung der Anfrage",
    [ANF_ROLE_SUMMARY_ANSWER] = "Zusammenfassung der Antwort",
    [ANF_ROLE_PREAMBLE_ASKERS] = "Vorbemerkung der Fragesteller",
    [ANF_ROLE_PREAMBLE_GOVERNMENT] = "Vorbemerkung der Regierung",
    [ANF_ROLE_INTRODUCTION] = "Einleitung",
    [ANF_ROLE_CHAPTER] = "Kapitel",
    [ANF_ROLE_EXCHANGE] = "Frage und Antwort",
    [ANF_ROLE_ANNEX] = "Anlage",
    [ANF_ROLE_OTHER] = "Weiteres",
};
enum { LABELS = sizeof labels / sizeof *labels };

/* Words that a heading begins with, and what it opens; the first that fits counts. */
static const struct {
    const char *words;
    int role;
} headings[] = {
    {"Zusammenfassung der Anfrage", ANF_ROLE_SUMMARY_QUESTION},
    {"Zusammenfassung der Antwort", ANF_ROLE_SUMMARY_ANSWER},
    {"Vorbemerkung der Regierung", ANF_ROLE_PREAMBLE_GOVERNMENT},
    {"Vorbemerkung der Bundesregierung", ANF_ROLE_PREAMBLE_GOVERNMENT},
    {"Vorbemerkung der Landesregierung", ANF_ROLE_PREAMBLE_GOVERNMENT},
    {"Vorbemerkung der Staatsregierung", ANF_ROLE_PREAMBLE_GOVERNMENT},
    {"Vorbemerkung des Senats", ANF_ROLE_PREAMBLE_GOVERNMENT},
    {"Vorbemerkung des Ministeriums", ANF_ROLE_PREAMBLE_GOVERNMENT},
    {"Vorbemerkung", ANF_ROLE_PREAMBLE_ASKERS},
    {"Anlage", ANF_ROLE_ANNEX},
    {"Antwort", ANF_ROLE_ANSWER},
    {"Zu Frage", ANF_ROLE_ANSWER},
    {"zu Frage", ANF_ROLE_ANSWER},
    {"Zu den Fragen", ANF_ROLE_ANSWER},
    {"zu den Fragen", ANF_ROLE_ANSWER},
};
enum { HEADINGS = sizeof headings / sizeof *headings };

const char *
anf__plain_label_of(int role)
{
    return labels[role];
}

/* --- labels --- */

int
anf__plain_label(const char *text, size_t len, const char **ret_number, size_t *ret_length)
{
    if (!len || text[len - 1] != ':' || memchr(text, '\n', len))
        return ANF_ROLE_NONE;
    for (int role = 0; role < LABELS; role++) {
        const char *at = text;
        size_t left = len - 1;
        if (!labels[role] || !anf__plain_skip(&at, &left, labels[role]))
            continue;
        *ret_number = NULL;
        if (!left)
            return role;
        if (!anf__plain_skip(&at, &left, ", ") || !left)
            continue;
        *ret_number = at;
        *ret_length = left;
        return role;
    }
    return ANF_ROLE_NONE;
}

int
anf__plain_role_of_heading(const char *text, size_t len)
{
    for (size_t i = 0; i < HEADINGS; i++)
        if (anf__plain_begins(text, len, headings[i].words))
            return headings[i].role;
    return ANF_ROLE_NONE;
}

/* --- leads --- */

/* The colon that ends a lead: no guard stands behind it, but a space, or nothing. */
static const char *
find_colon(const char *text, size_t len)
{
    const char *end = text + len;
    const char *line = memchr(text, '\n', len);
    end = line ? line : end;
    for (const char *at = text; (at = memchr(at, ':', (size_t)(end - at))) != NULL; at++)
        if (!anf__plain_is_guard(at + 1, (size_t)(end - at) - 1))
            return at + 1 == end || at[1] == ' ' ? at : NULL;
    return NULL;
}

/* "1", "12a": short enough to stand behind "Frage" without a comma. */
static int
is_short(const char *text, size_t len)
{
    enum { MOST = 4 };
    if (!len || len > MOST || *text < '0' || *text > '9')
        return 0;
    for (size_t i = 1; i < len; i++)
        if (!((text[i] >= '0' && text[i] <= '9') || (text[i] >= 'a' && text[i] <= 'z')))
            return 0;
    return 1;
}

static int
question_number(const char *at, size_t left, struct anf__plain_lead *lead)
{
    lead->role = ANF_ROLE_QUESTION;
    if (!left)
        return 1;
    if (*at == ' ' && is_short(at + 1, left - 1)) {
        lead->number = at - strlen("Frage"); /* as printed: "Frage 1" */
        lead->number_length = left + strlen("Frage");
        return 1;
    }
    if (!anf__plain_skip(&at, &left, ", "))
        return 0;
    lead->number = at;
    lead->number_length = left;
    return left > 0;
}

static int
answer_number(const char *at, size_t left, struct anf__plain_lead *lead)
{
    lead->role = ANF_ROLE_ANSWER;
    if (!left)
        return 1;
    lead->is_short = anf__plain_skip(&at, &left, " zu ");
    if (!lead->is_short && !anf__plain_skip(&at, &left, ", "))
        return 0;
    lead->number = at;
    lead->number_length = left;
    return left > 0;
}

/* "1" of "1.", which may be padded for alignment. */
void
anf__plain_short_number(const char **number, size_t *len)
{
    while (anf__plain_skip(number, len, "\xE2\x80\x87"))
        ;
    if (*len > 1 && (*number)[*len - 1] == '.')
        --*len;
}

int
anf__plain_find_lead(const char *text, size_t len, struct anf__plain_lead *ret_lead)
{
    const char *at = text;
    size_t left = len;
    *ret_lead = (struct anf__plain_lead){0};
    size_t number = anf__plain_number(text, len);
    if (number) {
        *ret_lead = (struct anf__plain_lead){
            .role = ANF_ROLE_QUESTION, .number = text, .number_length = number, .length = number};
        return 1;
    }
    int is_answer = anf__plain_skip(&at, &left, "Antwort");
    if (!is_answer && !anf__plain_skip(&at, &left, "Frage"))
        return 0;
    const char *colon = find_colon(at, left);
    if (!colon)
        return 0;
    ret_lead->length = (size_t)(colon - text) + 1;
    left = (size_t)(colon - at);
    return is_answer ? answer_number(at, left, ret_lead) : question_number(at, left, ret_lead);
}
