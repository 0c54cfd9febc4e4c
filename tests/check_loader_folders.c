/* check_loader_folders.c: plugins are found and described, or refused for a reason that is told. */
#include "loading.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
make_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    ck_assert_ptr_nonnull(file);
    ck_assert_int_ge(fputs(text, file), 0);
    ck_assert_int_eq(fclose(file), 0);
}

static const char sound[] = "anfrage-plugin 1\nname probe\nversion 2\nabi 1\n"
                            "format probe\n label Probe\n reads yes\n magic 80 1 probe\n";

/* A description, beside a file that is no module. */
static void
describe(const char *text)
{
    log_clear(&messages);
    make_file(description, text);
    make_file(module, "no module");
    ck_assert_int_eq(anf_context_load_plugins(ctx, folder), ANF_OK);
}

START_TEST(no_module)
{
    describe(sound);
    ck_assert_uint_eq(messages.count, 0);
    ck_assert_int_eq(read_text("probe", NULL, NULL), ANF_ERR_PLUGIN);
    ck_assert_uint_eq(messages.count, 1);
    const char *message = log_message(&messages, ANF_CODE_PLUGIN_NOT_LOADED);
    ck_assert_ptr_nonnull(strstr(message, "the module cannot be loaded: "));
    ck_assert_ptr_nonnull(strstr(message, "anf-probe.so"));
}
END_TEST

START_TEST(missing_module)
{
    make_file(description, sound);
    ck_assert_int_eq(anf_context_load_plugins(ctx, folder), ANF_OK);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_PLUGIN_NOT_LOADED),
                     "not used: No such file or directory");
    ck_assert_str_eq(messages.entries[0].source, module);
    /* Who asks for the format learns why it is not there. */
    ck_assert_int_eq(read_text("probe", "probe", NULL), ANF_ERR_UNSUPPORTED);
    ck_assert_ptr_nonnull(
        strstr(log_message(&messages, ANF_CODE_UNKNOWN_FORMAT), "anf-probe.plugin"));
}
END_TEST

START_TEST(bad_descriptions)
{
    static const struct {
        const char *text;
        uint32_t line;
        const char *message;
    } cases[] = {
        {"", 0, "name, version, abi and a format must be there"},
        {"name probe\n", 1, "the file does not begin with \"anfrage-plugin 1\""},
        {"anfrage-plugin 2\nname probe\n", 2, "the file does not begin with \"anfrage-plugin 1\""},
        {"anfrage-plugin 1\nname Probe\n", 2,
         "the name \"Probe\" is not of lower-case letters, digits and underscores"},
        {"anfrage-plugin 1\nlabel X\n", 2, "\"label\" stands before any format"},
        {"anfrage-plugin 1\nformat a b\n", 2,
         "the format \"a b\" is not of lower-case letters, digits and dashes"},
        {"anfrage-plugin 1\nformat a\nreads perhaps\n", 3, "\"perhaps\" is neither yes nor no"},
        {"anfrage-plugin 1\nformat a\nmagic 101 1 x\n", 3,
         "the magic \"101 1 x\" is unsound: it does not begin with a score from 1 to 100"},
        {"anfrage-plugin 1\nformat a\nmagic 5 x\n", 3,
         "the magic \"5 x\" is unsound: it has no number of offsets from 1 to 4096"},
        {"anfrage-plugin 1\nformat a\nmagic 5 1 \\xg1\n", 3,
         "the magic \"5 1 \\xg1\" is unsound: its text has an escape that is not \\xNN, \\r, \\n "
         "or \\t"},
        {"anfrage-plugin 1\nformat a\noption wrap write 0..9 10 help\n", 3,
         "the option \"wrap write 0..9 10 help\" is unsound: its default is no value that it "
         "takes"},
        {"anfrage-plugin 1\nname probe\nversion 1\nabi 1\nformat a\n", 0,
         "the format a has no label"},
        {"anfrage-plugin 1\nname other\nversion 1\nabi 1\nformat a\nlabel A\n", 0,
         "the plugin is called other, and its file is not"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        describe(cases[i].text);
        ck_assert_uint_eq(messages.count, 1);
        ck_assert_uint_eq(messages.entries[0].code, ANF_CODE_PLUGIN_DESCRIPTION);
        ck_assert_str_eq(messages.entries[0].message, cases[i].message);
        ck_assert_uint_eq(messages.entries[0].line, cases[i].line);
        ck_assert_str_eq(messages.entries[0].source, description);
        ck_assert_ptr_null(anf_context_format(ctx, 0));
    }
}
END_TEST

START_TEST(options)
{
    describe("anfrage-plugin 1\nname probe\nversion 2\nabi 1\nformat a\n label A\n"
             " option wrap write 0..80 0 the column\n option plain both yes|no no no frills\n"
             "format b\n label B\n option none\nformat c\n label C\n");
    ck_assert_uint_eq(messages.count, 0);
    const struct anf_format_info *info = anf_context_find_format(ctx, "a");
    ck_assert_str_eq(info->options[0]->key, "wrap");
    ck_assert_uint_eq(info->options[0]->most, 80);
    ck_assert_str_eq(info->options[1]->help, "no frills");
    ck_assert_ptr_null(info->options[2]);
    ck_assert_ptr_null(anf_context_find_format(ctx, "b")->options[0]);
    ck_assert_ptr_null(anf_context_find_format(ctx, "c")->options);
}
END_TEST

START_TEST(described_abi)
{
    describe("anfrage-plugin 1\nname probe\nversion 1\nabi 12\nformat a\nlabel A\n");
    ck_assert_uint_eq(messages.count, 1);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_PLUGIN_WRONG_ABI),
                     "the plugin was built for plugin ABI 12; this library has 1");
}
END_TEST

START_TEST(future_description)
{
    describe("# comment\r\n\nanfrage-plugin 1\nname probe\nversion 2\nabi 1\nfuture key\n"
             "format probe\n\tlabel  Ein Format \r\n  colour red\n");
    ck_assert_uint_eq(messages.count, 0);
    ck_assert_str_eq(anf_context_find_format(ctx, "probe")->label, "Ein Format");
}
END_TEST

START_TEST(huge_description)
{
    static char text[70000];
    memset(text, '#', sizeof text - 1);
    describe(text);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_PLUGIN_DESCRIPTION),
                     "larger than a description can be");
}
END_TEST

static void
expect_unsafe(const char *path, mode_t mode)
{
    make_file(description, sound);
    make_file(module, "no module");
    ck_assert_int_eq(chmod(path, mode), 0);
    log_clear(&messages);
    ck_assert_int_eq(anf_context_load_plugins(ctx, folder), ANF_OK);
    ck_assert_uint_eq(messages.count, 1);
    ck_assert_uint_eq(messages.entries[0].code, ANF_CODE_PLUGIN_WRITABLE_BY_OTHERS);
    ck_assert_str_eq(messages.entries[0].source, path);
    ck_assert_ptr_null(anf_context_format(ctx, 0));
}

START_TEST(writable_by_others)
{
    expect_unsafe(description, 0646);
    chmod(description, 0644);
    expect_unsafe(module, 0664);
    chmod(module, 0644);
    expect_unsafe(folder, 0777);
    chmod(folder, 0700);
    log_clear(&messages);
    ck_assert_int_eq(anf_context_load_plugins(ctx, folder), ANF_OK);
    ck_assert_uint_eq(messages.count, 0);
    ck_assert_ptr_nonnull(anf_context_find_format(ctx, "probe"));
}
END_TEST

START_TEST(owned_by_others)
{
    if (geteuid() != 0)
        return; /* only root can give a file away */
    make_file(description, sound);
    make_file(module, "no module");
    ck_assert_int_eq(chown(module, 12345, 12345), 0);
    ck_assert_int_eq(anf_context_load_plugins(ctx, folder), ANF_OK);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_PLUGIN_WRITABLE_BY_OTHERS),
                     "not used: it belongs to another user");
}
END_TEST

START_TEST(paths)
{
    char path[3 * PATH_MAX];
    snprintf(path, sizeof path, ":/nirgends/hier::%s:", plugins);
    ck_assert_int_eq(anf_context_load_plugins(ctx, path), ANF_ERR_IO);
    ck_assert_ptr_nonnull(anf_context_find_format(ctx, "memo"));
    ck_assert_uint_eq(messages.count, 1);
    ck_assert_str_eq(log_message(&messages, ANF_CODE_PLUGIN_FOLDER),
                     "plugins cannot be searched for: No such file or directory");
    ck_assert_str_eq(messages.entries[0].source, "/nirgends/hier");
    log_clear(&messages);
    ck_assert_int_eq(read_text("\x7fnichts", NULL, NULL), ANF_ERR_UNSUPPORTED);
    ck_assert_ptr_nonnull(strstr(log_message(&messages, ANF_CODE_NO_BID), "/nirgends/hier, "));
}
END_TEST

START_TEST(never_the_working_directory)
{
    make_file(description, sound);
    make_file(module, "no module");
    ck_assert_int_eq(chdir(folder), 0);
    ck_assert_int_eq(anf_context_load_plugins(ctx, ""), ANF_OK);
    ck_assert_int_eq(anf_context_load_plugins(ctx, "::"), ANF_OK);
    ck_assert_int_eq(setenv("ANFRAGE_PLUGIN_PATH", ":", 1), 0);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
    ck_assert_ptr_null(anf_context_format(ctx, 0));
}
END_TEST

START_TEST(environment)
{
    ck_assert_int_eq(setenv("ANFRAGE_PLUGIN_PATH", plugins, 1), 0);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
    ck_assert_ptr_nonnull(anf_context_find_format(ctx, "memo"));
}
END_TEST

/* The library lies in BUILD/libanfrage, this program elsewhere in BUILD. */
START_TEST(build_folder)
{
    ck_assert_int_eq(unsetenv("ANFRAGE_PLUGIN_PATH"), 0);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
    ck_assert_ptr_null(anf_context_find_format(ctx, "memo"));
    ck_assert_ptr_nonnull(anf_context_find_format(ctx, "text"));
}
END_TEST

START_TEST(arguments)
{
    ck_assert_int_eq(anf_context_load_plugins(NULL, NULL), ANF_ERR_ARGUMENT);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("loader: folders");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, no_module);
    tcase_add_test(all, missing_module);
    tcase_add_test(all, bad_descriptions);
    tcase_add_test(all, options);
    tcase_add_test(all, described_abi);
    tcase_add_test(all, future_description);
    tcase_add_test(all, huge_description);
    tcase_add_test(all, writable_by_others);
    tcase_add_test(all, owned_by_others);
    tcase_add_test(all, paths);
    tcase_add_test(all, never_the_working_directory);
    tcase_add_test(all, environment);
    tcase_add_test(all, build_folder);
    tcase_add_test(all, arguments);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
