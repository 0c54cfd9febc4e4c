/* check_callbacks.c: the program's functions that the library calls: what they may do, and what
 * becomes of what they return. */
#include "context.h"

#include "log.h"
#include "plugins/mock.h"
#include "support.h"

#include <errno.h>
#include <string.h>

static struct anf_context *ctx;
static struct log messages;

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf__registry_add_constant(ctx, &anf_plugin_mock), ANF_OK);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

static const char two[] = "mock:\nemit eins\nemit zwei\n";

static int
read_two(anf_inquiry_fn *fn, void *user)
{
    struct anf_source *source = anf_source_new_memory("zwei", two, sizeof two - 1);
    int status = anf_read(ctx, source, "mock", NULL, fn, user);
    anf_source_unref(source);
    return status;
}

/* --- what they may do --- */

/* The context and the inquiry at hand, for a writing and another reading. */
static int
convert_at_once(struct anf_inquiry *inquiry, void *user)
{
    static const char one[] = "mock:\nemit drei\n";
    struct anf_source *source = anf_source_new_memory("eins", one, sizeof one - 1);
    struct anf_inquiry *other = NULL;
    ck_assert_int_eq(anf_read_one(ctx, source, NULL, NULL, &other), ANF_OK);
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock-many", NULL, user), ANF_OK);
    ck_assert_int_eq(anf_write(ctx, other, "mock-many", NULL, user), ANF_OK);
    ck_assert_int_eq(anf_inquiry_findings(ctx, inquiry, NULL, NULL), 3);
    ck_assert_str_eq(anf_context_phrase(ctx, "parliament", "DE"), "Deutscher Bundestag");
    anf_inquiry_unref(other);
    anf_source_unref(source);
    return ANF_OK;
}

START_TEST(use_the_context)
{
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(read_two(convert_at_once, sink), ANF_OK);
    char *output = anf_sink_steal(sink, NULL);
    const char *after = strstr(strstr(strstr(output, "eins"), "drei"), "zwei");
    ck_assert_ptr_nonnull(strstr(after, "drei"));
    ck_assert_uint_eq(messages.count, 0);
    anf_free(output);
    anf_sink_unref(sink);
}
END_TEST

static void
look_up(const struct anf_diagnostic *diagnostic, void *user)
{
    ++*(int *)user;
    ck_assert_ptr_nonnull(diagnostic->message);
    ck_assert_ptr_nonnull(anf_context_find_format(ctx, "mock"));
    ck_assert_int_eq(anf_node_kind(anf_inquiry_root(NULL)), 0);
}

START_TEST(use_the_context_while_told)
{
    int count = 0;
    struct anf_inquiry *inquiry = NULL;
    struct anf_source *source = anf_source_new_memory("zwei", two, sizeof two - 1);
    anf_context_set_diagnostic_fn(ctx, look_up, &count);
    ck_assert_int_eq(anf_read_one(ctx, source, "mock", NULL, &inquiry), ANF_ERR_MODEL);
    ck_assert_int_eq(count, 1);
    anf_source_unref(source);
}
END_TEST

/* --- what they return --- */

static int
stop(struct anf_inquiry *inquiry, void *user)
{
    (void)inquiry;
    return *(int *)user;
}

START_TEST(inquiry_fn_returns)
{
    static const int statuses[][2] = {
        {ANF_OK, ANF_OK}, {5, ANF_OK}, {ANF_ERR_LIMIT, ANF_ERR_LIMIT}, {-99, -99}};
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        int status = statuses[i][0];
        ck_assert_int_eq(read_two(stop, &status), statuses[i][1]);
    }
    ck_assert_uint_eq(messages.count, 0); /* who stops knows why */
}
END_TEST

static int64_t
read_fn(void *user, void *buffer, size_t len)
{
    (void)buffer;
    (void)len;
    return *(int64_t *)user;
}

START_TEST(read_fn_returns)
{
    int64_t failure = ANF_ERR_LIMIT;
    struct anf_inquiry *inquiry = NULL;
    struct anf_source *source = anf_source_new_callback("quelle", read_fn, &failure);
    ck_assert_int_eq(anf_read_one(ctx, source, "mock", NULL, &inquiry), ANF_ERR_IO);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_CANNOT_READ), 1);
    anf_source_unref(source);
}
END_TEST

static int
write_fn(void *user, const void *data, size_t len)
{
    (void)data;
    (void)len;
    errno = ENOSPC;
    return *(int *)user;
}

START_TEST(write_fn_returns)
{
    static const int statuses[][2] = {{ANF_OK, ANF_OK},
                                      {5, ANF_OK},
                                      {ANF_ERR_LIMIT, ANF_ERR_LIMIT},
                                      {ANF_ERR_IO, ANF_ERR_IO},
                                      {-99, ANF_ERR_IO}};
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TITLE, "Brücken"), ANF_OK);
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++) {
        int status = statuses[i][0];
        log_clear(&messages);
        struct anf_sink *sink = anf_sink_new_callback("ziel", write_fn, &status);
        ck_assert_int_eq(anf_write(ctx, inquiry, "mock", NULL, sink), statuses[i][1]);
        ck_assert_int_eq(messages.count > 0, statuses[i][1] != ANF_OK);
        /* It stays failed. */
        ck_assert_int_eq(anf_sink_commit(sink, ctx), statuses[i][1]);
        anf_sink_unref(sink);
    }
    ck_assert_str_eq(messages.entries[0].message, "cannot be written: No space left on device");
    anf_inquiry_unref(inquiry);
}
END_TEST

static int
finding_fn(const struct anf_finding *finding, void *user)
{
    (void)finding;
    return *(int *)user;
}

static int
difference_fn(const struct anf_difference *difference, void *user)
{
    (void)difference;
    return *(int *)user;
}

START_TEST(finding_and_difference_fn_return)
{
    struct anf_inquiry *a = anf_inquiry_new(ctx), *b = anf_inquiry_new(ctx);
    int on = 5, end = -99;
    ck_assert_int_eq(anf_inquiry_set(b, ANF_FIELD_TITLE, "Brücken"), ANF_OK);
    ck_assert_int_eq(anf_inquiry_findings(ctx, a, finding_fn, &on), 4);
    ck_assert_int_eq(anf_inquiry_findings(ctx, a, finding_fn, &end), -99);
    ck_assert_int_eq(anf_inquiry_compare(a, b, difference_fn, &on), 1);
    ck_assert_int_eq(anf_inquiry_compare(a, b, difference_fn, &end), -99);
    anf_inquiry_unref(a);
    anf_inquiry_unref(b);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("callbacks");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, use_the_context);
    tcase_add_test(all, use_the_context_while_told);
    tcase_add_test(all, inquiry_fn_returns);
    tcase_add_test(all, read_fn_returns);
    tcase_add_test(all, write_fn_returns);
    tcase_add_test(all, finding_and_difference_fn_return);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
