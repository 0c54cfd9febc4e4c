/* writes_behind.c: a plugin that writes behind what it allocated. */
#include "fault.h"

#include <stdlib.h>

static int
write_behind(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    char *copy = malloc(len);
    if (!copy)
        return ANF_ERR_NOMEM;
    memcpy(copy, text, len);
    copy[len] = '\0';
    status = sound_line(anf_call_page(call), copy, strcspn(copy, "\n"));
    free(copy);
    return status;
}

FAULT(writes_behind, "writes-behind", NULL, write_behind, sound_write);
