/* check_compose.c: the content that the recogniser builds: sections, exchanges, lists, tables. */
#include "recognised.h"
#include "support.h"

#include <anfrage/plugin.h>

#include <stdio.h>
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

#define HEAD "# Wie geht es den Deichen?\n\nKleine Anfrage von Eva Muster (SPD)\n\n"

static void
check_page(struct anf_page *page, int status, const char *expected)
{
    ck_assert_int_eq(status, ANF_OK);
    check_partition(page);
    const struct anf_inquiry *inquiry = anf_page_inquiry(page, 0);
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    char *got = describe_content(inquiry);
    ck_assert_str_eq(got, expected);
    free(got);
    anf_page_unref(page);
}

static void
check_content(const char *text, const char *expected)
{
    int status = 0;
    struct anf_page *page = recognised_page(ctx, text, &status);
    check_page(page, status, expected);
}

START_TEST(sections)
{
    check_content(HEAD "Zusammenfassung der Anfrage:\n\nEs geht um Deiche.\n\n"
                       "Zusammenfassung der Antwort:\n\nSie halten.",
                  "content(summary-question(heading(Zusammenfassung der Anfrage) "
                  "paragraph(Es geht um Deiche.)) "
                  "summary-answer(heading(Zusammenfassung der Antwort) paragraph(Sie halten.)))");
}
END_TEST

START_TEST(sections_as_members_name_them)
{
    check_content(HEAD "Was wir wissen wollten\n\nEs geht um Deiche.\n\n"
                       "So antwortet der Senat\n\nSie halten.",
                  "content(summary-question(heading(Was wir wissen wollten) "
                  "paragraph(Es geht um Deiche.)) "
                  "summary-answer(heading(So antwortet der Senat) paragraph(Sie halten.)))");
}
END_TEST

START_TEST(lines_between_settled_ones)
{
    check_content(HEAD "Zusammenfassung der Anfrage\nEs geht um Deiche.\nDrucksache 18/5\n"
                       "Und um Siele.\nSo ist es.",
                  "content(summary-question(heading(Zusammenfassung der Anfrage) "
                  "paragraph(Es geht um Deiche.) "
                  "paragraph(Und um Siele.break()So ist es.)))");
}
END_TEST

/* --- exchanges --- */

START_TEST(answers_behind_their_questions)
{
    check_content(HEAD
                  "Ich frage die Landesregierung:\n\n1. Wie alt sind sie?\n\nAntwort: Sehr.\n\n"
                  "2. Wie hoch?\n\nAntwort:\n\nHoch.",
                  "content(introduction(paragraph(Ich frage die Landesregierung:)) "
                  "exchange(question[1.](paragraph(Wie alt sind sie?)) "
                  "answer(heading(Antwort) paragraph(Sehr.))) "
                  "exchange(question[2.](paragraph(Wie hoch?)) "
                  "answer(heading(Antwort) paragraph(Hoch.))))");
}
END_TEST

START_TEST(answers_below_one_heading)
{
    check_content(
        HEAD "Fragen\n\n1. Wie alt sind sie?\n\n2. Wie hoch?\n\nAntwort\n\n1. Sehr.\n\n"
             "2. Hoch.",
        "content(heading(Fragen) "
        "exchange(question[1.](paragraph(Wie alt sind sie?)) answer[1.](paragraph(Sehr.))) "
        "exchange(question[2.](paragraph(Wie hoch?)) answer[2.](paragraph(Hoch.))) "
        "heading(Antwort))");
}
END_TEST

START_TEST(answers_without_a_word)
{
    check_content(HEAD "Fragen und Antworten\n\n1. Wie alt sind sie?\n\nSehr.\n\nUralt.\n\n"
                       "2. Wie hoch?\n\nHoch.",
                  "content(heading(Fragen und Antworten) "
                  "exchange(question[1.](paragraph(Wie alt sind sie?)) "
                  "answer(paragraph(Sehr.) paragraph(Uralt.))) "
                  "exchange(question[2.](paragraph(Wie hoch?)) answer(paragraph(Hoch.))))");
}
END_TEST

START_TEST(joint_answer)
{
    check_content(HEAD "Fragen\n\n1. Wie alt?\n\n2. Wie hoch?\n\n3. Wie lang?\n\n"
                       "Zu den Fragen 1 und 2:\n\nAlt und hoch.\n\nZu Frage 3: Lang.",
                  "content(heading(Fragen) "
                  "exchange(question[1.](paragraph(Wie alt?)) question[2.](paragraph(Wie hoch?)) "
                  "answer(heading(Zu den Fragen 1 und 2) paragraph(Alt und hoch.))) "
                  "exchange(question[3.](paragraph(Wie lang?)) "
                  "answer(heading(Zu Frage 3) paragraph(Lang.))))");
}
END_TEST

START_TEST(lines_that_are_no_questions)
{
    check_content(HEAD "Zusammenfassung der Anfrage\n\n1. Januar und 2. Februar waren kalt.\n\n"
                       "18. Wahlperiode",
                  "content(summary-question(heading(Zusammenfassung der Anfrage) "
                  "paragraph(1. Januar und 2. Februar waren kalt.) paragraph(18. Wahlperiode)))");
}
END_TEST

/* --- structure --- */

static void
add_text_block(struct anf_page *page, const char *text)
{
    ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, 1, 1), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, text, strlen(text)), ANF_OK);
    ck_assert_int_eq(anf_page_close_block(page), ANF_OK);
}

static struct anf_page *
page_with_head(void)
{
    struct anf_page *page = anf__page_new(ctx);
    add_text_block(page, "Kleine Anfrage von Eva Muster");
    add_text_block(page, "Zusammenfassung der Antwort");
    return page;
}

static void
add_cell(struct anf_page *page, const char *text, uint32_t flags)
{
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_CELL, flags), ANF_OK);
    if (text)
        add_text_block(page, text);
    anf_page_close_place(page);
}

START_TEST(tables_keep_their_empty_cells)
{
    struct anf_page *page = page_with_head();
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_TABLE, 0), ANF_OK);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_ROW, 0), ANF_OK);
    add_cell(page, NULL, ANF_PLACE_HEADING);
    add_cell(page, "2024", ANF_PLACE_HEADING);
    add_cell(page, NULL, ANF_PLACE_HEADING);
    anf_page_close_place(page);
    anf_page_close_place(page);
    add_text_block(page, "Danach.");
    check_page(page, recognise_page(ctx, page),
               "content(summary-answer(heading(Zusammenfassung der Antwort) "
               "table(row(cell() cell(paragraph(2024)) cell())) paragraph(Danach.)))");
}
END_TEST

START_TEST(nested_lists)
{
    struct anf_page *page = page_with_head();
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_LIST, 0), ANF_OK);
    add_text_block(page, "Vor dem ersten Punkt");
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_ITEM, 0), ANF_OK);
    add_text_block(page, "außen");
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_LIST, ANF_PLACE_ORDERED), ANF_OK);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_ITEM, 0), ANF_OK);
    anf_page_set_number(page, 3);
    add_text_block(page, "innen");
    check_page(page, recognise_page(ctx, page),
               "content(summary-answer(heading(Zusammenfassung der Antwort) "
               "paragraph(Vor dem ersten Punkt) "
               "list(item(paragraph(außen) list(item[3](paragraph(innen)))))))");
}
END_TEST

/* --- inlines --- */

START_TEST(spans_nest)
{
    struct anf_page *page = page_with_head();
    ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, 1, 1), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, "Die ", 4), ANF_OK);
    ck_assert_int_eq(anf_page_open_span(page, ANF_SPAN_LINK, "https://example.org/"), ANF_OK);
    ck_assert_int_eq(anf_page_open_span(page, ANF_SPAN_STRONG, NULL), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, "Deiche", 6), ANF_OK);
    anf_page_close_span(page);
    ck_assert_int_eq(anf_page_open_span(page, ANF_SPAN_LINK, "https://example.org/innen"), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, " halten", 7), ANF_OK);
    anf_page_close_span(page);
    anf_page_close_span(page);
    ck_assert_int_eq(anf_page_add_text(page, ".\nOft.", 6), ANF_OK);
    check_page(page, recognise_page(ctx, page),
               "content(summary-answer(heading(Zusammenfassung der Antwort) "
               "paragraph(Die link(strong(Deiche) halten).break()Oft.)))");
}
END_TEST

START_TEST(footnotes)
{
    struct anf_page *page = page_with_head();
    uint32_t notes[2];
    ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, 1, 1), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, "Die Deiche", 10), ANF_OK);
    ck_assert_int_eq(anf_page_add_note(page, "1", &notes[0]), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, " halten.", 8), ANF_OK);
    ck_assert_int_eq(anf_page_add_note(page, NULL, &notes[1]), ANF_OK);
    ck_assert_int_eq(anf_page_close_block(page), ANF_OK);
    for (size_t i = 0; i < 2; i++) {
        ck_assert_int_eq(anf_page_open_note(page, notes[i]), ANF_OK);
        add_text_block(page, i ? "Bisher." : "1. Alle.");
        anf_page_close_place(page);
    }
    add_text_block(page, "Danach.");
    check_page(
        page, recognise_page(ctx, page),
        "content(summary-answer(heading(Zusammenfassung der Antwort) "
        "paragraph(Die Deichefootnote(paragraph(1. Alle.)) halten.footnote(paragraph(Bisher.))) "
        "paragraph(Danach.)))");
}
END_TEST

START_TEST(unseen_characters_are_repaired)
{
    int status = 0;
    struct anf_page *page = recognised_page(
        ctx, HEAD "Zusammenfassung der Antwort\n\nDie Deich\xc2\xadhöhe\xe2\x80\x8b reicht.",
        &status);
    const struct anf_fate *fate = anf_page_fate(page, 3, 1);
    ck_assert_int_eq(fate->kind, ANF_FATE_REPAIRED);
    ck_assert_str_eq(fate->reason, "unseen-character");
    check_page(page, status,
               "content(summary-answer(heading(Zusammenfassung der Antwort) "
               "paragraph(Die Deichhöhe reicht.)))");
}
END_TEST

/* --- lost initials --- */

static const struct {
    const char *found, *restored; /* NULL: nothing may be restored */
} initials[] = {
    {"ie Kleine Anfrage handelt von Deichen.", "Die"},
    {"ie Landesregierung hält sie für sicher.", "Die"},
    {"as Ministerium hält sie für sicher.", "Das"},
    {"n der Marsch liegt viel Land tief.", NULL}, /* In, An */
    {"ie oft das geschieht, weiß niemand.", NULL},
    {"ob die Deiche halten, ist offen.", NULL},
};

START_TEST(lost_initial)
{
    char text[512] = HEAD "Zusammenfassung der Anfrage\n\n";
    int status = 0;
    strcat(text, initials[_i].found);
    struct anf_page *page = recognised_page(ctx, text, &status);
    ck_assert_int_eq(status, ANF_OK);
    check_partition(page);
    const struct anf_repair *repair = anf_inquiry_repair(anf_page_inquiry(page, 0), 0);
    if (initials[_i].restored) {
        ck_assert_ptr_nonnull(repair);
        ck_assert_str_eq(repair->kind, "lost-initial");
        ck_assert_str_eq(repair->now, initials[_i].restored);
        ck_assert_str_eq(repair->was, initials[_i].restored + 1);
        ck_assert_int_eq(anf_node_kind(repair->node), ANF_NODE_PARAGRAPH);
    } else {
        ck_assert_ptr_null(repair);
    }
    anf_page_unref(page);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("compose");
    TCase *units = tcase_create("units");
    tcase_add_checked_fixture(units, set_up, tear_down);
    tcase_add_test(units, sections);
    tcase_add_test(units, sections_as_members_name_them);
    tcase_add_test(units, lines_between_settled_ones);
    tcase_add_test(units, answers_behind_their_questions);
    tcase_add_test(units, answers_below_one_heading);
    tcase_add_test(units, answers_without_a_word);
    tcase_add_test(units, joint_answer);
    tcase_add_test(units, lines_that_are_no_questions);
    suite_add_tcase(suite, units);
    TCase *structure = tcase_create("structure");
    tcase_add_checked_fixture(structure, set_up, tear_down);
    tcase_add_test(structure, tables_keep_their_empty_cells);
    tcase_add_test(structure, nested_lists);
    tcase_add_test(structure, spans_nest);
    tcase_add_test(structure, footnotes);
    tcase_add_test(structure, unseen_characters_are_repaired);
    tcase_add_loop_test(structure, lost_initial, 0, (int)(sizeof initials / sizeof *initials));
    suite_add_tcase(suite, structure);
    return run_suite(suite);
}
