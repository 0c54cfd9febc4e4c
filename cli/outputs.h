/* outputs.h: the outputs of one input: where they go, and that they appear whole or not at all. */
#ifndef CLI_OUTPUTS_H
#define CLI_OUTPUTS_H

#include "inputs.h"
#include "report.h"

struct outputs {
    const struct inputs *inputs; /* none of them is written over */
    const struct input *input;   /* whose outputs they are */
    const char *folder;          /* NULL: one output, to path */
    const char *path;            /* NULL or "-": standard output */
    const char *extension;       /* in a folder */
    struct report *report;
    struct output *items;
    size_t count;
};

/* May the first output be written where it would go? ANF_OK, or the reason was reported. */
int outputs_check(const struct outputs *outputs);
/* Open one more; the sink of the last one. */
int outputs_open(struct outputs *outputs);
struct anf_sink *outputs_last(const struct outputs *outputs);
/* NULL: standard output, or none was opened. */
const char *outputs_last_path(const struct outputs *outputs);
/* Now they appear. */
int outputs_commit(const struct outputs *outputs);
/* What was not committed leaves nothing behind. */
void outputs_clear(struct outputs *outputs);

/* ANF_ERR_NOMEM, which was reported. */
int report_memory(struct report *report);

#endif
