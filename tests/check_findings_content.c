/* check_findings_content.c: findings in questions, answers and references, and the sound inquiry
 * that looks like each. */
#include "finding_support.h"

#include <stdio.h>
#include <string.h>

/* --- questions --- */

START_TEST(question_without_number)
{
    exchange("1.", NULL);
    exchange(NULL, NULL);
    expect("");
    exchange("2.", NULL);
    expect("204 content/exchange 2/question 1\n");
    exchange(NULL, NULL);
    expect("");
}
END_TEST

START_TEST(number_twice)
{
    exchange("1.", NULL);
    exchange("2.", NULL);
    exchange("2)", NULL);
    exchange("3.", NULL);
    expect("212 content/exchange 3/question 2)\n");
    exchange("2.", NULL);
    expect("212 content/exchange 3/question 2)\n212 content/exchange 5/question 2.\n");
}
END_TEST

START_TEST(numbers_that_come_again)
{
    /* a chapter without heading, one with, letters below each question */
    const char *const numbers[] = {"1.", "a)", "b)", "2.", "a)", "2.1", "2.2", "1.", "2."};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; ++i)
        exchange(numbers[i], NULL);
    block_in(root(), ANF_NODE_HEADING, "Finanzen");
    exchange("2.", NULL);
    expect("");
}
END_TEST

START_TEST(out_of_order)
{
    exchange("1.", NULL);
    exchange("3.", NULL);
    exchange("2.", NULL);
    exchange("4.", NULL);
    expect("214 content/exchange 3/question 2.\n");
}
END_TEST

#define LONG_QUESTION                                                                              \
    "Welche Maßnahmen hat die Landesregierung seit dem Jahr 2020 ergriffen, um die Radwege in "   \
    "Musterstadt zu erneuern?"

START_TEST(question_twice)
{
    for (int i = 1; i <= 2; ++i) {
        char number[8];
        struct anf_node *node = section_in(root(), ANF_ROLE_EXCHANGE, NULL);
        snprintf(number, sizeof number, "%d.", i);
        block_in(section_in(node, ANF_ROLE_QUESTION, number), ANF_NODE_PARAGRAPH, LONG_QUESTION);
    }
    expect("213 content/exchange 2/question 2.\n");
}
END_TEST

START_TEST(question_again_above_its_answer)
{
    struct anf_node *node = section_in(root(), ANF_ROLE_EXCHANGE, NULL);
    for (int i = 1; i <= 2; ++i)
        block_in(section_in(node, ANF_ROLE_QUESTION, "1."), ANF_NODE_PARAGRAPH, LONG_QUESTION);
    block_in(section_in(node, ANF_ROLE_ANSWER, NULL), ANF_NODE_PARAGRAPH, "Keine.");
    expect("");
}
END_TEST

START_TEST(question_twice_that_is_short)
{
    for (int i = 1; i <= 2; ++i) {
        char number[8];
        struct anf_node *node = section_in(root(), ANF_ROLE_EXCHANGE, NULL);
        snprintf(number, sizeof number, "%d.", i);
        block_in(section_in(node, ANF_ROLE_QUESTION, number), ANF_NODE_PARAGRAPH,
                 "Wenn nein, warum nicht?");
    }
    expect("");
}
END_TEST

/* --- answers --- */

START_TEST(no_answer)
{
    exchange("1.", "Es gibt zwei.");
    exchange("2.", NULL);
    expect("205 content/exchange 2/question 2.\n");
}
END_TEST

START_TEST(no_answers_at_all)
{
    exchange("1.", NULL);
    exchange("2.", NULL);
    expect("");
}
END_TEST

START_TEST(joint_answer)
{
    exchange("1.", "Es gibt zwei.");
    exchange("2.", "Die Fragen 2 und 4 bis 6 werden gemeinsam beantwortet.");
    for (int i = 3; i <= 7; ++i) {
        char number[8];
        snprintf(number, sizeof number, "%d.", i);
        exchange(number, NULL);
    }
    expect("205 content/exchange 3/question 3.\n205 content/exchange 7/question 7.\n");
}
END_TEST

START_TEST(answer_below_several_questions)
{
    exchange("1.", NULL);
    struct anf_node *last = exchange("2.", "Es gibt keine.");
    expect("");
    struct anf_node *answer = section_in(last, ANF_ROLE_ANSWER, "Zu 2.");
    block_in(answer, ANF_NODE_PARAGRAPH, "Keine.");
    expect("");
}
END_TEST

START_TEST(one_answer_of_many)
{
    exchange("1.", "Es gibt zwei.");
    exchange("2.", NULL);
    exchange("3.", "Es gibt keine.");
    expect("205 content/exchange 2/question 2.\n");
    exchange("4.", NULL);
    exchange("5.", "Es gibt drei.");
    expect("");
}
END_TEST

START_TEST(answer_with_a_number)
{
    exchange("1.", NULL);
    struct anf_node *last = exchange("2.", NULL);
    struct anf_node *answer = section_in(last, ANF_ROLE_ANSWER, "Zu 2.");
    block_in(answer, ANF_NODE_PARAGRAPH, "Keine.");
    expect("205 content/exchange 1/question 1.\n");
}
END_TEST

START_TEST(empty_answer)
{
    struct anf_node *only = exchange("1.", NULL);
    struct anf_node *answer = section_in(only, ANF_ROLE_ANSWER, NULL);
    block_in(answer, ANF_NODE_HEADING, "Antwort:");
    block_in(answer, ANF_NODE_PARAGRAPH, " \xC2\xA0 ");
    expect("206 content/exchange 1/answer 1\n");
    struct anf_node *image = node_in(answer, ANF_NODE_IMAGE);
    ck_assert_int_eq(anf_node_set(image, ANF_ATTRIBUTE_SRC, "karte.png"), ANF_OK);
    expect("");
}
END_TEST

/* --- references --- */

static const struct {
    const char *text;
    int dangles;
} mentions[] = {
    {"Siehe Antwort zu Frage 9.", 1},
    {"Auf die Antwort zu Frage\xC2\xA0"
     "9 wird verwiesen.",
     1},
    {"Es wird auf die Antworten zu den Fragen 1 und 9 verwiesen.", 1},
    {"Siehe Antwort zu Frage 2.", 0},
    {"Siehe Antwort zu Frage 9 der Kleinen Anfrage 5678.", 0},
    {"Siehe Antwort zu Frage 9, Drucksache 17/123.", 0},
    {"Siehe Antwort zu Frage 9 des Fragebogens.", 0},
    {"Die Frage 9 blieb offen.", 0},
    {"Siehe Antwort zu Frage 2024.", 0},
    {"Siehe Anlage 3.", 1},
    {"Die Zahlen (Anlage 3) sind gerundet.", 1},
    {"Siehe Anlage 2.", 0},
    {"Die Geldanlage 3 ist sicher.", 0},
    {"Es gilt § 4 in Anlage 3.", 0},
    {"Siehe Anlage 3 der Vereinbarung.", 0},
};
enum { MENTIONS = sizeof mentions / sizeof *mentions };

static void
annex(const char *heading)
{
    struct anf_node *node = section_in(root(), ANF_ROLE_ANNEX, NULL);
    block_in(node, ANF_NODE_HEADING, heading);
    block_in(node, ANF_NODE_PARAGRAPH, "Zahlen");
}

START_TEST(dangling_reference)
{
    exchange("1.", "Es gibt zwei.");
    exchange("2.", mentions[_i].text);
    annex("Anlage 1: Radwege");
    annex("Anlage 2: Brücken");
    expect(mentions[_i].dangles ? "207 content/exchange 2/answer 1/paragraph 1\n" : "");
}
END_TEST

/* Where a number is missing, or there are none, nothing can be said. */
START_TEST(reference_without_numbers)
{
    exchange("1.", "Siehe Antwort zu Frage 9.");
    exchange("4.", "Siehe Anlage 3.");
    annex("Zahlen");
    expect("");
}
END_TEST

static void
raised(struct anf_node *paragraph, const char *before, const char *number)
{
    ck_assert_int_eq(anf_node_add_text(paragraph, before, strlen(before)), ANF_OK);
    block_in(paragraph, ANF_NODE_SUPERSCRIPT, number);
}

START_TEST(footnote)
{
    struct anf_node *paragraph = block_in(root(), ANF_NODE_PARAGRAPH, "Radwege");
    raised(paragraph, "in Musterstadt", "2");
    expect("");
    struct anf_node *note = node_in(paragraph, ANF_NODE_FOOTNOTE);
    ck_assert_int_eq(anf_node_set(note, ANF_ATTRIBUTE_MARKER, "1)"), ANF_OK);
    block_in(note, ANF_NODE_PARAGRAPH, "Gerundet.");
    raised(paragraph, " mit 500 m", "2");
    raised(paragraph, ", 10", "6");
    raised(paragraph, " Euro für Brücken", "1");
    expect("207 content/paragraph 1/superscript 1\n");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("findings_content");
    TCase *tcase = tcase_create("findings_content");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, question_without_number);
    tcase_add_test(tcase, number_twice);
    tcase_add_test(tcase, numbers_that_come_again);
    tcase_add_test(tcase, out_of_order);
    tcase_add_test(tcase, question_twice);
    tcase_add_test(tcase, question_again_above_its_answer);
    tcase_add_test(tcase, question_twice_that_is_short);
    tcase_add_test(tcase, no_answer);
    tcase_add_test(tcase, no_answers_at_all);
    tcase_add_test(tcase, joint_answer);
    tcase_add_test(tcase, answer_below_several_questions);
    tcase_add_test(tcase, one_answer_of_many);
    tcase_add_test(tcase, answer_with_a_number);
    tcase_add_test(tcase, empty_answer);
    tcase_add_test(tcase, reference_without_numbers);
    tcase_add_test(tcase, footnote);
    tcase_add_loop_test(tcase, dangling_reference, 0, MENTIONS);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
