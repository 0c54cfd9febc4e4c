/* write.h: text out. */
#ifndef ANF_TEXT_WRITE_H
#define ANF_TEXT_WRITE_H

#include <anfrage/plugin.h>

/* The greatest column of the option wrap. */
enum { ANF__PLAIN_WRAP_MOST = 1000 };

int anf__plain_write(struct anf_call *call, const struct anf_inquiry *inquiry,
                     struct anf_sink *sink);

#endif
