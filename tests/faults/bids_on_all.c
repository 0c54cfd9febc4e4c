/* bids_on_all.c: a plugin that is sure that every file is its own. */
#include "fault.h"

static int
bid_on_all(const unsigned char *head, size_t len)
{
    (void)head;
    (void)len;
    return 100;
}

FAULT(bids_on_all, "bids-on-all", bid_on_all, sound_read, sound_write);
