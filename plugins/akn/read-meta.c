/* read-meta.c: fields, people, provenance: what the writer put into proprietary, and the title and
 * the subjects, which stand elsewhere. */
#include "read.h"

#include <stdlib.h>
#include <string.h>

static void
clear_lines(struct anf__akn_lines *lines)
{
    while (lines->count)
        free(lines->items[--lines->count]);
}

/* A copy, NULL for NULL. */
static int
hold(struct anf__akn_lines *lines, const char *text)
{
    if (lines->count == lines->room) {
        size_t room = lines->room ? lines->room * 2 : 8;
        char **grown = realloc(lines->items, room * sizeof *grown);
        if (!grown)
            return ANF_ERR_NOMEM;
        lines->items = grown;
        lines->room = room;
    }
    char *copy = text ? strdup(text) : NULL;
    if (text && !copy)
        return ANF_ERR_NOMEM;
    lines->items[lines->count++] = copy;
    return ANF_OK;
}

/* Anew: the attributes of the element at hand, for its end. */
static int
hold_attributes(struct anf__akn_reader *r, const struct anf__xml_element *element,
                const char *const *names)
{
    int status = ANF_OK;
    clear_lines(&r->held);
    for (; *names && status == ANF_OK; ++names)
        status = hold(&r->held, anf__xml_value(element, *names));
    return status;
}

static int
is_true(const char *value)
{
    return value && strcmp(value, "true") == 0;
}

static int
set_field(struct anf__akn_reader *r, int field, const char *value)
{
    return anf__akn_note_value(&r->at, anf_inquiry_set(r->at.inquiry, field, value),
                               anf_field_name(field));
}

static int
set_fields(struct anf__akn_reader *r, const struct anf__akn_place *places,
           const struct anf__xml_element *element)
{
    int status = ANF_OK;
    for (; places->name && status == ANF_OK; ++places) {
        const char *value = anf__akn_exact(element, places->name);
        if (value)
            status = set_field(r, places->field, value);
    }
    return status;
}

/* --- one function an element --- */

static int
start_keywords(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__akn_open_status(r, ANF__AKN_KEYWORDS);
}

static int
start_keyword(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    const char *subject = anf__xml_value(element, "showAs");
    if (subject) {
        int status = anf__akn_note_value(&r->at, anf_inquiry_add_subject(r->at.inquiry, subject),
                                         "subject");
        if (status != ANF_OK)
            return status;
    }
    return anf__akn_open_status(r, ANF__AKN_SKIP);
}

static int
start_proprietary(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__akn_open_status(r, ANF__AKN_PROPRIETARY);
}

static int
start_fields(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    int status = set_fields(r, anf__akn_main_fields, element);
    return status == ANF_OK ? anf__akn_open_status(r, ANF__AKN_SKIP) : status;
}

static int
start_askers(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    anf_inquiry_set_more_askers(r->at.inquiry, is_true(anf__xml_value(element, "more")));
    return anf__akn_open_status(r, ANF__AKN_ASKERS);
}

static int
start_answerers(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__akn_open_status(r, ANF__AKN_ANSWERERS);
}

static struct anf_actor
actor_of(const struct anf__xml_element *element)
{
    struct anf_actor actor = {
        ANF_ACTOR_INIT,
        .group = (uint32_t)is_true(anf__xml_value(element, "group")),
        .name = anf__xml_value(element, "name"),
        .party = anf__xml_value(element, "party"),
        .role = anf__xml_value(element, "role"),
        .organization = anf__xml_value(element, "organization"),
    };
    return actor;
}

static int
start_asker(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_actor actor = actor_of(element);
    int status = anf__akn_note_value(&r->at, anf_inquiry_add_asker(r->at.inquiry, &actor), "asker");
    return status == ANF_OK ? anf__akn_open_status(r, ANF__AKN_SKIP) : status;
}

static int
start_answerer(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    struct anf_actor actor = actor_of(element);
    int status = anf__akn_note_value(&r->at, anf_inquiry_add_answerer(r->at.inquiry, &actor),
                                     "answerer");
    return status == ANF_OK ? anf__akn_open_status(r, ANF__AKN_SKIP) : status;
}

static int
start_links(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    int status = set_fields(r, anf__akn_link_fields, element);
    return status == ANF_OK ? anf__akn_open_status(r, ANF__AKN_LINKS) : status;
}

static int
start_other_link(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    const char *url = anf__akn_exact(element, "href");
    if (url) {
        int status = anf__akn_note_value(&r->at, anf_inquiry_add_link(r->at.inquiry, url), "link");
        if (status != ANF_OK)
            return status;
    }
    return anf__akn_open_status(r, ANF__AKN_SKIP);
}

enum { CONTACT_NAME, CONTACT_EMAIL, CONTACT_ORGANIZATION, CONTACT_LINES };

static int
end_contact(struct anf__akn_reader *r)
{
    int status = hold(&r->held, NULL);
    if (status != ANF_OK)
        return status;
    struct anf_contact contact = {
        ANF_CONTACT_INIT,
        .name = r->held.items[CONTACT_NAME],
        .email = r->held.items[CONTACT_EMAIL],
        .organization = r->held.items[CONTACT_ORGANIZATION],
        .address = (const char *const *)&r->held.items[CONTACT_LINES],
    };
    return anf__akn_note_value(&r->at, anf_inquiry_add_contact(r->at.inquiry, &contact), "contact");
}

static int
start_contact(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    static const char *const names[] = {"name", "email", "organization", NULL};
    int status = hold_attributes(r, element, names);
    if (status != ANF_OK)
        return status;
    struct anf__akn_frame *frame = anf__akn_open(r, ANF__AKN_CONTACT);
    if (!frame)
        return ANF_ERR_LIMIT;
    frame->end = end_contact;
    return ANF_OK;
}

static int
end_line(struct anf__akn_reader *r)
{
    return r->length ? hold(&r->held, r->text) : ANF_OK;
}

static int
start_line(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__akn_collect(r, end_line);
}

static int
start_provenance(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    int status = set_fields(r, anf__akn_provenance_fields, element);
    return status == ANF_OK ? anf__akn_open_status(r, ANF__AKN_PROVENANCE) : status;
}

/* Up to the first text that cannot be copied. */
static int
copy(const char *text, char **ret_copy)
{
    *ret_copy = text ? strdup(text) : NULL;
    return text && !*ret_copy ? ANF_ERR_NOMEM : ANF_OK;
}

static int
start_repair(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    if (r->repair_count == r->repair_room) {
        size_t room = r->repair_room ? r->repair_room * 2 : 8;
        struct anf__akn_repair *grown = realloc(r->repairs, room * sizeof *grown);
        if (!grown)
            return ANF_ERR_NOMEM;
        r->repairs = grown;
        r->repair_room = room;
    }
    struct anf__akn_repair *repair = &r->repairs[r->repair_count++];
    memset(repair, 0, sizeof *repair);
    const char *ref = anf__xml_value(element, "ref");
    int status = copy(anf__xml_value(element, "kind"), &repair->kind);
    if (status == ANF_OK)
        status = copy(anf__xml_value(element, "was"), &repair->was);
    if (status == ANF_OK)
        status = copy(anf__xml_value(element, "now"), &repair->now);
    if (status == ANF_OK)
        status = copy(ref && ref[0] == '#' ? ref + 1 : NULL, &repair->ref);
    return status == ANF_OK ? anf__akn_open_status(r, ANF__AKN_SKIP) : status;
}

/* 0 for what is no number, as for what is not there. */
static uint32_t
number_of(const char *value)
{
    uint64_t number = 0;
    for (; value && *value; ++value) {
        if (*value < '0' || *value > '9')
            return 0;
        number = number * 10 + (uint64_t)(*value - '0');
        if (number > UINT32_MAX)
            return 0;
    }
    return (uint32_t)number;
}

enum { EVIDENCE_FIELD, EVIDENCE_RULE, EVIDENCE_VALUE };

static int
end_evidence(struct anf__akn_reader *r)
{
    r->evidence.rule = r->held.items[EVIDENCE_RULE];
    r->evidence.value = r->held.items[EVIDENCE_VALUE];
    r->evidence.words = r->text;
    r->evidence.field = anf_field_from_name(r->held.items[EVIDENCE_FIELD]);
    int status = r->evidence.field ? anf_inquiry_add_evidence(r->at.inquiry, &r->evidence)
                                   : ANF_ERR_MODEL;
    return anf__akn_note_value(&r->at, status, "evidence");
}

static int
start_evidence(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    static const char *const names[] = {"field", "rule", "value", NULL};
    const char *block = anf__xml_value(element, "block");
    r->evidence = (struct anf_evidence){
        ANF_EVIDENCE_INIT,
        .rejected = (uint32_t)is_true(anf__xml_value(element, "rejected")),
        .line = number_of(anf__xml_value(element, "line")),
        .column = number_of(anf__xml_value(element, "column")),
        .block = block ? number_of(block) : UINT32_MAX,
    };
    int status = hold_attributes(r, element, names);
    return status == ANF_OK ? anf__akn_collect(r, end_evidence) : status;
}

static int
end_discarded(struct anf__akn_reader *r)
{
    struct anf_discarded discarded = {ANF_DISCARDED_INIT, .reason = r->held.items[0],
                                      .text = r->text};
    return anf__akn_note_value(&r->at, anf_inquiry_add_discarded(r->at.inquiry, &discarded),
                               "discarded");
}

static int
start_discarded(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    static const char *const names[] = {"reason", NULL};
    int status = hold_attributes(r, element, names);
    return status == ANF_OK ? anf__akn_collect(r, end_discarded) : status;
}

void
anf__akn_unwrap(char *text, const char *unwanted)
{
    while ((text = strpbrk(text, unwanted)))
        *text = ' ';
}

static int
end_title(struct anf__akn_reader *r)
{
    anf__akn_unwrap(r->text, "\n\t");
    return set_field(r, ANF_FIELD_TITLE, r->text);
}

static int
start_title(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    if (anf_inquiry_get(r->at.inquiry, ANF_FIELD_TITLE))
        return anf__akn_open_status(r, ANF__AKN_SKIP);
    return anf__akn_collect(r, end_title);
}

/* The one view that people change by hand. */
static int
end_number(struct anf__akn_reader *r)
{
    const char *number = anf_inquiry_get(r->at.inquiry, ANF_FIELD_REFERENCE);
    if (!number)
        number = anf_inquiry_get(r->at.inquiry, ANF_FIELD_ANSWER_REFERENCE);
    if (!number || strcmp(number, r->text) != 0)
        anf_call_report(r->at.call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_VIEWS_DIFFER, NULL,
                        r->at.line, r->at.column,
                        "docNumber differs from the reference that counts, in proprietary");
    return ANF_OK;
}

static int
start_number(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__akn_collect(r, end_number);
}

#define AKN ANF__AKN_NAMESPACE
#define OWN ANF__AKN_OWN_NAMESPACE

const struct anf__akn_rule anf__akn_meta_rules[] = {
    {ANF__AKN_META, AKN, "classification", start_keywords},
    {ANF__AKN_META, AKN, "proprietary", start_proprietary},
    {ANF__AKN_KEYWORDS, AKN, "keyword", start_keyword},
    {ANF__AKN_PROPRIETARY, OWN, "anfrage", start_fields},
    {ANF__AKN_PROPRIETARY, OWN, "askers", start_askers},
    {ANF__AKN_PROPRIETARY, OWN, "answerers", start_answerers},
    {ANF__AKN_PROPRIETARY, OWN, "links", start_links},
    {ANF__AKN_PROPRIETARY, OWN, "contact", start_contact},
    {ANF__AKN_PROPRIETARY, OWN, "provenance", start_provenance},
    {ANF__AKN_PROPRIETARY, OWN, "evidence", start_evidence},
    {ANF__AKN_PROPRIETARY, OWN, "discarded", start_discarded},
    {ANF__AKN_ASKERS, OWN, "asker", start_asker},
    {ANF__AKN_ANSWERERS, OWN, "answerer", start_answerer},
    {ANF__AKN_LINKS, OWN, "other", start_other_link},
    {ANF__AKN_CONTACT, OWN, "line", start_line},
    {ANF__AKN_PROVENANCE, OWN, "repair", start_repair},
    {ANF__AKN_PREFACE, AKN, "docTitle", start_title},
    {ANF__AKN_PREFACE, AKN, "docNumber", start_number},
    {ANF__AKN_SKIP, NULL, NULL, NULL},
};

void
anf__akn_free_meta(struct anf__akn_reader *r)
{
    for (size_t i = 0; i < r->repair_count; ++i) {
        free(r->repairs[i].kind);
        free(r->repairs[i].was);
        free(r->repairs[i].now);
        free(r->repairs[i].ref);
    }
    free(r->repairs);
    free(r->targets);
    clear_lines(&r->held);
    free((void *)r->held.items);
}
