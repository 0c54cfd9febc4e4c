/* crashes_when_cut.c: a plugin that relies on the line feed at the end of its files. */
#include "fault.h"

static int
crash_when_cut(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    const char *end = len ? strrchr(text, '\n') : text;
    return *end ? sound_read(call, source) : ANF_OK;
}

FAULT(crashes_when_cut, "crashes-when-cut", NULL, crash_when_cut, sound_write);
