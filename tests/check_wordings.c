/* check_wordings.c: how members, parties and parliaments word the same thing differently: labels of
 * questions and answers, heads of papers, forms of address. */
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

#define HEAD "Kleine Anfrage der Abgeordneten Eva Muster (SPD)\n\n"

static const struct page_example exchanges[] = {
    /* A full stop behind the number of a named question, as in Hesse. */
    {HEAD "Vorbemerkung Fragestellerin:\n\nDeiche sind alt.\n\n"
          "Diese Vorbemerkung vorangestellt, beantworte ich die Kleine Anfrage wie folgt:\n\n"
          "Frage 1. Wie alt sind sie?\n\nSehr alt.\n\nFrage 2. Wie hoch sind sie?\n\nEinen Meter.",
     "content(preamble-askers(heading(Vorbemerkung Fragestellerin) paragraph(Deiche sind alt.)) "
     "preamble-government(paragraph(Diese Vorbemerkung vorangestellt, beantworte ich die Kleine "
     "Anfrage wie folgt:)) "
     "exchange(question[Frage 1.](paragraph(Wie alt sind sie?)) answer(paragraph(Sehr alt.))) "
     "exchange(question[Frage 2.](paragraph(Wie hoch sind sie?)) "
     "answer(paragraph(Einen Meter.))))"},
    /* Named questions and what stands between them, though no word says that it answers. */
    {HEAD "Frage 1: Wie alt sind sie?\n\nSie sind uralt geworden.\n\n"
          "Frage 2: Wie hoch sind sie?\n\nSie sind einen Meter hoch.\n\n"
          "Frage 3: Wie breit sind sie?\n\nSie sind zehn Meter breit.",
     "content(exchange(question[Frage 1](paragraph(Wie alt sind sie?)) "
     "answer(paragraph(Sie sind uralt geworden.))) "
     "exchange(question[Frage 2](paragraph(Wie hoch sind sie?)) "
     "answer(paragraph(Sie sind einen Meter hoch.))) "
     "exchange(question[Frage 3](paragraph(Wie breit sind sie?)) "
     "answer(paragraph(Sie sind zehn Meter breit.))))"},
    /* The parts hold the sign that asks; only the first words tell that the number does. */
    {HEAD "1. Auf wie vielen Deichen stehen Bäume\na) im Norden,\nb) im Süden?\n\n"
          "2. Wie alt sind sie?",
     "content(exchange(question[1.](paragraph(Auf wie vielen Deichen stehen Bäumebreak()a) im "
     "Norden,break()b) im Süden?))) exchange(question[2.](paragraph(Wie alt sind sie?))))"},
    /* Only the labels of the answers have numbers, as in the Saarland. */
    {HEAD "Vorbemerkung der Fragestellerin\n\nWer kennt die Deiche? Niemand.\n\n"
          "Wie alt sind sie?\n\nZu Frage 1:\n\nSehr alt.\n\n"
          "Wie hoch sind sie?\n\nZu Frage 2:\n\nEinen Meter.",
     "content(preamble-askers(heading(Vorbemerkung der Fragestellerin) paragraph(Wer kennt die "
     "Deiche? Niemand.)) "
     "exchange(question(paragraph(Wie alt sind sie?)) "
     "answer(heading(Zu Frage 1) paragraph(Sehr alt.))) "
     "exchange(question(paragraph(Wie hoch sind sie?)) "
     "answer(heading(Zu Frage 2) paragraph(Einen Meter.))))"},
    /* A heading that states the answer's day and Drucksache heads the answers, too. */
    {HEAD "Wir fragen die Landesregierung:\n\n1. Wie alt sind sie?\n\n2. Wie hoch sind sie?\n\n"
          "## Antwort der Landesregierung vom 6. Mai 2025 (Drucksache 18/9)\n\n"
          "Der Minister hat die Anfrage beantwortet.\n\n"
          "1. Wie alt sind sie?\n\nSehr alt.\n\n2. Wie hoch sind sie?\n\nEinen Meter.",
     "content(introduction(paragraph(Wir fragen die Landesregierung:)) "
     "exchange(question[1.](paragraph(Wie alt sind sie?)) "
     "answer(paragraph(Sehr alt.))) "
     "exchange(question[2.](paragraph(Wie hoch sind sie?)) "
     "answer(paragraph(Einen Meter.))) "
     "preamble-government(paragraph(Der Minister hat die Anfrage beantwortet.)))"},
};

START_TEST(exchange)
{
    check_example(ctx, &exchanges[_i]);
}
END_TEST

#define ANSWER_HEAD(number)                                                                        \
    "Landtag des Saarlandes\n\n" number "\n\nAntwort\nzu der\n"                                    \
    "Anfrage des Abgeordneten Jan Probe (CDU)\n\n1. Wie alt?"

static const struct {
    const char *text;
    int field;
    const char *value;
} facts[] = {
    /* A member's "Anfrage" is one of a parliament; a citizen's or a councillor's is not. */
    {ANSWER_HEAD("Drucksache 16/1204 (16/1133)"), ANF_FIELD_KIND, "anfrage"},
    {ANSWER_HEAD("Drucksache 16/1204 (16/1133)"), ANF_FIELD_REFERENCE, "16/1133"},
    {ANSWER_HEAD("Drucksache 16/1204 (16/1133)"), ANF_FIELD_ANSWER_REFERENCE, "16/1204"},
    {ANSWER_HEAD("Drucksache 16/1204\n(zu Drs. 16/1133)"), ANF_FIELD_REFERENCE, "16/1133"},
    {ANSWER_HEAD("Drucksache 16/1204\n(zu Drs. 16/1133)"), ANF_FIELD_ANSWER_REFERENCE, "16/1204"},
    {ANSWER_HEAD("Drucksache 16/1204"), ANF_FIELD_REFERENCE, "16/1204"},
    /* The term below the kind is not the inquiry's number. */
    {"Schriftliche Anfrage\n19. Wahlperiode\n\n1. Wie alt?", ANF_FIELD_INQUIRY_NUMBER, NULL},
    {"Schriftliche Anfrage\nNr. 19\n\n1. Wie alt?", ANF_FIELD_INQUIRY_NUMBER, "19"},
    /* Who answers, and when, below the heading of the answers. */
    {HEAD "1. Wie alt?\n\n## Antwort\n\ndes Staatsministeriums der Finanzen\nvom 12.08.2024\n\n"
          "1. Wie alt?\n\nSehr alt.",
     ANF_FIELD_ANSWERED, "2024-08-12"},
    {HEAD "1. Wie alt?\n\n## Antwort\n\nvom Land gibt es seit dem 12.08.2024 Geld.",
     ANF_FIELD_ANSWERED, NULL},
    /* Fields that a system prints as blocks of their own. */
    {HEAD "Drucksache\n\n8/4711\n\nEingereicht am\n\n03.09.2024\n\n1. Wie alt?", ANF_FIELD_ASKED,
     "2024-09-03"},
    /* The day above a letter that answers is not the question's. */
    {"Dresden, 1. April 2025\n\n" HEAD "1. Wie alt?\n\nAntwort:\n\nSehr alt.", ANF_FIELD_ASKED,
     NULL},
    {HEAD "Dresden, 1. April 2025\n\n1. Wie alt?", ANF_FIELD_ASKED, "2025-04-01"},
    /* The question's number and day, where the answer quotes it. */
    {HEAD "Die Kleine Anfrage 8/702 vom 14. Mai 2025 hat folgenden Wortlaut:\n\n1. Wie alt?",
     ANF_FIELD_INQUIRY_NUMBER, "8/702"},
    {HEAD "Die Kleine Anfrage 8/702 vom 14. Mai 2025 hat folgenden Wortlaut:\n\n1. Wie alt?",
     ANF_FIELD_ASKED, "2025-05-14"},
    /* What the page holds is no part of the title. */
    {"# Alte Deiche: Antwort der Landesregierung\n\n" HEAD "1. Wie alt?", ANF_FIELD_TITLE,
     "Alte Deiche"},
    {"# Alte Deiche: Antwort auf Sturmfluten\n\n" HEAD "1. Wie alt?", ANF_FIELD_TITLE,
     "Alte Deiche: Antwort auf Sturmfluten"},
    /* The seat of a parliament, where nothing else tells whose inquiry it is. */
    {HEAD "1. Wie alt?\n\nWiesbaden, 31. Januar 2025", ANF_FIELD_PARLIAMENT, "DE-HE"},
    /* What a list of questions begins with is no title. */
    {"# Alte Deiche\n\n## Kleine Anfrage\n\nder Abgeordneten Eva Muster (SPD)\n\n1. Wie alt?",
     ANF_FIELD_TITLE, "Alte Deiche"},
    /* The main heading says what the page is; below a lesser one stands what is beside it. */
    {"# Newsletter der Fraktion\n\nGro\xc3\x9f"
     "e Anfrage\n\nder Abgeordneten Eva Muster (SPD)\n\n1. Wie alt?",
     ANF_FIELD_KIND, "grosse-anfrage"},
    /* A dash parts the kind from the title, too; what states something is none. */
    {"# Kleine Anfrage 18/4711 \xe2\x80\x93 Alte Deiche\n\nvon Eva Muster (SPD)\n\n"
     "Ich frage die Landesregierung:\n\n1. Wie alt?",
     ANF_FIELD_TITLE, "Alte Deiche"},
    {"# Kleine Anfrage \xe2\x80\x93 Drucksache 7/12\n\nvon Eva Muster (SPD)\n\n"
     "Ich frage die Landesregierung:\n\n1. Wie alt?",
     ANF_FIELD_TITLE, NULL},
    {"# Kleine Anfrage\n\nvon Eva Muster (SPD)\n\nIch frage die Landesregierung:\n\n1. Wie alt?",
     ANF_FIELD_TITLE, NULL},
    /* The parts of a remark may end with an abbreviation; a sentence with a day is no remark. */
    {"Deiche \xc2\xb7 14. März 2025 \xc2\xb7 Lesezeit: 3 Min.\n\n# Kleine Anfrage: Wie alt?\n\n"
     "der Abgeordneten Eva Muster (SPD)\n\n1. Wie alt?",
     ANF_FIELD_PUBLISHED, "2025-03-14"},
    {"Der Deich brach am 14. März 2025.\n\n# Kleine Anfrage: Wie alt?\n\n"
     "der Abgeordneten Eva Muster (SPD)\n\n1. Wie alt?",
     ANF_FIELD_PUBLISHED, NULL},
    /* The post's own heading, above the paper that it quotes. */
    {"# Muster fragt nach\n\nGespeichert von Eva Muster am Do, 12.06.2025 - 09:14\n\nDer Text:\n\n"
     "Landtag Brandenburg\n\nDrucksache 7/12\n\n7. Wahlperiode\n\nKleine Anfrage\n\n"
     "der Abgeordneten Eva Muster (SPD)\n\nBetreff: Alte Deiche\n\n1. Wie alt?",
     ANF_FIELD_PUBLISHED, "2025-06-12"},
};

START_TEST(fact)
{
    assert_recognised(ctx, facts[_i].text, facts[_i].field, facts[_i].value);
}
END_TEST

/* Who is addressed in the answer is who asked. */
START_TEST(form_of_address)
{
    assert_askers(ctx,
                  "Schriftliche Anfrage\nder Abgeordneten Eva Muster (SPD)\n\n"
                  "Frau Abgeordnete Eva Muster (SPD)\n\nauf die Schriftliche Anfrage Nr. 19/5\n\n"
                  "1. Wie alt?",
                  "Eva Muster|SPD; ");
}
END_TEST

/* "der Landesregierung" and "Ministerium" below the answer's label are who answers. */
START_TEST(office_below_its_label)
{
    assert_answerers(ctx, HEAD "Antwort:\n\nMinisterium der Finanzen\n\n1. Wie alt?",
                     "Ministerium der Finanzen; ");
    assert_answerers(ctx,
                     HEAD "1. Wie alt?\n\n## Antwort\n\ndes Staatsministeriums der Finanzen\n"
                          "vom 12.08.2024\n\n1. Wie alt?\n\nSehr alt.",
                     "Staatsministerium der Finanzen; ");
}
END_TEST

/* In Saxony-Anhalt a member is named above the title, and the kind below it. */
START_TEST(members_above_the_kind)
{
    static const char paper[] =
        "Antwort der Landesregierung\nauf eine Kleine Anfrage zur schriftlichen Beantwortung\n\n"
        "Abgeordneter Jan Probe (SPD)\nAbgeordnete Eva Muster (SPD)\n\nAlte Deiche\n\n"
        "Kleine Anfrage - KA 8/5\n\nAntwort der Landesregierung\n"
        "erstellt vom Ministerium der Finanzen\n\nFrage 1:\nWie alt?\n\n"
        "Antwort auf Frage 1:\nSehr alt.";
    assert_askers(ctx, paper, "Jan Probe|SPD; Eva Muster|SPD; ");
    assert_answerers(ctx, paper, "Landesregierung; Ministerium der Finanzen; ");
    assert_recognised(ctx, paper, ANF_FIELD_TITLE, "Alte Deiche");
    assert_askers(ctx,
                  "Der Abgeordnete spricht\n\n"
                  "Kleine Anfrage 5\n\n1. Wie alt?",
                  "");
}
END_TEST

/* A label in a block of its own right behind the kind: its value is in the next block. */
START_TEST(label_behind_the_kind)
{
    static const char page[] = "# Alte Deiche\n\nKleine Anfrage\n\nDrucksachen-Nr.\n\n7/44\n\n"
                               "Abgeordnete/r\n\nEva Muster\n\n1. Wie alt?";
    assert_recognised(ctx, page, ANF_FIELD_REFERENCE, "7/44");
    assert_askers(ctx, page, "Eva Muster; ");
}
END_TEST

/* A post tells of the inquiry in a sentence, and then quotes it. */
START_TEST(told_and_quoted)
{
    static const struct page_example example = {
        "# Alte Deiche\n\nEva Muster hat eine Kleine Anfrage gestellt (Drucksache 18/5).\n\n"
        "1. Wie alt sind sie?\n\nAntwort:\n\nSehr alt.",
        "content(paragraph(Eva Muster hat eine Kleine Anfrage gestellt (Drucksache 18/5).) "
        "exchange(question[1.](paragraph(Wie alt sind sie?)) "
        "answer(heading(Antwort) paragraph(Sehr alt.))))"};
    check_example(ctx, &example);
    assert_recognised(ctx, example.page, ANF_FIELD_KIND, "kleine-anfrage");
    assert_recognised(ctx, example.page, ANF_FIELD_TITLE, "Alte Deiche");
}
END_TEST

/* A number between dashes is a page's, even the only one. */
START_TEST(page_number_between_dashes)
{
    static const struct page_example example = {
        HEAD "1. Wie alt?\n\nAntwort:\n\nSehr alt.\n\n– 2 –",
        "content(exchange(question[1.](paragraph(Wie alt?)) "
        "answer(heading(Antwort) paragraph(Sehr alt.))))"};
    check_example(ctx, &example);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("wordings");
    TCase *tests = tcase_create("wordings");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, exchange, 0, (int)(sizeof exchanges / sizeof *exchanges));
    tcase_add_loop_test(tests, fact, 0, (int)(sizeof facts / sizeof *facts));
    tcase_add_test(tests, form_of_address);
    tcase_add_test(tests, office_below_its_label);
    tcase_add_test(tests, members_above_the_kind);
    tcase_add_test(tests, label_behind_the_kind);
    tcase_add_test(tests, told_and_quoted);
    tcase_add_test(tests, page_number_between_dashes);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
