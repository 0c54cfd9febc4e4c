/* pack.c: the ZIP archive of a document, by libzip, in memory. */
#include "pack.h"

#include "zip-memory.h"

/* Time stamps are of 1980-01-01 00:00, the first that ZIP knows: the clock and the time zone, which
 * zip_file_set_mtime would ask for, have no place in the bytes. */
enum { FIRST_TIME = 0, FIRST_DATE = 1 << 5 | 1, LEVEL = 6, PIECE = 64 << 10 };

static int
fail(struct anf_call *call, zip_error_t *error)
{
    int nomem = anf__odt_zip_has_no_memory(error);
    anf_call_report(
        call, ANF_SEVERITY_ERROR, nomem ? ANF_CODE_OUT_OF_MEMORY : ANF_CODE_CANNOT_WRITE, NULL, 0,
        0, "the archive cannot be made: %s", nomem ? "out of memory" : zip_error_strerror(error));
    zip_error_fini(error);
    return nomem ? ANF_ERR_NOMEM : ANF_ERR_IO;
}

/* 0, or -1 with the archive's error set. */
static int
add(zip_t *archive, const struct anf__odt_part *part, int compressed)
{
    zip_source_t *source = zip_source_buffer(archive, part->data, part->len, 0);
    if (!source)
        return -1;
    zip_int64_t index = zip_file_add(archive, part->name, source, ZIP_FL_ENC_UTF_8);
    if (index < 0) {
        zip_source_free(source);
        return -1;
    }
    zip_uint64_t entry = (zip_uint64_t)index;
    if (zip_file_set_dostime(archive, entry, FIRST_TIME, FIRST_DATE, 0) < 0)
        return -1;
    return zip_set_file_compression(archive, entry, compressed ? ZIP_CM_DEFLATE : ZIP_CM_STORE,
                                    compressed ? LEVEL : 0);
}

static int
add_all(zip_t *archive, const struct anf__odt_part *parts, size_t count)
{
    int compressed = 0;
    for (size_t i = 0; i < count; i++) {
        if (!parts[i].data)
            continue;
        if (add(archive, &parts[i], compressed) < 0)
            return -1;
        compressed = 1;
    }
    return 0;
}

/* Hand the finished archive on. */
static int
copy_out(struct anf_call *call, zip_source_t *target, struct anf_sink *sink)
{
    unsigned char piece[PIECE];
    zip_int64_t got = -1;
    int status = ANF_OK;
    if (zip_source_open(target) == 0) {
        while (status == ANF_OK && (got = zip_source_read(target, piece, sizeof piece)) > 0)
            status = anf_sink_write(sink, piece, (size_t)got);
        zip_source_close(target);
    }
    if (status == ANF_OK && got < 0)
        status = fail(call, zip_source_error(target));
    return status;
}

static int
pack_into(struct anf_call *call, zip_source_t *target, const struct anf__odt_part *parts,
          size_t count, struct anf_sink *sink)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_t *archive = zip_open_from_source(target, ZIP_CREATE | ZIP_TRUNCATE, &error);
    if (!archive)
        return fail(call, &error);
    zip_source_keep(target); /* zip_close gives its own reference back */
    if (add_all(archive, parts, count) < 0 || zip_close(archive) < 0) {
        int status = fail(call, zip_get_error(archive));
        zip_discard(archive);
        return status;
    }
    return copy_out(call, target, sink);
}

int
anf__odt_pack(struct anf_call *call, const struct anf__odt_part *parts, size_t count,
              struct anf_sink *sink)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *target = zip_source_buffer_create(NULL, 0, 0, &error);
    if (!target)
        return fail(call, &error);
    int status = pack_into(call, target, parts, count, sink);
    zip_source_free(target);
    return status;
}
