/* head.c: what stands above the content (title, who asks, papers, dates, links) and below it
 * (rights, contact). */
#include "words.h"
#include "writer.h"

#include <string.h>

static const char *
get(const struct anf__plain_writer *writer, int field)
{
    return anf_inquiry_get(writer->inquiry, field);
}

/* Write the line that was put together, and begin the next; an empty one is none. */
static void
end_line(struct anf__plain_writer *writer, struct anf__plain_buffer *line)
{
    if (line->length)
        anf__plain_paragraph(writer->layout, line->data, line->length);
    line->length = 0;
}

static void
add_between(struct anf__plain_buffer *line, const char *separator, const char *text)
{
    if (!text)
        return;
    anf__plain_puts(line, separator);
    anf__plain_puts(line, text);
}

/* Two parts in brackets, of which either may be absent. */
static void
add_brackets(struct anf__plain_buffer *line, const char *one, const char *other)
{
    if (!one && !other)
        return;
    anf__plain_puts(line, " (");
    anf__plain_puts(line, one ? one : other);
    if (one)
        add_between(line, ", ", other);
    anf__plain_puts(line, ")");
}

/* "Angela Freimuth (FDP, Sprecherin für Digitales)"; of a group, its party says no more. */
static void
add_asker(struct anf__plain_buffer *line, const struct anf_actor *asker)
{
    const char *name = asker->name           ? asker->name
                       : asker->organization ? asker->organization
                                             : asker->party;
    const char *party = asker->party && strcmp(name, asker->party) != 0 ? asker->party : NULL;
    if (asker->group && asker->name && !party)
        anf__plain_puts(line, "Fraktion ");
    anf__plain_puts(line, name);
    add_brackets(line, party, asker->role);
}

/* "Kleine Anfrage 5441 von Angela Freimuth (FDP), Franziska Müller-Rech (FDP) und anderen" */
static void
write_askers(struct anf__plain_writer *writer, struct anf__plain_buffer *line)
{
    const char *kind = anf__words_kind(writer->call, get(writer, ANF_FIELD_KIND));
    const char *label = get(writer, ANF_FIELD_KIND_LABEL);
    const char *number = get(writer, ANF_FIELD_INQUIRY_NUMBER);
    const struct anf_actor *asker = anf_inquiry_asker(writer->inquiry, 0);
    if (kind && label && strcmp(kind, label) != 0)
        anf__plain_lose(writer, ANF__PLAIN_LOSS_KIND);
    if (!kind && !label && !number && !asker)
        return;
    anf__plain_puts(line, label ? label : kind ? kind : "Anfrage");
    add_between(line, " ", number);
    for (size_t i = 0; (asker = anf_inquiry_asker(writer->inquiry, i)) != NULL; i++) {
        anf__plain_puts(line, i ? ", " : " von ");
        add_asker(line, asker);
    }
    if (anf_inquiry_more_askers(writer->inquiry))
        anf__plain_puts(line,
                        anf_inquiry_asker(writer->inquiry, 0) ? " und anderen" : " von mehreren");
    anf__plain_space(writer->layout);
    end_line(writer, line);
}

static void
write_parliament(struct anf__plain_writer *writer, struct anf__plain_buffer *line)
{
    const char *code = get(writer, ANF_FIELD_PARLIAMENT);
    const char *name = anf__words_parliament(writer->call, code);
    const char *term = get(writer, ANF_FIELD_TERM);
    add_between(line, "", name ? name : code);
    add_between(line, code ? ", " : "", term);
    if (term)
        anf__plain_puts(line, ". Wahlperiode");
    end_line(writer, line);
}

/* A line "label value", where there is a value. */
static void
write_value(struct anf__plain_writer *writer, struct anf__plain_buffer *line, const char *label,
            const char *value)
{
    add_between(line, label, value);
    end_line(writer, line);
}

/* "Gestellt am 12.05.2025": the parts of an ISO 8601 date the other way round. */
static void
write_date(struct anf__plain_writer *writer, struct anf__plain_buffer *line, const char *label,
           int field)
{
    enum { YEAR = 4, MONTH = 5, DAY = 8, TWO = 2 }; /* where they stand in "2025-05-12" */
    const char *date = get(writer, field);
    if (!date)
        return;
    anf__plain_puts(line, label);
    anf__plain_add(line, date + DAY, TWO);
    anf__plain_puts(line, ".");
    anf__plain_add(line, date + MONTH, TWO);
    anf__plain_puts(line, ".");
    anf__plain_add(line, date, YEAR);
    end_line(writer, line);
}

/* "Beantwortet durch: Ministerium des Innern (Erika Beispiel, Ministerin); …" */
static void
write_answerers(struct anf__plain_writer *writer, struct anf__plain_buffer *line)
{
    const struct anf_actor *actor;
    for (size_t i = 0; (actor = anf_inquiry_answerer(writer->inquiry, i)) != NULL; i++) {
        anf__plain_puts(line, i ? "; " : "Beantwortet durch: ");
        if (actor->organization) {
            anf__plain_puts(line, actor->organization);
            add_brackets(line, actor->name, actor->role);
        } else {
            anf__plain_puts(line, actor->name ? actor->name : actor->party);
            add_brackets(line, actor->role, NULL);
        }
    }
    end_line(writer, line);
}

static void
write_subjects(struct anf__plain_writer *writer, struct anf__plain_buffer *line)
{
    const char *subject;
    for (size_t i = 0; (subject = anf_inquiry_subject(writer->inquiry, i)) != NULL; i++)
        add_between(line, i ? "; " : "Themen: ", subject);
    end_line(writer, line);
}

static void
write_papers(struct anf__plain_writer *writer, struct anf__plain_buffer *line)
{
    const char *language = get(writer, ANF_FIELD_LANGUAGE);
    anf__plain_space(writer->layout);
    write_parliament(writer, line);
    write_value(writer, line, "Drucksache ", get(writer, ANF_FIELD_REFERENCE));
    write_value(writer, line, "Drucksache der Antwort: ", get(writer, ANF_FIELD_ANSWER_REFERENCE));
    write_value(writer, line, "Dokument: ", anf__words_document(get(writer, ANF_FIELD_DOCUMENT)));
    write_date(writer, line, "Gestellt am ", ANF_FIELD_ASKED);
    write_date(writer, line, "Beantwortet am ", ANF_FIELD_ANSWERED);
    write_date(writer, line, "Veröffentlicht am ", ANF_FIELD_PUBLISHED);
    write_answerers(writer, line);
    write_value(writer, line, "Stand: ", get(writer, ANF_FIELD_STATUS));
    write_subjects(writer, line);
    if (language && strcmp(language, "de") != 0) /* who reads the text sees that it is German */
        write_value(writer, line, "Sprache: ", language);
}

static void
write_links(struct anf__plain_writer *writer, struct anf__plain_buffer *line)
{
    const char *other;
    anf__plain_space(writer->layout);
    write_value(writer, line, "Link zum Dokument: ", get(writer, ANF_FIELD_LINK_DOCUMENT));
    write_value(writer, line, "Link zur Antwort: ", get(writer, ANF_FIELD_LINK_ANSWER));
    write_value(writer, line, "Link zur Seite: ", get(writer, ANF_FIELD_LINK_SOURCE));
    for (size_t i = 0; (other = anf_inquiry_link(writer->inquiry, i)) != NULL; i++)
        write_value(writer, line, "Weiterer Link: ", other);
}

void
anf__plain_write_head(struct anf__plain_writer *writer)
{
    struct anf__plain_buffer line = {0};
    size_t wrap = writer->layout->wrap;
    const char *title = get(writer, ANF_FIELD_TITLE);
    if (title)
        anf__plain_write_heading(writer, NULL, title, strlen(title), '=');
    write_askers(writer, &line);
    write_papers(writer, &line);
    writer->layout->wrap = 0; /* an address must stay in one piece */
    write_links(writer, &line);
    writer->layout->wrap = wrap;
    for (int field = ANF_FIELD_SOURCE; field <= ANF_FIELD_RETRIEVED; field++)
        if (get(writer, field))
            anf__plain_lose(writer, ANF__PLAIN_LOSS_PROVENANCE);
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

static void
write_contact(struct anf__plain_writer *writer, struct anf__plain_buffer *line,
              const struct anf_contact *contact)
{
    const char *const *address = contact->address;
    anf__plain_space(writer->layout);
    write_value(writer, line, "", contact->name);
    write_value(writer, line, "", contact->organization);
    for (; address && *address; address++)
        write_value(writer, line, "", *address);
    write_value(writer, line, "", contact->email);
}

void
anf__plain_write_foot(struct anf__plain_writer *writer)
{
    static const char contact_heading[] = "Kontakt";
    struct anf__plain_buffer line = {0};
    const struct anf_contact *contact;
    anf__plain_space(writer->layout);
    write_value(writer, &line, "© ", get(writer, ANF_FIELD_RIGHTS));
    for (size_t i = 0; (contact = anf_inquiry_contact(writer->inquiry, i)) != NULL; i++) {
        if (!i)
            anf__plain_write_heading(writer, NULL, contact_heading, sizeof contact_heading - 1,
                                     '-');
        write_contact(writer, &line, contact);
    }
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}
