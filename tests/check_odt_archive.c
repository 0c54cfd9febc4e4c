/* check_odt_archive.c: the ZIP archives of documents, byte by byte: damaged, or made to deceive. */
#include "odt_support.h"

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
    expect_odt_refused(&reading, ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE,
                       "cannot be unpacked: CRC error");
    free(bytes.data);
}
END_TEST

/* What an entry declares is no promise, and has to be true all the same. */
START_TEST(a_wrong_length)
{
    enum { LENGTH = 24 };
    struct odt_bytes bytes = odt_deflate(document.members);
    find(&bytes, entry, 4, ODT_CONTENT)[LENGTH]++;
    find(&bytes, local, 4, ODT_CONTENT)[LENGTH - 2]++;
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    expect_odt_refused(&reading, ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "is not as long");
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
    expect_odt_refused(&reading, ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "is a link");
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
    expect_odt_refused(&reading, ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE,
                       "that OpenDocument does not allow");
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
    expect_odt_refused(&reading, ANF_ERR_UNSUPPORTED, ANF_CODE_ODT_ENCRYPTED,
                       "the archive is encrypted");
    free(bytes.data);
}
END_TEST

START_TEST(names_that_differ)
{
    read_changed(local, ODT_CONTENT, 30, 'C');
    expect_odt_refused(&reading, ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "no sound ZIP archive");
}
END_TEST

START_TEST(two_members_of_one_name)
{
    document.members[ODT_MEMBERS] = (struct odt_member){"Content.xml", "<a/>", 0};
    struct odt_bytes bytes = odt_pack(document.members);
    find(&bytes, entry, 4, ODT_MEMBERS)[46] = 'c';
    find(&bytes, local, 4, ODT_MEMBERS)[30] = 'c';
    read_odt(bytes.data, bytes.len, 0, 0, &reading);
    expect_odt_refused(&reading, ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "two members have one name");
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
    expect_odt_refused(&reading, ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "share bytes");
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
    expect_odt_refused(&reading, ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "more than one");
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
        expect_odt_refused(&reading, ANF_ERR_SYNTAX, ANF_CODE_ODT_PACKAGE, "ZIP archive");
        free(part);
    }
    free(bytes.data);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("odt: archive");
    TCase *rules = tcase_create("rules");
    tcase_add_checked_fixture(rules, set_up, tear_down);
    tcase_add_test(rules, a_wrong_checksum);
    tcase_add_test(rules, a_wrong_length);
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
