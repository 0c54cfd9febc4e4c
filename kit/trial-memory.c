/* trial-memory.c: one allocation after the other fails: is it seen, told, and survived? And is what
 * was allocated given back, also then? */
#include "allocations.h"
#include "plain.h"
#include "samples.h"

#include <limits.h>

enum { EACH = 400, REPEATS = 4 };

static const char LOOK[] = "look at what malloc and the library's functions return, and give the "
                           "status back to the library";

/* A call that can be made again and again: reading a sample, or writing an inquiry. */
struct act {
    struct bench *bench;
    const struct anf_format_info *format;
    const struct bytes *sample;        /* NULL: writing */
    const struct anf_inquiry *inquiry; /* what is written */
    struct outcome read;               /* of the first time */
    struct bytes written;
    unsigned reports; /* of the first time */
};

/* refuse: as allocations_refuse takes them; only what the call itself asks for counts. */
static int
act_once(const struct act *act, unsigned long refuse, bool all_behind, bool *ret_same,
         unsigned long *ret_asked)
{
    struct outcome read = {0};
    struct bytes written = {.name = ""};
    int status;
    allocations_refuse(refuse, all_behind);
    if (act->sample) {
        status = bench_read(act->bench, act->format, act->sample, &read);
    } else {
        status = bench_write(act->bench, act->format, act->inquiry, &written);
    }
    unsigned long refused = allocations_refused();
    *ret_asked = allocations_asked();
    allocations_refuse(0, false);
    *ret_same = act->sample ? outcomes_are_same(&act->read, &read)
                            : status == ANF_OK && bytes_are_same(&act->written, &written);
    outcome_clear(&read);
    bytes_clear(&written);
    return refused > 0 || refuse == 0 ? status : 1; /* 1: there is no nth allocation */
}

static const char *
doing(const struct act *act)
{
    return act->sample ? "reading" : "writing";
}

static void
judge(const struct act *act, int status, bool same)
{
    if (status == ANF_ERR_NOMEM || same) {
        return;
    }
    if (status == ANF_OK) {
        /* Less than it was, but the reader of messages was told so. */
        if (act->bench->heard.reports <= act->reports) {
            found(LOOK, "it went on as if nothing had happened: what it gave is not whole");
        }
    } else {
        found(LOOK, "the status was \"%s\" and not \"%s\": %s", anf_strerror(status),
              anf_strerror(ANF_ERR_NOMEM), act->bench->heard.error);
    }
}

/* What is kept once may be kept on purpose, by a library behind the plugin; twice, it is lost. */
static void
weigh(const struct act *act, unsigned long nth, bool all_behind)
{
    bool same;
    unsigned long asked;
    long before = allocations_live();
    int status = act_once(act, nth, all_behind, &same, &asked);
    long lost = allocations_live() - before;
    if (lost > 0 && status == act_once(act, nth, all_behind, &same, &asked) &&
        allocations_live() - before - lost >= lost) {
        found_lost(lost);
    }
}

static void
refuse_each(const struct act *act, bool all_behind, unsigned long count)
{
    unsigned long step = count / EACH + 1;
    for (unsigned long nth = 1; nth <= count && time_is_left(); nth += nth < EACH / 2 ? 1 : step) {
        bool same;
        unsigned long asked;
        long before = allocations_live();
        deed("%s as %s while allocation %lu%s fails", doing(act), act->format->id, nth,
             all_behind ? " and each one behind it" : "");
        int status = act_once(act, nth, all_behind, &same, &asked);
        if (status <= ANF_OK) {
            judge(act, status, same);
        }
        if (allocations_live() > before) {
            weigh(act, nth, all_behind);
        }
    }
}

/* --- the acts of a plugin --- */

typedef void act_fn(const struct act *act);

static unsigned long
allocations_of(const struct act *act)
{
    bool same;
    unsigned long count;
    act_once(act, ULONG_MAX, false, &same, &count); /* so many are never asked for */
    return count;
}

static void
refuse_all(const struct act *act)
{
    allocations_set_module(act->bench->subject->path); /* which is loaded by now */
    unsigned long count = allocations_of(act);
    refuse_each(act, false, count);
    refuse_each(act, true, count);
}

static void
act_on_format(struct bench *bench, const struct anf_format_info *format, act_fn *fn)
{
    struct act act = {.bench = bench, .format = format};
    struct anf_inquiry *inquiry = plain_inquiry(bench->ctx, 2);
    act.inquiry = inquiry;
    deed("writing a plain inquiry as %s", format->id);
    if (inquiry && bench_write(bench, format, inquiry, &act.written) == ANF_OK) {
        act.reports = bench->heard.reports;
        fn(&act);
    }
    bytes_clear(&act.written);
    anf_inquiry_unref(inquiry);
}

static void
act_on_sample(struct bench *bench, const struct anf_format_info *format, const struct bytes *sample,
              act_fn *fn)
{
    struct act act = {.bench = bench, .format = format, .sample = sample};
    deed("reading %s as %s", sample->name, format->id);
    int status = bench_read(bench, format, sample, &act.read);
    (void)status; /* whatever it is, it is the same again */
    act.reports = bench->heard.reports;
    fn(&act);
    outcome_clear(&act.read);
}

static void
act_on_formats(const struct subject *subject, act_fn *fn, sample_fn *on_sample)
{
    struct bench bench;
    const struct anf_format_info *format;
    if (!allocations_are_ours()) {
        untried("a sanitizer has the memory of this build");
        return;
    }
    bool open = bench_open(&bench, subject);
    for (size_t i = 0; open && (format = bench_format(&bench, i)); i++) {
        if (format->writes) {
            act_on_format(&bench, format, fn);
        }
    }
    if (open) {
        each_sample(&bench, on_sample);
    }
    bench_close(&bench);
}

static void
refuse_on_sample(struct bench *bench, const struct anf_format_info *format,
                 const struct bytes *sample)
{
    act_on_sample(bench, format, sample, refuse_all);
}

void
try_memory(const struct subject *subject)
{
    act_on_formats(subject, refuse_all, refuse_on_sample);
}

/* --- leaks --- */

/* Twice to warm up; then each time costs nothing that stays. */
static void
repeat(const struct act *act)
{
    bool same;
    unsigned long asked;
    act_once(act, 0, false, &same, &asked);
    act_once(act, 0, false, &same, &asked);
    long before = allocations_live();
    deed("%s as %s %d times", doing(act), act->format->id, REPEATS);
    for (int i = 0; i < REPEATS; i++) {
        act_once(act, 0, false, &same, &asked);
    }
    long lost = allocations_live() - before;
    if (lost >= REPEATS) {
        found_lost(lost / REPEATS);
    }
}

static void
repeat_on_sample(struct bench *bench, const struct anf_format_info *format,
                 const struct bytes *sample)
{
    act_on_sample(bench, format, sample, repeat);
}

void
try_leaks(const struct subject *subject)
{
    act_on_formats(subject, repeat, repeat_on_sample);
}
