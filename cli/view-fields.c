/* view-fields.c: the fields of an inquiry for a person, and why each has its value. */
#include "view.h"

#include "printable.h"

#include <inttypes.h>
#include <string.h>

enum { label_width = 16, most_rejected = 8 };

typedef void print_list(const struct view *view, const struct anf_inquiry *inquiry,
                        const char *label);

static void
print_label(const struct view *view, const char *label)
{
    unsigned columns = escaped_columns(label);
    fprintf(view->out, "%s%s%*s", label, *label ? ":" : " ", (int)(label_width - columns - 1), "");
}

/* One value; ret_label becomes "" so that the next one of a list stands below it. */
static void
print_value(const struct view *view, const char **label, const char *value)
{
    print_label(view, *label);
    print_wrapped(view->out, view->width, label_width, value);
    *label = "";
}

/* --- lists --- */

/* "Dr. Erika Muster (CDU), Ministerin, Ministerium des Innern" */
static void
print_actor(const struct view *view, const char *label, const struct anf_actor *actor)
{
    const char *parts[] = {actor->name, actor->role, actor->organization};
    const char *separator = "";
    print_label(view, label);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (parts[i]) {
            fputs(separator, view->out);
            print_escaped(view->out, parts[i]);
            separator = ", ";
        }
        if (i == 0 && actor->party && !actor->group) {
            fputs(actor->name ? " (" : "(", view->out);
            print_escaped(view->out, actor->party);
            fputc(')', view->out);
            separator = ", ";
        }
    }
    fputs(actor->group ? " (group)\n" : "\n", view->out);
}

static void
print_askers(const struct view *view, const struct anf_inquiry *inquiry, const char *label)
{
    const struct anf_actor *actor;
    for (size_t i = 0; (actor = anf_inquiry_asker(inquiry, i)); i++) {
        print_actor(view, i == 0 ? label : "", actor);
    }
    if (anf_inquiry_more_askers(inquiry)) {
        print_label(view, anf_inquiry_asker(inquiry, 0) ? "" : label);
        fputs("and others\n", view->out);
    }
}

static void
print_more_askers(const struct view *view, const struct anf_inquiry *inquiry, const char *label)
{
    print_value(view, &label, anf_inquiry_more_askers(inquiry) ? "yes" : "no");
}

static void
print_answerers(const struct view *view, const struct anf_inquiry *inquiry, const char *label)
{
    const struct anf_actor *actor;
    for (size_t i = 0; (actor = anf_inquiry_answerer(inquiry, i)); i++) {
        print_actor(view, i == 0 ? label : "", actor);
    }
}

static void
print_subjects(const struct view *view, const struct anf_inquiry *inquiry, const char *label)
{
    const char *subject;
    for (size_t i = 0; (subject = anf_inquiry_subject(inquiry, i)); i++) {
        print_value(view, &label, subject);
    }
}

static void
print_links(const struct view *view, const struct anf_inquiry *inquiry, const char *label)
{
    const char *link;
    for (size_t i = 0; (link = anf_inquiry_link(inquiry, i)); i++) {
        print_value(view, &label, link);
    }
}

static void
print_contacts(const struct view *view, const struct anf_inquiry *inquiry, const char *label)
{
    const struct anf_contact *contact;
    for (size_t i = 0; (contact = anf_inquiry_contact(inquiry, i)); i++) {
        const char *parts[] = {contact->name, contact->organization, contact->email};
        for (size_t j = 0; j < sizeof parts / sizeof *parts; j++) {
            if (parts[j]) {
                print_value(view, &label, parts[j]);
            }
        }
        for (size_t j = 0; contact->address && contact->address[j]; j++) {
            print_value(view, &label, contact->address[j]);
        }
    }
}

/* --- evidence --- */

static bool
is_stated(const struct anf_evidence *evidence)
{
    return strcmp(evidence->rule, "stated") == 0;
}

/* "the source at documents[0].titel" */
static void
print_source(const struct view *view, const char *member)
{
    fputs("the source", view->out);
    if (member) {
        fputs(" at ", view->out);
        print_escaped(view->out, member);
    }
}

/* " at 63:49", " at documents[0].text:63:49" */
static void
print_position(const struct view *view, const struct anf_evidence *evidence)
{
    fputs(" at ", view->out);
    if (evidence->member) {
        print_escaped(view->out, evidence->member);
        fputc(':', view->out);
    }
    fprintf(view->out, "%" PRIu32 ":%" PRIu32, evidence->line, evidence->column);
}

/* "title.heading (60) at 63:49", and the words there unless they are the value. */
static void
print_rule(const struct view *view, const struct anf_evidence *evidence)
{
    const char *words = evidence->words;
    if (is_stated(evidence)) {
        print_source(view, evidence->member);
        return;
    }
    print_escaped(view->out, evidence->rule);
    if (evidence->weight > 0) {
        fprintf(view->out, " (%" PRIu32 ")", evidence->weight);
    }
    if (evidence->line > 0) {
        print_position(view, evidence);
    } else if (words) {
        fputs(" beside the text", view->out);
    }
    if (words && *words && !(evidence->value && strcmp(words, evidence->value) == 0)) {
        fputs(" on \"", view->out);
        print_beginning(view->out, view_line(view), words);
        fputs("\"", view->out);
    }
}

/* Why was it not taken? The heaviest is, then the first. */
static const char *
loss(const struct anf_evidence *evidence, uint32_t taken)
{
    if (evidence->weight == 0) {
        return "no value that the field can have";
    }
    return evidence->weight < taken ? "weighs less" : "comes later";
}

static void
print_rejected(const struct view *view, const struct anf_evidence *evidence, uint32_t taken)
{
    fputs("    not: \"", view->out);
    print_beginning(view->out, view_line(view) / 2, evidence->value ? evidence->value : "");
    fputs("\" by ", view->out);
    print_rule(view, evidence);
    fprintf(view->out, ": %s\n", loss(evidence, taken));
}

static bool
same_evidence(const struct anf_evidence *a, const struct anf_evidence *b)
{
    return a && strcmp(a->rule, b->rule) == 0 && a->block == b->block && a->line == b->line &&
           strcmp(a->words ? a->words : "", b->words ? b->words : "") == 0 &&
           strcmp(a->value ? a->value : "", b->value ? b->value : "") == 0 &&
           strcmp(a->member ? a->member : "", b->member ? b->member : "") == 0;
}

/* What gave the value; its greatest weight. */
static uint32_t
print_taken(const struct view *view, const struct anf_inquiry *inquiry, int field)
{
    const struct anf_evidence *evidence;
    const struct anf_evidence *last = NULL;
    uint32_t weight = 0;
    for (size_t i = 0; (evidence = anf_inquiry_evidence(inquiry, i)); i++) {
        if (evidence->field != field || evidence->rejected || same_evidence(last, evidence)) {
            continue;
        }
        fputs(is_stated(evidence) ? "    stated by " : "    by ", view->out);
        print_rule(view, evidence);
        fputc('\n', view->out);
        weight = evidence->weight > weight ? evidence->weight : weight;
        last = evidence;
    }
    return weight;
}

/* What else was considered; on a page of many papers that is much. */
static void
print_evidence(const struct view *view, const struct anf_inquiry *inquiry, int field)
{
    const struct anf_evidence *evidence;
    const struct anf_evidence *last = NULL;
    uint32_t taken = print_taken(view, inquiry, field);
    size_t rejected = 0;
    for (size_t i = 0; (evidence = anf_inquiry_evidence(inquiry, i)); i++) {
        if (evidence->field != field || !evidence->rejected || same_evidence(last, evidence)) {
            continue;
        }
        if (rejected++ < most_rejected) {
            print_rejected(view, evidence, taken);
        }
        last = evidence;
    }
    if (rejected > most_rejected) {
        fprintf(view->out, "    and %zu more, not taken\n", rejected - most_rejected);
    }
}

static bool
has_evidence(const struct anf_inquiry *inquiry, int field)
{
    const struct anf_evidence *evidence;
    for (size_t i = 0; (evidence = anf_inquiry_evidence(inquiry, i)); i++) {
        if (evidence->field == field) {
            return true;
        }
    }
    return false;
}

/* --- all fields --- */

static const struct row {
    const char *label;
    int field;
    print_list *list; /* NULL: a field with one value */
} rows[] = {
    {"Title", ANF_FIELD_TITLE, NULL},
    {"Kind", ANF_FIELD_KIND, NULL},
    {"Printed as", ANF_FIELD_KIND_LABEL, NULL},
    {"Document", ANF_FIELD_DOCUMENT, NULL},
    {"Parliament", ANF_FIELD_PARLIAMENT, NULL},
    {"Term", ANF_FIELD_TERM, NULL},
    {"Reference", ANF_FIELD_REFERENCE, NULL},
    {"Answer's ref.", ANF_FIELD_ANSWER_REFERENCE, NULL},
    {"Inquiry number", ANF_FIELD_INQUIRY_NUMBER, NULL},
    {"Status", ANF_FIELD_STATUS, NULL},
    {"Language", ANF_FIELD_LANGUAGE, NULL},
    {"Asked by", ANF_FIELD_ASKERS, print_askers},
    {"Answered by", ANF_FIELD_ANSWERERS, print_answerers},
    {"Asked", ANF_FIELD_ASKED, NULL},
    {"Answered", ANF_FIELD_ANSWERED, NULL},
    {"Published", ANF_FIELD_PUBLISHED, NULL},
    {"Subjects", ANF_FIELD_SUBJECTS, print_subjects},
    {"Paper", ANF_FIELD_LINK_DOCUMENT, NULL},
    {"Answer's paper", ANF_FIELD_LINK_ANSWER, NULL},
    {"Page", ANF_FIELD_LINK_SOURCE, NULL},
    {"Other links", ANF_FIELD_LINKS_OTHER, print_links},
    {"Rights", ANF_FIELD_RIGHTS, NULL},
    {"Contact", ANF_FIELD_CONTACTS, print_contacts},
    {"Read from", ANF_FIELD_SOURCE, NULL},
    {"Reader", ANF_FIELD_READER, NULL},
    {"Media type", ANF_FIELD_MEDIA_TYPE, NULL},
    {"Charset", ANF_FIELD_CHARSET, NULL},
    {"Retrieved", ANF_FIELD_RETRIEVED, NULL},
    {"SHA-256", ANF_FIELD_SHA256, NULL},
};

static bool
has_list(const struct anf_inquiry *inquiry, int field)
{
    switch (field) {
    case ANF_FIELD_ASKERS:
        return anf_inquiry_asker(inquiry, 0) || anf_inquiry_more_askers(inquiry);
    case ANF_FIELD_MORE_ASKERS:
        return has_evidence(inquiry, ANF_FIELD_MORE_ASKERS);
    case ANF_FIELD_ANSWERERS:
        return anf_inquiry_answerer(inquiry, 0);
    case ANF_FIELD_SUBJECTS:
        return anf_inquiry_subject(inquiry, 0);
    case ANF_FIELD_LINKS_OTHER:
        return anf_inquiry_link(inquiry, 0);
    default:
        return anf_inquiry_contact(inquiry, 0);
    }
}

static void
print_row(const struct view *view, const struct anf_inquiry *inquiry, const struct row *row)
{
    const char *label = row->label;
    const char *value = row->list ? NULL : anf_inquiry_get(inquiry, row->field);
    bool stated = row->list ? has_list(inquiry, row->field) : value != NULL;
    if (stated && row->list) {
        row->list(view, inquiry, label);
    } else if (stated) {
        print_value(view, &label, value);
    } else if (view->explain && has_evidence(inquiry, row->field)) {
        print_value(view, &label, "(not stated)");
    }
    if (view->explain) {
        print_evidence(view, inquiry, row->field);
    }
}

static void
print_repairs(const struct view *view, const struct anf_inquiry *inquiry)
{
    const struct anf_repair *repair;
    const char *label = "Set right";
    for (size_t i = 0; (repair = anf_inquiry_repair(inquiry, i)); i++) {
        print_label(view, label);
        print_escaped(view->out, repair->kind);
        fputs(": \"", view->out);
        print_beginning(view->out, view_line(view) / 2, repair->was ? repair->was : "");
        fputs("\" is now \"", view->out);
        print_beginning(view->out, view_line(view) / 2, repair->now ? repair->now : "");
        fputs("\"\n", view->out);
        label = "";
    }
}

void
view_fields(const struct view *view, const struct anf_inquiry *inquiry)
{
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        print_row(view, inquiry, &rows[i]);
    }
    if (view->explain) {
        print_row(view, inquiry,
                  &(struct row){"More askers", ANF_FIELD_MORE_ASKERS, print_more_askers});
        print_repairs(view, inquiry);
    }
}
