/* check_vocabulary_file.c: vocabulary files of the user: what they add, and what is wrong with
 * them. */
#include "log.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct anf_context *ctx;
static struct log said;

static void
set_up(void)
{
    log_clear(&said);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &said);
}

static void
tear_down(void)
{
    ctx = anf_context_unref(ctx);
}

static int
load_bytes(const char *text, size_t len)
{
    struct anf_source *source = anf_source_new_memory("mine.tsv", text, len);
    int status = anf_context_load_vocabulary(ctx, source);
    anf_source_unref(source);
    return status;
}

static int
load(const char *text)
{
    return load_bytes(text, strlen(text));
}

static const char *
name_of(const char *code)
{
    const char *name = anf_context_phrase(ctx, "parliament", code);
    return name ? name : "(none)";
}

#define ISLAND "parliament\tDE-XX\tInselrat Hochwerder\n"

START_TEST(facts_are_added)
{
    ck_assert_str_eq(name_of("DE-XX"), "(none)");
    ck_assert_int_eq(load("# The island.\n\n \t\n" ISLAND "chamber\tDE-XX\tInselrat\n"), ANF_OK);
    ck_assert_str_eq(name_of("DE-XX"), "Inselrat Hochwerder");
    ck_assert_str_eq(name_of("DE-NW"), "Landtag Nordrhein-Westfalen");
    ck_assert_str_eq(anf_context_phrase(ctx, "chamber", "DE-XX"), "Inselrat");
    ck_assert_ptr_null(anf_context_phrase(ctx, "chambers", "DE-XX"));
    ck_assert_str_eq(anf_context_meaning(ctx, "parliament", "Inselrat Hochwerder"), "DE-XX");
    ck_assert_ptr_null(anf_context_meaning(ctx, "parliament", "inselrat hochwerder"));
    ck_assert_ptr_null(anf_context_meaning(ctx, "parliament", NULL));
    ck_assert_uint_eq(said.count, 0);
}
END_TEST

START_TEST(files_of_other_systems)
{
    ck_assert_int_eq(load("\xef\xbb\xbf# comment\r\nparliament\tDE-XX\tInselrat\r\n"), ANF_OK);
    ck_assert_int_eq(load("parliament\tDE-XY\tHallenrat"), ANF_OK); /* no line end */
    ck_assert_str_eq(name_of("DE-XX"), "Inselrat");
    ck_assert_str_eq(name_of("DE-XY"), "Hallenrat");
}
END_TEST

START_TEST(contexts_share_nothing)
{
    struct anf_context *other = anf_context_new();
    struct anf_source *source = anf_source_new_memory("mine.tsv", ISLAND, strlen(ISLAND));
    ck_assert_int_eq(anf_context_load_vocabulary(ctx, source), ANF_OK);
    ck_assert_ptr_null(anf_context_phrase(other, "parliament", "DE-XX"));
    ck_assert_int_eq(anf_context_load_vocabulary(other, source), ANF_OK);
    anf_source_unref(source);
    tear_down();
    ck_assert_str_eq(anf_context_phrase(other, "parliament", "DE-XX"), "Inselrat Hochwerder");
    anf_context_unref(other);
}
END_TEST

static const struct {
    const char *line;
    uint32_t code;
    const char *words; /* of the message */
} faults[] = {
    {"parliament DE-XX Inselrat", ANF_CODE_VOCABULARY_LINE, "a TAB between each"},
    {"parliament\tDE-XX", ANF_CODE_VOCABULARY_LINE, "a TAB between each"},
    {"parliament\tDE-XX\tInselrat\tHochwerder", ANF_CODE_VOCABULARY_LINE, "a TAB between each"},
    {"parlament\tDE-XX\tInselrat", ANF_CODE_VOCABULARY_LINE, "no class \"parlament\""},
    {"parliament\tXX\t", ANF_CODE_VOCABULARY_LINE, "no words"},
    {"parliament\tXX\t \xc2\xad ", ANF_CODE_VOCABULARY_LINE, "no words"},
    {"parliament\tHochwerder\tInselrat", ANF_CODE_VOCABULARY_LINE, "\"Hochwerder\" is no ISO"},
    {"kind\tinselfrage\tInselfrage", ANF_CODE_VOCABULARY_LINE, "no kind of inquiry"},
    {"label\tasker\tGefragt von", ANF_CODE_VOCABULARY_LINE, "askers"},
    {"month\t13\tUndezember", ANF_CODE_VOCABULARY_LINE, "it has 1, 2, 3"},
    {"party\t-\tInselpartei", ANF_CODE_VOCABULARY_LINE, "usual name"},
    {"office\t\tDeichamtes", ANF_CODE_VOCABULARY_LINE, "nominative"},
    {"aside\tCookie Notice\tKekse", ANF_CODE_VOCABULARY_LINE, "no reason"},
    {"host\tDE-XX\thttps://inselrat.example/", ANF_CODE_VOCABULARY_LINE, "no name of a host"},
    {"file\tDE-XX\tpaper-{number}", ANF_CODE_VOCABULARY_LINE, "{term}"},
    {"numbering\tDE-XX\tNr. 1", ANF_CODE_VOCABULARY_LINE, "no form of numbers"},
    {"numbering\tDE-XX\t{number 1-}", ANF_CODE_VOCABULARY_LINE, "no form of numbers"},
    {"numbering\tDE-XX\t{number 9-1}", ANF_CODE_VOCABULARY_LINE, "no form of numbers"},
    {"numbering\tDE-XX\t{number 1-9", ANF_CODE_VOCABULARY_LINE, "no form of numbers"},
    {"numbering\tDE-XX\t{year 1-9}/{number 1-9}", ANF_CODE_VOCABULARY_LINE, "no form of numbers"},
    {"party\tX\tInsel\xff", ANF_CODE_VOCABULARY_LINE, "not UTF-8"},
    {"party\tX\tInsel\x01", ANF_CODE_VOCABULARY_LINE, "not UTF-8"},
    {"party\tInsel\tSPD", ANF_CODE_VOCABULARY_CONFLICT, "stands for SPD already"},
    {"kind\tgrosse-anfrage\tKLEINE Anfrage", ANF_CODE_VOCABULARY_CONFLICT, "kleine-anfrage"},
    {"host\tDE-XX\tlandtag.nrw.de", ANF_CODE_VOCABULARY_CONFLICT, "DE-NW"},
};

START_TEST(faults_are_told)
{
    char text[512];
    snprintf(text, sizeof text, "# one\n" ISLAND "%s\n", faults[_i].line);
    ck_assert_int_eq(load(text), ANF_ERR_SYNTAX);
    ck_assert_uint_eq(said.count, 1);
    ck_assert_int_eq(said.entries[0].severity, ANF_SEVERITY_ERROR);
    ck_assert_uint_eq(said.entries[0].code, faults[_i].code);
    ck_assert_uint_eq(said.entries[0].line, 3);
    ck_assert_str_eq(said.entries[0].source, "mine.tsv");
    ck_assert_msg(strstr(said.entries[0].message, faults[_i].words) != NULL, "%s",
                  said.entries[0].message);
    /* Nothing of the file counts, and the context is as it was. */
    ck_assert_str_eq(name_of("DE-XX"), "(none)");
    ck_assert_int_eq(load(ISLAND), ANF_OK);
    ck_assert_str_eq(name_of("DE-XX"), "Inselrat Hochwerder");
}
END_TEST

START_TEST(known_facts_are_passed_over)
{
    ck_assert_int_eq(load("party\tSPD\tSPD\n" ISLAND), ANF_OK);
    ck_assert_uint_eq(said.count, 1);
    ck_assert_uint_eq(said.entries[0].code, ANF_CODE_VOCABULARY_REPEATED);
    ck_assert_int_eq(said.entries[0].severity, ANF_SEVERITY_NOTE);
    ck_assert_int_eq(load(ISLAND), ANF_OK);
    ck_assert_uint_eq(said.count, 2);
    /* Chambers and numberings may be the same elsewhere. */
    ck_assert_int_eq(load("chamber\tDE-XX\tLandtag\n"
                          "numbering\tDE-XX\t{term 1-25}/{number 1-65000}\n"),
                     ANF_OK);
    ck_assert_uint_eq(said.count, 2);
}
END_TEST

START_TEST(long_ones)
{
    char text[512];
    snprintf(text, sizeof text, "party\tX\t%0200d\n", 7);
    ck_assert_int_eq(load(text), ANF_OK);
    snprintf(text, sizeof text, "party\tX\t%0201d\n", 7);
    ck_assert_int_eq(load(text), ANF_ERR_SYNTAX);
    snprintf(text, sizeof text, "party\t%065d\tX\n", 7);
    ck_assert_int_eq(load(text), ANF_ERR_SYNTAX);
    ck_assert_uint_eq(log_count(&said, ANF_CODE_VOCABULARY_LINE), 2);
}
END_TEST

START_TEST(zero_bytes_hide_nothing)
{
    static const char text[] = "party\tX\tInsel\nparty\tX\tA\0B\nparty\tX\tEiland\n";
    ck_assert_int_eq(load_bytes(text, sizeof text - 1), ANF_ERR_SYNTAX);
    ck_assert_uint_eq(said.count, 1);
    ck_assert_uint_eq(said.entries[0].line, 2);
}
END_TEST

/* So many parties, all of whose names begin with one word, or with different ones. */
static char *
many_parties(const char *form, unsigned count)
{
    char *text = NULL;
    size_t len = 0;
    FILE *file = open_memstream(&text, &len);
    for (unsigned i = 0; i < count; i++)
        fprintf(file, form, i);
    fclose(file);
    return text;
}

START_TEST(too_many)
{
    static const char *const forms[] = {"party\tX\tInsel %u\n", "party\tX\t%u Insel\n"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        char *text = many_parties(forms[i], 20000);
        ck_assert_int_eq(load(text), ANF_ERR_LIMIT);
        ck_assert_uint_eq(log_count(&said, ANF_CODE_VOCABULARY_TOO_LARGE), i + 1);
        free(text);
    }
    char *text = many_parties("party\tX\t%u Insel\n", 15000);
    ck_assert_int_eq(load(text), ANF_OK);
    free(text);
}
END_TEST

START_TEST(wrong_files)
{
    char *text = many_parties("<p>%u</p>\n", 1000);
    ck_assert_int_eq(load(text), ANF_ERR_SYNTAX);
    ck_assert_uint_eq(said.count, 21); /* and a note that there may be more */
    ck_assert_int_eq(said.entries[20].severity, ANF_SEVERITY_NOTE);
    free(text);
    log_clear(&said);
    ck_assert_int_eq(load(""), ANF_ERR_SYNTAX);
    ck_assert_uint_eq(said.entries[0].code, ANF_CODE_EMPTY_INPUT);
    struct anf_source *source = anf_source_new_path("/nowhere/mine.tsv");
    ck_assert_int_eq(anf_context_load_vocabulary(ctx, source), ANF_ERR_IO);
    ck_assert_uint_eq(said.entries[1].code, ANF_CODE_CANNOT_READ);
    ck_assert_int_eq(anf_context_load_vocabulary(NULL, source), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_context_load_vocabulary(ctx, NULL), ANF_ERR_ARGUMENT);
    anf_source_unref(source);
}
END_TEST

/* Every cut of a file is a file, or has a fault; never anything else. */
START_TEST(cut_off)
{
    static const char text[] = ISLAND "host\tDE-XX\tinselrat.example\n"
                                      "numbering\tDE-XX\t{term 1-20}/{number 1-9}\n";
    for (size_t len = 1; len < sizeof text; len++) {
        int status = load_bytes(text, len);
        ck_assert(status == ANF_OK || status == ANF_ERR_SYNTAX);
    }
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("vocabulary_file");
    TCase *tests = tcase_create("file");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_test(tests, facts_are_added);
    tcase_add_test(tests, files_of_other_systems);
    tcase_add_test(tests, contexts_share_nothing);
    tcase_add_loop_test(tests, faults_are_told, 0, (int)(sizeof faults / sizeof *faults));
    tcase_add_test(tests, known_facts_are_passed_over);
    tcase_add_test(tests, long_ones);
    tcase_add_test(tests, zero_bytes_hide_nothing);
    tcase_add_test(tests, too_many);
    tcase_add_test(tests, wrong_files);
    tcase_add_test(tests, cut_off);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
