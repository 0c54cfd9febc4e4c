/* akn.c: inquiries as Akoma Ntoso 3.0, the OASIS Standard of 2018. docs/akn.md has the mapping.
 *
 * Options of the writer: evidence (also why fields have their values), discarded (also what was
 * set aside), date (of the conversion: YYYY-MM-DD). */
#include "whose.h"
#include "write.h"

static const char *const extensions[] = {"xml", "akn", NULL};
static const char *const media_types[] = {"application/akn+xml", "application/xml", NULL};
static const char *const magic[] = {"90 4096 <akomaNtoso", "90 1024 :akomaNtoso", "40 64 <?xml",
                                    NULL};

static const struct anf_format akn = {
    ANF_FORMAT_INIT,
    .id = "akn",
    .label = "Akoma Ntoso 3.0",
    .extensions = extensions,
    .media_types = media_types,
    .magic = magic,
    .read = anf__akn_read,
    .write = anf__akn_write,
};

static const struct anf_format *const formats[] = {&akn, NULL};

ANF_PLUGIN_DEFINE(akn, "0.1.0", formats);
