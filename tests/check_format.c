/* check_format.c: the registry of formats, and which of them reads. */
#include "bid.h"
#include "context.h"

#include "log.h"
#include "plugins/mock.h"
#include "support.h"

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
    ck_assert_int_eq(anf__registry_add_constant(ctx, &anf_plugin_mock), ANF_OK);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

static int
ignore(struct anf_inquiry *inquiry, void *user)
{
    (void)inquiry;
    (void)user;
    return ANF_OK;
}

static int
read_as(const char *name, const char *id, const char *text)
{
    log_clear(&messages);
    struct anf_source *source = anf_source_new_memory(name, text, strlen(text));
    int status = anf_read(ctx, source, id, NULL, ignore, NULL);
    anf_source_unref(source);
    return status;
}

START_TEST(formats)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(read_as("x", "fehlt", "mock:\n"), ANF_ERR_UNSUPPORTED);
    ck_assert_ptr_nonnull(strstr(log_message(&messages, ANF_CODE_UNKNOWN_FORMAT),
                                 "no plugin has the format \"fehlt\"; known formats:"));
    ck_assert_int_eq(read_as("x", "mock-many", "mock:\n"), ANF_ERR_UNSUPPORTED);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_FORMAT_CANNOT_READ), 1);
    ck_assert_int_eq(anf_write(ctx, inquiry, "mock-blind", NULL, sink), ANF_ERR_UNSUPPORTED);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_FORMAT_CANNOT_WRITE), 1);
    ck_assert_int_eq(anf_write(ctx, inquiry, "fehlt", NULL, sink), ANF_ERR_UNSUPPORTED);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_UNKNOWN_FORMAT), 1);
    /* A format that is given is obeyed. */
    ck_assert_int_eq(read_as("x", "mock", "%PDF-\nemit Eins"), ANF_OK);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
}
END_TEST

START_TEST(info)
{
    const struct anf_format_info *mock = anf_context_find_format(ctx, "mock");
    ck_assert_ptr_nonnull(mock);
    ck_assert_str_eq(mock->plugin, "mock");
    ck_assert_str_eq(mock->version, "1.2.3");
    ck_assert_str_eq(mock->extensions[0], "mock");
    ck_assert_ptr_null(mock->path);
    ck_assert(mock->reads && mock->writes && !mock->many);
    const struct anf_format_info *many = anf_context_find_format(ctx, "mock-many");
    ck_assert(!many->reads && many->writes && many->many);
    ck_assert_ptr_null(many->extensions[0]);
    ck_assert_ptr_null(many->media_types[0]);
    const struct anf_format_info *format;
    const char *before = "";
    for (size_t i = 0; (format = anf_context_format(ctx, i)); i++) {
        ck_assert_int_lt(strcmp(before, format->id), 0);
        before = format->id;
    }
    ck_assert_ptr_null(anf_context_find_format(ctx, "fehlt"));
    ck_assert_ptr_null(anf_context_find_format(ctx, NULL));
    ck_assert_ptr_null(anf_context_find_format(NULL, "mock"));
    ck_assert_ptr_null(anf_context_format(NULL, 0));
}
END_TEST

START_TEST(claimed_twice)
{
    ck_assert_int_eq(anf__registry_add_constant(ctx, &anf_plugin_mock), ANF_OK);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_FORMAT_CLAIMED_TWICE), 3);
    ck_assert_int_eq(read_as("x", "mock", "mock:\nemit Eins"), ANF_OK);
}
END_TEST

/* --- bids --- */

static int
bid_on(const char *data, size_t len, const char *magic)
{
    struct anf__head head;
    anf__head_init(&head, (const unsigned char *)data, len);
    return anf__bid_by_magic(&head, magic);
}

static int
bid(const char *text, const char *magic)
{
    return bid_on(text, strlen(text), magic);
}

START_TEST(magic)
{
    ck_assert_int_eq(bid("<HTML lang=de>", "70 1024 <html"), 70);
    ck_assert_int_eq(bid("   <html>", "70 3 <html"), 0);
    ck_assert_int_eq(bid("  <html>", "70 3 <html"), 70);
    ck_assert_int_eq(bid("<htm", "70 3 <html"), 0);
    ck_assert_int_eq(bid("x", "10 1"), 10);
    ck_assert_int_eq(bid("x", "10 1 "), 10);
    ck_assert_int_eq(bid("PK\x03\x04", "100 1 PK\\x03\\X04"), 0);
    ck_assert_int_eq(bid("PK\x03\x04", "100 1 PK\\x03\\x04"), 100);
    ck_assert_int_eq(bid("a\\b", "100 1 A\\x5cB"), 100);
    ck_assert_int_eq(bid("a b", "100 1 a b"), 100);
    ck_assert_int_eq(bid_on("<\0h\0t\0m\0l\0", 10, "70 1024 <html"), 70);
    ck_assert_int_eq(bid_on("\xff\xfe<\0h\0t\0m\0l\0", 12, "70 1024 <html"), 70);
}
END_TEST

START_TEST(unsound_magic)
{
    static const char *const lines[] = {"",         "x",         "0 1 x",      "101 1 x",
                                        "50",       "50 0 x",    "50 4097 x",  "50 1 \\",
                                        "50 1 \\x", "50 1 \\x4", "50 1 \\xg0", "50 1 \\q"};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        ck_assert_msg(anf__fault_of_magic(lines[i]) != NULL, "%s", lines[i]);
        ck_assert_int_eq(bid("x", lines[i]), 0);
    }
    char text[200];
    memset(text, 'a', sizeof text);
    memcpy(text, "50 1 ", 5);
    text[5 + 128] = '\0';
    ck_assert_ptr_null(anf__fault_of_magic(text));
    text[5 + 128] = 'a';
    text[5 + 129] = '\0';
    ck_assert_ptr_nonnull(anf__fault_of_magic(text));
}
END_TEST

/* Formats that only bid. */

static int
read_nothing(struct anf_call *call, struct anf_source *source)
{
    (void)call;
    (void)source;
    return ANF_OK;
}

static int
probe_x(const unsigned char *head, size_t len)
{
    ck_assert_uint_le(len, 4096);
    return len && head[0] == 'x' ? 1000 : -5;
}

static const char *const b_magic[] = {"20 1 b", "60 1 bb", NULL};
static const char *const b_extensions[] = {"b", "tar.b", NULL};
static const char *const c_magic[] = {"30 1 c", "60 1 bb", "90 1 PK\\x03\\x04", NULL};
static const char *const c_extensions[] = {"c", NULL};

static const struct anf_format b_format = {ANF_FORMAT_INIT,  .id = "b",
                                           .label = "B",     .extensions = b_extensions,
                                           .magic = b_magic, .read = read_nothing};
static const struct anf_format c_format = {ANF_FORMAT_INIT,  .id = "c",
                                           .label = "C",     .extensions = c_extensions,
                                           .magic = c_magic, .read = read_nothing};
static const struct anf_format x_format = {ANF_FORMAT_INIT, .id = "x", .label = "X",
                                           .probe = probe_x, .read = read_nothing};
static const struct anf_format *const bidders_formats[] = {&x_format, &c_format, &b_format, NULL};
static const struct anf_plugin bidders = {ANF_PLUGIN_ABI, sizeof bidders, "bidders", "1",
                                          bidders_formats};

/* The id of the best bid; NULL: none, or a foreign format. The linked-in formats are not asked. */
static const char *
best(const char *name, const char *text)
{
    struct anf__format *format = NULL;
    log_clear(&messages);
    struct anf_context *bare = anf_context_new();
    anf_context_set_diagnostic_fn(bare, log_diagnostic, &messages);
    anf__registry_clear(&bare->registry);
    bare->registry = (struct anf__registry){0};
    ck_assert_int_eq(anf__registry_add_constant(bare, &bidders), ANF_OK);
    int status = anf__choose_format(bare, name, (const unsigned char *)text, strlen(text), &format);
    const char *id = status == ANF_OK ? format->code.id : NULL;
    ck_assert_int_eq(status == ANF_OK, messages.count == 0);
    anf_context_unref(bare);
    return id;
}

START_TEST(best_bid)
{
    ck_assert_str_eq(best("-", "b"), "b");
    ck_assert_str_eq(best("-", "bb"), "b");   /* 60 each: the first id */
    ck_assert_str_eq(best("x.c", "b"), "c");  /* 30 by the name, 20 by the bytes */
    ck_assert_str_eq(best("x.C", "zz"), "c"); /* the name alone */
    ck_assert_str_eq(best("x.b", "c"), "c");  /* 30 each: bytes count more */
    ck_assert_str_eq(best("x.tar.b", "zz"), "b");
    ck_assert_str_eq(best("x.b", "x"), "x"); /* the probe, at most 100 */
    ck_assert_ptr_null(best("c", "zz"));     /* no extension */
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_NO_BID), 1);
}
END_TEST

START_TEST(bid_of_a_format)
{
    ck_assert_int_eq(anf__registry_add_constant(ctx, &bidders), ANF_OK);
    ck_assert_int_eq(anf_context_bid(ctx, "b", NULL, "bb", 2), 60);
    ck_assert_int_eq(anf_context_bid(ctx, "b", "x.b", "zz", 2), 30);
    ck_assert_int_eq(anf_context_bid(ctx, "b", "x.c", "zz", 2), 0);
    ck_assert_int_eq(anf_context_bid(ctx, "b", "x.b", NULL, 0), 30);
    ck_assert_int_eq(anf_context_bid(ctx, "x", NULL, "x", 1), 100); /* the probe's 1000 */
    ck_assert_int_eq(anf_context_bid(ctx, "x", NULL, "y", 1), 0);   /* and its -5 */
    ck_assert_int_eq(anf_context_bid(ctx, "mock-many", "x.mock", "mock:", 5), 0);
    ck_assert_int_eq(anf_context_bid(ctx, "nobody", NULL, "bb", 2), ANF_ERR_UNSUPPORTED);
    ck_assert_int_eq(anf_context_bid(ctx, "b", NULL, NULL, 2), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_context_bid(ctx, NULL, NULL, "bb", 2), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_context_bid(NULL, "b", NULL, "bb", 2), ANF_ERR_ARGUMENT);
    ck_assert_uint_eq(messages.count, 0);
}
END_TEST

START_TEST(foreign)
{
    ck_assert_ptr_null(best("seite.b", "%PDF-1.4 bb"));
    ck_assert_str_eq(log_message(&messages, ANF_CODE_FOREIGN_FORMAT),
                     "this is a PDF document, which no plugin reads");
    ck_assert_ptr_null(best("seite.b", "MIME-Version: 1.0\n<html>"));
    ck_assert_ptr_null(best("seite.b", "\x1f\x8b\x08"));
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_FOREIGN_FORMAT), 1);
    /* A format that is packed in a ZIP archive bids more than the archive. */
    ck_assert_str_eq(best("-", "PK\x03\x04"), "c");
    /* Only at the beginning. */
    ck_assert_str_eq(best("seite.b", "b %PDF-1.4"), "b");
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("format");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, formats);
    tcase_add_test(all, info);
    tcase_add_test(all, claimed_twice);
    tcase_add_test(all, magic);
    tcase_add_test(all, unsound_magic);
    tcase_add_test(all, best_bid);
    tcase_add_test(all, bid_of_a_format);
    tcase_add_test(all, foreign);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
