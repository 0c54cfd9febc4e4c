/* check_text_plugin.c: text in: which blocks the lines of a text become. */
#include "log.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { DUMP_SIZE = 4096 };

static struct anf_context *ctx;
static struct log messages;

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

static struct anf_page *
read_page(const char *text, size_t len)
{
    struct anf_page *page = NULL;
    struct anf_source *source = anf_source_new_memory("seite.txt", text, len);
    ck_assert_ptr_nonnull(source);
    ck_assert_int_eq(anf_read_page(ctx, source, "text", NULL, &page), ANF_OK);
    anf_source_unref(source);
    return page;
}

/* "P" a paragraph, "W" one that may be wrapped, "H1" a heading, "T" preformatted; ">" for each
 * quotation around it; line and column; the text, its line ends as "|". */
static void
dump_block(const struct anf_page *page, const struct anf_block *block, char **at)
{
    uint32_t index = block->place;
    for (const struct anf_place *place; (place = anf_page_place(page, index)) && index;
         index = place->parent)
        *at += sprintf(*at, "%s", place->kind == ANF_PLACE_QUOTE ? ">" : "");
    if (block->kind == ANF_BLOCK_HEADING)
        *at += sprintf(*at, "H%u", block->level);
    else if (block->kind == ANF_BLOCK_PREFORMATTED)
        *at += sprintf(*at, "T");
    else
        *at += sprintf(*at, block->flags & ANF_BLOCK_WRAPPED ? "W" : "P");
    *at += sprintf(*at, " %u:%u ", block->line, block->column);
    for (size_t i = 0; i < block->length; i++)
        *(*at)++ = block->text[i] == '\n' ? '|' : block->text[i];
    *(*at)++ = '\n';
}

static void
check_blocks(const char *text, const char *expected)
{
    char dump[DUMP_SIZE];
    char *at = dump;
    struct anf_page *page = read_page(text, strlen(text));
    for (uint32_t i = 0; i < anf_page_block_count(page); i++)
        dump_block(page, anf_page_block(page, i), &at);
    *at = '\0';
    ck_assert_str_eq(dump, expected);
    anf_page_unref(page);
}

static const struct {
    const char *text;
    const char *blocks;
} cases[] = {
    /* lines and paragraphs */
    {" \n\t\n\xC2\xA0\n", ""},
    {"eins", "P 1:1 eins\n"},
    {"\n  eins\n\nzwei\n", "P 2:3 eins\nP 4:1 zwei\n"},
    {"Platz des Landtags 1\n40221 Düsseldorf\n", "P 1:1 Platz des Landtags 1|40221 Düsseldorf\n"},
    {"a\r\nb\rc\n\r\nd", "P 1:1 a|b|c\nP 5:1 d\n"},
    {"a\vb\xC2\x85"
     "c\xE2\x80\xA8"
     "d\xE2\x80\xA9"
     "e",
     "P 1:1 a|b|c|d|e\n"},
    {"a\fb\n\fc", "P 1:1 a\nP 1:3 b\nP 2:2 c\n"},
    {"äöü\v\vß", "P 1:1 äöü\nP 1:6 ß\n"},
    {"a\xC2\xA0\n\xE2\x80\xA6 b", "P 1:1 a|… b\n"},
    /* rules */
    {"a\n-----\nb c\n* * *\nd\n____\n", "H2 1:1 a\nP 3:1 b c\nP 5:1 d\n"},
    {"a\n--\nb", "P 1:1 a|--|b\n"},
    {"___ Suchen", "P 1:1 ___ Suchen\n"},
    /* headings */
    {"Titel\n=====\nText", "H1 1:1 Titel\nP 3:1 Text\n"},
    {"Fragen\n---", "H2 1:1 Fragen\n"},
    {"kurz\n----------------------------------------\nText", "P 1:1 kurz\nP 3:1 Text\n"},
    {"eins\nzwei\n----\ndrei", "P 1:1 eins|zwei\nP 4:1 drei\n"},
    {"Titel\n\n=====\n", "P 1:1 Titel\n"},
    {"Titel\n\f=====\n", "P 1:1 Titel\n"},
    {"> Titel\n-------\n", ">P 1:3 Titel\n"},
    /* quotations */
    {"> a\n> b\nc", ">P 1:3 a|b\nP 3:1 c\n"},
    {"> a\n>\n> b", ">P 1:3 a\n>P 3:3 b\n"},
    {"> a\n>> b\n> > c\n> d", ">P 1:3 a\n>>P 2:4 b|c\n>P 4:3 d\n"},
    {"  > a", ">P 1:5 a\n"},
    {"    > a", "P 1:5 > a\n"},
    {">mehr", "P 1:1 >mehr\n"},
    {"->", "P 1:1 ->\n"},
    /* columns */
    {"Land       2023  2024\nNord         12     7\nSüd         104    15\n",
     "T 1:1 Land       2023  2024|Nord         12     7|Süd         104    15\n"},
    {"Es gab:\n\t2022\t312\n\t2023\t87\n\nEnde", "P 1:1 Es gab:\nT 2:2 2022\t312|2023\t87\nP 5:1 "
                                                 "Ende\n"},
    {"   Bau             Kosten\n   Lahnbrücke-Nord 4 Mio\n   Dill            5 Mio\n",
     "T 1:4 Bau             Kosten|Lahnbrücke-Nord 4 Mio|Dill            5 Mio\n"},
    {"Land   Zahl\n----   ----\nNord   7\n", "T 1:1 Land   Zahl|----   ----|Nord   7\n"},
    {"Drucksache:  18/901\nDatum:       1.2.2024\n", "P 1:1 Drucksache: 18/901|Datum: 1.2.2024\n"},
    {"-  eins\n-  zwei\n", "P 1:1 - eins|- zwei\n"},
    {"1.  eins\n2.  zwei\n", "P 1:1 1. eins|2. zwei\n"},
    {"Ende.  Anfang und mehr.\nNoch  mehr davon.\n", "P 1:1 Ende. Anfang und mehr.|Noch mehr "
                                                     "davon.\n"},
    {"Allein  steht  es", "P 1:1 Allein steht es\n"},
    {"Nach  dem  Ende  der  Pflicht  wird  sich  die  Truppe  verkleinern  und  Orte\n"
     "aufgeben.  Dieses  sollte  die   Stadt   als   Chance   nutzen,   die   bereits\n",
     "W 1:1 Nach dem Ende der Pflicht wird sich die Truppe verkleinern und Orte|aufgeben. Dieses "
     "sollte die Stadt als Chance nutzen, die bereits\n"},
};

START_TEST(blocks)
{
    check_blocks(cases[_i].text, cases[_i].blocks);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_NOT_TEXT), 0);
}
END_TEST

/* --- wrapping --- */

#define WRAPPED_1                                                                                  \
    "Die Landesregierung betont, dass die digitale Transformation der\n"                           \
    "Verwaltung nur gelingt, wenn Kreise und Gemeinden Personal finden.\n"                         \
    "Sie fördert deshalb Lehrgänge.\n"
#define WRAPPED_2                                                                                  \
    "Im Haushaltsjahr stehen dafür Mittel bereit, die bis zum Sommer\n"                           \
    "Kreis für Kreis abgerufen werden können.\n"

static uint32_t
flags_of(const struct anf_page *page, uint32_t index)
{
    const struct anf_block *block = anf_page_block(page, index);
    ck_assert_ptr_nonnull(block);
    return block->flags & ANF_BLOCK_WRAPPED;
}

START_TEST(wrapped_paragraphs)
{
    static const char text[] = WRAPPED_1 "\n" WRAPPED_2
                                         "\nPlatz des Landtags 1\n40221 Düsseldorf\n\nAllein\n";
    struct anf_page *page = read_page(text, sizeof text - 1);
    ck_assert_uint_eq(anf_page_block_count(page), 4);
    ck_assert_uint_ne(flags_of(page, 0), 0);
    ck_assert_uint_ne(flags_of(page, 1), 0);
    ck_assert_uint_eq(flags_of(page, 2), 0); /* an address ends its lines itself */
    ck_assert_uint_eq(flags_of(page, 3), 0); /* nor has one line any end to doubt */
    anf_page_unref(page);
}
END_TEST

/* The same lines beside text that no one wrapped: every line end is meant. */
START_TEST(unwrapped_text)
{
    enum { PARAGRAPHS = 6 };
    static const char paragraph[] =
        "Die Landesregierung betont, dass die digitale Transformation der Verwaltung nur gelingt, "
        "wenn Kreise und Gemeinden Personal finden, und sie fördert deshalb seit Jahren Lehrgänge "
        "und Modellprojekte, aus denen andere lernen können.\n";
    char text[DUMP_SIZE];
    char *at = stpcpy(text, "Anfrage vom dritten März, beantwortet am vierten April,\n"
                            "Drucksachen neunzehn und zwanzig dieser Wahlperiode,\n"
                            "Landtag\n");
    for (int i = 0; i < PARAGRAPHS; i++)
        at = stpcpy(at, paragraph);
    struct anf_page *page = read_page(text, (size_t)(at - text));
    for (uint32_t i = 0; i < anf_page_block_count(page); i++)
        ck_assert_uint_eq(flags_of(page, i), 0);
    anf_page_unref(page);
}
END_TEST

/* A sentence that goes on in small letters tells of wrapping without any margin. */
START_TEST(lines_that_run_on)
{
    static const char text[] = "2. Leiteinrichtungen bestehen bei Kaisersbach und bei Murrhardt\n"
                               "und bei Auenwald (300 m).\n";
    struct anf_page *page = read_page(text, sizeof text - 1);
    ck_assert_uint_ne(flags_of(page, 0), 0);
    anf_page_unref(page);
}
END_TEST

/* Text out of a PDF: no blank lines; where wrapped text turns to short lines, a block ends. */
START_TEST(turn_from_text_to_lines)
{
    static const char text[] = WRAPPED_1 WRAPPED_2 WRAPPED_1 "Nord\nSüd\nWest\nOst\nMitte\n"
                                                             "Summe\n" WRAPPED_2 WRAPPED_1;
    struct anf_page *page = read_page(text, sizeof text - 1);
    ck_assert_uint_eq(anf_page_block_count(page), 3);
    ck_assert_uint_ne(flags_of(page, 0), 0);
    ck_assert_uint_eq(flags_of(page, 1), 0);
    ck_assert_uint_ne(flags_of(page, 2), 0);
    ck_assert_uint_eq(anf_page_block(page, 1)->line, 9);
    anf_page_unref(page);
}
END_TEST

/* --- bytes --- */

START_TEST(charsets)
{
    static const char latin[] = "Gr\xFC\xDF"
                                "e aus K\xF6ln";
    static const char utf16[] = "\xFF\xFE"
                                "B\0\xFC\0s\0u\0m\0\n\0";
    struct anf_page *page = read_page(latin, sizeof latin - 1);
    ck_assert_str_eq(anf_page_block(page, 0)->text, "Grüße aus Köln");
    anf_page_unref(page);
    page = read_page(utf16, sizeof utf16 - 1);
    ck_assert_str_eq(anf_page_block(page, 0)->text, "Büsum");
    anf_page_unref(page);
}
END_TEST

START_TEST(overlong_forms_are_no_text)
{
    static const char bytes[] = "Kleine Anfrage \xC0\xAF und \xC3\xBC";
    struct anf_page *page = NULL;
    struct anf_source *source = anf_source_new_memory("seite.txt", bytes, sizeof bytes - 1);
    ck_assert_int_eq(anf_read_page(ctx, source, "text", NULL, &page), ANF_ERR_SYNTAX);
    ck_assert_ptr_null(page);
    ck_assert_uint_ge(messages.count, 1);
    anf_source_unref(source);
}
END_TEST

START_TEST(blocks_are_limited)
{
    static const char text[] = "a\n\nb\n\nc\n\nd\n\ne\n";
    struct anf_page *page = NULL;
    struct anf_source *source = anf_source_new_memory("seite.txt", text, sizeof text - 1);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_NODES, 3), ANF_OK);
    ck_assert_int_eq(anf_read_page(ctx, source, "text", NULL, &page), ANF_ERR_LIMIT);
    ck_assert_uint_ge(messages.count, 1);
    anf_source_unref(source);
}
END_TEST

/* Twenty times the text, of every shape that makes the reader look ahead, in no time. */
START_TEST(long_texts)
{
    static const char *const shapes[] = {
        "\n",       "a\n",          "a\f", "> > a\nb\n\n", "a\t", "a  b   c  d\n", "---\n",
        "a\n---\n", "a  b: c  d\n", ">",   WRAPPED_1};
    enum { SIZE = 400000 };
    char *text = malloc(SIZE);
    ck_assert_ptr_nonnull(text);
    for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++) {
        for (size_t j = 0, length = strlen(shapes[i]); j < SIZE; j++)
            text[j] = shapes[i][j % length];
        anf_page_unref(read_page(text, SIZE));
    }
    free(text);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("text_plugin");
    TCase *reading = tcase_create("reading");
    tcase_add_checked_fixture(reading, set_up, tear_down);
    tcase_add_loop_test(reading, blocks, 0, (int)(sizeof cases / sizeof *cases));
    tcase_add_test(reading, wrapped_paragraphs);
    tcase_add_test(reading, unwrapped_text);
    tcase_add_test(reading, lines_that_run_on);
    tcase_add_test(reading, turn_from_text_to_lines);
    tcase_add_test(reading, charsets);
    tcase_add_test(reading, overlong_forms_are_no_text);
    tcase_add_test(reading, blocks_are_limited);
    tcase_add_test(reading, long_texts);
    suite_add_tcase(suite, reading);
    return run_suite(suite);
}
