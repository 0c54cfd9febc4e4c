/* check_format_option.c: what plugins say of their options, in a constant or in a description. */
#include "context.h"
#include "format-option.h"

#include "log.h"
#include "support.h"

#include <stdio.h>
#include <string.h>

static struct anf_context *ctx;
static struct anf__arena arena;
static struct log messages;

static void
set_up(void)
{
    log_clear(&messages);
    arena = (struct anf__arena){0};
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
}

static void
tear_down(void)
{
    anf__arena_clear(&arena);
    anf_context_unref(ctx);
}

/* --- lines of a description --- */

static void
describe(anf__option_list *list, const char *line)
{
    const char *fault;
    ck_assert_int_eq(anf__options_describe(&arena, list, line, &fault), ANF_OK);
    ck_assert_msg(!fault, "%s: %s", line, fault);
}

START_TEST(described)
{
    anf__option_list list = NULL;
    describe(&list, "none");
    ck_assert_ptr_nonnull(list);
    ck_assert_ptr_null(list[0]);
    describe(&list, "pretty write yes|no no one member a line, for people");
    describe(&list, "wrap\tboth  0..1000 72 the column");
    describe(&list, "style read plain|rich|very-rich - how it looks");
    describe(&list, "date write DATE - the day");
    describe(&list, "none write yes|no yes an option of that name");

    ck_assert_str_eq(list[0]->key, "pretty");
    ck_assert_uint_eq(list[0]->size, sizeof(struct anf_format_option));
    ck_assert_uint_eq(list[0]->flags, ANF_OPTION_WRITES);
    ck_assert_uint_eq(list[0]->type, ANF_OPTION_FLAG);
    ck_assert_str_eq(list[0]->otherwise, "no");
    ck_assert_str_eq(list[0]->help, "one member a line, for people");
    ck_assert_uint_eq(list[1]->flags, ANF_OPTION_READS | ANF_OPTION_WRITES);
    ck_assert_uint_eq(list[1]->type, ANF_OPTION_NUMBER);
    ck_assert_uint_eq(list[1]->least, 0);
    ck_assert_uint_eq(list[1]->most, 1000);
    ck_assert_uint_eq(list[2]->flags, ANF_OPTION_READS);
    ck_assert_uint_eq(list[2]->type, ANF_OPTION_CHOICE);
    ck_assert_str_eq(list[2]->choices[1], "rich");
    ck_assert_str_eq(list[2]->choices[2], "very-rich");
    ck_assert_ptr_null(list[2]->choices[3]);
    ck_assert_ptr_null(list[2]->otherwise);
    ck_assert_uint_eq(list[3]->type, ANF_OPTION_TEXT);
    ck_assert_str_eq(list[4]->key, "none");
    ck_assert_ptr_null(list[5]);
}
END_TEST

START_TEST(unsound_lines)
{
    static const struct {
        const char *line;
        const char *fault;
    } cases[] = {
        {"", "its key is not of lower-case letters, digits and dashes"},
        {"Wrap read yes|no no help", "its key is not of lower-case letters, digits and dashes"},
        {"wrap", "it belongs neither to reading nor to writing"},
        {"wrap sometimes yes|no no help", "it belongs neither to reading nor to writing"},
        {"wrap read 9..8 8 help", "its least number is greater than the most"},
        {"wrap read 1..8 9 help", "its default is no value that it takes"},
        {"wrap read 1..8 x help", "its default is no value that it takes"},
        {"wrap read yes|no perhaps help", "its default is no value that it takes"},
        {"wrap read a|b c help", "its default is no value that it takes"},
        {"wrap read a||b a help", "a choice is no word"},
        {"wrap read a| a help", "a choice is no word"},
        {"wrap read TEXT a", "it does not say in one line what it does"},
        {"wrap read TEXT a \xff", "it does not say in one line what it does"},
        {"first read TEXT - help", "another option has its key"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        anf__option_list list = NULL;
        const char *fault;
        describe(&list, "first read yes|no no help");
        ck_assert_int_eq(anf__options_describe(&arena, &list, cases[i].line, &fault), ANF_OK);
        ck_assert_msg(fault && strcmp(fault, cases[i].fault) == 0, "%s: %s", cases[i].line, fault);
        ck_assert_ptr_null(list[1]);
    }
}
END_TEST

/* --- constants --- */

static const char *const styles[] = {"plain", "rich", NULL};

static const struct anf_format_option style = {
    ANF_FORMAT_OPTION_INIT, .flags = ANF_OPTION_WRITES, .type = ANF_OPTION_CHOICE, .key = "style",
    .help = "how it looks", .otherwise = "plain",       .choices = styles,
};

/* What the library makes of one option; NULL: refused, which is reported. */
static const struct anf_format_option *
take(const struct anf_format_option *option)
{
    const struct anf_format_option *const options[] = {option, NULL};
    const struct anf_format format = {ANF_FORMAT_INIT, .id = "probe", .label = "Probe",
                                      .options = options};
    const struct anf_format *const formats[] = {&format, NULL};
    const struct anf_plugin plugin = {ANF_PLUGIN_ABI, sizeof plugin, "probe", "1", formats};
    log_clear(&messages);
    int status = anf__registry_add_constant(ctx, &plugin);
    ck_assert_int_eq(status, messages.count == 0 ? ANF_OK : ANF_ERR_PLUGIN);
    return status == ANF_OK ? anf_context_find_format(ctx, "probe")->options[0] : NULL;
}

START_TEST(constant)
{
    const struct anf_format_option *taken = take(&style);
    ck_assert_str_eq(taken->key, "style");
    ck_assert_str_eq(taken->choices[1], "rich");
    ck_assert_str_eq(taken->otherwise, "plain");
    ck_assert_ptr_null(anf_context_find_format(ctx, "probe")->options[1]);
}
END_TEST

START_TEST(older_struct)
{
    /* Before it had a default and choices; what lies there is garbage. */
    struct anf_format_option older = style;
    older.size = offsetof(struct anf_format_option, otherwise);
    older.type = ANF_OPTION_FLAG;
    older.otherwise = "garbage";
    const struct anf_format_option *taken = take(&older);
    ck_assert_ptr_null(taken->otherwise);
    ck_assert_ptr_null(taken->choices);
    ck_assert_uint_eq(taken->size, sizeof *taken);
}
END_TEST

START_TEST(newer_struct)
{
    /* A type and a use that this library does not know, and a field more. */
    struct {
        struct anf_format_option option;
        const char *more;
    } newer = {style, "a field of the future"};
    newer.option.size = sizeof newer;
    newer.option.type = 99;
    newer.option.flags |= 0x80;
    const struct anf_format_option *taken = take(&newer.option);
    ck_assert_uint_eq(taken->type, ANF_OPTION_TEXT);
    ck_assert_uint_eq(taken->flags, ANF_OPTION_WRITES);
    ck_assert_uint_eq(taken->size, sizeof *taken);
}
END_TEST

static void
expect_refused(const struct anf_format_option *option, const char *why)
{
    char message[256];
    snprintf(message, sizeof message,
             "the plugin's constant is broken: an option of the format probe is unsound: %s", why);
    ck_assert_ptr_null(take(option));
    ck_assert_str_eq(log_message(&messages, ANF_CODE_PLUGIN_BROKE_CONTRACT), message);
}

START_TEST(unsound_constants)
{
    static const char *const one_choice[] = {"plain", NULL};
    struct anf_format_option option = style;
    option.size = 8;
    expect_refused(&option, "it is smaller than the first version of its struct");
    option.size = sizeof option + 1;
    expect_refused(&option, "its size is no struct's");
    option = style;
    option.key = NULL;
    expect_refused(&option, "its key is not of lower-case letters, digits and dashes");
    option = style;
    option.help = NULL;
    expect_refused(&option, "it does not say in one line what it does");
    option = style;
    option.help = "two\nlines";
    expect_refused(&option, "it does not say in one line what it does");
    option = style;
    option.choices = NULL;
    expect_refused(&option, "there are less than two choices");
    option.choices = one_choice;
    expect_refused(&option, "there are less than two choices");
    option = style;
    option.type = ANF_OPTION_TEXT;
    option.otherwise = "two words";
    expect_refused(&option, "its default is no value that it takes");
}
END_TEST

START_TEST(undescribed)
{
    const struct anf_format format = {ANF_FORMAT_INIT, .id = "probe", .label = "Probe"};
    const struct anf_format *const formats[] = {&format, NULL};
    const struct anf_plugin plugin = {ANF_PLUGIN_ABI, sizeof plugin, "probe", "1", formats};
    ck_assert_int_eq(anf__registry_add_constant(ctx, &plugin), ANF_OK);
    ck_assert_ptr_null(anf_context_find_format(ctx, "probe")->options);
}
END_TEST

/* --- the two compared --- */

START_TEST(differences)
{
    static const char *const lines[] = {
        "wrap write 0..1000 0 help",  "wrap read 0..1000 0 help",
        "wrap write 1..1000 1 help",  "wrap write 0..999 0 help",
        "wrap write TEXT 0 help",     "wrap write 0..1000 1 help",
        "wrap write 0..1000 - help",  "wrap write 0..1000 0 other help",
        "width write 0..1000 0 help", "wrap write 0|1000 0 help",
        "wrap write 0|1000|1 0 help", "none",
    };
    enum { count = sizeof lines / sizeof *lines };
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            anf__option_list a = NULL;
            anf__option_list b = NULL;
            describe(&a, lines[i]);
            describe(&b, lines[j]);
            ck_assert_msg(anf__options_differ(a, b) == (i != j), "%s, %s", lines[i], lines[j]);
            ck_assert(anf__options_differ(a, NULL) && anf__options_differ(NULL, b));
        }
    }
    ck_assert(!anf__options_differ(NULL, NULL));
}
END_TEST

START_TEST(values)
{
    struct anf_format_option option = style;
    ck_assert(anf_format_option_takes(&option, "rich"));
    ck_assert(!anf_format_option_takes(&option, "ric"));
    ck_assert(!anf_format_option_takes(&option, NULL));
    ck_assert(!anf_format_option_takes(NULL, "rich"));
    option.type = ANF_OPTION_TEXT;
    ck_assert(anf_format_option_takes(&option, "any text"));
    option.type = ANF_OPTION_FLAG;
    ck_assert(anf_format_option_takes(&option, "true"));
    ck_assert(!anf_format_option_takes(&option, "rich"));
    option.type = ANF_OPTION_NUMBER;
    option.least = 3;
    option.most = UINT32_MAX;
    ck_assert(anf_format_option_takes(&option, "4294967295"));
    ck_assert(anf_format_option_takes(&option, "03"));
    ck_assert(!anf_format_option_takes(&option, "4294967296"));
    ck_assert(!anf_format_option_takes(&option, "2"));
    ck_assert(!anf_format_option_takes(&option, "+3"));
    ck_assert(!anf_format_option_takes(&option, ""));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("format_option");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, described);
    tcase_add_test(all, unsound_lines);
    tcase_add_test(all, constant);
    tcase_add_test(all, older_struct);
    tcase_add_test(all, newer_struct);
    tcase_add_test(all, unsound_constants);
    tcase_add_test(all, undescribed);
    tcase_add_test(all, differences);
    tcase_add_test(all, values);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
