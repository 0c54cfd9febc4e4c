/* older.c: a plugin whose headers knew fewer fields. What lies behind its structs is garbage, and
 * the library must not take it for a field. */
#include <anfrage/plugin.h>

static int
older_read(struct anf_call *call, struct anf_source *source)
{
    struct anf_inquiry *inquiry;
    (void)source;
    int status = anf_call_new_inquiry(call, &inquiry);
    return status == ANF_OK ? anf_call_emit(call, inquiry) : status;
}

/* struct anf_format before it had write. */
struct older_format {
    uint32_t size;
    uint32_t flags;
    const char *id;
    const char *label;
    const char *const *extensions;
    const char *const *media_types;
    const char *const *magic;
    int (*probe)(const unsigned char *head, size_t len);
    int (*read)(struct anf_call *call, struct anf_source *source);
};

static const char *const magic[] = {"80 1 older", NULL};

static const struct {
    struct older_format format;
    const char *garbage;
} older = {
    .format =
        {
            .size = sizeof(struct older_format),
            .id = "older",
            .label = "Of an older header",
            .magic = magic,
            .read = older_read,
        },
    .garbage = "garbage",
};

static const struct anf_format *const formats[] = {(const void *)&older, NULL};

ANF_PLUGIN_DEFINE(older, "0.0.1", formats);
