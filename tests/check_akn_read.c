/* check_akn_read.c: what is read as Akoma Ntoso: the examples, what a person changed, what is
 * refused. */
#include "akn_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

START_TEST(examples_come_back_byte_for_byte)
{
    static const char *const names[] = {"example-all.xml", "example-empty.xml"};
    static const char *const options[] = {"evidence=yes", "discarded=yes", NULL};
    char *text = akn_fixture(names[_i]);
    struct anf_inquiry *inquiry = akn_read_text(text);
    char *again = akn_written(inquiry, options);
    ck_assert_str_eq(again, text);
    ck_assert_uint_eq(akn_said.count, 0);
    anf_free(again);
    free(text);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(fields_are_read)
{
    char *text = akn_fixture("example-all.xml");
    struct anf_inquiry *inquiry = akn_read_text(text);
    free(text);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_PARLIAMENT), "DE-NW");
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_TITLE),
                     "Alles auf einmal: Was trägt das Modell?");
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_LINK_ANSWER),
                     "https://www.example.org/MMD18-14241.pdf");
    ck_assert_str_eq(anf_inquiry_subject(inquiry, 1), "KI / Künstliche Intelligenz");
    ck_assert_str_eq(anf_inquiry_asker(inquiry, 2)->party, "SPD");
    ck_assert_uint_eq(anf_inquiry_asker(inquiry, 2)->group, 1);
    ck_assert_int_eq(anf_inquiry_more_askers(inquiry), 1);
    ck_assert_str_eq(anf_inquiry_answerer(inquiry, 1)->role, "Ministerin");
    ck_assert_str_eq(anf_inquiry_contact(inquiry, 0)->address[1], "40221 Düsseldorf");
    ck_assert_str_eq(anf_inquiry_discarded(inquiry, 0)->text,
                     "Cookies werden verwendet.\nAkzeptieren");
    const struct anf_evidence *evidence = anf_inquiry_evidence(inquiry, 0);
    ck_assert_int_eq(evidence->field, ANF_FIELD_REFERENCE);
    ck_assert_uint_eq(evidence->block, UINT32_MAX);
    const struct anf_repair *repair = anf_inquiry_repair(inquiry, 0);
    ck_assert_int_eq(anf_node_kind(repair->node), ANF_NODE_PARAGRAPH);
    akn_assert_text(repair->node, "Die Frage.");
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(evidence_and_discarded_only_on_request)
{
    char *text = akn_fixture("example-all.xml");
    struct anf_inquiry *inquiry = akn_read_text(text);
    free(text);
    text = akn_written(inquiry, NULL);
    ck_assert_ptr_null(strstr(text, "anf:evidence"));
    ck_assert_ptr_null(strstr(text, "anf:discarded"));
    anf_free(text);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(date_is_an_option)
{
    static const char *const good[] = {"date=2026-02-28", NULL};
    static const char *const bad[] = {"date=2026-02-29", NULL};
    struct anf_inquiry *inquiry = akn_new_inquiry();
    char *text = akn_written(inquiry, good);
    ck_assert_ptr_nonnull(strstr(text, "<FRBRdate date=\"2026-02-28\" name=\"umwandlung\"/>"));
    anf_free(text);
    ck_assert_uint_eq(akn_said.count, 0);
    text = akn_written(inquiry, bad);
    ck_assert_ptr_null(strstr(text, "date=\"2026"));
    ck_assert_uint_eq(log_count(&akn_said, ANF_CODE_BAD_OPTION_VALUE), 1);
    anf_free(text);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(repairs_find_their_nodes)
{
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *exchange = akn_add_section(anf_inquiry_root(inquiry), ANF_ROLE_EXCHANGE);
    struct anf_node *question = akn_add_section(exchange, ANF_ROLE_QUESTION);
    struct anf_node *list = akn_add(question, ANF_NODE_LIST);
    struct anf_node *paragraph = akn_add(akn_add(list, ANF_NODE_ITEM), ANF_NODE_PARAGRAPH);
    akn_add_text(paragraph, "Die Frage");
    const struct anf_node *nodes[] = {anf_node_first(paragraph), list, question};
    for (size_t i = 0; i < 3; ++i) {
        struct anf_repair repair = {ANF_REPAIR_INIT, .kind = "lost-initial", .node = nodes[i]};
        ck_assert_int_eq(anf_inquiry_add_repair(inquiry, &repair), ANF_OK);
    }
    char *text = akn_written(inquiry, NULL);
    struct anf_inquiry *back = akn_read_text(text);
    ck_assert_int_eq(anf_node_kind(anf_inquiry_repair(back, 0)->node), ANF_NODE_PARAGRAPH);
    ck_assert_int_eq(anf_node_kind(anf_inquiry_repair(back, 1)->node), ANF_NODE_LIST);
    ck_assert_int_eq(anf_node_role(anf_inquiry_repair(back, 2)->node), ANF_ROLE_QUESTION);
    anf_free(text);
    anf_inquiry_unref(back);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(limits_hold_while_reading)
{
    char *text = akn_fixture("example-all.xml");
    struct anf_inquiry *inquiry = NULL;
    int limit = _i ? ANF_LIMIT_NODES : ANF_LIMIT_DEPTH;
    ck_assert_int_eq(anf_context_set_limit(akn_ctx, limit, 5), ANF_OK);
    ck_assert_int_eq(akn_read_status(text, strlen(text), &inquiry), ANF_ERR_LIMIT);
    ck_assert_uint_eq(log_count(&akn_said, _i ? ANF_CODE_TOO_MANY_NODES : ANF_CODE_TOO_DEEP), 1);
    free(text);
}
END_TEST

/* --- what we never write --- */

START_TEST(refused)
{
    static const struct {
        const char *text;
        int status;
        uint32_t code;
    } inputs[] = {
        {"<html/>", ANF_ERR_SYNTAX, ANF_CODE_AKN_NOT_AKN},
        {"<akomaNtoso xmlns='" AKN_NAMESPACE "'/>", ANF_ERR_SYNTAX, ANF_CODE_AKN_NOT_AKN},
        {"<akomaNtoso><act/></akomaNtoso>", ANF_ERR_UNSUPPORTED, ANF_CODE_AKN_FOREIGN},
        {"<akomaNtoso xmlns='http://www.akomantoso.org/7.0'><doc/></akomaNtoso>",
         ANF_ERR_UNSUPPORTED, ANF_CODE_AKN_FOREIGN},
        {"<akomaNtoso xmlns='http://www.akomantoso.org/2.0'/>", ANF_ERR_SYNTAX,
         ANF_CODE_AKN_NOT_AKN},
        {"<akomaNtoso xmlns='" AKN_NAMESPACE "'><debate><meta/></debate></akomaNtoso>",
         ANF_ERR_NO_INQUIRY, ANF_CODE_NO_INQUIRY},
        {"<akomaNtoso><doc><mainBody> <p/> </mainBody></doc></akomaNtoso>", ANF_ERR_NO_INQUIRY,
         ANF_CODE_NO_INQUIRY},
        {"<akomaNtoso xmlns='" AKN_NAMESPACE "'><doc>", ANF_ERR_SYNTAX, ANF_CODE_XML_SYNTAX},
        {"<!DOCTYPE akomaNtoso [<!ENTITY a 'b'>]><akomaNtoso xmlns='" AKN_NAMESPACE "'/>",
         ANF_ERR_SYNTAX, ANF_CODE_XML_DOCTYPE},
        {"<a>\x01</a>", ANF_ERR_SYNTAX, ANF_CODE_AKN_NOT_AKN},
    };
    struct anf_inquiry *inquiry = NULL;
    int status = akn_read_status(inputs[_i].text, strlen(inputs[_i].text), &inquiry);
    ck_assert_int_eq(status, inputs[_i].status);
    ck_assert_uint_eq(log_count(&akn_said, inputs[_i].code), 1);
    ck_assert_ptr_null(inquiry);
}
END_TEST

START_TEST(more_attributes_than_the_limit)
{
    enum { MOST = 1024 }; /* the default of ANF_LIMIT_ATTRIBUTES */
    static char text[64 + 16 * (MOST + 1)];
    size_t len = (size_t)snprintf(text, sizeof text, "<akomaNtoso");
    for (int i = 0; i <= MOST; i++)
        len += (size_t)snprintf(text + len, sizeof text - len, " a%d=''", i);
    len += (size_t)snprintf(text + len, sizeof text - len, "/>");
    struct anf_inquiry *inquiry = NULL;
    ck_assert_int_eq(akn_read_status(text, len, &inquiry), ANF_ERR_LIMIT);
    ck_assert_uint_eq(log_count(&akn_said, ANF_CODE_XML_ATTRIBUTES), 1);
    ck_assert_ptr_null(inquiry);
}
END_TEST

START_TEST(values_that_no_field_has_are_left_out)
{
    struct anf_inquiry *inquiry = akn_read_document(
        "kind=\"frage\" asked=\"2025-02-30\" term=\"18\"",
        "<anf:askers><anf:asker role=\"x\"/></anf:askers>", "<questions/>");
    ck_assert_ptr_null(anf_inquiry_get(inquiry, ANF_FIELD_KIND));
    ck_assert_ptr_null(anf_inquiry_get(inquiry, ANF_FIELD_ASKED));
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_TERM), "18");
    ck_assert_ptr_null(anf_inquiry_asker(inquiry, 0));
    ck_assert_uint_eq(log_count(&akn_said, ANF_CODE_AKN_BAD_VALUE), 3);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(a_changed_view_is_noticed)
{
    char *text = akn_fixture("example-all.xml");
    char *number = strstr(text, "docNumber_1\">18/13987<");
    ck_assert_ptr_nonnull(number);
    memcpy(number, "docNumber_1\">18/99999<", strlen("docNumber_1\">18/99999<"));
    struct anf_inquiry *inquiry = akn_read_text(text);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_REFERENCE), "18/13987");
    ck_assert_uint_eq(log_count(&akn_said, ANF_CODE_AKN_VIEWS_DIFFER), 1);
    free(text);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(text_of_unknown_elements_is_kept)
{
    static const struct {
        const char *body;
        const char *text;
        unsigned warnings;
    } bodies[] = {
        {"<wunder><p>Text.</p></wunder>", "Text.", 1},
        {"<p><wunder>Te</wunder>xt.</p>", "Text.", 1},
        {"  Text.", "Text.", 0},
        {"<x:p xmlns:x=\"urn:x\">Text.</x:p>", "Text.", 1},
        {"<container name=\"x\"><p>Text.</p></container>", "Text.", 0},
        {"<p class=\"leer\">Text.</p>", "Text.", 0},
        {"<block name=\"bild\">Text.</block>", "Text.", 0},
        {"<block name=\"wunder\">Text.</block>", "Text.", 1},
        {"<question by=\"#x\">Text.</question>", "Text.", 1},
        {"<ul>Text.</ul>", "Text.", 0},
        {"<blockList><listIntroduction>Text.</listIntroduction></blockList>", "Text.", 0},
        {"<table>Text.</table>", "Text.", 0},
        {"<table><tr>Text.</tr></table>", "Text.", 0},
        {"<table><tr/><tr><wunder><p>Text.</p></wunder></tr></table>", "Text.", 1},
        {"<table><tbody><tr><td>Text.</td></tr></tbody></table>", "Text.", 3},
        {"<p>Te<p>xt.</p></p>", "Text.", 1},
        {"<p>\n  Te\n     xt.\n </p>", "Te xt.", 0},
        {"<p>Text\xC2\x80.</p>", "Text\xEF\xBF\xBD.", 0},
        {"<num>Text.</num>", "Text.", 0},
    };
    struct anf_inquiry *inquiry = akn_read_document("", "", bodies[_i].body);
    const struct anf_node *paragraph = anf_node_first(anf_inquiry_content(inquiry));
    ck_assert_int_eq(anf_node_kind(paragraph), ANF_NODE_PARAGRAPH);
    akn_assert_text(paragraph, bodies[_i].text);
    ck_assert_ptr_null(anf_node_next(paragraph));
    ck_assert_uint_eq(log_count(&akn_said, ANF_CODE_AKN_UNKNOWN_ELEMENT), bodies[_i].warnings);
    anf_inquiry_unref(inquiry);
}
END_TEST

/* Line ends and the blanks around them are layout: of ours, and of programs that wrap lines. */
START_TEST(layout_is_no_text)
{
    static const struct {
        const char *body;
        const char *same;
    } bodies[] = {
        {"<p>\n  So\n  <i>\n bald </i>\n ja\t \n</p>", "<p>So <i>bald </i> ja</p>"},
        {"<p>So<br/>\n bald\n <br/>ja</p>", "<p>So<br/>bald<br/>ja</p>"},
        {"<p>So<b>\n</b>bald</p>", "<p>So<b></b> bald</p>"},
        {"<p>So\n<authorialNote><p>x</p>\n</authorialNote>\n bald</p>",
         "<p>So <authorialNote><p>x</p></authorialNote> bald</p>"},
        {"<p>a</p>\n So\n <i>bald</i>\n <p>b</p>", "<p>a</p><p>So <i>bald</i></p><p>b</p>"},
        {"<block name=\"vorformatiert\">\n a\n</block>",
         "<block name=\"vorformatiert\">\n a</block>"},
        {"<p> a\t</p><p>\n</p><p> <i> a</i></p>", "<p> a\t</p><p/><p> <i> a</i></p>"},
    };
    struct anf_inquiry *inquiry = akn_read_document("", "", bodies[_i].body);
    struct anf_inquiry *same = akn_read_document("", "", bodies[_i].same);
    ck_assert(anf_inquiry_equal(inquiry, same));
    anf_inquiry_unref(inquiry);
    anf_inquiry_unref(same);
}
END_TEST

START_TEST(unknown_elements_do_not_flood)
{
    enum { COUNT = 1000 };
    static char body[COUNT * 8];
    for (int i = 0; i < COUNT; ++i)
        memcpy(body + (size_t)i * 4, "<x/>", 5);
    struct anf_inquiry *inquiry = akn_read_document("", "", body);
    ck_assert_uint_lt(akn_said.count, 30);
    anf_inquiry_unref(inquiry);
}
END_TEST

/* A doc becomes a debate by the names of two elements. */
START_TEST(a_debate_of_ours_is_read)
{
    struct anf_inquiry *inquiry = akn_read_text(
        "<akomaNtoso xmlns=\"" AKN_NAMESPACE
        "\"><debate name=\"x\"><meta><proprietary source=\"#x\" " AKN_OWN
        "><anf:anfrage term=\"18\"/></proprietary></meta><debateBody><debateSection "
        "name=\"inhalt\">"
        "<p>Text.</p></debateSection></debateBody></debate></akomaNtoso>");
    akn_assert_text(anf_node_first(anf_inquiry_content(inquiry)), "Text.");
    anf_inquiry_unref(inquiry);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("akn_read");
    TCase *tests = akn_new_case(suite, "examples");
    tcase_add_loop_test(tests, examples_come_back_byte_for_byte, 0, 2);
    tcase_add_test(tests, fields_are_read);
    tcase_add_test(tests, evidence_and_discarded_only_on_request);
    tcase_add_test(tests, date_is_an_option);
    tcase_add_test(tests, repairs_find_their_nodes);
    tests = akn_new_case(suite, "changed");
    tcase_add_test(tests, more_attributes_than_the_limit);
    tcase_add_test(tests, values_that_no_field_has_are_left_out);
    tcase_add_test(tests, a_changed_view_is_noticed);
    tcase_add_loop_test(tests, text_of_unknown_elements_is_kept, 0, 19);
    tcase_add_loop_test(tests, layout_is_no_text, 0, 7);
    tcase_add_test(tests, unknown_elements_do_not_flood);
    tcase_add_test(tests, a_debate_of_ours_is_read);
    tests = akn_new_case(suite, "refused");
    tcase_add_loop_test(tests, refused, 0, 10);
    tcase_add_loop_test(tests, limits_hold_while_reading, 0, 2);
    return run_suite(suite);
}
