/* jobs.c: the inputs of a conversion, several at a time. */
#include "jobs.h"

#include "session.h"

#include <pthread.h>
#include <stdlib.h>

struct job {
    char *text; /* what is to be said about the input; NULL: nothing, or said already */
    size_t length;
    bool done;
};

struct jobs {
    const struct conversion *conversion;
    const struct report *report;
    pthread_mutex_t lock; /* for all that follows */
    struct job *items;
    size_t next;
    size_t printed;
    size_t failed;
};

/* With the lock held: what is done, up to the first input that is not. */
static void
print_done(struct jobs *jobs)
{
    while (jobs->printed < jobs->conversion->inputs.count && jobs->items[jobs->printed].done) {
        struct job *job = &jobs->items[jobs->printed++];
        if (job->text) {
            fwrite(job->text, 1, job->length, jobs->report->out);
            free(job->text);
        }
    }
    fflush(jobs->report->out);
}

static bool
run_one(struct jobs *jobs, size_t index, struct anf_context *ctx)
{
    struct job *job = &jobs->items[index];
    const struct input *input = &jobs->conversion->inputs.items[index];
    struct report report = *jobs->report;
    FILE *memory = open_memstream(&job->text, &job->length);
    report.input = input->path;
    report.errors = 0;
    if (memory) {
        report.out = memory;
    }
    bool done = transfer_run(jobs->conversion, input, ctx, &report);
    if (memory && fclose(memory) != 0) {
        report.out = jobs->report->out;
        report_error(&report, ANF_CODE_OUT_OF_MEMORY, input->path, "out of memory");
    }
    return done;
}

static void
run_all(struct jobs *jobs, struct anf_context *ctx)
{
    size_t count = jobs->conversion->inputs.count;
    pthread_mutex_lock(&jobs->lock);
    while (jobs->next < count) {
        size_t index = jobs->next++;
        pthread_mutex_unlock(&jobs->lock);
        bool done = run_one(jobs, index, ctx);
        pthread_mutex_lock(&jobs->lock);
        jobs->items[index].done = true;
        jobs->failed += done ? 0 : 1;
        print_done(jobs);
    }
    pthread_mutex_unlock(&jobs->lock);
}

/* Without a context there is nothing to do: the other threads take the inputs. What is wrong with
 * the plugins was said for the first context. */
static void *
thread_main(void *user)
{
    struct jobs *jobs = user;
    struct anf_context *ctx = session_new(jobs->conversion->options, NULL);
    if (ctx) {
        run_all(jobs, ctx);
        anf_context_unref(ctx);
    }
    return NULL;
}

size_t
jobs_run(const struct conversion *conversion, struct anf_context *ctx, const struct report *report)
{
    size_t count = conversion->inputs.count;
    size_t wanted = conversion->options->jobs < count ? conversion->options->jobs : count;
    struct jobs jobs = {
        .conversion = conversion,
        .report = report,
        .lock = PTHREAD_MUTEX_INITIALIZER,
        .items = calloc(count, sizeof *jobs.items),
    };
    pthread_t *threads = calloc(wanted, sizeof *threads);
    size_t started = 0;
    if (!jobs.items || !threads) {
        jobs.failed = count;
        fputs("anfrage: out of memory\n", stderr);
        goto out;
    }
    while (started + 1 < wanted &&
           pthread_create(&threads[started], NULL, thread_main, &jobs) == 0) {
        started++;
    }
    run_all(&jobs, ctx);
    for (size_t i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
out:
    free(threads);
    free(jobs.items);
    return jobs.failed;
}
