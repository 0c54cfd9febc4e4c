/* worker.h: a process that converts inputs, one after another, and can do nothing else. */
#ifndef CLI_WORKER_H
#define CLI_WORKER_H

#include "transfer.h"

#include <sys/types.h>

struct worker {
    pid_t pid;  /* 0: it does not run */
    int socket; /* frames come from it */
};

/* Start one: a child of this process, which has what ctx has. Other threads of this process must be
 * at rest, as for fork(2). It ends when its socket is closed. false: errno tells why. */
bool worker_start(struct worker *worker, const struct conversion *conversion,
                  struct anf_context *ctx);
/* Let it convert the input with that index, which is open at fd. false: it is gone. */
bool worker_give(const struct worker *worker, size_t index, int fd);
/* Close its socket, end it if it has not ended, and wait for that: how it ended, as of waitpid(2).
 */
int worker_end(struct worker *worker, bool kill_it);

#endif
