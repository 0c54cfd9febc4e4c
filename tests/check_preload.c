/* check_preload.c: what is preloaded is not opened later. */
#include "log.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

static struct anf_context *ctx;
static struct log messages;
static const char *to = "odt"; /* which uses akn */

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

static int
take(struct anf_inquiry *inquiry, void *user)
{
    struct anf_sink *sink = anf_sink_new_memory();
    int status = anf_write(ctx, inquiry, to, NULL, sink);
    anf_sink_unref(sink);
    ++*(unsigned *)user;
    return status;
}

/* Without descriptors no file can be opened. Open them again before the test ends: a sanitizer
 * looks around then. */
static void
shut_files(int shut)
{
    struct rlimit limit;
    ck_assert_int_eq(getrlimit(RLIMIT_NOFILE, &limit), 0);
    limit.rlim_cur = shut ? 0 : limit.rlim_max;
    ck_assert_int_eq(setrlimit(RLIMIT_NOFILE, &limit), 0);
}

static unsigned
count_inquiries(const char *page, size_t len, const char *charset)
{
    unsigned count = 0;
    struct anf_source *source = anf_source_new_memory("seite.html", page, len);
    ck_assert_int_eq(anf_source_set_charset(source, charset), ANF_OK);
    ck_assert_int_eq(anf_read(ctx, source, "html", NULL, take, &count), ANF_OK);
    anf_source_unref(source);
    return count;
}

#define PAGE                                                                                       \
    "<!DOCTYPE html><h1>Kleine Anfrage</h1><p>der Abgeordneten Henrike Sandmann (SPD)</p>"         \
    "<p>Stra\xdf"                                                                                  \
    "en</p><p>Wir fragen die Landesregierung:</p><ol><li>Wie viele Stra\xdf"                       \
    "en?</li></ol>"

START_TEST(everything)
{
    ck_assert_int_eq(anf_context_preload(ctx, NULL), ANF_OK);
    ck_assert_int_eq(anf_context_preload(ctx, NULL), ANF_OK);
    shut_files(1);
    ck_assert_uint_eq(count_inquiries(PAGE, strlen(PAGE), "iso-8859-15"), 1);
    ck_assert_uint_eq(count_inquiries(PAGE, strlen(PAGE), "iso-8859-2"), 1);
    shut_files(0);
}
END_TEST

START_TEST(one_format)
{
    ck_assert_int_eq(anf_context_preload(ctx, "html"), ANF_OK);
    ck_assert_int_eq(anf_context_preload(ctx, "json"), ANF_OK);
    to = "json";
    shut_files(1);
    ck_assert_uint_eq(count_inquiries(PAGE, strlen(PAGE), "iso-8859-15"), 1);
    shut_files(0);
}
END_TEST

START_TEST(nothing_to_load)
{
    ck_assert_int_eq(anf_context_preload(NULL, NULL), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_context_preload(ctx, "no-such-format"), ANF_ERR_UNSUPPORTED);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("preload");
    TCase *all = tcase_create("preload");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, everything);
    tcase_add_test(all, one_format);
    tcase_add_test(all, nothing_to_load);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
