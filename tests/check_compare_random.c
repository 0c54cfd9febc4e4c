/* check_compare_random.c: comparing agrees with equality, on random and on large inquiries. */
#include "generate.h"
#include "prune.h"
#include "support.h"

#include <stdio.h>
#include <string.h>

static struct anf_context *ctx;

static void
set_up(void)
{
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
}

static void
tear_down(void)
{
    ctx = anf_context_unref(ctx);
}

/* A changed block says in what: was and now are never the same. */
static int
judge(const struct anf_difference *d, void *user)
{
    (void)user;
    int both = d->was && d->now;
    ck_assert(d->was || d->now);
    ck_assert_int_eq(d->kind == ANF_DIFFERENCE_ADDED, !d->was);
    ck_assert_int_eq(d->kind == ANF_DIFFERENCE_REMOVED, !d->now);
    ck_assert_int_eq(d->kind == ANF_DIFFERENCE_MOVED, both && strcmp(d->was, d->now) == 0);
    return ANF_OK;
}

static void
agrees(const struct anf_inquiry *left, const struct anf_inquiry *right)
{
    int there = anf_inquiry_compare(left, right, judge, NULL);
    int back = anf_inquiry_compare(right, left, judge, NULL);
    ck_assert_int_ge(there, 0);
    ck_assert_int_ge(back, 0);
    ck_assert_int_eq(there == 0, anf_inquiry_equal(left, right));
    ck_assert_int_eq(back == 0, anf_inquiry_equal(left, right));
}

enum { SEEDS = 400 };

START_TEST(agrees_with_equal)
{
    for (uint64_t seed = 1; seed <= SEEDS; ++seed) {
        struct anf_inquiry *one = generate_inquiry(ctx, seed);
        struct anf_inquiry *same = generate_inquiry(ctx, seed);
        struct anf_inquiry *less = generate_inquiry_without(ctx, seed, 1u << seed % GENERATE_PARTS);
        struct anf_inquiry *other = generate_inquiry(ctx, seed + 1);
        ck_assert_int_eq(anf_inquiry_compare(one, same, judge, NULL), 0);
        agrees(one, less);
        agrees(one, other);
        anf_inquiry_unref(one);
        anf_inquiry_unref(same);
        anf_inquiry_unref(less);
        anf_inquiry_unref(other);
    }
}
END_TEST

/* The contents of two inquiries, one without a node. */
START_TEST(one_node_less)
{
    for (uint64_t seed = 1; seed <= SEEDS; ++seed) {
        struct anf_inquiry *one = generate_inquiry(ctx, seed);
        uint32_t nodes = anf_inquiry_node_count(one);
        for (int cut = PRUNE_BRANCH; cut <= PRUNE_NODE && nodes > 1; ++cut) {
            struct anf_inquiry *less = generate_inquiry_without(ctx, seed, GENERATE_CONTENT);
            if (prune_copy(less, one, 1 + (uint32_t)(seed * 7919 % (nodes - 1)), cut) == ANF_OK)
                agrees(one, less);
            anf_inquiry_unref(less);
        }
        anf_inquiry_unref(one);
    }
}
END_TEST

static void
add_paragraph(struct anf_inquiry *inquiry, const char *text)
{
    struct anf_node *node = NULL;
    ck_assert_int_eq(anf_node_add(anf_inquiry_root(inquiry), ANF_NODE_PARAGRAPH, &node), ANF_OK);
    ck_assert_int_eq(anf_node_add_text(node, text, strlen(text)), ANF_OK);
}

/* Many different blocks on either side, where comparing each with each would take minutes. */
START_TEST(large_and_different)
{
    enum { BLOCKS = 40000 };
    char text[64];
    struct anf_inquiry *a = anf_inquiry_new(ctx);
    struct anf_inquiry *b = anf_inquiry_new(ctx);
    for (int i = 0; i < BLOCKS; ++i) {
        snprintf(text, sizeof text, "Alt %d", i);
        add_paragraph(a, text);
        snprintf(text, sizeof text, "Neu %d", i * 3);
        add_paragraph(b, text);
        add_paragraph(a, "gleich");
        add_paragraph(b, "gleich");
    }
    ck_assert_int_ge(anf_inquiry_compare(a, b, judge, NULL), BLOCKS);
    anf_inquiry_unref(a);
    anf_inquiry_unref(b);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("compare: random");
    TCase *tcase = tcase_create("compare");
    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_add_test(tcase, agrees_with_equal);
    tcase_add_test(tcase, one_node_less);
    tcase_add_test(tcase, large_and_different);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
