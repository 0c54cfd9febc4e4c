/* sets_the_locale.c: a plugin that sets the locale of the program. */
#include "fault.h"

#include <locale.h>

static int
write_locale(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    int status = setlocale(LC_ALL, "C.UTF-8") ? ANF_OK : ANF_ERR_IO;
    return status == ANF_OK ? sound_write(call, inquiry, sink) : status;
}

FAULT(sets_the_locale, "sets-the-locale", NULL, sound_read, write_locale);
