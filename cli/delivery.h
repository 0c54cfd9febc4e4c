/* delivery.h: what comes of one input: what is said, and the outputs. */
#ifndef CLI_DELIVERY_H
#define CLI_DELIVERY_H

#include "frames.h"
#include "report.h"
#include "transfer.h"

struct delivery;

/* report: how diagnostics are shown. NULL: out of memory. */
struct delivery *delivery_new(const struct conversion *conversion, size_t index,
                              const struct report *report);
size_t delivery_index(const struct delivery *delivery);

/* Open the input, if its first output may be written; -1: the reason was reported. Give the
 * descriptor to delivery_close. */
int delivery_open(struct delivery *delivery);
void delivery_close(int fd);

/* What the worker sent. false: it is not to be believed any more. */
bool delivery_take(struct delivery *delivery, const struct frame *frame);
/* Was that its last frame? */
bool delivery_complete(const struct delivery *delivery);
/* The worker ended before it had sent all: the input is lost, for this reason. */
void delivery_lose(struct delivery *delivery, uint32_t code, const char *reason);

/* Write the outputs, and free it. ret_text gets what is to be said (NULL: nothing), from malloc.
 * true: all was converted. */
bool delivery_finish(struct delivery *delivery, char **ret_text, size_t *ret_length);

#endif
