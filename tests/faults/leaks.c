/* leaks.c: a plugin that does not give back what it allocates. */
#include "fault.h"

static int
leak(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    char *copy = strndup(text, len);
    if (!copy)
        return ANF_ERR_NOMEM;
    text = copy;
    return sound_read(call, source);
}

FAULT(leaks, "leaks", NULL, leak, sound_write);
