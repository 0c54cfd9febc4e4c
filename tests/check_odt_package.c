/* check_odt_package.c: OpenDocument packages, sound, careless, damaged and hostile. */
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
expect_words(const char *message, const char *words)
{
    ck_assert_msg(strstr(message, words), "\"%s\" lacks \"%s\"", message, words);
}

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
    expect_words(reading.log.entries[0].message, words);
}

static void
expect_refused(int status, uint32_t code, const char *words)
{
    ck_assert_int_eq(reading.status, status);
    ck_assert_msg(log_find(&reading.log, code), "ANF-%u was not reported", (unsigned)code);
    ck_assert_int_eq(log_find(&reading.log, code)->severity, ANF_SEVERITY_ERROR);
    expect_words(log_message(&reading.log, code), words);
}

static void
expect_members_refused(int status, uint32_t code, const char *words)
{
    read_odt_members(document.members, &reading);
    expect_refused(status, code, words);
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
        expect_refused(ANF_ERR_UNSUPPORTED, ANF_CODE_ODT_NOT_ODT, others[i].words);
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
    expect_refused(ANF_ERR_LIMIT, ANF_CODE_ODT_TOO_LARGE, "more than 4096 members");
    free(members);
}
END_TEST

START_TEST(the_limit_of_unpacked_bytes)
{
    struct odt_bytes bytes = odt_pack(document.members);
    read_odt(bytes.data, bytes.len, ANF_LIMIT_UNPACKED_BYTES, 1000, &reading);
    expect_refused(ANF_ERR_LIMIT, ANF_CODE_ODT_TOO_LARGE, "the limit unpacked-bytes");
    free(bytes.data);
}
END_TEST

/* --- bytes --- */

/* Where a text stands in the package, the nth time (from 0). */
static unsigned char *
find(const struct odt_bytes *bytes, const char *text, size_t len, int nth)
{
    unsigned char *at = bytes->data;
    for (;; at++) {
        at = memmem(at, bytes->len - (size_t)(at - bytes->data), text, len);
        ck_assert_ptr_nonnull(at);
        if (nth-- == 0)
            return at;
    }
}

/* Read the document with one byte of a record set; record: its signature, nth: which of them. */
static void
read_changed(const char *record, int nth, size_t offset, unsigned char value)
{
    struct odt_bytes bytes = odt_pack(document.members);
    find(&bytes, record, 4, nth)[offset] = value;
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    free(bytes.data);
}

static const char local[] = "PK\3\4", entry[] = "PK\1\2";

START_TEST(a_wrong_checksum)
{
    struct odt_bytes bytes = odt_pack(document.members);
    find(&bytes, "Busse fahren", 12, 0)[0] = 'b';
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    expect_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "cannot be unpacked: CRC error");
    free(bytes.data);
}
END_TEST

START_TEST(a_link)
{
    struct odt_bytes bytes = odt_pack(document.members);
    unsigned char *content = find(&bytes, entry, 4, ODT_CONTENT);
    content[5] = 3;     /* made on Unix */
    content[41] = 0xa0; /* the mode of a link */
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    expect_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "is a link");
    free(bytes.data);
}
END_TEST

START_TEST(other_ways_of_packing)
{
    enum { METHOD = 10, BZIP2 = 12 };
    struct odt_bytes bytes = odt_pack(document.members);
    find(&bytes, entry, 4, ODT_CONTENT)[METHOD] = BZIP2;
    find(&bytes, local, 4, ODT_CONTENT)[METHOD - 2] = BZIP2;
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    expect_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "that OpenDocument does not allow");
    free(bytes.data);
}
END_TEST

START_TEST(an_encrypted_archive)
{
    enum { FLAGS = 8, ENCRYPTED = 1 };
    struct odt_bytes bytes = odt_pack(document.members);
    find(&bytes, entry, 4, ODT_CONTENT)[FLAGS] |= ENCRYPTED;
    find(&bytes, local, 4, ODT_CONTENT)[FLAGS - 2] |= ENCRYPTED;
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    expect_refused(ANF_ERR_UNSUPPORTED, ANF_CODE_ODT_ENCRYPTED, "the archive is encrypted");
    free(bytes.data);
}
END_TEST

START_TEST(names_that_differ)
{
    read_changed(local, ODT_CONTENT, 30, 'C');
    expect_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "no sound ZIP archive");
}
END_TEST

START_TEST(two_members_of_one_name)
{
    document.members[ODT_MEMBERS] = (struct odt_member){"Content.xml", "<a/>", 0};
    struct odt_bytes bytes = odt_pack(document.members);
    find(&bytes, entry, 4, ODT_MEMBERS)[46] = 'c';
    find(&bytes, local, 4, ODT_MEMBERS)[30] = 'c';
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    expect_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "two members have one name");
    free(bytes.data);
}
END_TEST

/* The header of "inner" lies within the bytes of "outer", which libzip does not compare. */
START_TEST(members_that_overlap)
{
    enum { OUTER = ODT_MEMBERS, INNER, HEADER = 30, OFFSET = 42 };
    static const char data[] = "PK\3\4..........................innera";
    document.members[OUTER] = (struct odt_member){"outer", data, 0};
    document.members[INNER] = (struct odt_member){"inner", "a", 0};
    struct odt_bytes bytes = odt_pack(document.members);
    unsigned char *within = find(&bytes, local, 4, INNER);
    memcpy(within, find(&bytes, local, 4, INNER + 1), HEADER);
    size_t offset = (size_t)(within - bytes.data);
    for (int i = 0; i < 4; i++)
        find(&bytes, entry, 4, INNER)[OFFSET + i] = (unsigned char)(offset >> 8 * i);
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    expect_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "share bytes");
    free(bytes.data);
}
END_TEST

START_TEST(more_than_one_archive)
{
    struct odt_bytes bytes = odt_pack(document.members);
    unsigned char *two = malloc(2 * bytes.len);
    ck_assert_ptr_nonnull(two);
    memcpy(two, bytes.data, bytes.len);
    memcpy(two + bytes.len, bytes.data, bytes.len);
    read_odt(two, 2 * bytes.len, 0, 0, &reading);
    expect_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "more than one");
    free(two);
    free(bytes.data);
}
END_TEST

/* Cut at every byte, it is an error and nothing worse. */
START_TEST(parts_of_a_package)
{
    struct odt_bytes bytes = odt_pack(document.members);
    for (size_t len = 1; len < bytes.len; len += len < bytes.len - 300 ? 37 : 1) {
        unsigned char *part = malloc(len);
        ck_assert_ptr_nonnull(part);
        memcpy(part, bytes.data, len);
        read_odt(part, len, 0, 0, &reading);
        expect_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "ZIP archive");
        free(part);
    }
    free(bytes.data);
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
    tcase_add_test(rules, a_wrong_checksum);
    tcase_add_test(rules, a_link);
    tcase_add_test(rules, other_ways_of_packing);
    tcase_add_test(rules, an_encrypted_archive);
    tcase_add_test(rules, names_that_differ);
    tcase_add_test(rules, two_members_of_one_name);
    tcase_add_test(rules, members_that_overlap);
    tcase_add_test(rules, more_than_one_archive);
    tcase_add_test(rules, parts_of_a_package);
    suite_add_tcase(suite, rules);
    return run_suite(suite);
}
