/* check_odt_own_edits.c: documents of ours that a person edited: what was edited comes back as it
 * stands there, is told, and all else is as it was. */
#include "odt_own_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *json; /* of the carried inquiry, as the writer of JSON has it */
static struct own_odt odt;

static void
set_up_own(void)
{
    set_up();
    char *text = fixture("../odt/own.json");
    struct anf_inquiry *inquiry = read_json(text);
    json = json_of(inquiry);
    odt = own_odt_of_json(text);
    anf_inquiry_unref(inquiry);
    free(text);
}

static void
tear_down_own(void)
{
    own_odt_clear(&odt);
    anf_free(json);
    tear_down();
}

#define ANSWER  "<text:p text:style-name=\"Anfrage_20_Antwort\">"
#define VALUE   "<text:p text:style-name=\"Anfrage_20_Kopf_20_Wert\">"
#define ITEM    "<text:list-item><text:p text:style-name=\"List_20_Contents\">"
#define P(text) "{\"type\": \"paragraph\", \"children\": [" text "]}"
#define ROW(field, value)                                                                          \
    "<table:table-row><table:table-cell><text:p>" field                                            \
    "</text:p></table:table-cell><table:table-cell><text:p>" value                                 \
    "</text:p></table:table-cell></table:table-row>"

/* What is edited in content.xml, and what of it comes in JSON; the first message of how many. */
static const struct edit {
    const char *from;
    const char *to;
    const char *was;
    const char *now;
    const char *message;
    size_t count;
} edits[] = {
    /* paragraphs */
    {"Wann?", "Wann genau?", "\"Wann?\"", "\"Wann genau?\"",
     "changed: question 1., paragraph \"1. Wann genau?\"", 1},
    {"1.<text:tab/>Wann?", "1a.<text:tab/>Wann?", "\"role\": \"question\", \"number\": \"1.\"",
     "\"role\": \"question\", \"number\": \"1a.\"", "changed: question 1., paragraph", 1},
    {"1.<text:tab/>Wann?", "Seit wann?",
     "\"role\": \"question\", \"number\": \"1.\", \"children\": [" P("\"Wann?\""),
     "\"role\": \"question\", \"number\": null, \"children\": [" P("\"Seit wann?\""),
     "changed: question 1.", 1},
    {ANSWER "Bald ", ANSWER "Vorweg.</text:p>" ANSWER "Bald ",
     "{\"type\": \"paragraph\", \"children\": [\"Bald ",
     P("\"Vorweg.\"") ", {\"type\": \"paragraph\", \"children\": [\"Bald ",
     "put in: answer 1., paragraph \"Vorweg.\"", 1},
    {"<text:p text:style-name=\"Quotations\">Dort.</text:p>", "",
     "{\"type\": \"quote\", \"children\": [" P("\"Dort.\"") "]}, ", "",
     "taken out: summary-answer, paragraph \"Dort.\"", 1},
    {"Dort.</text:p>", "Dort.</text:p><text:p text:style-name=\"Quotations\">Da.</text:p>",
     P("\"Dort.\""), P("\"Dort.\"") ", " P("\"Da.\""), "put in: summary-answer", 1},
    {"x<text:line-break/>y", "x<text:line-break/>z", "\"x\\ny\"", "\"x\\nz\"", "changed", 1},
    {"Bild B</text:a>", "Bild C</text:a>", "\"alt\": \"Bild B\"", "\"alt\": \"Bild C\"", "changed",
     1},
    {">Wo?", "><text:span text:style-name=\"Emphasis\">Wo</text:span>?", "[\"Wo?\"]",
     "[{\"type\": \"emphasis\", \"children\": [\"Wo\"]}, \"?\"]", "changed", 1},
    {"Siehe ", "Vgl. ", "\"Siehe \"", "\"Vgl. \"", "changed", 1},
    {">Wo?",
     "><draw:frame xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\"><draw:text-box>"
     "<text:p>weg</text:p></draw:text-box></draw:frame>Wo?",
     "", "", "pictures and text boxes that were put in are left out: 1", 1},
    /* headings */
    {">Plätze<", ">Bedarf<", "\"Plätze\"", "\"Bedarf\"", "changed: chapter, heading \"Bedarf\"", 1},
    {"text:outline-level=\"1\">Plätze", "text:outline-level=\"3\">Plätze", "\"level\": 2",
     "\"level\": 4", "changed: chapter, heading", 1},
    {"<text:p text:style-name=\"Quotations\">Dort.</text:p>",
     "<text:h text:outline-level=\"2\">Dort.</text:h>",
     "{\"type\": \"quote\", \"children\": [" P("\"Dort.\"") "]}",
     "{\"type\": \"heading\", \"level\": null, \"children\": [\"Dort.\"]}",
     "taken out: summary-answer, paragraph \"Dort.\"", 2},
    {"Zusammenfassung der Antwort", "Kurz gesagt",
     "\"role\": \"summary-answer\", \"number\": null, \"children\": [",
     "\"role\": \"summary-answer\", \"number\": null, \"children\": [{\"type\": \"heading\", "
     "\"level\": null, \"children\": [\"Kurz gesagt\"]}, ",
     "changed: summary-answer, heading \"Kurz gesagt\"", 1},
    {"Antwort zu 1", "Antwort der Regierung", "", "", "a label that the program writes", 1},
    /* footnotes */
    {"Oder nie.", "Oder bald.", "\"Oder nie.\"", "\"Oder bald.\"",
     "changed: answer 1., paragraph \"Oder bald.\"", 1},
    {"text:label=\"*\"", "text:label=\"**\"", "\"marker\": \"*\"", "\"marker\": \"**\"",
     "changed: answer 1., footnote", 1},
    {">Wo?",
     ">Wo?<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Hier."
     "</text:p></text:note-body></text:note>",
     "[\"Wo?\"]",
     "[\"Wo?\", {\"type\": \"footnote\", \"marker\": null, \"children\": [" P("\"Hier.\"") "]}]",
     "changed", 1},
    /* lists, whose labels the document counts */
    {ITEM "zwei", ITEM "neu</text:p></text:list-item>" ITEM "zwei",
     "{\"type\": \"item\", \"number\": \"b)\", \"children\": [" P("\"zwei\"") "]}",
     "{\"type\": \"item\", \"number\": \"b)\", \"children\": [" P(
         "\"neu\"") "]}, "
                    "{\"type\": \"item\", \"number\": \"c)\", \"children\": [" P("\"zwei\"") "]}",
     "put in: answer 1., item \"neu\"", 1},
    {ITEM "eins</text:p></text:list-item>", "",
     "{\"type\": \"item\", \"number\": \"a)\", \"children\": [" P(
         "\"eins\"") "]}, "
                     "{\"type\": \"item\", \"number\": \"b)\", \"children\": [" P("\"zwei\"") "]}",
     "{\"type\": \"item\", \"number\": \"a)\", \"children\": [" P("\"zwei\"") "]}",
     "taken out: answer 1., item \"eins\"", 1},
    /* tables */
    {">7<", ">8<", "[\"7\"]", "[\"8\"]", "changed: answer 1., paragraph \"8\"", 1},
    {"<text:p text:style-name=\"Table_20_Heading\"/>",
     "<text:p text:style-name=\"Table_20_Heading\">Zahl</text:p>",
     "\"header\": true, \"colspan\": null, \"rowspan\": null, \"children\": []",
     "\"header\": true, \"colspan\": null, \"rowspan\": null, \"children\": [" P("\"Zahl\"") "]",
     "put in: answer 1., paragraph \"Zahl\"", 1},
    {">Zahlen<", ">Zahl<", "[\"Zahlen\"]", "[\"Zahl\"]", "changed", 1},
    /* fields */
    {">Alt<", ">Neu<", "\"title\": \"Alt\"", "\"title\": \"Neu\"", "changed: title \"Neu\"", 1},
    {"18. Wahlperiode<text:tab/>Drucksache 18/1", "19. Wahlperiode<text:tab/>Drucksache 19/2",
     "\"term\": 18, \"reference\": \"18/1\"", "\"term\": 19, \"reference\": \"19/2\"",
     "changed: reference", 1},
    {"<text:tab/>Drucksache 18/1", "", "\"reference\": \"18/1\"", "\"reference\": null", "changed",
     1},
    {">Kleine Anfrage 7<", ">Große Anfrage 7<",
     "\"kind\": \"kleine-anfrage\", \"kind_label\": \"Kleine Anfrage\"",
     "\"kind\": \"grosse-anfrage\", \"kind_label\": \"Große Anfrage\"", "changed: kind_label", 1},
    {"3. März 2025", "04.03.2025", "\"asked\": \"2025-03-03\"", "\"asked\": \"2025-03-04\"",
     "changed: asked \"04.03.2025\"", 1},
    {"3. März 2025", "demnächst", "", "", "a field was changed to what is no value for it", 1},
    {VALUE "3. März 2025</text:p>", "<text:p/>", "\"asked\": \"2025-03-03\"", "\"asked\": null",
     "taken out: asked", 1},
    {"Ada Brenner (SPD)", "Ada Brenner-Vogt (Die Linke)",
     "\"name\": \"Ada Brenner\", \"party\": \"SPD\"",
     "\"name\": \"Ada Brenner-Vogt\", \"party\": \"Die Linke\"", "changed: askers", 1},
    {"Bo Clasen", "Bo Clasen (Grüne, Sprecherin)",
     "\"name\": \"Bo Clasen\", \"party\": null, \"role\": null",
     "\"name\": \"Bo Clasen\", \"party\": \"Grüne\", \"role\": \"Sprecherin\"", "changed", 1},
    {"Fraktion CDU", "Fraktion FDP", "\"name\": \"CDU\", \"party\": \"CDU\"",
     "\"name\": \"FDP\", \"party\": \"FDP\"", "changed", 1},
    {VALUE "Fraktion CDU</text:p>", VALUE "Fraktion CDU</text:p>" VALUE "und weitere</text:p>",
     "\"more_askers\": false", "\"more_askers\": true", "put in: askers \"und weitere\"", 1},
    {">Ministerium<", ">Staatskanzlei<", "\"organization\": \"Ministerium\"",
     "\"organization\": \"Staatskanzlei\"", "changed: answerers", 1},
    {"Schule; Sport", "Schule; Hort; Sport", "[\"Schule\", \"Sport\"]",
     "[\"Schule\", \"Hort\", \"Sport\"]", "changed: subjects", 1},
    {"</table:table-row></table:table></text:section>",
     "</table:table-row>" ROW("Stand", "beantwortet") "</table:table></text:section>",
     "\"status\": null", "\"status\": \"beantwortet\"", "put in: status", 1},
    {"</table:table-row></table:table></text:section>",
     "</table:table-row>" ROW("Wetter", "gut") "</table:table></text:section>", "", "",
     "this is no field that is known", 2},
    {">Themen<", ">Worum es geht<", "", "", "a label that the program writes was changed", 1},
    {"https://b.example/2</text:a>", "https://b.example/3</text:a>",
     "\"other\": [\"https://b.example/2\"]", "\"other\": [\"https://b.example/3\"]",
     "changed: links_other", 1},
    {"xlink:href=\"https://b.example/2\"", "xlink:href=\"https://b.example/4\"",
     "\"other\": [\"https://b.example/2\"]", "\"other\": [\"https://b.example/4\"]",
     "changed: links_other", 1},
    {"© R<", "© S<", "\"rights\": \"R\"", "\"rights\": \"S\"", "changed: rights", 1},
    {"Platz 1, b@a.example", "Platz 2, 1 Ort, c@a.example",
     "\"email\": \"b@a.example\", \"organization\": \"Landtag\", \"address\": [\"Platz 1\"]",
     "\"email\": \"c@a.example\", \"organization\": \"Landtag\", \"address\": [\"Platz 2\", \"1 "
     "Ort\"]",
     "changed: contacts", 1},
    {"<text:p text:style-name=\"Anfrage_20_Schluss\">© R</text:p>", "", "\"rights\": \"R\"",
     "\"rights\": null", "taken out: rights", 1},
};
enum { EDITS = sizeof edits / sizeof *edits };

static void
expect(const char *content, const char *expected)
{
    struct anf_inquiry *back = read_own_odt(content, odt.inquiry);
    ck_assert_ptr_nonnull(back);
    char *now = json_of(back);
    size_t same = 0;
    while (now[same] && now[same] == expected[same])
        same++;
    ck_assert_msg(!now[same] && !expected[same], "expected: %.300s\nis:       %.300s",
                  expected + same, now + same);
    anf_free(now);
    anf_inquiry_unref(back);
}

START_TEST(comes_back_as_edited)
{
    const struct edit *edit = &edits[_i];
    char *content = edited(odt.content, edit->from, edit->to);
    char *expected = edited(json, edit->was, edit->now);
    expect(content, expected);
    expect_in(said.items[0].message, edit->message);
    ck_assert_uint_eq(said.count, edit->count);
    ck_assert_uint_eq(said.items[0].code,
                      *edit->was ? ANF_CODE_ODT_EDITED : ANF_CODE_ODT_NOT_TAKEN);
    free(expected);
    free(content);
}
END_TEST

/* --- what was cut out and pasted --- */

static char *
cut_out(const char *text, const char *start, const char *end, char **ret_rest)
{
    const char *from = strstr(text, start);
    ck_assert_ptr_nonnull(from);
    const char *to = strstr(from, end);
    ck_assert_ptr_nonnull(to);
    char *part = strndup(from, (size_t)(to - from));
    *ret_rest = edited(text, part, "");
    return part;
}

static char *
moved(const char *text, const char *start, const char *end, const char *before)
{
    char *rest, *behind;
    char *part = cut_out(text, start, end, &rest);
    ck_assert_int_gt(asprintf(&behind, "%s%s", part, before), 0);
    char *result = edited(rest, before, behind);
    free(part);
    free(rest);
    free(behind);
    return result;
}

#define EXCHANGE "<text:section text:style-name=\"Abschnitt\" text:name=\"anf:exchange-"
#define SUMMARY  "<text:section text:style-name=\"Abschnitt\" text:name=\"anf:summary"
#define EXCHANGES                                                                                  \
    "{\"type\": \"section\", \"role\": \"exchange\", \"number\": null, \"children\": "             \
    "[{\"type\": \"section\", \"role\": \"question\", \"number\": "

START_TEST(a_question_is_moved)
{
    char *content = moved(odt.content, EXCHANGE "2", "</text:section>" SUMMARY, EXCHANGE "1");
    char *expected;
    char *part = cut_out(json, ", " EXCHANGES "\"2.\"",
                         "]}, {\"type\": \"section\", \"role\": \"summary-answer\"", &expected);
    char *both;
    ck_assert_int_gt(asprintf(&both, "%s, " EXCHANGES "\"1.\"", part + 2), 0);
    char *whole = edited(expected, EXCHANGES "\"1.\"", both);
    expect(content, whole);
    expect_in(said.items[0].message, "moved: exchange");
    ck_assert_uint_eq(said.count, 1);
    free(both);
    free(whole);
    free(part);
    free(expected);
    free(content);
}
END_TEST

/* It keeps its name, by which it is known however much else was changed in it. */
START_TEST(and_changed)
{
    char *text = moved(odt.content, EXCHANGE "2", "</text:section>" SUMMARY, EXCHANGE "1");
    char *content = edited(text, "Wo?", "Wohin denn?");
    struct anf_inquiry *back = read_own_odt(content, odt.inquiry);
    char *now = json_of(back);
    expect_in(now, "\"number\": \"2.\", \"children\": [" P("\"Wohin denn?\""));
    ck_assert(strstr(now, "Wohin denn?") < strstr(now, "Wann?"));
    expect_in(said.items[0].message, "moved: exchange");
    expect_in(said.items[1].message, "changed: question 2.");
    ck_assert_uint_eq(said.count, 2);
    anf_free(now);
    anf_inquiry_unref(back);
    free(content);
    free(text);
}
END_TEST

#define BALD "<text:p text:style-name=\"Anfrage_20_Antwort\">Bald "

/* With its nested marks, its footnote and all that only the carried inquiry knows. */
START_TEST(a_paragraph_is_moved)
{
    char *content = moved(odt.content, BALD, "<text:list ",
                          "<text:p text:style-name=\"Quotations\">");
    struct anf_inquiry *back = read_own_odt(content, odt.inquiry);
    char *now = json_of(back);
    expect_in(now, "\"role\": \"summary-answer\", \"number\": null, \"children\": [{\"type\": "
                   "\"paragraph\", \"children\": [\"Bald \", {\"type\": \"strong\", \"children\": "
                   "[\"und \", {\"type\": \"emphasis\", \"children\": [\"gern\"]}]}, \".\", "
                   "{\"type\": \"footnote\", \"marker\": \"*\"");
    expect_in(said.items[0].message, "moved: answer 1., paragraph \"Bald und gern.\"");
    ck_assert_uint_eq(said.count, 1);
    anf_free(now);
    anf_inquiry_unref(back);
    free(content);
}
END_TEST

/* --- what is left --- */

/* An answer needs its exchange, and that a question. */
START_TEST(a_question_is_taken_out)
{
    char *content;
    char *part = cut_out(odt.content, "<text:section text:style-name=\"Frage\"",
                         "<text:section text:style-name=\"Antwort\"", &content);
    struct anf_inquiry *back = read_own_odt(content, odt.inquiry);
    char *now = json_of(back);
    expect_in(now, "{\"type\": \"section\", \"role\": \"question\", \"number\": null, "
                   "\"children\": []}, {\"type\": \"section\", \"role\": \"answer\"");
    expect_in(said.items[0].message, "taken out: question 1.");
    anf_free(now);
    anf_inquiry_unref(back);
    free(part);
    free(content);
}
END_TEST

/* Nobody says that the inquiry has no title by cutting off what stands above it. */
START_TEST(the_head_is_taken_out)
{
    char *content;
    char *part = cut_out(odt.content, "<text:section text:name=\"anf:kopf\"",
                         "<text:section text:style-name=\"Abschnitt\" text:name=\"anf:chapter-1\"",
                         &content);
    expect(content, json);
    ck_assert_uint_eq(said.count, 1);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_ODT_NOT_TAKEN);
    free(part);
    free(content);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("odt_own_edits");
    TCase *tcase = tcase_create("odt_own_edits");
    tcase_add_checked_fixture(tcase, set_up_own, tear_down_own);
    tcase_add_loop_test(tcase, comes_back_as_edited, 0, EDITS);
    tcase_add_test(tcase, a_question_is_moved);
    tcase_add_test(tcase, and_changed);
    tcase_add_test(tcase, a_paragraph_is_moved);
    tcase_add_test(tcase, a_question_is_taken_out);
    tcase_add_test(tcase, the_head_is_taken_out);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
