/* package-kind.c: what a ZIP archive holds. A document says it twice, in the member mimetype and in
 * its manifest (OpenDocument 1.3, part 2, 3.3 and 4); files that were packed by hand often miss
 * one. */
#include "package-kind.h"

#include "names.h"
#include "xml.h"

#include <string.h>

enum { LONGEST_TYPE = 128 };

/* --- other archives --- */

/* A member that only this kind of archive has. */
static const struct {
    const char *member;
    const char *kind;
} others[] = {
    {"word/document.xml", "a Word document (docx)"},
    {"xl/workbook.xml", "an Excel workbook (xlsx)"},
    {"ppt/presentation.xml", "a PowerPoint presentation (pptx)"},
    {"META-INF/container.xml", "an electronic book (EPUB)"},
    {"META-INF/MANIFEST.MF", "a Java archive"},
    {"AndroidManifest.xml", "an Android package"},
};

static const struct {
    const char *type;
    const char *kind;
} types[] = {
    {"application/vnd.oasis.opendocument.spreadsheet", "an OpenDocument spreadsheet"},
    {"application/vnd.oasis.opendocument.presentation", "an OpenDocument presentation"},
    {"application/vnd.oasis.opendocument.graphics", "an OpenDocument drawing"},
    {"application/epub+zip", "an electronic book (EPUB)"},
};

static int
refuse_other(struct anf_call *call, const char *kind)
{
    anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_NOT_ODT, NULL, 0, 0,
                    "this ZIP archive holds %s, not an OpenDocument text", kind);
    return ANF_ERR_UNSUPPORTED;
}

static int
refuse_by_members(struct anf_call *call, const struct anf__odt_package *package)
{
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        if (anf__odt_package_has(package, others[i].member))
            return refuse_other(call, others[i].kind);
    return refuse_other(call, "neither a mimetype nor a manifest");
}

static int
refuse_by_type(struct anf_call *call, const char *type)
{
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].type, type) == 0)
            return refuse_other(call, types[i].kind);
    anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_NOT_ODT, NULL, 0, 0,
                    "this ZIP archive says that it is \"%.*s\", not an OpenDocument text",
                    LONGEST_TYPE, type);
    return ANF_ERR_UNSUPPORTED;
}

/* --- the manifest --- */

struct manifest {
    struct anf_call *call;
    char type[LONGEST_TYPE]; /* of the package; "": not said */
    int there;
    int lists_content;
    int encrypted;
};

/* The value of an attribute in whatever namespace. */
static const char *
value_of(const struct anf__xml_element *element, const char *name)
{
    for (size_t i = 0; i < element->attribute_count; i++)
        if (strcmp(element->attributes[i].name, name) == 0)
            return element->attributes[i].value;
    return "";
}

static int
start(void *user, const struct anf__xml_element *element)
{
    struct manifest *manifest = user;
    if (strcmp(element->name, "encryption-data") == 0)
        manifest->encrypted = 1;
    if (strcmp(element->name, "file-entry") != 0)
        return ANF_OK;
    const char *path = value_of(element, "full-path");
    const char *type = value_of(element, "media-type");
    if (strcmp(path, ANF__ODT_CONTENT) == 0)
        manifest->lists_content = 1;
    if (strcmp(path, "/") == 0 && strlen(type) < sizeof manifest->type)
        strcpy(manifest->type, type);
    return ANF_OK;
}

static int
read_manifest(struct anf_call *call, struct anf__odt_package *package, struct manifest *manifest)
{
    static const struct anf__xml_handler handler = {.start = start};
    struct anf__odt_member member;
    int status = anf__odt_package_read(package, ANF__ODT_MANIFEST, &member);
    if (status != ANF_OK || !member.data)
        return status;
    manifest->there = 1;
    status = anf__xml_parse(call, ANF__ODT_MANIFEST, member.data, member.len, &handler, manifest);
    anf__odt_member_clear(&member);
    return status;
}

/* --- the kind --- */

static void
warn(struct anf_call *call, const char *member, const char *what)
{
    anf_call_report(call, ANF_SEVERITY_WARNING, ANF_CODE_ODT_PACKAGE, member, 0, 0, "%s", what);
}

/* A template is a text, too. */
static int
is_text(const char *type)
{
    return strcmp(type, ANF__ODT_MEDIA_TYPE) == 0 ||
           strcmp(type, ANF__ODT_MEDIA_TYPE "-template") == 0;
}

static int
check_mimetype(struct anf_call *call, struct anf__odt_package *package,
               const struct anf__odt_member *mimetype)
{
    char type[LONGEST_TYPE];
    size_t len = mimetype->len < sizeof type - 1 ? mimetype->len : sizeof type - 1;
    memcpy(type, mimetype->data, len);
    type[len] = '\0';
    type[strcspn(type, " \t\r\n")] = '\0';
    if (mimetype->len >= sizeof type || !is_text(type))
        return refuse_by_type(call, type);
    if (strlen(type) != mimetype->len)
        warn(call, ANF__ODT_MIMETYPE, "white space behind the type, which some readers refuse");
    if (!anf__odt_package_first(package, ANF__ODT_MIMETYPE))
        warn(call, ANF__ODT_MIMETYPE, "is not the first member, where some readers look for it");
    return ANF_OK;
}

static int
check_type(struct anf_call *call, struct anf__odt_package *package, const struct manifest *manifest)
{
    struct anf__odt_member mimetype;
    int status = anf__odt_package_read(package, ANF__ODT_MIMETYPE, &mimetype);
    if (status != ANF_OK)
        return status;
    if (mimetype.data)
        status = check_mimetype(call, package, &mimetype);
    else if (!*manifest->type)
        status = refuse_by_members(call, package);
    else if (!is_text(manifest->type))
        status = refuse_by_type(call, manifest->type);
    else
        warn(call, ANF__ODT_MIMETYPE, "is missing; the manifest says what the document is");
    anf__odt_member_clear(&mimetype);
    return status;
}

int
anf__odt_check_kind(struct anf_call *call, struct anf__odt_package *package)
{
    struct manifest manifest = {.call = call};
    int status = read_manifest(call, package, &manifest);
    if (status == ANF_OK)
        status = check_type(call, package, &manifest);
    if (status != ANF_OK)
        return status;
    if (manifest.encrypted) {
        anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_ENCRYPTED, NULL, 0, 0,
                        "the document is encrypted; save it without a password");
        return ANF_ERR_UNSUPPORTED;
    }
    if (manifest.there && !manifest.lists_content)
        warn(call, ANF__ODT_MANIFEST, "does not list content.xml");
    return ANF_OK;
}
