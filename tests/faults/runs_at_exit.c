/* runs_at_exit.c: a plugin that registers a function for the end of the program. */
#include "fault.h"

#include <stdlib.h>

static void
clean_up(void)
{
}

static int
register_it(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    atexit(clean_up);
    return sound_read(call, source);
}

FAULT(runs_at_exit, "runs-at-exit", NULL, register_it, sound_write);
