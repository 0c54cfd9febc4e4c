/* check_odt_own.c: reading back documents of ours that nobody edited, whichever program saved them.
 */
#include "odt_own_support.h"

#include "round_trip.h"

#include <stdio.h>
#include <stdlib.h>

static char *json;
static struct own_odt odt;

static void
set_up_own(void)
{
    set_up();
    json = fixture("../odt/own.json");
    odt = own_odt_of_json(json);
}

static void
tear_down_own(void)
{
    own_odt_clear(&odt);
    free(json);
    tear_down();
}

/* --- nobody touched it --- */

#define P(text) "{\"type\":\"paragraph\",\"children\":[" text "]}"

static const char *const awkward[] = {
    "",
    P("") "," P("\" \"") "," P("\"\\t a  b\""),
    "{\"type\":\"list\",\"children\":[{\"type\":\"item\",\"children\":[]},{\"type\":\"item\","
    "\"children\":[{\"type\":\"table\",\"children\":[{\"type\":\"row\",\"children\":[{\"type\":"
    "\"cell\"}]}]}]},{\"type\":\"item\",\"children\":[" P("\"c\"") "]}]}",
    "{\"type\":\"quote\",\"children\":[]},{\"type\":\"quote\",\"children\":[{\"type\":\"quote\","
    "\"children\":[" P("\"q\"") "]}]}",
    P("{\"type\":\"link\",\"href\":\"\",\"children\":[\"l\"]},{\"type\":\"link\",\"href\":\"a "
      "b\"}"),
    P("{\"type\":\"superscript\",\"children\":[{\"type\":\"subscript\",\"children\":[\"x\"]}]}"),
    P("\"a\",{\"type\":\"footnote\",\"marker\":\"1\"},{\"type\":\"footnote\",\"marker\":\"1\"}"),
};
enum { AWKWARD = sizeof awkward / sizeof *awkward };

START_TEST(comes_back)
{
    char *text;
    ck_assert_int_gt(
        asprintf(&text, "{\"schema\":\"anfrage-json/1\",\"content\":[%s]}", awkward[_i]), 0);
    struct anf_inquiry *inquiry = read_json(text);
    ck_assert(round_trip_holds(ctx, "odt", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
    free(text);
}
END_TEST

/* Even where the words that are written around it are no more: then nothing need be compared. */
START_TEST(what_is_carried_counts)
{
    struct anf_inquiry *inquiry = read_json(json);
    struct anf_inquiry *back = read_own_odt(odt.content, odt.inquiry);
    ck_assert_ptr_nonnull(back);
    ck_assert(anf_inquiry_equal(inquiry, back));
    ck_assert_uint_eq(said.count, 0);
    anf_inquiry_unref(inquiry);
    anf_inquiry_unref(back);
}
END_TEST

/* --- another program saved it --- */

/* What is replaced by what, once or twice. */
static const char *const savings[][4] = {
    /* automatic styles are counted anew, and made where there was none */
    {"<style:style style:name=\"T3\"", "<style:style style:name=\"T1\"", "text:style-name=\"T3\"",
     "text:style-name=\"T1\""},
    {"</office:automatic-styles>",
     "<style:style style:name=\"P1\" style:family=\"paragraph\" "
     "style:parent-style-name=\"Anfrage_20_Antwort\"/></office:automatic-styles>",
     "<text:p text:style-name=\"Anfrage_20_Antwort\">Bald ",
     "<text:p text:style-name=\"P1\">Bald "},
    {"<text:span text:style-name=\"T3\">gern</text:span>",
     "<text:span text:style-name=\"Strong_20_Emphasis\"><text:span "
     "text:style-name=\"Emphasis\">gern</text:span></text:span>"},
    /* marks of other programs, and of pages */
    {">Bald ", " xml:id=\"a1\"><text:soft-page-break/>Ba<text:bookmark text:name=\"b\"/>ld "},
    {"und </text:span>", "u</text:span><text:span text:style-name=\"Strong_20_Emphasis\">nd"
                         " </text:span>"},
    {">Wo?", "><text:span text:style-name=\"Unknown\">W</text:span>o?"},
    {"<text:tab/>Wann?", "<text:tab/>Wann<text:span/>?"},
    {"Siehe ", "Siehe\n   "},
    /* what is empty comes and goes */
    {"</table:table></text:section></text:section>",
     "</table:table><text:p text:style-name=\"Standard\"/></text:section></text:section>"},
    {"<text:p text:style-name=\"Table_20_Heading\"/>", ""},
    {"<text:list-item><text:p text:style-name=\"List_20_Contents\">zwei",
     "<text:list-item><text:p/></text:list-item><text:list-item><text:p "
     "text:style-name=\"List_20_Contents\">zwei"},
    {"text:style-name=\"Anfrage_20_a_29_\"", "text:style-name=\"Anfrage_20_Punkte\""},
    {"<text:section text:style-name=\"Frage\"",
     "<text:p/><text:section text:style-name=\"Sect1\" text:protected=\"false\""},
    /* addresses */
    {"\"anlage%201.pdf\"", "\"../../home/x/a.odt/anlage 1.pdf\""},
    {"\"https://a.example/b.png\"", "\"HTTPS://A.example/%62.png\""},
    /* what belongs to a document and is no text of it */
    {"<office:text>",
     "<office:text><office:forms/><text:sequence-decls><text:sequence-decl/></text:sequence-decls>"
     "<text:tracked-changes><text:changed-region><text:deletion><text:p>weg</text:p>"
     "</text:deletion></text:changed-region></text:tracked-changes>"},
    {">Wann?", "><text:change-start text:change-id=\"c\"/>Wann?<text:change-end "
               "text:change-id=\"c\"/>"},
    {"<table:table-header-rows>", "<table:table-header-rows><!-- a comment -->"},
};
enum { SAVINGS = sizeof savings / sizeof *savings };

START_TEST(saved_by_another_program)
{
    const char *from = savings[_i][2];
    char *half = edited(odt.content, savings[_i][0], savings[_i][1]);
    char *content = edited(half, from ? from : "", from ? savings[_i][3] : "");
    struct anf_inquiry *inquiry = read_json(json);
    struct anf_inquiry *back = read_own_odt(content, odt.inquiry);
    ck_assert_ptr_nonnull(back);
    ck_assert(anf_inquiry_equal(inquiry, back));
    ck_assert_msg(said.count == 0, "%s", said.items[0].message);
    anf_inquiry_unref(inquiry);
    anf_inquiry_unref(back);
    free(content);
    free(half);
}
END_TEST

/* --- it is ours no more --- */

START_TEST(nothing_is_carried)
{
    struct anf_inquiry *back = read_own_odt(odt.content, NULL);
    ck_assert_ptr_nonnull(back);
    ck_assert_str_eq(anf_inquiry_get(back, ANF_FIELD_TITLE), "Alt");
    ck_assert_str_eq(anf_inquiry_get(back, ANF_FIELD_SOURCE), "a.odt");
    anf_inquiry_unref(back);
}
END_TEST

/* What cannot be read is reported by its reader first. */
START_TEST(damaged)
{
    struct anf_inquiry *back = read_own_odt(odt.content, "<akomaNtoso>");
    ck_assert_ptr_nonnull(back);
    ck_assert_str_eq(anf_inquiry_get(back, ANF_FIELD_SOURCE), "a.odt");
    ck_assert_uint_ge(said.count, 2);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_XML_SYNTAX);
    ck_assert_uint_eq(said.items[1].code, ANF_CODE_ODT_PACKAGE);
    ck_assert_int_eq(said.items[1].severity, ANF_SEVERITY_WARNING);
    anf_inquiry_unref(back);
}
END_TEST

/* Somebody typed another text over it: the inquiry that is still carried is another one. */
START_TEST(another_text)
{
    static const char another[] =
        "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
        " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><office:body><office:text>"
        "<text:h text:outline-level=\"1\">Kleine Anfrage: Bücherbusse</text:h>"
        "<text:p>Drucksache 18/901</text:p></office:text></office:body></office:document-content>";
    struct anf_inquiry *back = read_own_odt(another, odt.inquiry);
    ck_assert_ptr_nonnull(back);
    ck_assert_str_eq(anf_inquiry_get(back, ANF_FIELD_REFERENCE), "18/901");
    ck_assert_str_eq(anf_inquiry_get(back, ANF_FIELD_SOURCE), "a.odt");
    anf_inquiry_unref(back);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("odt_own");
    TCase *tcase = tcase_create("odt_own");
    tcase_add_checked_fixture(tcase, set_up_own, tear_down_own);
    tcase_add_loop_test(tcase, comes_back, 0, AWKWARD);
    tcase_add_test(tcase, what_is_carried_counts);
    tcase_add_loop_test(tcase, saved_by_another_program, 0, SAVINGS);
    tcase_add_test(tcase, nothing_is_carried);
    tcase_add_test(tcase, damaged);
    tcase_add_test(tcase, another_text);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
