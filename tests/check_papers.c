/* check_papers.c: papers as text: what is printed on every page, words and sentences that pages and
 * lines break, letters with blanks between them. */
#include "recognised.h"
#include "support.h"

#include <anfrage/plugin.h>

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

#define HEAD  "[wrapped]Kleine Anfrage\nder Abgeordneten Eva Muster (SPD)\nDie Deiche im Norden\n\n"
#define ASK   HEAD "Ich frage die Landesregierung:\n\n"
#define ASKED "introduction(paragraph(Ich frage die Landesregierung:)) "

static const struct page_example broken_words[] = {
    {ASK "[wrapped]1. Wie viele Deich-\nbrüche gab es auf der Nord-\nseeinsel?",
     "content(" ASKED "exchange(question[1.](paragraph(Wie viele Deichbrüche gab es auf der "
     "Nordseeinsel?))))"},
    /* The hyphen belongs to the word, or stands for one that was left away. */
    {ASK "[wrapped]1. Wie viele Online-\nKarten nutzen NRW-\nweit die Deich-\nund Sielverbände?",
     "content(" ASKED "exchange(question[1.](paragraph(Wie viele Online-Karten nutzen NRW-weit die "
     "Deich- und Sielverbände?))))"},
    /* Where markup ends the line, nothing is joined. */
    {ASK "- 1. Wie viele Deich-\nbrüche gab es?",
     "content(" ASKED "exchange(question[1.](paragraph(Wie viele Deich-break()brüche gab es?))))"},
};

START_TEST(broken_word)
{
    check_example(ctx, &broken_words[_i]);
}
END_TEST

static const struct page_example cuts[] = {
    /* A page head between two halves of a word; the number of the page beside it. */
    {ASK "[wrapped]1. Wie viele Deiche haben seit dem Winter\nihre volle Hö-\n\n"
         "Landtag Brandenburg – 8. Wahlperiode Drucksache 8/5\n\n[wrapped]2\nhe verloren, und "
         "wie viele\nhaben sie noch?\n\n"
         "Landtag Brandenburg – 8. Wahlperiode Drucksache 8/5\n\n3",
     "content(" ASKED "exchange(question[1.](paragraph(Wie viele Deiche haben seit dem Winter ihre "
     "volle Höhe verloren, und wie viele haben sie noch?))))"},
    /* A note in the margin within a paragraph. */
    {HEAD "Antwort der Bundesregierung\n\n[wrapped]1. Wie alt sind die Deiche?\nSie sind "
          "vor langer Zeit von\nDie Antwort wurde namens der Bundesregierung mit Schreiben des\n"
          "Ministeriums vom 7. Mai 2025 übermittelt.\nDie Drucksache enthält zusätzlich – in "
          "kleinerer Schrifttype – den Fragetext.\nHand gebaut worden.",
     "content(exchange(question[1.](paragraph(Wie alt sind die Deiche?)) "
     "answer(paragraph(Sie sind vor langer Zeit von Hand gebaut worden.))))"},
    /* Footnotes at the foot of a page stand behind what they are of. */
    {HEAD "und Antwort der Landesregierung\n\n[wrapped]1. Wie alt sind die Deiche?\nSie wurden vor "
          "langer Zeit von Hand aufgeschüttet.1 Das steht fest, und sie wurden oft ge-\n\n"
          "1 Siehe das Buch der Deiche.\n2 Auch im Netz\nzu finden.\n\n"
          "Landtag Brandenburg – 8. Wahlperiode Drucksache 8/5\n\n[wrapped]flickt, zuletzt im Jahr "
          "2020.2\nMehr ist dazu nicht zu sagen.",
     "content(exchange(question[1.](paragraph(Wie alt sind die Deiche?)) "
     "answer(paragraph(Sie wurden vor langer Zeit von Hand aufgeschüttet.1 Das steht fest, und sie "
     "wurden oft geflickt, zuletzt im Jahr 2020.2 Mehr ist dazu nicht zu sagen.) "
     "paragraph(1 Siehe das Buch der Deiche.) paragraph(2 Auch im Netzbreak()zu finden.))))"},
    /* A sentence that has ended is not joined to the next page. */
    {ASK "[wrapped]1. Wie alt sind die Deiche,\nund wie hoch sind sie?\n\n"
         "Landtag Brandenburg – 8. Wahlperiode Drucksache 8/5\n\n[wrapped]2. Wie viele sind es"
         "\nim Land?",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt sind die Deiche, und wie hoch sind "
     "sie?))) exchange(question[2.](paragraph(Wie viele sind es im Land?))))"},
    {ASK "[wrapped]1. Wie alt?\nBerlin, den 3. Mai 2025\nGesamtherstellung: Druckhaus Muster\n"
         "Vertrieb: Verlag Muster\nISSN 0000-0000",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt?))) "
     "other(paragraph(Berlin, den 3. Mai 2025)))"},
};

START_TEST(cut)
{
    check_example(ctx, &cuts[_i]);
}
END_TEST

static const struct page_example spaced[] = {
    {HEAD "V o r b e m e r k u n g  d e r  F r a g e s t e l l e r\n\nDeiche sind alt.",
     "content(preamble-askers(heading(Vorbemerkung der Fragesteller) "
     "paragraph(Deiche sind alt.)))"},
    {ASK "1. Wie alt?\n\nA n t w o r t\n\nSehr alt.",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt?)) "
     "answer(heading(Antwort) paragraph(Sehr alt.))))"},
    /* Letters of an enumeration are no word. */
    {ASK "1. Was heißt a b c im Deichbuch?",
     "content(" ASKED "exchange(question[1.](paragraph(Was heißt a b c im Deichbuch?))))"},
};

START_TEST(spaced_letters)
{
    check_example(ctx, &spaced[_i]);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("papers");
    TCase *tests = tcase_create("papers");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, broken_word, 0, (int)(sizeof broken_words / sizeof *broken_words));
    tcase_add_loop_test(tests, cut, 0, (int)(sizeof cuts / sizeof *cuts));
    tcase_add_loop_test(tests, spaced_letters, 0, (int)(sizeof spaced / sizeof *spaced));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
