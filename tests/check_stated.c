/* check_stated.c: what a reader states of an inquiry beside the text of the page; pages of records.
 */
#include "stating.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

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

static Suite *
make_suite(void)
{
    Suite *suite = suite_create("stated");
    TCase *tests = tcase_create("stated");
    tcase_add_checked_fixture(tests, set_up_page, tear_down_page);
    tcase_add_test(tests, what_is_stated_is_taken);
    tcase_add_test(tests, the_text_may_contradict);
    tcase_add_test(tests, the_first_statement_counts);
    tcase_add_test(tests, nothing_but_statements);
    tcase_add_test(tests, a_stated_list_is_complete);
    tcase_add_test(tests, the_text_goes_on_with_a_stated_list);
    tcase_add_test(tests, more_askers_than_the_text_names);
    tcase_add_test(tests, what_cannot_be_stated);
    suite_add_tcase(suite, tests);
    return suite;
}

int
main(void)
{
    return run_suite(make_suite());
}
