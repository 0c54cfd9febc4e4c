/* check_grammar.c: what may hold what, every row allowed and refused. */
#include "support.h"

#include <stdio.h>
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

#define BLOCKS  " heading paragraph list table quote preformatted image "
#define INLINES " text emphasis strong underline strike superscript subscript link break footnote "

/* Where one node of the kind may be had, and what it holds. */
static const struct row {
    int kind;
    int parent;
    const char *children;
} rows[] = {
    {ANF_NODE_CONTENT, 0, BLOCKS "section "},
    {ANF_NODE_SECTION, ANF_NODE_CONTENT, BLOCKS "section "},
    {ANF_NODE_HEADING, ANF_NODE_CONTENT, INLINES},
    {ANF_NODE_PARAGRAPH, ANF_NODE_CONTENT, INLINES},
    {ANF_NODE_LIST, ANF_NODE_CONTENT, " item "},
    {ANF_NODE_ITEM, ANF_NODE_LIST, BLOCKS},
    {ANF_NODE_TABLE, ANF_NODE_CONTENT, " caption row "},
    {ANF_NODE_CAPTION, ANF_NODE_TABLE, INLINES},
    {ANF_NODE_ROW, ANF_NODE_TABLE, " cell "},
    {ANF_NODE_CELL, ANF_NODE_ROW, BLOCKS},
    {ANF_NODE_QUOTE, ANF_NODE_CONTENT, BLOCKS},
    {ANF_NODE_PREFORMATTED, ANF_NODE_CONTENT, INLINES},
    {ANF_NODE_IMAGE, ANF_NODE_CONTENT, " "},
    {ANF_NODE_EMPHASIS, ANF_NODE_PARAGRAPH, INLINES},
    {ANF_NODE_STRONG, ANF_NODE_PARAGRAPH, INLINES},
    {ANF_NODE_UNDERLINE, ANF_NODE_PARAGRAPH, INLINES},
    {ANF_NODE_STRIKE, ANF_NODE_PARAGRAPH, INLINES},
    {ANF_NODE_SUPERSCRIPT, ANF_NODE_PARAGRAPH, INLINES},
    {ANF_NODE_SUBSCRIPT, ANF_NODE_PARAGRAPH, INLINES},
    {ANF_NODE_LINK, ANF_NODE_PARAGRAPH,
     " text emphasis strong underline strike superscript subscript break "},
    {ANF_NODE_BREAK, ANF_NODE_PARAGRAPH, " "},
    {ANF_NODE_FOOTNOTE, ANF_NODE_PARAGRAPH, BLOCKS},
};
enum { ROWS = sizeof rows / sizeof *rows };

static const struct row *
find_row(int kind)
{
    size_t i = 0;
    while (rows[i].kind != kind)
        ++i;
    return &rows[i];
}

static struct anf_node *
make(int kind)
{
    if (kind == ANF_NODE_CONTENT)
        return root;
    if (kind == ANF_NODE_SECTION)
        return add_section(root, ANF_ROLE_CHAPTER);
    return add(make(find_row(kind)->parent), kind);
}

static int
is_listed(const char *list, const char *name)
{
    char word[32];
    snprintf(word, sizeof word, " %s ", name);
    return strstr(list, word) != NULL;
}

static int
add_any(struct anf_node *parent, int kind)
{
    if (kind == ANF_NODE_TEXT)
        return add_text(parent, "x");
    if (kind == ANF_NODE_SECTION)
        return anf_node_add_section(parent, ANF_ROLE_OTHER, NULL);
    return anf_node_add(parent, kind, NULL);
}

START_TEST(grammar_row)
{
    const struct row *row = &rows[_i];
    for (int kind = ANF_NODE_CONTENT; kind <= ANF_NODE_FOOTNOTE; ++kind) {
        const char *name = anf_node_kind_name(kind);
        if (!name)
            continue;
        struct anf_node *parent = make(row->kind);
        int allowed = is_listed(row->children, name);
        ck_assert_msg(anf_node_allows(parent, kind, ANF_ROLE_OTHER) == allowed, "%s in %s", name,
                      anf_node_kind_name(row->kind));
        ck_assert_msg(add_any(parent, kind) == (allowed ? ANF_OK : ANF_ERR_MODEL), "%s in %s", name,
                      anf_node_kind_name(row->kind));
    }
}
END_TEST

#define ORDINARY                                                                                   \
    " summary-question summary-answer preamble-askers preamble-government introduction chapter "   \
    "annex other "

static const struct role_row {
    int role;
    const char *children;
} role_rows[] = {
    {ANF_ROLE_SUMMARY_QUESTION, ORDINARY "exchange "},
    {ANF_ROLE_SUMMARY_ANSWER, ORDINARY "exchange "},
    {ANF_ROLE_PREAMBLE_ASKERS, ORDINARY "exchange "},
    {ANF_ROLE_PREAMBLE_GOVERNMENT, ORDINARY "exchange "},
    {ANF_ROLE_INTRODUCTION, ORDINARY "exchange "},
    {ANF_ROLE_CHAPTER, ORDINARY "exchange "},
    {ANF_ROLE_EXCHANGE, " question answer "},
    {ANF_ROLE_QUESTION, ORDINARY},
    {ANF_ROLE_ANSWER, ORDINARY},
    {ANF_ROLE_ANNEX, ORDINARY "exchange "},
    {ANF_ROLE_OTHER, ORDINARY "exchange "},
};
enum { ROLE_ROWS = sizeof role_rows / sizeof *role_rows };

static void
assert_roles(struct anf_node *parent, const char *children)
{
    for (int role = ANF_ROLE_SUMMARY_QUESTION; role <= ANF_ROLE_OTHER; ++role) {
        int allowed = is_listed(children, anf_role_name(role));
        ck_assert_msg(anf_node_allows(parent, ANF_NODE_SECTION, role) == allowed, "%s",
                      anf_role_name(role));
        ck_assert_msg(anf_node_add_section(parent, role, NULL) ==
                          (allowed ? ANF_OK : ANF_ERR_MODEL),
                      "%s", anf_role_name(role));
    }
}

START_TEST(role_row)
{
    const struct role_row *row = &role_rows[_i];
    int is_part = row->role == ANF_ROLE_QUESTION || row->role == ANF_ROLE_ANSWER;
    struct anf_node *parent = is_part ? add_section(root, ANF_ROLE_EXCHANGE) : root;
    struct anf_node *section = add_section(parent, row->role);
    assert_roles(section, row->children);
    for (int kind = ANF_NODE_CONTENT; kind < ANF_NODE_TEXT; ++kind) {
        int is_block = anf_node_kind_name(kind) && is_listed(BLOCKS, anf_node_kind_name(kind));
        ck_assert_int_eq(anf_node_allows(section, kind, ANF_ROLE_NONE), is_block);
    }
}
END_TEST

START_TEST(roles_of_root)
{
    assert_roles(root, ORDINARY "exchange ");
}
END_TEST

START_TEST(no_exchange_below_question)
{
    struct anf_node *exchange = add_section(root, ANF_ROLE_EXCHANGE);
    struct anf_node *question = add_section(exchange, ANF_ROLE_QUESTION);
    struct anf_node *answer = add_section(exchange, ANF_ROLE_ANSWER);
    assert_roles(add_section(add_section(question, ANF_ROLE_CHAPTER), ANF_ROLE_OTHER), ORDINARY);
    assert_roles(add_section(add_section(answer, ANF_ROLE_ANNEX), ANF_ROLE_CHAPTER), ORDINARY);
}
END_TEST

START_TEST(nothing_in_link_at_any_depth)
{
    struct anf_node *link = make(ANF_NODE_LINK);
    struct anf_node *inner = add(add(link, ANF_NODE_STRONG), ANF_NODE_EMPHASIS);
    ck_assert_int_eq(anf_node_add(inner, ANF_NODE_LINK, NULL), ANF_ERR_MODEL);
    ck_assert_int_eq(anf_node_add(inner, ANF_NODE_FOOTNOTE, NULL), ANF_ERR_MODEL);
    ck_assert_int_eq(anf_node_add(inner, ANF_NODE_UNDERLINE, NULL), ANF_OK);
    struct anf_node *beside = add(make(ANF_NODE_PARAGRAPH), ANF_NODE_STRONG);
    ck_assert_int_eq(anf_node_add(beside, ANF_NODE_LINK, NULL), ANF_OK);
}
END_TEST

START_TEST(no_footnote_in_footnote_at_any_depth)
{
    struct anf_node *note = make(ANF_NODE_FOOTNOTE);
    struct anf_node *table = add(note, ANF_NODE_TABLE);
    struct anf_node *caption = add(table, ANF_NODE_CAPTION);
    struct anf_node *cell = add(add(table, ANF_NODE_ROW), ANF_NODE_CELL);
    struct anf_node *inner = add(add(cell, ANF_NODE_PARAGRAPH), ANF_NODE_STRONG);
    ck_assert_int_eq(anf_node_add(caption, ANF_NODE_FOOTNOTE, NULL), ANF_ERR_MODEL);
    ck_assert_int_eq(anf_node_add(inner, ANF_NODE_FOOTNOTE, NULL), ANF_ERR_MODEL);
    ck_assert_int_eq(anf_node_add(inner, ANF_NODE_LINK, NULL), ANF_OK);
    ck_assert_int_eq(anf_node_add(add(cell, ANF_NODE_QUOTE), ANF_NODE_LIST, NULL), ANF_OK);
}
END_TEST

START_TEST(caption_first_and_once)
{
    struct anf_node *table = make(ANF_NODE_TABLE);
    add(table, ANF_NODE_CAPTION);
    ck_assert_int_eq(anf_node_allows(table, ANF_NODE_CAPTION, ANF_ROLE_NONE), 0);
    ck_assert_int_eq(anf_node_add(table, ANF_NODE_CAPTION, NULL), ANF_ERR_MODEL);
    struct anf_node *rows_first = make(ANF_NODE_TABLE);
    add(rows_first, ANF_NODE_ROW);
    ck_assert_int_eq(anf_node_add(rows_first, ANF_NODE_CAPTION, NULL), ANF_ERR_MODEL);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("grammar");
    TCase *tcase = tcase_create("grammar");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, grammar_row, 0, ROWS);
    tcase_add_loop_test(tcase, role_row, 0, ROLE_ROWS);
    tcase_add_test(tcase, roles_of_root);
    tcase_add_test(tcase, no_exchange_below_question);
    tcase_add_test(tcase, nothing_in_link_at_any_depth);
    tcase_add_test(tcase, no_footnote_in_footnote_at_any_depth);
    tcase_add_test(tcase, caption_first_and_once);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
