/* write-preface.c: what a person reads before and after the content: title, people, number; links,
 * whom to ask, rights. */
#include "write.h"

#include "href.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void
open_prefix(struct anf__akn_writer *w, const char *name)
{
    int status = anf__akn_eids_open_prefix(w->eids, name);
    if (status != ANF_OK)
        anf__akn_fail(w, status);
    anf__akn_out_start(&w->out, name);
}

static void
close_prefix(struct anf__akn_writer *w, const char *name)
{
    anf__akn_out_end(&w->out, name);
    anf__akn_eids_close(w->eids);
}

static void
write_word(struct anf__akn_writer *w, enum anf__akn_eid element, const char *text)
{
    anf__akn_put_eid(w);
    anf__markup_string(&w->out.markup, text);
    anf__akn_end(w, element);
}

static void
write_title(struct anf__akn_writer *w, const char *title)
{
    anf__akn_start_plain(w, NULL, ANF__AKN_EID_LONG_TITLE);
    anf__akn_start_plain(w, NULL, ANF__AKN_EID_P);
    anf__akn_start(w, NULL, ANF__AKN_EID_DOC_TITLE, NULL);
    write_word(w, ANF__AKN_EID_DOC_TITLE, title);
    anf__akn_end(w, ANF__AKN_EID_P);
    anf__akn_end(w, ANF__AKN_EID_LONG_TITLE);
}

static void
write_proponents(struct anf__akn_writer *w)
{
    struct anf__akn_counts counts = {0};
    const struct anf_actor *asker;
    for (size_t i = 0; (asker = anf_inquiry_asker(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_asks(&counts, asker);
        if (i)
            anf__markup_string(&w->out.markup, ", ");
        anf__akn_start(w, NULL, ANF__AKN_EID_DOC_PROPONENT, NULL);
        anf__markup_attribute(&w->out.markup, "as", "#fragesteller");
        anf__markup_attribute_format(&w->out.markup, "refersTo", "#%s", anf__akn_who_eid(&who));
        write_word(w, ANF__AKN_EID_DOC_PROPONENT, anf__akn_who_name(&who));
    }
    if (anf_inquiry_more_askers(w->inquiry))
        anf__markup_string(&w->out.markup, " und anderen");
}

/* "Kleine Anfrage von A, B und anderen" */
static void
write_kind_and_askers(struct anf__akn_writer *w)
{
    const char *kind = anf_inquiry_get(w->inquiry, ANF_FIELD_KIND);
    const char *label = w->view.kind_label;
    if (!label && !w->view.has_askers)
        return;
    anf__akn_start_plain(w, NULL, ANF__AKN_EID_P);
    if (label) {
        anf__akn_start(w, NULL, ANF__AKN_EID_DOC_TYPE, NULL);
        if (kind)
            anf__markup_attribute_format(&w->out.markup, "refersTo", "#%s", kind);
        write_word(w, ANF__AKN_EID_DOC_TYPE, label);
    }
    if (w->view.has_askers) {
        anf__markup_string(&w->out.markup, label ? " von " : "Von ");
        write_proponents(w);
    }
    anf__akn_end(w, ANF__AKN_EID_P);
}

/* "Drucksache 18/13987, 18. Wahlperiode, Beantwortet" */
static void
write_number_term_status(struct anf__akn_writer *w)
{
    const char *number = w->view.number;
    const char *term = anf_inquiry_get(w->inquiry, ANF_FIELD_TERM);
    const char *status = anf_inquiry_get(w->inquiry, ANF_FIELD_STATUS);
    if (!number && !term && !status)
        return;
    anf__akn_start_plain(w, NULL, ANF__AKN_EID_P);
    if (number) {
        anf__markup_string(&w->out.markup, "Drucksache ");
        anf__akn_start(w, NULL, ANF__AKN_EID_DOC_NUMBER, NULL);
        write_word(w, ANF__AKN_EID_DOC_NUMBER, number);
    }
    if (term) {
        anf__markup_string(&w->out.markup, number ? ", " : "");
        anf__akn_start(w, NULL, ANF__AKN_EID_LEGISLATURE, NULL);
        anf__markup_attribute(&w->out.markup, "value", term);
        anf__markup_attribute(&w->out.markup, "refersTo", "#wahlperiode");
        anf__akn_put_eid(w);
        anf__markup_string(&w->out.markup, term);
        anf__markup_string(&w->out.markup, ". Wahlperiode");
        anf__akn_end(w, ANF__AKN_EID_LEGISLATURE);
    }
    if (status) {
        anf__markup_string(&w->out.markup, number || term ? ", " : "");
        anf__akn_start(w, NULL, ANF__AKN_EID_DOC_STATUS, NULL);
        write_word(w, ANF__AKN_EID_DOC_STATUS, status);
    }
    anf__akn_end(w, ANF__AKN_EID_P);
}

void
anf__akn_write_preface(struct anf__akn_writer *w)
{
    const char *title = anf_inquiry_get(w->inquiry, ANF_FIELD_TITLE);
    if (!title && !w->view.kind_label && !w->view.has_askers && !w->view.number &&
        !anf_inquiry_get(w->inquiry, ANF_FIELD_TERM) &&
        !anf_inquiry_get(w->inquiry, ANF_FIELD_STATUS))
        return;
    open_prefix(w, "preface");
    if (title)
        write_title(w, title);
    write_kind_and_askers(w);
    write_number_term_status(w);
    close_prefix(w, "preface");
}

static void
start_container(struct anf__akn_writer *w, const char *name)
{
    anf__akn_start(w, NULL, ANF__AKN_EID_CONTAINER, NULL);
    anf__markup_attribute(&w->out.markup, "name", name);
    anf__akn_put_eid(w);
}

/* Only a view, so the exact address is not kept beside it. */
static void
write_anchor(struct anf__akn_writer *w, const char *url, const char *shown)
{
    char *changed = NULL;
    int status = anf__href(url, &changed);
    if (status != ANF_OK)
        anf__akn_fail(w, status);
    anf__akn_start(w, NULL, ANF__AKN_EID_A, NULL);
    anf__markup_attribute(&w->out.markup, "href", changed ? changed : url);
    write_word(w, ANF__AKN_EID_A, shown);
    free(changed);
}

static void
write_link(struct anf__akn_writer *w, const char *url, const char *number, const char *suffix,
           const char *otherwise)
{
    char *shown = NULL;
    if (!url)
        return;
    if (number && asprintf(&shown, "Drucksache %s%s", number, suffix) < 0) {
        anf__akn_fail(w, ANF_ERR_NOMEM);
        shown = NULL;
    }
    anf__akn_start_plain(w, NULL, ANF__AKN_EID_P);
    write_anchor(w, url, shown ? shown : otherwise);
    anf__akn_end(w, ANF__AKN_EID_P);
    free(shown);
}

static void
write_documents(struct anf__akn_writer *w)
{
    const char *document = anf_inquiry_get(w->inquiry, ANF_FIELD_LINK_DOCUMENT);
    const char *answer = anf_inquiry_get(w->inquiry, ANF_FIELD_LINK_ANSWER);
    if (!document && !answer)
        return;
    start_container(w, "dokumente");
    write_link(w, document, w->view.number, "", "Dokument");
    write_link(w, answer, anf_inquiry_get(w->inquiry, ANF_FIELD_ANSWER_REFERENCE), " (Antwort)",
               "Antwort");
    anf__akn_end(w, ANF__AKN_EID_CONTAINER);
}

static void
write_part(struct anf__akn_writer *w, unsigned *count, const char *text)
{
    if (!text)
        return;
    anf__markup_string(&w->out.markup, (*count)++ ? ", " : "");
    anf__markup_string(&w->out.markup, text);
}

static void
write_email(struct anf__akn_writer *w, unsigned *count, const char *email)
{
    char *url = NULL;
    if (!email)
        return;
    anf__markup_string(&w->out.markup, (*count)++ ? ", " : "");
    if (asprintf(&url, "mailto:%s", email) < 0) {
        anf__akn_fail(w, ANF_ERR_NOMEM);
        return;
    }
    write_anchor(w, url, email);
    free(url);
}

/* The first one; the others are addresses for other purposes. */
static void
write_contact(struct anf__akn_writer *w, const struct anf_contact *contact)
{
    unsigned count = 0;
    start_container(w, "kontakt");
    anf__akn_start_plain(w, NULL, ANF__AKN_EID_P);
    write_part(w, &count, contact->name);
    write_email(w, &count, contact->email);
    write_part(w, &count, contact->organization);
    for (size_t i = 0; contact->address && contact->address[i]; ++i)
        write_part(w, &count, contact->address[i]);
    anf__akn_end(w, ANF__AKN_EID_P);
    anf__akn_end(w, ANF__AKN_EID_CONTAINER);
}

static void
write_rights(struct anf__akn_writer *w, const char *rights)
{
    static const char sign[] = "©";
    start_container(w, "rechte");
    anf__akn_start_plain(w, NULL, ANF__AKN_EID_P);
    if (strncmp(rights, sign, sizeof sign - 1) != 0)
        anf__markup_string(&w->out.markup, "© ");
    anf__markup_string(&w->out.markup, rights);
    anf__akn_end(w, ANF__AKN_EID_P);
    anf__akn_end(w, ANF__AKN_EID_CONTAINER);
}

void
anf__akn_write_conclusions(struct anf__akn_writer *w)
{
    const struct anf_contact *contact = anf_inquiry_contact(w->inquiry, 0);
    const char *rights = anf_inquiry_get(w->inquiry, ANF_FIELD_RIGHTS);
    if (!anf_inquiry_get(w->inquiry, ANF_FIELD_LINK_DOCUMENT) &&
        !anf_inquiry_get(w->inquiry, ANF_FIELD_LINK_ANSWER) && !contact && !rights)
        return;
    open_prefix(w, "conclusions");
    write_documents(w);
    if (contact)
        write_contact(w, contact);
    if (rights)
        write_rights(w, rights);
    close_prefix(w, "conclusions");
}
