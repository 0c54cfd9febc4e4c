/* check_attribute.c: which nodes have which attributes, and what these may hold. */
#include "support.h"

#include <string.h>

static struct anf_context *ctx;
static struct anf_inquiry *inquiry;
static struct anf_node *nodes[ANF_NODE_FOOTNOTE + 1]; /* one of each kind but text */

static void
add(int kind, int parent)
{
    ck_assert_int_eq(anf_node_add(nodes[parent], kind, &nodes[kind]), ANF_OK);
}

static void
set_up(void)
{
    ctx = anf_context_new();
    inquiry = anf_inquiry_new(ctx);
    nodes[ANF_NODE_CONTENT] = anf_inquiry_root(inquiry);
    ck_assert_int_eq(
        anf_node_add_section(nodes[ANF_NODE_CONTENT], ANF_ROLE_EXCHANGE, &nodes[ANF_NODE_SECTION]),
        ANF_OK);
    add(ANF_NODE_HEADING, ANF_NODE_CONTENT);
    add(ANF_NODE_PARAGRAPH, ANF_NODE_CONTENT);
    add(ANF_NODE_LIST, ANF_NODE_CONTENT);
    add(ANF_NODE_ITEM, ANF_NODE_LIST);
    add(ANF_NODE_TABLE, ANF_NODE_CONTENT);
    add(ANF_NODE_CAPTION, ANF_NODE_TABLE);
    add(ANF_NODE_ROW, ANF_NODE_TABLE);
    add(ANF_NODE_CELL, ANF_NODE_ROW);
    add(ANF_NODE_QUOTE, ANF_NODE_CONTENT);
    add(ANF_NODE_PREFORMATTED, ANF_NODE_CONTENT);
    add(ANF_NODE_IMAGE, ANF_NODE_CONTENT);
    for (int kind = ANF_NODE_EMPHASIS; kind <= ANF_NODE_FOOTNOTE; ++kind)
        add(kind, ANF_NODE_PARAGRAPH);
}

static void
tear_down(void)
{
    anf_inquiry_unref(inquiry);
    anf_context_unref(ctx);
}

static const struct row {
    int attribute;
    int kinds[2]; /* that have it */
    const char *value;
    uint32_t number;
} rows[] = {
    {ANF_ATTRIBUTE_NUMBER, {ANF_NODE_SECTION, ANF_NODE_ITEM}, "1.", 0},
    {ANF_ATTRIBUTE_LEVEL, {ANF_NODE_HEADING}, "6", 6},
    {ANF_ATTRIBUTE_ORDERED, {ANF_NODE_LIST}, "true", 1},
    {ANF_ATTRIBUTE_HEADER, {ANF_NODE_CELL}, "true", 1},
    {ANF_ATTRIBUTE_COLSPAN, {ANF_NODE_CELL}, "2", 2},
    {ANF_ATTRIBUTE_ROWSPAN, {ANF_NODE_CELL}, "1000", 1000},
    {ANF_ATTRIBUTE_HREF, {ANF_NODE_LINK}, "#x", 0},
    {ANF_ATTRIBUTE_SRC, {ANF_NODE_IMAGE}, "bild.png", 0},
    {ANF_ATTRIBUTE_ALT, {ANF_NODE_IMAGE}, "Ein Bild", 0},
    {ANF_ATTRIBUTE_MARKER, {ANF_NODE_FOOTNOTE}, "*", 0},
};
enum { ROWS = sizeof rows / sizeof *rows };

START_TEST(attribute_row)
{
    const struct row *row = &rows[_i];
    for (int kind = ANF_NODE_CONTENT; kind <= ANF_NODE_FOOTNOTE; ++kind) {
        if (!nodes[kind])
            continue;
        int has = kind == row->kinds[0] || kind == row->kinds[1];
        ck_assert_msg(anf_node_set(nodes[kind], row->attribute, row->value) ==
                          (has ? ANF_OK : ANF_ERR_MODEL),
                      "%s of %s", anf_attribute_name(row->attribute), anf_node_kind_name(kind));
        const char *value = anf_node_get(nodes[kind], row->attribute);
        ck_assert_pstr_eq(value, has ? row->value : NULL);
        ck_assert_uint_eq(anf_node_get_number(nodes[kind], row->attribute), has ? row->number : 0);
    }
}
END_TEST

static const struct {
    int kind;
    int attribute;
    const char *value;
    int status;
} values[] = {
    {ANF_NODE_HEADING, ANF_ATTRIBUTE_LEVEL, "0", ANF_ERR_MODEL},
    {ANF_NODE_HEADING, ANF_ATTRIBUTE_LEVEL, "7", ANF_ERR_MODEL},
    {ANF_NODE_HEADING, ANF_ATTRIBUTE_LEVEL, "01", ANF_ERR_MODEL},
    {ANF_NODE_HEADING, ANF_ATTRIBUTE_LEVEL, "1 ", ANF_ERR_MODEL},
    {ANF_NODE_HEADING, ANF_ATTRIBUTE_LEVEL, "+1", ANF_ERR_MODEL},
    {ANF_NODE_LIST, ANF_ATTRIBUTE_ORDERED, "false", ANF_ERR_MODEL},
    {ANF_NODE_LIST, ANF_ATTRIBUTE_ORDERED, "1", ANF_ERR_MODEL},
    {ANF_NODE_CELL, ANF_ATTRIBUTE_HEADER, "TRUE", ANF_ERR_MODEL},
    {ANF_NODE_CELL, ANF_ATTRIBUTE_COLSPAN, "0", ANF_ERR_MODEL},
    {ANF_NODE_CELL, ANF_ATTRIBUTE_COLSPAN, "1001", ANF_ERR_MODEL},
    {ANF_NODE_CELL, ANF_ATTRIBUTE_COLSPAN, "-2", ANF_ERR_MODEL},
    {ANF_NODE_CELL, ANF_ATTRIBUTE_ROWSPAN, "4294967298", ANF_ERR_MODEL},
    {ANF_NODE_CELL, ANF_ATTRIBUTE_ROWSPAN, "zwei", ANF_ERR_MODEL},
    {ANF_NODE_SECTION, ANF_ATTRIBUTE_NUMBER, "a\nb", ANF_ERR_SYNTAX},
    {ANF_NODE_SECTION, ANF_ATTRIBUTE_NUMBER, "a\rb", ANF_ERR_SYNTAX},
    {ANF_NODE_LINK, ANF_ATTRIBUTE_HREF, "\xFF", ANF_ERR_SYNTAX},
    {ANF_NODE_LINK, ANF_ATTRIBUTE_HREF, "a\tb", ANF_OK},
    {ANF_NODE_LINK, ANF_ATTRIBUTE_HREF, "x[1].pdf", ANF_OK},
    {ANF_NODE_IMAGE, ANF_ATTRIBUTE_ALT, "\x7F", ANF_ERR_SYNTAX},
    {ANF_NODE_FOOTNOTE, ANF_ATTRIBUTE_MARKER, "²", ANF_OK},
    {ANF_NODE_FOOTNOTE, 0, "x", ANF_ERR_ARGUMENT},
    {ANF_NODE_FOOTNOTE, ANF_ATTRIBUTE_MARKER + 1, "x", ANF_ERR_ARGUMENT},
};
enum { VALUES = sizeof values / sizeof *values };

START_TEST(value)
{
    struct anf_node *node = nodes[values[_i].kind];
    ck_assert_int_eq(anf_node_set(node, values[_i].attribute, values[_i].value), values[_i].status);
    if (values[_i].status == ANF_OK)
        ck_assert_str_eq(anf_node_get(node, values[_i].attribute), values[_i].value);
    else if (values[_i].kind != ANF_NODE_LINK)
        ck_assert_ptr_null(anf_node_get(node, values[_i].attribute));
}
END_TEST

START_TEST(taken_away)
{
    struct anf_node *cell = nodes[ANF_NODE_CELL];
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_COLSPAN, "3"), ANF_OK);
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_ROWSPAN, "4"), ANF_OK);
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_HEADER, "true"), ANF_OK);
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_COLSPAN, "bad"), ANF_ERR_MODEL);
    ck_assert_uint_eq(anf_node_get_number(cell, ANF_ATTRIBUTE_COLSPAN), 3);
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_COLSPAN, "5"), ANF_OK);
    ck_assert_str_eq(anf_node_get(cell, ANF_ATTRIBUTE_COLSPAN), "5");
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_ROWSPAN, NULL), ANF_OK);
    ck_assert_ptr_null(anf_node_get(cell, ANF_ATTRIBUTE_ROWSPAN));
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_HEADER, ""), ANF_OK);
    ck_assert_uint_eq(anf_node_get_number(cell, ANF_ATTRIBUTE_HEADER), 0);
    ck_assert_str_eq(anf_node_get(cell, ANF_ATTRIBUTE_COLSPAN), "5");
    ck_assert_int_eq(anf_node_set(cell, ANF_ATTRIBUTE_COLSPAN, "1"), ANF_OK);
    ck_assert_ptr_null(anf_node_get(cell, ANF_ATTRIBUTE_COLSPAN));
}
END_TEST

START_TEST(link_always_has_href)
{
    struct anf_node *link = nodes[ANF_NODE_LINK];
    ck_assert_str_eq(anf_node_get(link, ANF_ATTRIBUTE_HREF), "");
    ck_assert_int_eq(anf_node_set(link, ANF_ATTRIBUTE_HREF, "#x"), ANF_OK);
    ck_assert_int_eq(anf_node_set(link, ANF_ATTRIBUTE_HREF, ""), ANF_OK);
    ck_assert_str_eq(anf_node_get(link, ANF_ATTRIBUTE_HREF), "");
    ck_assert_int_eq(anf_node_set(link, ANF_ATTRIBUTE_HREF, NULL), ANF_OK);
    ck_assert_str_eq(anf_node_get(link, ANF_ATTRIBUTE_HREF), "");
    ck_assert_ptr_null(anf_node_get(link, ANF_ATTRIBUTE_SRC));
}
END_TEST

START_TEST(text_has_none)
{
    struct anf_node *paragraph = nodes[ANF_NODE_PARAGRAPH];
    ck_assert_int_eq(anf_node_add_text(paragraph, "x", 1), ANF_OK);
    for (int i = 0; i <= ANF_ATTRIBUTE_MARKER; ++i) {
        ck_assert_ptr_null(anf_node_get(anf_node_last(paragraph), i));
        ck_assert_uint_eq(anf_node_get_number(anf_node_last(paragraph), i), 0);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("attribute");
    TCase *tcase = tcase_create("attribute");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_loop_test(tcase, attribute_row, 0, ROWS);
    tcase_add_loop_test(tcase, value, 0, VALUES);
    tcase_add_test(tcase, taken_away);
    tcase_add_test(tcase, link_always_has_href);
    tcase_add_test(tcase, text_has_none);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
