/* check_surroundings.c: what stands behind questions and answers and is the page's own. */
#include "recognised.h"
#include "support.h"

#include <anfrage/plugin.h>

#include <stdlib.h>
#include <string.h>

static struct anf_context *ctx;

static void
set_up(void)
{
    ctx = anf_context_new();
}

static void
tear_down(void)
{
    ctx = anf_context_unref(ctx);
}

#define PAGE                                                                                       \
    "# Wie geht es den Deichen?\n\nKleine Anfrage von Eva Muster (SPD)\n\n"                        \
    "1. Wie alt sind sie?\n\nAntwort:\n\nSehr alt.\n\nUnd hoch.\n\n"
#define CONTENT                                                                                    \
    "content(exchange(question[1.](paragraph(Wie alt sind sie?)) "                                 \
    "answer(heading(Antwort) paragraph(Sehr alt.) paragraph(Und hoch.)"

static const struct page_example examples[] = {
    {PAGE "« zurück zur Übersicht | nach oben\n\nUnser Sommerfest war schön.", CONTENT ")))"},
    {PAGE "Anfrage herunterladen (PDF, 96 KB)\n\nMeta Beispiel, Pressestelle", CONTENT ")))"},
    {PAGE "Bürgerbüro Husum, Deichweg 5, 25813 Husum, Fon 04841 0000\n\nBis bald!", CONTENT ")))"},
    {PAGE "Home | Themen | Kontakt\n\nDer Landtag tagt wieder.", CONTENT ")))"},
    {PAGE "Das könnte Sie ebenfalls interessieren\n\nKleine Anfrage: Siele im Süden",
     CONTENT ")))"},
    {PAGE "## Termine\n\nAm 20. Juni tagt der Deichverband in Husum.", CONTENT ")))"},
    {PAGE "Diese Seite wurde zuletzt aktualisiert am 12.06.1999.\n\nMail an Eva", CONTENT ")))"},
    {PAGE "Veröffentlicht in Umwelt\n\nPressestelle der Fraktion", CONTENT ")))"},
    {PAGE "Facebook\n\nNewsletter abonnieren\n\nEinmal im Monat gibt es Neues vom Deich.",
     CONTENT ")))"},
    /* What is asked may be what pages say of themselves. */
    {"# Wie neugierig ist das Land?\n\nKleine Anfrage von Eva Muster (SPD)\n\nDiese Seite "
     "verwendet "
     "Cookies.\n\n1. Welche Behörde verwendet Cookies?",
     "content(exchange(question[1.](paragraph(Welche Behörde verwendet Cookies?))))"},
    {"# Deiche\n\nKleine Anfrage von Eva Muster (SPD)\n\n1. Wie alt?\n\n2. Wie hoch?\n\n"
     "## Antworten auf die Fragen 1 und 2\n\nAlt und hoch.",
     "content(exchange(question[1.](paragraph(Wie alt?)) question[2.](paragraph(Wie hoch?)) "
     "answer(heading(Antworten auf die Fragen 1 und 2) paragraph(Alt und hoch.))))"},
    /* Footnotes belong to the answers. */
    {PAGE "## Termine\n\nAm 20. Juni tagt der Deichverband.\n\n* Ohne Siele.",
     CONTENT " paragraph(* Ohne Siele.))))"},
    /* A sentence does, too, though such a word is in it. */
    {PAGE "Die Dokumente sendet das Amt per Fax und nicht per E-Mail.",
     CONTENT " paragraph(Die Dokumente sendet das Amt per Fax und nicht per E-Mail.))))"},
};

START_TEST(behind_the_answers)
{
    check_example(ctx, &examples[_i]);
}
END_TEST

static void
add_paragraph(struct anf_page *page, const char *text)
{
    ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, 1, 1), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, text, strlen(text)), ANF_OK);
    ck_assert_int_eq(anf_page_close_block(page), ANF_OK);
}

/* What stands in another part of the page is of it, whatever it says. */
START_TEST(another_part_of_the_page)
{
    struct anf_page *page = anf__page_new(ctx);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_GROUP, 0), ANF_OK);
    add_paragraph(page, "Kleine Anfrage von Eva Muster");
    add_paragraph(page, "Ich frage die Landesregierung:");
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_LIST, ANF_PLACE_ORDERED), ANF_OK);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_ITEM, 0), ANF_OK);
    anf_page_set_number(page, 1);
    add_paragraph(page, "Wie alt sind die Deiche?");
    anf_page_close_place(page);
    anf_page_close_place(page);
    add_paragraph(page, "Über die Deiche wird viel geredet.");
    anf_page_close_place(page);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_GROUP, 0), ANF_OK);
    add_paragraph(page, "Im Juni stellt die Abgeordnete in der Bücherei ihr neues Buch vor.");
    anf_page_close_place(page);
    ck_assert_int_eq(recognise_page(ctx, page), ANF_OK);
    char *got = describe_content(anf_page_inquiry(page, 0));
    ck_assert_str_eq(got, "content(introduction(paragraph(Ich frage die Landesregierung:)) "
                          "exchange(question[1.](paragraph(Wie alt sind die Deiche?))) "
                          "other(paragraph(Über die Deiche wird viel geredet.)))");
    free(got);
    anf_page_unref(page);
}
END_TEST

/* A table that holds all of the page is no table of the inquiry. */
START_TEST(layout_table)
{
    struct anf_page *page = anf__page_new(ctx);
    add_paragraph(page, "Kleine Anfrage von Eva Muster");
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_TABLE, 0), ANF_OK);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_ROW, 0), ANF_OK);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_CELL, 0), ANF_OK);
    add_paragraph(page, "Die Deiche sind alt.");
    add_paragraph(page, "Ich frage die Landesregierung:");
    add_paragraph(page, "1. Wie alt sind sie?");
    ck_assert_int_eq(recognise_page(ctx, page), ANF_OK);
    char *got = describe_content(anf_page_inquiry(page, 0));
    ck_assert_str_eq(got, "content(paragraph(Die Deiche sind alt.) "
                          "introduction(paragraph(Ich frage die Landesregierung:)) "
                          "exchange(question[1.](paragraph(Wie alt sind sie?))))");
    free(got);
    anf_page_unref(page);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("surroundings");
    TCase *tests = tcase_create("surroundings");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, behind_the_answers, 0, (int)(sizeof examples / sizeof *examples));
    tcase_add_test(tests, another_part_of_the_page);
    tcase_add_test(tests, layout_table);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
