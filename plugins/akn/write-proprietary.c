/* write-proprietary.c: every field once, under the name that it has in JSON, for our own reader. */
#include "write.h"

#include <stdio.h>

/* "#x" in an attribute that elsewhere refers to an eId would seem to refer to one; in our
 * namespace it does not. */
static void
put_value(struct anf__akn_writer *w, const char *name, const char *value)
{
    char qualified[24];
    snprintf(qualified, sizeof qualified, "anf:%s", name);
    anf__markup_attribute(&w->out.markup, value && value[0] == '#' ? qualified : name, value);
}

static void
put_fields(struct anf__akn_writer *w, const struct anf__akn_place *places)
{
    for (; places->name; ++places)
        put_value(w, places->name, anf_inquiry_get(w->inquiry, places->field));
}

static int
has_fields(const struct anf__akn_writer *w, const struct anf__akn_place *places)
{
    for (; places->name; ++places) {
        if (anf_inquiry_get(w->inquiry, places->field))
            return 1;
    }
    return 0;
}

static void
write_actor(struct anf__akn_writer *w, const char *element, const struct anf_actor *actor,
            const struct anf__akn_who *who)
{
    anf__akn_out_start(&w->out, element);
    anf__markup_attribute(&w->out.markup, "name", actor->name);
    anf__markup_attribute(&w->out.markup, "party", actor->party);
    anf__markup_attribute(&w->out.markup, "role", actor->role);
    anf__markup_attribute(&w->out.markup, "organization", actor->organization);
    anf__markup_attribute(&w->out.markup, "group", actor->group ? "true" : NULL);
    anf__markup_attribute_format(&w->out.markup, "ref", "#%s", anf__akn_who_eid(who));
    anf__akn_out_end(&w->out, element);
}

static void
write_askers(struct anf__akn_writer *w, struct anf__akn_counts *counts)
{
    const struct anf_actor *asker;
    int more = anf_inquiry_more_askers(w->inquiry);
    if (!w->view.has_askers && !more)
        return;
    anf__akn_out_start(&w->out, "anf:askers");
    anf__markup_attribute(&w->out.markup, "more", more ? "true" : NULL);
    for (size_t i = 0; (asker = anf_inquiry_asker(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_asks(counts, asker);
        write_actor(w, "anf:asker", asker, &who);
    }
    anf__akn_out_end(&w->out, "anf:askers");
}

static void
write_answerers(struct anf__akn_writer *w, struct anf__akn_counts *counts)
{
    const struct anf_actor *answerer;
    if (!w->view.has_answerers)
        return;
    anf__akn_out_start(&w->out, "anf:answerers");
    for (size_t i = 0; (answerer = anf_inquiry_answerer(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_answers(counts, answerer);
        write_actor(w, "anf:answerer", answerer, &who);
    }
    anf__akn_out_end(&w->out, "anf:answerers");
}

static void
write_links(struct anf__akn_writer *w)
{
    const char *url;
    if (!has_fields(w, anf__akn_link_fields) && !anf_inquiry_link(w->inquiry, 0))
        return;
    anf__akn_out_start(&w->out, "anf:links");
    put_fields(w, anf__akn_link_fields);
    for (size_t i = 0; (url = anf_inquiry_link(w->inquiry, i)); ++i) {
        anf__akn_out_start(&w->out, "anf:other");
        put_value(w, "href", url);
        anf__akn_out_end(&w->out, "anf:other");
    }
    anf__akn_out_end(&w->out, "anf:links");
}

static void
write_contacts(struct anf__akn_writer *w)
{
    const struct anf_contact *contact;
    for (size_t i = 0; (contact = anf_inquiry_contact(w->inquiry, i)); ++i) {
        anf__akn_out_start(&w->out, "anf:contact");
        anf__markup_attribute(&w->out.markup, "name", contact->name);
        anf__markup_attribute(&w->out.markup, "email", contact->email);
        anf__markup_attribute(&w->out.markup, "organization", contact->organization);
        for (size_t j = 0; contact->address && contact->address[j]; ++j) {
            anf__akn_out_start_line(&w->out, "anf:line");
            anf__markup_string(&w->out.markup, contact->address[j]);
            anf__akn_out_end_line(&w->out, "anf:line");
        }
        anf__akn_out_end(&w->out, "anf:contact");
    }
}

static void
write_repairs(struct anf__akn_writer *w)
{
    const struct anf_repair *repair;
    for (size_t i = 0; (repair = anf_inquiry_repair(w->inquiry, i)); ++i) {
        const char *ref = anf__akn_ref(w, repair->node);
        anf__akn_out_start(&w->out, "anf:repair");
        anf__markup_attribute(&w->out.markup, "kind", repair->kind);
        anf__markup_attribute(&w->out.markup, "was", repair->was);
        anf__markup_attribute(&w->out.markup, "now", repair->now);
        if (ref)
            anf__markup_attribute_format(&w->out.markup, "ref", "#%s", ref);
        anf__akn_out_end(&w->out, "anf:repair");
    }
}

static void
write_provenance(struct anf__akn_writer *w)
{
    if (!has_fields(w, anf__akn_provenance_fields) && !anf_inquiry_repair(w->inquiry, 0))
        return;
    anf__akn_out_start(&w->out, "anf:provenance");
    put_fields(w, anf__akn_provenance_fields);
    write_repairs(w);
    anf__akn_out_end(&w->out, "anf:provenance");
}

static void
put_number(struct anf__akn_writer *w, const char *name, uint32_t number)
{
    anf__markup_attribute_format(&w->out.markup, name, "%u", (unsigned)number);
}

static void
write_evidence(struct anf__akn_writer *w)
{
    const struct anf_evidence *evidence;
    for (size_t i = 0; (evidence = anf_inquiry_evidence(w->inquiry, i)); ++i) {
        anf__akn_out_start_line(&w->out, "anf:evidence");
        anf__markup_attribute(&w->out.markup, "field", anf_field_name(evidence->field));
        anf__markup_attribute(&w->out.markup, "rule", evidence->rule);
        anf__markup_attribute(&w->out.markup, "value", evidence->value);
        anf__markup_attribute(&w->out.markup, "rejected", evidence->rejected ? "true" : NULL);
        anf__markup_attribute(&w->out.markup, "member", evidence->member);
        if (evidence->block != UINT32_MAX)
            put_number(w, "block", evidence->block);
        if (evidence->line)
            put_number(w, "line", evidence->line);
        if (evidence->column)
            put_number(w, "column", evidence->column);
        anf__markup_string(&w->out.markup, evidence->words ? evidence->words : "");
        anf__akn_out_end_line(&w->out, "anf:evidence");
    }
}

static void
write_discarded(struct anf__akn_writer *w)
{
    const struct anf_discarded *discarded;
    for (size_t i = 0; (discarded = anf_inquiry_discarded(w->inquiry, i)); ++i) {
        anf__akn_out_start_line(&w->out, "anf:discarded");
        anf__markup_attribute(&w->out.markup, "reason", discarded->reason);
        anf__markup_string(&w->out.markup, discarded->text ? discarded->text : "");
        anf__akn_out_end_line(&w->out, "anf:discarded");
    }
}

void
anf__akn_write_proprietary(struct anf__akn_writer *w)
{
    struct anf__akn_counts counts = {0};
    anf__akn_out_start(&w->out, "proprietary");
    anf__markup_attribute(&w->out.markup, "source", "#libanfrage");
    anf__markup_attribute(&w->out.markup, "xmlns:anf", ANF__AKN_OWN_NAMESPACE);
    anf__akn_out_start(&w->out, "anf:anfrage");
    anf__markup_attribute(&w->out.markup, "schema", ANF__AKN_SCHEMA);
    put_fields(w, anf__akn_main_fields);
    anf__akn_out_end(&w->out, "anf:anfrage");
    write_askers(w, &counts);
    write_answerers(w, &counts);
    write_links(w);
    write_contacts(w);
    write_provenance(w);
    if (anf_call_option_bool(w->call, "evidence", 0))
        write_evidence(w);
    if (anf_call_option_bool(w->call, "discarded", 0))
        write_discarded(w);
    anf__akn_out_end(&w->out, "proprietary");
}
