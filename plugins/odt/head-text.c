/* head-text.c: fields in words. */
#include "head-text.h"

#include "words.h"

#include <string.h>

const struct anf__odt_field_label anf__odt_row_labels[] = {
    {ANF_FIELD_ASKERS, "Fragestellende"},
    {ANF_FIELD_ASKED, "Gestellt am"},
    {ANF_FIELD_ANSWERERS, "Antwort von"},
    {ANF_FIELD_ANSWER_REFERENCE, "Drucksache der Antwort"},
    {ANF_FIELD_ANSWERED, "Beantwortet am"},
    {ANF_FIELD_PUBLISHED, "Veröffentlicht am"},
    {ANF_FIELD_STATUS, "Stand"},
    {ANF_FIELD_DOCUMENT, "Dokument"},
    {ANF_FIELD_SUBJECTS, "Themen"},
    {ANF_FIELD_LANGUAGE, "Sprache"},
    {0, NULL},
};

const struct anf__odt_field_label anf__odt_line_labels[] = {
    {ANF_FIELD_LINK_DOCUMENT, "Dokument: "},
    {ANF_FIELD_LINK_ANSWER, "Antwort: "},
    {ANF_FIELD_LINK_SOURCE, "Quelle: "},
    {ANF_FIELD_LINKS_OTHER, "Siehe auch: "},
    {ANF_FIELD_RIGHTS, "© "},
    {ANF_FIELD_CONTACTS, "Kontakt: "},
    {0, NULL},
};

const char *
anf__odt_label_of(const struct anf__odt_field_label *labels, int field)
{
    while (labels->field && labels->field != field)
        labels++;
    return labels->label;
}

static void
put(struct anf__markup_out *out, const char *text)
{
    anf__markup_raw(out, text, strlen(text));
}

static void
put_between(struct anf__markup_out *out, const char *separator, const char *text)
{
    if (!text)
        return;
    put(out, separator);
    put(out, text);
}

void
anf__odt_paper_text(const struct anf_call *call, const struct anf_inquiry *inquiry,
                    struct anf__markup_out *out)
{
    const char *code = anf_inquiry_get(inquiry, ANF_FIELD_PARLIAMENT);
    const char *parliament = anf__words_parliament(call, code);
    const char *term = anf_inquiry_get(inquiry, ANF_FIELD_TERM);
    put_between(out, "", parliament ? parliament : code);
    put_between(out, code ? " · " : "", term);
    put(out, term ? ANF__ODT_TERM : "");
    put_between(out, "\t" ANF__ODT_PAPER, anf_inquiry_get(inquiry, ANF_FIELD_REFERENCE));
}

void
anf__odt_kind_text(const struct anf_call *call, const struct anf_inquiry *inquiry,
                   struct anf__markup_out *out)
{
    const char *label = anf_inquiry_get(inquiry, ANF_FIELD_KIND_LABEL);
    if (!label)
        label = anf__words_kind(call, anf_inquiry_get(inquiry, ANF_FIELD_KIND));
    put_between(out, "", label);
    put_between(out, label ? " " : "", anf_inquiry_get(inquiry, ANF_FIELD_INQUIRY_NUMBER));
}

/* Two parts in brackets, of which either may be absent. */
static void
put_brackets(struct anf__markup_out *out, const char *one, const char *other)
{
    if (!one && !other)
        return;
    put_between(out, " (", one ? one : other);
    if (one)
        put_between(out, ", ", other);
    put(out, ")");
}

void
anf__odt_actor_text(struct anf__markup_out *out, const struct anf_actor *actor, int answers)
{
    const char *name = actor->name ? actor->name : actor->organization;
    if (answers && actor->organization)
        name = actor->organization;
    name = name ? name : actor->party;
    const char *party = actor->party && strcmp(actor->party, name) != 0 ? actor->party : NULL;
    if (actor->group && party && strstr(name, party)) /* "Fraktion der SPD" says it */
        party = NULL;
    const char *person = actor->name && strcmp(actor->name, name) != 0 ? actor->name : NULL;
    const char *organization = actor->organization && strcmp(actor->organization, name) != 0
                                   ? actor->organization
                                   : NULL;
    put(out, actor->group && !strchr(name, ' ') ? "Fraktion " : "");
    put(out, name);
    put_brackets(out, person ? person : party, actor->role);
    put_between(out, ", ", person ? party : NULL);
    put_between(out, ", ", organization);
}

void
anf__odt_subjects_text(struct anf__markup_out *out, const struct anf_inquiry *inquiry)
{
    const char *subject;
    for (size_t i = 0; (subject = anf_inquiry_subject(inquiry, i)) != NULL; i++)
        put_between(out, i ? ANF__ODT_SUBJECTS_END : "", subject);
}

void
anf__odt_contact_text(struct anf__markup_out *out, const struct anf_contact *contact)
{
    const char *const *address = contact->address;
    const char *separator = "";
    put_between(out, separator, contact->name);
    separator = contact->name ? ", " : "";
    put_between(out, separator, contact->organization);
    separator = contact->name || contact->organization ? ", " : "";
    for (; address && *address; address++) {
        put_between(out, separator, *address);
        separator = ", ";
    }
    put_between(out, separator, contact->email);
}
