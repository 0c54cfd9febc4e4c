/* trusts_malloc.c: a plugin that does not look at what malloc returns. */
#include "fault.h"

#include <stdlib.h>

static int
trust(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    char *copy = malloc(len + 1);
    memcpy(copy, text, len + 1);
    status = sound_line(anf_call_page(call), copy, strcspn(copy, "\n"));
    free(copy);
    return status;
}

FAULT(trusts_malloc, "trusts-malloc", NULL, trust, sound_write);
