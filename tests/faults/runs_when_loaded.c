/* runs_when_loaded.c: a plugin that runs code when it is loaded. */
#include "fault.h"

static const char *name;

__attribute__((constructor)) static void
set_up(void)
{
    name = "set up";
}

static int
write_name(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    int status = sound_put(sink, name);
    return status == ANF_OK ? sound_write(call, inquiry, sink) : status;
}

FAULT(runs_when_loaded, "runs-when-loaded", NULL, sound_read, write_name);
