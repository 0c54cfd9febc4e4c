/* check_exchanges.c: which lines are questions and answers, and which answer belongs to which. */
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

#define HEAD  "# Wie geht es den Deichen?\n\nKleine Anfrage von Eva Muster (SPD)\n\n"
#define ASK   "Ich frage die Landesregierung:\n\n"
#define ASKED "introduction(paragraph(Ich frage die Landesregierung:)) "

/* --- where a question begins --- */

static const struct page_example questions[] = {
    /* Nothing announces them, but they ask. */
    {HEAD "1. Wie alt sind sie?\n\n2. Hat das Land sie geprüft?",
     "content(exchange(question[1.](paragraph(Wie alt sind sie?))) "
     "exchange(question[2.](paragraph(Hat das Land sie geprüft?))))"},
    /* Numbers of a list that asks nothing. */
    {HEAD "Zusammenfassung der Anfrage\n\n1. Deiche sind alt.\n\n2. Siele auch.",
     "content(summary-question(heading(Zusammenfassung der Anfrage) "
     "paragraph(1. Deiche sind alt.) paragraph(2. Siele auch.)))"},
    /* An older question stands before the line that asks. */
    {HEAD "Vorbemerkung der Fragesteller\n\nIch hatte gefragt:\n\n1. Wie alt sind sie?\n\n" ASK
          "1. Wie hoch sind sie?",
     "content(preamble-askers(heading(Vorbemerkung der Fragesteller) "
     "paragraph(Ich hatte gefragt:) paragraph(1. Wie alt sind sie?)) " ASKED
     "exchange(question[1.](paragraph(Wie hoch sind sie?))))"},
    /* Dates and ordinals at the start of a wrapped line. */
    {HEAD ASK "[wrapped]1. Wie viele Deiche brachen bis zum\n2. Mai und wie viele im\n"
              "2. Quartal?\n2. Warum?",
     "content(" ASKED
     "exchange(question[1.](paragraph(Wie viele Deiche brachen bis zum 2. Mai und wie viele im "
     "2. Quartal?))) exchange(question[2.](paragraph(Warum?))))"},
    /* Numbers with parts, in brackets, with a word. */
    {HEAD ASK "1.1 Wie alt?\n\n1.2 Wie hoch?\n\n2. Wie lang?",
     "content(" ASKED "exchange(question[1.1](paragraph(Wie alt?))) "
     "exchange(question[1.2](paragraph(Wie hoch?))) "
     "exchange(question[2.](paragraph(Wie lang?))))"},
    {HEAD "Frage 1: Wie alt?\n\nFrage 2:\n\nWie hoch?",
     "content(exchange(question[Frage 1](paragraph(Wie alt?))) "
     "exchange(question[Frage 2](paragraph(Wie hoch?))))"},
    /* No numbers: one question, or one for each paragraph or item. */
    {HEAD ASK "Wie alt sind die Deiche?",
     "content(" ASKED "exchange(question(paragraph(Wie alt sind die Deiche?))))"},
    {HEAD ASK "- Wie alt sind sie?\n\n- Wie hoch?",
     "content(" ASKED "exchange(question(paragraph(Wie alt sind sie?))) "
     "exchange(question(paragraph(Wie hoch?))))"},
    {HEAD ASK "A. Rechnet das Land mit Schäden?\n\nB. Wie hoch sind sie?",
     "content(" ASKED "exchange(question[A.](paragraph(Rechnet das Land mit Schäden?))) "
     "exchange(question[B.](paragraph(Wie hoch sind sie?))))"},
    /* What leads to the next question is of neither. */
    {HEAD ASK "1. Wie alt sind sie?\n\nZu den Sielen liegt ein Gutachten vor.\n\n2. Auskunft über "
              "die Siele?",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt sind sie?))) "
     "other(paragraph(Zu den Sielen liegt ein Gutachten vor.)) "
     "exchange(question[2.](paragraph(Auskunft über die Siele?))))"},
    /* The list is in other paragraphs. */
    {HEAD "1. Sind Mittel geflossen an\n\na) Deiche,\n\nb) Siele?",
     "content(exchange(question[1.](paragraph(Sind Mittel geflossen an) paragraph(a) Deiche,) "
     "paragraph(b) Siele?))))"},
    /* Parts of a question stay in it. */
    {HEAD ASK "1. Wie viele Deiche sind\n\na) alt,\n\nb) niedrig?\n\n2. Warum?",
     "content(" ASKED "exchange(question[1.](paragraph(Wie viele Deiche sind) paragraph(a) alt,) "
     "paragraph(b) niedrig?))) exchange(question[2.](paragraph(Warum?))))"},
};

START_TEST(question)
{
    check_example(ctx, &questions[_i]);
}
END_TEST

/* --- where it ends --- */

static const struct page_example ends[] = {
    {HEAD ASK "1. Wie alt?\n\n2. Wie hoch?\n\nHusum, den 3. Mai 2025\n\nEva Muster",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt?))) "
     "exchange(question[2.](paragraph(Wie hoch?))) "
     "other(paragraph(Husum, den 3. Mai 2025) paragraph(Eva Muster)))"},
    {HEAD ASK "1. Wie alt?\n\nEva Muster",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt?))) "
     "other(paragraph(Eva Muster)))"},
    /* A wish goes on the question, a remark does not. */
    {HEAD ASK "1. Wie alt?\n\nBitte nach Kreisen aufschlüsseln.\n\nHier geht es zum Wetter.",
     "content(" ASKED
     "exchange(question[1.](paragraph(Wie alt?) paragraph(Bitte nach Kreisen aufschlüsseln.))) "
     "other(paragraph(Hier geht es zum Wetter.)))"},
};

START_TEST(end_of_question)
{
    check_example(ctx, &ends[_i]);
}
END_TEST

/* --- answers --- */

static const struct page_example answers[] = {
    /* Behind each question, or each group of them, without a word. */
    {HEAD "und Antwort des Senats\n\n1. Wie alt?\n\n2. Wie hoch?\n\nAlt und hoch.\n\n3. Wie lang?"
          "\n\nLang.",
     "content(exchange(question[1.](paragraph(Wie alt?)) question[2.](paragraph(Wie hoch?)) "
     "answer(paragraph(Alt und hoch.))) "
     "exchange(question[3.](paragraph(Wie lang?)) answer(paragraph(Lang.))))"},
    /* In wrapped text a sentence that asks no more begins it. */
    {HEAD "und Antwort der Landesregierung\n\n[wrapped]1. Wie alt sind sie? Und\nwie hoch?\n"
          "Sie sind alt.\n2. Wie lang?\nLang.",
     "content(exchange(question[1.](paragraph(Wie alt sind sie? Und wie hoch?)) "
     "answer(paragraph(Sie sind alt.))) "
     "exchange(question[2.](paragraph(Wie lang?)) answer(paragraph(Lang.))))"},
    /* "und" is a list, "bis" a range. */
    {HEAD ASK "1. Wie alt?\n\n2. Wie hoch?\n\n3. Wie lang?\n\nDie Fragen 1 und 3 werden gemeinsam "
              "beantwortet.\n\nAlt.\n\nZu 2.: Hoch.",
     "content(" ASKED
     "exchange(question[1.](paragraph(Wie alt?)) question[3.](paragraph(Wie lang?)) "
     "answer(paragraph(Die Fragen 1 und 3 werden gemeinsam beantwortet.) paragraph(Alt.))) "
     "exchange(question[2.](paragraph(Wie hoch?)) "
     "answer(heading(Zu 2.) paragraph(Hoch.))))"},
    {HEAD ASK "1. Wie alt?\n\n2. Wie hoch?\n\n3. Wie lang?\n\nWegen des Sachzusammenhangs werden "
              "die Fragen 1 bis 3 gemeinsam beantwortet.\n\nAlt.",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt?)) "
     "question[2.](paragraph(Wie hoch?)) question[3.](paragraph(Wie lang?)) "
     "answer(paragraph(Wegen des Sachzusammenhangs werden die Fragen 1 bis 3 gemeinsam "
     "beantwortet.) paragraph(Alt.))))"},
    {HEAD ASK "1.1 Wie alt?\n\n1.2 Wie hoch?\n\n2. Wie lang?\n\nZu 1.1 und 1.2:\n\nAlt.\n\n"
              "Zu 2.:\n\nLang.",
     "content(" ASKED
     "exchange(question[1.1](paragraph(Wie alt?)) question[1.2](paragraph(Wie hoch?)) "
     "answer(heading(Zu 1.1 und 1.2) paragraph(Alt.))) "
     "exchange(question[2.](paragraph(Wie lang?)) answer(heading(Zu 2.) paragraph(Lang.))))"},
    /* To refer to an answer is to answer. */
    {HEAD ASK "1. Wie alt?\n\nAntwort:\n\nAlt.\n\n2. Wie hoch?\n\nAntwort:\n\n"
              "Auf die Antwort zu Frage 1 wird verwiesen.",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt?)) "
     "answer(heading(Antwort) paragraph(Alt.))) "
     "exchange(question[2.](paragraph(Wie hoch?)) answer(heading(Antwort) "
     "paragraph(Auf die Antwort zu Frage 1 wird verwiesen.))))"},
    /* Questions that are repeated before their answers. */
    {HEAD ASK "1. Wie alt sind sie?\n\n2. Wie hoch sind sie?\n\nEva Muster\n\n"
              "Der Minister beantwortet die Kleine Anfrage wie folgt:\n\n"
              "1. Wie alt sind sie?\n\nAntwort:\n\nAlt.\n\n2. Wie hoch sind sie?\n\nHoch.",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt sind sie?)) "
     "answer(heading(Antwort) paragraph(Alt.))) "
     "exchange(question[2.](paragraph(Wie hoch sind sie?)) "
     "answer(paragraph(Hoch.))) "
     "other(paragraph(Eva Muster)) preamble-government(paragraph(Der Minister beantwortet die "
     "Kleine Anfrage wie folgt:)))"},
    /* All in one paragraph. */
    {HEAD "Frage 1: Wie alt sind sie? Antwort der Landesregierung: Sehr alt.\n\n"
          "Frage 2: Wie hoch? Antwort: Hoch.",
     "content(exchange(question[Frage 1](paragraph(Wie alt sind sie?)) "
     "answer(heading(Antwort der Landesregierung) paragraph(Sehr alt.))) "
     "exchange(question[Frage 2](paragraph(Wie hoch?)) "
     "answer(heading(Antwort) paragraph(Hoch.))))"},
    /* No word says that the page answers, but what stands between the questions does. */
    {HEAD "1. Wie alt sind sie?\n\nSie sind sehr alt.\n\n2. Wie hoch?\n\nSie sind sehr hoch.\n\n"
          "3. Wie lang?\n\nSie sind sehr lang.",
     "content(exchange(question[1.](paragraph(Wie alt sind sie?)) "
     "answer(paragraph(Sie sind sehr alt.))) "
     "exchange(question[2.](paragraph(Wie hoch?)) answer(paragraph(Sie sind sehr hoch.))) "
     "exchange(question[3.](paragraph(Wie lang?)) answer(paragraph(Sie sind sehr lang.))))"},
    /* "Vorbemerkung" alone is of who speaks; its text may stand beside it. */
    {HEAD "Vorbemerkung: Deiche sind alt.\n\n" ASK "1. Wie alt?\n\n"
          "Der Minister beantwortet die Kleine Anfrage wie folgt:\n\nVorbemerkung: Es gibt viele."
          "\n\nZu 1): Sehr alt.",
     "content(preamble-askers(heading(Vorbemerkung) paragraph(Deiche sind alt.)) " ASKED
     "exchange(question[1.](paragraph(Wie alt?)) answer(heading(Zu 1)) paragraph(Sehr alt.))) "
     "preamble-government(paragraph(Der Minister beantwortet die Kleine Anfrage wie folgt:)) "
     "preamble-government(heading(Vorbemerkung) paragraph(Es gibt viele.)))"},
    {HEAD "Frage: Wie alt sind sie?\n\nAntwort: Sehr alt.\n\nFrage: Wie hoch?\n\nAntwort: Hoch.",
     "content(exchange(question[Frage](paragraph(Wie alt sind sie?)) "
     "answer(heading(Antwort) paragraph(Sehr alt.))) "
     "exchange(question[Frage](paragraph(Wie hoch?)) "
     "answer(heading(Antwort) paragraph(Hoch.))))"},
    {HEAD "Die Deiche sind alt.\n\n" ASK "1. Wie alt?\n\nAntwort des Ministers für Küstenschutz, "
          "Wald und Fischerei:\n\nSehr alt.",
     "content(paragraph(Die Deiche sind alt.) " ASKED
     "exchange(question[1.](paragraph(Wie alt?)) answer(heading(Antwort des Ministers für "
     "Küstenschutz, Wald und Fischerei) paragraph(Sehr alt.))))"},
    /* Parts that are repeated and answered one by one. */
    {HEAD ASK "1. a) Wie alt sind sie?\n\nb) Wie hoch?\n\nAntwort des Ministeriums für Umwelt vom "
              "5.3.2020\n\n1. a) Wie alt sind sie?\n\nSehr alt.\n\nb) Wie hoch?\n\nSehr hoch.",
     "content(" ASKED
     "exchange(question[1.](paragraph(a) Wie alt sind sie?) paragraph(b) Wie hoch?)) "
     "question[1.](paragraph(a) Wie alt sind sie?)) question(paragraph(b) Wie hoch?)) "
     "answer(paragraph(Sehr alt.)) answer(paragraph(Sehr hoch.))) "
     "heading(Antwort des Ministeriums für Umwelt vom 5.3.2020))"},
    /* Nothing of this answers. */
    {HEAD "und Antwort der Landesregierung\n\n1. Wie alt sind sie?\n\n2. Wie hoch?\n\n"
          "Die Antwort lesen Sie im Archiv des Landtags.",
     "content(exchange(question[1.](paragraph(Wie alt sind sie?))) "
     "exchange(question[2.](paragraph(Wie hoch?))) "
     "other(paragraph(Die Antwort lesen Sie im Archiv des Landtags.)))"},
    {HEAD ASK "1. Wie alt sind sie?\n\nAntwort: Die Antwort steht noch aus.",
     "content(" ASKED "exchange(question[1.](paragraph(Wie alt sind sie?))) "
     "other(paragraph(Antwort: Die Antwort steht noch aus.)))"},
    /* Headings that ask. */
    {HEAD "## Wie alt sind sie?\n\nSie sind sehr alt.\n\n## Wie hoch?\n\nSie sind hoch genug."
          "\n\n## Und wie lang?\n\nSie sind sehr lang.",
     "content(exchange(question(paragraph(Wie alt sind sie?)) "
     "answer(paragraph(Sie sind sehr alt.))) "
     "exchange(question(paragraph(Wie hoch?)) answer(paragraph(Sie sind hoch genug.))) "
     "exchange(question(paragraph(Und wie lang?)) answer(paragraph(Sie sind sehr lang.))))"},
    /* "Frage 2" is a heading of no section of its own. */
    {HEAD "## Frage 1\n\nWie alt?\n\n## Antwort\n\nAlt.\n\n## Frage 2\n\nWie hoch?\n\n"
          "## Antwort\n\nHoch.",
     "content(exchange(question[Frage 1](paragraph(Wie alt?)) "
     "answer(heading(Antwort) paragraph(Alt.))) "
     "exchange(question[Frage 2](paragraph(Wie hoch?)) "
     "answer(heading(Antwort) paragraph(Hoch.))))"},
    /* Parts that are answered one by one. */
    {HEAD "Der Senat beantwortet die Anfrage wie folgt:\n\n1. Wie alt sind\n\na. Deiche,\n\n"
          "Zu 1. a.:\n\nAlt.\n\nb. Siele?\n\nZu 1. b.:\n\nNeu.",
     "content(preamble-government(paragraph(Der Senat beantwortet die Anfrage wie folgt:)) "
     "exchange(question[1.](paragraph(Wie alt sind) paragraph(a. Deiche,)) "
     "question(paragraph(b. Siele?)) answer(heading(Zu 1. a.) paragraph(Alt.)) "
     "answer(heading(Zu 1. b.) paragraph(Neu.))))"},
};

START_TEST(answer)
{
    check_example(ctx, &answers[_i]);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("exchanges");
    TCase *tests = tcase_create("exchanges");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, question, 0, (int)(sizeof questions / sizeof *questions));
    tcase_add_loop_test(tests, end_of_question, 0, (int)(sizeof ends / sizeof *ends));
    tcase_add_loop_test(tests, answer, 0, (int)(sizeof answers / sizeof *answers));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
