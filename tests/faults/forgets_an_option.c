/* forgets_an_option.c: a plugin that describes an option for which it never asks. */
#include "fault.h"

static const struct anf_format_option title = {
    ANF_FORMAT_OPTION_INIT, .flags = ANF_OPTION_WRITES, .type = ANF_OPTION_FLAG,
    .key = "title",         .help = "the title, too",   .otherwise = "yes",
};

static const struct anf_format_option *const options[] = {&title, NULL};
static const char *const extensions[] = {"forgets-an-option", NULL};

static const struct anf_format format = {
    ANF_FORMAT_INIT,          .id = "forgets-an-option", .label = "A plugin with a fault",
    .extensions = extensions, .read = sound_read,        .write = sound_write,
    .options = options,
};

static const struct anf_format *const formats[] = {&format, NULL};

ANF_PLUGIN_DEFINE(forgets_an_option, "1.0", formats);
