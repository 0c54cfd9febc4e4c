/* run.h: a trial in a process of its own, so that whatever it does ends with it. */
#ifndef KIT_RUN_H
#define KIT_RUN_H

#include "kit.h"
#include "tell.h"

/* Run one trial and tell what it found. */
void run_trial(const struct trial *trial, const struct subject *subject, struct telling *telling);

#endif
