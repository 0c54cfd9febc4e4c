/* check_akn_write.c: what is written as Akoma Ntoso, and that it reads back. */
#include "akn_support.h"
#include "round_trip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- what the public view says --- */

START_TEST(numbers_and_places_fit_into_uris)
{
    struct anf_inquiry *inquiry = akn_new_inquiry();
    akn_set_field(inquiry, ANF_FIELD_PARLIAMENT, "DE-BE");
    akn_set_field(inquiry, ANF_FIELD_REFERENCE, "19 /10 041 (neu)");
    akn_set_field(inquiry, ANF_FIELD_KIND, "schriftliche-anfrage");
    akn_set_field(inquiry, ANF_FIELD_ASKED, "2024-02-29");
    akn_assert_writes(inquiry,
                      "<FRBRuri value=\"/akn/de-be/doc/schriftliche-anfrage/abgeordnetenhaus/"
                      "2024-02-29/19-10-041-neu\"/>");
    akn_assert_writes(inquiry, "<FRBRnumber value=\"19-10-041-neu\" showAs=\"19 /10 041 (neu)\"/>");
    akn_assert_writes(inquiry, "<FRBRdate date=\"2024-02-29\" name=\"gestellt\"/>");
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(a_document_without_number_is_known_by_its_source)
{
    struct anf_inquiry *inquiry = akn_new_inquiry();
    akn_set_field(inquiry, ANF_FIELD_SHA256,
                  "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef");
    akn_assert_writes(inquiry, "/0001-01-01/x-0123456789ab\"/>");
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(languages_have_three_letters)
{
    static const char *const pairs[][2] = {{"de", "deu"},  {"de-CH", "deu"}, {"EN", "eng"},
                                           {"hsb", "hsb"}, {"qx", "und"},    {"english", "und"}};
    struct anf_inquiry *inquiry = akn_new_inquiry();
    char part[64];
    akn_set_field(inquiry, ANF_FIELD_LANGUAGE, pairs[_i][0]);
    snprintf(part, sizeof part, "<FRBRlanguage language=\"%s\"/>", pairs[_i][1]);
    akn_assert_writes(inquiry, part);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(people_have_names_in_uris)
{
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_actor person = {ANF_ACTOR_INIT, .name = "Prof. Dr. Zoë Müßig-Łęcka"};
    struct anf_actor group = {ANF_ACTOR_INIT, .group = 1, .party = "Die Grünen"};
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &person), ANF_OK);
    ck_assert_int_eq(anf_inquiry_add_asker(inquiry, &group), ANF_OK);
    akn_assert_writes(inquiry, "<TLCPerson eId=\"person-1\" href=\"/ontology/person/zz/"
                               "zoe-muessig-lecka\" showAs=\"Prof. Dr. Zoë Müßig-Łęcka\"/>");
    akn_assert_writes(inquiry,
                      "<TLCOrganization eId=\"fraktion-1\" href=\"/ontology/organization/zz/"
                      "fraktion/die-gruenen\" showAs=\"Die Grünen\"/>");
    anf_inquiry_unref(inquiry);
}
END_TEST

/* --- links --- */

START_TEST(links_are_written_for_the_schema_and_read_as_they_were)
{
    static const struct {
        const char *url;
        const char *href; /* NULL: the same */
    } links[] = {
        {"https://example.org/a?b=c&d=e#f", "https://example.org/a?b=c&amp;d=e#f"},
        {"", NULL},
        {"100%", "100%25"},
        {"x[1].pdf", "x%5B1%5D.pdf"},
        {"http://h/a#b#c", "http://h/a#b%23c"},
        {"1a:b", "1a%3Ab"},
        {"http://a:port/", "http://a%3Aport/"},
        {"http://[::1]:80/", NULL},
        {"http://a:99999999999/", ""},
        {"#fragment", ""},
        {"%zz%41", "%25zz%41"},
        {"https://münchen.example/ö", "https://m%C3%BCnchen.example/%C3%B6"},
        {"a\tb \"<&#38;&amp;>", "a%09b%20%22%3C&amp;#38;&amp;amp;%3E"},
        {"mailto:a b@example.org", "mailto:a%20b@example.org"},
    };
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *link = akn_add(akn_add(anf_inquiry_root(inquiry), ANF_NODE_PARAGRAPH),
                                    ANF_NODE_LINK);
    akn_set(link, ANF_ATTRIBUTE_HREF, links[_i].url);
    if (_i < 2 || links[_i].href) {
        char part[256];
        snprintf(part, sizeof part, "<a href=\"%s\" ", links[_i].href ? links[_i].href : "");
        akn_assert_writes(inquiry, part);
    }
    if (!links[_i].href) {
        char *text = akn_written(inquiry, NULL);
        ck_assert_ptr_null(strstr(text, "anf:href"));
        anf_free(text);
    }
    ck_assert(round_trip_holds(akn_ctx, "akn", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
}
END_TEST

/* --- the form of lists, numbers, text --- */

static struct anf_node *
add_item(struct anf_node *list, const char *number)
{
    struct anf_node *item = akn_add(list, ANF_NODE_ITEM);
    akn_set(item, ANF_ATTRIBUTE_NUMBER, number);
    return item;
}

START_TEST(lists_are_as_plain_as_they_can_be)
{
    static const struct {
        int ordered;
        int kind; /* what stands in the second item */
        const char *number;
        const char *part;
    } lists[] = {
        {0, ANF_NODE_PARAGRAPH, NULL, "<ul eId="},
        {1, ANF_NODE_PARAGRAPH, NULL, "<ol eId="},
        {1, ANF_NODE_PARAGRAPH, "12", "<li value=\"12\" eId="},
        {0, ANF_NODE_PARAGRAPH, "12", "<blockList class=\"ungeordnet\" eId="},
        {1, ANF_NODE_PARAGRAPH, "02", "<blockList class=\"geordnet\" eId="},
        {1, ANF_NODE_PARAGRAPH, "2.", "<blockList class=\"geordnet\" eId="},
        {1, ANF_NODE_PARAGRAPH, "1234567890", "<blockList class=\"geordnet\" eId="},
        {0, ANF_NODE_QUOTE, NULL, "<blockList class=\"ungeordnet\" eId="},
    };
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *list = akn_add(anf_inquiry_root(inquiry), ANF_NODE_LIST);
    if (lists[_i].ordered)
        akn_set(list, ANF_ATTRIBUTE_ORDERED, "true");
    akn_add(add_item(list, NULL), ANF_NODE_PARAGRAPH);
    akn_add(add_item(list, lists[_i].number), lists[_i].kind);
    akn_assert_writes(inquiry, lists[_i].part);
    ck_assert(round_trip_holds(akn_ctx, "akn", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(a_list_within_decides_for_those_around_it)
{
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *list = akn_add(anf_inquiry_root(inquiry), ANF_NODE_LIST);
    struct anf_node *inner = akn_add(add_item(list, NULL), ANF_NODE_LIST);
    akn_add(add_item(inner, NULL), ANF_NODE_PARAGRAPH);
    akn_assert_writes(inquiry, "<ul eId=\"dbsect_1__ul_1__li_1__ul_1\">");
    add_item(inner, "a)");
    akn_assert_writes(inquiry, "<blockList class=\"ungeordnet\" eId=\"dbsect_1__list_1\">");
    ck_assert(round_trip_holds(akn_ctx, "akn", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(eids_take_numbers_from_the_paper)
{
    static const char *const pairs[][2] = {
        {"1.", "1"},
        {"2.3", "2-3"},
        {"a)", "a"},
        {"(i)", "i"},
        {"1. bis 3.", "1-bis3"},
        {"„4“", "4"},
        {"\\", "\\"},
        {"1 – 2", "1-2"},
        {"3a bis", "3abis"},
        {" ", "1"},
        {"…", "1"},
    };
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *section = akn_add_section(anf_inquiry_root(inquiry), ANF_ROLE_CHAPTER);
    char part[64];
    akn_set(section, ANF_ATTRIBUTE_NUMBER, pairs[_i][0]);
    snprintf(part, sizeof part, " eId=\"dbsect_%s\">", pairs[_i][1]);
    akn_assert_writes(inquiry, part);
    ck_assert(round_trip_holds(akn_ctx, "akn", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(eids_are_unique)
{
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *root = anf_inquiry_root(inquiry);
    akn_add_section(root, ANF_ROLE_OTHER);
    akn_set(akn_add_section(root, ANF_ROLE_OTHER), ANF_ATTRIBUTE_NUMBER, "1.");
    akn_set(akn_add_section(root, ANF_ROLE_OTHER), ANF_ATTRIBUTE_NUMBER, "(1)");
    akn_assert_writes(inquiry, "eId=\"dbsect_1\"/>");
    akn_assert_writes(inquiry, "eId=\"dbsect_1_2\">");
    akn_assert_writes(inquiry, "eId=\"dbsect_1_3\">");
    anf_inquiry_unref(inquiry);
}
END_TEST

/* An eId repeats the number in all that stands below. */
START_TEST(a_number_without_end_is_cut_where_it_shows)
{
    enum { LONG = 100000 };
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *section = akn_add_section(anf_inquiry_root(inquiry), ANF_ROLE_CHAPTER);
    char *number = malloc(LONG + 1);
    ck_assert_ptr_nonnull(number);
    for (size_t i = 0; i < LONG; i += 2)
        memcpy(number + i, "ä", 2);
    number[LONG] = '\0';
    akn_set(section, ANF_ATTRIBUTE_NUMBER, number);
    for (int i = 0; i < 100; ++i)
        akn_add(section, ANF_NODE_PARAGRAPH);
    char *text = akn_written(inquiry, NULL);
    ck_assert_uint_lt(strlen(text), 2 * LONG);
    ck_assert(round_trip_holds(akn_ctx, "akn", NULL, inquiry, 1));
    anf_free(text);
    free(number);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(text_comes_back_exactly)
{
    static const char *const texts[] = {
        " ",
        "  zwei vorn, zwei hinten  ",
        "\tTab\t",
        "]]>",
        "<a href=\"x\">&amp;&#38;&lt;",
        "\xC2\x85 NEL, \xC2\xA0 NBSP, \xC2\xAD SHY, \xE2\x80\xA8 LS",
        "e\xCC\x81 \xC3\xA9 \xF0\x9D\x92\x9C \xEF\xBB\xBF",
    };
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *root = anf_inquiry_root(inquiry);
    akn_add_text(akn_add(root, ANF_NODE_PARAGRAPH), texts[_i]);
    akn_add_text(akn_add(akn_add(root, ANF_NODE_PARAGRAPH), ANF_NODE_STRONG), texts[_i]);
    struct anf_node *note = akn_add(akn_add(root, ANF_NODE_PREFORMATTED), ANF_NODE_FOOTNOTE);
    akn_set(note, ANF_ATTRIBUTE_MARKER, texts[_i]);
    akn_add_text(akn_add(note, ANF_NODE_PARAGRAPH), texts[_i]);
    if (!strchr(texts[_i], '\t')) {
        akn_set_field(inquiry, ANF_FIELD_TITLE, texts[_i]);
        akn_set_field(inquiry, ANF_FIELD_RIGHTS, texts[_i]);
    }
    ck_assert(round_trip_holds(akn_ctx, "akn", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(preformatted_text_keeps_its_lines)
{
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *block = akn_add(anf_inquiry_root(inquiry), ANF_NODE_PREFORMATTED);
    akn_add_text(block, "\n  a\n\n");
    akn_add_text(akn_add(block, ANF_NODE_EMPHASIS), " b\n ");
    ck_assert(round_trip_holds(akn_ctx, "akn", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
}
END_TEST

/* --- limits --- */

static struct anf_node *
nest_quotes(struct anf_node *node)
{
    return akn_add(node, ANF_NODE_QUOTE);
}

static struct anf_node *
nest_lists(struct anf_node *node)
{
    return akn_add(akn_add(node, ANF_NODE_LIST), ANF_NODE_ITEM);
}

static struct anf_node *
nest_sections(struct anf_node *node)
{
    return akn_add_section(node, ANF_ROLE_OTHER);
}

typedef struct anf_node *nest_fn(struct anf_node *node);

/* As deep as the model goes, below what has the most elements around it. */
START_TEST(the_deepest_models_come_back)
{
    static nest_fn *const nests[] = {nest_quotes, nest_lists, nest_sections};
    enum { DEPTH = 220, TAKEN = 2 };
    struct anf_inquiry *inquiry = akn_new_inquiry();
    struct anf_node *exchange = akn_add_section(anf_inquiry_root(inquiry), ANF_ROLE_EXCHANGE);
    struct anf_node *node = akn_add_section(exchange, ANF_ROLE_QUESTION);
    int levels = _i == 1 ? 2 : 1;
    for (int depth = TAKEN; depth + levels <= DEPTH; depth += levels)
        node = nests[_i](node);
    ck_assert_int_eq(anf_node_add(node, ANF_NODE_QUOTE, NULL), ANF_ERR_LIMIT);
    ck_assert(round_trip_holds(akn_ctx, "akn", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
}
END_TEST

/* What begins with '#' would seem to refer to an eId. */
START_TEST(links_to_fragments_refer_to_nothing)
{
    struct anf_inquiry *inquiry = akn_new_inquiry();
    akn_set_field(inquiry, ANF_FIELD_LINK_SOURCE, "#a");
    akn_set_field(inquiry, ANF_FIELD_SOURCE, "#b");
    ck_assert_int_eq(anf_inquiry_add_link(inquiry, "#c"), ANF_OK);
    akn_assert_writes(inquiry, "<anf:links anf:source=\"#a\">");
    akn_assert_writes(inquiry, "<anf:other anf:href=\"#c\"/>");
    akn_assert_writes(inquiry, "<anf:provenance anf:source=\"#b\"/>");
    ck_assert(round_trip_holds(akn_ctx, "akn", NULL, inquiry, 1));
    anf_inquiry_unref(inquiry);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("akn_write");
    TCase *tests = akn_new_case(suite, "view");
    tcase_add_test(tests, numbers_and_places_fit_into_uris);
    tcase_add_test(tests, a_document_without_number_is_known_by_its_source);
    tcase_add_loop_test(tests, languages_have_three_letters, 0, 6);
    tcase_add_test(tests, people_have_names_in_uris);
    tcase_add_test(tests, links_to_fragments_refer_to_nothing);
    tests = akn_new_case(suite, "content");
    tcase_add_loop_test(tests, links_are_written_for_the_schema_and_read_as_they_were, 0, 14);
    tcase_add_loop_test(tests, lists_are_as_plain_as_they_can_be, 0, 8);
    tcase_add_test(tests, a_list_within_decides_for_those_around_it);
    tcase_add_loop_test(tests, eids_take_numbers_from_the_paper, 0, 11);
    tcase_add_test(tests, eids_are_unique);
    tcase_add_test(tests, a_number_without_end_is_cut_where_it_shows);
    tcase_add_loop_test(tests, text_comes_back_exactly, 0, 7);
    tcase_add_test(tests, preformatted_text_keeps_its_lines);
    tests = akn_new_case(suite, "limits");
    tcase_add_loop_test(tests, the_deepest_models_come_back, 0, 3);
    return run_suite(suite);
}
