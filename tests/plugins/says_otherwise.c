/* says_otherwise.c: a plugin that does less than its description says. */
#include <anfrage/plugin.h>

static const char *const magic[] = {"80 1 says_otherwise", NULL};

static const struct anf_format format = {
    ANF_FORMAT_INIT,
    .id = "says-otherwise",
    .label = "Said to read",
    .magic = magic,
};

static const struct anf_format *const formats[] = {&format, NULL};

ANF_PLUGIN_DEFINE(says_otherwise, "0.0.1", formats);
