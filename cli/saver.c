/* saver.c: threads that save what was converted. */
#include "saver.h"

#include <pthread.h>
#include <stdlib.h>

/* What waits lies in memory. */
enum { most_threads = 16, most_waiting = 16 };

struct saver {
    saver_fn *fn;
    void *user;
    pthread_t threads[most_threads];
    size_t thread_count;
    pthread_mutex_t lock; /* for all that follows */
    pthread_cond_t changed;
    struct delivery *waiting[most_waiting]; /* a ring */
    size_t first;
    size_t count;
    size_t resting; /* threads that wait for a delivery */
    bool ending;
};

/* With the lock held. NULL: there will be no more. */
static struct delivery *
take(struct saver *saver)
{
    saver->resting++;
    pthread_cond_broadcast(&saver->changed);
    while (saver->count == 0 && !saver->ending) {
        pthread_cond_wait(&saver->changed, &saver->lock);
    }
    saver->resting--;
    if (saver->count == 0) {
        return NULL;
    }
    struct delivery *delivery = saver->waiting[saver->first];
    saver->first = (saver->first + 1) % most_waiting;
    saver->count--;
    pthread_cond_broadcast(&saver->changed);
    return delivery;
}

static void *
thread_main(void *user)
{
    struct saver *saver = user;
    struct delivery *delivery;
    pthread_mutex_lock(&saver->lock);
    while ((delivery = take(saver))) {
        pthread_mutex_unlock(&saver->lock);
        saver->fn(delivery, saver->user);
        pthread_mutex_lock(&saver->lock);
    }
    pthread_mutex_unlock(&saver->lock);
    return NULL;
}

struct saver *
saver_new(size_t threads, saver_fn *fn, void *user)
{
    struct saver *saver = calloc(1, sizeof *saver);
    if (!saver) {
        return NULL;
    }
    saver->fn = fn;
    saver->user = user;
    pthread_mutex_init(&saver->lock, NULL);
    pthread_cond_init(&saver->changed, NULL);
    size_t wanted = threads < most_threads ? threads : most_threads;
    while (saver->thread_count < wanted &&
           pthread_create(&saver->threads[saver->thread_count], NULL, thread_main, saver) == 0) {
        saver->thread_count++;
    }
    return saver;
}

void
saver_put(struct saver *saver, struct delivery *delivery)
{
    if (saver->thread_count == 0) {
        saver->fn(delivery, saver->user);
        return;
    }
    pthread_mutex_lock(&saver->lock);
    while (saver->count == most_waiting) {
        pthread_cond_wait(&saver->changed, &saver->lock);
    }
    saver->waiting[(saver->first + saver->count++) % most_waiting] = delivery;
    pthread_cond_broadcast(&saver->changed);
    pthread_mutex_unlock(&saver->lock);
}

void
saver_settle(struct saver *saver)
{
    pthread_mutex_lock(&saver->lock);
    while (saver->count > 0 || saver->resting < saver->thread_count) {
        pthread_cond_wait(&saver->changed, &saver->lock);
    }
    pthread_mutex_unlock(&saver->lock);
}

void
saver_end(struct saver *saver)
{
    if (!saver) {
        return;
    }
    pthread_mutex_lock(&saver->lock);
    saver->ending = true;
    pthread_cond_broadcast(&saver->changed);
    pthread_mutex_unlock(&saver->lock);
    for (size_t i = 0; i < saver->thread_count; i++) {
        pthread_join(saver->threads[i], NULL);
    }
    pthread_cond_destroy(&saver->changed);
    pthread_mutex_destroy(&saver->lock);
    free(saver);
}
