/* saver.h: threads that save what was converted. A file is on the disk before it appears
 * (fsync(2)), which takes longer than to convert it; several threads wait for the disk at one time.
 */
#ifndef CLI_SAVER_H
#define CLI_SAVER_H

#include "delivery.h"

struct saver;

/* Called on one of the threads, or on the caller's, for each delivery. */
typedef void saver_fn(struct delivery *delivery, void *user);

/* NULL: out of memory. Where no thread can be started, the caller's does all. */
struct saver *saver_new(size_t threads, saver_fn *fn, void *user);
/* Returns when the delivery is waiting or done; waits while too many are waiting. */
void saver_put(struct saver *saver, struct delivery *delivery);
/* Returns when all that was put is done, and every thread waits: then this process may fork, as no
 * lock is held that the child would wait for. */
void saver_settle(struct saver *saver);
/* Returns when all is done; NULL is allowed. */
void saver_end(struct saver *saver);

#endif
