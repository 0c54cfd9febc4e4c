/* jobs.c: the inputs of a conversion, several at a time. */
#include "jobs.h"

#include "delivery.h"
#include "sandbox.h"
#include "saver.h"
#include "worker.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>

/* A worker that waits for what never comes uses no processor time; it may take so many times its
 * seconds by the clock on the wall. */
enum { patience = 10 };

struct job {
    char *text; /* what is to be said about the input; NULL: nothing */
    size_t length;
    bool done;
};

/* Room for one worker, and what it is at. */
struct desk {
    struct worker worker;
    struct delivery *delivery; /* NULL: it is idle */
    int64_t deadline;          /* in seconds of the clock; 0: none */
    struct frame_reader reader;
};

struct jobs {
    const struct conversion *conversion;
    const struct report *report;
    struct anf_context *ctx;
    struct desk *desks;
    struct pollfd *polled; /* beside the desks */
    size_t desk_count;
    size_t next;
    struct saver *saver;
    pthread_mutex_t lock; /* for all that follows */
    struct job *items;
    size_t printed;
    size_t failed;
};

static int64_t
now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec;
}

/* --- what has come of an input --- */

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

static void
note_done(struct jobs *jobs, size_t index, bool converted, char *text, size_t length)
{
    pthread_mutex_lock(&jobs->lock);
    jobs->items[index] = (struct job){text, length, true};
    jobs->failed += converted ? 0 : 1;
    print_done(jobs);
    pthread_mutex_unlock(&jobs->lock);
}

/* A saver_fn. */
static void
save(struct delivery *delivery, void *user)
{
    char *text;
    size_t length;
    size_t index = delivery_index(delivery);
    bool converted = delivery_finish(delivery, &text, &length);
    note_done(user, index, converted, text, length);
}

/* Nothing can be done about this input any more. */
static void
fail_without_memory(struct jobs *jobs, size_t index)
{
    struct report report = *jobs->report;
    report_error(&report, ANF_CODE_OUT_OF_MEMORY, jobs->conversion->inputs.items[index].path,
                 "out of memory");
    note_done(jobs, index, false, NULL, 0);
}

/* --- work for a worker --- */

/* A file is there at once; of a pipe nobody knows. */
static int64_t
deadline_for(const struct options *options, int fd)
{
    struct stat status;
    bool waits = fstat(fd, &status) != 0 || !S_ISREG(status.st_mode);
    if (waits || options->sandbox == sandbox_off) {
        return 0;
    }
    return now() + (int64_t)options->worker.seconds * patience;
}

static bool
start_worker(struct jobs *jobs, struct desk *desk)
{
    desk->reader.start = 0;
    desk->reader.end = 0;
    if (desk->worker.pid > 0) {
        return true;
    }
    saver_settle(jobs->saver);
    return worker_start(&desk->worker, jobs->conversion, jobs->ctx);
}

/* The system failed, as errno tells. */
static void
lose(struct jobs *jobs, struct delivery *delivery, const char *what)
{
    char reason[128];
    snprintf(reason, sizeof reason, "%s: %s", what, strerrordesc_np(errno));
    delivery_lose(delivery, ANF_CODE_WORKER_LOST, reason);
    saver_put(jobs->saver, delivery);
}

static void
hand_over(struct jobs *jobs, struct desk *desk, struct delivery *delivery, int fd)
{
    const struct options *options = jobs->conversion->options;
    if (!start_worker(jobs, desk)) {
        lose(jobs, delivery, "no worker process can be started");
        return;
    }
    desk->delivery = delivery;
    desk->deadline = deadline_for(options, fd);
    if (options->sandbox != sandbox_off) {
        sandbox_extend_time(desk->worker.pid, &options->worker);
    }
    if (worker_give(&desk->worker, delivery_index(delivery), fd) || errno == EPIPE) {
        return; /* that it is gone will be told by its socket */
    }
    desk->delivery = NULL;
    lose(jobs, delivery, "a worker process cannot be given the input");
    worker_end(&desk->worker, true);
}

/* Give the desk the next input that can be opened. */
static void
assign(struct jobs *jobs, struct desk *desk)
{
    while (!desk->delivery && jobs->next < jobs->conversion->inputs.count) {
        size_t index = jobs->next++;
        struct delivery *delivery = delivery_new(jobs->conversion, index, jobs->report);
        if (!delivery) {
            fail_without_memory(jobs, index);
            continue;
        }
        int fd = delivery_open(delivery);
        if (fd < 0) {
            saver_put(jobs->saver, delivery);
            continue;
        }
        hand_over(jobs, desk, delivery, fd);
        delivery_close(fd);
    }
}

/* --- what a worker tells --- */

/* How a worker ended by itself, as of waitpid(2); the code of it. */
static uint32_t
describe_end(const struct jobs *jobs, int how, char *reason, size_t size)
{
    const struct sandbox_limits *limits = &jobs->conversion->options->worker;
    if (WIFSIGNALED(how) && WTERMSIG(how) == SIGXCPU) {
        snprintf(reason, size, "took more than %llu s of processor time, the limit seconds",
                 (unsigned long long)limits->seconds);
        return ANF_CODE_WORKER_TIME;
    }
    if (WIFSIGNALED(how)) {
        snprintf(reason, size, "the conversion crashed (%s)", sigdescr_np(WTERMSIG(how)));
    } else {
        snprintf(reason, size, "the conversion ended its process (exit status %d)",
                 WEXITSTATUS(how));
    }
    return ANF_CODE_WORKER_LOST;
}

/* The desk's worker is no more: its input is lost, and the next one gets a new worker. */
static void
replace_worker(struct jobs *jobs, struct desk *desk, uint32_t code, const char *reason)
{
    struct delivery *delivery = desk->delivery;
    desk->delivery = NULL;
    if (delivery) {
        delivery_lose(delivery, code, reason);
        saver_put(jobs->saver, delivery);
    }
    assign(jobs, desk);
}

/* It ended by itself. */
static void
bury(struct jobs *jobs, struct desk *desk)
{
    char reason[128];
    int how = worker_end(&desk->worker, false);
    uint32_t code = describe_end(jobs, how, reason, sizeof reason);
    replace_worker(jobs, desk, code, reason);
}

/* It has to end. */
static void
dismiss(struct jobs *jobs, struct desk *desk, uint32_t code, const char *reason)
{
    worker_end(&desk->worker, true);
    replace_worker(jobs, desk, code, reason);
}

/* All that it said so far. false: it makes no sense. */
static bool
take_frames(struct desk *desk)
{
    struct frame frame;
    enum frame_next_result result = frame_incomplete;
    while (!delivery_complete(desk->delivery) &&
           (result = frame_next(&desk->reader, &frame)) == frame_complete) {
        if (!delivery_take(desk->delivery, &frame)) {
            return false;
        }
    }
    return result != frame_senseless;
}

static void
listen_to(struct jobs *jobs, struct desk *desk)
{
    ssize_t got = frame_receive(&desk->reader, desk->worker.socket);
    if (got <= 0) {
        bury(jobs, desk);
        return;
    }
    if (!desk->delivery || !take_frames(desk)) {
        dismiss(jobs, desk, ANF_CODE_WORKER_LOST,
                "the conversion sent what makes no sense, or more than output-bytes");
        return;
    }
    if (delivery_complete(desk->delivery)) {
        struct delivery *delivery = desk->delivery;
        desk->delivery = NULL;
        assign(jobs, desk);
        saver_put(jobs->saver, delivery);
    }
}

static int
time_left(const struct jobs *jobs)
{
    int64_t first = 0;
    for (size_t i = 0; i < jobs->desk_count; i++) {
        int64_t deadline = jobs->desks[i].delivery ? jobs->desks[i].deadline : 0;
        first = deadline > 0 && (first == 0 || deadline < first) ? deadline : first;
    }
    if (first == 0) {
        return -1;
    }
    int64_t left = first - now();
    return left > 0 ? (int)(left < 3600 ? left * 1000 : 3600000) : 0;
}

static void
listen_to_all(struct jobs *jobs)
{
    for (size_t i = 0; i < jobs->desk_count; i++) {
        jobs->polled[i] = (struct pollfd){
            .fd = jobs->desks[i].delivery ? jobs->desks[i].worker.socket : -1,
            .events = POLLIN,
        };
    }
    int ready = poll(jobs->polled, jobs->desk_count, time_left(jobs));
    for (size_t i = 0; i < jobs->desk_count; i++) {
        struct desk *desk = &jobs->desks[i];
        if (ready > 0 && jobs->polled[i].revents) {
            listen_to(jobs, desk);
        } else if (desk->delivery && desk->deadline > 0 && now() >= desk->deadline) {
            dismiss(jobs, desk, ANF_CODE_WORKER_TIME,
                    "hung: no end after ten times the limit seconds");
        }
    }
}

/* --- all of it --- */

static bool
open_desks(struct jobs *jobs)
{
    size_t count = jobs->conversion->inputs.count;
    size_t wanted = jobs->conversion->options->jobs;
    jobs->desk_count = wanted < count ? wanted : count;
    jobs->items = calloc(count, sizeof *jobs->items);
    jobs->desks = calloc(jobs->desk_count, sizeof *jobs->desks);
    jobs->polled = calloc(jobs->desk_count, sizeof *jobs->polled);
    /* One input is saved without another thread. */
    jobs->saver = saver_new(count > 1 ? 2 * jobs->desk_count : 0, save, jobs);
    return jobs->items && jobs->desks && jobs->polled && jobs->saver;
}

static void
close_desks(struct jobs *jobs)
{
    saver_end(jobs->saver);
    for (size_t i = 0; jobs->desks && i < jobs->desk_count; i++) {
        if (jobs->desks[i].worker.pid > 0) {
            worker_end(&jobs->desks[i].worker, false);
        }
    }
    free(jobs->desks);
    free(jobs->polled);
    free(jobs->items);
}

static bool
anyone_works(const struct jobs *jobs)
{
    for (size_t i = 0; i < jobs->desk_count; i++) {
        if (jobs->desks[i].delivery) {
            return true;
        }
    }
    return false;
}

size_t
jobs_run(const struct conversion *conversion, struct anf_context *ctx, const struct report *report)
{
    struct jobs jobs = {
        .conversion = conversion,
        .report = report,
        .ctx = ctx,
        .lock = PTHREAD_MUTEX_INITIALIZER,
    };
    if (!open_desks(&jobs)) {
        close_desks(&jobs);
        fputs("anfrage: out of memory\n", stderr);
        return conversion->inputs.count;
    }
    for (size_t i = 0; i < jobs.desk_count; i++) {
        assign(&jobs, &jobs.desks[i]);
    }
    while (anyone_works(&jobs)) {
        listen_to_all(&jobs);
    }
    close_desks(&jobs);
    return jobs.failed;
}
