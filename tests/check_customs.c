/* check_customs.c: customs of single parliaments, and of those who tell of their inquiries: where a
 * paper's head puts who asks, who answers, the title, the numbers and the days. */
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

/* Rhineland-Palatinate: each part of the head in a block of its own, with blanks between letters.
 */
#define SPACED_HEAD                                                                                \
    "LANDTAG RHEINLAND-PFALZ Drucksache 15/74\n15. Wahlperiode 27. 11. 2008\n\n"                   \
    "K l e i n e  A n f r a g e\n\nder Abgeordneten Eva Muster (CDU)\n\nund\n\n"                   \
    "A n t w o r t\n\ndes Ministeriums für Verkehr und Bau\n\nAlte Deiche\n\n1. Wie alt?\n\n"     \
    "Zu 1: Sehr alt."

/* Schleswig-Holstein: the year first, and the government before its ministry. */
#define SORTED_DAY_HEAD                                                                            \
    "SCHLESWIG-HOLSTEINISCHER LANDTAG Drucksache 19/48\n19. Wahlperiode 2019-04-29\n\n"            \
    "Kleine Anfrage\n\nder Abgeordneten Eva Muster (SPD)\n\nund\n\nAntwort\n\n"                    \
    "der Landesregierung – Ministerium für Umwelt und Natur\n\nAlte Deiche\n\n1. Wie alt?\n\n"  \
    "Antwort:\nSehr alt."

/* Hesse: members by their surnames, the title behind "betreffend", the answer's days at the foot.
 */
#define SURNAMES_HEAD                                                                              \
    "[wrapped]Kleine Anfrage\nder Abg. Muster, Probe und Dr. Beispiel (SPD) vom 24.01.2012\n"      \
    "betreffend Alte Deiche\nund\nAntwort\ndes Ministers für Verkehr\n\n"
#define SURNAMES_PAPER                                                                             \
    SURNAMES_HEAD "Diese Vorbemerkung vorangestellt, beantworte ich die Kleine Anfrage wie "       \
                  "folgt:\n\nFrage 1. Wie alt?\n\nSehr alt.\n\n"                                   \
                  "Eingegangen am 5. März 2012 · Ausgegeben am 7. März 2012"

/* Brandenburg: the text of the question is quoted below a line that names it. */
#define QUOTED_PAPER                                                                               \
    "Landtag Brandenburg Drucksache 5/76\n\nAntwort\n\nder Landesregierung\n\n"                    \
    "auf die Kleine Anfrage Nr. 83\nder Abgeordneten Eva Muster\nFraktion der SPD\n"               \
    "Drucksache 5/18\n\nWortlaut der Kleinen Anfrage Nr. 83 vom 17. November 2011\n\n"             \
    "Alte Deiche\n\nIch frage die Landesregierung:\n\n1. Wie alt?\n\n"                             \
    "Namens der Landesregierung beantwortet der Minister des Innern die Kleine Anfrage wie "       \
    "folgt:\n\nzu Frage 1:\nSehr alt.\n\nDatum des Eingangs: 20.12.2011 / Ausgegeben: 27.12.2011"

/* Saxony: the answer is a letter to the president of the parliament. */
#define LETTER                                                                                     \
    "SÄCHSISCHES STAATSMINISTERIUM FÜR KULTUS\nPostfach 10 09 10\n\n"                            \
    "STAATSMINISTERIUM FÜR KULTUS\n\nDresden, 12. August 2016\n\n"                                \
    "Kleine Anfrage der Abgeordneten Eva Muster, Fraktion DIE LINKE\nDrs.-Nr.: 6/57\n"             \
    "Thema: Alte Deiche\n\nSehr geehrter Herr Präsident,\n\n"                                     \
    "namens und im Auftrag der Sächsischen Staatsregierung beantworte ich die Kleine Anfrage "    \
    "wie folgt:\n\nFrage 1: Wie alt?\n\nSehr alt."

/* Saxony-Anhalt: "eine Kleine Anfrage" has an answer of its own number. */
#define ONE_OF_MANY                                                                                \
    "Landtag von Sachsen-Anhalt Drucksache 8/34\n27.11.2023\n\n"                                   \
    "Antwort der Landesregierung auf eine Kleine Anfrage zur schriftlichen Beantwortung\n\n"       \
    "Abgeordneter Jan Probe (SPD)\n\nAlte Deiche\n\nKleine Anfrage - KA 8/19\n\n"                  \
    "Frage 1:\nWie alt?\n\nAntwort auf Frage 1:\nSehr alt."

/* Bremen: the paper is called after its answer, and a sentence names what that answers. */
#define MESSAGE                                                                                    \
    "BREMISCHE BÜRGERSCHAFT\n19. Wahlperiode\n\nDrucksache 19/67\n(zu Drs. 19/33)\n\n"            \
    "Mitteilung des Senats vom 6. März 2018\n\nAlte Deiche\n\n"                                   \
    "Die Fraktion der CDU hat unter Drucksache 19/33 eine Große Anfrage zu obigem Thema an den\n" \
    "Senat gerichtet.\n\nDer Senat beantwortet die vorgenannte Große Anfrage wie folgt:\n\n"      \
    "1. Wie alt sind sie?\n\nSehr alt.\n\n2. Wie hoch sind sie?\n\nEinen Meter."

/* A mail that quotes the inquiry: its subject is no title. */
#define MAIL                                                                                       \
    "[wrapped]Von: Büro Muster\nBetreff: Post von Eva Muster\n\n"                                 \
    "[wrapped]Kleine Anfrage der Abg. Eva Muster GRÜNE\nDrucksache 17/77\nThema: Alte Deiche\n"   \
    "eingereicht am 9. Oktober 2024\n"                                                             \
    "beantwortet vom Ministerium des Inneren am 5. November 2024\n\n1. Wie alt?\n\nAntwort: Alt."

/* Both steps on one line, with a dash between them. */
#define ONE_LINE                                                                                   \
    "# Alte Deiche\n\nKleine Anfrage der Fraktion DIE LINKE vom 11. Mai 2017 \xe2\x80\x93 "        \
    "Antwort des Senats vom 20. Juni 2017 (Drucksache 19/52 S)\n\n1. Wie alt?\n\n"                 \
    "Zu Frage 1: Sehr alt."

/* The question's Drucksache between its name and its day. */
#define NUMBERED_TEXT                                                                              \
    "Kleine Anfrage der Abgeordneten Eva Muster (CDU)\n\n"                                         \
    "Die Kleine Anfrage \xe2\x80\x93 Drucksache 17/12 \xe2\x80\x93 vom 20. August 2020 hat "       \
    "folgenden Wortlaut:\n\n1. Wie alt?"

static const struct {
    const char *text;
    int field;
    const char *value;
} facts[] = {
    {ONE_LINE, ANF_FIELD_ASKED, "2017-05-11"},
    {ONE_LINE, ANF_FIELD_ANSWERED, "2017-06-20"},
    {ONE_LINE, ANF_FIELD_ANSWER_REFERENCE, "19/52 S"},
    {"# Kleine Anfrage 12 \xe2\x80\x93 Alte Deiche\n\nvon Eva Muster (SPD)\n\n1. Wie alt?",
     ANF_FIELD_TITLE, "Alte Deiche"},
    {NUMBERED_TEXT, ANF_FIELD_ASKED, "2020-08-20"},
    {MESSAGE, ANF_FIELD_REFERENCE, "19/33"},
    {MESSAGE, ANF_FIELD_ANSWER_REFERENCE, "19/67"},
    {MESSAGE, ANF_FIELD_ANSWERED, "2018-03-06"},
    {MESSAGE, ANF_FIELD_TITLE, "Alte Deiche"},
    {MAIL, ANF_FIELD_TITLE, "Alte Deiche"},
    {MAIL, ANF_FIELD_ASKED, "2024-10-09"},
    {MAIL, ANF_FIELD_ANSWERED, "2024-11-05"},
    {"[wrapped]Betreff: Alte Deiche\n\nKleine Anfrage der Abg. Eva Muster GRÜNE\n\n1. Wie alt?",
     ANF_FIELD_TITLE, "Alte Deiche"},
    {SPACED_HEAD, ANF_FIELD_REFERENCE, "15/74"},
    {SPACED_HEAD, ANF_FIELD_ANSWER_REFERENCE, "15/74"},
    {SPACED_HEAD, ANF_FIELD_TITLE, "Alte Deiche"},
    {SORTED_DAY_HEAD, ANF_FIELD_PUBLISHED, "2019-04-29"},
    {SORTED_DAY_HEAD, ANF_FIELD_TITLE, "Alte Deiche"},
    {SURNAMES_PAPER, ANF_FIELD_TITLE, "Alte Deiche"},
    {SURNAMES_PAPER, ANF_FIELD_ANSWERED, "2012-03-05"},
    {SURNAMES_PAPER, ANF_FIELD_PUBLISHED, "2012-03-07"},
    /* On one line; a line that begins so in the text is no title. */
    {"Kleine Anfrage des Abg. Probe (FDP) vom 03.11.2014 betreffend Alte Deiche\n\n1. Wie alt?",
     ANF_FIELD_TITLE, "Alte Deiche"},
    {"Kleine Anfrage des Abg. Probe (FDP)\n\n1. Wie alt?\n\nbetreffend Alte Deiche",
     ANF_FIELD_TITLE, NULL},
    /* At the foot of a question's paper it is the question that came in. */
    {"Kleine Anfrage der Abgeordneten Eva Muster (SPD)\n\n1. Wie alt?\n\n"
     "Eingegangen: 05.12.2024 / Ausgegeben: 10.12.2024",
     ANF_FIELD_ASKED, "2024-12-05"},
    {QUOTED_PAPER, ANF_FIELD_TITLE, "Alte Deiche"},
    {QUOTED_PAPER, ANF_FIELD_ASKED, "2011-11-17"},
    {QUOTED_PAPER, ANF_FIELD_ANSWERED, "2011-12-20"},
    {LETTER, ANF_FIELD_ANSWERED, "2016-08-12"},
    {LETTER, ANF_FIELD_ASKED, NULL},
    {ONE_OF_MANY, ANF_FIELD_ANSWER_REFERENCE, "8/34"},
    {ONE_OF_MANY, ANF_FIELD_PUBLISHED, "2023-11-27"},
    /* The day of an answer's Drucksache, though that stands in brackets. */
    {"Kleine Anfrage der Abgeordneten Eva Muster (SPD)\n\n1. Wie alt?\n\nAntwort: Sehr alt.\n\n"
     "Antwort der Landesregierung (Drucksache 7/90) vom 30. Januar 2024",
     ANF_FIELD_ANSWERED, "2024-01-30"},
};

START_TEST(fact)
{
    assert_recognised(ctx, facts[_i].text, facts[_i].field, facts[_i].value);
}
END_TEST

START_TEST(people)
{
    assert_askers(ctx, SURNAMES_PAPER, "Muster|SPD; Probe|SPD; Dr. Beispiel|SPD; ");
    assert_answerers(ctx, SURNAMES_PAPER, "Minister für Verkehr; ");
    assert_askers(ctx, MESSAGE, "*CDU|CDU; ");
    assert_answerers(ctx, MESSAGE, "Senat; ");
    assert_answerers(ctx, MAIL, "Ministerium des Inneren; ");
    assert_askers(ctx, "Kleine Anfrage des Abgeordneten Jan Probe (F.D.P.)\n\n1. Wie alt?",
                  "Jan Probe|F.D.P.; ");
    assert_answerers(ctx, SPACED_HEAD, "Ministerium für Verkehr und Bau; ");
    assert_answerers(ctx, SORTED_DAY_HEAD, "Landesregierung; Ministerium für Umwelt und Natur; ");
    assert_answerers(ctx, LETTER, "STAATSMINISTERIUM FÜR KULTUS; ");
}
END_TEST

/* "Landtagsabgeordnete" are members, too; who is only spoken of asks nothing. */
#define TOLD(who, reply)                                                                           \
    "Sie sind hier: Kleine Anfragen\n\n# Alte Deiche\n\n" who                                      \
    " hat die Landesregierung in einer Kleinen Anfrage (Drs. 19/33) gefragt. " reply "\n\n"        \
    "Frage 1: Wie alt sind sie?\n\nSehr alt.\n\nFrage 2: Wie hoch sind sie?\n\nEinen Meter."

START_TEST(told)
{
    static const char page[] = TOLD("Unsere Landtagsabgeordnete Eva Muster (SSW)",
                                    "Das Ministerium der Finanzen hat am 4. Oktober 2021 "
                                    "geantwortet.");
    static const char paper[] = TOLD("Der SPD-Abgeordnete Jan Probe aus Husum",
                                     "Die Kleine Anfrage (KA 7/18) wurde am 31. Juli 2018 vom "
                                     "Verkehrsminister beantwortet (Drucksache 19/40).");
    static const char two_days[] = TOLD(
        "Der SPD-Abgeordnete Jan Probe",
        "Auf seine Frage vom 3. Mai 2018 hat die Landesregierung am "
        "31. Juli 2018 geantwortet.");
    static const char other[] = TOLD("Unsere Abgeordnete Eva Muster",
                                     "Am 4. Oktober 2021 war Herbst.");
    assert_recognised(ctx, page, ANF_FIELD_KIND, "kleine-anfrage");
    assert_recognised(ctx, page, ANF_FIELD_REFERENCE, "19/33");
    assert_recognised(ctx, page, ANF_FIELD_ANSWERED, "2021-10-04");
    assert_recognised(ctx, other, ANF_FIELD_ANSWERED, NULL);
    assert_askers(ctx, paper, "Jan Probe|SPD; ");
    assert_answerers(ctx, paper, "Verkehrsminister; ");
    assert_recognised(ctx, paper, ANF_FIELD_INQUIRY_NUMBER, "7/18");
    assert_recognised(ctx, paper, ANF_FIELD_REFERENCE, "19/33");
    assert_recognised(ctx, paper, ANF_FIELD_ANSWER_REFERENCE, "19/40");
    assert_recognised(ctx, paper, ANF_FIELD_ANSWERED, "2018-07-31");
    assert_recognised(ctx, two_days, ANF_FIELD_ANSWERED, NULL);
    assert_recognised(ctx,
                      TOLD("Unsere Abgeordnete Eva Muster (SSW)",
                           "Die Antwort der Landesregierung vom 19. Februar 2016 folgt."),
                      ANF_FIELD_ANSWERED, "2016-02-19");
    /* Questions that are headings, without numbers. */
    assert_recognised(ctx,
                      "# Alte Deiche\n\nDie CDU-Abgeordnete Eva Muster hat eine Kleine Anfrage "
                      "gestellt (Drucksache 8/29).\n\n## Wie alt sind sie?\n\nSehr alt.\n\n"
                      "## Wie hoch sind sie?\n\nEinen Meter.",
                      ANF_FIELD_KIND, "kleine-anfrage");
    assert_askers(ctx, page, "Eva Muster|SSW; ");
    assert_askers(ctx, other, "");
    assert_answerers(ctx, page, "Ministerium der Finanzen; ");
    /* A link to the paper says less than the sentence. */
    assert_recognised(
        ctx, TOLD("Unsere Abgeordnete Eva Muster (SSW)", "Mehr:") "\n\nKleine Anfrage und Antwort",
        ANF_FIELD_REFERENCE, "19/33");
}
END_TEST

static const struct page_example contents[] = {
    /* Bremen: who asks signs below the questions, and the Senate repeats them. */
    {"Antwort des Senats auf die Kleine Anfrage der Fraktion der FDP vom 14. Dezember 2021\n\n"
     "Wir fragen den Senat:\n\n1. Wie alt sind sie?\n\n2. Wie hoch sind sie?\n\n"
     "Jan Probe, Eva Muster, Fraktion der FDP\n\n"
     "Der Senat beantwortet die Kleine Anfrage wie folgt:\n\n1. Wie alt sind sie?\n\nSehr alt.\n\n"
     "2. Wie hoch sind sie?\n\nEinen Meter.",
     "content(introduction(paragraph(Wir fragen den Senat:)) "
     "exchange(question[1.](paragraph(Wie alt sind sie?)) answer(paragraph(Sehr alt.))) "
     "exchange(question[2.](paragraph(Wie hoch sind sie?)) answer(paragraph(Einen Meter.))) "
     "other(paragraph(Jan Probe, Eva Muster, Fraktion der FDP)) "
     "preamble-government(paragraph(Der Senat beantwortet die Kleine Anfrage wie folgt:)))"},
    /* Saarland: several questions without numbers before one label, and a wish. */
    {"Kleine Anfrage der Abgeordneten Eva Muster (SPD)\n\nWie alt sind sie?\n\nZu Frage 1:\n\n"
     "Sehr alt.\n\n[wrapped]Wie hoch sind sie?\nBitte einzeln auflisten.\n\nZu Frage 2:\n\n"
     "Einen Meter.\n\nWie breit sind sie?\n\nWie lang sind sie?\n\nZu den Fragen 3 und 4:\n\n"
     "Das weiß niemand.",
     "content(exchange(question(paragraph(Wie alt sind sie?)) "
     "answer(heading(Zu Frage 1) paragraph(Sehr alt.))) "
     "exchange(question(paragraph(Wie hoch sind sie? Bitte einzeln auflisten.)) "
     "answer(heading(Zu Frage 2) paragraph(Einen Meter.))) "
     "exchange(question(paragraph(Wie breit sind sie?)) question(paragraph(Wie lang sind sie?)) "
     "answer(heading(Zu den Fragen 3 und 4) paragraph(Das weiß niemand.))))"},
    /* Chapters have numbers, too; those below them ask. */
    {"Interpellation der Abgeordneten Eva Muster (SPD)\n\nWir fragen die Staatsregierung:\n\n"
     "1. Bestand\n\n1.1 Wie alt sind sie?\n\n2. Schutz\n\n2.1 Wie hoch sind sie?",
     "content(introduction(paragraph(Wir fragen die Staatsregierung:)) "
     "other(paragraph(1. Bestand)) exchange(question[1.1](paragraph(Wie alt sind sie?))) "
     "other(paragraph(2. Schutz)) exchange(question[2.1](paragraph(Wie hoch sind sie?))))"},
    /* What Saxony, Bavaria and Saxony-Anhalt print on their papers. */
    {"Hinweis: Die Drucksache steht vollständig digital zur Verfügung.\n\n"
     "Kleine Anfrage der Abgeordneten Eva Muster (SPD)\n\n1. Wie alt?\n\nAntwort:\n\nSehr alt.\n\n"
     "Seite 1 von 1\n\nHinweise des Landtagsamts\n\nZitate werden weder inhaltlich noch formal "
     "überprüft.",
     "content(exchange(question[1.](paragraph(Wie alt?)) "
     "answer(heading(Antwort) paragraph(Sehr alt.))))"},
    {"Kleine Anfrage der Abgeordneten Eva Muster (SPD)\n\n1. Wie alt?\n\nAntwort:\n\n"
     "Seite an Seite stehen sie.",
     "content(exchange(question[1.](paragraph(Wie alt?)) "
     "answer(heading(Antwort) paragraph(Seite an Seite stehen sie.))))"},
};

START_TEST(content)
{
    check_example(ctx, &contents[_i]);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("customs");
    TCase *tests = tcase_create("customs");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, fact, 0, (int)(sizeof facts / sizeof *facts));
    tcase_add_test(tests, people);
    tcase_add_test(tests, told);
    tcase_add_loop_test(tests, content, 0, (int)(sizeof contents / sizeof *contents));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
