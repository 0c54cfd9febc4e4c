/* run.c: a trial in a process of its own: started, limited, watched, and its end explained. */
#include "run.h"

#include "allocations.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
    WATCH_MILLISECONDS = 100,
    MEMORY = 512 << 20 /* of an input of a few kilobytes, and of the huge ones of the kit */
};

/* What is known of a running trial. */
struct run {
    const struct trial *trial;
    struct stage *stage;
    pid_t child;
    int pipe;    /* findings come here */
    int said[2]; /* files that stand for standard output and standard error */
    struct buffer {
        char *text;
        size_t length;
    } lines;      /* that came so far */
    bool stopped; /* by us: a deed took too long */
};

/* --- the process of the trial --- */

static void
limit_process(void)
{
    static const struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    setpgid(0, 0);
    allocations_set_ceiling(MEMORY);
}

static _Noreturn void
be_the_trial(const struct run *run, const struct subject *subject, int pipe)
{
    dup2(run->said[0], STDOUT_FILENO);
    dup2(run->said[1], STDERR_FILENO);
    limit_process();
    deed_begin(run->stage, pipe);
    run->trial->run(subject);
    fflush(NULL);
    if (allocations_hit_ceiling()) {
        found("bound what you allocate by the size of the input and by anf_call_limit",
              "more than %d MiB were asked for", MEMORY >> 20);
    }
    deed_end();
    _exit(0);
}

/* --- watching it --- */

static void
take_lines(struct run *run)
{
    char chunk[4096];
    ssize_t count = read(run->pipe, chunk, sizeof chunk);
    if (count <= 0) {
        close(run->pipe);
        run->pipe = -1;
        return;
    }
    char *longer = realloc(run->lines.text, run->lines.length + (size_t)count + 1);
    if (longer) {
        memcpy(longer + run->lines.length, chunk, (size_t)count);
        run->lines.text = longer;
        run->lines.length += (size_t)count;
        longer[run->lines.length] = '\0';
    }
}

/* How long the deed goes on: seconds of work, as a busy machine is not the plugin's fault, or of
 * waiting for what does not come. */
struct deed_time {
    unsigned number;
    double begin;    /* work done before it */
    unsigned waited; /* milliseconds without a word */
};

static double
seconds_of_work(const struct run *run)
{
    clockid_t clock;
    struct timespec worked = {0};
    if (clock_getcpuclockid(run->child, &clock) == 0) {
        clock_gettime(clock, &worked);
    }
    return (double)worked.tv_sec + (double)worked.tv_nsec / 1e9;
}

static bool
takes_too_long(const struct run *run, struct deed_time *time, unsigned seconds)
{
    enum { WAITING = 10 };
    double work = seconds_of_work(run);
    if (run->stage->number != time->number) {
        *time = (struct deed_time){.number = run->stage->number, .begin = work};
    }
    return work - time->begin > seconds || time->waited > WAITING * seconds * 1000;
}

/* Until the trial closes its end of the pipe, or does one deed for too long. A plugin that starts a
 * process of its own could keep the pipe open: the trial's end counts, too. */
static void
watch(struct run *run, unsigned seconds, int *ret_status)
{
    struct deed_time time = {0};
    bool ended = false;
    while (run->pipe >= 0 && (ended || !takes_too_long(run, &time, seconds))) {
        struct pollfd end = {.fd = run->pipe, .events = POLLIN};
        int ready = poll(&end, 1, ended ? 0 : WATCH_MILLISECONDS);
        if (ready > 0) {
            take_lines(run);
        } else if (ended) {
            break;
        }
        time.waited += ready == 0 ? WATCH_MILLISECONDS : 0;
        ended = ended || waitpid(run->child, ret_status, WNOHANG) == run->child;
    }
    run->stopped = !ended && run->pipe >= 0;
    kill(-run->child, SIGKILL);
    if (!ended) {
        waitpid(run->child, ret_status, 0);
    }
}

/* --- how it ended --- */

static void
tell_end(const struct run *run, unsigned seconds, int status, struct telling *telling)
{
    char seen[256];
    if (run->stopped) {
        snprintf(seen, sizeof seen, "not done after %u seconds: stopped", seconds);
    } else if (WIFSIGNALED(status)) {
        int number = WTERMSIG(status);
        snprintf(seen, sizeof seen, "the process was ended by SIG%s (%s)", sigabbrev_np(number),
                 sigdescr_np(number));
    } else {
        snprintf(seen, sizeof seen, "the process ended with exit status %d", WEXITSTATUS(status));
    }
    const char *mend = run->trial->on_end;
    if (run->stopped) {
        mend = "make sure that every loop takes something from its input";
    } else if (WIFEXITED(status)) {
        mend = "never end the process (exit, _exit): return a status";
    }
    tell_finding(telling, run->trial, run->stage->deed, seen, mend);
}

static void
tell_said(const struct run *run, int which, struct telling *telling)
{
    static const char *const names[] = {"standard output", "standard error"};
    char text[81] = "";
    char seen[160];
    ssize_t count = pread(run->said[which], text, sizeof text - 1, 0);
    if (count > 0) {
        text[strcspn(text, "\n")] = '\0';
        snprintf(seen, sizeof seen, "\"%s\" was printed on %s", text, names[which]);
        tell_finding(telling, run->trial, run->trial->about, seen,
                     "print nothing: say it with anf_call_report");
    }
}

static void
tell_all(struct run *run, const struct subject *subject, int status, struct telling *telling)
{
    bool ended = false;
    char *rest = run->lines.text;
    for (char *line; (line = strsep(&rest, "\n"));) {
        ended = tell_line(telling, run->trial, line) || ended;
    }
    if (!ended) {
        tell_end(run, subject->seconds, status, telling);
    }
    /* Sanitizers tell on standard error why they ended the process. */
    for (int i = 0; i < 2 && (ended || allocations_are_ours()); i++) {
        tell_said(run, i, telling);
    }
}

/* --- all of it --- */

static bool
start(struct run *run, const struct subject *subject)
{
    int ends[2];
    if (pipe(ends) != 0) {
        return false;
    }
    fflush(NULL);
    run->child = fork();
    if (run->child == 0) {
        close(ends[0]);
        be_the_trial(run, subject, ends[1]);
    }
    close(ends[1]);
    run->pipe = ends[0];
    return run->child > 0;
}

void
run_trial(const struct trial *trial, const struct subject *subject, struct telling *telling)
{
    struct run run = {.trial = trial, .pipe = -1};
    int status = 0;
    run.said[0] = memfd_create("standard output", MFD_CLOEXEC);
    run.said[1] = memfd_create("standard error", MFD_CLOEXEC);
    run.stage = mmap(NULL, sizeof *run.stage, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
                     -1, 0);
    tell_begin(telling, trial);
    if (run.said[0] < 0 || run.said[1] < 0 || run.stage == MAP_FAILED || !start(&run, subject)) {
        tell_trouble(telling, "%s cannot be tried: %s", trial->name, strerrordesc_np(errno));
    } else {
        watch(&run, subject->seconds, &status);
        tell_all(&run, subject, status, telling);
    }
    if (run.stage != MAP_FAILED) {
        munmap(run.stage, sizeof *run.stage);
    }
    if (run.pipe >= 0) {
        close(run.pipe);
    }
    close(run.said[0]);
    close(run.said[1]);
    free(run.lines.text);
}
