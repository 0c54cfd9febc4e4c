/* keeps_for_a_thread.c: a plugin that keeps something for each thread. */
#include "fault.h"

static _Thread_local unsigned calls;

static int
write_counted(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    int status = calls++ > 1000000 ? ANF_ERR_IO : ANF_OK;
    return status == ANF_OK ? sound_write(call, inquiry, sink) : status;
}

FAULT(keeps_for_a_thread, "keeps-for-a-thread", NULL, sound_read, write_counted);
