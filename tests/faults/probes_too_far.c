/* probes_too_far.c: a plugin that looks at bytes that its probe was not given. */
#include "fault.h"

static int
probe_too_far(const unsigned char *head, size_t len)
{
    (void)len;
    return memcmp(head, "probes_too_far", strlen("probes_too_far")) == 0 ? 90 : 0;
}

FAULT(probes_too_far, "probes-too-far", probe_too_far, sound_read, sound_write);
