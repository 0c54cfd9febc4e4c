/* odt_support.c: OpenDocument packages made in memory, and what reading them gave. */
#include "odt_support.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* --- packing --- */

static void
add(zip_t *archive, const struct odt_member *member)
{
    size_t len = member->len ? member->len : strlen(member->data);
    zip_source_t *source = zip_source_buffer(archive, member->data, len, 0);
    ck_assert_ptr_nonnull(source);
    zip_int64_t index = zip_file_add(archive, member->name, source, ZIP_FL_ENC_UTF_8);
    ck_assert_int_ge(index, 0);
    ck_assert_int_eq(zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_STORE, 0), 0);
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

struct odt_bytes
odt_pack(const struct odt_member *members)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    ck_assert_ptr_nonnull(target);
    zip_t *archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    ck_assert_ptr_nonnull(archive);
    zip_source_keep(target);
    for (; members->name; members++)
        add(archive, members);
    ck_assert_int_eq(zip_close(archive), 0);
    struct odt_bytes bytes = bytes_of(target);
    zip_source_free(target);
    return bytes;
}

/* --- documents --- */

#define NAMESPACE(prefix, part)                                                                    \
    " xmlns:" prefix "=\"urn:oasis:names:tc:opendocument:xmlns:" part ":1.0\""

static const char before[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><office:document-content" NAMESPACE("office",
                                                                                   "office")
        NAMESPACE("text", "text") NAMESPACE("table", "table") NAMESPACE("draw", "drawing")
            NAMESPACE("style", "style") NAMESPACE("fo", "xsl-fo-compatible")
                NAMESPACE("svg", "svg-compatible") " xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
                                                   "xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                                                   "><office:body><office:text>";
static const char after[] = "</office:text></office:body></office:document-content>";

static const char manifest[] = "<manifest:manifest" NAMESPACE(
    "manifest",
    "manifest") ">"
                "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" ODT_TYPE
                "\"/>"
                "<manifest:file-entry manifest:full-path=\"content.xml\" "
                "manifest:media-type=\"text/xml\"/>"
                "</manifest:manifest>";

const char odt_inquiry[] = "<text:h text:outline-level=\"1\">Kleine Anfrage: Bücherbusse</text:h>"
                           "<text:p>Drucksache 18/901</text:p><text:h text:outline-level=\"2\">"
                           "Frage 1</text:h><text:p>Wie viele Busse fahren?</text:p>";

struct odt_document
odt_document(const char *text)
{
    size_t room = sizeof before + strlen(text) + sizeof after;
    char *content = malloc(room);
    ck_assert_ptr_nonnull(content);
    snprintf(content, room, "%s%s%s", before, text, after);
    return (struct odt_document){
        .members = {[ODT_MIMETYPE] = {"mimetype", ODT_TYPE, 0},
                    [ODT_CONTENT] = {"content.xml", content, 0},
                    [ODT_MANIFEST] = {"META-INF/manifest.xml", manifest, 0}},
        .content = content};
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
