/* stated.c: what the source states of an inquiry goes before what its text seems to say. */
#include "recogniser/stated.h"

#include "context.h"
#include "diagnostic.h"

#include <stdio.h>
#include <stdlib.h>
#include <utf8proc.h>

enum {
    WEIGHT_CLAIM = 50 /* a rule that is less sure contradicts nothing */
};

/* --- of the record itself, else of the page --- */

static const struct anf_evidence *
find_evidence(const struct anf_inquiry *inquiry, int field)
{
    const struct anf_evidence *evidence;
    for (size_t i = 0; (evidence = anf_inquiry_evidence(inquiry, i)); i++) {
        if (evidence->field == field)
            return evidence;
    }
    return NULL;
}

/* Who states the field; NULL: nobody. */
static const struct anf_inquiry *
statement_of(const struct recognition *r, int field)
{
    const struct anf_inquiry *own = anf__page_statement(r->page, r->record);
    if (find_evidence(own, field))
        return own;
    const struct anf_inquiry *common = anf__page_statement(r->page, 0);
    return find_evidence(common, field) ? common : NULL;
}

int
anf__is_stated(const struct recognition *r, int field)
{
    return statement_of(r, field) != NULL;
}

int
anf__is_told(const struct recognition *r, int field)
{
    return anf_inquiry_get(r->inquiry, field) || anf__best(r, field);
}

/* --- into the inquiry --- */

static int
take_askers(struct anf_inquiry *to, const struct anf_inquiry *from)
{
    int status = ANF_OK;
    const struct anf_actor *actor;
    for (size_t i = 0; status == ANF_OK && (actor = anf_inquiry_asker(from, i)); i++)
        status = anf_inquiry_add_asker(to, actor);
    return status;
}

static int
take_more_askers(struct anf_inquiry *to, const struct anf_inquiry *from)
{
    anf_inquiry_set_more_askers(to, anf_inquiry_more_askers(from));
    return ANF_OK;
}

static int
take_answerers(struct anf_inquiry *to, const struct anf_inquiry *from)
{
    int status = ANF_OK;
    const struct anf_actor *actor;
    for (size_t i = 0; status == ANF_OK && (actor = anf_inquiry_answerer(from, i)); i++)
        status = anf_inquiry_add_answerer(to, actor);
    return status;
}

static int
take_subjects(struct anf_inquiry *to, const struct anf_inquiry *from)
{
    int status = ANF_OK;
    const char *subject;
    for (size_t i = 0; status == ANF_OK && (subject = anf_inquiry_subject(from, i)); i++)
        status = anf_inquiry_add_subject(to, subject);
    return status;
}

static int
take_links(struct anf_inquiry *to, const struct anf_inquiry *from)
{
    int status = ANF_OK;
    const char *link;
    for (size_t i = 0; status == ANF_OK && (link = anf_inquiry_link(from, i)); i++)
        status = anf_inquiry_add_link(to, link);
    return status;
}

typedef int take_fn(struct anf_inquiry *to, const struct anf_inquiry *from);

/* What has no entry is a field of one value. */
static take_fn *const lists[] = {
    [ANF_FIELD_ASKERS] = take_askers,       [ANF_FIELD_MORE_ASKERS] = take_more_askers,
    [ANF_FIELD_ANSWERERS] = take_answerers, [ANF_FIELD_SUBJECTS] = take_subjects,
    [ANF_FIELD_LINKS_OTHER] = take_links,
};

static int
take_evidence(struct anf_inquiry *to, const struct anf_inquiry *from, int field)
{
    int status = ANF_OK;
    const struct anf_evidence *evidence;
    for (size_t i = 0; status == ANF_OK && (evidence = anf_inquiry_evidence(from, i)); i++) {
        if (evidence->field == field)
            status = anf_inquiry_add_evidence(to, evidence);
    }
    return status;
}

int
anf__take_stated(struct recognition *r)
{
    int status = ANF_OK;
    for (int field = ANF_FIELD_KIND; field <= ANF_FIELD_LINKS_OTHER && status == ANF_OK; field++) {
        const struct anf_inquiry *from = statement_of(r, field);
        if (!from)
            continue;
        status = lists[field] ? lists[field](r->inquiry, from)
                              : anf_inquiry_set(r->inquiry, field, anf_inquiry_get(from, field));
        if (status == ANF_OK)
            status = take_evidence(r->inquiry, from, field);
    }
    return status;
}

/* --- what the text says instead --- */

static utf8proc_uint8_t *
fold(const char *text)
{
    utf8proc_option_t folding = UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_COMPAT |
                                UTF8PROC_COMPOSE | UTF8PROC_IGNORE | UTF8PROC_LUMP |
                                UTF8PROC_CASEFOLD;
    utf8proc_uint8_t *folded = NULL;
    utf8proc_map((const utf8proc_uint8_t *)text, 0, &folded, folding);
    return folded;
}

int
anf__says_the_same(const char *a, const char *b, int *ret_same)
{
    utf8proc_uint8_t *x = fold(a);
    utf8proc_uint8_t *y = fold(b);
    int status = x && y ? ANF_OK : ANF_ERR_NOMEM;
    if (status == ANF_OK)
        *ret_same = strcmp((const char *)x, (const char *)y) == 0;
    free(x);
    free(y);
    return status;
}

void
anf__report_other(const struct recognition *r, int field, const char *what, const char *theirs)
{
    const struct anf_evidence *evidence = find_evidence(r->inquiry, field);
    struct anf__place_of_report where = {.source = r->source,
                                         .member = evidence ? evidence->member : NULL};
    anf__report(r->ctx, &where, ANF_SEVERITY_WARNING, ANF_CODE_STATED_OTHERWISE, "%s: \"%s\"", what,
                theirs);
}

static int
compare_with_text(struct recognition *r, int field)
{
    const char *stated = anf_inquiry_get(r->inquiry, field);
    const struct proposal *best = anf__best(r, field);
    int same = 1;
    if (!stated || !best || best->weight < WEIGHT_CLAIM)
        return ANF_OK;
    int status = anf__says_the_same(stated, best->value, &same);
    if (status != ANF_OK || same)
        return status;
    char what[200];
    snprintf(what, sizeof what, "the %s that is stated is not the one that the text gives",
             anf_field_name(field));
    anf__report_other(r, field, what, best->value);
    return ANF_OK;
}

int
anf__report_contradictions(struct recognition *r)
{
    int status = ANF_OK;
    const struct anf_evidence *evidence;
    for (size_t i = 0; (evidence = anf_inquiry_evidence(r->inquiry, i)); i++) {
        if (evidence->rejected && strcmp(evidence->rule, ANF__RULE_STATED) == 0)
            anf__report_other(r, evidence->field, "the source also states something else",
                              evidence->value);
    }
    for (int field = ANF_FIELD_KIND; field <= ANF_FIELD_LINK_SOURCE && status == ANF_OK; field++) {
        if (anf__is_stated(r, field))
            status = compare_with_text(r, field);
    }
    return status;
}
