/* writes_what_lay_there.c: a plugin that writes memory that it did not set. */
#include "fault.h"

#include <stdlib.h>

static int
write_fresh(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    char *volatile fresh = malloc(8); /* so that the compiler does not warn */
    int status = fresh ? anf_sink_write(sink, fresh, 8) : ANF_ERR_NOMEM;
    free(fresh);
    return status == ANF_OK ? sound_write(call, inquiry, sink) : status;
}

FAULT(writes_what_lay_there, "writes-what-lay-there", NULL, sound_read, write_fresh);
