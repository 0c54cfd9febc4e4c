/* odt_support.c: OpenDocument packages made in memory, and what reading them gave. */
#include "odt_support.h"

#include "page_print.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* --- packing --- */

static void
add(zip_t *archive, const struct odt_member *member, zip_int32_t method)
{
    size_t len = member->len ? member->len : strlen(member->data);
    zip_source_t *source = zip_source_buffer(archive, member->data, len, 0);
    ck_assert_ptr_nonnull(source);
    zip_int64_t index = zip_file_add(archive, member->name, source, ZIP_FL_ENC_UTF_8);
    ck_assert_int_ge(index, 0);
    ck_assert_int_eq(zip_set_file_compression(archive, (zip_uint64_t)index, method, 1), 0);
}

static struct odt_bytes
bytes_of(zip_source_t *target)
{
    struct odt_bytes bytes = {0};
    zip_stat_t stat;
    ck_assert_int_eq(zip_source_stat(target, &stat), 0);
    bytes.len = (size_t)stat.size;
    bytes.data = malloc(bytes.len);
    ck_assert_ptr_nonnull(bytes.data);
    ck_assert_int_eq(zip_source_open(target), 0);
    ck_assert_int_eq(zip_source_read(target, bytes.data, bytes.len), (zip_int64_t)bytes.len);
    zip_source_close(target);
    return bytes;
}

static struct odt_bytes
pack(const struct odt_member *members, zip_int32_t method)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    ck_assert_ptr_nonnull(target);
    zip_t *archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    ck_assert_ptr_nonnull(archive);
    zip_source_keep(target);
    for (; members->name; members++)
        add(archive, members, method);
    ck_assert_int_eq(zip_close(archive), 0);
    struct odt_bytes bytes = bytes_of(target);
    zip_source_free(target);
    return bytes;
}

struct odt_bytes
odt_pack(const struct odt_member *members)
{
    return pack(members, ZIP_CM_STORE);
}

struct odt_bytes
odt_deflate(const struct odt_member *members)
{
    return pack(members, ZIP_CM_DEFLATE);
}

/* --- documents --- */

static const char manifest[] =
    "<manifest:manifest xmlns:manifest='" ODT_PARTS "manifest:1.0'>"
    "<manifest:file-entry manifest:full-path='/' manifest:media-type='" ODT_TYPE "'/>"
    "<manifest:file-entry manifest:full-path='content.xml' manifest:media-type='text/xml'/>"
    "</manifest:manifest>";

const char odt_inquiry[] = "<text:h text:outline-level=\"1\">Kleine Anfrage: Bücherbusse</text:h>"
                           "<text:p>Drucksache 18/901</text:p><text:h text:outline-level=\"2\">"
                           "Frage 1</text:h><text:p>Wie viele Busse fahren?</text:p>";

struct odt_document
odt_styled_document(const char *styles, const char *text)
{
    char *content = NULL;
    int length = asprintf(&content,
                          "<?xml version='1.0' encoding='UTF-8'?>"
                          "<office:document-content" ODT_NAMESPACES ">"
                          "<office:automatic-styles>%s</office:automatic-styles>"
                          "<office:body><office:text>%s</office:text></office:body>"
                          "</office:document-content>",
                          styles, text);
    ck_assert_int_gt(length, 0);
    return (struct odt_document){
        .members = {[ODT_MIMETYPE] = {"mimetype", ODT_TYPE, 0},
                    [ODT_CONTENT] = {"content.xml", content, 0},
                    [ODT_MANIFEST] = {"META-INF/manifest.xml", manifest, 0}},
        .content = content};
}

struct odt_document
odt_document(const char *text)
{
    return odt_styled_document("", text);
}

void
odt_document_clear(struct odt_document *document)
{
    free(document->content);
    *document = (struct odt_document){0};
}

/* --- reading --- */

static void
on_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    if (diagnostic->code != ANF_CODE_NO_INQUIRY)
        log_diagnostic(diagnostic, user);
}

void
read_odt(const void *data, size_t len, int limit, uint64_t value, struct odt_reading *ret)
{
    struct anf_context *ctx = anf_context_new();
    struct anf_source *source = anf_source_new_memory("a.odt", data, len);
    ck_assert(ctx && source);
    ret->page = NULL;
    log_clear(&ret->log);
    anf_context_set_diagnostic_fn(ctx, on_diagnostic, &ret->log);
    int status = anf_context_load_plugins(ctx, NULL);
    ck_assert(status == ANF_OK || status == ANF_ERR_UNSUPPORTED);
    if (limit)
        ck_assert_int_eq(anf_context_set_limit(ctx, limit, value), ANF_OK);
    ret->status = anf_read_page(ctx, source, "odt", NULL, &ret->page);
    anf_source_unref(source);
    anf_context_set_diagnostic_fn(ctx, NULL, NULL);
    anf_context_unref(ctx);
}

void
read_odt_members(const struct odt_member *members, struct odt_reading *ret)
{
    struct odt_bytes bytes = odt_pack(members);
    read_odt(bytes.data, bytes.len, 0, 0, ret);
    free(bytes.data);
}

void
end_odt_reading(struct odt_reading *reading)
{
    reading->page = anf_page_unref(reading->page);
}

/* --- expecting --- */

void
expect_odt_refused(const struct odt_reading *reading, int status, uint32_t code, const char *words)
{
    const struct log_entry *error = log_find(&reading->log, code);
    ck_assert_int_eq(reading->status, status);
    ck_assert_msg(error, "ANF-%u was not reported", (unsigned)code);
    ck_assert_int_eq(error->severity, ANF_SEVERITY_ERROR);
    ck_assert_msg(strstr(error->message, words), "\"%s\" lacks \"%s\"", error->message, words);
}

static char *
print_members(const struct odt_member *members)
{
    static struct odt_reading reading;
    read_odt_members(members, &reading);
    ck_assert_msg(reading.status == ANF_OK, "%s", reading.log.entries[0].message);
    ck_assert_uint_eq(reading.log.count, 0);
    char *printed = print_page(reading.page);
    end_odt_reading(&reading);
    return printed;
}

void
expect_odt_page(const struct odt_member *members, const char *expected)
{
    char *printed = print_members(members);
    ck_assert_str_eq(printed, expected);
    free(printed);
}

/* Take the words "group/" and "group " from the start of each line. */
static void
strip_groups(char *printed)
{
    static const char group[] = "group";
    char *to = printed;
    for (const char *from = printed; *from;) {
        size_t line = strcspn(from, "\n") + 1;
        size_t stripped = strncmp(from, group, sizeof group - 1) == 0 ? sizeof group : 0;
        memmove(to, from + stripped, line - stripped);
        to += line - stripped;
        from += line;
    }
    *to = '\0';
}

void
expect_odt_styled(const char *styles, const char *text, const char *expected)
{
    struct odt_document document = odt_styled_document(styles, text);
    char *printed = print_members(document.members);
    strip_groups(printed);
    ck_assert_str_eq(printed, expected);
    free(printed);
    odt_document_clear(&document);
}

void
expect_odt_blocks(const char *text, const char *expected)
{
    expect_odt_styled("", text, expected);
}
