/* loses_in_silence.c: a plugin that reads back less than it was given, and says nothing. */
#include "fault.h"

#include <stdlib.h>

static int
give_title(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    struct anf_inquiry *inquiry;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status == ANF_OK)
        status = anf_call_new_inquiry(call, &inquiry);
    if (status != ANF_OK)
        return status;
    char *title = strndup(text, strcspn(text, "\n"));
    status = title ? ANF_OK : ANF_ERR_NOMEM;
    if (title && anf_inquiry_set(inquiry, ANF_FIELD_TITLE, title) == ANF_ERR_NOMEM)
        status = ANF_ERR_NOMEM;
    free(title);
    if (status == ANF_OK)
        return anf_call_emit(call, inquiry);
    anf_inquiry_unref(inquiry);
    return status;
}

FAULT(loses_in_silence, "loses-in-silence", NULL, give_title, sound_write);
