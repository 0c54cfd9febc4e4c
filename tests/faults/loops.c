/* loops.c: a plugin that waits for a full stop that a file which is cut off does not have. */
#include "fault.h"

static int
loop(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    const char *last = strstr(text, "Seit dem Jahr");
    volatile size_t at = 0;
    while (last && !strchr(last, '.') && strlen(last) > 20)
        at = at ? 0 : at;
    return sound_read(call, source);
}

FAULT(loops, "loops", NULL, loop, sound_write);
