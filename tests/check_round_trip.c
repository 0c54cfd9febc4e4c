/* check_round_trip.c: random inquiries through every format that can carry all of them.
 *
 * ROUND_TRIPS is how many for each format, ROUND_TRIP_SEED the first seed. */
#include "generate.h"
#include "round_trip.h"
#include "support.h"

#include <inttypes.h>
#include <stdlib.h>

static uint64_t
number_from_environment(const char *name, uint64_t otherwise)
{
    const char *value = getenv(name);
    return value ? strtoull(value, NULL, 10) : otherwise;
}

START_TEST(generated)
{
    struct anf_context *ctx = anf_context_new();
    uint64_t count = number_from_environment("ROUND_TRIPS", 2000);
    uint64_t first_seed = number_from_environment("ROUND_TRIP_SEED", 1);
    ck_assert_ptr_nonnull(ctx);
    for (uint64_t seed = first_seed; seed < first_seed + count; ++seed) {
        struct anf_inquiry *inquiry = generate_inquiry(ctx, seed);
        struct anf_inquiry *again = generate_inquiry(ctx, seed);
        struct anf_inquiry *other = generate_inquiry(ctx, seed + 1);
        ck_assert_msg(inquiry && again && other, "seed %" PRIu64 ": not made", seed);
        ck_assert_int_eq(anf_inquiry_check(inquiry, NULL), ANF_OK);
        ck_assert(anf_inquiry_equal(inquiry, again));
        ck_assert(!anf_inquiry_equal(inquiry, other));
        anf_inquiry_unref(inquiry);
        anf_inquiry_unref(again);
        anf_inquiry_unref(other);
    }
    anf_context_unref(ctx);
}
END_TEST

static const char *const formats[] = {"json", "akn", "html", "odt"};
enum { FORMATS = sizeof formats / sizeof *formats };

START_TEST(round_trip)
{
    const char *format = formats[_i];
    struct anf_context *ctx = anf_context_new();
    uint64_t count = number_from_environment("ROUND_TRIPS", 2000);
    uint64_t first_seed = number_from_environment("ROUND_TRIP_SEED", 1);
    ck_assert_ptr_nonnull(ctx);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
    ck_assert_msg(anf_context_find_format(ctx, format), "no format %s", format);
    ck_assert_msg(check_round_trip(ctx, format, NULL, count, first_seed), "%s", format);
    anf_context_unref(ctx);
}
END_TEST

static const char *const wrapped[] = {"wrap=72", NULL};
static const char *const narrow[] = {"wrap=1", NULL};
static const char *const *const text_options[] = {NULL, wrapped, narrow};
enum { TEXT_OPTIONS = sizeof text_options / sizeof *text_options };

START_TEST(round_trip_as_text)
{
    struct anf_context *ctx = anf_context_new();
    uint64_t count = number_from_environment("ROUND_TRIPS", 2000);
    uint64_t first_seed = number_from_environment("ROUND_TRIP_SEED", 1);
    ck_assert_ptr_nonnull(ctx);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
    ck_assert(check_round_trip_as_text(ctx, text_options[_i], count, first_seed));
    anf_context_unref(ctx);
}
END_TEST

/* A trip that cannot succeed is not taken for one that did. */
START_TEST(failure_is_seen)
{
    struct anf_context *ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
    struct anf_inquiry *inquiry = generate_inquiry(ctx, 1);
    ck_assert(round_trip_holds(ctx, "json", NULL, inquiry, 0));
    ck_assert(!round_trip_holds(ctx, "no-such-format", NULL, inquiry, 0));
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_INPUT_BYTES, 10), ANF_OK);
    ck_assert(!round_trip_holds(ctx, "json", NULL, inquiry, 0));
    anf_inquiry_unref(inquiry);
    anf_context_unref(ctx);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("round_trip");
    TCase *tcase = tcase_create("round_trip");
    tcase_set_timeout(tcase, 0); /* ROUND_TRIPS decides, and meson's own limit holds */
    tcase_add_test(tcase, generated);
    tcase_add_loop_test(tcase, round_trip, 0, FORMATS);
    tcase_add_loop_test(tcase, round_trip_as_text, 0, TEXT_OPTIONS);
    tcase_add_test(tcase, failure_is_seen);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
