/* check_inquiries.c: pages that hold several inquiries: collections of questions, lists, posts. */
#include "recognised.h"
#include "support.h"

#include <anfrage/plugin.h>
#include <check.h>
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

enum { MOST = 4 };

/* What one of the inquiries says. */
struct said {
    const char *kind, *reference, *answer_reference, *number, *answered, *asker, *content;
};

struct several {
    const char *page;
    size_t count;
    struct said said[MOST];
};

static void
check_field(const struct anf_inquiry *inquiry, int field, const char *value)
{
    const char *got = anf_inquiry_get(inquiry, field);
    ck_assert_msg(value ? got && strcmp(got, value) == 0 : !got, "field %d: %s, not %s", field,
                  got ? got : "(none)", value ? value : "(none)");
}

static void
check_said(const struct anf_inquiry *inquiry, const struct said *said)
{
    const struct anf_actor *asker = anf_inquiry_asker(inquiry, 0);
    check_field(inquiry, ANF_FIELD_KIND, said->kind);
    check_field(inquiry, ANF_FIELD_REFERENCE, said->reference);
    check_field(inquiry, ANF_FIELD_ANSWER_REFERENCE, said->answer_reference);
    check_field(inquiry, ANF_FIELD_INQUIRY_NUMBER, said->number);
    check_field(inquiry, ANF_FIELD_ANSWERED, said->answered);
    ck_assert_ptr_nonnull(asker);
    ck_assert_str_eq(asker->name, said->asker);
    ck_assert_ptr_null(anf_inquiry_asker(inquiry, 1));
    ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
    char *content = describe_content(inquiry);
    ck_assert_str_eq(content, said->content);
    free(content);
}

static void
check_several(const struct several *several)
{
    int status = 0;
    struct anf_page *page = recognised_page(ctx, several->page, &status);
    ck_assert_int_eq(status, ANF_OK);
    check_partition(page);
    for (uint32_t i = 0; i < several->count; i++) {
        ck_assert_msg(anf_page_inquiry(page, i) != NULL, "no inquiry %u", (unsigned)i + 1);
        check_said(anf_page_inquiry(page, i), &several->said[i]);
    }
    ck_assert_ptr_null(anf_page_inquiry(page, (uint32_t)several->count));
    anf_page_unref(page);
}

#define PAPER_HEAD "[wrapped]Deutscher Bundestag Drucksache 21/901\n21. Wahlperiode 04.07.2025\n"

static const struct several collections[] = {
    /* Questions of a week with their answers; departments between them; the third is open. */
    {PAPER_HEAD
     "Schriftliche Fragen\nmit den in der Woche vom 30. Juni 2025\neingegangenen Antworten der "
     "Bundesregierung\nVerzeichnis der Fragenden\nMuster, Eva (SPD) . . . . 1, 2\n"
     "Geschäftsbereich des Bundesministeriums\nfür Verkehr\n1. Abgeordnete\nEva Muster\n(SPD)\n"
     "Wie alt sind die Schleusen am\nKanal?\nAntwort des Parlamentarischen Staatssekretärs\n"
     "Jan Probe vom 1. Juli 2025\nSie sind hundert Jahre alt.\nEine ist älter.\n"
     "2. Abgeordneter\nDr. Max\nBeispiel\n(BÜNDNIS 90/\nDIE GRÜNEN)\n"
     "Wie viele Brücken wurden nach der\nAntwort der Bundesregierung vom 3. Mai 2024\nneu gebaut?\n"
     "Antwort der Staatssekretärin Ida Probe vom 2. Juli 2025\nKeine.\n"
     "Geschäftsbereich des Auswärtigen Amts\n3. Abgeordnete\nEva Muster\n(SPD)\nWer reist?",
     3,
     {{"schriftliche-anfrage", "21/901", "21/901", "1", "2025-07-01", "Eva Muster",
       "content(exchange(question(paragraph(Wie alt sind die Schleusen am Kanal?)) "
       "answer(heading(Antwort des Parlamentarischen Staatssekretärs Jan Probe vom 1. Juli 2025) "
       "paragraph(Sie sind hundert Jahre alt. Eine ist älter.))))"},
      {"schriftliche-anfrage", "21/901", "21/901", "2", "2025-07-02", "Dr. Max Beispiel",
       "content(exchange(question(paragraph(Wie viele Brücken wurden nach der Antwort der "
       "Bundesregierung vom 3. Mai 2024 neu gebaut?)) answer(heading(Antwort der "
       "Staatssekretärin Ida Probe vom 2. Juli 2025) paragraph(Keine.))))"},
      {"schriftliche-anfrage", "21/901", NULL, "3", NULL, "Eva Muster",
       "content(exchange(question(paragraph(Wer reist?))))"}}},
    /* Questions for a Fragestunde: each in a paragraph, without answers. */
    {PAPER_HEAD "Fragen\nfür die Fragestunde der 9. Sitzung\n\n[wrapped]1. Abgeordneter\n"
                "Jan Probe\n(CDU/CSU)\n\nWie hoch ist der Turm?\n\n[wrapped]2. Abgeordnete\n"
                "Eva Muster\n(SPD)\nWie tief ist der See?",
     2,
     {{"muendliche-anfrage", "21/901", NULL, "1", NULL, "Jan Probe",
       "content(exchange(question(paragraph(Wie hoch ist der Turm?))))"},
      {"muendliche-anfrage", "21/901", NULL, "2", NULL, "Eva Muster",
       "content(exchange(question(paragraph(Wie tief ist der See?))))"}}},
};

START_TEST(collection)
{
    check_several(&collections[_i]);
}
END_TEST

static const struct several lists[] = {
    {"# Unsere Anfragen\n\n## Deiche im Norden\n\nKleine Anfrage der Abgeordneten Eva Muster "
     "(SPD), "
     "Drucksache 18/5\n\n1. Wie alt sind die Deiche?\n\n## Brücken im Süden\n\nKleine Anfrage des "
     "Abgeordneten Jan Probe (CDU), Drucksache 18/6\n\n1. Wie breit sind die Brücken?\n\n"
     "## Türme im Osten\n\nGroße Anfrage der Abgeordneten Ida Beispiel (FDP), Drucksache 18/7\n\n"
     "1. Wie hoch sind die Türme?",
     3,
     {{"kleine-anfrage", "18/5", NULL, NULL, NULL, "Eva Muster",
       "content(exchange(question[1.](paragraph(Wie alt sind die Deiche?))))"},
      {"kleine-anfrage", "18/6", NULL, NULL, NULL, "Jan Probe",
       "content(exchange(question[1.](paragraph(Wie breit sind die Brücken?))))"},
      {"grosse-anfrage", "18/7", NULL, NULL, NULL, "Ida Beispiel",
       "content(exchange(question[1.](paragraph(Wie hoch sind die Türme?))))"}}},
    /* A post with two inquiries; the second waits for its answer, and says so. */
    {"# Zwei Anfragen im Landtag\n\n## Fähren im Westen\n\nKleine Anfrage der Abgeordneten Eva "
     "Muster (SPD), KA 7/501 vom 03.05.2019; Antwort der Landesregierung, Drucksache 7/4302 vom "
     "04.06.2019\n\nFrage 1:\nWie viele Fähren fahren?\nAntwort auf Frage 1:\nSieben.\n\n"
     "## Schulen im Osten\n\nGroße Anfrage des Abgeordneten Jan Probe (CDU) vom 05.06.2019, "
     "Drucksache 7/4400. Eine Antwort steht noch aus.\n\n1. Wie viele Schulen gibt es?",
     2,
     {{"kleine-anfrage", NULL, "7/4302", "7/501", "2019-06-04", "Eva Muster",
       "content(exchange(question[Frage 1](paragraph(Wie viele Fähren fahren?)) "
       "answer(heading(Antwort auf Frage 1) paragraph(Sieben.))))"},
      {"grosse-anfrage", "7/4400", NULL, NULL, NULL, "Jan Probe",
       "content(exchange(question[1.](paragraph(Wie viele Schulen gibt es?))))"}}},
};

START_TEST(list)
{
    check_several(&lists[_i]);
}
END_TEST

/* Members that are numbered, and no collection; a collection of which one entry is there. */
static const char *const no_collections[] = {
    "Unser Team\n\n[wrapped]1. Abgeordneter\nJan Probe\n(CDU)\n2. Abgeordnete\nEva Muster\n(SPD)",
    PAPER_HEAD "Schriftliche Fragen\n1. Abgeordneter\nJan Probe\n(CDU/CSU)\nWie hoch?",
};

START_TEST(no_collection)
{
    int status = 0;
    struct anf_page *page = recognised_page(ctx, no_collections[_i], &status);
    ck_assert_int_eq(status, ANF_ERR_NO_INQUIRY);
    check_partition(page);
    anf_page_unref(page);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("inquiries");
    TCase *tests = tcase_create("inquiries");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, collection, 0, (int)(sizeof collections / sizeof *collections));
    tcase_add_loop_test(tests, list, 0, (int)(sizeof lists / sizeof *lists));
    tcase_add_loop_test(tests, no_collection, 0,
                        (int)(sizeof no_collections / sizeof *no_collections));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
