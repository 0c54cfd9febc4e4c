/* counts_calls.c: a plugin that numbers what it writes. */
#include "fault.h"

#include <stdio.h>

static int
write_number(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    static unsigned calls;
    char text[32];
    snprintf(text, sizeof text, "%u", ++calls);
    int status = sound_put(sink, text);
    return status == ANF_OK ? sound_write(call, inquiry, sink) : status;
}

FAULT(counts_calls, "counts-calls", NULL, sound_read, write_number);
