/* leaks_on_failure.c: a plugin that does not give back what it allocates when it fails. */
#include "fault.h"

#include <stdlib.h>

static int
leak_on_failure(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    char *copy = strndup(text, len);
    if (!copy)
        return ANF_ERR_NOMEM;
    if (!strchr(copy, '.')) {
        anf_call_report(call, ANF_SEVERITY_ERROR, 0, NULL, 0, 0, "there is no sentence");
        return ANF_ERR_SYNTAX;
    }
    status = sound_read(call, source);
    free(copy);
    return status;
}

FAULT(leaks_on_failure, "leaks-on-failure", NULL, leak_on_failure, sound_write);
