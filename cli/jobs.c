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

/* A further thread, with a context of its own. */
struct worker {
    pthread_t thread;
    struct jobs *jobs;
    struct anf_context *ctx;
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

static void *
worker_main(void *user)
{
    struct worker *worker = user;
    run_all(worker->jobs, worker->ctx);
    return NULL;
}

/* What is wrong with plugins and vocabularies was said for the first context. */
static bool
worker_start(struct worker *worker, struct jobs *jobs)
{
    worker->jobs = jobs;
    worker->ctx = session_new(jobs->conversion->options, NULL);
    if (worker->ctx && pthread_create(&worker->thread, NULL, worker_main, worker) == 0) {
        return true;
    }
    anf_context_unref(worker->ctx);
    return false;
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
    struct worker *workers = calloc(wanted, sizeof *workers);
    size_t started = 0;
    if (!jobs.items || !workers) {
        jobs.failed = count;
        fputs("anfrage: out of memory\n", stderr);
        goto out;
    }
    /* Where no more threads start, those that did take the inputs. */
    while (started + 1 < wanted && worker_start(&workers[started], &jobs)) {
        started++;
    }
    run_all(&jobs, ctx);
    for (size_t i = 0; i < started; i++) {
        pthread_join(workers[i].thread, NULL);
        anf_context_unref(workers[i].ctx);
    }
out:
    free(workers);
    free(jobs.items);
    return jobs.failed;
}
