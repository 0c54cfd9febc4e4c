/* trial-surroundings.c: is the process the same after reading and writing as before? */
#include "plain.h"
#include "samples.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fenv.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SIGNALS = 65, PLACES = 64 };

/* What a program has of its process, and a plugin has no business with. */
struct state {
    char locale[512];
    char folder[PATH_MAX];
    char files[PLACES][256]; /* what each descriptor is; "": closed */
    struct sigaction handlers[SIGNALS];
    sigset_t mask;
    mode_t umask;
    int rounding;
    unsigned threads;
    size_t environment; /* its length, in characters */
};

extern char **environ;

static unsigned
entries_of(const char *path)
{
    unsigned count = 0;
    DIR *folder = opendir(path);
    while (folder && readdir(folder)) {
        count++;
    }
    if (folder) {
        closedir(folder);
    }
    return count;
}

static void
see_files(struct state *state)
{
    for (int fd = 0; fd < PLACES; fd++) {
        char path[64];
        snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
        ssize_t length = readlink(path, state->files[fd], sizeof state->files[fd] - 1);
        state->files[fd][length > 0 ? length : 0] = '\0';
    }
}

static void
see(struct state *state)
{
    *state = (struct state){.rounding = fegetround(), .threads = entries_of("/proc/self/task")};
    snprintf(state->locale, sizeof state->locale, "%s", setlocale(LC_ALL, NULL));
    if (!getcwd(state->folder, sizeof state->folder)) {
        state->folder[0] = '\0';
    }
    state->umask = umask(0);
    umask(state->umask);
    sigprocmask(SIG_SETMASK, NULL, &state->mask);
    for (int number = 1; number < SIGNALS; number++) {
        sigaction(number, NULL, &state->handlers[number]);
    }
    for (char **entry = environ; *entry; entry++) {
        state->environment += strlen(*entry) + 1;
    }
    see_files(state);
}

static void
compare_signals(const struct state *before, const struct state *after)
{
    static const char LEAVE[] = "leave the signals of the program alone";
    for (int number = 1; number < SIGNALS; number++) {
        if (before->handlers[number].sa_handler != after->handlers[number].sa_handler) {
            found(LEAVE, "the handler of SIG%s is another one", sigabbrev_np(number));
        }
        if (sigismember(&before->mask, number) != sigismember(&after->mask, number)) {
            found(LEAVE, "SIG%s is blocked where it was not, or the other way round",
                  sigabbrev_np(number));
        }
    }
}

static void
compare_files(const struct state *before, const struct state *after)
{
    for (int fd = 0; fd < PLACES; fd++) {
        const char *was = before->files[fd];
        const char *is = after->files[fd];
        if (strcmp(was, is) == 0) {
            continue;
        }
        if (*is) {
            found("open nothing: the input is anf_source_bytes, the output anf_sink_write",
                  "file descriptor %d is open: %s", fd, is);
        } else {
            found("close no file that you did not open", "file descriptor %d was closed", fd);
        }
    }
}

static void
compare(const struct state *before, const struct state *after)
{
    if (strcmp(before->locale, after->locale) != 0) {
        found("leave the locale of the program alone: no setlocale", "the locale is \"%s\"",
              after->locale);
    }
    if (strcmp(before->folder, after->folder) != 0) {
        found("leave the working directory alone", "the working directory is \"%s\"",
              after->folder);
    }
    if (before->umask != after->umask) {
        found("leave the umask alone", "the umask is %03o", (unsigned)after->umask);
    }
    if (before->rounding != after->rounding) {
        found("leave the rounding of numbers alone", "numbers are rounded in another way");
    }
    if (before->threads != after->threads) {
        found("start no thread: the call is over when read or write returns",
              "there are %d more threads", (int)after->threads - (int)before->threads);
    }
    if (before->environment != after->environment) {
        found("leave the environment alone", "the environment changed");
    }
    compare_signals(before, after);
    compare_files(before, after);
}

/* A trial has no processes of its own. */
static void
look_for_processes(void)
{
    if (waitpid(-1, NULL, WNOHANG) >= 0 || errno != ECHILD) {
        found("start no process", "a process was started");
    }
}

static void
read_sample(struct bench *bench, const struct anf_format_info *format, const struct bytes *sample)
{
    bench_read_only(bench, format, sample);
}

static void
write_each(struct bench *bench)
{
    const struct anf_format_info *format;
    struct anf_inquiry *inquiry = plain_inquiry(bench->ctx, 2);
    for (size_t i = 0; inquiry && (format = bench_format(bench, i)); i++) {
        struct bytes written = {.name = ""};
        int status = format->writes ? bench_write(bench, format, inquiry, &written) : ANF_OK;
        (void)status; /* try_write looks at it */
        bytes_clear(&written);
    }
    anf_inquiry_unref(inquiry);
}

void
try_surroundings(const struct subject *subject)
{
    static struct state before;
    static struct state after;
    struct bench bench;
    see(&before);
    if (bench_open(&bench, subject)) {
        write_each(&bench);
        each_sample(&bench, read_sample);
    }
    see(&after);
    deed("comparing the process before and after");
    compare(&before, &after);
    look_for_processes();
    bench_close(&bench);
}
