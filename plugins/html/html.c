/* html.c: the plugin for HTML pages. */
#include <anfrage/plugin.h>

#include "bounds.h"
#include "label.h"
#include "own.h"
#include "reader.h"
#include "repair.h"
#include "write.h"
#include "xml.h"

#include <stdlib.h>

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
        status = anf__html_check_size(call, repaired ? repaired : text, len);
    if (status == ANF_OK)
        status = anf__html_parse(call, repaired ? repaired : text, len);
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
