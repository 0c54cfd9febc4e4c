/* shares_when_reading.c: a plugin that copies what it reads into static memory. */
#include "fault.h"

#include <stdio.h>

static char copy[1 << 16];

static int
read_shared(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    snprintf(copy, sizeof copy, "%s", text);
    for (const char *at = copy; status == ANF_OK && *at; at += strspn(at, "\n")) {
        size_t line = strcspn(at, "\n");
        status = sound_line(anf_call_page(call), at, line);
        at += line;
    }
    return status;
}

FAULT(shares_when_reading, "shares-when-reading", NULL, read_shared, sound_write);
