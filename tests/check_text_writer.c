/* check_text_writer.c: text out, byte for byte. */
#include "json_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Write the inquiry of some JSON as text; to be given to anf_free. */
static char *
text_of(const char *json, const char *const *options)
{
    struct anf_inquiry *inquiry = read_json(json);
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_ptr_nonnull(sink);
    ck_assert_int_eq(anf_write(ctx, inquiry, "text", options, sink), ANF_OK);
    char *text = anf_sink_steal(sink, NULL);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
    return text;
}

/* Below what is expected, the grammar is named. */
static void
check_text_named(const char *members, const char *const *options, const char *expected,
                 const char *name)
{
    static const char head[] = "{\"schema\": \"anfrage-json/1\", ";
    char *json = calloc(sizeof head + strlen(members) + 1, 1);
    char *whole = calloc(strlen(expected) + strlen(name) + 2, 1);
    ck_assert(json && whole);
    strcat(strcat(strcpy(json, head), members), "}");
    strcat(strcat(strcpy(whole, expected), *expected ? "\n" : ""), name);
    char *text = text_of(json, options);
    ck_assert_str_eq(text, whole);
    anf_free(text);
    free(whole);
    free(json);
}

static void
check_text(const char *members, const char *const *options, const char *expected)
{
    check_text_named(members, options, expected, "anfrage-text/1\n");
}

START_TEST(full_example)
{
    static const char *const wrap[] = {"wrap=40", NULL};
    char *json = fixture("full.json");
    char *expected = fixture("../text/full.txt");
    char *wrapped = fixture("../text/full-40.txt");
    char *text = text_of(json, NULL);
    ck_assert_str_eq(text, expected);
    anf_free(text);
    text = text_of(json, wrap);
    ck_assert_str_eq(text, wrapped);
    anf_free(text);
    free(json);
    free(expected);
    free(wrapped);
}
END_TEST

/* --- above and below the content --- */

#define GUARD "\xC2\xA0"

static const struct {
    const char *members;
    const char *text;
} field_cases[] = {
    {"\"title\": null", ""},
    {"\"title\": \"Ja?\"", "Ja?\n===\n"},
    {"\"title\": \"A\"", "A\n===\n"},
    {"\"title\": \"日本\"", "日本\n====\n"},
    {"\"kind\": \"grosse-anfrage\"", "Art: Große Anfrage\n"},
    {"\"kind\": \"kleine-anfrage\", \"kind_label\": \"Schriftliche Kleine Anfrage\"",
     "Schriftliche Kleine Anfrage\n"},
    {"\"kind\": \"anfrage\", \"kind_label\": \"Bürgeranfrage\"", "Bürgeranfrage\n\nArt: Anfrage\n"},
    {"\"kind_label\": \"Kleine Anfrage\"", "Kleine Anfrage\n\nArt: ohne Angabe\n"},
    {"\"kind_label\": \"Drucksache\"", "Bezeichnung: Drucksache\n"},
    {"\"inquiry_number\": \"7\"", "Nummer der Anfrage: 7\n"},
    {"\"kind_label\": \"Mündliche Frage\", \"inquiry_number\": \"7\", \"askers\": [{\"name\": \"A "
     "B\"}]",
     "Mündliche Frage 7 von A B\n"},
    {"\"askers\": [{\"name\": \"A\", \"party\": \"FDP\"}, {\"name\": \"B\", \"party\": \"SPD\", "
     "\"role\": \"MdL\"}], \"more_askers\": true",
     "Von A (FDP), B (SPD, MdL) und anderen\n"},
    {"\"more_askers\": true", "Von mehreren\n"},
    {"\"askers\": [{\"name\": \"SPD\", \"party\": \"SPD\", \"group\": true}]",
     "Von Fraktion SPD\n"},
    {"\"askers\": [{\"name\": \"Fraktion der SPD\", \"party\": \"SPD\", \"group\": true}]",
     "Von Fraktion der SPD (SPD)\n"},
    {"\"kind_label\": \"Anfrage\", \"kind\": \"anfrage\", \"askers\": [{\"name\": \"A, B\"}, "
     "{\"party\": \"SPD\", \"role\": \"MdL\"}], \"more_askers\": true",
     "Anfrage\n\nFragesteller: A, B\nFragesteller:\n  Partei: SPD\n  Funktion: MdL\nund andere\n"},
    {"\"askers\": [{\"name\": \"A (B)\", \"organization\": \" C\", \"group\": true}]",
     "Fragesteller: A (B)\n  Organisation: " GUARD " C\n  als Gruppe\n"},
    {"\"parliament\": \"DE\"", "Deutscher Bundestag\n"},
    {"\"parliament\": \"DE-BY\", \"term\": 19", "Bayerischer Landtag, 19. Wahlperiode\n"},
    {"\"parliament\": \"AT-1\", \"term\": 3", "Parlament: AT-1\n3. Wahlperiode\n"},
    {"\"term\": 3", "3. Wahlperiode\n"},
    {"\"answer_reference\": \"3/4\"", "Drucksache der Antwort: 3/4\n"},
    {"\"reference\": \"der Antwort: 3\"", "Drucksache der Antwort: 3\n"},
    {"\"asked\": \"0999-01-31\"", "Gestellt am 31.01.0999\n"},
    {"\"answerers\": [{\"organization\": \"Senat\"}, {\"name\": \"C\", \"role\": \"Senatorin\"}, "
     "{\"name\": \"D\", \"organization\": \"Amt\"}]",
     "Beantwortet durch: Senat; C (Senatorin); Amt (D)\n"},
    {"\"answerers\": [{\"organization\": \"Haus; Hof\"}]",
     "Antwortgeber:\n  Organisation: Haus; Hof\n"},
    {"\"subjects\": [\"A, B\", \"C\"]", "Themen: A, B; C\n"},
    {"\"subjects\": [\"A; B\", \"C\"]", "Thema: A; B\nThema: C\n"},
    {"\"rights\": \"R\", \"contacts\": [{\"email\": \"x@example.org\"}]",
     "© R\n\nKontakt\n-------\n\nx@example.org\n"},
    {"\"contacts\": [{\"name\": \"A\"}, {\"organization\": \"B\", \"address\": [\"C 1\"]}]",
     "Kontakt\n-------\n\nName: A\n\nB\nC 1\n"},
};

START_TEST(fields)
{
    check_text(field_cases[_i].members, NULL, field_cases[_i].text);
}
END_TEST

/* --- content --- */

#define P(text)          "{\"type\": \"paragraph\", \"children\": [\"" text "\"]}"
#define NODE(type, rest) "{\"type\": \"" type "\", \"children\": [" rest "]}"
#define SECTION(role, rest)                                                                        \
    "{\"type\": \"section\", \"role\": \"" role "\", \"children\": [" rest "]}"
#define NUMBERED(role, number, rest)                                                               \
    "{\"type\": \"section\", \"role\": \"" role "\", \"number\": \"" number                        \
    "\", \"children\": [" rest "]}"
#define ITEM(number, rest)                                                                         \
    "{\"type\": \"item\", \"number\": \"" number "\", \"children\": [" rest "]}"
#define ORDERED(rest) "{\"type\": \"list\", \"ordered\": true, \"children\": [" rest "]}"
#define CELL(text)    NODE("cell", P(text))
#define HEAD(text)    "{\"type\": \"cell\", \"header\": true, \"children\": [" P(text) "]}"
#define WIDE(n, text) "{\"type\": \"cell\", \"colspan\": " #n ", \"children\": [" P(text) "]}"
#define TALL(n, text) "{\"type\": \"cell\", \"rowspan\": " #n ", \"children\": [" P(text) "]}"
#define NOTE(text)    NODE("footnote", P(text))

static const struct {
    const char *content;
    const char *text;
} content_cases[] = {
    {P("eins") "," P("zwei"), "eins\n\nzwei\n"},
    /* sections, questions, answers */
    {SECTION("summary-answer", P("x")), "Zusammenfassung der Antwort:\n\nx\n"},
    {NUMBERED("annex", "1", P("x")), "Anlage, 1:\n\nx\n"},
    {NUMBERED("chapter", "II.", NODE("heading", "\"Wege\"") "," P("x")),
     "II. Wege\n--------\n\nx\n"},
    {NUMBERED("chapter", "II.", P("x")), "Kapitel, II.:\n\nx\n"},
    {SECTION("other", P("x")), "Weiteres:\n\nx\n"},
    {SECTION("exchange", NUMBERED("question", "1.", P("Wie?") "," P("Und?")) "," NUMBERED(
                             "answer", "1.", P("So.") "," P("Und so."))),
     "1. Wie?\n\n   Und?\n\nAntwort zu 1: So.\n\nUnd so.\n"},
    {SECTION("exchange", SECTION("question", P("Wie?"))), "Frage: Wie?\n"},
    {SECTION("exchange",
             NUMBERED("question", "1.", P("Wie?")) "," NUMBERED(
                 "question", "2.", P("Wann?")) "," NUMBERED("answer", "1 und 2.", P("So."))),
     "1. Wie?\n2. Wann?\n\nAntwort zu 1 und 2.: So.\n"},
    {SECTION("exchange", NUMBERED("question", "1.", NODE("list", NODE("item", P("a")))) "," SECTION(
                             "answer", NODE("quote", P("So.")))),
     "1.\n\n     - a\n\nAntwort:\n\n> So.\n"},
    {SECTION("exchange", SECTION("question", P("Wie?")) "," SECTION("answer", "")),
     "Frage: Wie?\n\nAntwort:\n"},
    {SECTION("exchange", SECTION("question", P("Wie?")) "," SECTION(
                             "answer", NODE("heading", "\"Zu Frage 1\"") "," P("So."))),
     "Frage: Wie?\n\nZu Frage 1\n----------\n\nSo.\n"},
    /* lists */
    {NODE("list", NODE("item", P("a")) "," NODE("item", P("b"))), "  - a\n  - b\n"},
    {ORDERED(NODE("item", P("a")) "," ITEM("b)", P("b")) "," NODE("item", P("c"))),
     "  1. a\n  b) b\n  3. c\n"},
    {NODE("list", NODE("item", P("a") "," ORDERED(NODE("item", P("b")))) "," NODE("item", P("c"))),
     "  - a\n      1. b\n  - c\n"},
    {NODE("list", NODE("item", P("a") "," P("b")) "," NODE("item", P("c"))) "," P("d"),
     "  - a\n\n    b\n\n  - c\n\nd\n"},
    {NODE("list", NODE("item", NODE("list", NODE("item", P("a"))))), "  -\n      - a\n"},
    {NODE("list", NODE("item", "") "," NODE("item", P("a"))), "  -\n  - a\n"},
    /* quotations and preformatted text */
    {NODE("quote", P("a") "," P("b")) "," P("c"), "> a\n>\n> b\n\nc\n"},
    {NODE("quote", P("a")) "," NODE("quote", P("b")), "> a\n\n> b\n"},
    {NODE("quote", P("a") "," NODE("quote", P("b")) "," P("c")), "> a\n>\n> > b\n>\n> c\n"},
    {NODE("list", NODE("item", P("a") "," NODE("quote", P("b")))), "  - a\n\n    > b\n"},
    {NODE("preformatted", "\"a\\n  b\\n\\nc\""), "| a\n|   b\n|\n| c\n"},
    /* inlines */
    {NODE("paragraph", "\"a\"," NODE("break", "") ",\"b\""), "a\nb\n"},
    {NODE("paragraph", NODE("strong", "\"a\"," NODE("emphasis", "\"b\""))), "ab\n"},
    {NODE("paragraph", "{\"type\": \"link\", \"href\": \"x:y\", \"children\": [\"x:y\"]}"),
     "<x:y>\n"},
    {NODE("paragraph", "{\"type\": \"link\", \"href\": \"x:y\", \"children\": [\"z\"]}"),
     "" GUARD "[z] <x:y>\n"},
    {NODE("paragraph", "{\"type\": \"link\", \"href\": \"x:y\"}"), "[] <x:y>\n"},
    {"{\"type\": \"image\", \"src\": \"a.png\"}", "[Bild] <a.png>\n"},
    {NODE("paragraph", "\"a\\u2028b\\u0085c\""), "a bc\n"},
    /* footnotes: at the end of their section, under the number that the text has */
    {NODE("paragraph", "\"a\"," NOTE("n1")) "," SECTION(
         "other", NODE("paragraph", "\"b\"," NOTE("n2"))) "," P("c"),
     "a[Anm. 1]\n\n[Anm. 1] n1\n\nWeiteres:\n\nb[Anm. 2]\n\n[Anm. 2] n2\n\n* * *\n\nc\n"},
    {SECTION("other", NODE("paragraph", "\"a\"," NOTE("n1")) "," SECTION(
                          "other", NODE("paragraph", "\"b\"," NOTE("n2")))),
     "Weiteres:\n\na[Anm. 1]\n\n[Anm. 1] n1\n\n* * * *\n\nWeiteres:\n\nb[Anm. 2]\n\n[Anm. 2] n2\n"},
    {NODE("paragraph", "\"a\",{\"type\": \"footnote\", \"marker\": \"*\", \"children\": [" P(
                           "n") "," P("m") "]}"),
     "a[*]\n\n[*] n\n\n    m\n"},
    /* tables */
    {NODE("table",
          NODE("row", CELL("a") "," CELL("bb")) "," NODE("row", CELL("ccc") "," CELL("d"))),
     "===  ===\na    bb\nccc  d\n===  ===\n"},
    {NODE("table", NODE("caption", "\"T\"") "," NODE("row", HEAD("日本") "," HEAD("b")) "," NODE(
                       "row", CELL("a") "," CELL("b"))),
     "T\n====  ===\n日本  b\n====  ===\na     b\n====  ===\n"},
    {NODE("table", NODE("row", WIDE(2, "lang und länger") "," CELL("x")) "," NODE(
                       "row", CELL("a") "," CELL("b") "," CELL("c"))),
     "===============  ===  ===\nlang und länger       x\na                b    c\n=============== "
     " ===  ===\n"},
    {NODE("table", NODE("row", TALL(2, "a") "," CELL("b")) "," NODE("row", CELL("c"))),
     "===  ===\na    b\n     c\n===  ===\n"},
    {NODE("table", NODE("row", WIDE(1000, "a")) "," NODE("row", WIDE(1000, "b"))),
     "===\na\nb\n===\n"},
    {NODE("table", NODE("row", NODE("cell", P("a") "," P("b")) "," CELL("c")) "," NODE(
                       "row", CELL("d") "," CELL("e"))),
     "===  ===\na    c\n\nb\n...  ...\nd    e\n===  ===\n"},
    {NODE("table", NODE("row", NODE("cell", NODE("table", NODE("row", CELL("a") "," CELL("b")))))),
     "====\n|===\n|---\n| a\n| b\n|===\n....\n====\n"},
    {NODE("table", NODE("row", NODE("cell", NODE("paragraph", "\"a\"," NOTE("n"))))),
     "=========\na[Anm. 1]\n=========\n\n[Anm. 1] n\n"},
};

START_TEST(content)
{
    char members[4096];
    snprintf(members, sizeof members, "\"content\": [%s]", content_cases[_i].content);
    check_text(members, NULL, content_cases[_i].text);
}
END_TEST

/* --- wrapping --- */

START_TEST(wrapping)
{
    static const char *const narrow[] = {"wrap=24", NULL};
    static const char *const none[] = {"wrap=0", NULL};
    static const char *const nonsense[] = {"wrap=breit", NULL};
    static const char members[] = "\"content\": [" NODE(
        "list", NODE("item", P("ein zwei drei vier fünf")) "," NODE(
                    "item", P("Donaudampfschifffahrtsgesellschaft ja"))) "," NODE("quote",
                                                                                  P("日本日本日本 "
                                                                                    "日本日本日本 "
                                                                                    "x")) "]";
    static const char unwrapped[] = "  - ein zwei drei vier fünf\n"
                                    "  - Donaudampfschifffahrtsgesellschaft ja\n"
                                    "\n> 日本日本日本 日本日本日本 x\n";
    check_text_named(members, narrow,
                     "  - ein zwei drei vier\n    fünf\n"
                     "  - Donaudampfschifffahrtsgesellschaft\n    ja\n"
                     "\n> 日本日本日本\n> 日本日本日本 x\n",
                     "anfrage-text/1 wrapped\n");
    check_text(members, none, unwrapped);
    ck_assert_uint_eq(said.count, 0);
    check_text(members, nonsense, unwrapped);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_BAD_OPTION_VALUE);
}
END_TEST

/* --- what is lost --- */

START_TEST(each_loss_is_said_once)
{
    static const int severities[] = {
        ANF_SEVERITY_NOTE,    /* provenance */
        ANF_SEVERITY_NOTE,    /* heading levels */
        ANF_SEVERITY_NOTE,    /* emphasis */
        ANF_SEVERITY_WARNING, /* spans */
    };
    char *json = fixture("full.json");
    anf_free(text_of(json, NULL));
    ck_assert_uint_eq(said.count, sizeof severities / sizeof *severities);
    for (size_t i = 0; i < said.count; i++) {
        ck_assert_uint_eq(said.items[i].code, ANF_CODE_TEXT_CANNOT_HOLD);
        ck_assert_int_eq(said.items[i].severity, severities[i]);
    }
    free(json);
}
END_TEST

START_TEST(rare_losses)
{
    check_text("\"content\": [" NODE("table", NODE("row", CELL("a") "," HEAD("b"))) "]", NULL,
               "===  ===\na    b\n===  ===\n");
    ck_assert_uint_eq(said.count, 1);
    ck_assert_int_eq(said.items[0].severity, ANF_SEVERITY_NOTE);
    check_text("\"content\": [" NODE("preformatted", "\"a\"," NODE("break", "") ",\"b\"") "]", NULL,
               "| a\n| b\n");
    ck_assert_uint_eq(said.count, 2);
    ck_assert_int_eq(said.items[1].severity, ANF_SEVERITY_NOTE);
    check_text("\"content\": [" P("a") "]", NULL, "a\n");
    ck_assert_uint_eq(said.count, 2);
}
END_TEST

/* --- size --- */

/* One wide cell above many rows would pad each of them: it is written cell below cell instead. */
START_TEST(padding_is_bounded)
{
    enum { WIDTH = 100000, ROWS = 2000, ROW = 200 };
    static const char row[] = "," NODE("row", CELL("y") "," CELL("z"));
    char *json = malloc(WIDTH + ROWS * ROW);
    ck_assert_ptr_nonnull(json);
    char *at = stpcpy(json, "{\"schema\": \"anfrage-json/1\", \"content\": [{\"type\": \"table\", "
                            "\"children\": [{\"type\": \"row\", \"children\": [{\"type\": "
                            "\"cell\", \"children\": [{\"type\": \"paragraph\", \"children\": [\"");
    memset(at, 'x', WIDTH);
    at = stpcpy(at + WIDTH, "\"]}]}]}");
    for (int i = 0; i < ROWS; i++)
        at = stpcpy(at, row);
    strcpy(at, "]}]}");
    char *text = text_of(json, NULL);
    ck_assert_uint_lt(strlen(text), 2 * WIDTH + ROWS);
    ck_assert_ptr_nonnull(strstr(text, "\n|---\n| y\n| z\n|---\n| y\n| z\n"));
    anf_free(text);
    free(json);
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

int
main(void)
{
    Suite *suite = suite_create("text_writer");
    TCase *writing = tcase_create("writing");
    tcase_add_checked_fixture(writing, set_up, tear_down);
    tcase_add_test(writing, full_example);
    tcase_add_loop_test(writing, fields, 0, COUNT(field_cases));
    tcase_add_loop_test(writing, content, 0, COUNT(content_cases));
    tcase_add_test(writing, wrapping);
    tcase_add_test(writing, each_loss_is_said_once);
    tcase_add_test(writing, rare_losses);
    tcase_add_test(writing, padding_is_bounded);
    suite_add_tcase(suite, writing);
    return run_suite(suite);
}
