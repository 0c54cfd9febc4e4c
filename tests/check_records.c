/* check_records.c: pages whose records are recognised one by one. */
#include "stating.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

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
    Suite *suite = suite_create("records");
    TCase *tests = tcase_create("records");
    tcase_add_checked_fixture(tests, set_up_page, tear_down_page);
    tcase_add_test(tests, each_record_by_itself);
    tcase_add_test(tests, records_without_text);
    tcase_add_test(tests, a_record_without_an_inquiry);
    tcase_add_test(tests, no_record_with_an_inquiry);
    tcase_add_test(tests, a_text_without_a_head);
    tcase_add_test(tests, text_in_a_record);
    tcase_add_test(tests, records_of_several_inquiries);
    tcase_add_test(tests, records_stand_in_no_place);
    suite_add_tcase(suite, tests);
    return suite;
}

int
main(void)
{
    return run_suite(make_suite());
}
