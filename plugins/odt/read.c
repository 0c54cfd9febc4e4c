/* read.c: a document in its package: which of its parts are read, and by whom. */
#include "read.h"

#include "names.h"
#include "own.h"
#include "package.h"
#include "page.h"
#include "xml.h"

static int
refuse_without_content(struct anf_call *call)
{
    anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_ODT_PACKAGE, ANF__ODT_CONTENT, 0, 0,
                    "is missing, and with it the text");
    return ANF_ERR_SYNTAX;
}

/* Nothing in it is on the page; but a document that is made to hurt its reader is refused. */
static int
check_meta(struct anf_call *call, struct anf__odt_package *package)
{
    static const struct anf__xml_handler nothing = {.no_doctype = 1};
    struct anf__odt_member meta = {0};
    int status = anf__odt_package_read(package, ANF__ODT_META, &meta);
    if (status == ANF_OK && meta.data)
        status = anf__xml_parse(call, ANF__ODT_META, meta.data, meta.len, &nothing, NULL);
    anf__odt_member_clear(&meta);
    return status;
}

static int
read_foreign(struct anf_call *call, struct anf__odt_package *package,
             const struct anf__odt_member *content)
{
    struct anf__odt_member styles = {0};
    int status = anf__odt_package_read(package, ANF__ODT_STYLES, &styles);
    if (status == ANF_OK)
        status = check_meta(call, package);
    if (status == ANF_OK)
        status = anf__odt_read_page(call, content->data, content->len, styles.data, styles.len);
    anf__odt_member_clear(&styles);
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

int
anf__odt_read(struct anf_call *call, struct anf_source *source)
{
    struct anf__odt_package *package = NULL;
    int status = anf__odt_package_open(call, source, &package);
    if (status == ANF_OK)
        status = read_content(call, package);
    anf__odt_package_free(package);
    return status;
}
