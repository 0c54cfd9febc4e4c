/* keeps_a_pointer.c: a plugin that keeps a pointer into an inquiry for the next call. */
#include "fault.h"

static int
write_kept(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    static const char *title;
    if (!title)
        title = anf_inquiry_get(inquiry, ANF_FIELD_TITLE);
    int status = sound_put(sink, title);
    return status == ANF_OK ? sound_write(call, inquiry, sink) : status;
}

FAULT(keeps_a_pointer, "keeps-a-pointer", NULL, sound_read, write_kept);
