/* fails_in_silence.c: a plugin that fails, and does not say why. */
#include "fault.h"

static int
fail(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    return strchr(text, '.') ? sound_read(call, source) : ANF_ERR_SYNTAX;
}

FAULT(fails_in_silence, "fails-in-silence", NULL, fail, sound_write);
