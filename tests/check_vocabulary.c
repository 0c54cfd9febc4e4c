/* check_vocabulary.c: the data files: every line is understood, no fact stands twice. */
#include "recogniser/vocabulary.h"
#include "support.h"

#include <stdlib.h>
#include <string.h>

static struct vocabulary *words;

static void
set_up(void)
{
    /* NULL as well when a line has no known class or no words. */
    words = anf__vocabulary_new();
    ck_assert_ptr_nonnull(words);
}

static void
tear_down(void)
{
    words = anf__vocabulary_free(words);
}

static int
same_phrase(const struct entry *a, const struct entry *b)
{
    if (a->class != b->class || a->count != b->count)
        return 0;
    for (uint32_t i = 0; i < a->count; i++) {
        if (words->tokens.items[a->first + i].hash != words->tokens.items[b->first + i].hash)
            return 0;
    }
    return 1;
}

START_TEST(no_phrase_twice)
{
    for (size_t i = 1; i < words->entries.count; i++) {
        for (size_t k = i + 1; k < words->entries.count; k++) {
            const struct entry *a = &words->entries.items[i];
            const struct entry *b = &words->entries.items[k];
            ck_assert_msg(!same_phrase(a, b), "twice: %s, %s", a->phrase, b->phrase);
        }
    }
}
END_TEST

static int
has(enum word_class class, const char *id)
{
    for (size_t i = 1; i < words->entries.count; i++) {
        const struct entry *entry = &words->entries.items[i];
        if (entry->class == class && strcmp(entry->id, id) == 0)
            return 1;
    }
    return 0;
}

START_TEST(every_parliament_is_complete)
{
    static const char *const codes[] = {"DE",    "DE-BB", "DE-BE", "DE-BW", "DE-BY", "DE-HB",
                                        "DE-HE", "DE-HH", "DE-MV", "DE-NI", "DE-NW", "DE-RP",
                                        "DE-SH", "DE-SL", "DE-SN", "DE-ST", "DE-TH"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
        ck_assert_msg(has(WORD_PARLIAMENT, codes[i]), "no name of %s", codes[i]);
        ck_assert_msg(has(WORD_HOST, codes[i]), "no host of %s", codes[i]);
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
    tcase_add_test(data, no_phrase_twice);
    tcase_add_test(data, every_parliament_is_complete);
    tcase_add_test(data, words_are_found_without_regard_to_form);
    tcase_add_test(data, composed_and_decomposed_are_the_same);
    tcase_add_test(data, signs_and_numbers);
    suite_add_tcase(suite, data);
    return run_suite(suite);
}
