/* check_compare.c: each difference between two inquiries is told once, and none where there is
 * none. */
#include "support.h"

#include <stdio.h>
#include <string.h>

static struct anf_context *ctx;
static struct anf_inquiry *a;
static struct anf_inquiry *b;

/* What was told: a line each. */
static char told[8192];

static void
set_up(void)
{
    ctx = anf_context_new();
    a = anf_inquiry_new(ctx);
    b = anf_inquiry_new(ctx);
    ck_assert_ptr_nonnull(b);
    told[0] = '\0';
}

static void
tear_down(void)
{
    anf_inquiry_unref(a);
    anf_inquiry_unref(b);
    anf_context_unref(ctx);
}

static int
record(const struct anf_difference *d, void *user)
{
    size_t length = strlen(told);
    (void)user;
    ck_assert_uint_eq(d->size, sizeof *d);
    ck_assert_ptr_nonnull(d->path);
    snprintf(told + length, sizeof told - length, "%s %s%s%s: %s -> %s\n",
             anf_difference_kind_name(d->kind), d->path, d->new_path ? " to " : "",
             d->new_path ? d->new_path : "", d->was ? d->was : "()", d->now ? d->now : "()");
    return ANF_OK;
}

/* Compare both, and back; lines: what is told, each with its line feed. */
static void
expect(int count, const char *lines)
{
    ck_assert_int_eq(anf_inquiry_compare(b, a, NULL, NULL) == 0, count == 0);
    ck_assert_int_eq(anf_inquiry_compare(a, b, record, NULL), count);
    ck_assert_str_eq(told, lines);
    ck_assert_int_eq(anf_inquiry_equal(a, b), count == 0);
}

static void
set(struct anf_inquiry *inquiry, int field, const char *value)
{
    ck_assert_int_eq(anf_inquiry_set(inquiry, field, value), ANF_OK);
}

static struct anf_node *
node_in(struct anf_node *parent, int kind)
{
    struct anf_node *node = NULL;
    ck_assert_int_eq(anf_node_add(parent, kind, &node), ANF_OK);
    return node;
}

static struct anf_node *
section_in(struct anf_node *parent, int role, const char *number)
{
    struct anf_node *node = NULL;
    ck_assert_int_eq(anf_node_add_section(parent, role, &node), ANF_OK);
    ck_assert_int_eq(anf_node_set(node, ANF_ATTRIBUTE_NUMBER, number), ANF_OK);
    return node;
}

static void
text_in(struct anf_node *parent, const char *text)
{
    ck_assert_int_eq(anf_node_add_text(parent, text, strlen(text)), ANF_OK);
}

static struct anf_node *
paragraph_in(struct anf_node *parent, const char *text)
{
    struct anf_node *node = node_in(parent, ANF_NODE_PARAGRAPH);
    text_in(node, text);
    return node;
}

static void
exchange_in(struct anf_inquiry *inquiry, const char *number, const char *question,
            const char *answer)
{
    struct anf_node *exchange = section_in(anf_inquiry_root(inquiry), ANF_ROLE_EXCHANGE, NULL);
    paragraph_in(section_in(exchange, ANF_ROLE_QUESTION, number), question);
    if (answer)
        paragraph_in(section_in(exchange, ANF_ROLE_ANSWER, NULL), answer);
}

/* One paragraph for each word of a text. */
static void
paragraphs(struct anf_inquiry *inquiry, const char *words)
{
    char copy[256];
    snprintf(copy, sizeof copy, "%s", words);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " "))
        paragraph_in(anf_inquiry_root(inquiry), word);
}

START_TEST(fields)
{
    set(a, ANF_FIELD_TITLE, "Radwege");
    set(b, ANF_FIELD_TITLE, "Wanderwege");
    set(a, ANF_FIELD_STATUS, "beantwortet");
    set(b, ANF_FIELD_ASKED, "2025-05-12");
    set(a, ANF_FIELD_SOURCE, "seite.html");
    expect(4, "removed status: beantwortet -> ()\n"
              "changed title: Radwege -> Wanderwege\n"
              "added asked: () -> 2025-05-12\n"
              "removed provenance/source: seite.html -> ()\n");
}
END_TEST

START_TEST(people)
{
    struct anf_actor berta = {ANF_ACTOR_INIT, .name = "Dr. Berta Muster", .party = "SPD"};
    struct anf_actor anton = {ANF_ACTOR_INIT, .name = "Anton Beispiel", .group = 1};
    ck_assert_int_eq(anf_inquiry_add_asker(a, &berta), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_asker(b, &anton), ANF_OK);
    berta.party = "FDP";
    ck_assert_int_eq(anf_inquiry_add_asker(b, &berta), ANF_OK);
    anf_inquiry_set_more_askers(b, 1);
    expect(3, "added askers 1: () -> Anton Beispiel (group)\n"
              "changed askers 1/party: SPD -> FDP\n"
              "changed more_askers: false -> true\n");
}
END_TEST

START_TEST(lists)
{
    const char *const one[] = {"Am Markt 1", NULL};
    const char *const two[] = {"Am Markt 1", "12345 Musterstadt", NULL};
    struct anf_contact contact = {ANF_CONTACT_INIT, .name = "Poststelle", .address = one};
    struct anf_repair repair = {ANF_REPAIR_INIT, .kind = "lost-initial", .was = "ie", .now = "Die"};
    ck_assert_int_eq(anf_inquiry_add_subject(a, "Schule"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_subject(a, "Verkehr"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_subject(b, "Verkehr"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_link(b, "https://example.org/"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_contact(a, &contact), ANF_OK);
    contact.address = two;
    ck_assert_int_eq(anf_inquiry_add_contact(b, &contact), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_repair(a, &repair), ANF_OK);
    expect(4, "removed subjects 1: Schule -> ()\n"
              "added links_other 1: () -> https://example.org/\n"
              "added contacts 1/address 2: () -> 12345 Musterstadt\n"
              "removed provenance/repairs 1: lost-initial, ie, Die -> ()\n");
}
END_TEST

START_TEST(order_of_a_list)
{
    ck_assert_int_eq(anf_inquiry_add_subject(a, "Schule"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_subject(a, "Verkehr"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_subject(b, "Verkehr"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_subject(b, "Schule"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_compare(a, b, NULL, NULL), 2);
}
END_TEST

START_TEST(inserted_paragraph)
{
    paragraphs(a, "eins zwei drei vier");
    paragraphs(b, "eins zwei neu drei vier");
    expect(1, "added content/paragraph 3: () -> neu\n");
}
END_TEST

START_TEST(inserted_among_the_same)
{
    paragraphs(a, "ja ja ja ja");
    paragraphs(b, "ja ja ja ja ja");
    expect(1, "added content/paragraph 5: () -> ja\n");
}
END_TEST

START_TEST(replaced_paragraph)
{
    paragraphs(a, "eins zwei drei");
    paragraphs(b, "eins neu drei");
    expect(1, "changed content/paragraph 2: zwei -> neu\n");
}
END_TEST

START_TEST(moved_paragraph)
{
    paragraphs(a, "eins zwei drei vier fünf");
    paragraphs(b, "eins drei vier fünf zwei");
    expect(1, "moved content/paragraph 2 to content/paragraph 5: zwei -> zwei\n");
}
END_TEST

START_TEST(changed_answer)
{
    exchange_in(a, "1.", "Wie viele Radwege gibt es?", "Es gibt zwei.");
    exchange_in(a, "2.", "Wie viele Brücken gibt es?", "Es gibt keine.");
    exchange_in(b, "1.", "Wie viele Radwege gibt es?", "Es gibt zwei.");
    exchange_in(b, "1a.", "Und wie viele Wanderwege?", NULL);
    exchange_in(b, "2.", "Wie viele Brücken gibt es?", "Es gibt eine.");
    expect(2, "added content/exchange 2: () -> 1a. Und wie viele Wanderwege?\n"
              "changed content/exchange 2/answer 1/paragraph 1: Es gibt keine. -> Es gibt eine.\n");
}
END_TEST

START_TEST(changed_number)
{
    exchange_in(a, "1.", "Wie viele Radwege gibt es?", NULL);
    exchange_in(b, "1)", "Wie viele Radwege gibt es?", NULL);
    expect(1, "changed content/exchange 1/question 1./number: 1. -> 1)\n");
}
END_TEST

START_TEST(markup_alone)
{
    text_in(node_in(node_in(anf_inquiry_root(a), ANF_NODE_PARAGRAPH), ANF_NODE_STRONG), "a<b");
    paragraph_in(anf_inquiry_root(b), "a<b");
    expect(1, "changed content/paragraph 1: <strong>a&lt;b</strong> -> a&lt;b\n");
}
END_TEST

START_TEST(link_address)
{
    struct anf_node *was = node_in(node_in(anf_inquiry_root(a), ANF_NODE_PARAGRAPH), ANF_NODE_LINK);
    struct anf_node *now = node_in(node_in(anf_inquiry_root(b), ANF_NODE_PARAGRAPH), ANF_NODE_LINK);
    text_in(was, "hier");
    text_in(now, "hier");
    ck_assert_int_eq(anf_node_set(now, ANF_ATTRIBUTE_HREF, "x?a&b"), ANF_OK);
    expect(1, "changed content/paragraph 1: <link href=\"\">hier</link> -> "
              "<link href=\"x?a&amp;b\">hier</link>\n");
}
END_TEST

static void
table_in(struct anf_inquiry *inquiry, size_t rows, size_t columns, const char *const *cells)
{
    struct anf_node *table = node_in(anf_inquiry_root(inquiry), ANF_NODE_TABLE);
    for (size_t i = 0; i < rows; ++i) {
        struct anf_node *row = node_in(table, ANF_NODE_ROW);
        for (size_t j = 0; j < columns; ++j)
            paragraph_in(node_in(row, ANF_NODE_CELL), cells[i * columns + j]);
    }
}

START_TEST(table_cell)
{
    const char *const was[] = {"Jahr", "Zahl", "2023", "12", "2024", "13"};
    const char *const now[] = {"Jahr", "Zahl", "2023", "12", "2024", "14"};
    table_in(a, 3, 2, was);
    table_in(b, 3, 2, now);
    expect(1, "changed content/table 1/row 3/cell 2/paragraph 1: 13 -> 14\n");
}
END_TEST

START_TEST(words_of_a_branch)
{
    const char *const cells[] = {"Jahr", "Zahl", "2023", "12"};
    struct anf_node *annex = section_in(anf_inquiry_root(a), ANF_ROLE_ANNEX, "2");
    struct anf_node *paragraph = paragraph_in(annex, "Siehe");
    struct anf_node *note = node_in(paragraph, ANF_NODE_FOOTNOTE);
    ck_assert_int_eq(anf_node_set(note, ANF_ATTRIBUTE_MARKER, "1"), ANF_OK);
    paragraph_in(note, "Gerundet.");
    node_in(paragraph, ANF_NODE_BREAK);
    text_in(paragraph, "dort.");
    ck_assert_int_eq(anf_node_set(node_in(annex, ANF_NODE_IMAGE), ANF_ATTRIBUTE_SRC, "k.png"),
                     ANF_OK);
    table_in(a, 2, 2, cells);
    expect(2, "removed content/annex 2: 2 Siehe[1: Gerundet.]\ndort.\n[image: k.png] -> ()\n"
              "removed content/table 1: Jahr | Zahl\n2023 | 12 -> ()\n");
}
END_TEST

START_TEST(other_section)
{
    struct anf_node *was = section_in(anf_inquiry_root(a), ANF_ROLE_CHAPTER, NULL);
    struct anf_node *now = section_in(anf_inquiry_root(b), ANF_ROLE_CHAPTER, NULL);
    paragraph_in(was, "Radwege in Lippe");
    paragraph_in(was, "Brücken");
    paragraph_in(now, "Haushalt und Steuern");
    paragraph_in(now, "Schulden");
    expect(2, "removed content/chapter 1: Radwege in Lippe\nBrücken -> ()\n"
              "added content/chapter 1: () -> Haushalt und Steuern\nSchulden\n");
}
END_TEST

START_TEST(other_kind_of_block)
{
    paragraph_in(anf_inquiry_root(a), "Fragen");
    text_in(node_in(anf_inquiry_root(b), ANF_NODE_HEADING), "Fragen");
    expect(2, "removed content/paragraph 1: Fragen -> ()\n"
              "added content/heading 1: () -> Fragen\n");
}
END_TEST

static int
refuse(const struct anf_difference *difference, void *user)
{
    (void)difference;
    ++*(int *)user;
    return ANF_ERR_IO;
}

START_TEST(ends_when_asked)
{
    int calls = 0;
    set(a, ANF_FIELD_TITLE, "Radwege");
    set(a, ANF_FIELD_STATUS, "beantwortet");
    paragraphs(a, "eins");
    ck_assert_int_eq(anf_inquiry_compare(a, b, refuse, &calls), ANF_ERR_IO);
    ck_assert_int_eq(calls, 1);
    ck_assert_int_eq(anf_inquiry_compare(a, NULL, refuse, &calls), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_inquiry_compare(a, a, refuse, &calls), 0);
    ck_assert_int_eq(calls, 1);
}
END_TEST

START_TEST(names)
{
    ck_assert_str_eq(anf_difference_part_name(ANF_PART_PROVENANCE), "provenance");
    ck_assert_ptr_null(anf_difference_part_name(0));
    ck_assert_ptr_null(anf_difference_part_name(ANF_PART_PROVENANCE + 1));
    ck_assert_ptr_null(anf_difference_kind_name(0));
    ck_assert_ptr_null(anf_difference_kind_name(ANF_DIFFERENCE_MOVED + 1));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("compare");
    TCase *tcase = tcase_create("compare");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, fields);
    tcase_add_test(tcase, people);
    tcase_add_test(tcase, lists);
    tcase_add_test(tcase, order_of_a_list);
    tcase_add_test(tcase, inserted_paragraph);
    tcase_add_test(tcase, inserted_among_the_same);
    tcase_add_test(tcase, replaced_paragraph);
    tcase_add_test(tcase, moved_paragraph);
    tcase_add_test(tcase, changed_answer);
    tcase_add_test(tcase, changed_number);
    tcase_add_test(tcase, markup_alone);
    tcase_add_test(tcase, link_address);
    tcase_add_test(tcase, table_cell);
    tcase_add_test(tcase, words_of_a_branch);
    tcase_add_test(tcase, other_section);
    tcase_add_test(tcase, other_kind_of_block);
    tcase_add_test(tcase, ends_when_asked);
    tcase_add_test(tcase, names);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
