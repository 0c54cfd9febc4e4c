/* check_null_plugins.c: NULL in what a plugin may ask and do: without a call, and within one. */
#include "context.h"

#include "log.h"
#include "support.h"

#define REFUSED(call) ck_assert_int_eq(call, ANF_ERR_ARGUMENT)
#define NOTHING(call) ck_assert_ptr_null(call)
#define ZERO(call)    ck_assert_uint_eq(call, 0)

static struct anf_context *ctx;
static struct log messages;

/* --- within a running read --- */

static void
ask_with_null(struct anf_call *call)
{
    NOTHING(anf_call_option(call, NULL));
    ck_assert_int_eq(anf_call_option_bool(call, NULL, 7), 7);
    ck_assert_uint_eq(anf_call_option_number(call, NULL, 1, 9, 7), 7);
    NOTHING(anf_call_phrase(call, NULL, "DE"));
    NOTHING(anf_call_phrase(call, "parliament", NULL));
    NOTHING(anf_call_meaning(call, NULL, "Bundestag"));
    NOTHING(anf_call_meaning(call, "parliament", NULL));
    /* By another name, as compilers refuse a message that is not there. */
    void (*report)(struct anf_call *, int, uint32_t, const char *, uint32_t, uint32_t, const char *,
                   ...) = anf_call_report;
    report(call, ANF_SEVERITY_WARNING, 0, NULL, 0, 0, NULL);
    ZERO(messages.count);
}

static void
take_with_null(struct anf_call *call, struct anf_source *source)
{
    const unsigned char *data = NULL;
    const char *text = NULL;
    size_t len = 0;
    REFUSED(anf_source_bytes(call, NULL, &data, &len));
    REFUSED(anf_source_bytes(call, source, NULL, &len));
    REFUSED(anf_source_bytes(call, source, &data, NULL));
    REFUSED(anf_source_text(call, NULL, NULL, 0, &text, &len));
    REFUSED(anf_source_text(call, source, NULL, 0, NULL, &len));
    REFUSED(anf_source_text(call, source, NULL, 0, &text, NULL));
    REFUSED(anf_call_new_inquiry(call, NULL));
    REFUSED(anf_call_emit(call, NULL));
    REFUSED(anf_call_set_provenance(call, NULL));
    ck_assert(!data && !text && !len);
}

static void
nest_with_null(struct anf_call *call)
{
    struct anf_inquiry *inquiry = NULL;
    struct anf_sink *sink = anf_sink_new_memory();
    REFUSED(anf_call_read(call, NULL, NULL, 1, "null", &inquiry));
    REFUSED(anf_call_read(call, NULL, "x", 1, NULL, &inquiry));
    REFUSED(anf_call_read(call, NULL, "x", 1, "null", NULL));
    REFUSED(anf_call_read_page(call, NULL, NULL, 1, "null"));
    REFUSED(anf_call_read_page(call, NULL, "x", 1, NULL));
    ck_assert_int_eq(anf_call_read_page(call, NULL, NULL, 0, "null"), ANF_OK);
    ck_assert_ptr_null(inquiry);
    ck_assert_int_eq(anf_call_new_inquiry(call, &inquiry), ANF_OK);
    REFUSED(anf_call_write(call, NULL, NULL, "null", NULL, sink));
    REFUSED(anf_call_write(call, NULL, inquiry, NULL, NULL, sink));
    REFUSED(anf_call_write(call, NULL, inquiry, "null", NULL, NULL));
    anf_inquiry_unref(inquiry);
    anf_sink_unref(sink);
}

static int
build_with_null(struct anf_page *page)
{
    uint32_t note = 0;
    REFUSED(anf_page_add_text(page, "no block is open", 4));
    REFUSED(anf_page_open_span(page, ANF_SPAN_LINK, "no block is open"));
    REFUSED(anf_page_add_note(page, NULL, &note));
    REFUSED(anf_page_set_src(page, "no block is open"));
    ck_assert_int_eq(anf_page_set_property(page, ANF_PAGE_URL, NULL), ANF_OK);
    ck_assert_int_eq(anf_page_state(page, ANF_FIELD_TITLE, NULL, NULL), ANF_OK);
    REFUSED(anf_page_state_actor(page, ANF_FIELD_ASKERS, NULL, NULL));
    ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, 0, 0), ANF_OK);
    REFUSED(anf_page_add_text(page, NULL, 1));
    ck_assert_int_eq(anf_page_add_text(page, NULL, 0), ANF_OK);
    REFUSED(anf_page_add_note(page, NULL, NULL));
    REFUSED(anf_page_set_src(page, NULL));
    REFUSED(anf_page_open_span(page, ANF_SPAN_LINK, NULL));
    ck_assert_int_eq(anf_page_open_span(page, ANF_SPAN_STRONG, NULL), ANF_OK);
    ck_assert_int_eq(anf_page_add_text(page, "words", 5), ANF_OK);
    return anf_page_close_block(page);
}

static int
null_read(struct anf_call *call, struct anf_source *source)
{
    ask_with_null(call);
    take_with_null(call, source);
    nest_with_null(call);
    return build_with_null(anf_call_page(call));
}

static int
null_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    struct anf_inquiry *none = NULL;
    (void)inquiry;
    NOTHING(anf_call_page(call));
    REFUSED(anf_call_new_inquiry(call, &none));
    REFUSED(anf_sink_write(sink, NULL, 1));
    REFUSED(anf_sink_puts(sink, NULL));
    return anf_sink_write(sink, NULL, 0);
}

static const struct anf_format format = {
    ANF_FORMAT_INIT,   .id = "null",        .label = "Calls with NULL",
    .read = null_read, .write = null_write,
};
static const struct anf_format *const formats[] = {&format, NULL};
ANF_PLUGIN_DEFINE(null, "1", formats);

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf__registry_add_constant(ctx, &anf_plugin_null), ANF_OK);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

START_TEST(reading)
{
    struct anf_page *page = NULL;
    struct anf_source *source = anf_source_new_memory(NULL, "x", 1);
    ck_assert_int_eq(anf_read_page(ctx, source, "null", NULL, &page), ANF_OK);
    ck_assert_str_eq(anf_page_block(page, 0)->text, "words");
    anf_page_unref(page);
    anf_source_unref(source);
}
END_TEST

START_TEST(writing)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(anf_write(ctx, inquiry, "null", NULL, sink), ANF_OK);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
}
END_TEST

/* --- without a call, a page, a sink --- */

START_TEST(no_call)
{
    struct anf_source *source = anf_source_new_memory(NULL, "x", 1);
    struct anf_sink *sink = anf_sink_new_memory();
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    struct anf_inquiry *none = NULL;
    const unsigned char *data = NULL;
    const char *text = NULL;
    size_t len = 0;
    NOTHING(anf_call_option(NULL, "key"));
    ck_assert_int_eq(anf_call_option_bool(NULL, "key", 7), 7);
    ck_assert_uint_eq(anf_call_option_number(NULL, "key", 1, 9, 7), 7);
    ZERO(anf_call_limit(NULL, ANF_LIMIT_DEPTH));
    NOTHING(anf_call_phrase(NULL, "parliament", "DE"));
    NOTHING(anf_call_meaning(NULL, "parliament", "Bundestag"));
    anf_call_report(NULL, ANF_SEVERITY_ERROR, 0, NULL, 0, 0, "to no one");
    REFUSED(anf_source_bytes(NULL, source, &data, &len));
    REFUSED(anf_source_text(NULL, source, NULL, 0, &text, &len));
    REFUSED(anf_call_new_inquiry(NULL, &none));
    REFUSED(anf_call_emit(NULL, anf_inquiry_ref(inquiry)));
    REFUSED(anf_call_set_provenance(NULL, inquiry));
    NOTHING(anf_call_page(NULL));
    REFUSED(anf_call_write(NULL, NULL, inquiry, "null", NULL, sink));
    REFUSED(anf_call_read(NULL, NULL, "x", 1, "null", &none));
    REFUSED(anf_call_read_page(NULL, NULL, "x", 1, "null"));
    ck_assert(!none && !data && !text);
    anf_inquiry_unref(inquiry);
    anf_sink_unref(sink);
    anf_source_unref(source);
}
END_TEST

START_TEST(no_page)
{
    uint32_t note = 0;
    struct anf_actor actor = {ANF_ACTOR_INIT, .name = "x"};
    REFUSED(anf_page_open_place(NULL, ANF_PLACE_MAIN, 0));
    anf_page_close_place(NULL);
    anf_page_set_spans(NULL, 1, 1);
    anf_page_set_number(NULL, 1);
    REFUSED(anf_page_open_block(NULL, ANF_BLOCK_PARAGRAPH, 0, 0, 0, 0));
    REFUSED(anf_page_add_text(NULL, "x", 1));
    REFUSED(anf_page_open_span(NULL, ANF_SPAN_LINK, "x"));
    anf_page_close_span(NULL);
    REFUSED(anf_page_add_note(NULL, NULL, &note));
    REFUSED(anf_page_open_note(NULL, 0));
    REFUSED(anf_page_set_src(NULL, "x"));
    REFUSED(anf_page_close_block(NULL));
    REFUSED(anf_page_set_property(NULL, ANF_PAGE_URL, "x"));
    REFUSED(anf_page_state(NULL, ANF_FIELD_TITLE, "x", NULL));
    REFUSED(anf_page_state_actor(NULL, ANF_FIELD_ASKERS, &actor, NULL));
}
END_TEST

START_TEST(no_sink)
{
    REFUSED(anf_sink_write(NULL, "x", 1));
    REFUSED(anf_sink_puts(NULL, "x"));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("null: plugins");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, reading);
    tcase_add_test(all, writing);
    tcase_add_test(all, no_call);
    tcase_add_test(all, no_page);
    tcase_add_test(all, no_sink);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
