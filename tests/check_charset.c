/* check_charset.c: the rules of docs/charsets.md, one test each. */
#include "charset.h"

#include "call.h"
#include "log.h"
#include "source.h"
#include "support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct anf_context *ctx;
static struct log messages;
static struct anf__format format; /* of a plugin that needs no name */

/* One decoding. */
static struct anf_call call;
static struct anf_source *source;
static const char *text;
static size_t text_len;

static void
let_go(void)
{
    anf__call_clear(&call);
    call = (struct anf_call){0};
    source = anf_source_unref(source);
}

static void
set_up(void)
{
    log_clear(&messages);
    ctx = anf_context_new();
    ck_assert_ptr_nonnull(ctx);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &messages);
}

static void
tear_down(void)
{
    let_go();
    anf_context_unref(ctx);
}

static int
decode_bytes(const void *bytes, size_t len, const char *known, const char *label, uint32_t flags)
{
    let_go();
    log_clear(&messages);
    text = NULL;
    text_len = 0;
    source = anf_source_new_memory("eingabe", bytes, len);
    ck_assert_int_eq(anf_source_set_charset(source, known), ANF_OK);
    ck_assert_int_eq(anf__source_load(ctx, source), ANF_OK);
    ck_assert_int_eq(anf__call_begin(&call, ctx, &format, source->name, NULL), ANF_OK);
    call.source = source;
    return anf_source_text(&call, source, label, flags, &text, &text_len);
}

/* Bytes without NUL, with a label. */
static int
decode(const char *bytes, const char *label)
{
    return decode_bytes(bytes, strlen(bytes), NULL, label, 0);
}

static void
expect(const char *wanted, const char *charset)
{
    ck_assert_ptr_nonnull(text);
    ck_assert_str_eq(text, wanted);
    ck_assert_uint_eq(text_len, strlen(wanted));
    ck_assert_str_eq(call.charset, charset);
}

static void
expect_only(uint32_t code)
{
    ck_assert_uint_eq(messages.count, 1);
    ck_assert_uint_eq(messages.entries[0].code, code);
    ck_assert_str_eq(messages.entries[0].source, "eingabe");
}

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
    Suite *suite = suite_create("charset");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, set_up, tear_down);
    tcase_add_test(all, marks);
    tcase_add_test(all, inner_mark_stays);
    tcase_add_test(all, mark_alone);
    tcase_add_test(all, utf16_damage);
    tcase_add_test(all, utf16_without_mark);
    tcase_add_test(all, caller_knows);
    tcase_add_test(all, caller_errs);
    tcase_add_test(all, valid_utf8_is_utf8);
    tcase_add_test(all, ascii);
    tcase_add_test(all, iso_2022_jp);
    tcase_add_test(all, mixed);
    tcase_add_test(all, labelled);
    tcase_add_test(all, wrong_label);
    tcase_add_test(all, no_label);
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
