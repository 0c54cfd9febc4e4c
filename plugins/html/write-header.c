/* write-header.c: what stands above the content: the head of the paper, the title, who asks whom,
 * the facts. Elements whose text is the value of a field say so, and are read back. */
#include "write.h"

#include "words.h"

#include <string.h>

/* --- values --- */

static void
start_field(struct anf__html_writer *w, const char *name, const char *path)
{
    anf__html_out_format(&w->out, "<%s data-anf=\"field\" data-anf-key=\"%s\"", name, path);
}

static void
write_value(struct anf__html_writer *w, const char *name, const char *path, const char *value)
{
    start_field(w, name, path);
    anf__markup_puts(&w->out, ">");
    anf__markup_string(&w->out, value);
    anf__html_out_format(&w->out, "</%s>", name);
}

void
anf__html_write_field(struct anf__html_writer *w, const char *path, int field)
{
    const char *value = anf_inquiry_get(w->inquiry, field);
    if (value)
        write_value(w, "span", path, value);
}

/* What people call the value, and the value for machines. */
static void
write_word(struct anf__html_writer *w, const char *path, int field, const char *word)
{
    const char *value = anf_inquiry_get(w->inquiry, field);
    start_field(w, "span", path);
    anf__markup_attribute(&w->out, "data-anf-value", value);
    anf__markup_puts(&w->out, ">");
    anf__markup_string(&w->out, word ? word : value);
    anf__markup_puts(&w->out, "</span>");
}

static void
write_date(struct anf__html_writer *w, const char *path, int field)
{
    const char *value = anf_inquiry_get(w->inquiry, field);
    if (!value)
        return;
    start_field(w, "time", path);
    anf__markup_attribute(&w->out, "datetime", value);
    anf__markup_puts(&w->out, ">");
    anf__markup_string(&w->out, anf__words_date(value).text);
    anf__markup_puts(&w->out, "</time>");
}

void
anf__html_write_url(struct anf__html_writer *w, const char *path, const char *url)
{
    if (path)
        start_field(w, "a", path);
    else
        anf__markup_puts(&w->out, "<a");
    anf__markup_puts(&w->out, " class=\"url\"");
    anf__html_write_href(w, url);
    anf__markup_puts(&w->out, ">");
    anf__markup_string(&w->out, url);
    anf__markup_puts(&w->out, "</a>");
}

void
anf__html_write_part(struct anf__html_writer *w, const char *key, const char *text)
{
    anf__html_out_format(&w->out, "<span data-anf=\"part\" data-anf-key=\"%s\">", key);
    anf__markup_string(&w->out, text);
    anf__markup_puts(&w->out, "</span>");
}

/* --- the head of the paper --- */

static void
write_issuer(struct anf__html_writer *w)
{
    const char *parliament = anf_inquiry_get(w->inquiry, ANF_FIELD_PARLIAMENT);
    const char *name = anf__words_parliament(w->call, parliament);
    int has_term = anf_inquiry_get(w->inquiry, ANF_FIELD_TERM) != NULL;
    if (!parliament && !has_term)
        return;
    anf__markup_puts(&w->out, "<p class=\"issuer\">");
    if (parliament) {
        anf__markup_puts(&w->out, "<b>");
        write_word(w, "parliament", ANF_FIELD_PARLIAMENT, name);
        anf__markup_puts(&w->out, "</b>");
    }
    if (has_term) {
        anf__markup_puts(&w->out, parliament ? "<br/>\n" : "");
        anf__html_write_field(w, "term", ANF_FIELD_TERM);
        anf__markup_puts(&w->out, ". Wahlperiode");
    }
    anf__markup_puts(&w->out, "</p>\n");
}

static void
write_number(struct anf__html_writer *w)
{
    int has_reference = anf_inquiry_get(w->inquiry, ANF_FIELD_REFERENCE) != NULL;
    int has_date = anf_inquiry_get(w->inquiry, ANF_FIELD_PUBLISHED) != NULL;
    if (!has_reference && !has_date)
        return;
    anf__markup_puts(&w->out, "<p class=\"number\">");
    if (has_reference) {
        anf__markup_puts(&w->out, "Drucksache <b>");
        anf__html_write_field(w, "reference", ANF_FIELD_REFERENCE);
        anf__markup_puts(&w->out, "</b>");
    }
    anf__markup_puts(&w->out, has_reference && has_date ? "<br/>\n" : "");
    write_date(w, "published", ANF_FIELD_PUBLISHED);
    anf__markup_puts(&w->out, "</p>\n");
}

static void
write_masthead(struct anf__html_writer *w)
{
    static const int shown[] = {ANF_FIELD_PARLIAMENT, ANF_FIELD_TERM, ANF_FIELD_REFERENCE,
                                ANF_FIELD_PUBLISHED};
    int found = 0;
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        found |= anf_inquiry_get(w->inquiry, shown[i]) != NULL;
    if (!found)
        return;
    anf__markup_puts(&w->out, "<div class=\"masthead\">\n");
    write_issuer(w);
    write_number(w);
    anf__markup_puts(&w->out, "</div>\n");
}

/* A paragraph that is a name and no more. */
static void
write_kind(struct anf__html_writer *w)
{
    const char *kind = anf__words_kind(w->call, anf_inquiry_get(w->inquiry, ANF_FIELD_KIND));
    int has_label = anf_inquiry_get(w->inquiry, ANF_FIELD_KIND_LABEL) != NULL;
    if (!kind && !has_label)
        return;
    anf__markup_puts(&w->out, "<p class=\"kind\">");
    if (has_label)
        anf__html_write_field(w, "kind_label", ANF_FIELD_KIND_LABEL);
    else
        write_word(w, "kind", ANF_FIELD_KIND, kind);
    anf__markup_puts(&w->out, "</p>\n");
}

void
anf__html_write_title(struct anf__html_writer *w)
{
    const char *title = anf_inquiry_get(w->inquiry, ANF_FIELD_TITLE);
    const char *label = anf_inquiry_get(w->inquiry, ANF_FIELD_KIND_LABEL);
    const char *kind = anf__words_kind(w->call, anf_inquiry_get(w->inquiry, ANF_FIELD_KIND));
    const char *reference = anf_inquiry_get(w->inquiry, ANF_FIELD_REFERENCE);
    if (title) {
        anf__markup_string(&w->out, title);
        return;
    }
    anf__markup_string(&w->out, label ? label : kind ? kind : "Parlamentarische Anfrage");
    if (reference) {
        anf__markup_puts(&w->out, " ");
        anf__markup_string(&w->out, reference);
    }
}

static void
write_headline(struct anf__html_writer *w)
{
    const char *title = anf_inquiry_get(w->inquiry, ANF_FIELD_TITLE);
    if (title) {
        write_value(w, "h1", "title", title);
    } else {
        anf__markup_puts(&w->out, "<h1>");
        anf__html_write_title(w);
        anf__markup_puts(&w->out, "</h1>");
    }
    anf__markup_puts(&w->out, "\n");
}

/* --- facts --- */

static void
start_fact(struct anf__html_writer *w, const char *label)
{
    anf__html_out_format(&w->out, "<div><dt>%s</dt><dd>", label);
}

static void
end_fact(struct anf__html_writer *w)
{
    anf__markup_puts(&w->out, "</dd></div>\n");
}

/* "Dr. Bernd Muster (SPD), Sprecher für Digitales, Landesregierung". A group is often called by
 * its party: then its name says both. */
static void
write_actor(struct anf__html_writer *w, const struct anf_actor *actor)
{
    int same = actor->name && actor->party && strcmp(actor->name, actor->party) == 0;
    anf__markup_puts(&w->out, "<li data-anf=\"entry\"");
    anf__markup_attribute(&w->out, "data-anf-group", actor->group ? "true" : NULL);
    anf__markup_attribute(&w->out, "data-anf-same", same ? "party" : NULL);
    anf__markup_puts(&w->out, ">");
    const char *between = "";
    if (actor->name) {
        anf__html_write_part(w, "name", actor->name);
        between = ", ";
    }
    if (actor->party && !same) {
        anf__markup_puts(&w->out, actor->name ? " (" : "");
        anf__html_write_part(w, "party", actor->party);
        anf__markup_puts(&w->out, actor->name ? ")" : "");
        between = ", ";
    }
    if (actor->role) {
        anf__markup_puts(&w->out, between);
        anf__html_write_part(w, "role", actor->role);
        between = ", ";
    }
    if (actor->organization) {
        anf__markup_puts(&w->out, between);
        anf__html_write_part(w, "organization", actor->organization);
    }
    anf__markup_puts(&w->out, "</li>\n");
}

typedef const struct anf_actor *actor_fn(const struct anf_inquiry *inquiry, size_t index);

static void
write_actors(struct anf__html_writer *w, const char *label, const char *key, actor_fn *actor,
             int more)
{
    const struct anf_actor *next = actor(w->inquiry, 0);
    if (!next)
        return;
    start_fact(w, label);
    anf__html_out_format(&w->out, "<ul role=\"list\" data-anf=\"list\" data-anf-key=\"%s\">\n",
                         key);
    for (size_t i = 0; (next = actor(w->inquiry, i)); i++)
        write_actor(w, next);
    if (more)
        anf__markup_puts(&w->out, "<li data-anf=\"more\">und weitere</li>\n");
    anf__markup_puts(&w->out, "</ul>");
    end_fact(w);
}

static void
write_fact(struct anf__html_writer *w, const char *label, const char *path, int field)
{
    if (!anf_inquiry_get(w->inquiry, field))
        return;
    start_fact(w, label);
    anf__html_write_field(w, path, field);
    end_fact(w);
}

static void
write_day(struct anf__html_writer *w, const char *label, const char *path, int field)
{
    if (!anf_inquiry_get(w->inquiry, field))
        return;
    start_fact(w, label);
    write_date(w, path, field);
    end_fact(w);
}

static void
write_document(struct anf__html_writer *w)
{
    const char *document = anf_inquiry_get(w->inquiry, ANF_FIELD_DOCUMENT);
    if (!document)
        return;
    start_fact(w, "Dokumentart");
    write_word(w, "document", ANF_FIELD_DOCUMENT, anf__words_document(document));
    end_fact(w);
}

static void
write_link(struct anf__html_writer *w, const char *label, const char *path, int field)
{
    const char *url = anf_inquiry_get(w->inquiry, field);
    if (!url)
        return;
    start_fact(w, label);
    anf__html_write_url(w, path, url);
    end_fact(w);
}

static void
write_subjects(struct anf__html_writer *w)
{
    const char *subject = anf_inquiry_subject(w->inquiry, 0);
    if (!subject)
        return;
    start_fact(w, "Themen");
    anf__markup_puts(&w->out, "<ul class=\"subjects\" role=\"list\" data-anf=\"list\" "
                              "data-anf-key=\"subjects\">\n");
    for (size_t i = 0; (subject = anf_inquiry_subject(w->inquiry, i)); i++) {
        anf__markup_puts(&w->out, "<li data-anf=\"line\">");
        anf__markup_string(&w->out, subject);
        anf__markup_puts(&w->out, "</li>\n");
    }
    anf__markup_puts(&w->out, "</ul>");
    end_fact(w);
}

static void
write_other_links(struct anf__html_writer *w)
{
    const char *url = anf_inquiry_link(w->inquiry, 0);
    if (!url)
        return;
    start_fact(w, "Weitere Verweise");
    anf__markup_puts(&w->out,
                     "<ul role=\"list\" data-anf=\"list\" data-anf-key=\"links.other\">\n");
    for (size_t i = 0; (url = anf_inquiry_link(w->inquiry, i)); i++) {
        anf__markup_puts(&w->out, "<li data-anf=\"line\">");
        anf__html_write_url(w, NULL, url);
        anf__markup_puts(&w->out, "</li>\n");
    }
    anf__markup_puts(&w->out, "</ul>");
    end_fact(w);
}

static void
write_facts(struct anf__html_writer *w)
{
    anf__markup_puts(&w->out, "<dl class=\"facts\">\n");
    write_document(w);
    write_actors(w, "Fragestellende", "askers", anf_inquiry_asker,
                 anf_inquiry_more_askers(w->inquiry));
    write_actors(w, "Beantwortet von", "answerers", anf_inquiry_answerer, 0);
    write_day(w, "Gestellt am", "asked", ANF_FIELD_ASKED);
    write_day(w, "Beantwortet am", "answered", ANF_FIELD_ANSWERED);
    write_fact(w, "Drucksache der Antwort", "answer_reference", ANF_FIELD_ANSWER_REFERENCE);
    write_fact(w, "Nummer der Anfrage", "inquiry_number", ANF_FIELD_INQUIRY_NUMBER);
    write_fact(w, "Stand", "status", ANF_FIELD_STATUS);
    write_subjects(w);
    write_link(w, "Dokument", "links.document", ANF_FIELD_LINK_DOCUMENT);
    write_link(w, "Dokument der Antwort", "links.answer", ANF_FIELD_LINK_ANSWER);
    write_other_links(w);
    anf__markup_puts(&w->out, "</dl>\n");
}

static int
has_facts(const struct anf_inquiry *inquiry)
{
    static const int shown[] = {ANF_FIELD_DOCUMENT,       ANF_FIELD_ASKED,
                                ANF_FIELD_ANSWERED,       ANF_FIELD_ANSWER_REFERENCE,
                                ANF_FIELD_INQUIRY_NUMBER, ANF_FIELD_STATUS,
                                ANF_FIELD_LINK_DOCUMENT,  ANF_FIELD_LINK_ANSWER};
    int found = anf_inquiry_asker(inquiry, 0) || anf_inquiry_answerer(inquiry, 0) ||
                anf_inquiry_subject(inquiry, 0) || anf_inquiry_link(inquiry, 0);
    for (size_t i = 0; i < sizeof shown / sizeof *shown; i++)
        found |= anf_inquiry_get(inquiry, shown[i]) != NULL;
    return found;
}

void
anf__html_write_header(struct anf__html_writer *w)
{
    anf__markup_puts(&w->out, "<header>\n");
    write_masthead(w);
    write_kind(w);
    write_headline(w);
    if (has_facts(w->inquiry))
        write_facts(w);
    anf__markup_puts(&w->out, "</header>\n");
}
