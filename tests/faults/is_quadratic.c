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
    for (const char *at = text; status == ANF_OK && *at;) {
        uint32_t number = 1;
        for (const char *from = text; from < at; from++)
            number += *from == '\n';
        size_t length = strcspn(at, "\n");
        status = anf_page_open_block(anf_call_page(call), ANF_BLOCK_PARAGRAPH, 0, 0, number, 1);
        if (status == ANF_OK)
            status = anf_page_add_text(anf_call_page(call), at, length);
        if (status == ANF_OK)
            status = anf_page_close_block(anf_call_page(call));
        at += length + (at[length] == '\n');
    }
    return status;
}

FAULT(is_quadratic, "is-quadratic", NULL, read_slowly, sound_write);
