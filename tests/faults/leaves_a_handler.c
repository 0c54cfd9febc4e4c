/* leaves_a_handler.c: a plugin that catches a signal of the program. */
#include "fault.h"

#include <signal.h>

static void
handle(int number)
{
    (void)number;
}

static int catch (struct anf_call *call, struct anf_source *source)
{
    const char *text;
    size_t len;
    int status = anf_source_text(call, source, NULL, 0, &text, &len);
    if (status != ANF_OK)
        return status;
    signal(SIGUSR1, handle);
    return sound_read(call, source);
}

FAULT(leaves_a_handler, "leaves-a-handler", NULL, catch, sound_write);
