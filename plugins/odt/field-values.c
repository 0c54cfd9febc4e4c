/* field-values.c: the value of a field from the words that show it. What is put together again must
 * give the same words. */
#include "fields.h"

#include "head-text.h"
#include "words.h"

#include <stdlib.h>
#include <string.h>

int
anf__odt_is_text(struct anf__markup_out *out, const char *text)
{
    size_t len = strlen(text);
    int is = out->length == len && (!len || memcmp(out->data, text, len) == 0);
    int status = out->status;
    anf__markup_clear(out);
    return status == ANF_OK ? is : status;
}

int
anf__odt_taken(int status)
{
    if (status == ANF_ERR_MODEL || status == ANF_ERR_SYNTAX)
        return 0;
    return status == ANF_OK ? 1 : status;
}

static int
set(const struct anf__odt_field_line *line, int field, const char *value)
{
    return anf__odt_taken(anf_inquiry_set(line->inquiry, field, value));
}

static int
take_text(const struct anf__odt_field_line *line)
{
    return set(line, line->field, line->text);
}

static int
take_date(const struct anf__odt_field_line *line)
{
    struct anf__words_date date = anf__words_iso_date(line->text);
    return *date.text ? set(line, line->field, date.text) : 0;
}

static int
take_word(const struct anf__odt_field_line *line)
{
    const char *value = anf__words_value(line->call, line->text);
    return value ? set(line, line->field, value) : 0;
}

static int
take_address(const struct anf__odt_field_line *line)
{
    return set(line, line->field, line->href ? line->href : line->text);
}

static int
take_further_address(const struct anf__odt_field_line *line)
{
    return anf__odt_taken(
        anf_inquiry_add_link(line->inquiry, line->href ? line->href : line->text));
}

static int
take_more_askers(const struct anf__odt_field_line *line)
{
    if (strcmp(line->text, ANF__ODT_MORE_ASKERS) != 0)
        return 0;
    anf_inquiry_set_more_askers(line->inquiry, 1);
    return 1;
}

static int
take_asker(const struct anf__odt_field_line *line)
{
    int is_more = line->index == SIZE_MAX ? take_more_askers(line) : 0;
    return is_more ? is_more : anf__odt_take_actor(line);
}

static int
take_subjects(const struct anf__odt_field_line *line)
{
    char *text = strdup(line->text), *rest = text;
    int taken = text ? 1 : ANF_ERR_NOMEM;
    while (rest && taken > 0) {
        char *end = strstr(rest, ANF__ODT_SUBJECTS_END);
        if (end)
            *end = '\0';
        if (*rest)
            taken = anf__odt_taken(anf_inquiry_add_subject(line->inquiry, rest));
        rest = end ? end + strlen(ANF__ODT_SUBJECTS_END) : NULL;
    }
    free(text);
    return taken;
}

/* --- the line above the title: parliament, term, Drucksache --- */

struct paper {
    const char *parliament; /* NULL: absent */
    const char *term;
    const char *reference;
};

/* Cut a copy of the line into its parts; a code of the parliament is the vocabulary's, or carried.
 */
static struct paper
cut_paper(const struct anf__odt_field_line *line, char *text)
{
    static const char between[] = " · ";
    struct paper paper = {NULL, NULL, NULL};
    const char *carried = anf_inquiry_get(line->carried, ANF_FIELD_PARLIAMENT);
    char *tab = strchr(text, '\t');
    if (tab)
        *tab++ = '\0';
    if (tab && strncmp(tab, ANF__ODT_PAPER, strlen(ANF__ODT_PAPER)) == 0)
        paper.reference = tab + strlen(ANF__ODT_PAPER);
    char *term = strstr(text, between);
    if (term) {
        *term = '\0';
        term += strlen(between);
    } else if (strstr(text, ANF__ODT_TERM)) {
        term = text;
    }
    if (term)
        term[strspn(term, "0123456789")] = '\0';
    paper.term = term;
    if (term == text || !*text)
        return paper;
    const char *words = anf__words_parliament(line->call, carried);
    int is_carried = carried && strcmp(words ? words : carried, text) == 0;
    paper.parliament = is_carried ? carried : anf__words_value(line->call, text);
    return paper;
}

static int
set_paper(const struct anf__odt_field_line *line, const struct paper *paper)
{
    int taken = set(line, ANF_FIELD_PARLIAMENT, paper->parliament);
    if (taken > 0)
        taken = set(line, ANF_FIELD_TERM, paper->term);
    return taken > 0 ? set(line, ANF_FIELD_REFERENCE, paper->reference) : taken;
}

static int
take_paper(const struct anf__odt_field_line *line)
{
    struct anf__markup_out out = {0};
    char *text = strdup(line->text);
    if (!text)
        return ANF_ERR_NOMEM;
    struct paper paper = cut_paper(line, text), none = {NULL, NULL, NULL};
    int taken = set_paper(line, &paper);
    if (taken > 0) {
        anf__odt_paper_text(line->call, line->inquiry, &out);
        taken = anf__odt_is_text(&out, line->text);
    }
    free(text);
    return taken != 0 ? taken : set_paper(line, &none) < 0 ? ANF_ERR_NOMEM : 0;
}

/* --- the line with kind and number --- */

/* Where the number begins, behind the last space; NULL: the line has none. */
static char *
number_in(const struct anf__odt_field_line *line, char *text)
{
    const char *carried = anf_inquiry_get(line->carried, ANF_FIELD_INQUIRY_NUMBER);
    size_t len = strlen(text), carried_len = carried ? strlen(carried) : 0;
    if (carried_len && len > carried_len && text[len - carried_len - 1] == ' ' &&
        strcmp(text + len - carried_len, carried) == 0)
        return text + len - carried_len;
    char *space = strrchr(text, ' ');
    return space && strpbrk(space, "0123456789") ? space + 1 : NULL;
}

static int
set_kind(const struct anf__odt_field_line *line, const char *label, const char *number)
{
    const char *kind = anf_inquiry_get(line->carried, ANF_FIELD_KIND);
    const char *words = anf__words_kind(line->call, kind);
    const char *value = anf__words_value(line->call, label);
    int is_stated = anf_inquiry_get(line->carried, ANF_FIELD_KIND_LABEL) != NULL || !words ||
                    strcmp(words, label) != 0;
    int taken = set(line, ANF_FIELD_KIND,
                    value && anf__words_kind(line->call, value) ? value : kind);
    if (taken > 0 && is_stated)
        taken = set(line, ANF_FIELD_KIND_LABEL, label);
    return taken > 0 ? set(line, ANF_FIELD_INQUIRY_NUMBER, number) : taken;
}

static int
take_kind(const struct anf__odt_field_line *line)
{
    char *text = strdup(line->text);
    if (!text)
        return ANF_ERR_NOMEM;
    char *number = number_in(line, text);
    if (number)
        number[-1] = '\0';
    int taken = set_kind(line, text, number);
    free(text);
    return taken;
}

/* --- any --- */

static const struct {
    int field;
    int (*take)(const struct anf__odt_field_line *line);
} takers[] = {
    {ANF_FIELD_REFERENCE, take_paper},
    {ANF_FIELD_KIND_LABEL, take_kind},
    {ANF_FIELD_TITLE, take_text},
    {ANF_FIELD_ASKERS, take_asker},
    {ANF_FIELD_MORE_ASKERS, take_more_askers},
    {ANF_FIELD_ASKED, take_date},
    {ANF_FIELD_ANSWERERS, anf__odt_take_actor},
    {ANF_FIELD_ANSWER_REFERENCE, take_text},
    {ANF_FIELD_ANSWERED, take_date},
    {ANF_FIELD_PUBLISHED, take_date},
    {ANF_FIELD_STATUS, take_text},
    {ANF_FIELD_DOCUMENT, take_word},
    {ANF_FIELD_SUBJECTS, take_subjects},
    {ANF_FIELD_LANGUAGE, take_text},
    {ANF_FIELD_LINK_DOCUMENT, take_address},
    {ANF_FIELD_LINK_ANSWER, take_address},
    {ANF_FIELD_LINK_SOURCE, take_address},
    {ANF_FIELD_LINKS_OTHER, take_further_address},
    {ANF_FIELD_RIGHTS, take_text},
    {ANF_FIELD_CONTACTS, anf__odt_take_contact},
};

int
anf__odt_take_value(const struct anf__odt_field_line *line)
{
    for (size_t i = 0; i < sizeof takers / sizeof *takers; i++)
        if (takers[i].field == line->field)
            return takers[i].take(line);
    return 0;
}
