/* check_align.c: hashes, sketches, and which entries of two sequences belong together. */
#include "support.h"

#include <string.h>

static uint64_t
hash_of(const char *text)
{
    return anf_hash(ANF_HASH, text, strlen(text));
}

START_TEST(hashes)
{
    /* The test vectors of draft-eastlake-fnv, appendix C. */
    ck_assert_uint_eq(hash_of(""), UINT64_C(0xcbf29ce484222325));
    ck_assert_uint_eq(hash_of("a"), UINT64_C(0xaf63dc4c8601ec8c));
    ck_assert_uint_eq(hash_of("foobar"), UINT64_C(0x85944171f73967e8));
    ck_assert_uint_eq(anf_hash(hash_of("foo"), "bar", 3), hash_of("foobar"));
}
END_TEST

START_TEST(sketches)
{
    struct anf_sketch one = {{0}}, other = {{0}}, none = {{0}};
    anf_sketch_add(&one, "Wie viele Brücken?", strlen("Wie viele Brücken?"));
    anf_sketch_add(&other, "Brücken: ", strlen("Brücken: "));
    anf_sketch_add(&other, "viele Wie", strlen("viele Wie"));
    anf_sketch_add(&none, " -- !", 5);
    ck_assert_mem_eq(&one, &other, sizeof one);
    ck_assert_uint_eq(none.bits[0] | none.bits[1] | none.bits[2] | none.bits[3], 0);
}
END_TEST

/* --- alignment --- */

enum { MOST = 8 };

static struct anf_align_item
item(const char *text, uint32_t kind)
{
    struct anf_align_item made = {.hash = hash_of(text), .kind = kind};
    anf_sketch_add(&made.sketch, text, strlen(text));
    return made;
}

/* pairs: the partners as digits, "-" for none. The texts end with a NULL. */
static void
expect(const char *const *a, const char *const *b, const char *pairs)
{
    struct anf_align_item items_a[MOST], items_b[MOST];
    struct anf_align_items left = {items_a, 0}, right = {items_b, 0};
    uint32_t got[MOST];
    char shown[MOST + 1] = "";
    for (; a[left.count]; left.count++)
        items_a[left.count] = item(a[left.count], 1);
    for (; b[right.count]; right.count++)
        items_b[right.count] = item(b[right.count], 1);
    ck_assert_int_eq(anf_align(&left, &right, got), ANF_OK);
    for (size_t i = 0; i < left.count; i++)
        shown[i] = got[i] == ANF_ALIGN_NONE ? '-' : (char)('0' + got[i]);
    ck_assert_str_eq(shown, pairs);
}

#define TEXTS(...)                                                                                 \
    (const char *const[])                                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

START_TEST(alignments)
{
    const char *const *all = TEXTS("ein Satz", "zwei Worte", "drei Dinge");
    expect(all, all, "012");
    expect(all, TEXTS("ein Satz", "drei Dinge"), "0-1");
    expect(all, TEXTS("neu davor", "ein Satz", "zwei Worte", "drei Dinge"), "123");
    /* Changed, and known by its words. */
    expect(all, TEXTS("ein Satz", "zwei andere Worte", "drei Dinge"), "012");
    /* Partners never cross. */
    expect(TEXTS("eins", "zwei"), TEXTS("zwei", "eins"), "-0");
}
END_TEST

START_TEST(kinds)
{
    struct anf_align_item a = item("ein Satz", 1), b = item("ein Satz mehr", 2);
    uint32_t pair = 7;
    ck_assert_int_eq(
        anf_align(&(struct anf_align_items){&a, 1}, &(struct anf_align_items){&b, 1}, &pair),
        ANF_OK);
    ck_assert_uint_eq(pair, ANF_ALIGN_NONE);
}
END_TEST

START_TEST(too_many)
{
    struct anf_align_item one = item("ein Satz", 1);
    struct anf_align_items few = {&one, 1};
    struct anf_align_items many = {&one, (size_t)ANF_ALIGN_NONE + 1};
    uint32_t pair = 7;
    ck_assert_int_eq(anf_align(&few, &many, &pair), ANF_ERR_LIMIT);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("align");
    TCase *all = tcase_create("all");
    tcase_add_test(all, hashes);
    tcase_add_test(all, sketches);
    tcase_add_test(all, alignments);
    tcase_add_test(all, kinds);
    tcase_add_test(all, too_many);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
