/* check_text_own.c: text of our own is read by its grammar, also when a person has edited it; what
 * does not follow the grammar is read as any other text. That whatever was written reads back is
 * told by check_round_trip.c. */
#include "generate.h"
#include "json_support.h"
#include "project.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME  "\nanfrage-text/1\n"
#define GUARD "\xC2\xA0"

static int
try_bytes(const char *text, size_t len, struct anf_inquiry **ret_inquiry)
{
    struct anf_source *source = anf_source_new_memory("anfrage.txt", text, len);
    ck_assert_ptr_nonnull(source);
    int status = anf_read_one(ctx, source, "text", NULL, ret_inquiry);
    anf_source_unref(source);
    return status;
}

static struct anf_inquiry *
read_text(const char *text)
{
    struct anf_inquiry *inquiry = NULL;
    ck_assert_int_eq(try_bytes(text, strlen(text), &inquiry), ANF_OK);
    project_without_provenance(inquiry);
    return inquiry;
}

static void
check_read(const char *text, const char *members)
{
    char json[4096];
    snprintf(json, sizeof json, "{\"schema\": \"anfrage-json/1\", %s}", members);
    struct anf_inquiry *expected = read_json(json);
    struct anf_inquiry *found = read_text(text);
    ck_assert_msg(anf_inquiry_equal(expected, found), "%s", text);
    anf_inquiry_unref(expected);
    anf_inquiry_unref(found);
}

/* --- sound texts, as a person might type them --- */

#define P(text)          "{\"type\": \"paragraph\", \"children\": [\"" text "\"]}"
#define NODE(type, rest) "{\"type\": \"" type "\", \"children\": [" rest "]}"
#define SECTION(role, rest)                                                                        \
    "{\"type\": \"section\", \"role\": \"" role "\", \"children\": [" rest "]}"
#define NUMBERED(role, number, rest)                                                               \
    "{\"type\": \"section\", \"role\": \"" role "\", \"number\": \"" number                        \
    "\", \"children\": [" rest "]}"
#define CONTENT(rest) "\"content\": [" rest "]"
#define CELL(rest)    NODE("cell", rest)
#define HEAD(rest)    "{\"type\": \"cell\", \"header\": true, \"children\": [" rest "]}"
#define LINK(href, text)                                                                           \
    "{\"type\": \"link\", \"href\": \"" href "\", \"children\": [\"" text "\"]}"
#define NOTE(marker, rest)                                                                         \
    "{\"type\": \"footnote\", \"marker\": \"" marker "\", \"children\": [" rest "]}"

static const struct {
    const char *text;
    const char *members;
} sound[] = {
    /* the head */
    {"Ja?\n===\n" NAME, "\"title\": \"Ja?\""},
    {"Kleine Anfrage 7 von A (SPD), Fraktion CDU und anderen\n" NAME,
     "\"kind\": \"kleine-anfrage\", \"kind_label\": \"Kleine Anfrage\", \"inquiry_number\": \"7\", "
     "\"askers\": [{\"name\": \"A\", \"party\": \"SPD\"}, {\"name\": \"CDU\", \"party\": \"CDU\", "
     "\"group\": true}], \"more_askers\": true"},
    {"Stand: offen\nDrucksache 18/1\n18. Wahlperiode\n" NAME,
     "\"status\": \"offen\", \"reference\": \"18/1\", \"term\": 18"},
    {"Drucksache 18/1\n\nDrucksache 18/2\n" NAME,
     "\"reference\": \"18/1\", " CONTENT(P("Drucksache 18/2"))},
    {"Drucksache 18/1\n\n* * *\n\nGestellt am 01.02.2024\n" NAME,
     "\"reference\": \"18/1\", " CONTENT(P("Gestellt am 01.02.2024"))},
    {"a\r\n\r\nb\r\n\r\nanfrage-text/1 lang=de wrapped\r\n\r\n",
     "\"language\": \"de\", " CONTENT(P("a") "," P("b"))},
    /* sections */
    {"Anlage\n------\n\nx\n\nWeiteres:\n\ny\n" NAME,
     CONTENT(
         SECTION("annex", NODE("heading", "\"Anlage\"") "," P("x")) "," SECTION("other", P("y")))},
    {GUARD "Anlage\n------\n\n" GUARD "1. x\n" NAME,
     CONTENT(NODE("heading", "\"Anlage\"") "," P("1. x"))},
    {"Wir fragen:\n\n1. Wie?\n\nAntwort zu 1: So.\n\nUnd so.\n\n2. Wann?\n\n* * *\n\nz\n" NAME,
     CONTENT(SECTION("introduction", P("Wir fragen:")) "," SECTION(
         "exchange", NUMBERED("question", "1.", P("Wie?")) "," NUMBERED(
                         "answer", "1.",
                         P("So.") "," P("Und so."))) "," SECTION("exchange",
                                                                 NUMBERED("question", "2.",
                                                                          P("Wann?"))) "," P("z"))},
    {"1. Wie?\n2. Wann?\n\nAntwort, Zu 1 und 2: So.\n" NAME,
     CONTENT(SECTION("exchange", NUMBERED("question", "1.", P("Wie?")) "," NUMBERED(
                                     "question", "2.",
                                     P("Wann?")) "," NUMBERED("answer", "Zu 1 und 2", P("So."))))},
    {"Frage 3: Wie?\n\n    Und?\n\nw\n" NAME,
     CONTENT(
         SECTION("exchange", NUMBERED("question", "Frage 3", P("Wie?") "," P("Und?"))) "," P("w"))},
    {"II. Wege\n--------\n\n1. Wie?\n\n* * * *\n\nAnlage:\n\nx\n" NAME,
     CONTENT(NUMBERED(
         "chapter", "II.",
         NODE("heading", "\"Wege\"") "," SECTION(
             "exchange", NUMBERED("question", "1.", P("Wie?"))) "," SECTION("annex", P("x"))))},
    /* blocks */
    {"a\nb\n" NAME, CONTENT(NODE("paragraph", "\"a\"," NODE("break", "") ",\"b\""))},
    {"a\nb\n " NAME, CONTENT(NODE("paragraph", "\"a\"," NODE("break", "") ",\"b\""))},
    {"a\nb\n" GUARD "c\n\nanfrage-text/1 wrapped\n",
     CONTENT(NODE("paragraph", "\"a b\"," NODE("break", "") ",\"c\""))},
    {"> a\n>\n> > b\n\n> c\n" NAME,
     CONTENT(NODE("quote", P("a") "," NODE("quote", P("b"))) "," NODE("quote", P("c")))},
    {"| a\n|\n|  b\n" NAME, CONTENT(NODE("preformatted", "\"a\\n\\n b\""))},
    {"  - a\n\n  - b\n   - c\n" NAME,
     CONTENT(NODE("list", NODE("item", P("a")) "," NODE("item", P("b"))) "," NODE(
         "list", NODE("item", P("c"))))},
    {"[Bild: Ein [" GUARD "roter]" GUARD " Bus] <bus.png>\n" NAME,
     CONTENT("{\"type\": \"image\", \"src\": \"bus.png\", \"alt\": \"Ein [roter] Bus\"}")},
    {"T\n===  ===\na    b\n===  ===\nc\n===  ===\n" NAME,
     CONTENT(
         NODE("table", NODE("caption", "\"T\"") "," NODE(
                           "row", HEAD(P("a")) "," HEAD(P("b"))) "," NODE("row", CELL(P("c")))))},
    {"===  ===\na    " GUARD GUARD "\nb\n...  ...\n     c\n===  ===\n" NAME,
     CONTENT(
         NODE("table", NODE("row", CELL(P("a b")) "," CELL("")) "," NODE("row", CELL(P("c")))))},
    {"|===\n|---\n! a\n|---\n| b\n\n  c\n|\n|===\n" NAME,
     CONTENT(NODE("table", NODE("row", HEAD(P("a"))) "," NODE(
                               "row", CELL(P("b") "," P("c")) "," CELL(""))))},
    /* inlines */
    {"a [b c] <d:e> <f:g> [hh] < i <> [" GUARD "1]\n" NAME,
     CONTENT(NODE("paragraph", "\"a \"," LINK("d:e", "b c") ",\" \"," LINK(
                                   "f:g", "f:g") ",\" [hh] < i <> [1]\""))},
    {"a[1] b[*]\n\n[1] c\n[*] d\n\n    e\n" NAME,
     CONTENT(
         NODE("paragraph", "\"a\"," NOTE("1", P("c")) ",\" b\"," NOTE("*", P("d") "," P("e"))))},
    /* the end */
    {"a\n\n© B\n\nKontakt\n-------\n\nBüro B\nPlatz 1\n\nb@example.org\n" NAME,
     "\"rights\": \"B\", \"contacts\": [{\"organization\": \"Büro B\", \"address\": [\"Platz "
     "1\"]}, "
     "{\"email\": \"b@example.org\"}], " CONTENT(P("a"))},
};

START_TEST(sound_texts)
{
    check_read(sound[_i].text, sound[_i].members);
    ck_assert_uint_eq(said.count, 0);
}
END_TEST

/* --- texts that were edited: read on, and say which line is odd --- */

static const struct {
    const char *text;
    uint32_t line;
    const char *members;
} odd[] = {
    {"a\n\n    b\n" NAME, 3, CONTENT(P("a") "," P("b"))},
    {"a\n\nAntwort: b\n" NAME, 3, CONTENT(P("a") "," P("Antwort: b"))},
    {"* * * *\n\na\n" NAME, 1, CONTENT(P("a"))},
    {"a\n\n===\nb\n\nc\n" NAME, 3,
     CONTENT(P("a") "," NODE("table", NODE("row", CELL(P("b"))) "," NODE("row", CELL(P("c")))))},
    {"|===\n| a\nb\n|===\n" NAME, 3, CONTENT(NODE("table", NODE("row", CELL(P("a")))))},
    {"a\n\n[1] b\n" NAME, 3,
     CONTENT(NODE("paragraph", "\"a\"") "," NODE("paragraph", NOTE("1", "") ",\" b\""))},
    {"Gestellt am 31.02.2024\n\na\n" NAME, 1, CONTENT(P("Gestellt am 31.02.2024") "," P("a"))},
    {"a\n\nanfrage-text/1 lang=?\n", 3, CONTENT(P("a"))},
};

START_TEST(odd_lines)
{
    check_read(odd[_i].text, odd[_i].members);
    ck_assert_uint_eq(said.count, 1);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_TEXT_OWN_ODD);
    ck_assert_int_eq(said.items[0].severity, ANF_SEVERITY_WARNING);
    ck_assert_uint_eq(said.items[0].line, odd[_i].line);
}
END_TEST

/* A mark that lost its footnote, and an answer that lost its question, are no reason to complain.
 */
START_TEST(lost_parts)
{
    check_read("a[1] b[2]\n\n[2] c\n" NAME,
               CONTENT(NODE("paragraph", "\"a\"," NOTE("1", "") ",\" b\"," NOTE("2", P("c")))));
    ck_assert_uint_eq(said.count, 0);
}
END_TEST

/* --- any other text --- */

static const char page[] = "Kleine Anfrage 7 der Abgeordneten Berta Muster (SPD)\n\n"
                           "Drucksache 18/901\n\n1. Wie viele Busse fahren?\n\n";

static void
check_recognised(const char *end)
{
    char text[2048];
    snprintf(text, sizeof text, "%s%s", page, end);
    struct anf_inquiry *inquiry = read_text(text);
    ck_assert_str_eq(anf_inquiry_asker(inquiry, 0)->name, "Berta Muster");
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_REFERENCE), "18/901");
    anf_inquiry_unref(inquiry);
}

START_TEST(other_texts)
{
    check_recognised("");
    check_recognised("anfrage-text/2\n");
    check_recognised("anfrage-text/11\n");
    check_recognised("anfrage-text/1\n\nUnd noch etwas.\n");
    ck_assert_uint_eq(said.count, 0);
    check_recognised("\x01" NAME);
    ck_assert_uint_ge(said.count, 1);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_TEXT_OWN_REFUSED);
}
END_TEST

START_TEST(texts_that_only_claim)
{
    check_recognised("    a\n\n      b\n\n    c\n\n   d\n\n      e\n" NAME);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_TEXT_OWN_ODD);
    ck_assert_uint_eq(said.items[1].code, ANF_CODE_TEXT_OWN_REFUSED);
}
END_TEST

/* --- hostile texts --- */

START_TEST(limits)
{
    enum { DEEP = 400 };
    char text[2 * DEEP + sizeof NAME + 2] = "";
    struct anf_inquiry *inquiry = NULL;
    for (size_t i = 0; i < DEEP; i++)
        strcpy(text + 2 * i, "> ");
    strcat(text, "a\n" NAME);
    ck_assert_int_eq(try_bytes(text, strlen(text), &inquiry), ANF_ERR_LIMIT);
    ck_assert_uint_eq(said.items[0].code, ANF_CODE_TOO_DEEP);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_NODES, 3), ANF_OK);
    ck_assert_int_eq(try_bytes("a\n\nb\n" NAME, sizeof "a\n\nb\n" NAME - 1, &inquiry),
                     ANF_ERR_LIMIT);
    ck_assert_uint_eq(said.items[1].code, ANF_CODE_TOO_MANY_NODES);
}
END_TEST

/* Every shape that makes the reader look ahead, many times, in no time. */
START_TEST(long_texts)
{
    static const char *const shapes[] = {
        "[",
        "<",
        "[Anm.: ",
        "[a] <",
        "> ",
        "  - ",
        "1. ",
        "1. a\n",
        "|===\n",
        "===\n",
        "===\na\n",
        "| a\n",
        "[1] ",
        "a[1]\n\n",
        "[1] x\n\n",
        "[1] x\n",
        "1. x\n\nAntwort: x\n\n",
        "* * *\n",
        "a\n---\n",
        "...  ...\n",
        "===  ===\n",
        "[Bild: ",
        "Anlage:\n\n",
        "[[",
        GUARD,
        "Frage: ",
        "x:",
        "Fragesteller: a\n",
        "a\n\n\n\n",
        "===  ===  ===\na\n.....\n",
        "|===\n|---\n",
        "Kontakt\n---\n\na\n\n",
    };
    enum { SIZE = 300000 };
    char *text = malloc(SIZE + sizeof NAME);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        struct anf_inquiry *inquiry = NULL;
        for (size_t j = 0, length = strlen(shapes[i]); j < SIZE; j++)
            text[j] = shapes[i][j % length];
        memcpy(text + SIZE, "\n" NAME, sizeof NAME);
        try_bytes(text, SIZE + sizeof NAME, &inquiry);
        anf_inquiry_unref(inquiry);
    }
    free(text);
}
END_TEST

/* Cut, doubled and exchanged lines of sound texts: any outcome, but no crash, and what comes of it
 * is an inquiry that can be written. */
static size_t
mangle(const char *text, size_t len, uint64_t seed, char *out)
{
    size_t written = 0;
    uint64_t chance = seed;
    for (const char *at = text, *end = text + len; at < end;) {
        const char *line = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((line ? line + 1 : end) - at);
        chance = chance * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
        unsigned what = (unsigned)(chance >> 60); /* of 16 */
        size_t skip = what == 1 && length > 1 ? 1 : 0;
        for (int copies = what == 0 ? 0 : what == 2 ? 2 : 1; copies; copies--) {
            memcpy(out + written, at + skip, length - skip);
            written += length - skip;
        }
        at += length;
    }
    memcpy(out + written, NAME, sizeof NAME - 1);
    return written + sizeof NAME - 1;
}

START_TEST(mangled_texts)
{
    enum { COUNT = 300 };
    for (uint64_t seed = 1; seed <= COUNT; seed++) {
        struct anf_inquiry *inquiry = generate_inquiry(ctx, seed), *back = NULL;
        struct anf_sink *sink = anf_sink_new_memory();
        ck_assert_int_eq(anf_write(ctx, inquiry, "text", NULL, sink), ANF_OK);
        size_t len;
        char *text = anf_sink_steal(sink, &len);
        char *mangled = malloc(2 * len + sizeof NAME);
        ck_assert_ptr_nonnull(mangled);
        size_t length = mangle(text, len, seed, mangled);
        int status = try_bytes(mangled, length, &back);
        ck_assert_msg(status == ANF_OK || status == ANF_ERR_LIMIT || status == ANF_ERR_NO_INQUIRY,
                      "seed %" PRIu64 ": %s", seed, anf_strerror(status));
        if (status == ANF_OK)
            ck_assert_int_eq(anf_inquiry_check(back, NULL), ANF_OK);
        free(mangled);
        anf_free(text);
        anf_sink_unref(sink);
        anf_inquiry_unref(back);
        anf_inquiry_unref(inquiry);
    }
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

int
main(void)
{
    Suite *suite = suite_create("text_own");
    TCase *reading = tcase_create("reading");
    tcase_add_checked_fixture(reading, set_up, tear_down);
    tcase_add_loop_test(reading, sound_texts, 0, COUNT(sound));
    tcase_add_loop_test(reading, odd_lines, 0, COUNT(odd));
    tcase_add_test(reading, lost_parts);
    tcase_add_test(reading, other_texts);
    tcase_add_test(reading, texts_that_only_claim);
    tcase_add_test(reading, limits);
    tcase_add_test(reading, long_texts);
    tcase_add_test(reading, mangled_texts);
    suite_add_tcase(suite, reading);
    return run_suite(suite);
}
