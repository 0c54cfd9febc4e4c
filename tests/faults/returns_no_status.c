/* returns_no_status.c: a plugin that returns how many lines it read. */
#include "fault.h"

static int
count_lines(struct anf_call *call, struct anf_source *source)
{
    return sound_read(call, source) == ANF_OK ? 12 : ANF_ERR_SYNTAX;
}

FAULT(returns_no_status, "returns-no-status", NULL, count_lines, sound_write);
