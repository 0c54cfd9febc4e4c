/* check_odt_package.c: OpenDocument packages: what they hold, and what they must not. */
#include "odt_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static struct odt_reading reading;
static struct odt_document document;

static void
set_up(void)
{
    document = odt_document(odt_inquiry);
}

static void
tear_down(void)
{
    odt_document_clear(&document);
    end_odt_reading(&reading);
}

/* --- expecting --- */

static void
expect_read(void)
{
    ck_assert_int_eq(reading.status, ANF_OK);
    ck_assert_str_eq(anf_page_block(reading.page, 0)->text, "Kleine Anfrage: Bücherbusse");
}

static void
expect_sound(void)
{
    read_odt_members(document.members, &reading);
    expect_read();
    ck_assert_uint_eq(reading.log.count, 0);
}

static void
expect_warning(const char *words)
{
    read_odt_members(document.members, &reading);
    expect_read();
    ck_assert_uint_eq(reading.log.count, 1);
    ck_assert_int_eq(reading.log.entries[0].severity, ANF_SEVERITY_WARNING);
    ck_assert_uint_eq(reading.log.entries[0].code, ANF_CODE_ODT_PACKAGE);
    ck_assert_ptr_nonnull(strstr(reading.log.entries[0].message, words));
}

static void
expect_members_refused(int status, uint32_t code, const char *words)
{
    read_odt_members(document.members, &reading);
    expect_odt_refused(&reading, status, code, words);
}

/* --- what a document says that it is --- */

START_TEST(a_sound_package)
{
    expect_sound();
}
END_TEST

START_TEST(a_template_is_a_text)
{
    document.members[ODT_MIMETYPE].data = ODT_TYPE "-template";
    expect_sound();
}
END_TEST

START_TEST(careless_mimetypes)
{
    document.members[ODT_MIMETYPE].data = ODT_TYPE "\n";
    expect_warning("white space behind the type");
    end_odt_reading(&reading);
    struct odt_member mimetype = document.members[ODT_MIMETYPE];
    mimetype.data = ODT_TYPE;
    document.members[ODT_MIMETYPE] = document.members[ODT_MANIFEST];
    document.members[ODT_MANIFEST] = mimetype;
    expect_warning("is not the first member");
}
END_TEST

START_TEST(a_missing_mimetype)
{
    document.members[ODT_MIMETYPE] = (struct odt_member){"meta.xml", "<meta/>", 0};
    expect_warning("is missing");
}
END_TEST

START_TEST(a_manifest_without_content)
{
    document.members[ODT_MANIFEST].data = "<manifest/>";
    expect_warning("does not list content.xml");
}
END_TEST

START_TEST(other_archives)
{
    static const struct {
        struct odt_member member;
        const char *words;
    } others[] = {
        {{"word/document.xml", "<document/>", 0}, "a Word document (docx)"},
        {{"xl/workbook.xml", "<workbook/>", 0}, "an Excel workbook (xlsx)"},
        {{"mimetype", "application/epub+zip", 0}, "an electronic book (EPUB)"},
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet", 0},
         "an OpenDocument spreadsheet"},
        {{"mimetype", "application/zip", 0}, "\"application/zip\""},
        {{"a.html", "<p>a", 0}, "neither a mimetype nor a manifest"},
    };
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        struct odt_member members[] = {others[i].member, {NULL, NULL, 0}};
        read_odt_members(members, &reading);
        expect_odt_refused(&reading, ANF_ERR_UNSUPPORTED, ANF_CODE_ODT_NOT_ODT, others[i].words);
        end_odt_reading(&reading);
    }
}
END_TEST

START_TEST(encrypted_documents)
{
    document.members[ODT_MANIFEST].data =
        "<manifest><file-entry full-path='content.xml'><encryption-data/></file-entry></manifest>";
    document.members[ODT_CONTENT].data = "\x93\x12\x01";
    expect_members_refused(ANF_ERR_UNSUPPORTED, ANF_CODE_ODT_ENCRYPTED, "is encrypted");
}
END_TEST

/* --- members --- */

START_TEST(no_content)
{
    document.members[ODT_CONTENT].name = "content.xml/";
    expect_members_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "is missing");
}
END_TEST

START_TEST(names_that_lead_out)
{
    static const char *const names[] = {"../a", "a/../../b", "/etc/a", "..\\a", "a/..", ".."};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        document.members[ODT_MEMBERS] = (struct odt_member){names[i], "a", 0};
        expect_members_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "leads out of it");
        end_odt_reading(&reading);
    }
    document.members[ODT_MEMBERS] = (struct odt_member){"..a/b../c", "a", 0};
    expect_sound();
}
END_TEST

START_TEST(too_many_members)
{
    enum { MOST = 4096 };
    static char names[MOST][8];
    struct odt_member *members = calloc(MOST + 2, sizeof *members);
    ck_assert_ptr_nonnull(members);
    memcpy(members, document.members, ODT_MEMBERS * sizeof *members);
    for (size_t i = ODT_MEMBERS; i < MOST; i++) {
        snprintf(names[i], sizeof names[i], "%zu", i);
        members[i] = (struct odt_member){names[i], "a", 0};
    }
    read_odt_members(members, &reading);
    expect_read();
    end_odt_reading(&reading);
    members[MOST] = (struct odt_member){"one more", "a", 0};
    read_odt_members(members, &reading);
    expect_odt_refused(&reading, ANF_ERR_LIMIT, ANF_CODE_ODT_TOO_LARGE, "more than 4096 members");
    free(members);
}
END_TEST

START_TEST(the_limit_of_unpacked_bytes)
{
    struct odt_bytes bytes = odt_pack(document.members);
    read_odt(bytes.data, bytes.len, ANF_LIMIT_UNPACKED_BYTES, 1000, &reading);
    expect_odt_refused(&reading, ANF_ERR_LIMIT, ANF_CODE_ODT_TOO_LARGE, "the limit unpacked-bytes");
    free(bytes.data);
}
END_TEST

/* Seventy megabytes in as many kilobytes. */
START_TEST(a_part_that_no_text_has)
{
    enum { LONG = 70 << 20, MOST_PACKED = 1 << 20 };
    char *spaces = malloc(LONG);
    ck_assert_ptr_nonnull(spaces);
    memset(spaces, ' ', LONG);
    document.members[ODT_CONTENT].data = spaces;
    document.members[ODT_CONTENT].len = LONG;
    struct odt_bytes bytes = odt_deflate(document.members);
    ck_assert_uint_lt(bytes.len, MOST_PACKED);
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    expect_odt_refused(&reading, ANF_ERR_LIMIT, ANF_CODE_ODT_TOO_LARGE, "67108864 bytes");
    free(bytes.data);
    free(spaces);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("odt: package");
    TCase *rules = tcase_create("rules");
    tcase_add_checked_fixture(rules, set_up, tear_down);
    tcase_add_test(rules, a_sound_package);
    tcase_add_test(rules, a_template_is_a_text);
    tcase_add_test(rules, careless_mimetypes);
    tcase_add_test(rules, a_missing_mimetype);
    tcase_add_test(rules, a_manifest_without_content);
    tcase_add_test(rules, other_archives);
    tcase_add_test(rules, encrypted_documents);
    tcase_add_test(rules, no_content);
    tcase_add_test(rules, names_that_lead_out);
    tcase_add_test(rules, too_many_members);
    tcase_add_test(rules, the_limit_of_unpacked_bytes);
    tcase_add_test(rules, a_part_that_no_text_has);
    suite_add_tcase(suite, rules);
    return run_suite(suite);
}
