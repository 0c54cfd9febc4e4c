/* check_convert.c: reading from end to end, and what plugins may do wrong. */
#include "context.h"

#include "log.h"
#include "plugins/mock.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static struct anf_context *ctx;
static struct log messages;

/* What anf_read handed over. */
static char titles[512];
static int answer; /* what the receiving function returns */
static struct anf_inquiry *last;

static void
set_up(void)
{
    log_clear(&messages);
    titles[0] = '\0';
    answer = ANF_OK;
    last = NULL;
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf__registry_add_constant(ctx, &anf_plugin_mock), ANF_OK);
}

static void
tear_down(void)
{
    anf_inquiry_unref(last);
    anf_context_unref(ctx);
}

static int
take(struct anf_inquiry *inquiry, void *user)
{
    ck_assert_ptr_eq(user, titles);
    const char *title = anf_inquiry_get(inquiry, ANF_FIELD_TITLE);
    strncat(titles, title ? title : "?", 100);
    strncat(titles, ";", 2);
    anf_inquiry_unref(last);
    last = anf_inquiry_ref(inquiry);
    return answer;
}

static int
read_text(const char *text, const char *const *options)
{
    struct anf_source *source = anf_source_new_memory("ordner/datei", text, strlen(text));
    int status = anf_read(ctx, source, NULL, options, take, titles);
    anf_source_unref(source);
    return status;
}

START_TEST(emits)
{
    ck_assert_int_eq(read_text("mock:\nemit Eins\nemit Zwei", NULL), ANF_OK);
    ck_assert_str_eq(titles, "Eins;Zwei;");
    ck_assert_uint_eq(messages.count, 0);
    /* What the file does not say of itself stays absent. */
    ck_assert_ptr_null(anf_inquiry_get(last, ANF_FIELD_SOURCE));
    ck_assert_ptr_null(anf_inquiry_get(last, ANF_FIELD_SHA256));
}
END_TEST

START_TEST(receiver_stops)
{
    answer = ANF_ERR_IO;
    ck_assert_int_eq(read_text("mock:\nemit Eins\nemit Zwei", NULL), ANF_ERR_IO);
    ck_assert_str_eq(titles, "Eins;");
    ck_assert_uint_eq(messages.count, 0); /* its own failure */
    titles[0] = '\0';
    answer = 3;
    ck_assert_int_eq(read_text("mock:\nemit Eins\nemit Zwei", NULL), ANF_OK);
    ck_assert_str_eq(titles, "Eins;Zwei;");
}
END_TEST

START_TEST(incomplete)
{
    ck_assert_int_eq(read_text("mock:\nincomplete Eins", NULL), ANF_ERR_MODEL);
    ck_assert_str_eq(titles, "");
    ck_assert_str_eq(log_message(&messages, ANF_CODE_INCOMPLETE_CONTENT),
                     "the inquiry is incomplete: a list lacks what it must hold");
    ck_assert_uint_eq(messages.count, 1);
    /* A plugin cannot hide it. */
    ck_assert_int_eq(read_text("mock:\nignore Eins\nignore Zwei", NULL), ANF_ERR_MODEL);
    ck_assert_uint_eq(messages.count, 2);
}
END_TEST

START_TEST(nothing)
{
    ck_assert_int_eq(read_text("mock:\n", NULL), ANF_ERR_NO_INQUIRY);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_NO_INQUIRY), 1);
    ck_assert_str_eq(messages.entries[0].source, "ordner/datei");
}
END_TEST

START_TEST(reported_failure)
{
    ck_assert_int_eq(read_text("mock:\nerror Kaputt\nreturn -4", NULL), ANF_ERR_SYNTAX);
    ck_assert_uint_eq(messages.count, 1);
    ck_assert_str_eq(messages.entries[0].message, "Kaputt");
    ck_assert_str_eq(messages.entries[0].plugin, "mock");
    ck_assert_uint_eq(messages.entries[0].code, 0);
}
END_TEST

START_TEST(silent_failure)
{
    ck_assert_int_eq(read_text("mock:\nreport Hm\nreturn -4", NULL), ANF_ERR_SYNTAX);
    ck_assert_uint_eq(messages.count, 2);
    ck_assert_str_eq(
        log_message(&messages, ANF_CODE_PLUGIN_BROKE_CONTRACT),
        "the plugin failed without a report: the bytes are not of the format that they "
        "claim to be");
    log_clear(&messages);
    ck_assert_int_eq(read_text("mock:\nerror Hm\nreturn -1", NULL), ANF_ERR_NOMEM);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_OUT_OF_MEMORY), "out of memory");
}
END_TEST

START_TEST(broken_plugins)
{
    static const char *const inputs[] = {"mock:\nreturn 1", "mock:\nreturn -10",
                                         "mock:\nemit Eins\nblock Kleine Anfrage"};
    for (size_t i = 0; i < 3; i++) {
        log_clear(&messages);
        ck_assert_int_eq(read_text(inputs[i], NULL), ANF_ERR_PLUGIN);
        ck_assert_uint_eq(log_count(&messages, ANF_CODE_PLUGIN_BROKE_CONTRACT), 1);
        ck_assert_uint_eq(messages.count, 1);
    }
}
END_TEST

START_TEST(member_and_line)
{
    ck_assert_int_eq(read_text("mock:\nreport Hm\nemit Eins", NULL), ANF_OK);
    ck_assert_uint_eq(messages.entries[0].line, 7);
    ck_assert_str_eq(messages.entries[0].plugin, "mock");
}
END_TEST

/* --- pages --- */

static const char page[] = "mock:\n"
                           "text\n"
                           "block Kleine Anfrage der Abgeordneten Petra Beispiel (SPD)\n"
                           "block Drucksache 18/12345\n"
                           "block Vorbemerkung der Fragestellerin\n"
                           "block Die Br\xc3\xbc"
                           "cken des Landes sind alt.\n"
                           "block 1. Wie viele sind es?\n"
                           "block Antwort: Es sind zwei.\n";

START_TEST(page_becomes_inquiry)
{
    ck_assert_int_eq(read_text(page, NULL), ANF_OK);
    ck_assert_ptr_nonnull(last);
    ck_assert_str_eq(anf_inquiry_get(last, ANF_FIELD_REFERENCE), "18/12345");
    ck_assert_str_eq(anf_inquiry_get(last, ANF_FIELD_SOURCE), "datei");
    ck_assert_str_eq(anf_inquiry_get(last, ANF_FIELD_MEDIA_TYPE), "text/x-mock");
    ck_assert_str_eq(anf_inquiry_get(last, ANF_FIELD_CHARSET), "utf-8");
    ck_assert_str_eq(anf_inquiry_get(last, ANF_FIELD_READER), "mock 1.2.3");
    ck_assert_uint_eq(strlen(anf_inquiry_get(last, ANF_FIELD_SHA256)), 64);
}
END_TEST

START_TEST(sha256)
{
    /* What sha256sum(1) says of these bytes. */
    ck_assert_int_eq(read_text("mock:\nblock Kleine Anfrage\nblock Drucksache 18/12345\n"
                               "block 1. Wie viele?\n",
                               NULL),
                     ANF_OK);
    ck_assert_str_eq(anf_inquiry_get(last, ANF_FIELD_SHA256),
                     "ead64fe3e4d122910b975e46c90b08a585897d02fb9c99630a24cce42a5e6d3d");
    ck_assert_ptr_null(anf_inquiry_get(last, ANF_FIELD_CHARSET));
}
END_TEST

START_TEST(hostile_names)
{
    struct anf_source *source = anf_source_new_memory("x/a\nb\xff\xc3\xbc", page, sizeof page - 1);
    ck_assert_int_eq(anf_read(ctx, source, NULL, NULL, take, titles), ANF_OK);
    ck_assert_str_eq(anf_inquiry_get(last, ANF_FIELD_SOURCE), "a\xef\xbf\xbd"
                                                              "b\xef\xbf\xbd\xc3\xbc");
    anf_source_unref(source);
}
END_TEST

static int
page_of(const char *text, struct anf_page **ret_page)
{
    struct anf_source *source = anf_source_new_memory("datei", text, strlen(text));
    int status = anf_read_page(ctx, source, NULL, NULL, ret_page);
    anf_source_unref(source);
    return status;
}

START_TEST(pages)
{
    struct anf_page *got = NULL;
    ck_assert_int_eq(page_of(page, &got), ANF_OK);
    ck_assert_uint_eq(anf_page_block_count(got), 6);
    ck_assert_ptr_nonnull(anf_page_inquiry(got, 0));
    ck_assert_ptr_null(anf_page_refusal(got));
    anf_page_unref(got);
    /* Refused, and still there to be looked at. */
    ck_assert_int_eq(page_of("mock:\nblock Kuchen backen", &got), ANF_OK);
    ck_assert_uint_eq(anf_page_block_count(got), 1);
    ck_assert_ptr_nonnull(anf_page_refusal(got));
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_NO_INQUIRY), 1);
    anf_page_unref(got);
    log_clear(&messages);
    ck_assert_int_eq(read_text("mock:\nblock Kuchen backen", NULL), ANF_ERR_NO_INQUIRY);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_NO_INQUIRY), 1);
}
END_TEST

START_TEST(no_page)
{
    struct anf_page *got = NULL;
    ck_assert_int_eq(page_of("mock:\nemit Eins\nemit Zwei", &got), ANF_ERR_UNSUPPORTED);
    ck_assert_ptr_null(got);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_NOT_A_PAGE), 1);
    ck_assert_uint_eq(messages.count, 1);
}
END_TEST

/* --- the one inquiry --- */

static int
read_one(const char *text, struct anf_inquiry **ret_inquiry)
{
    struct anf_source *source = anf_source_new_memory(NULL, text, strlen(text));
    int status = anf_read_one(ctx, source, NULL, NULL, ret_inquiry);
    anf_source_unref(source);
    return status;
}

START_TEST(one)
{
    struct anf_inquiry *inquiry = NULL;
    ck_assert_int_eq(read_one("mock:\nemit Eins", &inquiry), ANF_OK);
    ck_assert_str_eq(anf_inquiry_get(inquiry, ANF_FIELD_TITLE), "Eins");
    anf_inquiry_unref(inquiry);
    inquiry = NULL;
    ck_assert_int_eq(read_one("mock:\nemit Eins\nemit Zwei", &inquiry), ANF_ERR_MODEL);
    ck_assert_ptr_null(inquiry);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_SEVERAL_INQUIRIES), 1);
    ck_assert_int_eq(read_one("mock:\nemit Eins\nerror Ende\nreturn -4", &inquiry), ANF_ERR_SYNTAX);
    ck_assert_ptr_null(inquiry);
}
END_TEST

/* --- options --- */

START_TEST(options)
{
    static const char *const given[] = {"a=7", "b", "c=vielleicht", "d=", "a=12", NULL};
    ck_assert_int_eq(read_text("mock:\nask a\nask b\nask c\nask d\nask e\nemit Eins", given),
                     ANF_OK);
    static const char *const wanted[] = {"a is 12, -1, 12", "b is yes, 1, 99",
                                         "c is vielleicht, -1, 99", "d is , -1, 99"};
    size_t next = 0;
    for (size_t i = 0; i < messages.count && next < 4; i++)
        next += strcmp(messages.entries[i].message, wanted[next]) == 0;
    ck_assert_uint_eq(next, 4);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_BAD_OPTION_VALUE), 4);
    ck_assert_str_eq(messages.entries[messages.count - 1].message, "e is (null), -1, 99");
}
END_TEST

START_TEST(unknown_options)
{
    static const char *const given[] = {"hm=7", "a=3", NULL};
    ck_assert_int_eq(read_text("mock:\nask a\nemit Eins", given), ANF_OK);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_UNKNOWN_OPTION), 1);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_UNKNOWN_OPTION),
                     "the format mock has no option \"hm\"");
    log_clear(&messages);
    ck_assert_int_eq(read_text("mock:\nerror Ende\nreturn -4", given), ANF_ERR_SYNTAX);
    ck_assert_uint_eq(messages.count, 1);
}
END_TEST

/* --- arguments, and objects that die early --- */

static int
drop_all(struct anf_inquiry *inquiry, void *user)
{
    (void)inquiry;
    struct anf_source **source = user;
    *source = anf_source_unref(*source);
    return ANF_OK;
}

START_TEST(objects_are_held)
{
    static const char text[] = "mock:\nemit Eins\nemit Zwei\ntext";
    struct anf_source *source = anf_source_new_memory("x", text, sizeof text - 1);
    ck_assert_int_eq(anf_read(ctx, source, NULL, NULL, drop_all, &source), ANF_OK);
    ck_assert_ptr_null(source);
}
END_TEST

START_TEST(arguments)
{
    struct anf_source *source = anf_source_new_memory("x", "mock:\n", 6);
    struct anf_sink *sink = anf_sink_new_memory();
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    struct anf_page *got = NULL;
    ck_assert_int_eq(anf_read(NULL, source, NULL, NULL, take, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_read(ctx, NULL, NULL, NULL, take, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_read(ctx, source, NULL, NULL, NULL, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_read_one(ctx, source, NULL, NULL, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_read_one(ctx, NULL, NULL, NULL, &inquiry), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_read_page(ctx, source, NULL, NULL, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_read_page(NULL, source, NULL, NULL, &got), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_write(ctx, inquiry, NULL, NULL, sink), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_write(ctx, NULL, "mock", NULL, sink), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock", NULL, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_call_emit(NULL, NULL), ANF_ERR_ARGUMENT);
    ck_assert_ptr_null(anf_call_page(NULL));
    ck_assert_ptr_null(anf_call_option(NULL, "x"));
    ck_assert_uint_eq(anf_call_limit(NULL, ANF_LIMIT_DEPTH), 0);
    anf_call_report(NULL, 0, 0, NULL, 0, 0, "x");
    anf_inquiry_unref(inquiry);
    anf_sink_unref(sink);
    anf_source_unref(source);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("convert");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, emits);
    tcase_add_test(all, receiver_stops);
    tcase_add_test(all, incomplete);
    tcase_add_test(all, nothing);
    tcase_add_test(all, reported_failure);
    tcase_add_test(all, silent_failure);
    tcase_add_test(all, broken_plugins);
    tcase_add_test(all, member_and_line);
    tcase_add_test(all, page_becomes_inquiry);
    tcase_add_test(all, sha256);
    tcase_add_test(all, hostile_names);
    tcase_add_test(all, pages);
    tcase_add_test(all, no_page);
    tcase_add_test(all, one);
    tcase_add_test(all, options);
    tcase_add_test(all, unknown_options);
    tcase_add_test(all, objects_are_held);
    tcase_add_test(all, arguments);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
