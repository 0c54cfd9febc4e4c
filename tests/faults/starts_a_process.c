/* starts_a_process.c: a plugin that leaves a process behind. */
#include "fault.h"

#include <unistd.h>

static int
start(struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    if (fork() == 0)
        _exit(0);
    return sound_read(call, source);
}

FAULT(starts_a_process, "starts-a-process", NULL, start, sound_write);
