/* check_charset.c: which charset a text is in: the rules of docs/charsets.md, one test each. */
#include "decoded.h"
#include "support.h"

START_TEST(marks)
{
    ck_assert_int_eq(decode("\xef\xbb\xbfGröße", "iso-8859-1"), ANF_OK);
    expect("Größe", "utf-8");
    ck_assert_int_eq(decode_bytes("\xff\xfeG\0\xf6\0", 6, "windows-1252", NULL, 0), ANF_OK);
    expect("Gö", "utf-16le");
    ck_assert_int_eq(decode_bytes("\xfe\xff\0G\0\xf6", 6, NULL, "utf-8", 0), ANF_OK);
    expect("Gö", "utf-16be");
    ck_assert_int_eq(decode_bytes("\xff\xfe\0\0\xf6\0\0\0", 8, NULL, NULL, 0), ANF_OK);
    expect("ö", "utf-32le");
    ck_assert_int_eq(decode_bytes("\0\0\xfe\xff\0\x01\xf6\x00", 8, NULL, NULL, 0), ANF_OK);
    expect("\U0001F600", "utf-32be");
    ck_assert_uint_eq(messages.count, 0);
}
END_TEST

START_TEST(inner_mark_stays)
{
    ck_assert_int_eq(decode("\xef\xbb\xbf"
                            "a\xef\xbb\xbf"
                            "b",
                            NULL),
                     ANF_OK);
    expect("a\xef\xbb\xbf"
           "b",
           "utf-8");
    ck_assert_int_eq(decode_bytes("\xff\xfe"
                                  "a\0\xff\xfe"
                                  "b\0",
                                  8, NULL, NULL, 0),
                     ANF_OK);
    expect("a\xef\xbb\xbf"
           "b",
           "utf-16le");
}
END_TEST

START_TEST(mark_alone)
{
    ck_assert_int_eq(decode("\xef\xbb\xbf", NULL), ANF_OK);
    expect("", "utf-8");
}
END_TEST

START_TEST(utf16_without_mark)
{
    ck_assert_int_eq(decode_bytes("<\0h\0t\0m\0l\0>\0\xfc\0", 14, NULL, NULL, 0), ANF_OK);
    expect("<html>ü", "utf-16le");
    expect_only(ANF_CODE_CHARSET_GUESSED);
    ck_assert_int_eq(decode_bytes("\0<\0h\0t\0m\0l\0>\0\xfc", 14, NULL, NULL, 0), ANF_OK);
    expect("<html>ü", "utf-16be");
}
END_TEST

START_TEST(caller_knows)
{
    ck_assert_int_eq(decode_bytes("Gr\x94\xe1"
                                  "e",
                                  5, "CP850", "utf-8", 0),
                     ANF_OK);
    expect("Größe", "cp850");
    ck_assert_int_eq(decode_bytes("Gr\x94\xe1"
                                  "e",
                                  5, " ibm437 ", NULL, 0),
                     ANF_OK);
    expect("Größe", "ibm437");
    /* Even against the bytes. */
    ck_assert_int_eq(decode_bytes("ü", 2, "latin1", NULL, 0), ANF_OK);
    expect("Ã¼", "windows-1252");
    ck_assert_uint_eq(messages.count, 0);
}
END_TEST

START_TEST(caller_errs)
{
    static const char *const names[] = {"",          "klingon", "utf-7",      "UNICODE-1-1-UTF-7",
                                        "UTF7",      "char",    "//TRANSLIT", "utf-8//IGNORE",
                                        "hz-gb-2312"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        ck_assert_int_eq(decode_bytes("ü", 2, names[i], NULL, 0), ANF_OK);
        expect("ü", "utf-8");
        expect_only(ANF_CODE_CHARSET_UNKNOWN);
    }
}
END_TEST

START_TEST(valid_utf8_is_utf8)
{
    ck_assert_int_eq(decode("Größe", NULL), ANF_OK);
    expect("Größe", "utf-8");
    ck_assert_int_eq(decode("Größe", "UTF-8"), ANF_OK);
    ck_assert_uint_eq(messages.count, 0);
    ck_assert_int_eq(decode("Größe", "ISO-8859-1"), ANF_OK);
    expect("Größe", "utf-8");
    expect_only(ANF_CODE_CHARSET_OVERRULED);
    ck_assert_int_eq(decode("Größe", "utf-16"), ANF_OK);
    expect("Größe", "utf-8");
}
END_TEST

START_TEST(ascii)
{
    ck_assert_int_eq(decode("Antwort", NULL), ANF_OK);
    expect("Antwort", "utf-8");
    ck_assert_int_eq(decode("Antwort", "iso-8859-1"), ANF_OK);
    expect("Antwort", "utf-8");
    ck_assert_uint_eq(messages.count, 0);
    ck_assert_int_eq(decode("+AGEAYg-", "utf-7"), ANF_OK);
    expect("+AGEAYg-", "utf-8");
    expect_only(ANF_CODE_CHARSET_UNKNOWN);
}
END_TEST

START_TEST(iso_2022_jp)
{
    static const char page[] = "\x1b$BF|K\\\x1b(B Anfrage";
    ck_assert_int_eq(decode(page, "iso-2022-jp"), ANF_OK);
    expect("日本 Anfrage", "iso-2022-jp");
    ck_assert_int_eq(decode(page, NULL), ANF_OK);
    expect(page, "utf-8");
}
END_TEST

START_TEST(labelled)
{
    ck_assert_int_eq(decode("\xa3\xb3\xbf", "ISO-8859-2"), ANF_OK);
    expect("Łłż", "iso-8859-2");
    ck_assert_int_eq(decode("Gr\xf6\xdf"
                            "e \x84"
                            "a\x93 \x80",
                            "iso-8859-1"),
                     ANF_OK);
    expect("Größe „a“ €", "windows-1252");
    ck_assert_int_eq(decode("\x93\xfa\x96\x7b", "x-sjis"), ANF_OK);
    expect("日本", "shift_jis");
    ck_assert_uint_eq(messages.count, 0);
}
END_TEST

START_TEST(wrong_label)
{
    ck_assert_int_eq(decode("Gr\xf6\xdf"
                            "e",
                            "utf-8"),
                     ANF_OK);
    expect("Größe", "windows-1252");
    expect_only(ANF_CODE_CHARSET_OVERRULED);
    ck_assert_int_eq(decode("Gr\xf6\xdf"
                            "e",
                            "utf-16le"),
                     ANF_OK);
    expect("Größe", "windows-1252");
    ck_assert_int_eq(decode("Gr\xf6\xdf"
                            "e",
                            "x-unbekannt"),
                     ANF_OK);
    expect("Größe", "windows-1252");
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_CHARSET_UNKNOWN), 1);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_CHARSET_GUESSED), 1);
}
END_TEST

START_TEST(no_label)
{
    ck_assert_int_eq(decode("Gr\xf6\xdf"
                            "e \x81",
                            NULL),
                     ANF_OK);
    expect("Größe \xc2\x81", "windows-1252");
    expect_only(ANF_CODE_CHARSET_GUESSED);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("charset");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, marks);
    tcase_add_test(all, inner_mark_stays);
    tcase_add_test(all, mark_alone);
    tcase_add_test(all, utf16_without_mark);
    tcase_add_test(all, caller_knows);
    tcase_add_test(all, caller_errs);
    tcase_add_test(all, valid_utf8_is_utf8);
    tcase_add_test(all, ascii);
    tcase_add_test(all, iso_2022_jp);
    tcase_add_test(all, labelled);
    tcase_add_test(all, wrong_label);
    tcase_add_test(all, no_label);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
