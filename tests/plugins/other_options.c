/* other_options.c: a plugin whose option has another default in its description. */
#include <anfrage/plugin.h>

static int
other_options_read(struct anf_call *call, struct anf_source *source)
{
    (void)call;
    (void)source;
    return ANF_OK;
}

static const char *const magic[] = {"80 1 other_options", NULL};

static const struct anf_format_option wrap = {
    ANF_FORMAT_OPTION_INIT,
    .flags = ANF_OPTION_READS,
    .type = ANF_OPTION_NUMBER,
    .most = 80,
    .key = "wrap",
    .help = "the column at which lines wrap",
    .otherwise = "0",
};

static const struct anf_format_option *const options[] = {&wrap, NULL};

static const struct anf_format other_options = {
    ANF_FORMAT_INIT, .id = "other-options",      .label = "Of another default",
    .magic = magic,  .read = other_options_read, .options = options,
};

static const struct anf_format *const formats[] = {&other_options, NULL};

ANF_PLUGIN_DEFINE(other_options, "1.0", formats);
