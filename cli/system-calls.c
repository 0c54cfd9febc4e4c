/* system-calls.c: a filter of system calls, by libseccomp. */
#include "system-calls.h"

#include "allocations.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <seccomp.h>
#include <stddef.h>
#include <sys/prctl.h>
#include <unistd.h>

enum { most_instructions = 512 };

/* What the C library, the parsers and the dynamic loader do on their way from bytes to bytes. */
static const int allowed[] = {
    /* descriptors that are open */
    SCMP_SYS(read),
    SCMP_SYS(readv),
    SCMP_SYS(pread64),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(fcntl),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(close),
    /* what stands where: the loader of plugins looks at owners and modes */
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(geteuid),
    SCMP_SYS(getuid),
    /* memory */
    SCMP_SYS(brk),
    SCMP_SYS(mmap),
    SCMP_SYS(mprotect),
    SCMP_SYS(mremap),
    SCMP_SYS(munmap),
    SCMP_SYS(madvise),
    /* time, chance, itself */
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(uname),
    SCMP_SYS(sysinfo),
    SCMP_SYS(futex),
    SCMP_SYS(rseq),
    /* signals and the end */
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

const char *
system_calls_missing(void)
{
    return seccomp_api_get() < 1 ? "the kernel has no seccomp filters" : NULL;
}

static int
allow_all(scmp_filter_ctx filter, bool files)
{
    int error = 0;
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed && error == 0; i++) {
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, allowed[i], 0);
    }
    /* abort(3) signals itself; nobody else is to be signalled. */
    if (error == 0) {
        error = seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(tgkill), 1,
                                 SCMP_A0(SCMP_CMP_EQ, (scmp_datum_t)getpid(), 0));
    }
    if (error == 0 && files) {
        error = seccomp_rule_add(
            filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1,
            SCMP_A2(SCMP_CMP_MASKED_EQ, O_ACCMODE | O_CREAT | O_TRUNC, O_RDONLY));
    }
    return error;
}

/* The filter's program, from a pipe that holds nothing else. false: errno tells. */
static bool
install_from(int pipe)
{
    struct sock_filter code[most_instructions];
    ssize_t size = read(pipe, code, sizeof code);
    if (size <= 0 || (size_t)size == sizeof code || (size_t)size % sizeof *code != 0) {
        errno = size < 0 ? errno : ENOMEM;
        return false;
    }
    struct sock_fprog program = {
        .len = (unsigned short)((size_t)size / sizeof *code),
        .filter = code,
    };
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

/* Not seccomp_load: when memory runs out, libseccomp 2.5.4 leaves rules out and says nothing, and
 * without exit_group a process cannot even end. So the program is made first, and installed when
 * nothing went wrong. */
static bool
install(scmp_filter_ctx filter, bool files)
{
    unsigned long failed = allocations_failed();
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        return false;
    }
    int error = allow_all(filter, files);
    if (error == 0) {
        error = seccomp_export_bpf(filter, ends[1]);
    }
    if (error == 0 && allocations_failed() != failed) {
        error = -ENOMEM;
    }
    bool installed = error == 0 && install_from(ends[0]);
    error = error == 0 ? errno : -error;
    close(ends[0]);
    close(ends[1]);
    errno = error;
    return installed;
}

bool
system_calls_enter(bool files)
{
    scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
    if (!filter) {
        errno = ENOMEM;
        return false;
    }
    bool installed = install(filter, files);
    int error = errno;
    seccomp_release(filter);
    errno = error;
    return installed;
}
