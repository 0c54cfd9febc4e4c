/* recurses.c: a plugin that calls itself for every bracket. */
#include "fault.h"

static size_t
depth_of(const char *text)
{
    volatile char frame[64] = {*text};
    return *text == '[' ? 1 + depth_of(text + 1) + (size_t)(frame[0] - '[') : 0;
}

static int
recurse(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    return depth_of(text) < 100 ? sound_read(call, source) : ANF_OK;
}

FAULT(recurses, "recurses", NULL, recurse, sound_write);
