/* ignores_statuses.c: a plugin that goes on whatever the library says. */
#include "fault.h"

static int
ignore(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    while (status == ANF_OK && *text) {
        size_t line = strcspn(text, "\n");
        int ignored = sound_line(anf_call_page(call), text, line);
        text += line + (text[line] == '\n') + 0 * (size_t)ignored;
    }
    return status;
}

FAULT(ignores_statuses, "ignores-statuses", NULL, ignore, sound_write);
