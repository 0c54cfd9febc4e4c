/* check_odt_hostile.c: sound packages whose parts are made to hurt their reader. */
#include "odt_support.h"

#include <stdio.h>
#include <string.h>

static struct odt_reading reading;

/* Reads odt_inquiry behind a text, with one more member or as it is. */
static void
read_with(const char *text, const struct odt_member *more)
{
    char all[4096];
    ck_assert_uint_lt(strlen(text) + strlen(odt_inquiry), sizeof all);
    strcpy(all, text);
    strcat(all, odt_inquiry);
    struct odt_document document = odt_document(all);
    if (more)
        document.members[ODT_MEMBERS] = *more;
    read_odt_members(document.members, &reading);
    odt_document_clear(&document);
}

static void
expect_read(void)
{
    ck_assert_msg(reading.status == ANF_OK, "%s", reading.log.entries[0].message);
    end_odt_reading(&reading);
}

static void
expect_refused(int status, uint32_t code)
{
    ck_assert_int_eq(reading.status, status);
    ck_assert_ptr_nonnull(log_find(&reading.log, code));
    end_odt_reading(&reading);
}

START_TEST(blanks_without_end)
{
    static const char *const harmless[] = {"10000", "1", "0"};
    static const char *const wrong[] = {"-5", "abc", "", "1 "};
    static const char *const refused[] = {"10001", "2147483647", "99999999999999999999"};
    char text[128];
    for (size_t i = 0; i < sizeof harmless / sizeof *harmless; i++) {
        snprintf(text, sizeof text, "<text:p>a<text:s text:c=\"%s\"/>b</text:p>", harmless[i]);
        read_with(text, NULL);
        expect_read();
    }
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        snprintf(text, sizeof text, "<text:p>a<text:s text:c=\"%s\"/>b</text:p>", refused[i]);
        read_with(text, NULL);
        expect_refused(ANF_ERR_LIMIT, ANF_CODE_TOO_MANY_NODES);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        snprintf(text, sizeof text, "<text:p>a<text:s text:c=\"%s\"/>b</text:p>", wrong[i]);
        read_with(text, NULL);
        expect_refused(ANF_ERR_SYNTAX, ANF_CODE_ODT_BAD_VALUE);
    }
}
END_TEST

static void
read_table(const char *rows, const char *cells)
{
    char text[512];
    snprintf(text, sizeof text,
             "<table:table><table:table-row table:number-rows-repeated=\"%s\">"
             "<table:table-cell table:number-columns-repeated=\"%s\"><text:p>x</text:p>"
             "</table:table-cell></table:table-row></table:table>",
             rows, cells);
    read_with(text, NULL);
}

START_TEST(cells_without_end)
{
    read_table("100", "100");
    expect_read();
    read_table("1001", "1000");
    expect_refused(ANF_ERR_LIMIT, ANF_CODE_TOO_MANY_NODES);
    read_table("1048576", "1048576");
    expect_refused(ANF_ERR_LIMIT, ANF_CODE_TOO_MANY_NODES);
    read_table("1", "99999999999999999999");
    expect_refused(ANF_ERR_LIMIT, ANF_CODE_TOO_MANY_NODES);
}
END_TEST

/* OpenDocument needs none; manifests of old programs name one. */
START_TEST(document_types)
{
    struct odt_document document = odt_document(odt_inquiry);
    char part[4096] = "<!DOCTYPE a SYSTEM \"/dev/stdin\">";
    strcat(part, strstr(document.content, "?>") + 2);
    document.members[ODT_CONTENT].data = part;
    read_odt_members(document.members, &reading);
    expect_refused(ANF_ERR_UNSUPPORTED, ANF_CODE_XML_DOCTYPE);
    document.members[ODT_CONTENT].data = document.content;
    strcpy(part, "<!DOCTYPE manifest:manifest SYSTEM \"Manifest.dtd\">");
    strcat(part, document.members[ODT_MANIFEST].data);
    document.members[ODT_MANIFEST].data = part;
    read_odt_members(document.members, &reading);
    expect_read();
    odt_document_clear(&document);
}
END_TEST

START_TEST(entities_beside_the_text)
{
    static const struct odt_member sound = {"meta.xml", "<meta/>", 0};
    static const struct odt_member hostile = {
        "meta.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><meta>&b;</meta>", 0};
    read_with("", &sound);
    expect_read();
    read_with("", &hostile);
    expect_refused(ANF_ERR_UNSUPPORTED, ANF_CODE_XML_DOCTYPE);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("odt: hostile parts");
    TCase *parts = tcase_create("parts");
    tcase_add_test(parts, blanks_without_end);
    tcase_add_test(parts, cells_without_end);
    tcase_add_test(parts, document_types);
    tcase_add_test(parts, entities_beside_the_text);
    suite_add_tcase(suite, parts);
    return run_suite(suite);
}
