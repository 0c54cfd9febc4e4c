/* foreign-meta.c: fields from meta: identification, publication, classification, life and work. */
#include "foreign.h"
#include "slug.h"
#include "vocabulary.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int
anf__akn_take(struct anf__akn_foreign *f, int field, const char *value)
{
    if (!value || anf_inquiry_get(f->at.inquiry, field))
        return ANF_OK;
    int status = anf_inquiry_set(f->at.inquiry, field, value);
    return anf__akn_note_value(&f->at, status, anf_field_name(field));
}

static const char *
value_of(const struct anf__akn_element *element, const char *name)
{
    return element ? anf__akn_tree_value(element, name) : NULL;
}

static void
stand_at(struct anf__akn_foreign *f, const struct anf__akn_element *element)
{
    f->at.line = element->line;
    f->at.column = element->column;
}

/* --- dates --- */

/* What the events of an inquiry are called, as slugs. */
static const struct {
    const char *word;
    int field;
} event_words[] = {
    {"gestellt", ANF_FIELD_ASKED},        {"eingereicht", ANF_FIELD_ASKED},
    {"asked", ANF_FIELD_ASKED},           {"submitted", ANF_FIELD_ASKED},
    {"submission", ANF_FIELD_ASKED},      {"tabled", ANF_FIELD_ASKED},
    {"ingreso", ANF_FIELD_ASKED},         {"presentacion", ANF_FIELD_ASKED},
    {"beantwortet", ANF_FIELD_ANSWERED},  {"answered", ANF_FIELD_ANSWERED},
    {"answer", ANF_FIELD_ANSWERED},       {"reply", ANF_FIELD_ANSWERED},
    {"respuesta", ANF_FIELD_ANSWERED},    {"veroeffentlicht", ANF_FIELD_PUBLISHED},
    {"drucksache", ANF_FIELD_PUBLISHED},  {"published", ANF_FIELD_PUBLISHED},
    {"publication", ANF_FIELD_PUBLISHED}, {"publicacion", ANF_FIELD_PUBLISHED},
};

static int
field_of_event(const char *words)
{
    struct anf__akn_slug slug = anf__akn_slug(words ? words : "", "");
    for (size_t i = 0; i < sizeof event_words / sizeof *event_words; ++i) {
        if (strcmp(event_words[i].word, slug.text) == 0)
            return event_words[i].field;
    }
    return 0;
}

/* A time of day is left away; 0001-01-01 is the date that is not known. */
int
anf__akn_take_date(struct anf__akn_foreign *f, const char *date, const char *words, int otherwise)
{
    enum { DATE = sizeof "0001-01-01" - 1 };
    char day[DATE + 1], what[64];
    int field = field_of_event(words);
    field = field ? field : otherwise;
    if (!date || !field || strncmp(date, "0001-01-01", DATE) == 0)
        return ANF_OK;
    if (anf_inquiry_get(f->at.inquiry, field))
        return ANF_OK;
    int has_time = strlen(date) > DATE && date[DATE] == 'T';
    snprintf(day, sizeof day, "%.10s", date);
    snprintf(what, sizeof what, "%s \"%.32s\"", anf_field_name(field), date);
    int status = anf_inquiry_set(f->at.inquiry, field, has_time ? day : date);
    return anf__akn_note_value(&f->at, status, what);
}

/* What refers to an event or concept is called by its name, or by what refers to it. */
static int
take_event(struct anf__akn_foreign *f, const struct anf__akn_element *event)
{
    const char *reference = value_of(event, "refersTo");
    const char *name = value_of(anf__akn_tree_find(&f->tree, reference), "showAs");
    const char *date = value_of(event, "date");
    stand_at(f, event);
    if (field_of_event(name))
        return anf__akn_take_date(f, date, name, 0);
    return anf__akn_take_date(f, date, reference, 0);
}

static int
take_all_events(struct anf__akn_foreign *f, const struct anf__akn_element *parent)
{
    int status = ANF_OK;
    const struct anf__akn_element *e = parent ? parent->first : NULL;
    for (; e && status == ANF_OK; e = e->next) {
        if (e->name)
            status = take_event(f, e);
    }
    return status;
}

/* What the last step led to. */
static int
take_outcome(struct anf__akn_foreign *f, const struct anf__akn_element *workflow)
{
    const char *status = NULL;
    const struct anf__akn_element *e = workflow ? workflow->first : NULL;
    for (; e; e = e->next) {
        const char *outcome = e->name ? value_of(e, "outcome") : NULL;
        const char *name = value_of(anf__akn_tree_find(&f->tree, outcome), "showAs");
        status = name ? name : status;
    }
    return anf__akn_take(f, ANF_FIELD_STATUS, status);
}

int
anf__akn_take_events(struct anf__akn_foreign *f)
{
    const struct anf__akn_element *meta = anf__akn_tree_child(f->document, "meta");
    const struct anf__akn_element *publication = anf__akn_tree_child(meta, "publication");
    const struct anf__akn_element *workflow = anf__akn_tree_child(meta, "workflow");
    int status = ANF_OK;
    if (publication) {
        stand_at(f, publication);
        status = anf__akn_take_date(f, value_of(publication, "date"), NULL, ANF_FIELD_PUBLISHED);
    }
    if (status == ANF_OK)
        status = take_all_events(f, workflow);
    if (status == ANF_OK)
        status = take_all_events(f, anf__akn_tree_child(meta, "lifecycle"));
    return status;
}

/* --- identification --- */

/* Codes of ISO 3166 are all that the field takes; "zz" is no country. */
static int
take_country(struct anf__akn_foreign *f, const char *country)
{
    char code[8] = "";
    if (!country || strcmp(country, "zz") == 0)
        return ANF_OK;
    for (size_t i = 0; country[i] && i + 1 < sizeof code; ++i)
        code[i] = (char)(country[i] >= 'a' && country[i] <= 'z' ? country[i] - 'a' + 'A'
                                                                : country[i]);
    return anf__akn_take(f, ANF_FIELD_PARLIAMENT, strlen(country) < sizeof code ? code : country);
}

static int
take_language(struct anf__akn_foreign *f, const char *code)
{
    if (!code || strcspn(code, "-") == 2)
        return anf__akn_take(f, ANF_FIELD_LANGUAGE, code);
    struct anf__akn_language tag = anf__akn_language_tag(code);
    return anf__akn_take(f, ANF_FIELD_LANGUAGE, tag.code[0] ? tag.code : NULL);
}

/* "18/13987" and the like. The number of a sitting ("Sesión 15") is none of a paper. */
int
anf__akn_take_reference(struct anf__akn_foreign *f, const char *number)
{
    static const char digits[] = "0123456789";
    enum { MOST = 80 };
    int is_number = number && strpbrk(number, digits) && strlen(number) <= MOST &&
                    (strchr(number, '/') || strchr(digits, number[0]));
    return anf__akn_take(f, ANF_FIELD_REFERENCE, is_number ? number : NULL);
}

/* As printed, where that is stated. */
static const char *
shown(const struct anf__akn_element *element)
{
    const char *words = value_of(element, "showAs");
    return words ? words : value_of(element, "value");
}

static int
take_dates(struct anf__akn_foreign *f, const struct anf__akn_element *version)
{
    int status = ANF_OK;
    const struct anf__akn_element *date = anf__akn_tree_child(version, "FRBRdate");
    for (; date && status == ANF_OK; date = anf__akn_tree_next(date, "FRBRdate")) {
        stand_at(f, date);
        status = anf__akn_take_date(f, value_of(date, "date"), value_of(date, "name"),
                                    ANF_FIELD_PUBLISHED);
    }
    return status;
}

static int
take_kind(struct anf__akn_foreign *f, const struct anf__akn_element *subtype)
{
    const char *value = value_of(subtype, "value");
    const char *kind = anf__akn_kind_from_words(value ? value : "");
    const char *name = value_of(f->document, "name");
    kind = kind ? kind : anf__akn_kind_from_words(name ? name : "");
    int status = anf__akn_take(f, ANF_FIELD_KIND, kind);
    if (status != ANF_OK || (kind && !value_of(subtype, "showAs")))
        return status;
    return anf__akn_take(f, ANF_FIELD_KIND_LABEL, shown(subtype));
}

static int
take_title(struct anf__akn_foreign *f, const struct anf__akn_element *work)
{
    const struct anf__akn_element *alias = anf__akn_tree_child(work, "FRBRalias");
    for (; alias; alias = anf__akn_tree_next(alias, "FRBRalias")) {
        const char *name = value_of(alias, "name");
        if (name && strcmp(name, "title") == 0)
            return anf__akn_take(f, ANF_FIELD_TITLE, value_of(alias, "value"));
    }
    return ANF_OK;
}

/* An address in the web, where an identifier is one. */
static int
take_address(struct anf__akn_foreign *f, const struct anf__akn_element *version)
{
    const char *uri = value_of(anf__akn_tree_child(version, "FRBRuri"), "value");
    int is_address = uri && (strncmp(uri, "https://", 8) == 0 || strncmp(uri, "http://", 7) == 0);
    return anf__akn_take(f, ANF_FIELD_LINK_SOURCE, is_address ? uri : NULL);
}

static int
take_work(struct anf__akn_foreign *f, const struct anf__akn_element *work)
{
    int status = take_country(f, value_of(anf__akn_tree_child(work, "FRBRcountry"), "value"));
    if (status == ANF_OK)
        status = take_kind(f, anf__akn_tree_child(work, "FRBRsubtype"));
    if (status == ANF_OK && !anf__akn_is_debate(f))
        status = anf__akn_take_reference(f, shown(anf__akn_tree_child(work, "FRBRnumber")));
    if (status == ANF_OK && !f->is_many)
        status = take_title(f, work);
    return status == ANF_OK ? take_dates(f, work) : status;
}

static int
take_subjects(struct anf__akn_foreign *f, const struct anf__akn_element *meta)
{
    const struct anf__akn_element *group = anf__akn_tree_child(meta, "classification");
    for (; group; group = anf__akn_tree_next(group, "classification")) {
        const struct anf__akn_element *word = anf__akn_tree_child(group, "keyword");
        for (; word; word = anf__akn_tree_next(word, "keyword")) {
            const char *subject = shown(word);
            stand_at(f, word);
            int status = subject && *subject ? anf_inquiry_add_subject(f->at.inquiry, subject)
                                             : ANF_OK;
            status = anf__akn_note_value(&f->at, status, "subject");
            if (status != ANF_OK)
                return status;
        }
    }
    return ANF_OK;
}

int
anf__akn_take_identification(struct anf__akn_foreign *f)
{
    const struct anf__akn_element *meta = anf__akn_tree_child(f->document, "meta");
    const struct anf__akn_element *all = anf__akn_tree_child(meta, "identification");
    const struct anf__akn_element *work = anf__akn_tree_child(all, "FRBRWork");
    const struct anf__akn_element *expression = anf__akn_tree_child(all, "FRBRExpression");
    const struct anf__akn_element *language = anf__akn_tree_child(expression, "FRBRlanguage");
    int status = take_work(f, work);
    if (status == ANF_OK && !anf__akn_tree_child(work, "FRBRdate"))
        status = take_dates(f, expression);
    if (status == ANF_OK)
        status = take_language(f, value_of(language, "language"));
    if (status == ANF_OK)
        status = take_address(f, anf__akn_tree_child(all, "FRBRManifestation"));
    if (status == ANF_OK)
        status = take_address(f, work);
    if (status == ANF_OK && !f->is_many)
        status = take_outcome(f, anf__akn_tree_child(meta, "workflow"));
    return status == ANF_OK && !f->is_many ? take_subjects(f, meta) : status;
}
