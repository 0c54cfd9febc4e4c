/* closes_stderr.c: a plugin that closes standard error. */
#include "fault.h"

#include <stdio.h>

static int
close_it(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    fclose(stderr);
    return sound_read(call, source);
}

FAULT(closes_stderr, "closes-stderr", NULL, close_it, sound_write);
