/* check_write.c: writing through a plugin. */
#include "context.h"

#include "log.h"
#include "plugins/mock.h"
#include "support.h"

static struct anf_context *ctx;
static struct log messages;

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf__registry_add_constant(ctx, &anf_plugin_mock), ANF_OK);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

static struct anf_inquiry *
make(const char *title)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TITLE, title), ANF_OK);
    return inquiry;
}

START_TEST(writes)
{
    static const char *const fail[] = {"fail=-4", NULL};
    struct anf_inquiry *inquiry = make("Eins");
    struct anf_sink *sink = anf_sink_new_memory();
    /* What fails leaves nothing behind. */
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock", fail, sink), ANF_ERR_SYNTAX);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_PLUGIN_BROKE_CONTRACT), 1);
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock", NULL, sink), ANF_OK);
    /* One is all that the format holds. */
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock", NULL, sink), ANF_ERR_UNSUPPORTED);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_SEVERAL_INQUIRIES), 1);
    char *text = anf_sink_steal(sink, NULL);
    ck_assert_str_eq(text, "Eins\n");
    anf_free(text);
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock-many", NULL, sink), ANF_OK);
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock-many", NULL, sink), ANF_OK);
    text = anf_sink_steal(sink, NULL);
    ck_assert_str_eq(text, "Eins\nEins\n");
    anf_free(text);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(writes_incomplete)
{
    struct anf_inquiry *inquiry = make("Eins");
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(anf_node_add(anf_inquiry_root(inquiry), ANF_NODE_TABLE, NULL), ANF_OK);
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock", NULL, sink), ANF_ERR_MODEL);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_INCOMPLETE_CONTENT), 1);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
}
END_TEST

static int
refuse(void *user, const void *data, size_t len)
{
    (void)user;
    (void)data;
    (void)len;
    return ANF_ERR_IO;
}

START_TEST(sink_fails)
{
    struct anf_inquiry *inquiry = make("Eins");
    struct anf_sink *sink = anf_sink_new_callback("rohr", refuse, NULL);
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock", NULL, sink), ANF_ERR_IO);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_CANNOT_WRITE), 1);
    ck_assert_str_eq(messages.entries[0].source, "rohr");
    ck_assert_uint_eq(messages.count, 1);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(arguments)
{
    struct anf_sink *sink = anf_sink_new_memory();
    struct anf_inquiry *inquiry = make("Eins");
    ck_assert_int_eq(anf_write(ctx, inquiry, NULL, NULL, sink), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_write(ctx, NULL, "mock", NULL, sink), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock", NULL, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_write(NULL, inquiry, "mock", NULL, sink), ANF_ERR_ARGUMENT);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("write");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, writes);
    tcase_add_test(all, writes_incomplete);
    tcase_add_test(all, sink_fails);
    tcase_add_test(all, arguments);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
