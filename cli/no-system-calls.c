/* no-system-calls.c: system-calls.h where the command is built without libseccomp. */
#include "system-calls.h"

const char *
system_calls_missing(void)
{
    return "built without libseccomp";
}

bool
system_calls_enter(bool files)
{
    (void)files;
    return false;
}
