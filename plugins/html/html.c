/* html.c: the plugin for HTML pages. */
#include <anfrage/plugin.h>

#include "label.h"
#include "own.h"
#include "reader.h"
#include "repair.h"
#include "write.h"
#include "xml.h"

#include <limits.h>
#include <stdlib.h>

static int
parse(struct anf_call *call, const char *text, size_t len)
{
    if (len > INT_MAX) {
        anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_INPUT_TOO_LARGE, NULL, 0, 0,
                        "too large for the HTML parser");
        return ANF_ERR_LIMIT;
    }
    if (anf__xml_most_attributes(ANF__MARKUP_HTML, (const unsigned char *)text, len) >
        anf_call_limit(call, ANF_LIMIT_ATTRIBUTES)) {
        anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_HTML_ATTRIBUTES, NULL, 0, 0,
                        "too many attributes on one element");
        return ANF_ERR_LIMIT;
    }
    return anf__html_parse(call, text, len);
}

static int
html_read(struct anf_call *call, struct anf_source *source)
{
    const unsigned char *data = NULL;
    const char *text = NULL;
    char *repaired = NULL;
    size_t len = 0;
    char label[ANF__HTML_LABEL_ROOM];
    int status = anf__xml_prepare();
    if (status == ANF_OK)
        status = anf_source_bytes(call, source, &data, &len);
    if (status != ANF_OK)
        return status;
    int is_own = anf__own_is(data, len);
    if (is_own)
        status = anf__own_read(call, source, &is_own);
    if (status != ANF_OK || is_own)
        return status;
    int labelled = anf__html_label(data, len, label);
    status = anf_source_text(call, source, labelled ? label : NULL, 0, &text, &len);
    if (status == ANF_OK)
        status = anf__html_repair(text, len, &repaired, &len);
    if (status == ANF_OK)
        status = parse(call, repaired ? repaired : text, len);
    free(repaired);
    return status;
}

static const char *const extensions[] = {"html", "htm", "xhtml", "xht", NULL};
static const char *const media_types[] = {"text/html", "application/xhtml+xml", NULL};

static const char *const magic[] = {
    "70 1024 <!doctype html", "70 1024 <html", "50 1024 <head", "50 1024 <body", "20 64 <!--", NULL,
};

static const struct anf_format_option *const options[] = {NULL};

static const struct anf_format html = {
    ANF_FORMAT_INIT,
    .id = "html",
    .label = "HTML page",
    .extensions = extensions,
    .media_types = media_types,
    .magic = magic,
    .read = html_read,
    .write = anf__html_write,
    .options = options,
};

static const struct anf_format *const formats[] = {&html, NULL};

ANF_PLUGIN_DEFINE(html, "0.1.0", formats);
