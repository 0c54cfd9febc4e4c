/* odt-content.c: any bytes, as content.xml of an OpenDocument package. */
#include "fuzz.h"

#include <stdlib.h>
#include <string.h>
#include <zip.h>

/* What else a package needs (OpenDocument 1.3, part 2, sections 3.2 and 3.3). */
static const char mimetype[] = "application/vnd.oasis.opendocument.text";
static const char manifest[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?><manifest:manifest "
    "xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" "
    "manifest:version=\"1.3\"><manifest:file-entry manifest:full-path=\"/\" "
    "manifest:media-type=\"application/vnd.oasis.opendocument.text\"/><manifest:file-entry "
    "manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/></manifest:manifest>";

static void
add_member(zip_t *archive, const char *name, const void *data, size_t size)
{
    zip_source_t *source = zip_source_buffer(archive, data, size, 0);
    zip_int64_t index = zip_file_add(archive, name, source, 0);
    if (index < 0 || zip_set_file_compression(archive, (zip_uint64_t)index, ZIP_CM_STORE, 0) < 0)
        fuzz_fail("no package", zip_strerror(archive));
}

/* The bytes of a package with this content; give them to free. */
static void *
pack(const uint8_t *data, size_t size, size_t *ret_size)
{
    zip_error_t error;
    zip_stat_t stat;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    zip_source_keep(target);
    zip_t *archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    if (!archive)
        fuzz_fail("no package", zip_error_strerror(&error));
    add_member(archive, "mimetype", mimetype, sizeof mimetype - 1);
    add_member(archive, "META-INF/manifest.xml", manifest, sizeof manifest - 1);
    add_member(archive, "content.xml", data, size);
    if (zip_close(archive) < 0 || zip_source_open(target) < 0 || zip_source_stat(target, &stat) < 0)
        fuzz_fail("no package", NULL);
    void *bytes = malloc(stat.size);
    *ret_size = (size_t)zip_source_read(target, bytes, stat.size);
    zip_source_close(target);
    zip_source_free(target);
    zip_error_fini(&error);
    return bytes;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t packed_size;
    void *packed = pack(data, size, &packed_size);
    fuzz_read("odt", NULL, packed, packed_size);
    free(packed);
    return 0;
}
