/* jobs.h: the inputs of a conversion, several at a time. */
#ifndef CLI_JOBS_H
#define CLI_JOBS_H

#include "report.h"
#include "transfer.h"

/* Convert every input, in options->jobs worker processes; what is said about an input appears in
 * one piece, and in the order of the inputs. A worker that crashes or exceeds its limits costs the
 * input that it had. How many inputs failed. */
size_t jobs_run(const struct conversion *conversion, struct anf_context *ctx,
                const struct report *report);

#endif
