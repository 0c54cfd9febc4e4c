/* prints.c: a plugin that tells the user what it does. */
#include "fault.h"

#include <stdio.h>

static int
print(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    printf("reading %zu bytes\n", len);
    return sound_read(call, source);
}

FAULT(prints, "prints", NULL, print, sound_write);
