/* trial-threads.c: calls that run at the same time: within each other, and in several threads. */
#include "allocations.h"
#include "plain.h"
#include "samples.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 4, ROUNDS = 60 };

static const char NO_STATE[] = "keep no static state: whatever a call needs lives on its stack, or "
                               "in memory that it allocates";

/* Inquiries that differ in every text. */
static struct anf_inquiry *
numbered_inquiry(struct anf_context *ctx, unsigned number)
{
    char title[64];
    struct anf_inquiry *inquiry = plain_inquiry(ctx, number + 1);
    snprintf(title, sizeof title, "Radwege im Kreis Nummer %u", number * 1111);
    if (inquiry && anf_inquiry_set(inquiry, ANF_FIELD_TITLE, title) != ANF_OK) {
        inquiry = anf_inquiry_unref(inquiry);
    }
    return inquiry;
}

/* --- one call within another, in one thread --- */

struct reentry {
    struct bench *inner;
    const struct anf_format_info *format;
    const struct anf_inquiry *other;
    FILE *out;
};

/* Each time that bytes come, another inquiry is written from end to end. */
static int
take_and_write_another(void *user, const void *data, size_t length)
{
    struct reentry *reentry = user;
    struct bytes written;
    fwrite(data, 1, length, reentry->out);
    int status = bench_write(reentry->inner, reentry->format, reentry->other, &written);
    bytes_clear(&written);
    return status;
}

static void
write_within(struct bench *bench, struct reentry *reentry, const struct anf_inquiry *inquiry,
             const struct bytes *expected)
{
    struct bytes got = {.name = ""};
    char *text = NULL;
    reentry->out = open_memstream(&text, &got.length);
    if (!reentry->out) {
        return;
    }
    struct anf_sink *sink = anf_sink_new_callback("reentry", take_and_write_another, reentry);
    int status = sink ? anf_write(bench->ctx, inquiry, reentry->format->id, NULL, sink)
                      : ANF_ERR_NOMEM;
    anf_sink_unref(sink);
    fclose(reentry->out);
    got.data = (unsigned char *)text;
    if (status != ANF_OK || !bytes_are_same(expected, &got)) {
        found(NO_STATE, "the bytes are others than when it is written alone");
    }
    free(text);
}

static void
reenter_format(struct bench *bench, struct bench *inner, const struct anf_format_info *format)
{
    struct bytes expected = {.name = ""};
    struct anf_inquiry *inquiry = numbered_inquiry(bench->ctx, 1);
    struct anf_inquiry *other = numbered_inquiry(inner->ctx, 2);
    struct reentry reentry = {.inner = inner, .format = format, .other = other};
    deed("writing an inquiry as %s while another one is being written", format->id);
    if (inquiry && other && bench_write(bench, format, inquiry, &expected) == ANF_OK) {
        write_within(bench, &reentry, inquiry, &expected);
    }
    bytes_clear(&expected);
    anf_inquiry_unref(inquiry);
    anf_inquiry_unref(other);
}

void
try_reentry(const struct subject *subject)
{
    struct bench bench;
    struct bench inner;
    const struct anf_format_info *format;
    bool open = bench_open(&bench, subject);
    open = bench_open(&inner, subject) && open;
    for (size_t i = 0; open && (format = bench_format(&bench, i)); i++) {
        if (format->writes) {
            reenter_format(&bench, &inner, format);
        }
    }
    bench_close(&inner);
    bench_close(&bench);
}

/* --- several threads --- */

struct worker {
    struct bench bench; /* its own context */
    pthread_t thread;
    const struct anf_format_info *format;
    struct anf_inquiry *inquiry;
    struct bytes written; /* what it wrote alone */
    struct outcome read;  /* what it read alone */
    bool writes_otherwise;
    bool reads_otherwise;
};

static void
work_once(struct worker *worker)
{
    struct bytes written = {.name = ""};
    struct outcome read = {0};
    int status = bench_write(&worker->bench, worker->format, worker->inquiry, &written);
    worker->writes_otherwise |= status != ANF_OK || !bytes_are_same(&worker->written, &written);
    if (worker->format->reads) {
        status = bench_read(&worker->bench, worker->format, &worker->written, &read);
        worker->reads_otherwise |= !outcomes_are_same(&worker->read, &read);
    }
    outcome_clear(&read);
    bytes_clear(&written);
}

static void *
work(void *user)
{
    struct worker *worker = user;
    for (int i = 0; i < ROUNDS && time_is_left(); i++) {
        work_once(worker);
    }
    return NULL;
}

static bool
worker_prepare(struct worker *worker, const struct subject *subject, size_t format, unsigned number)
{
    if (!bench_open(&worker->bench, subject)) {
        return false;
    }
    worker->bench.silent = true;
    worker->format = bench_format(&worker->bench, format);
    worker->inquiry = numbered_inquiry(worker->bench.ctx, number);
    if (!worker->inquiry ||
        bench_write(&worker->bench, worker->format, worker->inquiry, &worker->written) != ANF_OK) {
        return false;
    }
    int status = worker->format->reads
                     ? bench_read(&worker->bench, worker->format, &worker->written, &worker->read)
                     : ANF_OK;
    (void)status; /* compared, whatever it is */
    return true;
}

static void
worker_end(struct worker *worker)
{
    outcome_clear(&worker->read);
    bytes_clear(&worker->written);
    anf_inquiry_unref(worker->inquiry);
    bench_close(&worker->bench);
}

static void
work_together(struct worker *workers)
{
    int started = 0;
    allocations_set_yield(3);
    while (started < THREADS &&
           pthread_create(&workers[started].thread, NULL, work, &workers[started]) == 0) {
        started++;
    }
    for (int i = 0; i < started; i++) {
        pthread_join(workers[i].thread, NULL);
    }
    allocations_set_yield(0);
}

static void
try_format(const struct subject *subject, size_t index, const struct anf_format_info *format)
{
    struct worker workers[THREADS] = {0};
    bool prepared = true;
    deed("writing and reading as %s in %d threads", format->id, THREADS);
    for (unsigned i = 0; i < THREADS; i++) {
        prepared = prepared && worker_prepare(&workers[i], subject, index, i);
    }
    if (prepared) {
        work_together(workers);
    }
    bool writes_otherwise = false;
    bool reads_otherwise = false;
    for (int i = 0; i < THREADS; i++) {
        writes_otherwise |= workers[i].writes_otherwise;
        reads_otherwise |= workers[i].reads_otherwise;
        worker_end(&workers[i]);
    }
    if (writes_otherwise) {
        found(NO_STATE, "the bytes are others than in one thread");
    }
    if (reads_otherwise) {
        found(NO_STATE, "what is read is something else than in one thread");
    }
}

void
try_threads(const struct subject *subject)
{
    struct bench bench;
    const struct anf_format_info *format;
    bool open = bench_open(&bench, subject);
    for (size_t i = 0; open && (format = bench_format(&bench, i)); i++) {
        if (format->writes) {
            try_format(subject, i, format);
        }
    }
    bench_close(&bench);
}
