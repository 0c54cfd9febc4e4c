/* view.c: an inquiry as the public parts of a document show it. */
#include "view.h"

#include "words.h"

#include <stdio.h>
#include <string.h>

static void
set_place(struct anf__akn_view *view, const struct anf_call *call)
{
    const char *code = anf_inquiry_get(view->inquiry, ANF_FIELD_PARLIAMENT);
    const char *chamber = anf_call_phrase(call, "chamber", code);
    view->parliament = anf__words_parliament(call, code);
    if (view->parliament)
        view->chamber = anf__akn_slug(chamber ? chamber : view->parliament, "parlament");
    snprintf(view->country, sizeof view->country, "%s", code ? code : "zz");
    for (char *c = view->country; *c; ++c) {
        if (*c >= 'A' && *c <= 'Z')
            *c = (char)(*c - 'A' + 'a');
    }
    snprintf(view->place, sizeof view->place, "%s%s%s", view->country, view->parliament ? "/" : "",
             view->chamber.text);
}

/* The number that the file knows the work by; what has none is known by its source's bytes, and
 * what has no source either by the SHA-256 of nothing. */
static void
set_number(struct anf__akn_view *view)
{
    enum { DIGITS = 12 };
    const char *reference = anf_inquiry_get(view->inquiry, ANF_FIELD_REFERENCE);
    const char *answer = anf_inquiry_get(view->inquiry, ANF_FIELD_ANSWER_REFERENCE);
    const char *sha256 = anf_inquiry_get(view->inquiry, ANF_FIELD_SHA256);
    char otherwise[DIGITS + 3];
    snprintf(otherwise, sizeof otherwise, "x-%.12s", sha256 ? sha256 : "e3b0c44298fc");
    view->number = reference ? reference : answer;
    view->number_slug = anf__akn_slug(view->number ? view->number : "", otherwise);
    view->answers_reference = reference && answer && strcmp(reference, answer) != 0;
}

static void
set_date(struct anf__akn_view *view)
{
    static const struct {
        int field;
        const char *name;
    } dates[] = {
        {ANF_FIELD_PUBLISHED, "veroeffentlicht"},
        {ANF_FIELD_ANSWERED, "beantwortet"},
        {ANF_FIELD_ASKED, "gestellt"},
    };
    view->date = ANF__AKN_NO_DATE;
    view->date_name = ANF__AKN_NO_DATE_NAME;
    for (size_t i = sizeof dates / sizeof *dates; i-- > 0;) {
        const char *date = anf_inquiry_get(view->inquiry, dates[i].field);
        if (date) {
            view->date = date;
            view->date_name = dates[i].name;
        }
    }
}

/* Questions stand in sections, and sections in nothing but sections. */
static int
has_exchange(const struct anf_node *parent)
{
    for (const struct anf_node *n = anf_node_first(parent); n; n = anf_node_next(n)) {
        if (anf_node_role(n) == ANF_ROLE_EXCHANGE)
            return 1;
        if (anf_node_kind(n) == ANF_NODE_SECTION && has_exchange(n))
            return 1;
    }
    return 0;
}

/* Exchanges at the top stand in questions; so does nothing at all. */
static int
has_questions(const struct anf_node *content)
{
    const struct anf_node *n = anf_node_first(content);
    int is_empty = !n;
    while (n && anf_node_role(n) != ANF_ROLE_EXCHANGE)
        n = anf_node_next(n);
    return is_empty || n;
}

void
anf__akn_view_init(struct anf__akn_view *view, const struct anf_call *call,
                   const struct anf_inquiry *inquiry)
{
    memset(view, 0, sizeof *view);
    view->inquiry = inquiry;
    set_place(view, call);
    set_number(view);
    set_date(view);
    const char *kind = anf_inquiry_get(inquiry, ANF_FIELD_KIND);
    const char *label = anf_inquiry_get(inquiry, ANF_FIELD_KIND_LABEL);
    view->subtype = kind ? kind : "anfrage";
    view->kind_label = label ? label : anf__words_kind(call, kind);
    view->language = anf__akn_language(anf_inquiry_get(inquiry, ANF_FIELD_LANGUAGE));
    view->has_askers = anf_inquiry_asker(inquiry, 0) != NULL;
    view->has_answerers = anf_inquiry_answerer(inquiry, 0) != NULL;
    view->has_questions = has_questions(anf_inquiry_content(inquiry));
    view->names_answerers = view->has_answerers || anf_inquiry_get(inquiry, ANF_FIELD_ANSWERED) ||
                            has_exchange(anf_inquiry_content(inquiry));
}

static struct anf__akn_eid_text
next_eid(const char *prefix, unsigned *count)
{
    struct anf__akn_eid_text eid;
    snprintf(eid.text, sizeof eid.text, "%s-%u", prefix, ++*count);
    return eid;
}

static const char *
name_of_body(const struct anf_actor *actor)
{
    if (actor->organization)
        return actor->organization;
    return actor->name ? actor->name : actor->party;
}

struct anf__akn_who
anf__akn_who_asks(struct anf__akn_counts *counts, const struct anf_actor *asker)
{
    struct anf__akn_who who = {{""}, {""}, NULL, NULL};
    if (asker->name && !asker->group) {
        who.person = next_eid("person", &counts->persons);
        who.person_name = asker->name;
    } else {
        who.body = next_eid("fraktion", &counts->groups);
        who.body_name = asker->name ? asker->name : name_of_body(asker);
    }
    return who;
}

struct anf__akn_who
anf__akn_who_answers(struct anf__akn_counts *counts, const struct anf_actor *answerer)
{
    struct anf__akn_who who = {{""}, {""}, NULL, NULL};
    int is_person = answerer->name && !answerer->group;
    if (is_person) {
        who.person = next_eid("person", &counts->persons);
        who.person_name = answerer->name;
    }
    if (answerer->organization || !is_person) {
        who.body = next_eid("ressort", &counts->offices);
        who.body_name = name_of_body(answerer);
    }
    return who;
}

const char *
anf__akn_who_eid(const struct anf__akn_who *who)
{
    return who->body.text[0] ? who->body.text : who->person.text;
}

const char *
anf__akn_who_name(const struct anf__akn_who *who)
{
    return who->body_name ? who->body_name : who->person_name;
}
