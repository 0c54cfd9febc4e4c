/* check_calls.c: what a running call gives its plugin: words, provenance, other formats, the parts
 * of a page that no reader of ours fills. */
#include "context.h"

#include "log.h"
#include "plugins/mock.h"
#include "support.h"

#include <string.h>

static struct anf_context *ctx;
static struct log messages;

/* What the plugin of this file does when it is called; the rest is one call of anf_read_page. */
static int (*act)(struct anf_call *call);

static int
calls_read(struct anf_call *call, struct anf_source *source)
{
    (void)source;
    return act(call);
}

static const struct anf_format format = {
    ANF_FORMAT_INIT,
    .id = "calls",
    .label = "Calls a function",
    .read = calls_read,
};
static const struct anf_format *const formats[] = {&format, NULL};
ANF_PLUGIN_DEFINE(calls, "3", formats);

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf__registry_add_constant(ctx, &anf_plugin_calls), ANF_OK);
    ck_assert_int_eq(anf__registry_add_constant(ctx, &anf_plugin_mock), ANF_OK);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

static int
run(int (*what)(struct anf_call *call), struct anf_page **ret_page)
{
    act = what;
    struct anf_source *source = anf_source_new_memory("ordner/akte", "Inhalt", 6);
    int status = anf_read_page(ctx, source, "calls", NULL, ret_page);
    anf_source_unref(source);
    return status;
}

/* --- words --- */

static int
ask_for_words(struct anf_call *call)
{
    ck_assert_str_eq(anf_call_phrase(call, "parliament", "DE-NW"), "Landtag Nordrhein-Westfalen");
    ck_assert_str_eq(anf_call_meaning(call, "parliament", "Landtag NRW"), "DE-NW");
    ck_assert_ptr_null(anf_call_phrase(call, "parliament", "XX"));
    ck_assert_ptr_null(anf_call_meaning(call, "nothing", "Landtag NRW"));
    ck_assert_uint_eq(anf_call_limit(call, ANF_LIMIT_DEPTH), 220);
    ck_assert_uint_eq(anf_call_limit(call, 0), 0);
    return ANF_ERR_SYNTAX;
}

START_TEST(words)
{
    struct anf_page *page = NULL;
    ck_assert_int_eq(run(ask_for_words, &page), ANF_ERR_SYNTAX);
    ck_assert_ptr_null(page);
}
END_TEST

/* --- provenance --- */

static int
set_provenance(struct anf_call *call)
{
    struct anf_inquiry *inquiry = NULL;
    ck_assert_int_eq(anf_call_new_inquiry(call, &inquiry), ANF_OK);
    ck_assert_int_eq(anf_call_set_provenance(call, inquiry), ANF_OK);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_SOURCE), "akte");
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_READER), "calls 3");
    ck_assert_uint_eq(strlen(anf_inquiry_get(inquiry, ANF_FIELD_SHA256)), 64);
    ck_assert_ptr_null(anf_inquiry_get(inquiry, ANF_FIELD_CHARSET));
    /* Whoever wants a page is refused here, and the reference is gone all the same. */
    return anf_call_emit(call, inquiry);
}

START_TEST(provenance)
{
    struct anf_page *page = NULL;
    ck_assert_int_eq(run(set_provenance, &page), ANF_ERR_UNSUPPORTED);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_NOT_A_PAGE), 1);
}
END_TEST

/* --- one format within another --- */

static int
read_part(struct anf_call *call, const char *text, const char *other,
          struct anf_inquiry **ret_inquiry)
{
    log_clear(&messages);
    return anf_call_read(call, "teil", text, strlen(text), other, ret_inquiry);
}

static void
expect_said(uint32_t code)
{
    ck_assert_uint_eq(messages.count, 1);
    ck_assert_uint_eq(messages.entries[0].code, code);
}

static int
read_parts(struct anf_call *call)
{
    struct anf_inquiry *inquiry = NULL;
    ck_assert_int_eq(read_part(call, "mock:\nemit a\nemit b\n", "mock", &inquiry), ANF_ERR_MODEL);
    expect_said(ANF_CODE_SEVERAL_INQUIRIES);
    ck_assert_int_eq(read_part(call, "mock:\n", "mock", &inquiry), ANF_ERR_NO_INQUIRY);
    expect_said(ANF_CODE_NO_INQUIRY);
    ck_assert_int_eq(read_part(call, "", "mock", &inquiry), ANF_ERR_SYNTAX);
    expect_said(ANF_CODE_EMPTY_INPUT);
    ck_assert_int_eq(read_part(call, "x", "nirgends", &inquiry), ANF_ERR_UNSUPPORTED);
    expect_said(ANF_CODE_UNKNOWN_FORMAT);
    ck_assert_int_eq(read_part(call, "x", "calls", &inquiry), ANF_ERR_PLUGIN);
    expect_said(ANF_CODE_PLUGIN_BROKE_CONTRACT);
    ck_assert_ptr_null(inquiry);
    ck_assert_int_eq(read_part(call, "mock:\nemit a\n", "mock", &inquiry), ANF_OK);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_TITLE), "a");
    anf_inquiry_unref(inquiry);
    return ANF_ERR_SYNTAX;
}

static int
write_part(struct anf_call *call)
{
    struct anf_inquiry *inquiry = NULL;
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(anf_call_new_inquiry(call, &inquiry), ANF_OK);
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TITLE, "Brücken"), ANF_OK);
    ck_assert_int_eq(anf_call_write(call, NULL, inquiry, "mock", NULL, sink), ANF_OK);
    ck_assert_int_eq(anf_call_write(call, NULL, inquiry, "calls", NULL, sink), ANF_ERR_PLUGIN);
    ck_assert_int_eq(anf_call_write(call, NULL, inquiry, "x", NULL, sink), ANF_ERR_UNSUPPORTED);
    char *output = anf_sink_steal(sink, NULL);
    ck_assert_ptr_nonnull(strstr(output, "Brücken"));
    anf_free(output);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
    return ANF_ERR_SYNTAX;
}

START_TEST(nested)
{
    struct anf_page *page = NULL;
    ck_assert_int_eq(run(read_parts, &page), ANF_ERR_SYNTAX);
    ck_assert_int_eq(run(write_part, &page), ANF_ERR_SYNTAX);
}
END_TEST

/* --- the page --- */

static int
fill_page(struct anf_call *call)
{
    struct anf_page *page = anf_call_page(call);
    ck_assert_int_eq(anf_page_set_property(page, ANF_PAGE_URL, "https://example.org/"), ANF_OK);
    ck_assert_int_eq(anf_page_set_property(page, 0, "x"), ANF_ERR_ARGUMENT);
    anf_page_set_spans(page, 9, 9); /* of no cell */
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_TABLE, 0), ANF_OK);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_ROW, 0), ANF_OK);
    ck_assert_int_eq(anf_page_open_place(page, ANF_PLACE_CELL, ANF_PLACE_HEADING), ANF_OK);
    anf_page_set_spans(page, 0, 3);
    ck_assert_int_eq(anf_page_open_block(page, ANF_BLOCK_IMAGE, 0, 0, 4, 2), ANF_OK);
    return anf_page_set_src(page, "wappen.png");
}

START_TEST(pages)
{
    struct anf_page *page = NULL;
    ck_assert_int_eq(run(fill_page, &page), ANF_OK);
    struct anf_page *again = anf_page_ref(page);
    ck_assert_ptr_eq(again, page);
    ck_assert_ptr_null(anf_page_unref(page));
    ck_assert_str_eq(anf_page_property(again, ANF_PAGE_URL), "https://example.org/");
    const struct anf_block *block = anf_page_block(again, 0);
    ck_assert_str_eq(block->src, "wappen.png");
    ck_assert_uint_eq(block->line, 4);
    const struct anf_place *cell = anf_page_place(again, block->place);
    ck_assert_uint_eq(cell->colspan, 1);
    ck_assert_uint_eq(cell->rowspan, 3);
    ck_assert_uint_eq(anf_page_place(again, 0)->colspan, 1);
    ck_assert_ptr_nonnull(anf_page_refusal(again));
    anf_page_unref(again);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("calls");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, words);
    tcase_add_test(all, provenance);
    tcase_add_test(all, nested);
    tcase_add_test(all, pages);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
