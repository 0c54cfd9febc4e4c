/* asks_the_clock.c: a plugin that writes the time of writing. */
#include "fault.h"

#include <stdio.h>
#include <time.h>

static int
write_time(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    char text[32];
    snprintf(text, sizeof text, "%lld", (long long)time(NULL));
    int status = sound_put(sink, text);
    return status == ANF_OK ? sound_write(call, inquiry, sink) : status;
}

FAULT(asks_the_clock, "asks-the-clock", NULL, sound_read, write_time);
