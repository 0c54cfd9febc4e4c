/* read.c: a document: which of its parts are read, and by whom. */
#include "read.h"

#include "names.h"
#include "own.h"
#include "package.h"
#include "page.h"

#include <string.h>

/* --- in a package --- */

static int
refuse_without_content(struct anf_call *call)
{
    anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_PACKAGE, ANF__ODT_CONTENT, 0, 0,
                    "is missing, and with it the text");
    return ANF_ERR_SYNTAX;
}

static int
read_foreign(struct anf_call *call, struct anf__odt_package *package,
             const struct anf__odt_member *content)
{
    struct anf__odt_member meta = {0}, styles = {0};
    int status = anf__odt_package_read(package, ANF__ODT_META, &meta);
    if (status == ANF_OK)
        status = anf__odt_package_read(package, ANF__ODT_STYLES, &styles);
    if (status == ANF_OK) {
        struct anf__odt_page_part parts[] = {{ANF__ODT_META, meta.data, meta.len},
                                             {ANF__ODT_STYLES, styles.data, styles.len},
                                             {ANF__ODT_CONTENT, content->data, content->len}};
        status = anf__odt_read_page(call, parts, sizeof parts / sizeof *parts);
    }
    anf__odt_member_clear(&styles);
    anf__odt_member_clear(&meta);
    return status;
}

static int
read_content(struct anf_call *call, struct anf__odt_package *package)
{
    struct anf__odt_member content = {0};
    int is_own = 0;
    int status = anf__odt_package_read(package, ANF__ODT_CONTENT, &content);
    if (status == ANF_OK && !content.data)
        status = refuse_without_content(call);
    if (status == ANF_OK)
        status = anf__odt_read_own(call, package, &content, &is_own);
    if (status == ANF_OK && !is_own)
        status = read_foreign(call, package, &content);
    anf__odt_member_clear(&content);
    return status;
}

static int
read_package(struct anf_call *call, struct anf_source *source)
{
    struct anf__odt_package *package = NULL;
    int status = anf__odt_package_open(call, source, &package);
    if (status == ANF_OK)
        status = read_content(call, package);
    anf__odt_package_free(package);
    return status;
}

/* --- flat --- */

/* All parts in one file of XML (OpenDocument 1.3, part 3, 3.1.2). */
static int
is_flat(const unsigned char *data, size_t len)
{
    static const unsigned char mark[] = {0xef, 0xbb, 0xbf};
    size_t at = len >= sizeof mark && memcmp(data, mark, sizeof mark) == 0 ? sizeof mark : 0;
    while (at < len && data[at] && strchr(" \t\r\n", data[at]))
        at++;
    return at < len && data[at] == '<';
}

int
anf__odt_read(struct anf_call *call, struct anf_source *source)
{
    struct anf__odt_page_part whole = {0};
    int status = anf_source_bytes(call, source, &whole.data, &whole.len);
    if (status != ANF_OK)
        return status;
    return is_flat(whole.data, whole.len) ? anf__odt_read_page(call, &whole, 1)
                                          : read_package(call, source);
}
