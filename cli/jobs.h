/* jobs.h: the inputs of a conversion, several at a time. */
#ifndef CLI_JOBS_H
#define CLI_JOBS_H

#include "transfer.h"

/* Convert every input, in options->jobs threads with a context each; what is said about an input
 * appears in one piece, and in the order of the inputs. ctx: the context of this thread.
 * How many inputs failed. */
size_t jobs_run(const struct conversion *conversion, struct anf_context *ctx,
                const struct report *report);

#endif
