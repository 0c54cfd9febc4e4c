/* check_origin.c: what a page tells of where an inquiry comes from: whose parliament's it is, the
 * day of the post, the addresses of its papers. */
#include "recognised.h"
#include "support.h"

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

struct fact {
    const char *page;
    int field;
    const char *value; /* NULL: the page does not say */
};

#define TITLE    "# Wie alt sind die Deiche?\n\n"
#define KIND     "Kleine Anfrage der Abgeordneten Eva Muster (SPD)\n\n"
#define QUESTION "1. Wie alt sind die Deiche?\n\n"

static const struct fact parliaments[] = {
    {TITLE KIND "Niedersächsischer Landtag\n\n" QUESTION, ANF_FIELD_PARLIAMENT, "DE-NI"},
    /* A government that only one country has, when it is asked. */
    {TITLE KIND "Wir fragen die Bundesregierung:\n\n" QUESTION, ANF_FIELD_PARLIAMENT, "DE"},
    /* The country that is named most. */
    {TITLE KIND "In Thüringen liegen Deiche. Thüringen baut neue, Hessen keine.\n\n" QUESTION,
     ANF_FIELD_PARLIAMENT, "DE-TH"},
    /* The parliament's name goes before the country that is spoken of. */
    {TITLE KIND
     "Landtag Brandenburg\n\nIn Thüringen liegen Deiche, wie ganz Thüringen weiß.\n\n" QUESTION,
     ANF_FIELD_PARLIAMENT, "DE-BB"},
    {TITLE KIND QUESTION, ANF_FIELD_PARLIAMENT, NULL},
};

static const struct fact days[] = {
    {TITLE "14. März 2025 · von Büro Muster\n\n" KIND QUESTION, ANF_FIELD_PUBLISHED, "2025-03-14"},
    {"30.08.2019\n\n" TITLE KIND QUESTION, ANF_FIELD_PUBLISHED, "2019-08-30"},
    /* A sentence is no remark of the post. */
    {TITLE "Seit dem 14. März 2025 ist der Deich gesperrt.\n\n" KIND QUESTION, ANF_FIELD_PUBLISHED,
     NULL},
    /* Of two days, none can be told. */
    {TITLE "14. März 2025 bis 16. März 2025\n\n" KIND QUESTION, ANF_FIELD_PUBLISHED, NULL},
};

#define PAPERS "https://papiere.example/"

static const struct fact addresses[] = {
    {TITLE KIND QUESTION "Antwort herunterladen: " PAPERS "a.pdf", ANF_FIELD_LINK_ANSWER,
     PAPERS "a.pdf"},
    {TITLE KIND QUESTION "Kleine Anfrage herunterladen: " PAPERS "f.pdf", ANF_FIELD_LINK_DOCUMENT,
     PAPERS "f.pdf"},
    /* Whose number the file's name holds goes before what is said of it. */
    {TITLE KIND "Drucksache 18/12001, Antwort: Drucksache 18/12438\n\n" QUESTION
                "Drucksache als PDF: " PAPERS "MMD18-12438.pdf",
     ANF_FIELD_LINK_ANSWER, PAPERS "MMD18-12438.pdf"},
    /* An address of another kind is no paper. */
    {TITLE KIND QUESTION "Antwort im Blog: https://muster.example/blog/", ANF_FIELD_LINK_ANSWER,
     NULL},
};

static void
check_fact(const struct fact *fact)
{
    assert_recognised(ctx, fact->page, fact->field, fact->value);
}

START_TEST(parliament)
{
    check_fact(&parliaments[_i]);
}
END_TEST

START_TEST(day_of_the_post)
{
    check_fact(&days[_i]);
}
END_TEST

START_TEST(address_of_a_paper)
{
    check_fact(&addresses[_i]);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("origin");
    TCase *tests = tcase_create("origin");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, parliament, 0, (int)(sizeof parliaments / sizeof *parliaments));
    tcase_add_loop_test(tests, day_of_the_post, 0, (int)(sizeof days / sizeof *days));
    tcase_add_loop_test(tests, address_of_a_paper, 0, (int)(sizeof addresses / sizeof *addresses));
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
