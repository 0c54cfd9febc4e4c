/* check_html_page.c: what an HTML page as a whole is: its places, its head, its bytes, its
 * limits. */
#include "html_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- places --- */

START_TEST(places_by_element)
{
    expect_blocks("<nav>a</nav><header>b</header><main>c<article>d</article></main>"
                  "<aside>e</aside><footer>f</footer><address>g</address>"
                  "<blockquote>h</blockquote><section>i</section><search>j</search>",
                  "nav P a\nheader P b\nmain P c\nmain/article P d\naside P e\nfooter P f\n"
                  "address P g\nquote P h\ngroup P i\nform P j\n");
}
END_TEST

START_TEST(places_by_role)
{
    expect_blocks("<div role=navigation>a</div><div role='none BANNER'>b</div>"
                  "<section role=contentinfo>c</section><p role=alertdialog>d</p>"
                  "<div role=complementary>e</div><a role=button href=x>f</a>",
                  "nav P a\nheader P b\nfooter P c\ndialog P d\naside P e\n. BUTTON f [a 0-1 x]\n");
    expect_blocks("<div role=table><div role=row><span role=columnheader>a</span>"
                  "<span role=cell>b</span></div></div>",
                  "table/row/cell^ P a\ntable/row/cell P b\n");
}
END_TEST

START_TEST(lists)
{
    expect_blocks("<ul><li>a<ul><li>b</ul><li>c</ul>",
                  "list/item P a\nlist/item/list/item P b\nlist/item P c\n");
    expect_blocks("<ol><li>a<li value=7>b<li><ul><li>c</ul><li>d</ol>",
                  "list#/item1 P a\nlist#/item7 P b\nlist#/item8/list/item P c\nlist#/item9 P d\n");
    expect_blocks("<ol start=-1><li>a<li>b</ol>", "list#/item-1 P a\nlist#/item P b\n");
    expect_blocks("<ol reversed start=3><li>a<li>b</ol><ol reversed><li>c</ol>",
                  "list#/item3 P a\nlist#/item2 P b\nlist#/item P c\n");
    expect_blocks("<ol start=99999999999><li>a<li>b</ol>",
                  "list#/item2147483647 P a\nlist#/item2147483647 P b\n");
}
END_TEST

START_TEST(tables)
{
    expect_blocks("<table><caption>k</caption><thead><tr><th colspan=2>a</thead>"
                  "<tr><td rowspan=3>b<td colspan=0>c<p>d</table>",
                  "table CAPTION k\ntable/row/cell^2x1 P a\ntable/row/cell1x3 P b\n"
                  "table/row/cell P c\ntable/row/cell P d\n");
    expect_blocks("<table><tr><td>a<td><td>b</table>", "table/row/cell P a\ntable/row/cell P b\n");
}
END_TEST

/* --- the head --- */

START_TEST(title_and_description)
{
    expect_document("<head><title>a\n b</title><meta name=Description content='c d'></head>e",
                    "head TITLE a b\nhead DESCRIPTION c d\n. P e\n");
    expect_document("<head><meta property=og:description content=x><title>a</title></head>b",
                    "head TITLE a\nhead DESCRIPTION x\n. P b\n");
    expect_document("<head><meta property=og:description content=x>"
                    "<meta name=description content=y></head>b",
                    "head DESCRIPTION y\n. P b\n");
    expect_document("<head><title>a</title><nav>b</nav><p>c", "head TITLE a\nnav P b\n. P c\n");
}
END_TEST

static void
expect_property(const char *head, int property, const char *expected)
{
    struct html_reading reading = read_html(head, strlen(head));
    ck_assert_int_eq(reading.status, ANF_OK);
    ck_assert_pstr_eq(anf_page_property(reading.page, property), expected);
    end_reading(&reading);
}

START_TEST(properties)
{
    expect_property("<html lang=de_CH><p>a", ANF_PAGE_LANGUAGE, "de-CH");
    expect_property("<html xml:lang=de><p>a", ANF_PAGE_LANGUAGE, "de");
    expect_property("<p lang=de>a", ANF_PAGE_LANGUAGE, NULL);
    expect_property("<meta property=og:url content=https://b.example/>"
                    "<link rel='x Canonical' href=https://a.example/><p>a",
                    ANF_PAGE_URL, "https://a.example/");
    expect_property("<meta property=og:url content=https://b.example/><p>a", ANF_PAGE_URL,
                    "https://b.example/");
    expect_property("<link rel=stylesheet href=https://a.example/><p>a", ANF_PAGE_URL, NULL);
}
END_TEST

START_TEST(published)
{
    expect_property("<meta name=date content=2024-01-01>"
                    "<meta property=article:published_time content='2025-05-12T08:00:00+02:00'>"
                    "<meta name=DC.date.issued content=2023-01-01><p>a",
                    ANF_PAGE_PUBLISHED, "2025-05-12T08:00:00+02:00");
    expect_property("<p><time itemprop=datePublished datetime=2025-05-12>gestern</time>",
                    ANF_PAGE_PUBLISHED, "2025-05-12");
    expect_property("<p><time datetime=2025-05-12>gestern</time>", ANF_PAGE_PUBLISHED, NULL);
    expect_property("<meta name=date content=12.05.2025><p>a", ANF_PAGE_PUBLISHED, NULL);
}
END_TEST

/* --- bytes --- */

START_TEST(references)
{
    expect_blocks("<p>f&uuml;r f&uumlr &#8364; &#150; &#x96 &amp &lt;b&gt; &copy=1",
                  ". P für für € – – & <b> &copy=1\n");
    expect_blocks("<p>a&#0;b&#xD800;c&#99999999999;d&#x;e&#1;", ". P a\xef\xbf\xbd"
                                                                "b\xef\xbf\xbd"
                                                                "c\xef\xbf\xbd"
                                                                "d&#x;e\xef\xbf\xbd\n");
    expect_blocks("<p><a href='?a=1&copy=2&para'>\xc2\x96</a>", ". P – [a 0-3 ?a=1&copy=2¶]\n");
}
END_TEST

START_TEST(zero_bytes_end_nothing)
{
    static const char html[] = "<title>Eine Seite mit so viel Text, dass sie keine Datei von einer "
                               "anderen Art sein kann</title><p title='a\0b'>c\0d</p>e";
    struct html_reading reading = read_html(html, sizeof html - 1);
    ck_assert_int_eq(reading.status, ANF_OK);
    char *printed = print_page(reading.page);
    ck_assert_ptr_nonnull(strstr(printed, "\n. P c\xef\xbf\xbd"
                                          "d\n. P e\n"));
    free(printed);
    end_reading(&reading);
}
END_TEST

START_TEST(the_label_is_honoured)
{
    static const char *const heads[] = {
        "<meta charset=iso-8859-2><p>",
        "<META http-equiv = 'Content-Type' content=\"text/html; charset = 'iso-8859-2'\"><p>",
        "<?xml version='1.0' encoding='ISO-8859-2'?><html><p>",
        "<!-- <meta charset=utf-8> --><a title='<meta charset=koi8-r>'></a>"
        "<meta charset='ISO-8859-2'><p>",
        NULL,
    };
    for (size_t i = 0; heads[i]; i++) {
        char html[200];
        snprintf(html, sizeof html, "%s\xb3\xf3", heads[i]);
        expect_document(html, ". P łó\n");
    }
    expect_document("<meta charset=iso-8859-1><p>\x84Gr\xfc\xdf"
                    "e\x93",
                    ". P „Grüße“\n");
    /* what is valid UTF-8 is UTF-8, whatever it says */
    expect_document("<meta charset=iso-8859-1><p>Grüße", ". P Grüße\n");
}
END_TEST

START_TEST(positions)
{
    static const char html[] = "<h1>\n  Ä <b>b</b></h1><p>&uuml;c<br><br>\nd";
    static const uint32_t expected[][2] = {{2, 3}, {2, 20}, {3, 1}};
    struct html_reading reading = read_html(html, sizeof html - 1);
    ck_assert_uint_eq(anf_page_block_count(reading.page), 3);
    for (uint32_t i = 0; i < 3; i++) {
        ck_assert_uint_eq(anf_page_block(reading.page, i)->line, expected[i][0]);
        ck_assert_uint_eq(anf_page_block(reading.page, i)->column, expected[i][1]);
    }
    end_reading(&reading);
}
END_TEST

/* --- limits --- */

/* So many of these in a row, and a last word. */
static char *
repeat(const char *piece, size_t count)
{
    size_t length = strlen(piece);
    char *html = malloc(length * count + 5);
    ck_assert_ptr_nonnull(html);
    for (size_t i = 0; i < count; i++)
        memcpy(html + i * length, piece, length);
    memcpy(html + length * count, "Ende", 5);
    return html;
}

static void
expect_limit(const char *piece, size_t count, uint32_t code)
{
    char *html = repeat(piece, count);
    struct html_reading reading = read_html(html, strlen(html));
    ck_assert_int_eq(reading.status, code ? ANF_ERR_LIMIT : ANF_OK);
    ck_assert_uint_eq(reading.code, code);
    end_reading(&reading);
    free(html);
}

START_TEST(depth_is_bounded_and_nothing_is_lost_below_256)
{
    expect_limit("<div>", 200, 0);
    expect_limit("<div>", 220, 0);
    expect_limit("<div>", 221, ANF_CODE_TOO_DEEP);
    expect_limit("<div>", 100000, ANF_CODE_TOO_DEEP);
    expect_limit("<font>", 600, 0);
    expect_limit("<font>", 100000, ANF_CODE_TOO_DEEP);
    char *html = repeat("<font>", 600);
    expect_document(html, ". P Ende\n");
    free(html);
}
END_TEST

START_TEST(attributes_are_bounded)
{
    char *attributes = malloc(7 * 2000 + 1);
    ck_assert_ptr_nonnull(attributes);
    for (size_t i = 0; i < 2000; i++)
        snprintf(attributes + 7 * i, 8, " a%05zu", i);
    char *html = malloc(7 * 2000 + 100);
    ck_assert_ptr_nonnull(html);
    sprintf(html, "<p%s>Ende", attributes);
    struct html_reading reading = read_html(html, strlen(html));
    ck_assert_int_eq(reading.status, ANF_ERR_LIMIT);
    ck_assert_uint_eq(reading.code, ANF_CODE_HTML_ATTRIBUTES);
    end_reading(&reading);
    attributes[7 * 1024] = '\0';
    sprintf(html, "<p%s>Ende", attributes);
    expect_document(html, ". P Ende\n");
    /* in a script, in a comment and in a value they are none */
    attributes[7 * 1024] = ' ';
    sprintf(html, "<!--<p%s-->Ende", attributes);
    expect_document(html, ". P Ende\n");
    sprintf(html, "<p title='%s'>Ende", attributes);
    expect_document(html, ". P Ende\n");
    sprintf(html, "<script>a<b%s</script>Ende", attributes);
    expect_document(html, ". P Ende\n");
    free(html);
    free(attributes);
}
END_TEST

START_TEST(blocks_are_bounded)
{
    static const char html[] = "<p>a\n<p>b\n<p>c\n<p>d";
    struct html_reading reading = read_html_within(html, sizeof html - 1, ANF_LIMIT_NODES, 3);
    ck_assert_int_eq(reading.status, ANF_ERR_LIMIT);
    ck_assert_uint_eq(reading.code, ANF_CODE_TOO_MANY_NODES);
    ck_assert_uint_eq(reading.line, 4);
    end_reading(&reading);
}
END_TEST

START_TEST(binary_data_is_no_page)
{
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\1\0\0\0\1\b\6\0\0\0";
    struct html_reading reading = read_html(png, sizeof png - 1);
    ck_assert_int_eq(reading.status, ANF_ERR_SYNTAX);
    ck_assert_uint_eq(reading.code, ANF_CODE_NOT_TEXT);
    end_reading(&reading);
}
END_TEST

/* --- a whole page --- */

START_TEST(a_members_page)
{
    char path[4096];
    snprintf(path, sizeof path, "%s/fixtures/html/member-wordpress.html", getenv("ANFRAGE_TESTS"));
    FILE *file = fopen(path, "rb");
    ck_assert_ptr_nonnull(file);
    static char html[100000];
    size_t length = fread(html, 1, sizeof html, file);
    fclose(file);
    struct html_reading reading = read_html(html, length);
    ck_assert_int_eq(reading.status, ANF_OK);
    char *printed = print_page(reading.page);
    static const char *const lines[] = {
        "\ngroup/group/main/article/header H1 Wie unterstützt die Landesregierung die Digital",
        "\ngroup/group/main/article/group P Kleine Anfrage von Angela Freimuth, Franziska ",
        "\ngroup/group/main/article/group P Die Kleine Anfrage thematisiert die Unterstützung ",
        "\ngroup/group/main/article/group P Die Landesregierung Nordrhein-Westfalen betont, ",
        "\ngroup/footer/group P © Angela Freimuth\n",
        "\ndialog P Cookies werden zur Benutzerführung ",
        "\ndialog BUTTON Ablehnen\n",
        "\ngroup/group/main/group/group/form BUTTON Kommentar abschicken\n",
        "/MMD18-14241.pdf [a 19-90 https://www.landtag.nrw.de/",
        NULL,
    };
    for (size_t i = 0; lines[i]; i++)
        ck_assert_msg(strstr(printed, lines[i]) != NULL, "%s is not in\n%s", lines[i], printed);
    ck_assert_ptr_null(strstr(printed, "kein Text"));
    free(printed);
    end_reading(&reading);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("html: page");
    TCase *rules = tcase_create("rules");
    tcase_add_test(rules, places_by_element);
    tcase_add_test(rules, places_by_role);
    tcase_add_test(rules, lists);
    tcase_add_test(rules, tables);
    tcase_add_test(rules, title_and_description);
    tcase_add_test(rules, properties);
    tcase_add_test(rules, published);
    tcase_add_test(rules, references);
    tcase_add_test(rules, zero_bytes_end_nothing);
    tcase_add_test(rules, the_label_is_honoured);
    tcase_add_test(rules, positions);
    tcase_add_test(rules, depth_is_bounded_and_nothing_is_lost_below_256);
    tcase_add_test(rules, attributes_are_bounded);
    tcase_add_test(rules, blocks_are_bounded);
    tcase_add_test(rules, binary_data_is_no_page);
    tcase_add_test(rules, a_members_page);
    suite_add_tcase(suite, rules);
    return run_suite(suite);
}
