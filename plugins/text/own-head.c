/* own-head.c: title, who asks, papers, dates, links. */
#include "own.h"

#include "names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- runs of lines --- */

size_t
anf__plain_run(const struct anf__plain_own *own, size_t first, size_t end)
{
    size_t at = first;
    while (at < end && own->lines[at].length)
        at++;
    return at - first;
}

/* The guards of a line do not belong to it. */
static struct anf__plain_slice
bare(struct anf__plain_slice line)
{
    if (anf__plain_is_guard(line.text, line.length)) {
        line.text += ANF__PLAIN_GUARD_SIZE;
        line.length -= ANF__PLAIN_GUARD_SIZE;
    }
    const char *last = line.text + line.length - ANF__PLAIN_GUARD_SIZE;
    if (line.length >= ANF__PLAIN_GUARD_SIZE && anf__plain_is_guard(last, ANF__PLAIN_GUARD_SIZE))
        line.length -= ANF__PLAIN_GUARD_SIZE;
    return line;
}

void
anf__plain_join(struct anf__plain_own *own, size_t first, size_t end,
                struct anf__plain_buffer *text)
{
    for (size_t i = first; i < end; i++) {
        int begins = anf__plain_is_guard(own->lines[i].text, own->lines[i].length);
        if (i > first)
            anf__plain_puts(text, own->wrapped && !begins ? " " : "\n");
        struct anf__plain_slice line = bare(own->lines[i]);
        anf__plain_add(text, line.text, line.length);
    }
    if (text->failed)
        anf__plain_keep(own, ANF_ERR_NOMEM);
}

/* --- values --- */

static int
set_text(struct anf_inquiry *inquiry, int field, const char *text, size_t len)
{
    char *own = strndup(text, len);
    int status = own ? anf_inquiry_set(inquiry, field, own) : ANF_ERR_NOMEM;
    free(own);
    return status;
}

static int
set_named(struct anf_inquiry *inquiry, int field, const char *text, size_t len)
{
    static const char none[] = "ohne Angabe";
    const struct anf__plain_name *names = field == ANF_FIELD_KIND ? anf__plain_kinds
                                                                  : anf__plain_documents;
    const char *value = anf__plain_value_of(names, text, len);
    int is_none = len == sizeof none - 1 && memcmp(text, none, len) == 0;
    return value || is_none ? anf_inquiry_set(inquiry, field, value) : ANF_ERR_MODEL;
}

/* "12.05.2025" as ISO 8601 has it. */
static int
set_date(struct anf_inquiry *inquiry, int field, const char *text, size_t len)
{
    enum { LENGTH = 10, MONTH = 3, YEAR = 6 };
    char date[LENGTH + 1];
    if (len != LENGTH)
        return ANF_ERR_MODEL;
    snprintf(date, sizeof date, "%.4s-%.2s-%.2s", text + YEAR, text + MONTH, text);
    return anf_inquiry_set(inquiry, field, date);
}

static int
add_subject(struct anf_inquiry *inquiry, int field, const char *text, size_t len)
{
    (void)field;
    char *subject = strndup(text, len);
    int status = subject ? anf_inquiry_add_subject(inquiry, subject) : ANF_ERR_NOMEM;
    free(subject);
    return status;
}

static int
add_subjects(struct anf_inquiry *inquiry, int field, const char *text, size_t len)
{
    static const char separator[] = "; ";
    enum { SEPARATOR = sizeof separator - 1 };
    const char *end = text + len, *next;
    int status = ANF_OK;
    while ((next = memmem(text, (size_t)(end - text), separator, SEPARATOR)) && status == ANF_OK) {
        status = add_subject(inquiry, field, text, (size_t)(next - text));
        text = next + SEPARATOR;
    }
    return status == ANF_OK ? add_subject(inquiry, field, text, (size_t)(end - text)) : status;
}

static int
add_link(struct anf_inquiry *inquiry, int field, const char *text, size_t len)
{
    (void)field;
    char *link = strndup(text, len);
    int status = link ? anf_inquiry_add_link(inquiry, link) : ANF_ERR_NOMEM;
    free(link);
    return status;
}

static int
add_answerers(struct anf_inquiry *inquiry, int field, const char *text, size_t len)
{
    (void)field;
    return anf__plain_read_answerers(inquiry, text, len);
}

/* --- lines with a label --- */

typedef int value_fn(struct anf_inquiry *inquiry, int field, const char *text, size_t len);

/* The first that fits counts. */
static const struct {
    const char *label;
    value_fn *set;
    int field;
} labels[] = {
    {"Drucksache der Antwort: ", set_text, ANF_FIELD_ANSWER_REFERENCE},
    {"Drucksache ", set_text, ANF_FIELD_REFERENCE},
    {"Bezeichnung: ", set_text, ANF_FIELD_KIND_LABEL},
    {"Nummer der Anfrage: ", set_text, ANF_FIELD_INQUIRY_NUMBER},
    {"Art: ", set_named, ANF_FIELD_KIND},
    {"Parlament: ", set_text, ANF_FIELD_PARLIAMENT},
    {"Dokument: ", set_named, ANF_FIELD_DOCUMENT},
    {"Gestellt am ", set_date, ANF_FIELD_ASKED},
    {"Beantwortet am ", set_date, ANF_FIELD_ANSWERED},
    {"Veröffentlicht am ", set_date, ANF_FIELD_PUBLISHED},
    {"Stand: ", set_text, ANF_FIELD_STATUS},
    {"Link zum Dokument: ", set_text, ANF_FIELD_LINK_DOCUMENT},
    {"Link zur Antwort: ", set_text, ANF_FIELD_LINK_ANSWER},
    {"Link zur Seite: ", set_text, ANF_FIELD_LINK_SOURCE},
    {"Weiterer Link: ", add_link, 0},
    {"Themen: ", add_subjects, 0},
    {"Thema: ", add_subject, 0},
    {"Beantwortet durch: ", add_answerers, 0},
};
enum { LABELS = sizeof labels / sizeof *labels };

/* ANF_ERR_SYNTAX: no such line. */
static int
read_labelled(struct anf_inquiry *inquiry, struct anf__plain_slice line)
{
    for (size_t i = 0; i < LABELS; i++) {
        const char *value = line.text;
        size_t len = line.length;
        if (!anf__plain_skip(&value, &len, labels[i].label))
            continue;
        if (labels[i].field && labels[i].field != ANF_FIELD_KIND &&
            anf_inquiry_get(inquiry, labels[i].field))
            return ANF_ERR_SYNTAX; /* twice: the second one is content */
        struct anf__plain_slice bared = bare((struct anf__plain_slice){value, len, line.number});
        return labels[i].set(inquiry, labels[i].field, bared.text, bared.length);
    }
    return ANF_ERR_SYNTAX;
}

/* "Landtag Nordrhein-Westfalen, 18. Wahlperiode", or one of both. */
static int
read_parliament(struct anf__plain_own *own, struct anf__plain_slice line)
{
    struct anf_inquiry *inquiry = own->inquiry;
    static const char behind[] = ". Wahlperiode";
    const char *term = line.text;
    size_t len = line.length, length = sizeof behind - 1;
    if (len > length && memcmp(line.text + len - length, behind, length) == 0) {
        len -= length;
        while (len && term[len - 1] >= '0' && term[len - 1] <= '9')
            len--;
        term += len;
    } else {
        term += len;
        length = 0;
    }
    size_t digits = line.length - len - length;
    if (length && digits && len > 2 && memcmp(line.text + len - 2, ", ", 2) == 0)
        len -= 2;
    else if (length && (len || !digits))
        return ANF_ERR_SYNTAX;
    const char *value = len ? anf__plain_parliament_of(own->call, line.text, len) : NULL;
    if ((len && !value) || (len && anf_inquiry_get(inquiry, ANF_FIELD_PARLIAMENT)) ||
        (digits && anf_inquiry_get(inquiry, ANF_FIELD_TERM)))
        return ANF_ERR_SYNTAX;
    int status = value ? anf_inquiry_set(inquiry, ANF_FIELD_PARLIAMENT, value) : ANF_OK;
    return status == ANF_OK && digits ? set_text(inquiry, ANF_FIELD_TERM, term, digits) : status;
}

/* --- people with a line for each part --- */

static const struct {
    const char *label;
    size_t offset;
} parts[] = {
    {"  Partei: ", offsetof(struct anf_actor, party)},
    {"  Funktion: ", offsetof(struct anf_actor, role)},
    {"  Organisation: ", offsetof(struct anf_actor, organization)},
};
enum { PARTS = sizeof parts / sizeof *parts };

static const char others[] = "und andere";

struct person {
    struct anf_actor actor;
    char *owned[PARTS + 1];
};

static int
set_part(struct person *person, size_t index, size_t offset, struct anf__plain_slice value)
{
    value = bare(value);
    free(person->owned[index]);
    person->owned[index] = strndup(value.text, value.length);
    memcpy((char *)&person->actor + offset, &person->owned[index], sizeof person->owned[index]);
    return person->owned[index] ? ANF_OK : ANF_ERR_NOMEM;
}

static int
read_part(struct person *person, struct anf__plain_slice line)
{
    static const char group[] = "  als Gruppe";
    if (line.length == sizeof group - 1 && memcmp(line.text, group, line.length) == 0) {
        person->actor.group = 1;
        return ANF_OK;
    }
    for (size_t i = 0; i < PARTS; i++) {
        struct anf__plain_slice value = line;
        if (anf__plain_skip(&value.text, &value.length, parts[i].label))
            return set_part(person, i, parts[i].offset, value);
    }
    return ANF_ERR_SYNTAX;
}

/* Gives how many lines were taken; 0: this is nobody. */
static size_t
read_person(struct anf__plain_own *own, size_t first, size_t end)
{
    struct person person = {.actor = {ANF_ACTOR_INIT}};
    struct anf__plain_slice line = own->lines[first];
    int asks = anf__plain_skip(&line.text, &line.length, "Fragesteller:");
    if (!asks && !anf__plain_skip(&line.text, &line.length, "Antwortgeber:"))
        return 0;
    int status = ANF_OK;
    if (anf__plain_skip(&line.text, &line.length, " "))
        status = set_part(&person, PARTS, offsetof(struct anf_actor, name), line);
    size_t at = first + 1;
    while (status == ANF_OK && at < end && (status = read_part(&person, own->lines[at])) == ANF_OK)
        at++;
    status = status == ANF_ERR_SYNTAX ? ANF_OK : status;
    if (status == ANF_OK && asks)
        status = anf_inquiry_add_asker(own->inquiry, &person.actor);
    else if (status == ANF_OK)
        status = anf_inquiry_add_answerer(own->inquiry, &person.actor);
    if (status == ANF_ERR_NOMEM)
        anf__plain_keep(own, status);
    for (size_t i = 0; i <= PARTS; i++)
        free(person.owned[i]);
    return status == ANF_OK ? at - first : 0;
}

/* Does it begin with a parliament's name, which wrapping could leave on a line alone? */
static int
begins_parliament(const struct anf_call *call, const char *text, size_t len)
{
    enum { LONGEST = 120 };
    for (size_t i = 1; i <= len && i < LONGEST; i++)
        if ((i == len || text[i] == ' ') && anf__plain_parliament_of(call, text, i))
            return 1;
    return 0;
}

int
anf__plain_begins_head_line(const struct anf_call *call, const char *text, size_t len)
{
    for (size_t i = 0; i < LABELS; i++)
        if (anf__plain_begins(text, len, labels[i].label))
            return 1;
    return (len && *text >= '0' && *text <= '9') || anf__plain_begins(text, len, others) ||
           anf__plain_begins(text, len, "Fragesteller:") ||
           anf__plain_begins(text, len, "Antwortgeber:") || begins_parliament(call, text, len);
}

/* --- the whole --- */

/* Gives how many lines were taken. */
static size_t
read_line(struct anf__plain_own *own, size_t first, size_t end)
{
    struct anf__plain_slice line = own->lines[first];
    if (line.length == sizeof others - 1 && memcmp(line.text, others, line.length) == 0) {
        anf_inquiry_set_more_askers(own->inquiry, 1);
        return 1;
    }
    own->kind_told |= anf__plain_begins(line.text, line.length, "Art: ");
    int status = read_labelled(own->inquiry, line);
    if (status == ANF_ERR_SYNTAX)
        status = read_parliament(own, line);
    if (status == ANF_OK)
        return 1;
    if (status == ANF_ERR_NOMEM)
        anf__plain_keep(own, status);
    if (status == ANF_ERR_MODEL)
        anf__plain_odd(own, &line, "the model has no such value");
    return read_person(own, first, end);
}

static size_t
read_lines(struct anf__plain_own *own, size_t first, size_t end)
{
    size_t at = first, more;
    while (at < end && own->status == ANF_OK && (more = read_line(own, at, end)) > 0)
        at += more;
    return at - first;
}

/* Lines with a rule of "=" below them, and nothing below that. */
static size_t
read_title(struct anf__plain_own *own, size_t end)
{
    struct anf__plain_buffer title = {0};
    size_t lines = anf__plain_run(own, 0, end);
    if (lines < 2 ||
        !anf__plain_is_rule(own->lines[lines - 1].text, own->lines[lines - 1].length, '='))
        return 0;
    anf__plain_join(own, 0, lines - 1, &title);
    int status = memchr(title.data ? title.data : "", '\n', title.length)
                     ? ANF_ERR_SYNTAX
                     : set_text(own->inquiry, ANF_FIELD_TITLE, title.data, title.length);
    if (status == ANF_ERR_NOMEM)
        anf__plain_keep(own, status);
    anf__plain_clear(&title);
    return status == ANF_OK ? lines : 0;
}

/* Who asks, in one line, wherever that wraps. */
static size_t
read_asking(struct anf__plain_own *own, size_t first, size_t lines)
{
    struct anf__plain_buffer text = {0};
    struct anf__plain_slice line = own->lines[first];
    if (anf_inquiry_get(own->inquiry, ANF_FIELD_KIND_LABEL) || anf_inquiry_asker(own->inquiry, 0) ||
        anf__plain_is_guard(line.text, line.length) || (lines > 1 && !own->wrapped))
        return 0;
    anf__plain_join(own, first, first + lines, &text);
    int status = memchr(text.data ? text.data : "", '\n', text.length)
                     ? ANF_ERR_SYNTAX
                     : anf__plain_read_headline(own->inquiry, text.data, text.length);
    if (status == ANF_ERR_NOMEM)
        anf__plain_keep(own, status);
    anf__plain_clear(&text);
    return status == ANF_OK ? lines : 0;
}

/* "Schriftliche Kleine Anfrage" is a Kleine Anfrage where nothing else is said. */
static void
set_kind(struct anf__plain_own *own)
{
    const char *label = anf_inquiry_get(own->inquiry, ANF_FIELD_KIND_LABEL);
    if (label && !own->kind_told)
        anf__plain_keep(
            own, anf_inquiry_set(own->inquiry, ANF_FIELD_KIND, anf__plain_kind_of_label(label)));
}

size_t
anf__plain_read_head(struct anf__plain_own *own, size_t end)
{
    size_t at = read_title(own, end);
    while (own->status == ANF_OK) {
        while (at < end && !own->lines[at].length)
            at++;
        size_t lines = anf__plain_run(own, at, end);
        size_t taken = read_lines(own, at, at + lines);
        if (!taken && lines)
            taken = read_asking(own, at, lines);
        at += taken;
        if (!taken || taken < lines)
            break;
    }
    set_kind(own);
    return at;
}
