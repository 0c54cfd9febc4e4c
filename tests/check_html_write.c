/* check_html_write.c: the HTML writer: each kind of node, addresses, headings, the page as a
 * whole. fixtures/html-write/ganztag.html is what it makes of ganztag.json:
 * anfrage convert -t html -o ganztag.html ganztag.json */
#include "generate.h"
#include "html_own_support.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define P(text) "{\"type\":\"paragraph\",\"children\":[" text "]}"

/* --- the whole page --- */

START_TEST(whole_page)
{
    char *json = fixture("../html-write/ganztag.json");
    char *expected = fixture("../html-write/ganztag.html");
    struct anf_inquiry *inquiry = read_json(json);
    char *page = page_of(inquiry);
    ck_assert_str_eq(page, expected);
    struct anf_inquiry *back = read_page(page);
    ck_assert(anf_inquiry_equal(inquiry, back));
    ck_assert_uint_eq(said.count, 0);
    anf_inquiry_unref(inquiry);
    anf_inquiry_unref(back);
    anf_free(page);
    free(expected);
    free(json);
}
END_TEST

/* --- colours --- */

/* Of a colour of sRGB (WCAG 2.2, "relative luminance"). */
static double
luminance(unsigned long colour)
{
    static const double weights[] = {0.0722, 0.7152, 0.2126};
    double sum = 0;
    for (size_t i = 0; i < 3; i++, colour >>= 8) {
        double part = (double)(colour & 0xff) / 255;
        sum += weights[i] * (part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double
luminance_of(const char *sheet, const char *variable)
{
    char start[32];
    snprintf(start, sizeof start, "--%s: #", variable);
    const char *found = strstr(sheet, start);
    ck_assert_msg(found != NULL, "no %s", variable);
    return luminance(strtoul(found + strlen(start), NULL, 16));
}

static const struct {
    const char *text;
    const char *page;
} colours[] = {
    {"text", "page"},          {"text", "shade"},   {"text", "ask-page"}, {"text", "answer-page"},
    {"soft", "page"},          {"soft", "shade"},   {"soft", "ask-page"}, {"soft", "answer-page"},
    {"link", "page"},          {"link", "shade"},   {"link", "ask-page"}, {"link", "answer-page"},
    {"answer", "answer-page"}, {"ask", "ask-page"},
};
enum { COLOURS = sizeof colours / sizeof *colours };

/* WCAG 2.2, 1.4.3: at least 4.5 to 1, in light, in dark, and on paper. */
START_TEST(contrast)
{
    static const char *const sheets[] = {":root", "prefers-color-scheme: dark", "@media print"};
    char *page = page_of_json("", "[]");
    for (size_t i = 0; i < sizeof sheets / sizeof *sheets; i++) {
        const char *sheet = strstr(page, sheets[i]);
        ck_assert_ptr_nonnull(sheet);
        double text = luminance_of(sheet, colours[_i].text);
        double behind = luminance_of(sheet, colours[_i].page);
        double ratio = (fmax(text, behind) + 0.05) / (fmin(text, behind) + 0.05);
        ck_assert_msg(ratio >= 4.5, "%s: %s on %s: %.1f", sheets[i], colours[_i].text,
                      colours[_i].page, ratio);
    }
    anf_free(page);
}
END_TEST

/* --- nodes --- */

static const struct {
    const char *content;
    const char *expected;
} nodes[] = {
    {P("\"a\""), "<p data-anf=\"paragraph\">a</p>\n"},
    {P(""), "<p data-anf=\"paragraph\"></p>\n"},
    {P("\" a  b\\t \\u00a0\\u0085<&>\\\"']]>\""),
     "<p data-anf=\"paragraph\"> a  b\t \u00a0\xc2\x85&lt;&amp;&gt;\"']]&gt;</p>\n"},
    {"{\"type\":\"heading\",\"children\":[\"a\"]}", "<h2 data-anf=\"heading\">a</h2>\n"},
    {"{\"type\":\"heading\",\"level\":5,\"children\":[\"a\"]}",
     "<h2 data-anf=\"heading\" data-anf-level=\"5\">a</h2>\n"},
    {"{\"type\":\"list\",\"children\":[{\"type\":\"item\",\"children\":[" P("\"a\"") "]}]}",
     "<ul data-anf=\"list\">\n<li data-anf=\"item\">\n<p data-anf=\"paragraph\">a</p>\n</li>\n"
     "</ul>\n"},
    {"{\"type\":\"list\",\"ordered\":true,\"children\":[{\"type\":\"item\",\"number\":\"a)\"}]}",
     "<ol data-anf=\"list\" class=\"printed\" role=\"list\">\n<li data-anf=\"item\">"
     "<span data-anf=\"number\">a)</span>\n</li>\n</ol>\n"},
    {"{\"type\":\"quote\",\"children\":[" P("") "]}",
     "<blockquote data-anf=\"quote\">\n<p data-anf=\"paragraph\"></p>\n</blockquote>\n"},
    {"{\"type\":\"preformatted\",\"children\":[\"\\n a\\n\"]}",
     "<pre data-anf=\"preformatted\">\n<span></span>\n a\n</pre>\n"},
    {"{\"type\":\"image\",\"src\":\"b.png\",\"alt\":\"Bild & Ton\"}",
     "<figure data-anf=\"image\" data-anf-src=\"b.png\"><figcaption><b>Abbildung</b> "
     "<span data-anf=\"alt\">Bild &amp; Ton</span> <a class=\"source\" href=\"b.png\">Bild im "
     "Original</a></figcaption></figure>\n"},
    {P("{\"type\":\"emphasis\",\"children\":[\"a\"]}"), "<em data-anf=\"emphasis\">a</em>"},
    {P("{\"type\":\"strong\",\"children\":[\"a\"]}"), "<strong data-anf=\"strong\">a</strong>"},
    {P("{\"type\":\"underline\",\"children\":[\"a\"]}"), "<u data-anf=\"underline\">a</u>"},
    {P("{\"type\":\"strike\",\"children\":[\"a\"]}"), "<s data-anf=\"strike\">a</s>"},
    {P("{\"type\":\"superscript\",\"children\":[\"a\"]}"), "<sup data-anf=\"superscript\">a</sup>"},
    {P("{\"type\":\"subscript\",\"children\":[\"a\"]}"), "<sub data-anf=\"subscript\">a</sub>"},
    {P("\"a\",{\"type\":\"break\"},\"b\""), "a<br data-anf=\"break\"/>b"},
    {P("{\"type\":\"footnote\",\"marker\":\"*\",\"children\":[" P("\"n\"") "]}"),
     "<sup data-anf=\"footnote\" data-anf-note=\"1\"><a id=\"verweis-1\" href=\"#fussnote-1\" "
     "role=\"doc-noteref\" aria-label=\"Fußnote *\"><span data-anf=\"marker\">*</span></a></sup>"},
    {P("{\"type\":\"footnote\",\"children\":[" P("\"n\"") "]}"),
     "<li id=\"fussnote-1\" data-anf=\"note\" data-anf-note=\"1\"><p class=\"mark\" "
     "data-anf=\"label\"><a href=\"#verweis-1\" role=\"doc-backlink\" aria-label=\"Zurück zu [1]\">"
     "[1]<span aria-hidden=\"true\"> ↩</span></a></p>\n<p data-anf=\"paragraph\">n</p>\n</li>\n"},
    {"{\"type\":\"section\",\"role\":\"exchange\",\"children\":[{\"type\":\"section\",\"role\":"
     "\"question\",\"number\":\"1.\",\"children\":[" P("\"a?\"") "]}]}",
     "<section data-anf=\"section\" data-anf-role=\"exchange\" id=\"fragen-1\">\n<section "
     "data-anf=\"section\" data-anf-role=\"question\" id=\"frage-1\">\n<h2 class=\"label\" "
     "data-anf=\"label\"><span>Frage <span data-anf=\"number\">1<span hidden=\"\">.</span></span>"
     "</span></h2>\n<p data-anf=\"paragraph\">a?</p>\n</section>\n</section>\n"},
    {"{\"type\":\"section\",\"role\":\"annex\",\"number\":\"Anlage 2\",\"children\":["
     "{\"type\":\"heading\",\"children\":[\"a\"]}]}",
     "<section data-anf=\"section\" data-anf-role=\"annex\" id=\"anlage-1\">\n<h2 "
     "data-anf=\"heading\"><span data-anf=\"label\"><span data-anf=\"number\">Anlage 2</span>: "
     "</span>a</h2>\n</section>\n"},
};
enum { NODES = sizeof nodes / sizeof *nodes };

START_TEST(each_node)
{
    char content[TEXT_SIZE];
    snprintf(content, sizeof content, "[%s]", nodes[_i].content);
    char *page = page_of_json("", content);
    expect_in(page, nodes[_i].expected);
    anf_free(page);
}
END_TEST

/* --- tables --- */

#define CELL(more, text) "{\"type\":\"cell\"" more ",\"children\":[" text "]}"
#define ROW(cells)       "{\"type\":\"row\",\"children\":[" cells "]}"
#define TABLE(rows)      "{\"type\":\"table\",\"children\":[" rows "]}"
#define HEAD             ",\"header\":true"

START_TEST(scopes)
{
    char *page = page_of_json("", "[" TABLE(ROW(CELL("", "") "," CELL(HEAD, P("\"a\""))) "," ROW(
                                      CELL(HEAD, P("\"b\"")) "," CELL("", P("\"c\"")))) "]");
    expect_in(page, "<div class=\"table\" role=\"region\" tabindex=\"0\" "
                    "aria-label=\"Tabelle 1\">\n<table data-anf=\"table\">\n");
    expect_in(page, "<thead>\n<tr data-anf=\"row\">\n<td data-anf=\"cell\">\n</td>\n"
                    "<th data-anf=\"cell\" scope=\"col\">\n<p data-anf=\"paragraph\">a</p>\n");
    expect_in(page, "<tbody>\n<tr data-anf=\"row\">\n<th data-anf=\"cell\" scope=\"row\">\n"
                    "<p data-anf=\"paragraph\">b</p>\n");
    anf_free(page);
}
END_TEST

/* A head that reaches into the body would be cut off. */
START_TEST(head_that_spans)
{
    char *page = page_of_json("", "[" TABLE(ROW(CELL(HEAD ",\"rowspan\":2", P("\"a\""))) "," ROW(
                                      CELL("", P("\"b\"")))) "]");
    expect_not_in(page, "<thead>");
    expect_in(page, "rowspan=\"2\"");
    anf_free(page);
}
END_TEST

START_TEST(table_in_table)
{
    char *page = page_of_json("", "[" TABLE(ROW(CELL("", TABLE(ROW(CELL("", "")))))) "]");
    expect_in(page, "<td data-anf=\"cell\">\n<table data-anf=\"table\">\n<tr data-anf=\"row\">");
    anf_free(page);
}
END_TEST

/* HTML allows no heading in a header, and the outline goes on without it. */
START_TEST(heading_in_a_header)
{
    char *page = page_of_json(
        "", "[" TABLE(ROW(CELL(HEAD, "{\"type\":\"heading\",\"children\":[\"a\"]}"))) "]");
    expect_in(page, "<p data-anf=\"heading\">a</p>");
    anf_free(page);
}
END_TEST

/* --- addresses --- */

static const struct {
    const char *href;
    int is_safe;
} hrefs[] = {
    {"https://example.org/", 1},
    {"HTTP://example.org/", 1},
    {"mailto:a@example.org", 1},
    {"../a.pdf", 1},
    {"?a:b", 1},
    {"#a", 1},
    {"a/b:c", 1},
    {"javascript:alert(1)", 0},
    {"JavaScript:alert(1)", 0},
    {" javascript:alert(1)", 0},
    {"java\\tscript:x", 0},
    {"data:text/html,x", 0},
    {"vbscript:x", 0},
    {"file:///etc/passwd", 0},
    {"\\u00a0javascript:x", 0},
    {"https", 1},
    {"http :x", 0},
    {"", 0},
};
enum { HREFS = sizeof hrefs / sizeof *hrefs };

START_TEST(addresses)
{
    char content[TEXT_SIZE];
    snprintf(content, sizeof content,
             "[" P("{\"type\":\"link\",\"href\":\"%s\",\"children\":[\"a\"]}") "]", hrefs[_i].href);
    char *page = page_of_json("", content);
    expect_in(page, hrefs[_i].is_safe ? "<a data-anf=\"link\" href=\""
                                      : "<a data-anf=\"link\" data-anf-href=\"");
    anf_free(page);
}
END_TEST

/* --- the page around the content --- */

START_TEST(fields)
{
    char *page = page_of_json("\"title\":\"A < B\",\"kind\":\"grosse-anfrage\",\"parliament\":"
                              "\"DE-BE\",\"term\":19,\"asked\":\"2025-03-03\",\"language\":"
                              "\"dsb\",\"contacts\":[{\"email\":\"a?b@example.org\"}],",
                              "[]");
    expect_in(page, "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"dsb\">");
    expect_in(page, "<title>A &lt; B</title>");
    expect_in(page, "<h1 data-anf=\"field\" data-anf-key=\"title\">A &lt; B</h1>");
    expect_in(page, "<p class=\"kind\"><span data-anf=\"field\" data-anf-key=\"kind\" "
                    "data-anf-value=\"grosse-anfrage\">Große Anfrage</span></p>");
    expect_in(page, "data-anf-value=\"DE-BE\">Abgeordnetenhaus von Berlin</span></b>");
    expect_in(page, "datetime=\"2025-03-03\">3. März 2025</time>");
    expect_in(page, "\"title\":\"A \\u003c B\"");
    expect_not_in(page, "href=\"mailto:");
    anf_free(page);
}
END_TEST

START_TEST(nothing_stated)
{
    char *page = page_of_json("", "[]");
    expect_in(page, "lang=\"de\"");
    expect_in(page, "<h1>Parlamentarische Anfrage</h1>");
    expect_not_in(page, "<dl");
    expect_not_in(page, "<footer");
    expect_not_in(page, "class=\"masthead\"");
    anf_free(page);
}
END_TEST

/* Is the number of the rank of a heading that starts here; 0: none does. */
static unsigned
rank_at(const char *at)
{
    int starts = at[0] == '<' && at[1] == 'h' && at[2] >= '1' && at[2] <= '6' &&
                 (at[3] == ' ' || at[3] == '>');
    return starts ? (unsigned)(at[2] - '0') : 0;
}

static void
check_outline(const char *page)
{
    unsigned last = 0;
    for (const char *at = page; (at = strstr(at, "<h")); at++) {
        unsigned rank = rank_at(at);
        if (!rank)
            continue;
        ck_assert_msg(rank <= last + 1, "h%u behind h%u\n%s", rank, last, page);
        ck_assert_msg(rank > 1 || !last, "a second h1\n%s", page);
        last = rank;
    }
    ck_assert_uint_gt(last, 0);
}

/* What the model holds is escaped, and the generator knows no style sheets. */
static void
check_loads_nothing(const char *page)
{
    static const char *const loaders[] = {"<img",        "<link",   "<iframe", "<object",
                                          "<embed",      "<video",  "<base",   "<script>",
                                          "<script src", "@import", "url("};
    for (size_t i = 0; i < sizeof loaders / sizeof *loaders; i++)
        expect_not_in(page, loaders[i]);
}

static int
compare_ids(const void *a, const void *b)
{
    const char *const *x = a, *const *y = b;
    return strncmp(*x, *y, strcspn(*x, "\"") + 1);
}

static void
check_ids(const char *page)
{
    enum { MOST = 4096 };
    static const char *ids[MOST];
    size_t count = 0;
    for (const char *at = page; (at = strstr(at, " id=\"")) && count < MOST; count++) {
        at += strlen(" id=\"");
        ids[count] = at;
    }
    qsort((void *)ids, count, sizeof *ids, compare_ids);
    for (size_t i = 1; i < count; i++)
        ck_assert_msg(compare_ids(&ids[i - 1], &ids[i]) != 0, "twice: %.40s", ids[i]);
}

START_TEST(whatever_the_inquiry)
{
    struct anf_inquiry *inquiry = generate_inquiry(ctx, (uint64_t)_i);
    char *page = page_of(inquiry);
    check_outline(page);
    check_loads_nothing(page);
    check_ids(page);
    anf_free(page);
    anf_inquiry_unref(inquiry);
}
END_TEST

int
main(void)
{
    enum { SEEDS = 400 };
    Suite *suite = suite_create("html_write");
    TCase *tcase = tcase_create("html_write");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, whole_page);
    tcase_add_loop_test(tcase, contrast, 0, COLOURS);
    tcase_add_loop_test(tcase, each_node, 0, NODES);
    tcase_add_test(tcase, scopes);
    tcase_add_test(tcase, head_that_spans);
    tcase_add_test(tcase, table_in_table);
    tcase_add_test(tcase, heading_in_a_header);
    tcase_add_loop_test(tcase, addresses, 0, HREFS);
    tcase_add_test(tcase, fields);
    tcase_add_test(tcase, nothing_stated);
    tcase_add_loop_test(tcase, whatever_the_inquiry, 0, SEEDS);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
