/* odt_own_support.c: documents that our writer wrote, edited as text, and what reading them gives.
 */
#include "odt_own_support.h"

#include "odt_support.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* To be freed. */
static char *
member(zip_t *archive, const char *name)
{
    zip_stat_t stat;
    ck_assert_int_eq(zip_stat(archive, name, 0, &stat), 0);
    char *text = calloc(1, (size_t)stat.size + 1);
    zip_file_t *file = zip_fopen(archive, name, 0);
    ck_assert(text && file);
    ck_assert_int_eq(zip_fread(file, text, stat.size), (zip_int64_t)stat.size);
    zip_fclose(file);
    return text;
}

static struct own_odt
unpack(const void *data, size_t len)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(data, len, 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY, &error) : NULL;
    ck_assert_ptr_nonnull(archive);
    struct own_odt odt = {member(archive, "content.xml"), member(archive, "anfrage/inquiry.xml")};
    zip_discard(archive);
    return odt;
}

struct own_odt
own_odt_of_json(const char *json)
{
    size_t len;
    struct anf_inquiry *inquiry = read_json(json);
    struct anf_sink *sink = anf_sink_new_memory();
    ck_assert_int_eq(anf_write(ctx, inquiry, "odt", NULL, sink), ANF_OK);
    ck_assert_int_eq(anf_sink_commit(sink, ctx), ANF_OK);
    char *bytes = anf_sink_steal(sink, &len);
    struct own_odt odt = unpack(bytes, len);
    anf_free(bytes);
    anf_sink_unref(sink);
    anf_inquiry_unref(inquiry);
    return odt;
}

void
own_odt_clear(struct own_odt *odt)
{
    free(odt->content);
    free(odt->inquiry);
    *odt = (struct own_odt){NULL, NULL};
}

static const char manifest[] =
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.3\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" ODT_TYPE "\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "<manifest:file-entry manifest:full-path=\"anfrage/inquiry.xml\" "
    "manifest:media-type=\"application/akn+xml\"/></manifest:manifest>";

static const char manifest_without[] =
    "<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.3\">"
    "<manifest:file-entry manifest:full-path=\"/\" manifest:media-type=\"" ODT_TYPE "\"/>"
    "<manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>"
    "</manifest:manifest>";

struct anf_inquiry *
read_own_odt(const char *content, const char *inquiry)
{
    const struct odt_member members[] = {
        {"mimetype", ODT_TYPE, 0},
        {"content.xml", content, 0},
        {"META-INF/manifest.xml", inquiry ? manifest : manifest_without, 0},
        {inquiry ? "anfrage/inquiry.xml" : NULL, inquiry, 0},
        {NULL, NULL, 0},
    };
    struct odt_bytes bytes = odt_pack(members);
    struct anf_inquiry *read = NULL;
    struct anf_source *source = anf_source_new_memory("a.odt", bytes.data, bytes.len);
    said = (struct said){0};
    if (anf_read_one(ctx, source, NULL, NULL, &read) != ANF_OK)
        read = NULL;
    anf_source_unref(source);
    free(bytes.data);
    return read;
}
