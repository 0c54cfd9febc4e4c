/* fails_midway.c: a plugin that gives an inquiry and then fails; asked by a probe. */
#include <anfrage/plugin.h>

#include <string.h>

static int
fails_midway_probe(const unsigned char *head, size_t len)
{
    return len >= 12 && memcmp(head, "fails_midway", 12) == 0 ? 95 : 0;
}

static int
fails_midway_read(struct anf_call *call, struct anf_source *source)
{
    struct anf_inquiry *inquiry;
    (void)source;
    int status = anf_call_new_inquiry(call, &inquiry);
    if (status == ANF_OK)
        status = anf_call_emit(call, inquiry);
    if (status != ANF_OK)
        return status;
    anf_call_report(call, ANF_SEVERITY_ERROR, 0, NULL, 2, 1, "the second inquiry is torn off");
    return ANF_ERR_SYNTAX;
}

static const struct anf_format format = {
    ANF_FORMAT_INIT,           .id = "fails-midway",
    .label = "Fails midway",   .probe = fails_midway_probe,
    .read = fails_midway_read,
};

static const struct anf_format *const formats[] = {&format, NULL};

ANF_PLUGIN_DEFINE(fails_midway, "0.0.1", formats);
