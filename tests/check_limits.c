/* check_limits.c: each limit lets pass what is as much as it, and refuses one more by its name. */
#include "odt_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { MOST = 20 };

static struct log said;

/* Much of something, in a text around it. */
struct much {
    int limit;
    uint32_t code;
    const char *format;
    const char *before, *each, *behind;
    size_t times;  /* of each, for one of the limit, */
    size_t beside; /* but so many stand around them */
};

static const struct much pages[] = {
    {ANF_LIMIT_INPUT_BYTES, ANF_CODE_INPUT_TOO_LARGE, "html", "<p>", "a", "</p>", 1, 7},
    {ANF_LIMIT_INPUT_BYTES, ANF_CODE_INPUT_TOO_LARGE, "json", "{}", " ", "", 1, 2},
    {ANF_LIMIT_DEPTH, ANF_CODE_TOO_DEEP, "html", "<body>", "<div>", "a", 1, 0},
    {ANF_LIMIT_NODES, ANF_CODE_TOO_MANY_NODES, "html", "<body>", "<p>a</p>", "", 1, 0},
    {ANF_LIMIT_NODES, ANF_CODE_TOO_MANY_NODES, "html", "<body><p>", "<b>a</b>", "", 1, 0},
    {ANF_LIMIT_NODES, ANF_CODE_TOO_MANY_NODES, "text", "", "a\n\n", "", 1, 0},
    {ANF_LIMIT_ATTRIBUTES, ANF_CODE_HTML_ATTRIBUTES, "html", "<p", " a=b", ">a</p>", 1, 0},
    {ANF_LIMIT_ATTRIBUTES, ANF_CODE_XML_ATTRIBUTES, "akn", "<akomaNtoso", " a='b'", "/>", 1, 0},
    {ANF_LIMIT_ELEMENT_DEPTH, ANF_CODE_TOO_DEEP, "html", "", "<b>", "a", 4, 3},
    {ANF_LIMIT_ELEMENT_DEPTH, ANF_CODE_TOO_DEEP, "akn", "<akomaNtoso><doc><meta>", "<a>", "", 1, 3},
};

static int
is_name_said(const struct much *much)
{
    return log_find(&said, much->code) &&
           strstr(log_message(&said, much->code), anf_limit_name(much->limit));
}

static int
take(struct anf_inquiry *inquiry, void *user)
{
    (void)inquiry, (void)user;
    return ANF_OK;
}

/* Is it refused by the limit? 1 or 0; and if so, that is said by its name. */
static int
is_refused(const struct much *much, uint64_t most, const void *data, size_t len)
{
    struct anf_context *ctx = anf_context_new();
    struct anf_source *source = anf_source_new_memory("much", data, len);
    struct anf_page *page = NULL;
    log_clear(&said);
    ck_assert_ptr_nonnull(ctx);
    ck_assert_ptr_nonnull(source);
    ck_assert_int_eq(anf_context_load_plugins(ctx, NULL), ANF_OK);
    anf_context_set_diagnostic_fn(ctx, log_diagnostic, &said);
    ck_assert_int_eq(anf_context_set_limit(ctx, much->limit, most), ANF_OK);
    int status = strcmp(much->format, "akn") && strcmp(much->format, "json")
                     ? anf_read_page(ctx, source, much->format, NULL, &page)
                     : anf_read(ctx, source, much->format, NULL, take, NULL);
    ck_assert_msg((status == ANF_ERR_LIMIT) == is_name_said(much), "%s", said.entries[0].message);
    anf_page_unref(page);
    anf_source_unref(source);
    anf_context_unref(ctx);
    return status == ANF_ERR_LIMIT;
}

static char *
text_of(const struct much *much, size_t count)
{
    count = count * much->times - much->beside;
    size_t each = strlen(much->each);
    char *text = malloc(strlen(much->before) + count * each + strlen(much->behind) + 1);
    ck_assert_ptr_nonnull(text);
    char *end = stpcpy(text, much->before);
    for (size_t i = 0; i < count; i++)
        end = stpcpy(end, much->each);
    strcpy(end, much->behind);
    return text;
}

START_TEST(of_text)
{
    const struct much *much = &pages[_i];
    for (size_t more = 0; more < 2; more++) {
        char *text = text_of(much, MOST + more);
        ck_assert_int_eq(is_refused(much, MOST, text, strlen(text)), (int)more);
        free(text);
    }
}
END_TEST

/* --- packages --- */

static int
is_package_refused(const struct much *much, uint64_t most, const struct odt_member *members)
{
    struct odt_bytes bytes = odt_pack(members);
    int refused = is_refused(much, most, bytes.data, bytes.len);
    free(bytes.data);
    return refused;
}

/* In office:text of a document. */
static const struct much documents[] = {
    {ANF_LIMIT_NODES, ANF_CODE_TOO_MANY_NODES, "odt", "", "<text:p>a</text:p>", "", 1, 0},
    {ANF_LIMIT_CELLS, ANF_CODE_TOO_MANY_NODES, "odt", "<table:table><table:table-row>",
     "<table:table-cell/>", "</table:table-row></table:table>", 1, 0},
};

START_TEST(of_a_document)
{
    const struct much *much = &documents[_i];
    for (size_t more = 0; more < 2; more++) {
        char *text = text_of(much, MOST + more);
        struct odt_document document = odt_document(text);
        ck_assert_int_eq(is_package_refused(much, MOST, document.members), (int)more);
        odt_document_clear(&document);
        free(text);
    }
}
END_TEST

/* Where a number of the document says how many. */
static const struct {
    struct much much;
    const char *text;
} numbers[] = {
    {{.limit = ANF_LIMIT_SPACES, .code = ANF_CODE_TOO_MANY_NODES, .format = "odt"},
     "<text:p>a<text:s text:c=\"%u\"/></text:p>"},
    {{.limit = ANF_LIMIT_PART_BYTES, .code = ANF_CODE_TOO_MANY_NODES, .format = "odt"},
     "<text:p>a<text:s text:c=\"1000\"/><text:s text:c=\"%u\"/></text:p>"},
    {{.limit = ANF_LIMIT_CELLS, .code = ANF_CODE_TOO_MANY_NODES, .format = "odt"},
     "<table:table><table:table-row table:number-rows-repeated=\"100\">"
     "<table:table-cell table:number-columns-repeated=\"%u\"/>"
     "</table:table-row></table:table>"},
};

START_TEST(of_a_number)
{
    static const struct {
        uint64_t most;
        unsigned number;
    } bounds[] = {{500, 500}, {1500, 500}, {500, 5}};
    for (unsigned more = 0; more < 2; more++) {
        char text[256];
        int len = snprintf(text, sizeof text, numbers[_i].text, bounds[_i].number + more);
        ck_assert_int_lt(len, (int)sizeof text);
        struct odt_document document = odt_document(text);
        ck_assert_int_eq(is_package_refused(&numbers[_i].much, bounds[_i].most, document.members),
                         (int)more);
        odt_document_clear(&document);
    }
}
END_TEST

/* As many as the limit are taken, and with a limit of one less it is refused. */
static void
expect_counted(int limit, size_t count, const struct odt_member *members)
{
    struct much much = {.limit = limit, .code = ANF_CODE_ODT_TOO_LARGE, .format = "odt"};
    ck_assert(!is_package_refused(&much, count, members));
    ck_assert(is_package_refused(&much, count - 1, members));
}

START_TEST(of_an_archive)
{
    struct odt_document document = odt_document(odt_inquiry);
    size_t content = strlen(document.content), all = 0;
    for (size_t i = 0; i < ODT_MEMBERS; i++)
        all += strlen(document.members[i].data);
    expect_counted(ANF_LIMIT_PARTS, ODT_MEMBERS, document.members);
    expect_counted(ANF_LIMIT_PART_BYTES, content, document.members);
    expect_counted(ANF_LIMIT_UNPACKED_BYTES, all, document.members);
    odt_document_clear(&document);
}
END_TEST

int
main(void)
{
    Suite *suite = suite_create("limits");
    TCase *limits = tcase_create("limits");
    tcase_add_loop_test(limits, of_text, 0, sizeof pages / sizeof *pages);
    tcase_add_loop_test(limits, of_a_document, 0, sizeof documents / sizeof *documents);
    tcase_add_loop_test(limits, of_a_number, 0, sizeof numbers / sizeof *numbers);
    tcase_add_test(limits, of_an_archive);
    suite_add_tcase(suite, limits);
    return run_suite(suite);
}
