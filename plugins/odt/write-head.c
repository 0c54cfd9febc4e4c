/* write-head.c: the fields, as people look for them: above the content who asks whom about what and
 * when, below it where the papers are. */
#include "write.h"

#include "words.h"

#include <string.h>

static const char *
get(const struct anf__odt_writer *w, int field)
{
    return anf_inquiry_get(w->inquiry, field);
}

static void
put_between(struct anf__odt_writer *w, const char *separator, const char *text)
{
    if (!text)
        return;
    anf__odt_puts(w, separator);
    anf__odt_puts(w, text);
}

static void
show_frame(struct anf__odt_writer *w)
{
    anf__odt_show(w, NULL, ANF__ODT_SHOWS_FRAME);
}

/* --- the lines above the title --- */

#define PAPER "Drucksache "

/* "Landtag Nordrhein-Westfalen · 18. Wahlperiode", and on the right "Drucksache 18/14241". The
 * field that the line stands for is the latter: a person who edits the line edits the number. */
static void
write_paper(struct anf__odt_writer *w)
{
    const char *code = get(w, ANF_FIELD_PARLIAMENT);
    const char *parliament = anf__words_parliament(w->call, code);
    const char *term = get(w, ANF_FIELD_TERM);
    const char *reference = get(w, ANF_FIELD_REFERENCE);
    if (!code && !term && !reference)
        return;
    anf__odt_show_field(w, ANF_FIELD_REFERENCE, 0);
    anf__odt_start_paragraph(w, "text:p", ANF__ODT_STYLE_PAPER);
    put_between(w, "", parliament ? parliament : code);
    put_between(w, code ? " · " : "", term);
    if (term)
        anf__odt_puts(w, ". Wahlperiode");
    put_between(w, "\t" PAPER, reference);
    anf__odt_end(&w->out, "text:p");
}

/* "Kleine Anfrage 5441" */
static void
write_kind(struct anf__odt_writer *w)
{
    const char *kind = anf__words_kind(w->call, get(w, ANF_FIELD_KIND));
    const char *label = get(w, ANF_FIELD_KIND_LABEL);
    const char *number = get(w, ANF_FIELD_INQUIRY_NUMBER);
    label = label ? label : kind;
    if (!label && !number)
        return;
    anf__odt_show_field(w, ANF_FIELD_KIND_LABEL, 0);
    anf__odt_start_paragraph(w, "text:p", ANF__ODT_STYLE_SUBTITLE);
    put_between(w, "", label);
    put_between(w, label ? " " : "", number);
    anf__odt_end(&w->out, "text:p");
}

static void
write_title(struct anf__odt_writer *w)
{
    const char *title = get(w, ANF_FIELD_TITLE);
    if (!title)
        return;
    anf__odt_show_field(w, ANF_FIELD_TITLE, 0);
    anf__odt_put_line(w, ANF__ODT_STYLE_TITLE, title);
}

/* --- the table of fields --- */

static void
start_row(struct anf__odt_writer *w, const char *label)
{
    show_frame(w);
    anf__odt_start(&w->out, "table:table-row");
    show_frame(w);
    anf__odt_start(&w->out, "table:table-cell");
    anf__odt_attribute(&w->out, "table:style-name", "Kopffeld");
    anf__odt_attribute(&w->out, "office:value-type", "string");
    show_frame(w);
    anf__odt_put_line(w, ANF__ODT_STYLE_FIELD_NAME, label);
    anf__odt_end(&w->out, "table:table-cell");
    show_frame(w);
    anf__odt_start(&w->out, "table:table-cell");
    anf__odt_attribute(&w->out, "table:style-name", "Kopffeld");
    anf__odt_attribute(&w->out, "office:value-type", "string");
}

static void
end_row(struct anf__odt_writer *w)
{
    anf__odt_end(&w->out, "table:table-cell");
    anf__odt_end(&w->out, "table:table-row");
}

static void
write_value(struct anf__odt_writer *w, int field, const char *text)
{
    anf__odt_show_field(w, field, 0);
    anf__odt_put_line(w, ANF__ODT_STYLE_FIELD_VALUE, text);
}

static void
write_row(struct anf__odt_writer *w, const char *label, int field, const char *value)
{
    if (!value)
        return;
    start_row(w, label);
    write_value(w, field, value);
    end_row(w);
}

static void
write_date(struct anf__odt_writer *w, const char *label, int field)
{
    const char *iso = get(w, field);
    if (!iso)
        return;
    struct anf__words_date date = anf__words_date(iso);
    write_row(w, label, field, date.text);
}

/* Two parts in brackets, of which either may be absent. */
static void
put_brackets(struct anf__odt_writer *w, const char *one, const char *other)
{
    if (!one && !other)
        return;
    put_between(w, " (", one ? one : other);
    if (one)
        put_between(w, ", ", other);
    anf__odt_puts(w, ")");
}

/* "Angela Freimuth (FDP, Sprecherin für Digitales)", "Fraktion der FDP" */
static void
put_actor(struct anf__odt_writer *w, const struct anf_actor *actor, int answers)
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
    anf__odt_show_field(w, answers ? ANF_FIELD_ANSWERERS : ANF_FIELD_ASKERS, 0);
    anf__odt_start_paragraph(w, "text:p", ANF__ODT_STYLE_FIELD_VALUE);
    if (actor->group && !strchr(name, ' '))
        anf__odt_puts(w, "Fraktion ");
    anf__odt_puts(w, name);
    put_brackets(w, person ? person : party, actor->role);
    put_between(w, ", ", person ? party : NULL);
    put_between(w, ", ", organization);
    anf__odt_end(&w->out, "text:p");
}

static void
write_askers(struct anf__odt_writer *w)
{
    const struct anf_actor *asker = anf_inquiry_asker(w->inquiry, 0);
    int more = anf_inquiry_more_askers(w->inquiry);
    if (!asker && !more)
        return;
    start_row(w, "Fragestellende");
    for (size_t i = 0; (asker = anf_inquiry_asker(w->inquiry, i)) != NULL; i++)
        put_actor(w, asker, 0);
    if (more)
        write_value(w, ANF_FIELD_MORE_ASKERS, "und weitere");
    end_row(w);
}

static void
write_answerers(struct anf__odt_writer *w)
{
    const struct anf_actor *answerer = anf_inquiry_answerer(w->inquiry, 0);
    if (!answerer)
        return;
    start_row(w, "Antwort von");
    for (size_t i = 0; (answerer = anf_inquiry_answerer(w->inquiry, i)) != NULL; i++)
        put_actor(w, answerer, 1);
    end_row(w);
}

static void
write_subjects(struct anf__odt_writer *w)
{
    const char *subject = anf_inquiry_subject(w->inquiry, 0);
    if (!subject)
        return;
    start_row(w, "Themen");
    anf__odt_show_field(w, ANF_FIELD_SUBJECTS, 0);
    anf__odt_start_paragraph(w, "text:p", ANF__ODT_STYLE_FIELD_VALUE);
    for (size_t i = 0; (subject = anf_inquiry_subject(w->inquiry, i)) != NULL; i++)
        put_between(w, i ? "; " : "", subject);
    anf__odt_end(&w->out, "text:p");
    end_row(w);
}

static void
write_rows(struct anf__odt_writer *w)
{
    const char *language = get(w, ANF_FIELD_LANGUAGE);
    const char *document = get(w, ANF_FIELD_DOCUMENT);
    write_askers(w);
    write_date(w, "Gestellt am", ANF_FIELD_ASKED);
    write_answerers(w);
    write_row(w, "Drucksache der Antwort", ANF_FIELD_ANSWER_REFERENCE,
              get(w, ANF_FIELD_ANSWER_REFERENCE));
    write_date(w, "Beantwortet am", ANF_FIELD_ANSWERED);
    write_date(w, "Veröffentlicht am", ANF_FIELD_PUBLISHED);
    write_row(w, "Stand", ANF_FIELD_STATUS, get(w, ANF_FIELD_STATUS));
    write_row(w, "Dokument", ANF_FIELD_DOCUMENT, anf__words_document(document));
    write_subjects(w);
    if (language && strcmp(language, "de") != 0)
        write_row(w, "Sprache", ANF_FIELD_LANGUAGE, language);
}

/* What holds fields is taken back where there are none. */
struct begun {
    size_t length;
    size_t shown;
    int tag_is_open;
    size_t empty;
};

static struct begun
begin_frame(struct anf__odt_writer *w, const char *element, const char *name_attribute,
            const char *style_attribute, const char *style)
{
    struct begun begun = {.length = w->out.length,
                          .shown = w->origins ? w->origins->count : 0,
                          .tag_is_open = w->out.tag_is_open};
    show_frame(w);
    anf__odt_start(&w->out, element);
    anf__odt_attribute(&w->out, name_attribute, ANF__ODT_SECTION_HEAD);
    anf__odt_attribute(&w->out, style_attribute, style);
    begun.empty = w->out.length;
    return begun;
}

static void
end_frame(struct anf__odt_writer *w, const struct begun *begun, const char *element)
{
    if (w->out.length > begun->empty) {
        anf__odt_end(&w->out, element);
        return;
    }
    w->out.length = begun->length;
    w->out.tag_is_open = begun->tag_is_open;
    if (w->origins)
        w->origins->count = begun->shown;
}

static void
write_table(struct anf__odt_writer *w)
{
    struct begun begun = begin_frame(w, "table:table", "table:name", "table:style-name", "Kopf");
    anf__odt_raw(&w->out, "<table:table-column table:style-name=\"Kopfspalte1\"/>"
                          "<table:table-column table:style-name=\"Kopfspalte2\"/>");
    begun.empty = w->out.length;
    write_rows(w);
    end_frame(w, &begun, "table:table");
}

void
anf__odt_write_head(struct anf__odt_writer *w)
{
    struct begun begun = begin_frame(w, "text:section", "text:name", "text:style-name",
                                     "Abschnitt");
    write_paper(w);
    write_kind(w);
    write_title(w);
    write_table(w);
    end_frame(w, &begun, "text:section");
}

/* --- below the content --- */

static void
start_line(struct anf__odt_writer *w, int field, const char *label)
{
    int first = w->out.tag_is_open; /* of the section */
    anf__odt_show_field(w, field, strlen(label));
    anf__odt_start_paragraph(w, "text:p", first ? ANF__ODT_STYLE_TAIL_FIRST : ANF__ODT_STYLE_TAIL);
    anf__odt_puts(w, label);
}

static void
write_url(struct anf__odt_writer *w, int field, const char *label, const char *url)
{
    if (!url)
        return;
    start_line(w, field, label);
    anf__odt_put_link(w, url, url);
    anf__odt_end(&w->out, "text:p");
}

static void
write_contact(struct anf__odt_writer *w, const struct anf_contact *contact)
{
    const char *separator = "";
    const char *const *address = contact->address;
    start_line(w, ANF_FIELD_CONTACTS, "Kontakt: ");
    put_between(w, separator, contact->name);
    separator = contact->name ? ", " : "";
    put_between(w, separator, contact->organization);
    separator = contact->name || contact->organization ? ", " : "";
    for (; address && *address; address++) {
        put_between(w, separator, *address);
        separator = ", ";
    }
    put_between(w, separator, contact->email);
    anf__odt_end(&w->out, "text:p");
}

static void
write_lines(struct anf__odt_writer *w)
{
    const char *url;
    const struct anf_contact *contact;
    write_url(w, ANF_FIELD_LINK_DOCUMENT, "Dokument: ", get(w, ANF_FIELD_LINK_DOCUMENT));
    write_url(w, ANF_FIELD_LINK_ANSWER, "Antwort: ", get(w, ANF_FIELD_LINK_ANSWER));
    write_url(w, ANF_FIELD_LINK_SOURCE, "Quelle: ", get(w, ANF_FIELD_LINK_SOURCE));
    for (size_t i = 0; (url = anf_inquiry_link(w->inquiry, i)) != NULL; i++)
        write_url(w, ANF_FIELD_LINKS_OTHER, "Siehe auch: ", url);
    if (get(w, ANF_FIELD_RIGHTS)) {
        start_line(w, ANF_FIELD_RIGHTS, "© ");
        anf__odt_puts(w, get(w, ANF_FIELD_RIGHTS));
        anf__odt_end(&w->out, "text:p");
    }
    for (size_t i = 0; (contact = anf_inquiry_contact(w->inquiry, i)) != NULL; i++)
        write_contact(w, contact);
}

static int
has_lines(const struct anf__odt_writer *w)
{
    return get(w, ANF_FIELD_LINK_DOCUMENT) || get(w, ANF_FIELD_LINK_ANSWER) ||
           get(w, ANF_FIELD_LINK_SOURCE) || get(w, ANF_FIELD_RIGHTS) ||
           anf_inquiry_link(w->inquiry, 0) || anf_inquiry_contact(w->inquiry, 0);
}

void
anf__odt_write_tail(struct anf__odt_writer *w)
{
    if (!has_lines(w))
        return;
    show_frame(w);
    anf__odt_start(&w->out, "text:section");
    anf__odt_attribute(&w->out, "text:style-name", "Abschnitt");
    anf__odt_attribute(&w->out, "text:name", ANF__ODT_SECTION_TAIL);
    write_lines(w);
    anf__odt_end(&w->out, "text:section");
}
