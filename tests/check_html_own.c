/* check_html_own.c: the reader of the HTML writer's own pages: which pages are ours, awkward
 * values, and what comes of pages that a person has edited: what the page shows counts. */
#include "html_own_support.h"
#include "round_trip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define P(text) "{\"type\":\"paragraph\",\"children\":[" text "]}"

/* --- awkward values --- */

static const struct {
    const char *fields;
    const char *content;
} awkward[] = {
    {"", "[]"},
    {"\"title\":\"  a   b \",", "[]"},
    {"\"title\":\"\\u0085\\u2028\\ufeff\\u00a0\",", "[]"},
    {"\"title\":\"</script><!-- & --> ]]> \\\\u003c\",\"kind_label\":\"<script>\",", "[]"},
    {"\"askers\":[{\"name\":\"CDU\",\"party\":\"CDU\",\"group\":true},{\"party\":\"SPD\"},"
     "{\"organization\":\"o\",\"role\":\" \"}],\"more_askers\":true,",
     "[]"},
    {"\"contacts\":[{\"address\":[\"a\",\" \",\"a\"]},{\"email\":\"a@b\",\"name\":\"x\"}],", "[]"},
    {"\"links\":{\"document\":\"javascript:x\",\"other\":[\" \",\"http://a/?b&c\"]},", "[]"},
    {"\"asked\":\"0001-01-01\",\"answered\":\"9999-12-31\",\"published\":\"2024-02-29\",", "[]"},
    {"\"term\":999,\"parliament\":\"XX-ABC\",\"language\":\"de-CH-1996\",", "[]"},
    {"", "[" P("") "," P("\" \"") "," P("\"\\t\"") "," P("\"a \"") "]"},
    {"", "[{\"type\":\"preformatted\",\"children\":[\"\\n\\n a\\n\"]}]"},
    {"", "[{\"type\":\"preformatted\",\"children\":[{\"type\":\"strong\",\"children\":[\"\\n\"]},"
         "\"\\n\",{\"type\":\"footnote\",\"children\":[" P("\"a\"") "]}]}]"},
    {"",
     "[" P("{\"type\":\"link\",\"href\":\"\"},{\"type\":\"link\",\"href\":\"a\\t&#38;\\\"\"}") "]"},
    {"", "[" P("{\"type\":\"footnote\",\"marker\":\" \"},{\"type\":\"footnote\"}") "]"},
    {"", "[{\"type\":\"image\",\"src\":\" \"},{\"type\":\"image\",\"src\":\"a\",\"alt\":\" b \"}]"},
    {"", "[{\"type\":\"section\",\"role\":\"other\",\"number\":\" \"},"
         "{\"type\":\"section\",\"role\":\"exchange\",\"children\":[{\"type\":\"section\",\"role\":"
         "\"question\","
         "\"number\":\".\"}]}]"},
    {"",
     "[{\"type\":\"table\",\"children\":[{\"type\":\"caption\",\"children\":["
     "{\"type\":\"footnote\",\"children\":[{\"type\":\"list\",\"children\":[{\"type\":\"item\"}]}]}"
     "]},{\"type\":\"row\",\"children\":[{\"type\":\"cell\",\"colspan\":1000}]}]}]"},
};
enum { AWKWARD = sizeof awkward / sizeof *awkward };

START_TEST(comes_back)
{
    char *json;
    ck_assert_int_gt(asprintf(&json, "{\"schema\":\"anfrage-json/1\",%s\"content\":%s}",
                              awkward[_i].fields, awkward[_i].content),
                     0);
    struct anf_inquiry *inquiry = read_json(json);
    ck_assert(round_trip_holds(ctx, "html", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
    free(json);
}
END_TEST

/* Tables in tables are where a page has most levels more than the model. */
START_TEST(as_deep_as_the_model)
{
    enum { DEPTH = 219 }; /* of 220, in threes */
    static const int kinds[] = {ANF_NODE_TABLE, ANF_NODE_ROW, ANF_NODE_CELL};
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    struct anf_node *node = anf_inquiry_root(inquiry);
    for (size_t depth = 0; depth < DEPTH; depth++)
        ck_assert_int_eq(anf_node_add(node, kinds[depth % 3], &node), ANF_OK);
    ck_assert(round_trip_holds(ctx, "html", NULL, inquiry, 0));
    anf_inquiry_unref(inquiry);
}
END_TEST

/* --- edited pages --- */

static const char fields[] =
    "\"kind\":\"kleine-anfrage\",\"document\":\"antwort\",\"parliament\":\"DE-TH\","
    "\"more_askers\":true,\"title\":\"Alt\",\"reference\":\"8/"
    "1\",\"asked\":\"2025-03-03\",\"rights\":\"R\",\"term\":8,"
    "\"askers\":[{\"name\":\"Ada Brenner\",\"party\":\"SPD\"},{\"name\":\"Bo Clasen\"}],"
    "\"subjects\":[\"Schule\",\"Sport\"],";
static const char content[] =
    "[{\"type\":\"section\",\"role\":\"exchange\",\"children\":["
    "{\"type\":\"section\",\"role\":\"question\",\"number\":\"1.\",\"children\":[" P(
        "\"Wann?\"") "]},"
                     "{\"type\":\"section\",\"role\":\"answer\",\"children\":[" P(
                         "\"Bald.\",{\"type\":\"footnote\",\"marker\":\"1\",\"children\":[" P(
                             "\"Oder nie.\"") "]}") ","
                                                    "{\"type\":\"list\",\"children\":[{\"type\":"
                                                    "\"item\",\"children\":[" P(
                                                        "\"eins\"") "]}]},"
                                                                    "{\"type\":\"table\","
                                                                    "\"children\":[{\"type\":"
                                                                    "\"row\",\"children\":[{"
                                                                    "\"type\":\"cell\"}]}]}]}]}]";

#define PARAGRAPH(text) "{\"type\": \"paragraph\", \"children\": [" text "]}"
#define BALD            "<p data-anf=\"paragraph\">Bald."

static const struct {
    const char *from;
    const char *to;
    const char *expected;
    uint32_t code; /* of the last diagnostic; 0: there is none */
} edits[] = {
    /* the page as it was written */
    {">Wann?", ">Wann genau?", "[\"Wann genau?\"]", 0},
    {"<p data-anf=\"paragraph\">Wann?</p>", "<p>Wann\n      genau?</p><p>Und <b>wo</b>?</p>",
     PARAGRAPH("\"Wann genau?\"") ", " PARAGRAPH(
         "\"Und \", {\"type\": \"strong\", \"children\": [\"wo\"]}, \"?\""),
     0},
    {"<p data-anf=\"paragraph\">Wann?</p>", "Wann <i>genau</i>?",
     PARAGRAPH("\"Wann \", {\"type\": \"emphasis\", \"children\": [\"genau\"]}, \"?\""), 0},
    {"<p data-anf=\"paragraph\">Wann?</p>", "<div><p>Wann?</p><h4>Und</h4></div>",
     PARAGRAPH("\"Wann?\"") ", {\"type\": \"heading\", \"level\": null, \"children\": [\"Und\"]}",
     0},
    {"<p data-anf=\"paragraph\">Wann?</p>", "<img src=\"a.png\" alt=\"b\"/><img alt=\"c\"/>",
     "{\"type\": \"image\", \"src\": \"a.png\", \"alt\": \"b\", \"children\": []}]", 0},
    {">Wann?", ">Wann \x7f?", "\"Wann \xef\xbf\xbd?\"", 0},
    {"Frage <span data-anf=\"number\">1<span hidden=\"\">.</span>", "<span data-anf=\"number\">2",
     "\"role\": \"question\", \"number\": \"2\"", 0},
    {"<p data-anf=\"paragraph\">eins</p>\n</li>", "</li><li>zwei</li>",
     "[" PARAGRAPH("\"zwei\"") "]", 0},
    {"<li data-anf=\"item\">\n<p data-anf=\"paragraph\">eins</p>\n</li>", "",
     "{\"type\": \"item\", \"number\": null, \"children\": []}", 0},
    {"<tr data-anf=\"row\">\n<td data-anf=\"cell\">\n</td>\n</tr>", "lose",
     "\"colspan\": null, \"rowspan\": null, \"children\": [" PARAGRAPH("\"lose\"") "]", 0},
    {">Alt</h1>", ">Neu &amp; besser</h1>", "\"title\": \"Neu & besser\"", ANF_CODE_HTML_OWN_SHOWN},
    {">Alt</h1>", ">\n  Neu\n  besser\n</h1>", "\"title\": \"Neu besser\"",
     ANF_CODE_HTML_OWN_SHOWN},
    {">Alt</h1>", "></h1>", "\"title\": null", ANF_CODE_HTML_OWN_SHOWN},
    {">3. März 2025<", ">4. März 2025<", "\"asked\": \"2025-03-04\"", ANF_CODE_HTML_OWN_SHOWN},
    {">3. März 2025<", ">05.03.2025<", "\"asked\": \"2025-03-05\"", ANF_CODE_HTML_OWN_SHOWN},
    {">3. März 2025<", ">bald<", "\"asked\": null", ANF_CODE_HTML_OWN_BAD_VALUE},
    {"data-anf-key=\"term\">8<", "data-anf-key=\"term\">9<", "\"term\": 9",
     ANF_CODE_HTML_OWN_SHOWN},
    {">Ada Brenner<", ">Dr. Ada Brenner<", "\"name\": \"Dr. Ada Brenner\", \"party\": \"SPD\"",
     ANF_CODE_HTML_OWN_SHOWN},
    {"<li data-anf=\"line\">Schule</li>\n", "", "\"subjects\": [\"Sport\"]",
     ANF_CODE_HTML_OWN_SHOWN},
    {"<li data-anf=\"line\">Schule</li>", "<li>Hort</li>", "\"subjects\": [\"Hort\", \"Sport\"]",
     ANF_CODE_HTML_OWN_SHOWN},
    {"<li data-anf=\"entry\"><span", "<li>Cem Dorn</li><li data-anf=\"entry\"><span",
     "\"askers\": [{\"name\": \"Cem Dorn\"", ANF_CODE_HTML_OWN_SHOWN},
    /* what stands for a value, and what is gone */
    {">Thüringer Landtag<", ">Hessischer Landtag<", "\"parliament\": \"DE-HE\"",
     ANF_CODE_HTML_OWN_SHOWN},
    {">Thüringer Landtag<", ">Stadtrat<", "\"parliament\": null", ANF_CODE_HTML_OWN_BAD_VALUE},
    {">Kleine Anfrage<", ">Große\n Anfrage<", "\"kind\": \"grosse-anfrage\"",
     ANF_CODE_HTML_OWN_SHOWN},
    {"data-anf-value=\"antwort\">Antwort<", "data-anf-value=\"antwort\">Vorgang<",
     "\"document\": \"vorgang\"", ANF_CODE_HTML_OWN_SHOWN},
    {"<span data-anf=\"field\" data-anf-key=\"rights\">R</span>", "", "\"rights\": null",
     ANF_CODE_HTML_OWN_SHOWN},
    {"<li data-anf=\"more\">und weitere</li>", "", "\"more_askers\": false",
     ANF_CODE_HTML_OWN_SHOWN},
    {"<ul class=\"subjects\" role=\"list\" data-anf=\"list\" data-anf-key=\"subjects\">",
     "<ul hidden=\"\">", "\"subjects\": []", ANF_CODE_HTML_OWN_SHOWN},
    /* what a program has wrapped and indented */
    {BALD, "<p\n  data-anf=\"paragraph\"\n>\n  <i>Recht</i>\n  bald.\n  <br/>\n  Ja",
     "{\"type\": \"emphasis\", \"children\": [\"Recht\"]}, \" bald.\", {\"type\": \"break\", "
     "\"children\": []}, \"Ja\"",
     0},
    {BALD, "<p data-anf=\"paragraph\">\n\t So\n <b>\n bald </b>\n ja <![CDATA[ \n]]> &#32;",
     "[\"So \", {\"type\": \"strong\", \"children\": [\"bald \"]}, \" ja \"", 0},
    {"<span data-anf=\"marker\">1<", "<span data-anf=\"marker\">\n  1\n<", "\"marker\": \"1\"", 0},
    {"<sup data-anf=\"footnote\"", "<sup hidden=\"\"",
     PARAGRAPH("\"Oder nie.\"") "], \"provenance\"", ANF_CODE_HTML_OWN_EDITED},
    {"id=\"anfrage\">", "id=\"anfrage\">x", "\"title\": \"Alt\"", ANF_CODE_HTML_OWN_EDITED},
};
enum { EDITS = sizeof edits / sizeof *edits };

START_TEST(what_is_shown_counts)
{
    char *page = page_of_json(fields, content);
    char *changed = edited(page, edits[_i].from, edits[_i].to);
    struct anf_inquiry *inquiry = read_page(changed);
    ck_assert_msg(inquiry != NULL, "%s", said.count ? said.items[0].message : "");
    char *json = json_of(inquiry);
    expect_in(json, edits[_i].expected);
    int has_two = edits[_i].code == ANF_CODE_HTML_OWN_BAD_VALUE;
    ck_assert_uint_eq(said.count, (edits[_i].code != 0) + has_two);
    if (said.count)
        ck_assert_uint_eq(said.items[has_two].code, edits[_i].code);
    anf_free(json);
    anf_inquiry_unref(inquiry);
    free(changed);
    anf_free(page);
}
END_TEST

/* What is no XML any more is read by the rules of HTML, and nothing else of it changes. */
static const struct {
    const char *from;
    const char *to;
    const char *expected;
} broken[] = {
    {BALD, "<p data-anf=\"paragraph\">Bald<br>&nbsp;ja.",
     "\"Bald\", {\"type\": \"break\", "
     "\"children\": []}, \"\u00a0ja.\""},
    {BALD, "<p>Bald & gut.", "\"Bald & gut.\""},
    {BALD, "<p>Zuerst<p data-anf=\"paragraph\">Bald.", PARAGRAPH("\"Zuerst\"")},
};
enum { BROKEN = sizeof broken / sizeof *broken };

START_TEST(malformed)
{
    char *page = page_of_json(fields, content);
    char *changed = edited(page, broken[_i].from, broken[_i].to);
    struct anf_inquiry *inquiry = read_page(changed);
    ck_assert_ptr_nonnull(inquiry);
    char *json = json_of(inquiry);
    expect_in(json, broken[_i].expected);
    expect_in(json, "\"title\": \"Alt\"");
    expect_in(json, "[\"Oder nie.\"]");
    expect_in(json, "\"name\": \"Ada Brenner\"");
    ck_assert_uint_eq(said.count, 2);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_XML_SYNTAX);
    ck_assert_int_eq(said.items[0].severity, ANF_SEVERITY_WARNING);
    ck_assert_uint_eq(said.items[1].code, ANF_CODE_HTML_OWN_EDITED);
    anf_free(json);
    anf_inquiry_unref(inquiry);
    free(changed);
    anf_free(page);
}
END_TEST

/* The HTML parser alone, of pages that nobody edited. */
START_TEST(html_parser_agrees)
{
    char *json = fixture("../html-write/ganztag.json");
    struct anf_inquiry *inquiry = read_json(json);
    char *page = page_of(inquiry);
    char *changed = edited(page, "<meta charset=\"utf-8\"/>", "<meta charset=utf-8>");
    struct anf_inquiry *back = read_page(changed);
    ck_assert_ptr_nonnull(back);
    ck_assert(anf_inquiry_equal(inquiry, back));
    anf_inquiry_unref(inquiry);
    anf_inquiry_unref(back);
    free(changed);
    anf_free(page);
    free(json);
}
END_TEST

/* --- whose it is --- */

START_TEST(attributes_in_another_order)
{
    char *page = page_of_json(fields, content);
    char *changed = edited(page, "name=\"generator\" content=\"libanfrage 0.1.0 anfrage-html/1\"",
                           "content=\"libanfrage 9.9 anfrage-html/1\" name=\"generator\"");
    struct anf_inquiry *inquiry = read_page(changed);
    ck_assert_ptr_nonnull(inquiry);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_TITLE), "Alt");
    ck_assert_ptr_null(anf_inquiry_get(inquiry, ANF_FIELD_SOURCE));
    anf_inquiry_unref(inquiry);
    free(changed);
    anf_free(page);
}
END_TEST

/* Without the word of the generator, it is a page like any other, and recognised. */
START_TEST(not_ours)
{
    char *page = page_of_json(fields, content);
    char *changed = edited(page, "anfrage-html/1", "anfrage-html/2");
    struct anf_inquiry *inquiry = read_page(changed);
    if (inquiry)
        ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_SOURCE), "seite.html");
    anf_inquiry_unref(inquiry);
    free(changed);
    anf_free(page);
}
END_TEST

/* What a program took all our marks from is still a page that people can read. */
START_TEST(marks_are_gone)
{
    char *json = fixture("../html-write/ganztag.json");
    struct anf_inquiry *inquiry = read_json(json);
    char *page = page_of(inquiry);
    for (char *at = page; (at = strstr(at, "data-anf")); at++)
        memcpy(at, "data-cms", strlen("data-cms"));
    struct anf_inquiry *back = read_page(page);
    ck_assert_ptr_nonnull(back);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_HTML_OWN_EDITED);
    ck_assert_str_eq(anf_inquiry_get(back, ANF_FIELD_TITLE),
                     anf_inquiry_get(inquiry, ANF_FIELD_TITLE));
    ck_assert_str_eq(anf_inquiry_get(back, ANF_FIELD_SOURCE), "seite.html");
    anf_inquiry_unref(back);
    anf_inquiry_unref(inquiry);
    anf_free(page);
    free(json);
}
END_TEST

/* --- hostile pages --- */

static const char generator[] = "<!DOCTYPE html><html><head><meta name=\"generator\" "
                                "content=\"x anfrage-html/1\"/></head><body>";

START_TEST(not_a_page_at_all)
{
    static const char *const bodies[] = {
        "",
        "<div data-anf=\"content\"><div data-anf=\"content\"><p>a</p></div></div>",
        "<li data-anf=\"note\" data-anf-note=\"4294967296\">a</li>",
        "<div data-anf=\"content\"><p>a<sup data-anf=\"footnote\" data-anf-note=\"999999999999\"/>"
        "<sup data-anf=\"footnote\" data-anf-note=\"-1\"/></p></div>",
        "<span data-anf=\"part\" data-anf-key=\"name\">a</span><b data-anf=\"entry\"/>",
        "<ul data-anf=\"list\" data-anf-key=\"askers\"><li data-anf=\"entry\"/><ul "
        "data-anf=\"list\" "
        "data-anf-key=\"askers\"><li data-anf=\"line\">a</li></ul></ul>",
        "<ul data-anf=\"list\" data-anf-key=\"content.x.y\"><li data-anf=\"line\">a</li></ul>",
        "<p data-anf=\"field\" data-anf-key=\"provenance.repairs\">a</p>",
        "<time data-anf=\"field\" data-anf-key=\"asked\" datetime=\"--\">a</time>",
        "<script id=\"anfrage\">{\"askers\":[1,null,{}],\"links\":[],\"term\":1e9}</script>",
        "<div data-anf=\"content\"><b data-anf=\"content\"/><b data-anf=\"text\">a</b>"
        "<b data-anf=\"section\" data-anf-role=\"question\">b</b><td>c</td></div>",
    };
    for (size_t i = 0; i < sizeof bodies / sizeof *bodies; i++) {
        char *page;
        ck_assert_int_gt(
            asprintf(&page, "%s%s<div data-anf=\"content\"/></body></html>", generator, bodies[i]),
            0);
        struct anf_inquiry *inquiry = read_page(page);
        ck_assert_msg(inquiry != NULL, "%s", bodies[i]);
        anf_inquiry_unref(inquiry);
        free(page);
    }
}
END_TEST

START_TEST(too_deep)
{
    enum { DEPTH = 300 };
    char page[DEPTH * 40 + 1000];
    int len = snprintf(page, sizeof page, "%s<div data-anf=\"content\">", generator);
    for (int i = 0; i < DEPTH; i++)
        len += snprintf(page + len, sizeof page - (size_t)len, "<blockquote>");
    ck_assert_ptr_null(read_page(page));
    ck_assert_uint_ge(said.count, 1);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("html_own");
    TCase *tcase = tcase_create("html_own");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, comes_back, 0, AWKWARD);
    tcase_add_test(tcase, as_deep_as_the_model);
    tcase_add_loop_test(tcase, what_is_shown_counts, 0, EDITS);
    tcase_add_loop_test(tcase, malformed, 0, BROKEN);
    tcase_add_test(tcase, html_parser_agrees);
    tcase_add_test(tcase, attributes_in_another_order);
    tcase_add_test(tcase, not_ours);
    tcase_add_test(tcase, marks_are_gone);
    tcase_add_test(tcase, not_a_page_at_all);
    tcase_add_test(tcase, too_deep);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
