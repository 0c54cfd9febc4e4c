/* text.c: plain text, in and out. read.c and write.c begin the two ways. */
#include "read.h"
#include "write.h"

static const char *const extensions[] = {"txt", "text", NULL};
static const char *const media_types[] = {"text/plain", NULL};
static const char *const magic[] = {"10 1", NULL}; /* any bytes: where no one else bids */

static const struct anf_format_option wrap = {
    ANF_FORMAT_OPTION_INIT,
    .flags = ANF_OPTION_WRITES,
    .type = ANF_OPTION_NUMBER,
    .most = ANF__PLAIN_WRAP_MOST,
    .key = "wrap",
    .help = "the column at which paragraphs wrap; 0: nowhere",
    .otherwise = "0",
};

static const struct anf_format_option *const options[] = {&wrap, NULL};

static const struct anf_format text = {
    ANF_FORMAT_INIT,
    .id = "text",
    .label = "Plain text",
    .extensions = extensions,
    .media_types = media_types,
    .magic = magic,
    .read = anf__plain_read,
    .write = anf__plain_write,
    .options = options,
};

static const struct anf_format *const formats[] = {&text, NULL};

ANF_PLUGIN_DEFINE(text, "0.1.0", formats);
