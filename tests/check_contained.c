/* check_contained.c: how far a plugin that errs is contained, sentence by sentence of plugin.h. */
#include "context.h"

#include "log.h"
#include "support.h"

#include <anfrage/plugin.h>

#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static struct anf_context *ctx;
static struct log messages;

/* --- plugins that do one thing wrong --- */

static int
read_no_status(struct anf_call *call, struct anf_source *source)
{
    (void)call;
    (void)source;
    return 7;
}

static int
read_silently(struct anf_call *call, struct anf_source *source)
{
    (void)call;
    (void)source;
    return ANF_ERR_SYNTAX;
}

static int
add_block(struct anf_call *call, const char *text)
{
    struct anf_page *page = anf_call_page(call);
    int status = anf_page_open_block(page, ANF_BLOCK_PARAGRAPH, 0, 0, 1, 1);
    if (status == ANF_OK)
        status = anf_page_add_text(page, text, strlen(text));
    return status == ANF_OK ? anf_page_close_block(page) : status;
}

static int
read_both(struct anf_call *call, struct anf_source *source)
{
    struct anf_inquiry *inquiry;
    (void)source;
    int status = anf_call_new_inquiry(call, &inquiry);
    if (status == ANF_OK)
        status = anf_call_emit(call, inquiry);
    return status == ANF_OK ? add_block(call, "Kleine Anfrage") : status;
}

/* Goes on whatever the library says. */
static int
read_ungrammatical(struct anf_call *call, struct anf_source *source)
{
    struct anf_inquiry *inquiry;
    struct anf_node *list;
    (void)source;
    ck_assert_int_eq(anf_call_new_inquiry(call, &inquiry), ANF_OK);
    struct anf_node *root = anf_inquiry_root(inquiry);
    ck_assert_int_eq(anf_node_add(root, ANF_NODE_CELL, NULL), ANF_ERR_MODEL);
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_TITLE, "\xC3("), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf_inquiry_set(inquiry, ANF_FIELD_ASKED, "2023-02-30"), ANF_ERR_MODEL);
    ck_assert_int_eq(anf_node_add(root, ANF_NODE_LIST, &list), ANF_OK); /* without an item */
    int ignored = anf_call_emit(call, inquiry);
    return ignored * 0;
}

static int
read_bad_text(struct anf_call *call, struct anf_source *source)
{
    (void)source;
    return add_block(call, "Kleine\x01 \xC3( Anfrage");
}

static int
read_deep(struct anf_call *call, struct anf_source *source)
{
    struct anf_page *page = anf_call_page(call);
    int status = ANF_OK;
    (void)source;
    while (status == ANF_OK)
        status = anf_page_open_place(page, ANF_PLACE_GROUP, 0);
    return status;
}

static int
read_without_end(struct anf_call *call, struct anf_source *source)
{
    int status = ANF_OK;
    (void)source;
    while (status == ANF_OK)
        status = add_block(call, "Kleine Anfrage");
    return status;
}

static int
read_and_shout(struct anf_call *call, struct anf_source *source)
{
    (void)source;
    anf_call_report(call, ANF_SEVERITY_ERROR, 0, NULL, 0, 0, "red \033[31m and \xC3 bytes");
    return ANF_ERR_SYNTAX;
}

static int
read_and_crash(struct anf_call *call, struct anf_source *source)
{
    (void)call;
    (void)source;
    return raise(SIGSEGV);
}

static int
read_and_exit(struct anf_call *call, struct anf_source *source)
{
    (void)call;
    (void)source;
    _exit(3);
}

static int
write_half(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    (void)inquiry;
    int status = anf_sink_puts(sink, "half an inquiry");
    if (status != ANF_OK)
        return status;
    anf_call_report(call, ANF_SEVERITY_ERROR, 0, NULL, 0, 0, "no more");
    return ANF_ERR_UNSUPPORTED;
}

static int
bid_wildly(const unsigned char *head, size_t len)
{
    return len && *head == '+' ? 1000000 : -1000000;
}

#define FORMAT(name, member, function)                                                             \
    static const struct anf_format name = {ANF_FORMAT_INIT, .id = #name, .label = "A format",      \
                                           .member = (function)}
FORMAT(nostatus, read, read_no_status);
FORMAT(silent, read, read_silently);
FORMAT(both, read, read_both);
FORMAT(ungrammatical, read, read_ungrammatical);
FORMAT(badtext, read, read_bad_text);
FORMAT(deep, read, read_deep);
FORMAT(endless, read, read_without_end);
FORMAT(shouting, read, read_and_shout);
FORMAT(crashing, read, read_and_crash);
FORMAT(exiting, read, read_and_exit);
FORMAT(half, write, write_half);
static const struct anf_format wild = {ANF_FORMAT_INIT, .id = "wild", .label = "A format",
                                       .probe = bid_wildly, .read = read_silently};

static const struct anf_format *const formats[] = {
    &nostatus, &silent,   &both,    &ungrammatical, &badtext, &deep, &endless,
    &shouting, &crashing, &exiting, &half,          &wild,    NULL};
static const struct anf_plugin erring = {ANF_PLUGIN_ABI, sizeof erring, "erring", "1", formats};

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf__registry_add_constant(ctx, &erring), ANF_OK);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

static int
drop(struct anf_inquiry *inquiry, void *user)
{
    (void)inquiry;
    (void)user;
    return ANF_OK;
}

static int
read_as(const char *format)
{
    struct anf_source *source = anf_source_new_memory("x", "x", 1);
    int status = anf_read(ctx, source, format, NULL, drop, NULL);
    anf_source_unref(source);
    return status;
}

/* --- what the library itself sees --- */

START_TEST(statuses)
{
    ck_assert_int_eq(read_as("nostatus"), ANF_ERR_PLUGIN);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_PLUGIN_BROKE_CONTRACT),
                     "the plugin returned 7, which is no status");
    ck_assert_str_eq(messages.entries[0].plugin, "erring");
}
END_TEST

START_TEST(failures_without_a_report)
{
    ck_assert_int_eq(read_as("silent"), ANF_ERR_SYNTAX);
    ck_assert_ptr_nonnull(log_find(&messages, ANF_CODE_PLUGIN_BROKE_CONTRACT));
    ck_assert_str_eq(messages.entries[0].plugin, "erring");
}
END_TEST

START_TEST(page_and_inquiries)
{
    ck_assert_int_eq(read_as("both"), ANF_ERR_PLUGIN);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_PLUGIN_BROKE_CONTRACT),
                     "the plugin gave both inquiries and a page");
}
END_TEST

START_TEST(content)
{
    ck_assert_int_eq(read_as("ungrammatical"), ANF_ERR_MODEL);
    ck_assert_ptr_nonnull(log_find(&messages, ANF_CODE_INCOMPLETE_CONTENT));
}
END_TEST

START_TEST(text)
{
    struct anf_page *page = NULL;
    struct anf_source *source = anf_source_new_memory("x", "x", 1);
    ck_assert_int_eq(anf_read_page(ctx, source, "badtext", NULL, &page), ANF_OK);
    ck_assert_str_eq(anf_page_block(page, 0)->text, "Kleine\uFFFD \uFFFD( Anfrage");
    anf_page_unref(page);
    anf_source_unref(source);
}
END_TEST

START_TEST(limits)
{
    ck_assert_int_eq(anf_context_set_limit(ctx, ANF_LIMIT_NODES, 1000), ANF_OK);
    ck_assert_int_eq(read_as("deep"), ANF_ERR_LIMIT);
    ck_assert_int_eq(read_as("endless"), ANF_ERR_LIMIT);
}
END_TEST

START_TEST(bids)
{
    ck_assert_int_eq(anf_context_bid(ctx, "wild", NULL, "+", 1), 100);
    ck_assert_int_eq(anf_context_bid(ctx, "wild", NULL, "-", 1), 0);
}
END_TEST

START_TEST(messages_for_a_terminal)
{
    ck_assert_int_eq(read_as("shouting"), ANF_ERR_SYNTAX);
    ck_assert_ptr_null(strchr(messages.entries[0].message, '\033'));
}
END_TEST

START_TEST(half_an_output)
{
    struct anf_sink *sink = anf_sink_new_memory();
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    ck_assert_int_eq(anf_write(ctx, inquiry, "half", NULL, sink), ANF_ERR_UNSUPPORTED);
    ck_assert_int_eq(anf_sink_commit(sink, ctx), ANF_OK);
    char *data = anf_sink_steal(sink, NULL);
    ck_assert_str_eq(data, "");
    anf_free(data);
    anf_inquiry_unref(inquiry);
    anf_sink_unref(sink);
}
END_TEST

/* --- what only another process sees --- */

static int
end_of_process(const char *format)
{
    int status = 0;
    pid_t child = fork();
    if (child == 0) {
        signal(SIGSEGV, SIG_DFL); /* a sanitizer has a handler */
        int ignored = read_as(format);
        _exit(ignored == ANF_OK ? 0 : 1);
    }
    ck_assert_int_gt(child, 0);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    return status;
}

START_TEST(crash)
{
    int status = end_of_process("crashing");
    ck_assert(WIFSIGNALED(status));
    ck_assert_int_eq(WTERMSIG(status), SIGSEGV);
}
END_TEST

START_TEST(exit_of_the_process)
{
    int status = end_of_process("exiting");
    ck_assert(WIFEXITED(status));
    ck_assert_int_eq(WEXITSTATUS(status), 3);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("contained");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, statuses);
    tcase_add_test(all, failures_without_a_report);
    tcase_add_test(all, page_and_inquiries);
    tcase_add_test(all, content);
    tcase_add_test(all, text);
    tcase_add_test(all, limits);
    tcase_add_test(all, bids);
    tcase_add_test(all, messages_for_a_terminal);
    tcase_add_test(all, half_an_output);
    tcase_add_test(all, crash);
    tcase_add_test(all, exit_of_the_process);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
