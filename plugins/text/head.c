/* head.c: what stands above the content (title, who asks, papers, dates, links) and below it
 * (rights, contact).
 *
 * Names and numbers may hold anything. A line that tells several of them is only written where the
 * reader makes the same of it; otherwise each has a line of its own. */
#include "names.h"
#include "own.h"
#include "words.h"
#include "writer.h"

#include <string.h>

static const char *
get(const struct anf__plain_writer *writer, int field)
{
    return anf_inquiry_get(writer->inquiry, field);
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

/* A line "label value", where there is a value. */
static void
write_value(struct anf__plain_writer *writer, const char *label, const char *value)
{
    if (value)
        anf__plain_value(writer->layout, label, value);
}

/* --- does a line read back? --- */

static int
is_same(const char *a, const char *b)
{
    return a && b ? strcmp(a, b) == 0 : a == b;
}

typedef const struct anf_actor *actor_fn(const struct anf_inquiry *inquiry, size_t index);

static int
are_same_people(const struct anf_inquiry *a, const struct anf_inquiry *b, actor_fn *get_actor)
{
    for (size_t i = 0;; i++) {
        const struct anf_actor *one = get_actor(a, i), *other = get_actor(b, i);
        if (!one || !other)
            return one == other;
        if (one->group != other->group || !is_same(one->name, other->name) ||
            !is_same(one->party, other->party) || !is_same(one->role, other->role) ||
            !is_same(one->organization, other->organization))
            return 0;
    }
}

typedef int read_fn(struct anf_inquiry *inquiry, const char *text, size_t len);

/* What the reader makes of a line; NULL: nothing. */
static struct anf_inquiry *
read_back(struct anf__plain_writer *writer, read_fn *read, const struct anf__plain_buffer *line)
{
    struct anf_context *ctx = anf_context_new();
    struct anf_inquiry *back = anf_inquiry_new(ctx);
    int status = back && !line->failed ? read(back, line->data, line->length) : ANF_ERR_NOMEM;
    writer->failed |= status == ANF_ERR_NOMEM;
    anf_context_unref(ctx);
    return status == ANF_OK ? back : anf_inquiry_unref(back);
}

/* --- who asks --- */

/* "Angela Freimuth (FDP, Sprecherin für Digitales)"; of a group, its party says no more. */
static void
add_asker(struct anf__plain_buffer *line, const struct anf_actor *asker)
{
    const char *name = asker->name ? asker->name : "";
    const char *party = asker->party;
    if (asker->group && party && strcmp(name, party) == 0) {
        anf__plain_puts(line, "Fraktion ");
        party = NULL;
    }
    anf__plain_puts(line, name);
    add_brackets(line, party, asker->role);
}

static void
add_askers(struct anf__plain_writer *writer, struct anf__plain_buffer *line)
{
    const struct anf_actor *asker = anf_inquiry_asker(writer->inquiry, 0);
    int more = anf_inquiry_more_askers(writer->inquiry);
    if (!asker && !more)
        return;
    anf__plain_puts(line, line->length ? " von " : "Von ");
    for (size_t i = 0; (asker = anf_inquiry_asker(writer->inquiry, i)) != NULL; i++) {
        anf__plain_puts(line, i ? ", " : "");
        add_asker(line, asker);
    }
    if (more)
        anf__plain_puts(line, anf_inquiry_asker(writer->inquiry, 0) ? " und anderen" : "mehreren");
}

static int
reads_back(struct anf__plain_writer *writer, const struct anf__plain_buffer *line, int with_people)
{
    if (anf__plain_begins_head_line(writer->call, line->data, line->length))
        return 0;
    struct anf_inquiry *back = read_back(writer, anf__plain_read_headline, line);
    int same = back &&
               is_same(anf_inquiry_get(back, ANF_FIELD_KIND_LABEL),
                       get(writer, ANF_FIELD_KIND_LABEL)) &&
               is_same(anf_inquiry_get(back, ANF_FIELD_INQUIRY_NUMBER),
                       get(writer, ANF_FIELD_INQUIRY_NUMBER));
    if (same && with_people)
        same = anf_inquiry_more_askers(back) == anf_inquiry_more_askers(writer->inquiry) &&
               are_same_people(back, writer->inquiry, anf_inquiry_asker);
    else if (same)
        same = !anf_inquiry_asker(back, 0) && !anf_inquiry_more_askers(back);
    anf_inquiry_unref(back);
    return same;
}

/* "Kleine Anfrage 5441 von Angela Freimuth (FDP), Franziska Müller-Rech (FDP) und anderen" */
static void
write_asking(struct anf__plain_writer *writer, int *ret_labelled, int *ret_named)
{
    struct anf__plain_buffer line = {0};
    add_between(&line, "", get(writer, ANF_FIELD_KIND_LABEL));
    add_between(&line, line.length ? " " : "", get(writer, ANF_FIELD_INQUIRY_NUMBER));
    size_t labelled = line.length;
    add_askers(writer, &line);
    *ret_named = line.length && reads_back(writer, &line, 1);
    *ret_labelled = *ret_named;
    if (!*ret_named && labelled) {
        line.length = labelled;
        *ret_labelled = reads_back(writer, &line, 0);
    }
    if (*ret_labelled) {
        anf__plain_space(writer->layout);
        anf__plain_paragraph(writer->layout, line.data, line.length, 0);
    }
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

/* --- people, a line for each part --- */

static void
write_people(struct anf__plain_writer *writer, actor_fn *get_actor, const char *label)
{
    static const char group[] = "  als Gruppe";
    const struct anf_actor *actor;
    for (size_t i = 0; (actor = get_actor(writer->inquiry, i)) != NULL; i++) {
        if (actor->name) {
            struct anf__plain_buffer lead = {0};
            anf__plain_puts(&lead, label);
            anf__plain_add(&lead, " ", 2); /* and the zero byte */
            write_value(writer, lead.failed ? "" : lead.data, actor->name);
            writer->failed |= lead.failed;
            anf__plain_clear(&lead);
        } else {
            anf__plain_line(writer->layout, label, strlen(label));
        }
        write_value(writer, "  Partei: ", actor->party);
        write_value(writer, "  Funktion: ", actor->role);
        write_value(writer, "  Organisation: ", actor->organization);
        if (actor->group)
            anf__plain_line(writer->layout, group, sizeof group - 1);
    }
}

/* "Beantwortet durch: Ministerium des Innern (Erika Beispiel, Ministerin); …" */
static void
write_answerers(struct anf__plain_writer *writer)
{
    struct anf__plain_buffer line = {0};
    const struct anf_actor *actor = anf_inquiry_answerer(writer->inquiry, 0);
    if (!actor)
        return;
    for (size_t i = 0; (actor = anf_inquiry_answerer(writer->inquiry, i)) != NULL; i++) {
        anf__plain_puts(&line, i ? "; " : "");
        if (actor->organization) {
            anf__plain_puts(&line, actor->organization);
            add_brackets(&line, actor->name, actor->role);
        } else {
            anf__plain_puts(&line, actor->name ? actor->name : "");
            add_brackets(&line, actor->role, NULL);
        }
    }
    struct anf_inquiry *back = read_back(writer, anf__plain_read_answerers, &line);
    anf__plain_add(&line, "", 1); /* the zero byte */
    if (back && are_same_people(back, writer->inquiry, anf_inquiry_answerer))
        write_value(writer, "Beantwortet durch: ", line.data);
    else
        write_people(writer, anf_inquiry_answerer, "Antwortgeber:");
    anf_inquiry_unref(back);
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

/* --- papers, dates, links --- */

/* The kind, where the label does not tell it. */
static void
write_kind(struct anf__plain_writer *writer)
{
    const char *kind = get(writer, ANF_FIELD_KIND);
    const char *label = get(writer, ANF_FIELD_KIND_LABEL);
    if (is_same(kind, label ? anf__plain_kind_of_label(label) : NULL))
        return;
    write_value(writer, "Art: ", kind ? anf__plain_name_of(anf__plain_kinds, kind) : "ohne Angabe");
}

static void
write_parliament(struct anf__plain_writer *writer)
{
    struct anf__plain_buffer line = {0};
    const char *parliament = get(writer, ANF_FIELD_PARLIAMENT);
    const char *name = anf__words_parliament(writer->call, parliament);
    const char *back = name ? anf__plain_parliament_of(writer->call, name, strlen(name)) : NULL;
    const char *term = get(writer, ANF_FIELD_TERM);
    if (!back || strcmp(back, parliament) != 0) /* two may have one name */
        name = NULL;
    if (!name)
        write_value(writer, "Parlament: ", parliament);
    add_between(&line, "", name);
    add_between(&line, name ? ", " : "", term);
    add_between(&line, "", term ? ". Wahlperiode" : NULL);
    if (line.length)
        anf__plain_line(writer->layout, line.data, line.length);
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

/* "Gestellt am 12.05.2025": the parts of an ISO 8601 date the other way round. */
static void
write_date(struct anf__plain_writer *writer, const char *label, int field)
{
    enum { YEAR = 4, MONTH = 5, DAY = 8, TWO = 2 }; /* where they stand in "2025-05-12" */
    struct anf__plain_buffer line = {0};
    const char *date = get(writer, field);
    if (!date)
        return;
    anf__plain_puts(&line, label);
    anf__plain_add(&line, date + DAY, TWO);
    anf__plain_puts(&line, ".");
    anf__plain_add(&line, date + MONTH, TWO);
    anf__plain_puts(&line, ".");
    anf__plain_add(&line, date, YEAR);
    anf__plain_line(writer->layout, line.data, line.length);
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

/* "Themen: Bibliotheken; Verkehr" */
static void
write_subjects(struct anf__plain_writer *writer)
{
    struct anf__plain_buffer line = {0};
    const char *subject;
    int plain = 1;
    for (size_t i = 0; (subject = anf_inquiry_subject(writer->inquiry, i)) != NULL; i++) {
        add_between(&line, i ? "; " : "", subject);
        plain &= !strstr(subject, "; ") && subject[strlen(subject) - 1] != ';';
    }
    anf__plain_add(&line, "", 1); /* the zero byte */
    if (plain && line.length > 1)
        write_value(writer, "Themen: ", line.data);
    for (size_t i = 0; !plain && (subject = anf_inquiry_subject(writer->inquiry, i)) != NULL; i++)
        write_value(writer, "Thema: ", subject);
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

static void
write_papers(struct anf__plain_writer *writer, int labelled, int named)
{
    anf__plain_space(writer->layout);
    if (!labelled) {
        write_value(writer, "Bezeichnung: ", get(writer, ANF_FIELD_KIND_LABEL));
        write_value(writer, "Nummer der Anfrage: ", get(writer, ANF_FIELD_INQUIRY_NUMBER));
    }
    write_kind(writer);
    if (!named)
        write_people(writer, anf_inquiry_asker, "Fragesteller:");
    if (!named && anf_inquiry_more_askers(writer->inquiry))
        write_value(writer, "", "und andere");
    write_parliament(writer);
    write_value(writer, "Drucksache ", get(writer, ANF_FIELD_REFERENCE));
    write_value(writer, "Drucksache der Antwort: ", get(writer, ANF_FIELD_ANSWER_REFERENCE));
    write_value(writer, "Dokument: ",
                anf__plain_name_of(anf__plain_documents, get(writer, ANF_FIELD_DOCUMENT)));
    write_date(writer, "Gestellt am ", ANF_FIELD_ASKED);
    write_date(writer, "Beantwortet am ", ANF_FIELD_ANSWERED);
    write_date(writer, "Veröffentlicht am ", ANF_FIELD_PUBLISHED);
    write_answerers(writer);
    write_value(writer, "Stand: ", get(writer, ANF_FIELD_STATUS));
    write_subjects(writer);
}

static void
write_links(struct anf__plain_writer *writer)
{
    const char *other;
    anf__plain_space(writer->layout);
    write_value(writer, "Link zum Dokument: ", get(writer, ANF_FIELD_LINK_DOCUMENT));
    write_value(writer, "Link zur Antwort: ", get(writer, ANF_FIELD_LINK_ANSWER));
    write_value(writer, "Link zur Seite: ", get(writer, ANF_FIELD_LINK_SOURCE));
    for (size_t i = 0; (other = anf_inquiry_link(writer->inquiry, i)) != NULL; i++)
        write_value(writer, "Weiterer Link: ", other);
}

void
anf__plain_write_head(struct anf__plain_writer *writer)
{
    const char *title = get(writer, ANF_FIELD_TITLE);
    int labelled, named;
    if (title) {
        size_t len = strlen(title);
        anf__plain_paragraph(writer->layout, title, len,
                             anf__plain_needs_guard(title, len, ANF__PLAIN_IN_BLOCK));
        anf__plain_underline(writer, title, len, '=');
    }
    write_asking(writer, &labelled, &named);
    write_papers(writer, labelled, named);
    write_links(writer);
    for (int field = ANF_FIELD_SOURCE; field <= ANF_FIELD_RETRIEVED; field++)
        if (get(writer, field))
            anf__plain_lose(writer, ANF__PLAIN_LOSS_PROVENANCE);
    if (anf_inquiry_repair(writer->inquiry, 0))
        anf__plain_lose(writer, ANF__PLAIN_LOSS_PROVENANCE);
}
