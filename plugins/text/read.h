/* read.h: text in. */
#ifndef ANF_TEXT_READ_H
#define ANF_TEXT_READ_H

#include <anfrage/plugin.h>

int anf__plain_read(struct anf_call *call, struct anf_source *source);

#endif
