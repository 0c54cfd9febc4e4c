/* is_underlinked.c: a plugin that calls what it is not linked with. */
#include "fault.h"

extern int no_library_has_this(int number);

static int
write_underlinked(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    return no_library_has_this(sound_write(call, inquiry, sink));
}

FAULT(is_underlinked, "is-underlinked", NULL, sound_read, write_underlinked);
