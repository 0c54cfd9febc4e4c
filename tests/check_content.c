/* check_content.c: growing and walking the tree; limits, text. */
#include "support.h"

#include <string.h>

static struct anf_context *ctx;
static struct anf_inquiry *inquiry;
static struct anf_node *root;

static void
set_up(void)
{
    ctx = anf_context_new();
    inquiry = anf_inquiry_new(ctx);
    root = anf_inquiry_root(inquiry);
    ck_assert_ptr_nonnull(root);
}

static void
tear_down(void)
{
    anf_inquiry_unref(inquiry);
    anf_context_unref(ctx);
}

static struct anf_node *
add(struct anf_node *parent, int kind)
{
    struct anf_node *node = NULL;
    ck_assert_int_eq(anf_node_add(parent, kind, &node), ANF_OK);
    return node;
}

static struct anf_node *
add_section(struct anf_node *parent, int role)
{
    struct anf_node *node = NULL;
    ck_assert_int_eq(anf_node_add_section(parent, role, &node), ANF_OK);
    return node;
}

static int
add_text(struct anf_node *parent, const char *text)
{
    return anf_node_add_text(parent, text, strlen(text));
}

START_TEST(arguments)
{
    struct anf_node *paragraph = add(root, ANF_NODE_PARAGRAPH);
    struct anf_node *untouched = paragraph;
    ck_assert_int_eq(anf_node_add(NULL, ANF_NODE_PARAGRAPH, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add(root, 0, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add(root, -3, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add(root, 14, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add(root, 63, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add(root, 74, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add(root, ANF_NODE_SECTION, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add(paragraph, ANF_NODE_TEXT, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add_section(root, ANF_ROLE_NONE, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add_section(root, ANF_ROLE_OTHER + 1, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add_section(NULL, ANF_ROLE_OTHER, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add_text(NULL, "x", 1), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add_text(paragraph, NULL, 1), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_node_add(paragraph, ANF_NODE_ROW, &untouched), ANF_ERR_MODEL);
    ck_assert_ptr_eq(untouched, paragraph);
    ck_assert_int_eq(anf_node_allows(NULL, ANF_NODE_PARAGRAPH, 0), 0);
    ck_assert_int_eq(anf_node_allows(root, ANF_NODE_SECTION, ANF_ROLE_NONE), 0);
    ck_assert_int_eq(anf_node_allows(root, 1000, 0), 0);
    ck_assert_int_eq(anf_node_allows(root, ANF_NODE_SECTION, 1000), 0);
}
END_TEST

START_TEST(getters_take_null)
{
    size_t len = 7;
    ck_assert_int_eq(anf_node_kind(NULL), 0);
    ck_assert_int_eq(anf_node_role(NULL), ANF_ROLE_NONE);
    ck_assert_str_eq(anf_node_text(NULL, &len), "");
    ck_assert_uint_eq(len, 0);
    ck_assert_int_eq(anf_node_is_inline(NULL), 0);
    ck_assert_ptr_null(anf_node_parent(NULL));
    ck_assert_ptr_null(anf_node_first(NULL));
    ck_assert_ptr_null(anf_node_last(NULL));
    ck_assert_ptr_null(anf_node_next(NULL));
    ck_assert_uint_eq(anf_node_index(NULL), 0);
    ck_assert_ptr_null(anf_node_get(NULL, ANF_ATTRIBUTE_HREF));
    ck_assert_uint_eq(anf_node_get_number(NULL, ANF_ATTRIBUTE_LEVEL), 0);
    ck_assert_int_eq(anf_node_set(NULL, ANF_ATTRIBUTE_HREF, "x"), ANF_ERR_ARGUMENT);
}
END_TEST

START_TEST(walking)
{
    struct anf_node *section = add_section(root, ANF_ROLE_ANNEX);
    struct anf_node *paragraph = add(section, ANF_NODE_PARAGRAPH);
    struct anf_node *image = add(section, ANF_NODE_IMAGE);
    ck_assert_int_eq(add_text(paragraph, "Bild"), ANF_OK);
    const struct anf_node *text = anf_node_first(paragraph);
    ck_assert_ptr_null(anf_node_parent(root));
    ck_assert_ptr_eq(anf_inquiry_content(inquiry), root);
    ck_assert_ptr_eq(anf_node_first(root), section);
    ck_assert_ptr_eq(anf_node_first(section), paragraph);
    ck_assert_ptr_eq(anf_node_last(section), image);
    ck_assert_ptr_eq(anf_node_next(paragraph), image);
    ck_assert_ptr_null(anf_node_next(image));
    ck_assert_ptr_eq(anf_node_parent(text), paragraph);
    ck_assert_int_eq(anf_node_kind(text), ANF_NODE_TEXT);
    ck_assert_int_eq(anf_node_role(section), ANF_ROLE_ANNEX);
    ck_assert_int_eq(anf_node_role(paragraph), ANF_ROLE_NONE);
    ck_assert_int_eq(anf_node_is_inline(text), 1);
    ck_assert_int_eq(anf_node_is_inline(image), 0);
    ck_assert_str_eq(anf_node_text(paragraph, NULL), "");
    ck_assert_uint_eq(anf_node_index(root), 0);
    ck_assert_uint_eq(anf_node_index(section), 1);
    ck_assert_uint_eq(anf_node_index(text), 4);
    ck_assert_uint_eq(anf_inquiry_node_count(inquiry), 5);
}
END_TEST

START_TEST(limit_of_depth)
{
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_DEPTH, 3), ANF_OK);
    struct anf_inquiry *shallow = anf_inquiry_new(ctx);
    struct anf_node *quote = add(anf_inquiry_root(shallow), ANF_NODE_QUOTE);
    struct anf_node *paragraph = add(quote, ANF_NODE_PARAGRAPH);
    struct anf_node *deepest = add(paragraph, ANF_NODE_STRONG);
    ck_assert_int_eq(add_text(deepest, "x"), ANF_ERR_LIMIT);
    ck_assert_int_eq(anf_node_add(deepest, ANF_NODE_BREAK, NULL), ANF_ERR_LIMIT);
    ck_assert_int_eq(add_text(paragraph, "x"), ANF_OK);
    anf_inquiry_unref(shallow);
}
END_TEST

START_TEST(limit_of_depth_by_default)
{
    struct anf_node *node = root;
    for (int depth = 1; depth <= 220; ++depth)
        node = add(node, ANF_NODE_QUOTE);
    ck_assert_int_eq(anf_node_add(node, ANF_NODE_QUOTE, NULL), ANF_ERR_LIMIT);
}
END_TEST

START_TEST(limit_of_nodes)
{
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_NODES, 3), ANF_OK);
    struct anf_inquiry *small = anf_inquiry_new(ctx);
    struct anf_node *paragraph = add(anf_inquiry_root(small), ANF_NODE_PARAGRAPH);
    ck_assert_int_eq(add_text(paragraph, "a"), ANF_OK);
    ck_assert_int_eq(anf_node_add(paragraph, ANF_NODE_BREAK, NULL), ANF_ERR_LIMIT);
    ck_assert_int_eq(add_text(paragraph, "b"), ANF_OK);
    ck_assert_str_eq(anf_node_text(anf_node_first(paragraph), NULL), "ab");
    ck_assert_uint_eq(anf_inquiry_node_count(small), 3);
    anf_inquiry_unref(small);
}
END_TEST

START_TEST(text_joins)
{
    struct anf_node *paragraph = add(root, ANF_NODE_PARAGRAPH);
    char expected[3001] = "";
    for (int i = 0; i < 1000; ++i) {
        ck_assert_int_eq(anf_node_add_text(paragraph, "äx|", 3), ANF_OK);
        memcpy(expected + 3 * i, "äx", 4);
        ck_assert_int_eq(anf_node_add_text(paragraph, "not looked at", 0), ANF_OK);
    }
    size_t len = 0;
    const struct anf_node *text = anf_node_first(paragraph);
    ck_assert_str_eq(anf_node_text(text, &len), expected);
    ck_assert_uint_eq(len, 3000);
    ck_assert_ptr_null(anf_node_next(text));
    ck_assert_uint_eq(anf_inquiry_node_count(inquiry), 3);
    add(paragraph, ANF_NODE_BREAK);
    ck_assert_int_eq(add_text(paragraph, "after"), ANF_OK);
    ck_assert_str_eq(anf_node_text(anf_node_last(paragraph), NULL), "after");
    ck_assert_str_eq(anf_node_text(text, NULL), expected);
}
END_TEST

START_TEST(no_text_adds_nothing)
{
    struct anf_node *paragraph = add(root, ANF_NODE_PARAGRAPH);
    ck_assert_int_eq(anf_node_add_text(paragraph, "", 0), ANF_OK);
    ck_assert_int_eq(anf_node_add_text(paragraph, NULL, 0), ANF_OK);
    ck_assert_ptr_null(anf_node_first(paragraph));
}
END_TEST

START_TEST(refused_text_adds_nothing)
{
    struct anf_node *paragraph = add(root, ANF_NODE_PARAGRAPH);
    ck_assert_int_eq(add_text(paragraph, "a\rb"), ANF_ERR_SYNTAX);
    ck_assert_ptr_null(anf_node_first(paragraph));
    ck_assert_int_eq(add_text(paragraph, "a\tb"), ANF_OK);
    ck_assert_int_eq(add_text(paragraph, "\xC3"), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf_node_add_text(paragraph, "c\0d", 3), ANF_ERR_SYNTAX);
    ck_assert_str_eq(anf_node_text(anf_node_first(paragraph), NULL), "a\tb");
}
END_TEST

START_TEST(line_feeds)
{
    struct anf_node *preformatted = add(root, ANF_NODE_PREFORMATTED);
    struct anf_node *strong = add(preformatted, ANF_NODE_STRONG);
    struct anf_node *note = add(strong, ANF_NODE_FOOTNOTE);
    struct anf_node *paragraph = add(note, ANF_NODE_PARAGRAPH);
    ck_assert_int_eq(add_text(preformatted, "\na\n"), ANF_OK);
    ck_assert_int_eq(add_text(add(strong, ANF_NODE_LINK), "a\nb"), ANF_OK);
    ck_assert_int_eq(add_text(add(paragraph, ANF_NODE_STRONG), "a\nb"), ANF_ERR_SYNTAX);
    ck_assert_int_eq(add_text(add(note, ANF_NODE_PREFORMATTED), "a\nb"), ANF_OK);
    ck_assert_int_eq(add_text(add(root, ANF_NODE_HEADING), "\n"), ANF_ERR_SYNTAX);
    ck_assert_int_eq(add_text(add(add(root, ANF_NODE_PARAGRAPH), ANF_NODE_EMPHASIS), "\n"),
                     ANF_ERR_SYNTAX);
}
END_TEST

START_TEST(names)
{
    for (int i = -2; i < 80; ++i) {
        const char *kind = anf_node_kind_name(i);
        const char *role = anf_role_name(i);
        const char *attribute = anf_attribute_name(i);
        ck_assert_int_eq(anf_node_kind_from_name(kind), kind ? i : 0);
        ck_assert_int_eq(anf_role_from_name(role), role ? i : 0);
        ck_assert_int_eq(anf_attribute_from_name(attribute), attribute ? i : 0);
    }
    ck_assert_str_eq(anf_node_kind_name(ANF_NODE_PARAGRAPH), "paragraph");
    ck_assert_str_eq(anf_role_name(ANF_ROLE_SUMMARY_QUESTION), "summary-question");
    ck_assert_str_eq(anf_attribute_name(ANF_ATTRIBUTE_HREF), "href");
    ck_assert_int_eq(anf_node_kind_from_name("absatz"), 0);
    ck_assert_int_eq(anf_role_from_name(""), ANF_ROLE_NONE);
    ck_assert_int_eq(anf_attribute_from_name("Href"), 0);
}
END_TEST

START_TEST(sections_of_a_role)
{
    struct anf_node *first = add_section(root, ANF_ROLE_EXCHANGE);
    struct anf_node *one = add_section(first, ANF_ROLE_QUESTION);
    struct anf_node *two = add_section(first, ANF_ROLE_QUESTION);
    struct anf_node *answer = add_section(first, ANF_ROLE_ANSWER);
    add(answer, ANF_NODE_PARAGRAPH);
    struct anf_node *chapter = add_section(root, ANF_ROLE_CHAPTER);
    struct anf_node *second = add_section(chapter, ANF_ROLE_EXCHANGE);
    struct anf_node *three = add_section(second, ANF_ROLE_QUESTION);
    add(root, ANF_NODE_PARAGRAPH);

    ck_assert_ptr_eq(anf_node_next_section(root, ANF_ROLE_QUESTION, NULL), one);
    ck_assert_ptr_eq(anf_node_next_section(root, ANF_ROLE_QUESTION, one), two);
    ck_assert_ptr_eq(anf_node_next_section(root, ANF_ROLE_QUESTION, two), three);
    ck_assert_ptr_null(anf_node_next_section(root, ANF_ROLE_QUESTION, three));
    ck_assert_ptr_eq(anf_node_next_section(first, ANF_ROLE_ANSWER, NULL), answer);
    ck_assert_ptr_null(anf_node_next_section(first, ANF_ROLE_QUESTION, two));
    ck_assert_ptr_null(anf_node_next_section(second, ANF_ROLE_ANSWER, NULL));
    ck_assert_ptr_null(anf_node_next_section(first, ANF_ROLE_EXCHANGE, NULL));
    ck_assert_ptr_null(anf_node_next_section(root, ANF_ROLE_NONE, NULL));
    ck_assert_ptr_null(anf_node_next_section(NULL, ANF_ROLE_QUESTION, NULL));
    ck_assert_ptr_null(anf_node_next_section(one, ANF_ROLE_QUESTION, three));
}
END_TEST

static void
assert_words(const struct anf_node *node, const char *expected)
{
    size_t len;
    char *words = anf_node_copy_words(node, &len);
    ck_assert_str_eq(words, expected);
    ck_assert_uint_eq(len, strlen(expected));
    anf_free(words);
}

START_TEST(words)
{
    struct anf_node *question = add_section(add_section(root, ANF_ROLE_EXCHANGE),
                                            ANF_ROLE_QUESTION);
    assert_words(question, "");
    ck_assert_int_eq(anf_node_set(question, ANF_ATTRIBUTE_NUMBER, "1."), ANF_OK);
    struct anf_node *paragraph = add(question, ANF_NODE_PARAGRAPH);
    ck_assert_int_eq(add_text(paragraph, "Wie "), ANF_OK);
    ck_assert_int_eq(add_text(add(paragraph, ANF_NODE_STRONG), "viele"), ANF_OK);
    add(paragraph, ANF_NODE_BREAK);
    struct anf_node *item = add(add(question, ANF_NODE_LIST), ANF_NODE_ITEM);
    ck_assert_int_eq(anf_node_set(item, ANF_ATTRIBUTE_NUMBER, "a)"), ANF_OK);
    ck_assert_int_eq(add_text(add(item, ANF_NODE_PARAGRAPH), "wo"), ANF_OK);
    assert_words(question, "Wie viele\na) wo");
    assert_words(root, "1. Wie viele\na) wo");
    assert_words(item, "wo");
    assert_words(anf_node_first(paragraph), "Wie ");
    ck_assert_ptr_null(anf_node_copy_words(NULL, NULL));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("content");
    TCase *tcase = tcase_create("content");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, arguments);
    tcase_add_test(tcase, getters_take_null);
    tcase_add_test(tcase, walking);
    tcase_add_test(tcase, limit_of_depth);
    tcase_add_test(tcase, limit_of_depth_by_default);
    tcase_add_test(tcase, limit_of_nodes);
    tcase_add_test(tcase, text_joins);
    tcase_add_test(tcase, no_text_adds_nothing);
    tcase_add_test(tcase, refused_text_adds_nothing);
    tcase_add_test(tcase, line_feeds);
    tcase_add_test(tcase, names);
    tcase_add_test(tcase, sections_of_a_role);
    tcase_add_test(tcase, words);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
