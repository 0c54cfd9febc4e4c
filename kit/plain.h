/* plain.h: the inquiry that a plugin's samples are made of. */
#ifndef KIT_PLAIN_H
#define KIT_PLAIN_H

#include <anfrage/anfrage.h>

/* A short inquiry as members write them, with so many questions, each with its answer.
 * NULL: out of memory. */
struct anf_inquiry *plain_inquiry(struct anf_context *ctx, unsigned questions);

#endif
