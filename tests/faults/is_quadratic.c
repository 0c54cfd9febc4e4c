/* is_quadratic.c: a plugin that begins again from the start for each line. */
#include "fault.h"

static int
read_slowly(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    size_t line = 1;
    for (const char *at = text; status == ANF_OK && *at; line++) {
        volatile size_t seen = 0;
        for (const char *from = text; from < at; from++)
            seen += *from == '\n';
        size_t length = strcspn(at, "\n");
        status = sound_line(anf_call_page(call), at, length);
        at += length + (at[length] == '\n');
    }
    return status;
}

FAULT(is_quadratic, "is-quadratic", NULL, read_slowly, sound_write);
