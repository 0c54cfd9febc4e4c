/* write-identification.c: the FRBR identification: work, expression, manifestation, by the naming
 * convention (Akoma Ntoso Naming Convention 1.0, chapter 4). */
#include "write.h"

#include <stdio.h>
#include <string.h>

static void
write_uris(struct anf__akn_writer *w, const char *component, const char *suffix)
{
    const struct anf__akn_view *view = &w->view;
    enum { LONGEST = 256 };
    char work[LONGEST];
    snprintf(work, sizeof work, "/akn/%s/doc/%s%s%s/%s/%s", view->country, view->subtype,
             view->parliament ? "/" : "", view->chamber.text, view->date, view->number_slug.text);
    anf__akn_out_start(&w->out, "FRBRthis");
    anf__markup_attribute_format(&w->out.markup, "value", "%s%s/!main%s", work, component, suffix);
    anf__akn_out_end(&w->out, "FRBRthis");
    anf__akn_out_start(&w->out, "FRBRuri");
    anf__markup_attribute_format(&w->out.markup, "value", "%s%s%s", work, component, suffix);
    anf__akn_out_end(&w->out, "FRBRuri");
}

static void
write_date(struct anf__akn_writer *w, const char *date, const char *name)
{
    anf__akn_out_start(&w->out, "FRBRdate");
    anf__markup_attribute(&w->out.markup, "date", date);
    anf__markup_attribute(&w->out.markup, "name", name);
    anf__akn_out_end(&w->out, "FRBRdate");
}

static void
write_author(struct anf__akn_writer *w, const char *eid, const char *role)
{
    anf__akn_out_start(&w->out, "FRBRauthor");
    anf__markup_attribute_format(&w->out.markup, "href", "#%s", eid);
    anf__markup_attribute(&w->out.markup, "as", role);
    anf__akn_out_end(&w->out, "FRBRauthor");
}

/* The body that numbers the paper; whoever asked, where it is not known. */
static void
write_first_author(struct anf__akn_writer *w)
{
    if (w->view.parliament)
        write_author(w, "parlament", "#herausgeber");
    else
        write_author(w, "fragestellende", "#fragesteller");
}

static void
write_authors(struct anf__akn_writer *w)
{
    struct anf__akn_counts counts = {0};
    const struct anf_actor *asker;
    if (w->view.parliament || !w->view.has_askers)
        write_first_author(w);
    for (size_t i = 0; (asker = anf_inquiry_asker(w->inquiry, i)); ++i) {
        struct anf__akn_who who = anf__akn_who_asks(&counts, asker);
        write_author(w, anf__akn_who_eid(&who), "#fragesteller");
    }
    const char *document = anf_inquiry_get(w->inquiry, ANF_FIELD_DOCUMENT);
    if (w->view.has_answerers && document && strcmp(document, "antwort") == 0)
        write_author(w, "antwortende", "#antwortgeber");
}

static void
write_alias(struct anf__akn_writer *w, const char *name, const char *value)
{
    if (!value)
        return;
    anf__akn_out_start(&w->out, "FRBRalias");
    anf__markup_attribute(&w->out.markup, "name", name);
    anf__markup_attribute(&w->out.markup, "value", value);
    anf__akn_out_end(&w->out, "FRBRalias");
}

static void
write_aliases(struct anf__akn_writer *w)
{
    const struct anf_inquiry *inquiry = w->inquiry;
    write_alias(w, "title", anf_inquiry_get(inquiry, ANF_FIELD_TITLE));
    write_alias(w, "drucksache", anf_inquiry_get(inquiry, ANF_FIELD_REFERENCE));
    write_alias(w, "drucksache-antwort", anf_inquiry_get(inquiry, ANF_FIELD_ANSWER_REFERENCE));
    write_alias(w, "anfragenummer", anf_inquiry_get(inquiry, ANF_FIELD_INQUIRY_NUMBER));
}

static void
write_work(struct anf__akn_writer *w)
{
    const struct anf__akn_view *view = &w->view;
    anf__akn_out_start(&w->out, "FRBRWork");
    write_uris(w, "", "");
    write_aliases(w);
    write_date(w, view->date, view->date_name);
    write_authors(w);
    anf__akn_out_value(&w->out, "FRBRcountry", "value", view->country);
    anf__akn_out_value(&w->out, "FRBRsubtype", "value",
                       anf_inquiry_get(w->inquiry, ANF_FIELD_KIND));
    if (view->number) {
        anf__akn_out_start(&w->out, "FRBRnumber");
        anf__markup_attribute(&w->out.markup, "value", view->number_slug.text);
        anf__markup_attribute(&w->out.markup, "showAs", view->number);
        anf__akn_out_end(&w->out, "FRBRnumber");
    }
    anf__akn_out_value(&w->out, "FRBRprescriptive", "value", "false");
    anf__akn_out_value(&w->out, "FRBRauthoritative", "value", "false");
    anf__akn_out_end(&w->out, "FRBRWork");
}

static void
write_expression(struct anf__akn_writer *w, const char *component)
{
    anf__akn_out_start(&w->out, "FRBRExpression");
    write_uris(w, component, "");
    write_date(w, w->view.date, w->view.date_name);
    write_first_author(w);
    anf__akn_out_value(&w->out, "FRBRlanguage", "language", w->view.language.code);
    anf__akn_out_end(&w->out, "FRBRExpression");
}

/* RFC 3339, full-date, of a day that the calendar has. */
static int
is_date(const char *text)
{
    static const char shape[] = "dddd-dd-dd";
    static const int days[] = {31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (strlen(text) != sizeof shape - 1)
        return 0;
    for (size_t i = 0; text[i]; ++i) {
        int is_digit = text[i] >= '0' && text[i] <= '9';
        if (shape[i] == 'd' ? !is_digit : text[i] != '-')
            return 0;
    }
    int year = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + text[3] -
               '0';
    int month = (text[5] - '0') * 10 + text[6] - '0';
    int day = (text[8] - '0') * 10 + text[9] - '0';
    if (year < 1 || month < 1 || month > 12 || day < 1 || day > days[month - 1])
        return 0;
    int leaps = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return month != 2 || day < 29 || leaps;
}

static void
write_manifestation(struct anf__akn_writer *w, const char *component)
{
    const char *date = anf_call_option(w->call, "date");
    if (date && !is_date(date)) {
        anf_call_report(w->call, ANF_SEVERITY_WARNING, ANF_CODE_BAD_OPTION_VALUE, NULL, 0, 0,
                        "option date is no calendar date: %s", date);
        date = NULL;
    }
    anf__akn_out_start(&w->out, "FRBRManifestation");
    write_uris(w, component, ".xml");
    write_date(w, date ? date : ANF__AKN_NO_DATE, date ? "umwandlung" : ANF__AKN_NO_DATE_NAME);
    write_author(w, "libanfrage", "#bearbeiter");
    anf__akn_out_value(&w->out, "FRBRformat", "value", "xml");
    anf__akn_out_end(&w->out, "FRBRManifestation");
}

void
anf__akn_write_identification(struct anf__akn_writer *w)
{
    enum { LONGEST = 16 };
    char component[LONGEST];
    snprintf(component, sizeof component, "/%s@", w->view.language.code);
    anf__akn_out_start(&w->out, "identification");
    anf__markup_attribute(&w->out.markup, "source", "#libanfrage");
    write_work(w);
    write_expression(w, component);
    write_manifestation(w, component);
    anf__akn_out_end(&w->out, "identification");
}
