/* write-references.c: the things that the document refers to: bodies, people, roles, concepts,
 * events. Only what is referred to, or known, is there. */
#include "write.h"

/* One TLC element but for its href. */
static void
start_thing(struct anf__akn_writer *w, const char *element, const char *eid)
{
    anf__akn_out_start(&w->out, element);
    anf__markup_attribute(&w->out.markup, "eId", eid);
}

static void
end_thing(struct anf__akn_writer *w, const char *element, const char *shown)
{
    anf__markup_attribute(&w->out.markup, "showAs", shown);
    anf__akn_out_end(&w->out, element);
}

/* One whose href is a path and a last part, after a slash. */
static void
write_thing(struct anf__akn_writer *w, const char *element, const char *eid, const char *path,
            const char *last, const char *shown)
{
    start_thing(w, element, eid);
    anf__markup_attribute_format(&w->out.markup, "href", "/ontology/%s/%s", path, last);
    end_thing(w, element, shown);
}

/* One that belongs to a place, a parliament or a country. */
static void
write_local(struct anf__akn_writer *w, const char *element, const char *eid, const char *path,
            const char *place, const char *last, const char *shown)
{
    start_thing(w, element, eid);
    anf__markup_attribute_format(&w->out.markup, "href", "/ontology/%s/%s/%s", path, place, last);
    end_thing(w, element, shown);
}

/* "A, B und andere", or what stands for those who are not known. */
static void
show_askers(struct anf__akn_writer *w)
{
    struct anf__akn_counts counts = {0};
    const struct anf_actor *asker;
    anf__markup_attribute_start(&w->out.markup, "showAs");
    for (size_t i = 0; (asker = anf_inquiry_asker(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_asks(&counts, asker);
        anf__markup_value(&w->out.markup, i ? ", " : "");
        anf__markup_value(&w->out.markup, anf__akn_who_name(&who));
    }
    if (!w->view.has_askers)
        anf__markup_value(&w->out.markup, "Fragestellende");
    else if (anf_inquiry_more_askers(w->inquiry))
        anf__markup_value(&w->out.markup, " und andere");
    anf__markup_attribute_end(&w->out.markup);
}

static void
show_answerers(struct anf__akn_writer *w)
{
    struct anf__akn_counts counts = {0};
    const struct anf_actor *answerer;
    anf__markup_attribute_start(&w->out.markup, "showAs");
    for (size_t i = 0; (answerer = anf_inquiry_answerer(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_answers(&counts, answerer);
        anf__markup_value(&w->out.markup, i ? "; " : "");
        anf__markup_value(&w->out.markup, anf__akn_who_name(&who));
    }
    if (!w->view.has_answerers)
        anf__markup_value(&w->out.markup, "Antwortende");
    anf__markup_attribute_end(&w->out.markup);
}

static void
write_bodies(struct anf__akn_writer *w)
{
    static const char organization[] = "TLCOrganization";
    const struct anf__akn_view *view = &w->view;
    if (view->parliament)
        write_local(w, organization, "parlament", "organization", view->country, view->chamber.text,
                    view->parliament);
    start_thing(w, organization, "fragestellende");
    anf__markup_attribute_format(&w->out.markup, "href",
                                 "/ontology/organization/%s/fragestellende/%s", view->place,
                                 view->number_slug.text);
    show_askers(w);
    anf__akn_out_end(&w->out, organization);
    if (!view->names_answerers)
        return;
    start_thing(w, organization, "antwortende");
    anf__markup_attribute_format(&w->out.markup, "href", "/ontology/organization/%s/antwortende/%s",
                                 view->country, view->number_slug.text);
    show_answerers(w);
    anf__akn_out_end(&w->out, organization);
}

static void
write_groups(struct anf__akn_writer *w)
{
    struct anf__akn_counts counts = {0};
    const struct anf_actor *asker;
    for (size_t i = 0; (asker = anf_inquiry_asker(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_asks(&counts, asker);
        if (!who.body.text[0])
            continue;
        struct anf__akn_slug slug = anf__akn_slug(asker->party ? asker->party : who.body_name,
                                                  who.body.text);
        start_thing(w, "TLCOrganization", who.body.text);
        anf__markup_attribute_format(&w->out.markup, "href",
                                     "/ontology/organization/%s/fraktion/%s", w->view.place,
                                     slug.text);
        end_thing(w, "TLCOrganization", who.body_name);
    }
}

static void
write_offices(struct anf__akn_writer *w)
{
    struct anf__akn_counts counts = {0};
    const struct anf_actor *answerer;
    for (size_t i = 0; (answerer = anf_inquiry_answerer(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_answers(&counts, answerer);
        if (who.body.text[0])
            write_local(w, "TLCOrganization", who.body.text, "organization", w->view.country,
                        anf__akn_slug(who.body_name, who.body.text).text, who.body_name);
    }
}

static void
write_person(struct anf__akn_writer *w, const struct anf__akn_who *who, const char *place)
{
    if (who->person.text[0])
        write_local(w, "TLCPerson", who->person.text, "person", place,
                    anf__akn_slug_of_person(who->person_name, who->person.text).text,
                    who->person_name);
}

static void
write_persons(struct anf__akn_writer *w)
{
    struct anf__akn_counts counts = {0};
    const struct anf_actor *actor;
    for (size_t i = 0; (actor = anf_inquiry_asker(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_asks(&counts, actor);
        write_person(w, &who, w->view.place);
    }
    for (size_t i = 0; (actor = anf_inquiry_answerer(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_answers(&counts, actor);
        write_person(w, &who, w->view.country);
    }
}

static void
write_roles(struct anf__akn_writer *w)
{
    static const char path[] = "role/de";
    if (w->view.parliament)
        write_thing(w, "TLCRole", "herausgeber", path, "herausgeber", "Herausgeber");
    write_thing(w, "TLCRole", "fragesteller", path, "fragesteller", "Fragesteller");
    if (w->view.names_answerers)
        write_thing(w, "TLCRole", "antwortgeber", path, "antwortgeber", "Antwortgeber");
    write_thing(w, "TLCRole", "bearbeiter", path, "bearbeiter", "Umwandlung");
}

static void
write_concepts(struct anf__akn_writer *w)
{
    const char *kind = anf_inquiry_get(w->inquiry, ANF_FIELD_KIND);
    const char *status = anf_inquiry_get(w->inquiry, ANF_FIELD_STATUS);
    if (kind)
        write_thing(w, "TLCConcept", kind, "concept/de/vorgangstyp", kind, w->view.kind_label);
    if (status)
        write_thing(w, "TLCConcept", "status", "concept/de/beratungsstand",
                    anf__akn_slug(status, "status").text, status);
}

static void
write_events(struct anf__akn_writer *w)
{
    static const char path[] = "event/de";
    const struct anf_inquiry *inquiry = w->inquiry;
    const char *term = anf_inquiry_get(inquiry, ANF_FIELD_TERM);
    if (anf_inquiry_get(inquiry, ANF_FIELD_ASKED))
        write_thing(w, "TLCEvent", "gestellt", path, "gestellt", "gestellt");
    if (anf_inquiry_get(inquiry, ANF_FIELD_ANSWERED) || w->view.answers_reference)
        write_thing(w, "TLCEvent", "beantwortet", path, "beantwortet", "beantwortet");
    if (anf_inquiry_get(inquiry, ANF_FIELD_PUBLISHED))
        write_thing(w, "TLCEvent", "veroeffentlicht", path, "veroeffentlicht", "veröffentlicht");
    if (!term)
        return;
    start_thing(w, "TLCEvent", "wahlperiode");
    anf__markup_attribute_format(&w->out.markup, "href", "/ontology/event/%s/wahlperiode/%s",
                                 w->view.place, term);
    anf__markup_attribute_format(&w->out.markup, "showAs", "%s. Wahlperiode", term);
    anf__akn_out_end(&w->out, "TLCEvent");
}

static void
write_thesaurus(struct anf__akn_writer *w)
{
    if (!anf_inquiry_subject(w->inquiry, 0))
        return;
    start_thing(w, "TLCReference", "schlagwoerter");
    anf__markup_attribute(&w->out.markup, "name", "thesaurus");
    anf__markup_attribute(&w->out.markup, "href", "/ontology/concept/de/schlagwoerter/frei");
    end_thing(w, "TLCReference", "Freie Schlagwörter");
}

void
anf__akn_write_references(struct anf__akn_writer *w)
{
    anf__akn_out_start(&w->out, "references");
    anf__markup_attribute(&w->out.markup, "source", "#libanfrage");
    write_bodies(w);
    write_groups(w);
    write_offices(w);
    write_thing(w, "TLCOrganization", "libanfrage", "organization/software", "libanfrage",
                "libanfrage");
    write_persons(w);
    write_roles(w);
    write_concepts(w);
    write_events(w);
    write_thesaurus(w);
    anf__akn_out_end(&w->out, "references");
}
