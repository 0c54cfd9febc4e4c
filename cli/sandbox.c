/* sandbox.c: what a worker may cost, and what the machine can enforce. */
#include "sandbox.h"

#include "landlock.h"
#include "system-calls.h"

#include <errno.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define SANITIZED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED 1
#endif
#endif
#ifndef SANITIZED
#define SANITIZED 0
#endif

const char *
sandbox_missing(void)
{
    if (SANITIZED) {
        return "a build with sanitizers, which need all memory and files";
    }
    if (landlock_version() < 1) {
        return "the kernel has no Landlock";
    }
    return system_calls_missing();
}

void
sandbox_describe(FILE *out)
{
    int landlock = landlock_version();
    const char *calls = system_calls_missing();
    if (SANITIZED) {
        fprintf(out, "sandbox: off, %s\n", sandbox_missing());
        return;
    }
    fprintf(out, "sandbox: workers have limits of memory and time\n");
    if (landlock > 0) {
        fprintf(out, "sandbox: files are shut off by Landlock, version %d\n", landlock);
    } else {
        fprintf(out, "sandbox: files are not shut off: %s\n", "the kernel has no Landlock");
    }
    fprintf(out, "sandbox: system calls are %sfiltered%s%s\n", calls ? "not " : "",
            calls ? ": " : "", calls ? calls : "");
}

static bool
limit(int resource, uint64_t most)
{
    struct rlimit rlimit;
    if (getrlimit(resource, &rlimit) != 0) {
        return false;
    }
    /* A limit that is lower already stays. */
    if (rlimit.rlim_max == RLIM_INFINITY || most < rlimit.rlim_max) {
        rlimit.rlim_max = most;
    }
    if (rlimit.rlim_cur == RLIM_INFINITY || most < rlimit.rlim_cur) {
        rlimit.rlim_cur = most;
    }
    return setrlimit(resource, &rlimit) == 0;
}

bool
sandbox_enter(const struct sandbox_limits *limits, struct anf_context *ctx)
{
    if (SANITIZED) {
        return true;
    }
    bool landlock = landlock_version() > 0;
    /* Where files cannot be told apart, none may be opened, so that what may be needed is opened
     * now. What was refused is reported when it is asked for. */
    if (!landlock && anf_context_preload(ctx, NULL) != ANF_OK) {
        errno = ENOMEM;
        return false;
    }
    return limit(RLIMIT_AS, limits->memory) && limit(RLIMIT_FSIZE, 0) && limit(RLIMIT_CORE, 0) &&
           prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && (!landlock || landlock_enter(ctx)) &&
           (system_calls_missing() || system_calls_enter(landlock));
}

void
sandbox_extend_time(pid_t worker, const struct sandbox_limits *limits)
{
    clockid_t clock;
    struct timespec used;
    if (SANITIZED || clock_getcpuclockid(worker, &clock) != 0 || clock_gettime(clock, &used) != 0) {
        return;
    }
    struct rlimit rlimit;
    if (prlimit(worker, RLIMIT_CPU, NULL, &rlimit) == 0) {
        rlim_t wanted = (rlim_t)used.tv_sec + 1 + limits->seconds;
        rlimit.rlim_cur = wanted < rlimit.rlim_max ? wanted : rlimit.rlim_max;
        prlimit(worker, RLIMIT_CPU, &rlimit, NULL);
    }
}
