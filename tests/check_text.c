/* check_text.c: which characters the model takes; dates, numbers; the arena that keeps texts. */
#include "arena.h"
#include "support.h"
#include "text.h"

#include <stdint.h>
#include <string.h>

/* The bytes of one code point, also of those that UTF-8 forbids. */
static size_t
encode(uint32_t c, char *bytes)
{
    if (c < 0x80) {
        bytes[0] = (char)c;
        return 1;
    }
    size_t more = c < 0x800 ? 1 : c < 0x10000 ? 2 : 3;
    static const unsigned char lead[] = {0, 0xC0, 0xE0, 0xF0};
    bytes[0] = (char)(lead[more] | c >> (6 * more));
    for (size_t i = 1; i <= more; ++i)
        bytes[i] = (char)(0x80 | (c >> (6 * (more - i)) & 0x3F));
    return more + 1;
}

/* The rule of anf_node_add_text, said once more. */
static int
expected(uint32_t c)
{
    if (c == 0x9 || c == 0xA || c == 0x85)
        return 1;
    int control = c < 0x20 || (c >= 0x7F && c <= 0x9F);
    int surrogate = c >= 0xD800 && c <= 0xDFFF;
    return !control && !surrogate && c != 0xFFFE && c != 0xFFFF && c <= 0x10FFFF;
}

START_TEST(every_character)
{
    for (uint32_t c = 0; c <= 0x110FFF; ++c) {
        char bytes[8] = "a";
        size_t len = 1 + encode(c, bytes + 1);
        bytes[len++] = 'z';
        int found = anf__text_check(bytes, len, ANF__TEXT_LF | ANF__TEXT_TAB) == ANF_OK;
        /* not ck_assert: a million messages to the parent process take a minute */
        if (found != expected(c) || anf__text_takes(c) != expected(c))
            ck_abort_msg("U+%04X", c);
    }
}
END_TEST

static const char *const not_utf8[] = {
    "\x80",             /* continuation without a lead */
    "a\xBF",            /* " */
    "\xC3",             /* cut off */
    "\xC3z",            /* " */
    "\xE2\x82",         /* " */
    "\xF0\x9F\x98",     /* " */
    "\xC0\xAF",         /* overlong */
    "\xC1\xBF",         /* " */
    "\xE0\x9F\xBF",     /* " */
    "\xF0\x8F\xBF\xBF", /* " */
    "\xED\xA0\x80",     /* a surrogate */
    "\xF4\x90\x80\x80", /* beyond Unicode */
    "\xF5\x80\x80\x80", /* " */
    "\xF8\x88\x80\x80\x80",
    "\xFE",
    "\xFF",
};
enum { NOT_UTF8 = sizeof not_utf8 / sizeof *not_utf8 };

START_TEST(refuses_what_is_not_utf8)
{
    ck_assert_int_eq(anf__line_check(not_utf8[_i]), ANF_ERR_SYNTAX);
}
END_TEST

START_TEST(reads_no_further_than_it_may)
{
    ck_assert_int_eq(anf__text_check("ä", 1, 0), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf__text_check("ab\xFF", 2, 0), ANF_OK);
    ck_assert_int_eq(anf__text_check("\xFF", 0, 0), ANF_OK);
    ck_assert_int_eq(anf__text_check("a\0b", 3, 0), ANF_ERR_SYNTAX);
}
END_TEST

START_TEST(line_ends)
{
    ck_assert_int_eq(anf__line_check("a\nb"), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf__line_check("a\tb"), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf__line_check(" ä\xC2\x85 "), ANF_OK);
    ck_assert_int_eq(anf__text_check("a\nb", 3, ANF__TEXT_LF), ANF_OK);
    ck_assert_int_eq(anf__text_check("a\tb", 3, ANF__TEXT_LF), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf__text_check("a\tb", 3, ANF__TEXT_TAB), ANF_OK);
    ck_assert_int_eq(anf__text_check("a\nb", 3, ANF__TEXT_TAB), ANF_ERR_SYNTAX);
    ck_assert_int_eq(anf__text_check("a\rb", 3, ANF__TEXT_LF | ANF__TEXT_TAB), ANF_ERR_SYNTAX);
}
END_TEST

START_TEST(dates)
{
    static const char *const good[] = {"0001-01-01", "9999-12-31", "2024-02-29",
                                       "2000-02-29", "2025-04-30", "1582-10-10"};
    static const char *const bad[] = {
        "",           "2025",        "2025-05",    "0000-01-01",
        "2025-00-10", "2025-13-10",  "2025-01-00", "2025-01-32",
        "2025-04-31", "2023-02-29",  "1900-02-29", "2025-02-30",
        "2025-1-1",   "20250512",    "2025/05/12", "2025-05-12 ",
        "+025-05-12", "12025-05-12", "2025-05-1x", "2025-05-1\xC2\xB2",
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; ++i)
        ck_assert_msg(anf__is_date(good[i]), "%s", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i)
        ck_assert_msg(!anf__is_date(bad[i]), "%s", bad[i]);
}
END_TEST

START_TEST(numbers)
{
    ck_assert_uint_eq(anf__parse_number("1", 1, 999), 1);
    ck_assert_uint_eq(anf__parse_number("999", 1, 999), 999);
    ck_assert_uint_eq(anf__parse_number("999999999", 1, UINT32_MAX), 999999999);
    static const char *const bad[] = {"",        "0",   "01",         "1000",
                                      "-1",      "+1",  " 1",         "1 ",
                                      "1x",      "0x1", "4294967297", "99999999999999999",
                                      "\xD9\xA1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; ++i)
        ck_assert_msg(anf__parse_number(bad[i], 1, 999) == 0, "%s", bad[i]);
    ck_assert_uint_eq(anf__parse_number("1", 2, 9), 0);
}
END_TEST

START_TEST(arena_keeps_everything)
{
    enum { COUNT = 3000 };
    static char *texts[COUNT];
    struct anf__arena arena = {0};
    for (size_t i = 0; i < COUNT; ++i) {
        /* Now and then one that is larger than any chunk. */
        size_t len = i % 500 == 499 ? 700000 : i % 97;
        texts[i] = anf__arena_room(&arena, len);
        ck_assert_ptr_nonnull(texts[i]);
        memset(texts[i], 'a' + (int)(i % 26), len);
        uint64_t *aligned = anf__arena_take(&arena, sizeof *aligned);
        ck_assert_ptr_nonnull(aligned);
        ck_assert_uint_eq((uintptr_t)aligned % _Alignof(max_align_t), 0);
        ck_assert_uint_eq(*aligned, 0);
        *aligned = UINT64_MAX;
    }
    for (size_t i = 0; i < COUNT; ++i) {
        size_t len = i % 500 == 499 ? 700000 : i % 97;
        ck_assert_uint_eq(strlen(texts[i]), len);
        for (size_t j = 0; j < len; ++j) {
            if (texts[i][j] != 'a' + (int)(i % 26))
                ck_abort_msg("text %zu was overwritten", i);
        }
    }
    ck_assert_ptr_null(anf__arena_take(&arena, SIZE_MAX));
    ck_assert_ptr_null(anf__arena_room(&arena, SIZE_MAX));
    ck_assert_str_eq(anf__arena_copy(&arena, "Anfrage", 3), "Anf");
    anf__arena_clear(&arena);
    anf__arena_clear(&arena);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("text");
    TCase *tcase = tcase_create("text");
    tcase_add_test(tcase, every_character);
    tcase_add_loop_test(tcase, refuses_what_is_not_utf8, 0, NOT_UTF8);
    tcase_add_test(tcase, reads_no_further_than_it_may);
    tcase_add_test(tcase, line_ends);
    tcase_add_test(tcase, dates);
    tcase_add_test(tcase, numbers);
    tcase_add_test(tcase, arena_keeps_everything);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
