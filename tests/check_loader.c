/* check_loader.c: modules are loaded, and bad ones refused for a reason that is told. */
#include "loading.h"

#include <stdlib.h>
#include <string.h>

static void
load_all(void)
{
    ck_assert_int_eq(anf_context_load_plugins(ctx, plugins), ANF_OK);
    ck_assert_uint_eq(messages.count, 0);
}

START_TEST(found)
{
    static const char *const ids[] = {"breaks-contract", "fails-midway",   "memo",    "no-symbol",
                                      "other-options",   "says-otherwise", "trouble", NULL};
    load_all();
    for (size_t i = 0; i < sizeof ids / sizeof *ids; i++) {
        const struct anf_format_info *info = anf_context_format(ctx, i);
        ck_assert_int_eq(info == NULL, ids[i] == NULL);
        if (info)
            ck_assert_str_eq(info->id, ids[i]);
    }
    const struct anf_format_info *memo = anf_context_find_format(ctx, "memo");
    ck_assert_str_eq(memo->plugin, "memo");
    ck_assert_str_eq(memo->version, "1.0");
    ck_assert_str_eq(memo->label, "Memo, one paragraph a line");
    ck_assert_str_eq(memo->extensions[0], "memo");
    ck_assert_ptr_null(memo->media_types[0]);
    ck_assert(memo->reads && memo->writes && !memo->many);
    ck_assert_ptr_nonnull(strstr(memo->path, "/plugins/anf-memo.so"));
    /* Once more is no second claim. */
    load_all();
}
END_TEST

static void
expect_refused(const char *text, uint32_t code, const char *message)
{
    load_all();
    for (int i = 0; i < 2; i++) { /* each time */
        log_clear(&messages);
        ck_assert_int_eq(read_text(text, NULL, NULL), ANF_ERR_PLUGIN);
        ck_assert_uint_eq(messages.count, 1);
        ck_assert_uint_eq(messages.entries[0].code, code);
        ck_assert_str_eq(messages.entries[0].message, message);
        ck_assert_int_eq(messages.entries[0].severity, ANF_SEVERITY_ERROR);
        ck_assert_ptr_nonnull(strstr(messages.entries[0].source, "/plugins/anf-"));
    }
}

START_TEST(no_symbol)
{
    expect_refused("no_symbol", ANF_CODE_PLUGIN_NO_SYMBOL,
                   "the module has no symbol anf_plugin_no_symbol");
}
END_TEST

START_TEST(says_otherwise)
{
    expect_refused("says_otherwise", ANF_CODE_PLUGIN_SAYS_OTHERWISE,
                   "the module and its description differ in: reads");
}
END_TEST

START_TEST(other_options)
{
    expect_refused("other_options", ANF_CODE_PLUGIN_SAYS_OTHERWISE,
                   "the module and its description differ in: option");
}
END_TEST

START_TEST(breaks_contract)
{
    load_all();
    ck_assert_int_eq(read_text("breaks_contract", NULL, NULL), ANF_ERR_PLUGIN);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_PLUGIN_BROKE_CONTRACT),
                     "the plugin returned 7, which is no status");
    ck_assert_str_eq(messages.entries[0].plugin, "breaks_contract");
}
END_TEST

START_TEST(fails_midway)
{
    int count;
    load_all();
    ck_assert_int_eq(read_text("fails_midway", NULL, &count), ANF_ERR_SYNTAX);
    ck_assert_int_eq(count, 1);
    ck_assert_uint_eq(messages.count, 1);
    ck_assert_str_eq(messages.entries[0].message, "the second inquiry is torn off");
    ck_assert_uint_eq(messages.entries[0].line, 2);
}
END_TEST

START_TEST(example)
{
    static const char text[] = "Kleine Anfrage der Abgeordneten Petra Beispiel (SPD)\n"
                               "Drucksache 18/12345\n"
                               "1. Wie viele Brücken hat das Land?\n"
                               "Antwort: Das Land hat zwei.\n";
    struct anf_inquiry *inquiry = NULL;
    load_all();
    struct anf_source *source = anf_source_new_memory("x.memo", text, sizeof text - 1);
    ck_assert_int_eq(anf_read_one(ctx, source, NULL, NULL, &inquiry), ANF_OK);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_REFERENCE), "18/12345");
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(anf_write(ctx, inquiry, "memo", NULL, sink), ANF_OK);
    char *output = anf_sink_steal(sink, NULL);
    ck_assert_ptr_nonnull(strstr(output, "Wie viele Brücken hat das Land?\n"));
    ck_assert_ptr_nonnull(strstr(output, "Das Land hat zwei.\n"));
    anf_free(output);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
    anf_source_unref(source);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("loader");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, found);
    tcase_add_test(all, no_symbol);
    tcase_add_test(all, says_otherwise);
    tcase_add_test(all, other_options);
    tcase_add_test(all, breaks_contract);
    tcase_add_test(all, fails_midway);
    tcase_add_test(all, example);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
