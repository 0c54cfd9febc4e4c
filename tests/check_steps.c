/* check_steps.c: statements of a procedure: how seventeen registers and the heads of papers say who
 * asked what when, and who answered. */
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

#define TWO_PAPERS                                                                                 \
    "Kleine Anfrage 77 Eva Muster (SPD), Dr. Jan Probe (SPD) 3.4.2025 Drucksache 18/5 (1 S.)\n\n"  \
    "Antwort (LReg) 2.5.2025 Drucksache 18/77 (3 S.)"
#define ONE_PAPER                                                                                  \
    "Kleine Anfrage 12 Eva Muster (GR\xc3\x9cNE) und Antwort Ministerium des Innern, "             \
    "f\xc3\xbcr Sport und Infrastruktur 13.02.2015 Drucksache 16/8 (5 S.)"
/* An inquiry that asks about the answer to another. */
#define FOLLOW_UP                                                                                  \
    "[wrapped]Landtag von Musterland Drucksache 18/95\n18. Wahlperiode 10.10.2025\n"               \
    "Kleine Anfrage\nder Abgeordneten Eva Muster und der Fraktion der SPD\n"                       \
    "Deiche im Norden (Nachfrage zur Antwort der Landesregierung auf\nDrucksache 18/77)\n"         \
    "Die Antwort der Landesregierung auf die Kleine Anfrage auf\nDrucksache 18/77 enth\xc3\xa4lt " \
    "dazu wenig.\nWir fragen die Landesregierung:\n1. Wie alt sind die Deiche im Norden und wie "  \
    "hoch?"
#define TWO_DAYS "KlAnfr Muster, Eva, FDP\n21.01.2014 und Antw 21.02.2014 Drs 19/18"

static const struct {
    const char *text;
    int field;
    const char *value;
} facts[] = {
    {TWO_PAPERS, ANF_FIELD_KIND, "kleine-anfrage"},
    {TWO_PAPERS, ANF_FIELD_INQUIRY_NUMBER, "77"},
    {TWO_PAPERS, ANF_FIELD_REFERENCE, "18/5"},
    {TWO_PAPERS, ANF_FIELD_ASKED, "2025-04-03"},
    {TWO_PAPERS, ANF_FIELD_ANSWER_REFERENCE, "18/77"},
    {TWO_PAPERS, ANF_FIELD_ANSWERED, "2025-05-02"},
    /* One paper holds both: its number is both's, and its one day neither's. */
    {ONE_PAPER, ANF_FIELD_REFERENCE, "16/8"},
    {ONE_PAPER, ANF_FIELD_ANSWER_REFERENCE, "16/8"},
    {ONE_PAPER, ANF_FIELD_PUBLISHED, "2015-02-13"},
    {ONE_PAPER, ANF_FIELD_ASKED, NULL},
    {ONE_PAPER, ANF_FIELD_ANSWERED, NULL},
    {TWO_DAYS, ANF_FIELD_ASKED, "2014-01-21"},
    {TWO_DAYS, ANF_FIELD_ANSWERED, "2014-02-21"},
    {TWO_DAYS, ANF_FIELD_ANSWER_REFERENCE, "19/18"},
    {FOLLOW_UP, ANF_FIELD_REFERENCE, "18/95"},
    {FOLLOW_UP, ANF_FIELD_ANSWER_REFERENCE, NULL},
    {FOLLOW_UP, ANF_FIELD_TITLE,
     "Deiche im Norden (Nachfrage zur Antwort der Landesregierung auf Drucksache 18/77)"},
    /* Values before the word that tells whose they are. */
    {"Drs. 18/26, 31.08.2011, GrAnfr, Urheber: CDU\n\nDrs. 18/36, 04.10.2011, MdS Senat (Antwort)",
     ANF_FIELD_ASKED, "2011-08-31"},
    {"Drs. 18/26, 31.08.2011, GrAnfr, Urheber: CDU\n\nDrs. 18/36, 04.10.2011, MdS Senat (Antwort)",
     ANF_FIELD_ANSWER_REFERENCE, "18/36"},
    /* The answer names its question. */
    {"Antwort MSW zu KlAnfr 3349 Drs 16/98 Drucksache 16/774 2. Neudruck 27.05.2015 7 S.",
     ANF_FIELD_REFERENCE, "16/98"},
    {"Antwort MSW zu KlAnfr 3349 Drs 16/98 Drucksache 16/774 2. Neudruck 27.05.2015 7 S.",
     ANF_FIELD_ANSWER_REFERENCE, "16/774"},
    {"Antwort MSW zu KlAnfr 3349 Drs 16/98 Drucksache 16/774 2. Neudruck 27.05.2015 7 S.",
     ANF_FIELD_ASKED, NULL},
    /* Other steps say nothing of it. */
    {TWO_PAPERS "\n\nEntschlAntr (CDU) 17.06.2025 Drs 18/99\nPlPr 18/8 18.06.2025 (S. 443-450)",
     ANF_FIELD_ANSWER_REFERENCE, "18/77"},
    /* The number of the inquiry's own series is no Drucksache. */
    {"Kleine Anfrage ohne Antwort Eva Muster (DIE LINKE) 19.02.2018 KA 7/1525 (1 S.)",
     ANF_FIELD_INQUIRY_NUMBER, "7/1525"},
    {"Kleine Anfrage ohne Antwort Eva Muster (DIE LINKE) 19.02.2018 KA 7/1525 (1 S.)",
     ANF_FIELD_REFERENCE, NULL},
    /* The letter to the government is neither asking nor answering. */
    {"Kleine Anfrage\nAnfrage der Abgeordneten Eva Muster (CDU), eingegangen am 29.06.2026 -\n"
     "Drs. 19/54,\nan die Staatskanzlei \xc3\xbc"
     "bersandt am 30.06.2026",
     ANF_FIELD_ASKED, "2026-06-29"},
    {"Mit einer Kleinen Anfrage vom 3.4.2025\n\nKleine Anfrage\nder Abgeordneten Eva Muster (CDU)",
     ANF_FIELD_ASKED, NULL},
};

START_TEST(values)
{
    assert_recognised(ctx, facts[_i].text, facts[_i].field, facts[_i].value);
}
END_TEST

static const struct {
    const char *text, *askers;
} lists[] = {
    {TWO_PAPERS, "Eva Muster|SPD; Dr. Jan Probe|SPD; "},
    {TWO_DAYS, "Eva Muster|FDP; "},
    {"KlAnfr Muster, Eva, SPD; Probe-Beispiel, Dr. Jan, SPD;\nFraktion der SPD\n3.4.2025 Drs 19/1",
     "Eva Muster|SPD; Dr. Jan Probe-Beispiel|SPD; *SPD|SPD; "},
    {"Gro\xc3\x9f"
     "e Anfrage 13 CDU\nMuster, Eva; Probe, Jan u.a. CDU Drucksache 16/72 28.11.2014 5 S.",
     "*CDU|CDU; Eva Muster|CDU; Jan Probe|CDU; +"},
    {"KlAnfr Jan Probe GR\xc3\x9cNE 16.07.2015 Drs 6/2180", "Jan Probe|GR\xc3\x9cNE; "},
    {"GrAnfr 1 (CDU) 12.11.2014 Drs 6/114 (8 S.)", "*CDU|CDU; "},
    {"Kleine Anfrage der Abgeordneten Eva Muster und Jan Probe (SPD)",
     "Eva Muster|SPD; Jan Probe|SPD; "},
    {"Kleine Anfrage 3 Muster (PIRATEN) 3.4.2025 Drs 6/2180", "Muster|PIRATEN; "},
};

START_TEST(askers)
{
    assert_askers(ctx, lists[_i].text, lists[_i].askers);
}
END_TEST

static const struct {
    const char *text, *answerers;
} offices[] = {
    {TWO_PAPERS, "LReg; "},
    {ONE_PAPER, "Ministerium des Innern, f\xc3\xbcr Sport und Infrastruktur; "},
    {"Kleine Anfrage 7 SPD 3.4.2025 Drs 18/5\n\nAntwort MGEPA Drs 18/9 4.5.2025", "MGEPA; "},
    {"Kleine Anfrage 7 SPD 3.4.2025 Drs 18/5\n\n"
     "Antwort Ministerium f\xc3\xbcr Verkehr, Ministerium f\xc3\xbcr Kultur und Bildung 4.5.2025",
     "Ministerium f\xc3\xbcr Verkehr; Ministerium f\xc3\xbcr Kultur und Bildung; "},
    {"Kleine Anfrage\nAnfrage der Abgeordneten Eva Muster (CDU)\n"
     "Antwort des Nieders\xc3\xa4"
     "chsischen Ministeriums f\xc3\xbcr Inneres und\nSport namens der Landesregierung",
     "Nieders\xc3\xa4"
     "chsisches Ministerium f\xc3\xbcr Inneres und Sport; "},
    {"Kleine Anfrage von Eva Muster (CDU) vom 3.4.2025; Antwort der Staatskanzlei und des "
     "Ministeriums f\xc3\xbcr Kultur, Drucksache 7/46 vom 4.5.2025",
     "Staatskanzlei und des Ministeriums f\xc3\xbcr Kultur; "},
    {"Kleine Anfrage\nder Abgeordneten Eva Muster (SPD)\nund\nAntwort\n"
     "der Landesregierung - Ministerin f\xc3\xbcr Inneres, Wohnen\nund Sport",
     "Landesregierung; Ministerin f\xc3\xbcr Inneres, Wohnen und Sport; "},
    {"Kleine Anfrage Eva Muster (FDP/DVP) 15.11.2018 und Antwort Ministerium f\xc3\xbcr "
     "L\xc3\xa4ndlichen Raum und Verbraucherschutz",
     "Ministerium f\xc3\xbcr L\xc3\xa4ndlichen Raum und Verbraucherschutz; "},
};

START_TEST(answerers)
{
    assert_answerers(ctx, offices[_i].text, offices[_i].answerers);
}
END_TEST

/* The head of a paper, the letter, the signature; then a second paper, the answer's. */
static const struct {
    const char *text;
    int field;
    const char *value;
} papers[] = {
#define PAPER                                                                                      \
    "Deutscher Bundestag Drucksache 21/113\n21. Wahlperiode 07.05.2025\nKleine Anfrage\n"          \
    "der Abgeordneten Eva Muster, Jan Probe und der Fraktion der SPD\nDeiche\n"                    \
    "Wir fragen die Bundesregierung:\n1. Wie alt sind die Deiche?\n"                               \
    "2. Wie hoch sind sie?\nBerlin, den 29. April 2025\nHeike Beispiel und Fraktion"
    {PAPER, ANF_FIELD_PUBLISHED, "2025-05-07"}, {PAPER, ANF_FIELD_TERM, "21"},
    {PAPER, ANF_FIELD_ASKED, "2025-04-29"},     {PAPER, ANF_FIELD_ANSWERED, NULL},
#define LETTER                                                                                     \
    "Kleine Anfrage 12\nder Abgeordneten Eva Muster (SPD)\n\nDeiche\n\nIch frage die "             \
    "Landesregierung:\n\n1. Wie hoch?\n\nDie Ministerin f\xc3\xbcr Umwelt, Bau und Verkehr hat "   \
    "die Kleine Anfrage 12 vom 3. April 2025 mit Schreiben vom 28. Mai 2025 namens der "           \
    "Landesregierung beantwortet.\n\n1. Zwei Meter."
    {LETTER, ANF_FIELD_ASKED, "2025-04-03"},    {LETTER, ANF_FIELD_ANSWERED, "2025-05-28"},
#define TWO                                                                                        \
    "LANDTAG NORDRHEIN-WESTFALEN Drucksache 18/28\n\nKleine Anfrage 41\n\n"                        \
    "der Abgeordneten Eva Muster SPD\n\nDeiche\n\nIch frage die Landesregierung:\n\n1. Wie "       \
    "hoch?\n\n"                                                                                    \
    "LANDTAG NORDRHEIN-WESTFALEN Drucksache 18/87\n18. Wahlperiode\n\n28.05.2025\n\nAntwort\n\n"   \
    "der Landesregierung\n\nauf die Kleine Anfrage 41 vom 17. April 2025\n"                        \
    "der Abgeordneten Eva Muster SPD\nDrucksache 18/28\n\nDeiche\n\n1. Zwei Meter."
    {TWO, ANF_FIELD_REFERENCE, "18/28"},        {TWO, ANF_FIELD_ANSWER_REFERENCE, "18/87"},
    {TWO, ANF_FIELD_ASKED, "2025-04-17"},
};

START_TEST(printed)
{
    assert_recognised(ctx, papers[_i].text, papers[_i].field, papers[_i].value);
}
END_TEST

START_TEST(letters)
{
    assert_answerers(ctx, LETTER, "Ministerin f\xc3\xbcr Umwelt, Bau und Verkehr; ");
}
END_TEST

/* What a procedure says stands below what the register says of one paper. */
START_TEST(procedure_of_a_paper)
{
    static const char text[] = "Kleine Anfrage mit Antwort 8.9.2015 Drucksache 17/43\n\n"
                               "Geh\xc3\xb6rt zum Vorgang:\n\n"
                               "Kleine Anfrage Eva Muster (CDU) 7.8.2015 Drucksache 17/40\n\n"
                               "Antwort Ministerium f\xc3\xbcr Verkehr 8.9.2015 Drucksache 17/43";
    assert_recognised(ctx, text, ANF_FIELD_REFERENCE, "17/40");
    assert_recognised(ctx, text, ANF_FIELD_ANSWER_REFERENCE, "17/43");
    assert_recognised(ctx, text, ANF_FIELD_ANSWERED, "2015-09-08");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("steps");
    TCase *tests = tcase_create("steps");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, values, 0, sizeof facts / sizeof *facts);
    tcase_add_loop_test(tests, askers, 0, sizeof lists / sizeof *lists);
    tcase_add_loop_test(tests, answerers, 0, sizeof offices / sizeof *offices);
    tcase_add_loop_test(tests, printed, 0, sizeof papers / sizeof *papers);
    tcase_add_test(tests, letters);
    tcase_add_test(tests, procedure_of_a_paper);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
