/* check_stated.c: what a reader states of an inquiry beside the text of the page; pages of records.
 */
#include "log.h"
#include "recognised.h"
#include "support.h"

#include <anfrage/plugin.h>
#include <check.h>
#include <stdlib.h>
#include <string.h>

static struct anf_context *ctx;
static struct anf_page *page;
static struct log messages;

static void
set_up(void)
{
    ctx = anf_context_new();
    log_clear(&messages);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    page = anf__page_new(ctx);
}

static void
tear_down(void)
{
    page = anf_page_unref(page);
    ctx = anf_context_unref(ctx);
}

/* --- building --- */

static void
state(int field, const char *value, const char *member)
{
    ck_assert_int_eq(anf_page_state(page, field, value, member), ANF_OK);
}

static void
state_person(int field, const char *name, const char *party, int group)
{
    struct anf_actor actor = {ANF_ACTOR_INIT, (uint32_t)group, name, party, NULL, NULL};
    ck_assert_int_eq(anf_page_state_actor(page, field, &actor, "urheber[0]"), ANF_OK);
}

static void
add_block(const char *text)
{
    ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, ANF_BLOCK_WRAPPED, 0, 1, 1),
                     ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, text, strlen(text)), ANF_OK);
    ck_assert_int_eq(anf_page_close_block(page), ANF_OK);
}

static void
open_record(void)
{
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_RECORD, 0), ANF_OK);
}

static const char paper[] =
    "Deutscher Bundestag Drucksache 18/12\n18. Wahlperiode 03.05.2015\nKleine Anfrage\n"
    "der Abgeordneten Dr. Eva Muster, Jan Probe und der Fraktion der SPD\n"
    "Wie alt sind die Deiche?\n"
    "Wir fragen die Bundesregierung:\n1. Wie alt sind sie?\n2. Wie hoch sind sie?\n";

static struct anf_inquiry *
recognised(uint32_t index)
{
    if (!index)
        ck_assert_int_eq(recognise_page(ctx, page), ANF_OK);
    check_partition(page);
    struct anf_inquiry *inquiry = anf_page_inquiry(page, index);
    ck_assert_ptr_nonnull(inquiry);
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    return inquiry;
}

static void
check_field(const struct anf_inquiry *inquiry, int field, const char *value)
{
    const char *got = anf_inquiry_get(inquiry, field);
    ck_assert_str_eq(got ? got : "(none)", value ? value : "(none)");
}

/* The first evidence of a field with a rule. */
static const struct anf_evidence *
evidence_of(const struct anf_inquiry *inquiry, int field, const char *rule)
{
    const struct anf_evidence *evidence;
    for (size_t i = 0; (evidence = anf_inquiry_evidence(inquiry, i)); i++) {
        if (evidence->field == field && strcmp(evidence->rule, rule) == 0)
            return evidence;
    }
    ck_abort_msg("no evidence %s", rule);
    return NULL;
}

static void
check_askers(const struct anf_inquiry *inquiry, const char *const *names)
{
    size_t i = 0;
    for (; names[i]; i++) {
        const struct anf_actor *asker = anf_inquiry_asker(inquiry, i);
        ck_assert_str_eq(asker ? asker->name : "(none)", names[i]);
    }
    ck_assert_ptr_null(anf_inquiry_asker(inquiry, i));
}

/* --- one inquiry --- */

START_TEST(what_is_stated_is_taken)
{
    state(ANF_FIELD_TITLE, "Zustand der\r\n Deiche", "titel");
    state(ANF_FIELD_REFERENCE, "18/12", "dokumentnummer");
    add_block(paper);
    const struct anf_inquiry *inquiry = recognised(0);
    check_field(inquiry, ANF_FIELD_TITLE, "Zustand der Deiche");
    check_field(inquiry, ANF_FIELD_KIND, "kleine-anfrage");
    check_field(inquiry, ANF_FIELD_TERM, "18");
    const struct anf_evidence *evidence = evidence_of(inquiry, ANF_FIELD_TITLE, "stated");
    ck_assert_str_eq(evidence->member, "titel");
    ck_assert_str_eq(evidence->value, "Zustand der Deiche");
    ck_assert_uint_eq(evidence->weight, 100);
    ck_assert_uint_eq(evidence->rejected, 0);
    ck_assert_uint_eq(evidence_of(inquiry, ANF_FIELD_TITLE, "title.below-askers")->rejected, 1);
    char *content = describe_content(inquiry);
    ck_assert_ptr_nonnull(strstr(content, "question[2.](paragraph(Wie hoch sind sie?))"));
    free(content);
}
END_TEST

START_TEST(the_text_may_contradict)
{
    state(ANF_FIELD_REFERENCE, "18/13", "documents[0].dokumentnummer");
    state(ANF_FIELD_TITLE, "wie alt  sind die DEICHE?", NULL);
    add_block(paper);
    const struct anf_inquiry *inquiry = recognised(0);
    check_field(inquiry, ANF_FIELD_REFERENCE, "18/13");
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_STATED_OTHERWISE), 1);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_STATED_OTHERWISE),
                     "the reference that is stated is not the one that the text gives: \"18/12\"");
    ck_assert_int_eq(log_find(&messages, ANF_CODE_STATED_OTHERWISE)->severity,
                     ANF_SEVERITY_WARNING);
    /* The words of the same title are the field. */
    ck_assert_uint_eq(evidence_of(inquiry, ANF_FIELD_TITLE, "title.below-askers")->rejected, 0);
}
END_TEST

START_TEST(the_first_statement_counts)
{
    state(ANF_FIELD_KIND, "grosse-anfrage", "vorgangstyp");
    state(ANF_FIELD_KIND, "grosse-anfrage", "drucksachetyp");
    state(ANF_FIELD_REFERENCE, "18/1", "a");
    state(ANF_FIELD_REFERENCE, "18/2", "b");
    const struct anf_inquiry *inquiry = recognised(0);
    check_field(inquiry, ANF_FIELD_REFERENCE, "18/1");
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_STATED_OTHERWISE), 1);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_STATED_OTHERWISE),
                     "the source also states something else: \"18/2\"");
}
END_TEST

/* A record without a text is an inquiry, too. */
START_TEST(nothing_but_statements)
{
    state(ANF_FIELD_KIND, "kleine-anfrage", NULL);
    state(ANF_FIELD_DOCUMENT, "vorgang", NULL);
    state(ANF_FIELD_REFERENCE, "18/1", NULL);
    state(ANF_FIELD_SUBJECTS, "Deiche, Siele; Polder", NULL);
    state(ANF_FIELD_SUBJECTS, "Küste", NULL);
    state(ANF_FIELD_LINKS_OTHER, "https://example.org/1", NULL);
    state(ANF_FIELD_RETRIEVED, "2025-05-12T10:00:00Z", NULL);
    state_person(ANF_FIELD_ANSWERERS, "Ministerium", NULL, 0);
    const struct anf_inquiry *inquiry = recognised(0);
    check_field(inquiry, ANF_FIELD_DOCUMENT, "vorgang");
    check_field(inquiry, ANF_FIELD_RETRIEVED, "2025-05-12T10:00:00Z");
    ck_assert_str_eq(anf_inquiry_subject(inquiry, 0), "Deiche, Siele; Polder");
    ck_assert_str_eq(anf_inquiry_subject(inquiry, 1), "Küste");
    ck_assert_str_eq(anf_inquiry_link(inquiry, 0), "https://example.org/1");
    ck_assert_str_eq(anf_inquiry_answerer(inquiry, 0)->name, "Ministerium");
    ck_assert_uint_eq(anf_inquiry_node_count(inquiry), 1);
}
END_TEST

/* --- people --- */

START_TEST(a_stated_list_is_complete)
{
    state_person(ANF_FIELD_ASKERS, "Eva Muster", "SPD", 0);
    state_person(ANF_FIELD_ASKERS, "Fraktion der SPD", "SPD", 1);
    add_block(paper);
    const struct anf_inquiry *inquiry = recognised(0);
    check_askers(inquiry, (const char *const[]){"Eva Muster", "Fraktion der SPD", NULL});
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_STATED_OTHERWISE), 1);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_STATED_OTHERWISE),
                     "the text names one more than is stated: \"Jan Probe\"");
}
END_TEST

START_TEST(the_text_goes_on_with_a_stated_list)
{
    state_person(ANF_FIELD_ASKERS, "Dr. Eva Muster", "SPD", 0);
    state_person(ANF_FIELD_ASKERS, "Fraktion der SPD", "SPD", 1);
    state(ANF_FIELD_MORE_ASKERS, "2", "autoren_anzahl");
    add_block(paper);
    const struct anf_inquiry *inquiry = recognised(0);
    check_askers(inquiry,
                 (const char *const[]){"Dr. Eva Muster", "Jan Probe", "Fraktion der SPD", NULL});
    ck_assert_str_eq(anf_inquiry_asker(inquiry, 0)->party, "SPD");
    ck_assert_int_eq(anf_inquiry_more_askers(inquiry), 0);
    ck_assert_uint_eq(messages.count, 0);
}
END_TEST

START_TEST(more_askers_than_the_text_names)
{
    state(ANF_FIELD_KIND, "kleine-anfrage", NULL);
    state_person(ANF_FIELD_ASKERS, "Dr. Eva Muster", "SPD", 0);
    state(ANF_FIELD_MORE_ASKERS, "14", NULL);
    ck_assert_int_eq(anf_inquiry_more_askers(recognised(0)), 1);
}
END_TEST

/* --- several --- */

START_TEST(each_record_by_itself)
{
    state(ANF_FIELD_PARLIAMENT, "DE", NULL);
    add_block("Suchergebnis");
    open_record();
    state(ANF_FIELD_TITLE, "Deiche", NULL);
    add_block(paper);
    anf_page_close_place(page);
    open_record(); /* no text */
    state(ANF_FIELD_KIND, "kleine-anfrage", NULL);
    state(ANF_FIELD_REFERENCE, "18/77", NULL);
    anf_page_close_place(page);
    add_block("Treffer 3");
    open_record();
    add_block(paper);
    anf_page_close_place(page);
    add_block("Ende der Liste");
    check_field(recognised(0), ANF_FIELD_TITLE, "Deiche");
    check_field(recognised(1), ANF_FIELD_REFERENCE, "18/77");
    check_field(recognised(2), ANF_FIELD_TITLE, "Wie alt sind die Deiche?");
    for (uint32_t i = 0; i < 3; i++)
        check_field(anf_page_inquiry(page, i), ANF_FIELD_PARLIAMENT, "DE");
    ck_assert_ptr_null(anf_page_inquiry(page, 3));
    ck_assert_str_eq(anf_page_fate(page, 0, 0)->reason, "outside-of-record");
}
END_TEST

/* Also the first, which has no block before it. */
START_TEST(records_without_text)
{
    for (int i = 0; i < 2; i++) {
        open_record();
        state(ANF_FIELD_KIND, "kleine-anfrage", NULL);
        state(ANF_FIELD_REFERENCE, i ? "18/2" : "18/1", NULL);
        anf_page_close_place(page);
    }
    open_record();
    add_block(paper);
    check_field(recognised(0), ANF_FIELD_REFERENCE, "18/1");
    ck_assert_uint_eq(anf_inquiry_node_count(anf_page_inquiry(page, 0)), 1);
    check_field(recognised(1), ANF_FIELD_REFERENCE, "18/2");
    check_field(recognised(2), ANF_FIELD_REFERENCE, "18/12");
}
END_TEST

START_TEST(a_record_without_an_inquiry)
{
    open_record();
    state(ANF_FIELD_TITLE, "Deiche", "documents[0].titel");
    add_block("Der Deich ist lang.");
    anf_page_close_place(page);
    open_record();
    add_block(paper);
    recognised(0);
    ck_assert_ptr_null(anf_page_inquiry(page, 1));
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_RECORD_LEFT_OUT), 1);
}
END_TEST

START_TEST(no_record_with_an_inquiry)
{
    for (int i = 0; i < 2; i++) {
        open_record();
        add_block("Der Deich ist lang.");
        anf_page_close_place(page);
    }
    ck_assert_int_eq(recognise_page(ctx, page), ANF_ERR_NO_INQUIRY);
    check_partition(page);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_NO_INQUIRY), 1);
    ck_assert_ptr_nonnull(anf_page_refusal(page));
}
END_TEST

/* An abstract has no head. */
START_TEST(a_text_without_a_head)
{
    open_record();
    anf_page_close_place(page);
    open_record();
    state(ANF_FIELD_KIND, "kleine-anfrage", NULL);
    state(ANF_FIELD_REFERENCE, "18/12", NULL);
    add_block("Alter der Deiche, Kosten\n(insgesamt 2 Einzelfragen)");
    char *content = describe_content(recognised(0));
    ck_assert_str_eq(content,
                     "content(paragraph(Alter der Deiche, Kosten (insgesamt 2 Einzelfragen)))");
    free(content);
    ck_assert_uint_eq(messages.count, 0);
}
END_TEST

/* As in a file of text: a word that a line end breaks is made whole. */
START_TEST(text_in_a_record)
{
    open_record();
    state(ANF_FIELD_KIND, "kleine-anfrage", NULL);
    add_block("Wir fragen die Bundesregierung:\n1. Wie alt sind die Nordsee-\ndeiche?\n");
    char *content = describe_content(recognised(0));
    ck_assert_ptr_nonnull(strstr(content, "Wie alt sind die Nordseedeiche?"));
    free(content);
}
END_TEST

static const char list[] = "Kleine Anfrage 11 von Eva Muster (SPD)\n";

/* A title is one inquiry's; without one, a record holds what its text holds. */
START_TEST(records_of_several_inquiries)
{
    for (int i = 0; i < 2; i++) {
        open_record();
        if (i)
            state(ANF_FIELD_TITLE, "Deiche", NULL);
        for (int k = 0; k < 2; k++) {
            ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_HEADING, 0, 2, 1, 1), ANF_OK);
            ck_assert_int_eq(anf_page_add_text(page, k ? "Siele" : "Deiche", k ? 5 : 6), ANF_OK);
            add_block(k ? "Kleine Anfrage 12 von Jan Probe (CDU)\n" : list);
        }
        anf_page_close_place(page);
    }
    check_field(recognised(0), ANF_FIELD_INQUIRY_NUMBER, "11");
    check_field(recognised(1), ANF_FIELD_INQUIRY_NUMBER, "12");
    check_field(recognised(2), ANF_FIELD_TITLE, "Deiche");
    ck_assert_ptr_null(anf_page_inquiry(page, 3));
}
END_TEST

/* --- the contract --- */

START_TEST(what_cannot_be_stated)
{
    static const struct {
        int field;
        const char *value, *member;
        int status;
    } cases[] = {
        {ANF_FIELD_KIND, "antrag", NULL, ANF_ERR_MODEL},
        {ANF_FIELD_ASKED, "2025-02-30", NULL, ANF_ERR_MODEL},
        {ANF_FIELD_TITLE, "\xff", NULL, ANF_ERR_SYNTAX},
        {ANF_FIELD_TITLE, "Deiche", "a\nb", ANF_ERR_SYNTAX},
        {ANF_FIELD_CONTACTS, "Eva Muster", NULL, ANF_ERR_ARGUMENT},
        {ANF_FIELD_ASKERS, "Eva Muster", NULL, ANF_ERR_ARGUMENT},
        {ANF_FIELD_SHA256, "00", NULL, ANF_ERR_ARGUMENT},
        {0, "00", NULL, ANF_ERR_ARGUMENT},
        {ANF_FIELD_TITLE, NULL, NULL, ANF_OK},
        {ANF_FIELD_TITLE, " \n", NULL, ANF_OK},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_int_eq(anf_page_state(page, cases[i].field, cases[i].value, cases[i].member),
                         cases[i].status);
    struct anf_actor actor = {ANF_ACTOR_INIT, 0, NULL, NULL, NULL, NULL};
    ck_assert_int_eq(anf_page_state_actor(page, ANF_FIELD_ASKERS, &actor, NULL), ANF_ERR_MODEL);
    actor.name = "Eva Muster";
    ck_assert_int_eq(anf_page_state_actor(page, ANF_FIELD_TITLE, &actor, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_page_state_actor(page, ANF_FIELD_ASKERS, &actor, "a\nb"), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf_page_state_actor(page, ANF_FIELD_ASKERS, NULL, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_page_state_actor(NULL, ANF_FIELD_ASKERS, &actor, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_page_state(NULL, ANF_FIELD_TITLE, "Deiche", NULL), ANF_ERR_ARGUMENT);
    ck_assert_uint_eq(messages.count, 0);
    ck_assert_int_eq(recognise_page(ctx, page), ANF_ERR_NO_INQUIRY);
}
END_TEST

START_TEST(records_stand_in_no_place)
{
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_MAIN, 0), ANF_OK);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_RECORD, 0), ANF_ERR_ARGUMENT);
    anf_page_close_place(page);
    open_record();
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_RECORD, 0), ANF_ERR_ARGUMENT);
}
END_TEST

static Suite *
make_suite(void)
{
    Suite *suite = suite_create("stated");
    TCase *tests = tcase_create("stated");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, what_is_stated_is_taken);
    tcase_add_test(tests, the_text_may_contradict);
    tcase_add_test(tests, the_first_statement_counts);
    tcase_add_test(tests, nothing_but_statements);
    tcase_add_test(tests, a_stated_list_is_complete);
    tcase_add_test(tests, the_text_goes_on_with_a_stated_list);
    tcase_add_test(tests, more_askers_than_the_text_names);
    tcase_add_test(tests, each_record_by_itself);
    tcase_add_test(tests, records_without_text);
    tcase_add_test(tests, a_record_without_an_inquiry);
    tcase_add_test(tests, no_record_with_an_inquiry);
    tcase_add_test(tests, a_text_without_a_head);
    tcase_add_test(tests, text_in_a_record);
    tcase_add_test(tests, records_of_several_inquiries);
    tcase_add_test(tests, what_cannot_be_stated);
    tcase_add_test(tests, records_stand_in_no_place);
    suite_add_tcase(suite, tests);
    return suite;
}

int
main(void)
{
    return run_suite(make_suite());
}
