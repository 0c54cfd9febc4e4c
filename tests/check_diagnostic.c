/* check_diagnostic.c: messages are one safe line whatever they quote; words for every status. */
#include "diagnostic.h"

#include "log.h"
#include "support.h"

#include <errno.h>
#include <locale.h>
#include <string.h>

static struct anf_context *ctx;
static struct log messages;

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

/* What becomes of a text that a message quotes. */
static const char *
shown(const char *text)
{
    log_clear(&messages);
    anf__report(ctx, NULL, ANF_SEVERITY_NOTE, 7, "%s", text);
    ck_assert_uint_eq(messages.count, 1);
    return messages.entries[0].message;
}

START_TEST(fields)
{
    struct anf__place_of_report where = {
        .source = "a.html", .member = "m", .plugin = "html", .line = 3, .column = 9};
    anf__report(ctx, &where, ANF_SEVERITY_WARNING, 42, "the %s is %d", "number", 12);
    const struct log_entry *entry = log_find(&messages, 42);
    ck_assert_ptr_nonnull(entry);
    ck_assert_int_eq(entry->severity, ANF_SEVERITY_WARNING);
    ck_assert_uint_eq(entry->line, 3);
    ck_assert_str_eq(entry->source, "a.html");
    ck_assert_str_eq(entry->plugin, "html");
    ck_assert_str_eq(entry->message, "the number is 12");
}
END_TEST

START_TEST(escapes)
{
    ck_assert_str_eq(shown("Größe"), "Größe");
    ck_assert_str_eq(shown("a\x1b[31mb"), "a\\x1b[31mb");
    ck_assert_str_eq(shown("a\nb\tc\x7f"), "a\\x0ab\\x09c\\x7f");
    ck_assert_str_eq(shown("C1 \xc2\x9b"), "C1 \\u{009b}");
    ck_assert_str_eq(shown("bidi \xe2\x80\xae!"), "bidi \\u{202e}!");
    ck_assert_str_eq(shown("line \xe2\x80\xa8!"), "line \\u{2028}!");
    ck_assert_str_eq(shown("latin1 \xfc!"), "latin1 \\xfc!");
    ck_assert_str_eq(shown("cut \xe2\x80"), "cut \\xe2\\x80");
    ck_assert_str_eq(shown("\"\x89PNG\xbf\""), "\"\\x89PNG\\xbf\"");
}
END_TEST

START_TEST(long_messages)
{
    char text[5000];
    memset(text, 'a', sizeof text);
    text[sizeof text - 1] = '\0';
    const char *message = shown(text);
    ck_assert_uint_lt(strlen(message), 1024);
    ck_assert_str_eq(message + strlen(message) - strlen("…"), "…");
    /* A character is never cut. */
    for (size_t i = 0; i + 2 < sizeof text; i += 2)
        memcpy(text + i, "ü", 2);
    for (int shift = 0; shift < 2; shift++) {
        text[0] = 'a';
        message = shown(text + shift);
        ck_assert_ptr_null(strstr(message + 4, "\\x"));
    }
    /* The longest escapes fit. */
    memset(text, 1, sizeof text - 1);
    message = shown(text);
    ck_assert_uint_gt(strlen(message), 4000);
    ck_assert_str_eq(message + strlen(message) - strlen("…"), "…");
}
END_TEST

START_TEST(nobody_listens)
{
    anf_context_set_diagnostic_fn(ctx, NULL, NULL);
    anf__report(ctx, NULL, ANF_SEVERITY_ERROR, 1, "lost");
    ck_assert_uint_eq(messages.count, 0);
    anf_context_set_diagnostic_fn(NULL, log_diagnostic, NULL);
}
END_TEST

START_TEST(errno_is_english)
{
    setlocale(LC_ALL, "de_DE.UTF-8"); /* where it exists */
    ck_assert_str_eq(anf__errno_text(ENOENT), "No such file or directory");
    ck_assert_str_eq(anf__errno_text(123456), "unknown error");
}
END_TEST

START_TEST(every_status)
{
    for (int status = ANF_ERR_NO_INQUIRY - 2; status < 3; status++) {
        ck_assert_ptr_nonnull(anf_strerror(status));
        ck_assert_int_ne(*anf_strerror(status), 0);
    }
    ck_assert_str_eq(anf_strerror(ANF_ERR_NOMEM), "out of memory");
    ck_assert_str_eq(anf_strerror(1), anf_strerror(-1000));
    ck_assert_int_ne(strspn(anf_version(), "0123456789"), 0);
    anf_free(NULL);
}
END_TEST

START_TEST(limits)
{
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_INPUT_BYTES), 64u << 20);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_UNPACKED_BYTES), 256u << 20);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_DEPTH), 220);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_NODES), 5000000);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_ATTRIBUTES), 1024);
    ck_assert_uint_eq(anf_context_limit(ctx, 0), 0);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_PART_BYTES), 64u << 20);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_PARTS), 4096);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_ELEMENT_DEPTH), 256);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_SPACES), 10000);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_CELLS), 1000000);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_CELLS + 1), 0);
    ck_assert_uint_eq(anf_context_limit(NULL, ANF_LIMIT_DEPTH), 0);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_DEPTH, 221), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_ELEMENT_DEPTH, 257), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_DEPTH, 0), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_context_set_limit(ctx, -1, 5), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_DEPTH, 12), ANF_OK);
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_DEPTH), 12);
    for (int limit = ANF_LIMIT_INPUT_BYTES; limit <= ANF_LIMIT_CELLS; limit++)
        ck_assert_int_eq(anf_limit_from_name(anf_limit_name(limit)), limit);
    ck_assert_str_eq(anf_limit_name(ANF_LIMIT_INPUT_BYTES), "input-bytes");
    ck_assert_ptr_null(anf_limit_name(0));
    ck_assert_int_eq(anf_limit_from_name("bytes"), 0);
    ck_assert_int_eq(anf_limit_from_name(NULL), 0);
}
END_TEST

START_TEST(references)
{
    ck_assert_ptr_eq(anf_context_ref(ctx), ctx);
    ck_assert_ptr_null(anf_context_unref(ctx));
    ck_assert_uint_eq(anf_context_limit(ctx, ANF_LIMIT_DEPTH), 220);
    ck_assert_ptr_null(anf_context_ref(NULL));
    ck_assert_ptr_null(anf_context_unref(NULL));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("diagnostic");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, fields);
    tcase_add_test(all, escapes);
    tcase_add_test(all, long_messages);
    tcase_add_test(all, nobody_listens);
    tcase_add_test(all, errno_is_english);
    tcase_add_test(all, every_status);
    tcase_add_test(all, limits);
    tcase_add_test(all, references);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
