/* exports_more.c: a plugin that exports a function that another module may have, too. */
#include "fault.h"

ANF_API int helper(int number);

int
helper(int number)
{
    return number + 1;
}

FAULT(exports_more, "exports-more", NULL, sound_read, sound_write);
