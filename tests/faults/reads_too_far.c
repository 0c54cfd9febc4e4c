/* reads_too_far.c: a plugin that takes bytes for a string, which they are not. */
#include "fault.h"

static int
read_too_far(struct anf_call *call, struct anf_source *source)
{
    const unsigned char *data;
    size_t len;
    int status = anf_source_bytes(call, source, &data, &len);
    if (status != ANF_OK)
        return status;
    /* The bytes end with the input, and nothing says that a line feed follows. */
    while (*data && *data != '\0')
        ++data;
    return sound_read(call, source);
}

FAULT(reads_too_far, "reads-too-far", NULL, read_too_far, sound_write);
