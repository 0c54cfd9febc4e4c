/* own-people.c: lines of the head that name people. Names may hold anything, so that these lines
 * are only written where they read back as they should; otherwise each part has a line. */
#include "own.h"

#include <stdlib.h>
#include <string.h>

/* --- words --- */

static char *
copy(const char *text, size_t len)
{
    char *own = malloc(len + 1);
    if (own && len)
        memcpy(own, text, len);
    if (own)
        own[len] = '\0';
    return own;
}

/* Cut text at the first separator that stands in no brackets; NULL: there is none. */
static char *
cut(char *text, const char *separator)
{
    int depth = 0;
    for (char *at = text; *at; at++) {
        depth += *at == '(';
        depth -= *at == ')';
        if (depth || strncmp(at, separator, strlen(separator)) != 0)
            continue;
        *at = '\0';
        return at + strlen(separator);
    }
    return NULL;
}

/* Take "(…)" off the end; NULL: there is none. */
static char *
cut_brackets(char *text)
{
    size_t len = strlen(text);
    char *open = strstr(text, " (");
    if (!open || open == text || text[len - 1] != ')' || open + 3 > text + len)
        return NULL;
    text[len - 1] = '\0';
    *open = '\0';
    return open + 2;
}

static int
begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* --- askers --- */

/* "Fraktion CDU", "Angela Freimuth (FDP, Sprecherin für Digitales)" */
static int
add_asker(struct anf_inquiry *inquiry, char *text)
{
    static const char group[] = "Fraktion ";
    struct anf_actor asker = {ANF_ACTOR_INIT};
    char *brackets = cut_brackets(text);
    asker.name = text;
    asker.group = (uint32_t)begins(text, group);
    if (asker.group && !brackets)
        asker.name = asker.party = text + sizeof group - 1;
    asker.party = brackets ? brackets : asker.party;
    asker.role = brackets ? cut(brackets, ", ") : NULL;
    return anf_inquiry_add_asker(inquiry, &asker);
}

static int
add_askers(struct anf_inquiry *inquiry, char *text)
{
    static const char others[] = " und anderen";
    size_t len = strlen(text);
    int status = ANF_OK;
    if (strcmp(text, "mehreren") == 0) {
        anf_inquiry_set_more_askers(inquiry, 1);
        return ANF_OK;
    }
    if (len >= sizeof others && strcmp(text + len - (sizeof others - 1), others) == 0) {
        text[len - (sizeof others - 1)] = '\0';
        anf_inquiry_set_more_askers(inquiry, 1);
    }
    for (char *next; text && status == ANF_OK; text = next) {
        next = cut(text, ", ");
        status = add_asker(inquiry, text);
    }
    return status;
}

/* --- the first line --- */

static int
is_instrument(const char *word, size_t len)
{
    static const char *const ends[] = {"frage", "Frage", "terpellation"};
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        size_t length = strlen(ends[i]);
        if (len >= length && memcmp(word + len - length, ends[i], length) == 0)
            return 1;
    }
    return 0;
}

/* Where the label ends: behind the first word that names an instrument. 0: none does. */
static size_t
label_length(const char *text, size_t len)
{
    for (size_t start = 0, end; start < len; start = end + 1) {
        const char *space = memchr(text + start, ' ', len - start);
        end = space ? (size_t)(space - text) : len;
        if (is_instrument(text + start, end - start))
            return end;
    }
    return 0;
}

static int
read_headline(struct anf_inquiry *inquiry, char *text)
{
    char *people = begins(text, "Von ") ? text + 3 : strstr(text, " von ");
    if (people) {
        *people = '\0';
        people += people == text + 3 ? 1 : 5;
    }
    if (people && people == text + 4)
        return add_askers(inquiry, people);
    size_t length = label_length(text, strlen(text));
    if (!length)
        return ANF_ERR_SYNTAX;
    const char *number = text[length] ? text + length + 1 : NULL;
    if (number && !strpbrk(number, "0123456789"))
        return ANF_ERR_SYNTAX;
    text[length] = '\0';
    int status = anf_inquiry_set(inquiry, ANF_FIELD_KIND_LABEL, text);
    if (status == ANF_OK && number)
        status = anf_inquiry_set(inquiry, ANF_FIELD_INQUIRY_NUMBER, number);
    return status == ANF_OK && people ? add_askers(inquiry, people) : status;
}

/* "Kleine Anfrage 5441 von Angela Freimuth (FDP), Fraktion CDU und anderen". ANF_ERR_SYNTAX: it is
 * none. */
int
anf__plain_read_headline(struct anf_inquiry *inquiry, const char *text, size_t len)
{
    if (anf__plain_needs_guard(text, len, ANF__PLAIN_AT_TOP) || anf__plain_ends_blank(text, len) ||
        memchr(text, '\t', len))
        return ANF_ERR_SYNTAX;
    char *own = copy(text, len);
    int status = own ? read_headline(inquiry, own) : ANF_ERR_NOMEM;
    free(own);
    return status;
}

/* --- answerers --- */

static int
is_office(const char *name)
{
    static const char *const words[] = {"inisterium", "egierung", "enat", "kanzlei",
                                        "behörde",    "Amt",      "amt",  "erwaltung"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(name, words[i]) && !begins(name, "Senator"))
            return 1;
    return 0;
}

/* "Ministerium des Innern (Erika Beispiel, Ministerin)", "Erika Beispiel (Ministerin)" */
static int
add_answerer(struct anf_inquiry *inquiry, char *text)
{
    struct anf_actor actor = {ANF_ACTOR_INIT};
    char *brackets = cut_brackets(text);
    if (is_office(text)) {
        actor.organization = text;
        actor.role = brackets ? cut(brackets, ", ") : NULL;
        actor.name = brackets;
    } else {
        actor.name = text;
        actor.role = brackets;
    }
    return anf_inquiry_add_answerer(inquiry, &actor);
}

int
anf__plain_read_answerers(struct anf_inquiry *inquiry, const char *text, size_t len)
{
    char *own = copy(text, len);
    int status = own ? ANF_OK : ANF_ERR_NOMEM;
    for (char *at = own, *next; at && status == ANF_OK; at = next) {
        next = cut(at, "; ");
        status = add_answerer(inquiry, at);
    }
    free(own);
    return status;
}
