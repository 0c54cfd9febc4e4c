/* check_recogniser.c: what the recogniser makes of pages, rule by rule. */
#include "recognised.h"
#include "support.h"

#include <anfrage/plugin.h>

#include <stdlib.h>
#include <string.h>

static struct anf_context *ctx;

static void
set_up(void)
{
    ctx = anf_context_new();
}

static void
tear_down(void)
{
    ctx = anf_context_unref(ctx);
}

/* A page that holds an inquiry; its first one. */
static struct anf_inquiry *
recognised(const char *text, struct anf_page **ret_page)
{
    int status = 0;
    *ret_page = recognised_page(ctx, text, &status);
    ck_assert_int_eq(status, ANF_OK);
    check_partition(*ret_page);
    struct anf_inquiry *inquiry = anf_page_inquiry(*ret_page, 0);
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    return inquiry;
}

static void
assert_field(const char *text, int field, const char *value)
{
    struct anf_page *page = NULL;
    const struct anf_inquiry *inquiry = recognised(text, &page);
    const char *got = anf_inquiry_get(inquiry, field);
    if (value)
        ck_assert_str_eq(got ? got : "(none)", value);
    else
        ck_assert_ptr_null(got);
    anf_page_unref(page);
}

#define HEAD "# Wie geht es den Deichen?\n\nKleine Anfrage 77 von Eva Muster (SPD)\n\n"

START_TEST(kind_and_label)
{
    assert_field(HEAD, ANF_FIELD_KIND, "kleine-anfrage");
    assert_field(HEAD, ANF_FIELD_KIND_LABEL, "Kleine Anfrage");
    assert_field("# Große Anfrage: Deiche\n\nDrucksache 18/5", ANF_FIELD_KIND, "grosse-anfrage");
    assert_field("Schriftliche Anfrage\n\nDrucksache 18/5", ANF_FIELD_KIND, "schriftliche-anfrage");
}
END_TEST

START_TEST(number_of_its_own_series)
{
    assert_field(HEAD, ANF_FIELD_INQUIRY_NUMBER, "77");
    assert_field(HEAD, ANF_FIELD_REFERENCE, NULL);
    assert_field("Kleine Anfrage 7/837 der Abgeordneten Eva Muster", ANF_FIELD_INQUIRY_NUMBER,
                 "7/837");
    assert_field("Kleine Anfrage vom 3.4.2025\n\nDrucksache 18/5", ANF_FIELD_INQUIRY_NUMBER, NULL);
    /* The paper's number is that of no series of inquiries. */
    assert_field("Schriftliche Anfrage Nr. 19/41 der Abgeordneten Eva Muster\n\nDrucksache 19/41",
                 ANF_FIELD_INQUIRY_NUMBER, NULL);
}
END_TEST

START_TEST(drucksachen)
{
    assert_field(HEAD "Drucksache 18/14241", ANF_FIELD_REFERENCE, "18/14241");
    assert_field(HEAD "Drs. 19 /10 041", ANF_FIELD_REFERENCE, "19/10041");
    assert_field(HEAD "Drucksache der Antwort: 18/12438", ANF_FIELD_ANSWER_REFERENCE, "18/12438");
    assert_field(HEAD "Drucksache 18/14241", ANF_FIELD_TERM, "18");
    assert_field(HEAD "Antwort der Landesregierung: Drucksache 18/9688 vom 19.06.2024",
                 ANF_FIELD_ANSWER_REFERENCE, "18/9688");
    assert_field(HEAD "Antwort der Landesregierung: Drucksache 18/9688 vom 19.06.2024",
                 ANF_FIELD_ANSWERED, "2024-06-19");
    assert_field(HEAD "Landtag Brandenburg, 8. Wahlperiode, Drucksache 8/5 vom 3.4.2024",
                 ANF_FIELD_ASKED, "2024-04-03");
    assert_field("Landtag Brandenburg Drucksache 8/7\nAntwort\nder Landesregierung\n"
                 "auf die Kleine Anfrage der Abgeordneten Eva Muster (SPD)\n- Drucksache 8/5 -",
                 ANF_FIELD_ANSWER_REFERENCE, "8/7");
    assert_field("Landtag Brandenburg Drucksache 8/7\nAntwort\nder Landesregierung\n"
                 "auf die Kleine Anfrage der Abgeordneten Eva Muster (SPD)\n- Drucksache 8/5 -",
                 ANF_FIELD_REFERENCE, "8/5");
    /* A report that mentions a Drucksache states nothing of this inquiry. */
    assert_field(HEAD "Wie in der Drucksache 18/1 zu lesen war, sind die Deiche an der Elbe alt.",
                 ANF_FIELD_REFERENCE, NULL);
}
END_TEST

START_TEST(dates)
{
    assert_field(HEAD "Gestellt am 12.05.2025", ANF_FIELD_ASKED, "2025-05-12");
    assert_field(HEAD "Beantwortet am: 3. Juni 2025", ANF_FIELD_ANSWERED, "2025-06-03");
    assert_field(HEAD "Gestellt am 31.02.2025", ANF_FIELD_ASKED, NULL);
    assert_field(HEAD "Frist: 12.05.2025", ANF_FIELD_ANSWERED, NULL);
    assert_field(HEAD "Stand: 12.05.2025", ANF_FIELD_PUBLISHED, NULL);
}
END_TEST

START_TEST(links)
{
    assert_field(HEAD "Link zum Dokument: www.landtag.nrw.de/x/MMD18-14241.pdf",
                 ANF_FIELD_LINK_DOCUMENT, "https://www.landtag.nrw.de/x/MMD18-14241.pdf");
    assert_field(HEAD "Link zum Dokument: www.landtag.nrw.de/x/MMD18-14241.pdf",
                 ANF_FIELD_REFERENCE, "18/14241");
    assert_field(HEAD "Link zum Dokument: www.landtag.nrw.de/x/MMD18-14241.pdf",
                 ANF_FIELD_PARLIAMENT, "DE-NW");
    assert_field(HEAD "Link zum Dokument: http://example.org/a.pdf.", ANF_FIELD_LINK_DOCUMENT,
                 "http://example.org/a.pdf");
    assert_field(HEAD "Link zum Dokument: siehe unten", ANF_FIELD_LINK_DOCUMENT, NULL);
}
END_TEST

START_TEST(titles)
{
    assert_field(HEAD, ANF_FIELD_TITLE, "Wie geht es den Deichen?");
    assert_field("Deiche an der Elbe\n\nKleine Anfrage von Eva Muster", ANF_FIELD_TITLE,
                 "Deiche an der Elbe");
    assert_field("# Kleine Anfrage: Deiche an der Elbe\n\nDrucksache 18/5", ANF_FIELD_TITLE,
                 "Deiche an der Elbe");
    assert_field("Kleine Anfrage von Eva Muster\n\nTitel: Deiche an der Elbe", ANF_FIELD_TITLE,
                 "Deiche an der Elbe");
    assert_field("Kleine Anfrage von Eva Muster", ANF_FIELD_TITLE, NULL);
    /* The kind and the title in large letters that are no heading. */
    assert_field("Kleine Anfrage: Deiche an der Elbe\n\nDrucksache 18/5", ANF_FIELD_TITLE,
                 "Deiche an der Elbe");
    assert_field("Kleine Anfrage: Eva Muster (SPD)\n\nDrucksache 18/5", ANF_FIELD_TITLE, NULL);
    assert_field("Kleine Anfrage\n\nAbgeordnete Eva Muster (SPD)\n\n"
                 "Ich frage die Landesregierung:\n\n1. Wie alt?",
                 ANF_FIELD_TITLE, NULL);
}
END_TEST

#define PAPER                                                                                      \
    "Kleine Anfrage\nder Abgeordneten Dr. Eva Muster, Jan H. Probe, Anna-\nLena Beispiel und "     \
    "der\n"                                                                                        \
    "Fraktion DIE LINKE\nZustand der Deiche an Elbe, Weser und in dem\nGebiet der Oste\n"          \
    "Die Deiche sind alt. Im Jahr 2020 wurde gezählt, wie viele Kilometer erneuert sind."

START_TEST(heads_of_papers)
{
    assert_field(PAPER, ANF_FIELD_TITLE,
                 "Zustand der Deiche an Elbe, Weser und in dem Gebiet der Oste");
    /* "Stand" labels a date, and begins many a title. */
    assert_field("Kleine Anfrage\nder Abgeordneten Eva Muster (SPD)\nStand des Deichbaus\n\nText.",
                 ANF_FIELD_TITLE, "Stand des Deichbaus");
    assert_field("Kleine Anfrage\nder Abgeordneten Eva Muster (SPD)\nvom 08. November 2021\n"
                 "zum Thema:\nDeiche und Siele\n\nText.",
                 ANF_FIELD_TITLE, "Deiche und Siele");
}
END_TEST

/* --- people --- */

static const struct {
    const char *line;
    const char *people; /* name|party, or name alone; * marks a group, + that there are more */
} people[] = {
    {"Kleine Anfrage von Eva Muster, Jan Probe-Muster", "Eva Muster; Jan Probe-Muster; "},
    {"Kleine Anfrage der Abgeordneten Dr. Eva Muster (SPD) und Jan Probe (FDP)",
     "Dr. Eva Muster|SPD; Jan Probe|FDP; "},
    {"Kleine Anfrage des Abgeordneten Jan von der Probe CDU", "Jan von der Probe|CDU; "},
    {"Kleine Anfrage von Eva Muster, MdL (BÜNDNIS 90/DIE GRÜNEN)",
     "Eva Muster|BÜNDNIS 90/DIE GRÜNEN; "},
    {"Große Anfrage der Fraktion der CDU", "*CDU|CDU; "},
    {"Kleine Anfrage der Abgeordneten Eva Muster (Bremen), Jan Probe und der Fraktion DIE LINKE",
     "Eva Muster; Jan Probe; *DIE LINKE|DIE LINKE; "},
    {"Kleine Anfrage der Abgeordneten Eva Muster, Jan Probe, weiterer Abgeordneter und der "
     "Fraktion "
     "der AfD",
     "Eva Muster; Jan Probe; *AfD|AfD; +"},
    {"Kleine Anfrage von Eva Muster und Antwort der Landesregierung", "Eva Muster; "},
    {PAPER, "Dr. Eva Muster; Jan H. Probe; Anna-Lena Beispiel; *DIE LINKE|DIE LINKE; "},
};

START_TEST(askers)
{
    struct anf_page *page = NULL;
    const struct anf_inquiry *inquiry = recognised(people[_i].line, &page);
    char got[512] = "";
    const struct anf_actor *asker = NULL;
    for (size_t i = 0; (asker = anf_inquiry_asker(inquiry, i)); i++) {
        strcat(got, asker->group ? "*" : "");
        strcat(got, asker->name);
        strcat(got, asker->party ? "|" : "");
        strcat(got, asker->party ? asker->party : "");
        strcat(got, "; ");
    }
    strcat(got, anf_inquiry_more_askers(inquiry) ? "+" : "");
    ck_assert_str_eq(got, people[_i].people);
    anf_page_unref(page);
}
END_TEST

static int
is_discarded(const struct anf_inquiry *inquiry, const char *reason, const char *text)
{
    const struct anf_discarded *discarded = NULL;
    for (size_t i = 0; (discarded = anf_inquiry_discarded(inquiry, i)); i++) {
        if (strcmp(discarded->reason, reason) == 0 && strcmp(discarded->text, text) == 0)
            return 1;
    }
    return 0;
}

START_TEST(rights_and_contact)
{
    struct anf_page *page = NULL;
    const struct anf_inquiry *inquiry = recognised(
        HEAD "© 2025 Eva Muster\n\nKontakt\n\nbuero@example.org\n\nLandtag Brandenburg\n\n"
             "Alter Markt 1\n\n14467 Potsdam",
        &page);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_RIGHTS), "Eva Muster");
    const struct anf_contact *contact = anf_inquiry_contact(inquiry, 0);
    ck_assert_ptr_nonnull(contact);
    ck_assert_str_eq(contact->email, "buero@example.org");
    ck_assert_str_eq(contact->organization, "Landtag Brandenburg");
    ck_assert_str_eq(contact->address[0], "Alter Markt 1");
    ck_assert_str_eq(contact->address[1], "14467 Potsdam");
    ck_assert_ptr_null(anf_inquiry_contact(inquiry, 1));
    ck_assert(is_discarded(inquiry, "contact-heading", "Kontakt"));
    anf_page_unref(page);
}
END_TEST

/* --- what is not content --- */

START_TEST(set_aside)
{
    struct anf_page *page = NULL;
    const struct anf_inquiry *inquiry = recognised(
        "[nav]Start | Person\n\n" HEAD "Zusammenfassung der Anfrage:\n\nEs geht um Deiche.\n\n"
        "## 3 Kommentare\n\nToll!\n\nDiese Seite verwendet Cookies.\n\nAkzeptieren\nAblehnen",
        &page);
    ck_assert(is_discarded(inquiry, "navigation", "Start | Person"));
    ck_assert(is_discarded(inquiry, "comments", "3 Kommentare"));
    ck_assert(is_discarded(inquiry, "comments", "Toll!"));
    ck_assert(is_discarded(inquiry, "cookie-notice", "Diese Seite verwendet Cookies."));
    ck_assert(is_discarded(inquiry, "cookie-notice", "Akzeptieren\nAblehnen"));
    char *text = text_below(anf_inquiry_content(inquiry));
    ck_assert_str_eq(text, "Zusammenfassung der Anfrage Es geht um Deiche.   ");
    free(text);
    anf_page_unref(page);
}
END_TEST

START_TEST(rest_of_a_statement_is_not_lost)
{
    struct anf_page *page = NULL;
    const struct anf_inquiry *inquiry = recognised(HEAD "Drucksache 18/14241 im Ausschuss beraten",
                                                   &page);
    ck_assert(is_discarded(inquiry, "unrecognised", "im Ausschuss beraten"));
    anf_page_unref(page);
}
END_TEST

static const char *const refused[] = {
    "# Fraktion fordert Bleibeprämie\n\nDas geht aus der Antwort der Landesregierung auf eine "
    "Kleine "
    "Anfrage hervor.",
    "# Seite nicht gefunden\n\n404",
    "Anfrage nach dem Informationsfreiheitsgesetz\n\nBitte senden Sie mir die Protokolle.",
    /* Reports, and questions to somebody else: no paper, or no answers to its questions. */
    ("# Alte Deiche\n\nEva Muster hat eine Kleine Anfrage gestellt.\n\n1. Wie "
     "alt?\n\nAntwort:\n\nAlt."),
    "# Alte Deiche\n\nNach einer Kleinen Anfrage (Drucksache 18/5) fragen wir uns:\n\n1. Wie alt?",
};

START_TEST(no_inquiry)
{
    int status = 0;
    struct anf_page *page = recognised_page(ctx, refused[_i], &status);
    ck_assert_int_eq(status, ANF_ERR_NO_INQUIRY);
    ck_assert_ptr_nonnull(anf_page_refusal(page));
    ck_assert_ptr_null(anf_page_inquiry(page, 0));
    check_partition(page);
    anf_page_unref(page);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("recogniser");
    TCase *fields = tcase_create("fields");
    tcase_add_checked_fixture(fields, set_up, tear_down);
    tcase_add_test(fields, kind_and_label);
    tcase_add_test(fields, number_of_its_own_series);
    tcase_add_test(fields, drucksachen);
    tcase_add_test(fields, dates);
    tcase_add_test(fields, links);
    tcase_add_test(fields, titles);
    tcase_add_test(fields, heads_of_papers);
    tcase_add_loop_test(fields, askers, 0, (int)(sizeof people / sizeof *people));
    tcase_add_test(fields, rights_and_contact);
    suite_add_tcase(suite, fields);
    TCase *asides = tcase_create("asides");
    tcase_add_checked_fixture(asides, set_up, tear_down);
    tcase_add_test(asides, set_aside);
    tcase_add_test(asides, rest_of_a_statement_is_not_lost);
    tcase_add_loop_test(asides, no_inquiry, 0, (int)(sizeof refused / sizeof *refused));
    suite_add_tcase(suite, asides);
    return run_suite(suite);
}
