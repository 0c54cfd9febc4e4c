/* package.c: opening a ZIP archive with libzip, from memory, and inflating its members. libzip
 * compares what an archive says of itself only where it is asked to (ZIP_CHECKCONS), knows no
 * limit, and takes names as they are: so names are checked and bytes counted here. */
#include "package.h"

#include "package-directory.h"
#include "package-kind.h"
#include "zip-memory.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { PIECE = 64 << 10 };

struct anf__odt_package {
    struct anf_call *call;
    zip_t *archive;
    uint64_t unpacked; /* bytes that came out so far */
};

static int
report_zip(struct anf_call *call, const char *member, zip_error_t *error)
{
    int code = zip_error_code_zip(error);
    if (anf__odt_zip_has_no_memory(error))
        return ANF_ERR_NOMEM;
    const char *what = member ? "cannot be unpacked" : "no sound ZIP archive";
    const char *why = code == ZIP_ER_EXISTS ? "two members have one name"
                                            : zip_error_strerror(error);
    anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_PACKAGE, member, 0, 0, "%s: %s", what,
                    why);
    return ANF_ERR_SYNTAX;
}

static int
refuse(struct anf_call *call, const char *member, const char *why)
{
    anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_PACKAGE, member, 0, 0, "%s", why);
    return ANF_ERR_SYNTAX;
}

/* --- the archive --- */

static int
open_archive(struct anf_call *call, const unsigned char *data, size_t len, zip_t **ret_archive)
{
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t *source = zip_source_buffer_create(data, len, 0, &error);
    zip_t *archive = source ? zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &error)
                            : NULL;
    if (!archive) {
        int status = report_zip(call, NULL, &error);
        zip_source_free(source);
        zip_error_fini(&error);
        return status;
    }
    *ret_archive = archive;
    return ANF_OK;
}

static int
leaves_the_package(const char *name)
{
    if (name[0] == '/' || strchr(name, '\\'))
        return 1;
    for (const char *part = name; part; part = strchr(part, '/')) {
        part += *part == '/';
        if (strncmp(part, "..", 2) == 0 && (!part[2] || part[2] == '/'))
            return 1;
    }
    return 0;
}

/* Archives from Unix keep a file's mode in the upper half of its attributes. */
static int
is_link(zip_t *archive, zip_uint64_t index)
{
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    return zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0 &&
           system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16);
}

static int
check_entry(struct anf__odt_package *package, zip_uint64_t index)
{
    zip_stat_t stat;
    struct anf_call *call = package->call;
    if (zip_stat_index(package->archive, index, 0, &stat) < 0)
        return report_zip(call, NULL, zip_get_error(package->archive));
    if (leaves_the_package(stat.name))
        return refuse(call, NULL, "the archive has a name that leads out of it");
    if (stat.valid & ZIP_STAT_ENCRYPTION_METHOD && stat.encryption_method != ZIP_EM_NONE) {
        anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_ENCRYPTED, stat.name, 0, 0,
                        "the archive is encrypted");
        return ANF_ERR_UNSUPPORTED;
    }
    if (stat.valid & ZIP_STAT_COMP_METHOD && stat.comp_method != ZIP_CM_STORE &&
        stat.comp_method != ZIP_CM_DEFLATE)
        return refuse(call, stat.name, "is packed in a way that OpenDocument does not allow");
    return is_link(package->archive, index) ? refuse(call, stat.name, "is a link") : ANF_OK;
}

static int
check_entries(struct anf__odt_package *package)
{
    uint64_t most = anf_call_limit(package->call, ANF_LIMIT_PARTS);
    zip_int64_t count = zip_get_num_entries(package->archive, 0);
    if (count > (zip_int64_t)most) {
        anf_call_report(package->call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_TOO_LARGE, NULL, 0, 0,
                        "the archive has more than %llu members, the limit parts",
                        (unsigned long long)most);
        return ANF_ERR_LIMIT;
    }
    int status = ANF_OK;
    for (zip_int64_t i = 0; status == ANF_OK && i < count; i++)
        status = check_entry(package, (zip_uint64_t)i);
    return status;
}

static int
check_overlap(struct anf__odt_package *package, const unsigned char *data, size_t len)
{
    zip_int64_t count = zip_get_num_entries(package->archive, 0);
    int overlap = 0;
    int status = anf__odt_members_overlap(data, len, count > 0 ? (size_t)count : 0, &overlap);
    return overlap ? refuse(package->call, NULL, "members of the archive share bytes") : status;
}

static int
open_package(struct anf_call *call, struct anf_source *source, struct anf__odt_package *package)
{
    const unsigned char *data;
    size_t len;
    int status = anf_source_bytes(call, source, &data, &len);
    if (status == ANF_OK && !anf__odt_archive_alone(data, len))
        return refuse(call, NULL, "no ZIP archive, a part of one, or more than one");
    if (status == ANF_OK)
        status = open_archive(call, data, len, &package->archive);
    if (status == ANF_OK)
        status = check_entries(package);
    if (status == ANF_OK)
        status = check_overlap(package, data, len);
    return status == ANF_OK ? anf__odt_check_kind(call, package) : status;
}

int
anf__odt_package_open(struct anf_call *call, struct anf_source *source,
                      struct anf__odt_package **ret_package)
{
    struct anf__odt_package *package = calloc(1, sizeof *package);
    if (!package)
        return ANF_ERR_NOMEM;
    package->call = call;
    int status = open_package(call, source, package);
    if (status == ANF_OK)
        *ret_package = package;
    else
        anf__odt_package_free(package);
    return status;
}

struct anf__odt_package *
anf__odt_package_free(struct anf__odt_package *package)
{
    if (package && package->archive)
        zip_discard(package->archive);
    free(package);
    return NULL;
}

/* --- members --- */

int
anf__odt_package_has(const struct anf__odt_package *package, const char *name)
{
    return zip_name_locate(package->archive, name, 0) >= 0;
}

int
anf__odt_package_first(const struct anf__odt_package *package, const char *name)
{
    return zip_name_locate(package->archive, name, 0) == 0;
}

/* Room for a piece more and a zero byte. */
static int
grow(struct anf__odt_member *member, size_t *room)
{
    if (*room - member->len > PIECE)
        return ANF_OK;
    size_t wanted = (*room + PIECE) * 2;
    unsigned char *grown = realloc(member->data, wanted);
    if (!grown)
        return ANF_ERR_NOMEM;
    member->data = grown;
    *room = wanted;
    return ANF_OK;
}

static int
refuse_size(struct anf__odt_package *package, const char *name, int limit)
{
    uint64_t most = anf_call_limit(package->call, limit);
    anf_call_report(package->call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_TOO_LARGE, name, 0, 0,
                    "unpacks to more than %llu bytes, the limit %s", (unsigned long long)most,
                    anf_limit_name(limit));
    return ANF_ERR_LIMIT;
}

/* What an entry declares is no promise. */
static int
count(struct anf__odt_package *package, const char *name, const struct anf__odt_member *member,
      size_t got)
{
    package->unpacked += got;
    if (package->unpacked > anf_call_limit(package->call, ANF_LIMIT_UNPACKED_BYTES))
        return refuse_size(package, name, ANF_LIMIT_UNPACKED_BYTES);
    if (member->len > anf_call_limit(package->call, ANF_LIMIT_PART_BYTES))
        return refuse_size(package, name, ANF_LIMIT_PART_BYTES);
    return ANF_OK;
}

/* The archive says of each member how long it is; libzip goes by where the packed data end. */
static int
check_length(struct anf__odt_package *package, const char *name,
             const struct anf__odt_member *member)
{
    zip_stat_t stat;
    if (zip_stat(package->archive, name, 0, &stat) < 0)
        return report_zip(package->call, name, zip_get_error(package->archive));
    if (stat.valid & ZIP_STAT_SIZE && stat.size != member->len)
        return refuse(package->call, name, "is not as long as the archive says");
    return ANF_OK;
}

/* The end of the stream is where libzip compares the checksum. */
static int
inflate_member(struct anf__odt_package *package, const char *name, zip_file_t *file,
               struct anf__odt_member *member)
{
    size_t room = 0;
    int status = ANF_OK;
    zip_int64_t got = 1;
    while (status == ANF_OK && got > 0) {
        status = grow(member, &room);
        if (status != ANF_OK)
            break;
        got = zip_fread(file, member->data + member->len, PIECE);
        if (got < 0)
            return report_zip(package->call, name, zip_file_get_error(file));
        member->len += (size_t)got;
        status = count(package, name, member, (size_t)got);
    }
    if (status == ANF_OK)
        member->data[member->len] = '\0';
    return status;
}

int
anf__odt_package_read(struct anf__odt_package *package, const char *name,
                      struct anf__odt_member *ret_member)
{
    struct anf__odt_member member = {0};
    if (!anf__odt_package_has(package, name)) {
        *ret_member = member;
        return ANF_OK;
    }
    zip_file_t *file = zip_fopen(package->archive, name, 0);
    if (!file)
        return report_zip(package->call, name, zip_get_error(package->archive));
    int status = inflate_member(package, name, file, &member);
    zip_fclose(file);
    if (status == ANF_OK)
        status = check_length(package, name, &member);
    if (status == ANF_OK)
        *ret_member = member;
    else
        anf__odt_member_clear(&member);
    return status;
}

void
anf__odt_member_clear(struct anf__odt_member *member)
{
    free(member->data);
    *member = (struct anf__odt_member){0};
}
