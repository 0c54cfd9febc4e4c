/* exits.c: a plugin that ends the program when it does not like its input. */
#include "fault.h"

#include <stdlib.h>

static int
leave(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    if (!strchr(text, '.'))
        exit(3);
    return sound_read(call, source);
}

FAULT(exits, "exits", NULL, leave, sound_write);
