/* check_decode.c: what becomes of bytes that do not fit their charset, and of what is no text. */
#include "decoded.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

START_TEST(utf16_damage)
{
    ck_assert_int_eq(decode_bytes("\xff\xfeG\0\xf6", 5, NULL, NULL, 0), ANF_ERR_SYNTAX);
    expect_only(ANF_CODE_INVALID_BYTES);
    ck_assert_ptr_null(text);
    /* A lone surrogate. */
    ck_assert_int_eq(decode_bytes("\xff\xfe\x00\xd8G\0", 6, NULL, NULL, 0), ANF_OK);
    expect("\xef\xbf\xbdG", "utf-16le");
    expect_only(ANF_CODE_INVALID_BYTES);
}
END_TEST

START_TEST(mixed)
{
    ck_assert_int_eq(decode("Größe\nfür Ta\xdf"
                            "e\n",
                            NULL),
                     ANF_OK);
    expect("Größe\nfür Taße\n", "utf-8");
    expect_only(ANF_CODE_CHARSET_MIXED);
    ck_assert_uint_eq(messages.entries[0].line, 2);
    ck_assert_int_eq(messages.entries[0].severity, ANF_SEVERITY_WARNING);
}
END_TEST

START_TEST(invalid_in_other_charset)
{
    /* 0xa5 has no character in ISO-8859-3. */
    ck_assert_int_eq(decode("a\nb\xa5 \xa6 \xa5", "iso-8859-3"), ANF_OK);
    ck_assert_uint_eq(log_count(&messages, ANF_CODE_INVALID_BYTES), 1);
    ck_assert_uint_eq(log_find(&messages, ANF_CODE_INVALID_BYTES)->line, 2);
    ck_assert_ptr_nonnull(strstr(log_message(&messages, ANF_CODE_INVALID_BYTES), "2 sequences"));
    ck_assert_ptr_nonnull(strstr(text, "b\xef\xbf\xbd \xc4\xa4 \xef\xbf\xbd"));
}
END_TEST

static void
expect_meant(const char *form, const char *rest)
{
    char bytes[64];
    char wanted[64];
    snprintf(bytes, sizeof bytes, "Grüße\n%s%s", form, rest);
    snprintf(wanted, sizeof wanted, "Grüße\n\xef\xbf\xbd%s", rest);
    ck_assert_int_eq(decode(bytes, NULL), ANF_OK);
    expect(wanted, "utf-8");
    expect_only(ANF_CODE_INVALID_BYTES);
    ck_assert_uint_eq(messages.entries[0].line, 2);
    ck_assert_int_eq(decode_bytes(bytes, strlen(bytes), NULL, NULL, ANF_DECODE_STRICT),
                     ANF_ERR_SYNTAX);
    expect_only(ANF_CODE_INVALID_BYTES);
    ck_assert_uint_eq(messages.entries[0].line, 2);
    ck_assert_int_eq(messages.entries[0].severity, ANF_SEVERITY_ERROR);
}

START_TEST(forbidden_forms)
{
    expect_meant("\xc0\xaf", "x");                 /* overlong */
    expect_meant("\xe0\x80\xaf", "");              /* " */
    expect_meant("\xf0\x80\x80\xaf", "x");         /* " */
    expect_meant("\xed\xa0\x80", "x");             /* a surrogate */
    expect_meant("\xf4\x90\x80\x80", "x");         /* beyond U+10FFFF */
    expect_meant("\xf8\x88\x80\x80\x80", "x");     /* five bytes */
    expect_meant("\xfc\x84\x80\x80\x80\x80", "x"); /* six */
}
END_TEST

START_TEST(strict_leaves_windows_1252_alone)
{
    static const char bytes[] = "Gr\xfc\xdf"
                                "e aus K\xf6ln, \x84so\x93 f\xfcr \xc4rzte";
    ck_assert_int_eq(decode_bytes(bytes, sizeof bytes - 1, NULL, NULL, ANF_DECODE_STRICT), ANF_OK);
    expect("Grüße aus Köln, „so“ für Ärzte", "windows-1252");
}
END_TEST

START_TEST(cut_at_the_end)
{
    ck_assert_int_eq(decode("Grüße f\xc3", NULL), ANF_OK);
    expect("Grüße f\xef\xbf\xbd", "utf-8");
    ck_assert_int_eq(decode("H\xe4", NULL), ANF_OK); /* nothing else says UTF-8 */
    expect("Hä", "windows-1252");
}
END_TEST

START_TEST(binary)
{
    char bytes[1000];
    memset(bytes, 'a', sizeof bytes);
    memset(bytes, 0, 20);
    ck_assert_int_eq(decode_bytes(bytes, sizeof bytes, NULL, NULL, 0), ANF_OK);
    expect_only(ANF_CODE_INVALID_BYTES); /* NUL */
    ck_assert_uint_eq(text_len, sizeof bytes);
    memset(bytes, 0, 21);
    ck_assert_int_eq(decode_bytes(bytes, sizeof bytes, NULL, NULL, 0), ANF_ERR_SYNTAX);
    expect_only(ANF_CODE_NOT_TEXT);
    memset(bytes, 0, sizeof bytes);
    ck_assert_int_eq(decode_bytes(bytes, sizeof bytes, NULL, NULL, 0), ANF_ERR_SYNTAX);
    expect_only(ANF_CODE_NOT_TEXT);
    /* What a terminal recorded is text. */
    ck_assert_int_eq(decode("\x1b[1mx\x1b[0m\t\v\f\r\n", NULL), ANF_OK);
    ck_assert_uint_eq(messages.count, 0);
}
END_TEST

START_TEST(text_is_lent)
{
    const char *first, *second;
    size_t len;
    ck_assert_int_eq(decode("Größe", NULL), ANF_OK);
    first = text;
    for (int i = 0; i < 20; i++)
        ck_assert_int_eq(anf_source_text(&call, source, NULL, 0, &second, &len), ANF_OK);
    ck_assert_str_eq(first, "Größe");
    ck_assert_str_eq(second, "Größe");
    struct anf_source *stranger = anf_source_new_memory("x", "y", 1);
    ck_assert_int_eq(anf_source_text(&call, stranger, NULL, 0, &second, &len), ANF_ERR_ARGUMENT);
    ck_assert_int_eq(anf_source_text(NULL, source, NULL, 0, &second, &len), ANF_ERR_ARGUMENT);
    anf_source_unref(stranger);
}
END_TEST

START_TEST(large_texts)
{
    /* Characters across every edge that a buffer may have. */
    size_t len = 3 * 70000 + 1;
    char *bytes = malloc(len + 1);
    ck_assert_ptr_nonnull(bytes);
    bytes[0] = 'x';
    for (size_t i = 1; i < len; i += 3)
        memcpy(bytes + i, "€", 3);
    bytes[len] = '\0';
    ck_assert_int_eq(decode_bytes(bytes, len, NULL, NULL, 0), ANF_OK);
    expect(bytes, "utf-8");
    /* Each byte of a single-byte charset becomes three. */
    memset(bytes, 0xa4, len);
    ck_assert_int_eq(decode_bytes(bytes, len, "iso-8859-15", NULL, 0), ANF_OK);
    ck_assert_uint_eq(text_len, 3 * len);
    free(bytes);
}
END_TEST

/* Every label of the standard leads to a decoder that this system has. */
START_TEST(every_label)
{
    static const char *const labels[] = {"utf8",
                                         "866",
                                         "latin2",
                                         "l3",
                                         "latin4",
                                         "cyrillic",
                                         "arabic",
                                         "greek",
                                         "hebrew",
                                         "logical",
                                         "latin6",
                                         "iso-8859-13",
                                         "iso-8859-14",
                                         "l9",
                                         "iso-8859-16",
                                         "koi",
                                         "koi8-u",
                                         "mac",
                                         "tis-620",
                                         "cp1250",
                                         "cp1251",
                                         "ascii",
                                         "cp1253",
                                         "latin5",
                                         "cp1255",
                                         "cp1256",
                                         "cp1257",
                                         "cp1258",
                                         "x-mac-ukrainian",
                                         "gb2312",
                                         "gb18030",
                                         "big5",
                                         "euc-jp",
                                         "iso-2022-jp",
                                         "sjis",
                                         "euc-kr",
                                         "unicodefffe",
                                         "unicode",
                                         "x-user-defined"};
    struct anf__charset charset;
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++) {
        struct anf__decoding decoding = {0};
        ck_assert_msg(anf__charset_by_label(labels[i], &charset), "%s", labels[i]);
        ck_assert_msg(anf__decode_iconv(&decoding, charset.iconv, (const unsigned char *)"ab", 2) ==
                          ANF_OK,
                      "%s", labels[i]);
        anf__buffer_clear(&decoding.text);
    }
    ck_assert(anf__charset_by_label("\t Latin1\r\n", &charset));
    ck_assert_str_eq(charset.name, "windows-1252");
    ck_assert(!anf__charset_by_label("", &charset));
    ck_assert(!anf__charset_by_label("latin", &charset));
    ck_assert(!anf__charset_by_label("hz-gb-2312", &charset));
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("decode");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, utf16_damage);
    tcase_add_test(all, mixed);
    tcase_add_test(all, invalid_in_other_charset);
    tcase_add_test(all, forbidden_forms);
    tcase_add_test(all, strict_leaves_windows_1252_alone);
    tcase_add_test(all, cut_at_the_end);
    tcase_add_test(all, binary);
    tcase_add_test(all, text_is_lent);
    tcase_add_test(all, large_texts);
    tcase_add_test(all, every_label);
    suite_add_tcase(suite, all);
    return run_suite(suite);
}
