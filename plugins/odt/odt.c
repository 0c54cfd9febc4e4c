/* odt.c: inquiries as OpenDocument Text 1.3 (ISO/IEC 26300). docs/odt.md has the layout. */
#include "read.h"
#include "write.h"

static const char *const extensions[] = {"odt", "fodt", NULL};
static const char *const media_types[] = {ANF__ODT_MEDIA_TYPE, ANF__ODT_MEDIA_TYPE "-flat-xml",
                                          NULL};
static const char *const magic[] = {"95 64 mimetype" ANF__ODT_MEDIA_TYPE, "45 1 PK\\x03\\x04",
                                    "90 1024 <office:document", NULL};

static const struct anf_format_option *const options[] = {NULL};

static const struct anf_format odt = {
    ANF_FORMAT_INIT,
    .id = "odt",
    .label = "OpenDocument Text",
    .extensions = extensions,
    .media_types = media_types,
    .magic = magic,
    .read = anf__odt_read,
    .write = anf__odt_write,
    .options = options,
};

static const struct anf_format *const formats[] = {&odt, NULL};

ANF_PLUGIN_DEFINE(odt, ANF__ODT_VERSION, formats);
