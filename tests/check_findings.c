/* check_findings.c: findings in fields, tables and links, and the sound inquiry that looks like
 * each. */
#include "finding_support.h"
#include "generate.h"

START_TEST(sound)
{
    expect("");
    exchange("1.", "Es gibt zwei.");
    exchange("2.", "Siehe Antwort zu Frage 1.");
    expect("");
}
END_TEST

/* --- fields --- */

START_TEST(title)
{
    set(ANF_FIELD_TITLE, NULL);
    expect("200 title\n");
}
END_TEST

START_TEST(kind)
{
    set(ANF_FIELD_KIND, NULL);
    expect("201 kind\n");
}
END_TEST

START_TEST(nothing)
{
    anf_inquiry_unref(inquiry);
    inquiry = anf_inquiry_new(ctx);
    expect("200 title\n201 kind\n202 askers\n203 reference\n");
    anf_inquiry_set_more_askers(inquiry, 1);
    set(ANF_FIELD_INQUIRY_NUMBER, "5678");
    expect("200 title\n201 kind\n");
}
END_TEST

START_TEST(answered_before_asked)
{
    set(ANF_FIELD_ANSWERED, "2025-05-11");
    expect("208 answered\n");
}
END_TEST

START_TEST(published_before_asked)
{
    set(ANF_FIELD_PUBLISHED, "2025-04-28");
    expect("");
    set(ANF_FIELD_PUBLISHED, "2025-04-27");
    expect("209 published\n");
    set(ANF_FIELD_PUBLISHED, "2025-06-27");
    expect("");
}
END_TEST

static const struct {
    const char *parliament;
    const char *reference;
    int fits;
} references[] = {
    {"DE-NW", "18/1", 1},
    {"DE-NW", "18/14241", 1},
    {"DE-NW", "18 / 14 241", 1},
    {"DE-NW", "18/007", 1},
    {"DE-NW", "118/14241", 0},
    {"DE-NW", "18/142411", 0},
    {"DE-NW", "18-14241", 0},
    {"DE-NW", "18/", 0},
    {"DE-NW", "5678", 0},
    {"DE-NW", "18/14241 S", 0},
    {"DE-NW", "18/0", 0},
    {"DE-NW", "18/99999999999", 0},
    {"DE-BE", "18 /10 041", 1},
    {"DE-BE",
     "18\xC2\xA0/\xC2\xA0"
     "10\xC2\xA0"
     "041",
     1},
    {"DE-HB", "18/36 S", 1},
    {"DE-HB", "18/36", 1},
    {"DE-HB", "18/36 T", 0},
    {"DE", "18/835, Nr. 1", 1},
    {"DE-BB", "18/3043", 0},
    {"AT", "997/J", 1},
    {"AT", "997/AB", 1},
    {"AT", "18/997", 0},
    {"CH", "26.3723", 1}, /* nothing is known of its numbering */
};
enum { REFERENCES = sizeof references / sizeof *references };

START_TEST(numbering)
{
    set(ANF_FIELD_PARLIAMENT, references[_i].parliament);
    set(ANF_FIELD_REFERENCE, references[_i].reference);
    expect(references[_i].fits ? "" : "210 reference\n");
    set(ANF_FIELD_PARLIAMENT, NULL);
    expect("");
}
END_TEST

START_TEST(term)
{
    set(ANF_FIELD_ANSWER_REFERENCE, "17/14300");
    expect("211 answer_reference\n");
    set(ANF_FIELD_REFERENCE, "17/14241");
    set(ANF_FIELD_ANSWER_REFERENCE, "18/14300");
    expect("211 reference\n");
    set(ANF_FIELD_TERM, NULL);
    expect("");
}
END_TEST

/* --- blocks --- */

static struct anf_node *
cell_in(struct anf_node *row, const char *colspan, const char *rowspan)
{
    struct anf_node *cell = node_in(row, ANF_NODE_CELL);
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_COLSPAN, colspan), ANF_OK);
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_ROWSPAN, rowspan), ANF_OK);
    return cell;
}

START_TEST(rows)
{
    struct anf_node *table = node_in(root(), ANF_NODE_TABLE);
    struct anf_node *row = node_in(table, ANF_NODE_ROW);
    cell_in(row, "2", NULL);
    cell_in(row, NULL, "3");
    row = node_in(table, ANF_NODE_ROW);
    cell_in(row, NULL, NULL);
    cell_in(row, NULL, NULL);
    row = node_in(table, ANF_NODE_ROW);
    cell_in(row, "5", NULL); /* alone */
    row = node_in(table, ANF_NODE_ROW);
    cell_in(row, NULL, NULL);
    cell_in(row, "2", NULL);
    expect("");
    row = node_in(table, ANF_NODE_ROW);
    cell_in(row, NULL, NULL);
    cell_in(row, NULL, NULL);
    expect("215 content/table 1/row 5\n");
}
END_TEST

START_TEST(empty_link)
{
    struct anf_node *paragraph = node_in(root(), ANF_NODE_PARAGRAPH);
    struct anf_node *link = block_in(paragraph, ANF_NODE_LINK, "hier");
    expect("216 content/paragraph 1/link 1\n");
    ck_assert_int_eq(anf_node_set(link, ANF_ATTRIBUTE_HREF, "#"), ANF_OK);
    expect("");
}
END_TEST

/* --- all --- */

static int
refuse(const struct anf_finding *finding, void *user)
{
    (void)finding;
    ++*(int *)user;
    return ANF_ERR_IO;
}

START_TEST(ends_when_asked)
{
    int calls = 0;
    set(ANF_FIELD_TITLE, NULL);
    set(ANF_FIELD_KIND, NULL);
    ck_assert_int_eq(anf_inquiry_findings(ctx, inquiry, refuse, &calls), ANF_ERR_IO);
    ck_assert_int_eq(calls, 1);
    ck_assert_int_eq(anf_inquiry_findings(ctx, inquiry, NULL, NULL), 2);
    ck_assert_int_eq(anf_inquiry_findings(ctx, NULL, refuse, &calls), ANF_ERR_ARGUMENT);
}
END_TEST

static int
accept(const struct anf_finding *finding, void *user)
{
    (void)user;
    ck_assert_uint_eq(finding->size, sizeof *finding);
    ck_assert(finding->path && *finding->path);
    return ANF_OK;
}

START_TEST(whatever_the_inquiry)
{
    for (uint64_t seed = 1; seed <= 300; ++seed) {
        struct anf_inquiry *random = generate_inquiry(ctx, seed);
        ck_assert_int_ge(anf_inquiry_findings(ctx, random, accept, NULL), 0);
        anf_inquiry_unref(random);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("findings");
    TCase *tcase = tcase_create("findings");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, sound);
    tcase_add_test(tcase, title);
    tcase_add_test(tcase, kind);
    tcase_add_test(tcase, nothing);
    tcase_add_test(tcase, answered_before_asked);
    tcase_add_test(tcase, published_before_asked);
    tcase_add_test(tcase, term);
    tcase_add_test(tcase, rows);
    tcase_add_test(tcase, empty_link);
    tcase_add_test(tcase, ends_when_asked);
    tcase_add_test(tcase, whatever_the_inquiry);
    tcase_add_loop_test(tcase, numbering, 0, REFERENCES);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
