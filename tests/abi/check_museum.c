/* check_museum.c: plugins of other headers than today's load, or are refused with the right words.
 * Its argument is the folder that they stand in. */
#include "../log.h"
#include "../support.h"

#include <string.h>

static const char *museum;
static struct anf_context *ctx;
static struct log messages;

#define BROKEN "the plugin's constant is broken: "

/* All others work. */
static const struct {
    const char *plugin;
    uint32_t code;
    const char *message;
} refused[] = {
    {"abi_0", ANF_CODE_PLUGIN_WRONG_ABI,
     "the plugin was built for plugin ABI 0; this library has 1"},
    {"abi_2", ANF_CODE_PLUGIN_WRONG_ABI,
     "the plugin was built for plugin ABI 2; this library has 1"},
    {"format_size_0", ANF_CODE_PLUGIN_BROKE_CONTRACT,
     BROKEN "a format is smaller than the first version of its struct"},
    {"format_size_short", ANF_CODE_PLUGIN_BROKE_CONTRACT,
     BROKEN "a format is smaller than the first version of its struct"},
    {"format_size_half", ANF_CODE_PLUGIN_BROKE_CONTRACT,
     BROKEN "the size of a format is no struct's"},
    {"format_size_huge", ANF_CODE_PLUGIN_BROKE_CONTRACT,
     BROKEN "the size of a format is no struct's"},
    {"plugin_size_0", ANF_CODE_PLUGIN_BROKE_CONTRACT,
     BROKEN "it is smaller than the first version of its struct"},
    {"plugin_size_short", ANF_CODE_PLUGIN_BROKE_CONTRACT,
     BROKEN "it is smaller than the first version of its struct"},
    {"plugin_size_half", ANF_CODE_PLUGIN_BROKE_CONTRACT,
     BROKEN "it is smaller than the first version of its struct"},
    {"plugin_size_huge", ANF_CODE_PLUGIN_BROKE_CONTRACT, BROKEN "its size is no struct's"},
    {"hole_described", ANF_CODE_PLUGIN_SAYS_OTHERWISE,
     "the module and its description differ in: number of formats"},
    {"no_format", ANF_CODE_PLUGIN_BROKE_CONTRACT, BROKEN "its list of formats is empty"},
    {"no_id", ANF_CODE_PLUGIN_BROKE_CONTRACT,
     BROKEN "a format has no id of lower-case letters, digits and dashes"},
    {"no_label", ANF_CODE_PLUGIN_BROKE_CONTRACT, BROKEN "a format has no label"},
    {"no_name", ANF_CODE_PLUGIN_BROKE_CONTRACT,
     BROKEN "it has no name of lower-case letters, digits and underscores"},
    {"no_version", ANF_CODE_PLUGIN_BROKE_CONTRACT, BROKEN "it has no version or no formats"},
    /* Their headers had no read, and what stands in its place is not taken for it. */
    {"older_extensions", ANF_CODE_PLUGIN_SAYS_OTHERWISE,
     "the module and its description differ in: reads"},
    {"older_media_types", ANF_CODE_PLUGIN_SAYS_OTHERWISE,
     "the module and its description differ in: reads"},
    {"older_magic", ANF_CODE_PLUGIN_SAYS_OTHERWISE,
     "the module and its description differ in: reads"},
    {"older_probe", ANF_CODE_PLUGIN_SAYS_OTHERWISE,
     "the module and its description differ in: reads"},
    {"older_read", ANF_CODE_PLUGIN_SAYS_OTHERWISE,
     "the module and its description differ in: reads"},
};
enum { REFUSED = sizeof refused / sizeof *refused };

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
    ck_assert_int_eq(anf_context_load_plugins(ctx, museum), ANF_OK);
    ck_assert_uint_eq(messages.count, 0);
}

static void
tear_down(void)
{
    anf_context_unref(ctx);
}

static size_t
find_refused(const char *plugin)
{
    size_t i = 0;
    while (i < REFUSED && strcmp(refused[i].plugin, plugin) != 0)
        i++;
    return i;
}

static int
count_inquiry(struct anf_inquiry *inquiry, void *user)
{
    (void)inquiry;
    ++*(int *)user;
    return ANF_OK;
}

static int
read_with(const char *format, int *count)
{
    struct anf_source *source = anf_source_new_memory("source", "x", 1);
    int status = anf_read(ctx, source, format, NULL, count_inquiry, count);
    anf_source_unref(source);
    return status;
}

static void
expect_written(const char *format)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(ctx);
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(anf_write(ctx, inquiry, format, NULL, sink), ANF_OK);
    char *output = anf_sink_steal(sink, NULL);
    ck_assert_str_eq(output, "written\n");
    anf_free(output);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
}

START_TEST(others_work)
{
    const struct anf_format_info *info;
    int working = 0;
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++) {
        int count = 0;
        if (find_refused(info->plugin) < REFUSED)
            continue;
        ck_assert_msg(read_with(info->id, &count) == ANF_OK && count == 1, "%s", info->id);
        if (info->writes)
            expect_written(info->id);
        working++;
    }
    ck_assert_uint_eq(messages.count, 0);
    ck_assert_int_ge(working, 4);
    ck_assert_uint_eq(anf_context_find_format(ctx, "older-write")->writes, 0);
    ck_assert_uint_eq(anf_context_find_format(ctx, "newer-format")->writes, 1);
    ck_assert_ptr_nonnull(anf_context_find_format(ctx, "newer-plugin"));
    ck_assert_ptr_nonnull(anf_context_find_format(ctx, "hole"));
}
END_TEST

static const char *
format_of(const char *plugin)
{
    const struct anf_format_info *info;
    for (size_t i = 0; (info = anf_context_format(ctx, i)); i++)
        if (strcmp(info->plugin, plugin) == 0)
            return info->id;
    ck_abort_msg("the museum has no plugin %s", plugin);
}

START_TEST(are_refused)
{
    int count = 0;
    ck_assert_int_eq(read_with(format_of(refused[_i].plugin), &count), ANF_ERR_PLUGIN);
    ck_assert_int_eq(count, 0);
    ck_assert_uint_eq(messages.count, 1);
    ck_assert_str_eq(messages.entries[0].message, refused[_i].message);
    ck_assert_uint_eq(messages.entries[0].code, refused[_i].code);
    ck_assert_int_eq(messages.entries[0].severity, ANF_SEVERITY_ERROR);
    ck_assert_ptr_nonnull(strstr(messages.entries[0].source, refused[_i].plugin));
}
END_TEST

int
main(int argc, char **argv)
{
    museum = argc > 1 ? argv[1] : ".";
    Suite *suite = suite_create("museum");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, others_work);
    tcase_add_loop_test(all, are_refused, 0, REFUSED);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
