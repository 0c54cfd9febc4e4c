/* shares_a_buffer.c: a plugin that collects a line in static memory. */
#include "fault.h"

#include <stdio.h>

static char line[1 << 16];

static int
write_line(struct anf_sink *sink, const char *text)
{
    snprintf(line, sizeof line, "%s", text);
    size_t middle = strlen(line) / 2;
    int status = anf_sink_write(sink, line, middle);
    if (status == ANF_OK)
        status = anf_sink_puts(sink, line + middle);
    return status == ANF_OK ? anf_sink_puts(sink, "\n") : status;
}

static int
write_shared(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    const char *title = anf_inquiry_get(inquiry, ANF_FIELD_TITLE);
    int status = title ? write_line(sink, title) : ANF_OK;
    return status == ANF_OK ? sound_write(call, inquiry, sink) : status;
}

FAULT(shares_a_buffer, "shares-a-buffer", NULL, sound_read, write_shared);
