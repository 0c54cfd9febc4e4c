/* read.h: reading a document. */
#ifndef ANF_ODT_READ_H
#define ANF_ODT_READ_H

#include <anfrage/plugin.h>

int anf__odt_read(struct anf_call *call, struct anf_source *source);

#endif
