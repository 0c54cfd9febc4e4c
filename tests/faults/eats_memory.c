/* eats_memory.c: a plugin that believes a number in its input. */
#include "fault.h"

#include <stdlib.h>

static int
believe(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    size_t wanted = strtoul(text, NULL, 10) ? (size_t)1 << 32 : 0;
    char *room = malloc(wanted);
    free(room);
    return room || !wanted ? sound_read(call, source) : ANF_ERR_NOMEM;
}

FAULT(eats_memory, "eats-memory", NULL, believe, sound_write);
