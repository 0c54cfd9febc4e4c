/* newer.c: a plugin whose headers knew more fields, which the library must not look at. */
#include <anfrage/plugin.h>

static int
newer_read(struct anf_call *call, struct anf_source *source)
{
    struct anf_inquiry *inquiry;
    (void)source;
    int status = anf_call_new_inquiry(call, &inquiry);
    return status == ANF_OK ? anf_call_emit(call, inquiry) : status;
}

static const char *const magic[] = {"80 1 newer", NULL};

static const struct {
    struct anf_format format;
    const char *more;
} newer = {
    .format =
        {
            .size = sizeof newer,
            .id = "newer",
            .label = "Of a newer header",
            .magic = magic,
            .read = newer_read,
        },
    .more = "a field of the future",
};

static const struct anf_format *const formats[] = {&newer.format, NULL};

struct newer_plugin {
    struct anf_plugin plugin;
    const char *more;
};

extern ANF_API const struct newer_plugin anf_plugin_newer;

const struct newer_plugin anf_plugin_newer = {
    .plugin = {ANF_PLUGIN_ABI, sizeof(struct newer_plugin), "newer", "9.9.9", formats},
    .more = "a field of the future",
};
