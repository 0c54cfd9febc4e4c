/* check_vocabulary.c: the data files: every line is understood, no fact stands twice. */
#include "data.h"
#include "log.h"
#include "recogniser/vocabulary.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

static struct vocabulary *words;

static void
set_up(void)
{
    words = anf__vocabulary_new();
    ck_assert_ptr_nonnull(words);
}

static void
tear_down(void)
{
    words = anf__vocabulary_free(words);
}

/* The next entry that is a fact of its own. */
static size_t
next_fact(size_t index)
{
    while (++index < words->entries.count && words->entries.items[index].spaced)
        continue;
    return index;
}

/* A line that is no fact, or a fact that another line states, would be passed over. */
START_TEST(every_line_is_a_fact)
{
    size_t index = 1;
    const char *end = anf__data_vocabulary + anf__data_vocabulary_size;
    for (const char *line = anf__data_vocabulary; line < end; index = next_fact(index)) {
        const char *stop = strchr(line, '\n');
        const char *phrase = strchr(strchr(line, '\t') + 1, '\t') + 1;
        const char *kept = index < words->entries.count ? words->entries.items[index].phrase : "";
        ck_assert_msg(strncmp(phrase, kept, (size_t)(stop - phrase)) == 0,
                      "passed over, as its class is unknown or the phrase is known: %.*s",
                      (int)(stop - line), line);
        line = stop + 1;
    }
    ck_assert_uint_eq(index, words->entries.count);
}
END_TEST

/* What is asked of a user's file holds here, too. */
START_TEST(a_vocabulary_file_could_hold_it)
{
    static struct log said;
    size_t facts = 0;
    for (size_t i = next_fact(0); i < words->entries.count; i = next_fact(i))
        facts++;
    struct anf_context *ctx = anf_context_new();
    struct anf_source *source = anf_source_new_memory("compiled in", anf__data_vocabulary,
                                                      anf__data_vocabulary_size);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &said);
    int status = anf_context_load_vocabulary(ctx, source);
    ck_assert_str_eq(log_message(&said, ANF_CODE_VOCABULARY_LINE), "");
    ck_assert_str_eq(log_message(&said, ANF_CODE_VOCABULARY_CONFLICT), "");
    ck_assert_int_eq(status, ANF_OK);
    ck_assert_uint_eq(said.count, facts); /* all known already */
    anf_source_unref(source);
    anf_context_unref(ctx);
}
END_TEST

static int
has(enum word_class class, const char *id)
{
    return anf__vocabulary_phrase(words, class, id) != NULL;
}

START_TEST(every_parliament_is_complete)
{
    static const char *const codes[] = {"DE",    "DE-BB", "DE-BE", "DE-BW", "DE-BY", "DE-HB",
                                        "DE-HE", "DE-HH", "DE-MV", "DE-NI", "DE-NW", "DE-RP",
                                        "DE-SH", "DE-SL", "DE-SN", "DE-ST", "DE-TH"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        ck_assert_msg(has(WORD_PARLIAMENT, codes[i]), "no name of %s", codes[i]);
        ck_assert_msg(has(WORD_CHAMBER, codes[i]), "no chamber of %s", codes[i]);
        ck_assert_msg(has(WORD_HOST, codes[i]), "no host of %s", codes[i]);
        ck_assert_msg(has(WORD_GOVERNMENT, codes[i]), "no government of %s", codes[i]);
        ck_assert_msg(has(WORD_NUMBERING, codes[i]), "no numbering of %s", codes[i]);
    }
}
END_TEST

/* Writers print the first phrase of a kind, and of a parliament. */
START_TEST(the_usual_phrase_comes_first)
{
    static const struct {
        enum word_class class;
        const char *id, *phrase;
    } usual[] = {
        {WORD_KIND, "kleine-anfrage", "Kleine Anfrage"},
        {WORD_KIND, "grosse-anfrage", "Große Anfrage"},
        {WORD_KIND, "schriftliche-anfrage", "Schriftliche Anfrage"},
        {WORD_KIND, "muendliche-anfrage", "Mündliche Anfrage"},
        {WORD_KIND, "dringliche-anfrage", "Dringliche Anfrage"},
        {WORD_KIND, "interpellation", "Interpellation"},
        {WORD_KIND_EXACT, "anfrage", "Anfrage"},
        {WORD_PARLIAMENT, "DE", "Deutscher Bundestag"},
        {WORD_PARLIAMENT, "DE-HH", "Hamburgische Bürgerschaft"},
        {WORD_PARLIAMENT, "DE-NW", "Landtag Nordrhein-Westfalen"},
    };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        const char *phrase = anf__vocabulary_phrase(words, usual[i].class, usual[i].id);
        ck_assert_str_eq(phrase ? phrase : "(none)", usual[i].phrase);
    }
}
END_TEST

START_TEST(words_are_found_without_regard_to_form)
{
    static const char *const forms[] = {"GRO\xc3\x9f"
                                        "E",
                                        "gro\xc3\x9f"
                                        "e",
                                        "Gro\xc2\xad\xc3\x9f"
                                        "e",
                                        "GROSSE"};
    struct token_list list = {0};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        ck_assert_int_eq(anf__tokenise(&list, forms[i], 0, (uint32_t)strlen(forms[i])), ANF_OK);
    ck_assert_uint_eq(list.count, 4);
    for (size_t i = 1; i < list.count; i++)
        ck_assert_uint_eq(list.items[i].hash, list.items[0].hash);
    free(list.items);
}
END_TEST

START_TEST(composed_and_decomposed_are_the_same)
{
    struct token_list list = {0};
    ck_assert_int_eq(anf__tokenise(&list, "f\xc3\xbcr", 0, 4), ANF_OK);
    ck_assert_int_eq(anf__tokenise(&list, "fu\xcc\x88r", 0, 5), ANF_OK);
    ck_assert_uint_eq(list.count, 2);
    ck_assert_uint_eq(list.items[0].hash, list.items[1].hash);
    free(list.items);
}
END_TEST

START_TEST(signs_and_numbers)
{
    static const char text[] = "\xe2\x80\x9e"
                               "18/5\xe2\x80\x9c\xc2\xa0\xc2\xa9 Muster-Probe";
    struct token_list list = {0};
    ck_assert_int_eq(anf__tokenise(&list, text, 0, sizeof text - 1), ANF_OK);
    ck_assert_uint_eq(list.count, 9);
    ck_assert_int_eq(list.items[1].kind, TOKEN_NUMBER);
    ck_assert_uint_eq(anf__token_number(text, &list.items[1]), 18);
    ck_assert(anf__token_is_sign(text, &list.items[2], '/'));
    ck_assert(list.items[5].flags & TOKEN_AFTER_SPACE);
    ck_assert(!(list.items[7].flags & TOKEN_AFTER_SPACE));
    free(list.items);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("vocabulary");
    TCase *data = tcase_create("data");
    tcase_add_checked_fixture(data, set_up, tear_down);
    tcase_add_test(data, every_line_is_a_fact);
    tcase_add_test(data, a_vocabulary_file_could_hold_it);
    tcase_add_test(data, every_parliament_is_complete);
    tcase_add_test(data, the_usual_phrase_comes_first);
    tcase_add_test(data, words_are_found_without_regard_to_form);
    tcase_add_test(data, composed_and_decomposed_are_the_same);
    tcase_add_test(data, signs_and_numbers);
    suite_add_tcase(suite, data);
    return run_suite(suite);
}
