/* clock.c: time(2) and its relatives, as every library that this program loads sees them. */
#include "clock.h"

#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

static time_t shift;

void
clock_shift(time_t seconds)
{
    shift = seconds;
}

/* Seen by the libraries, whatever the visibility of the rest. */
#pragma GCC visibility push(default)

int
clock_gettime(clockid_t id, struct timespec *ret_time)
{
    int status = (int)syscall(SYS_clock_gettime, id, ret_time);
    if (status == 0 && id == CLOCK_REALTIME) {
        ret_time->tv_sec += shift;
    }
    return status;
}

time_t
time(time_t *ret_time)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_REALTIME, &now);
    if (ret_time) {
        *ret_time = now.tv_sec;
    }
    return now.tv_sec;
}

/* The second argument is obsolete (POSIX.1-2017), and glibc's type of it depends on the release. */
int
gettimeofday(struct timeval *restrict ret_time, void *restrict zone)
{
    struct timespec now = {0};
    (void)zone;
    int status = clock_gettime(CLOCK_REALTIME, &now);
    ret_time->tv_sec = now.tv_sec;
    ret_time->tv_usec = now.tv_nsec / 1000;
    return status;
}

#pragma GCC visibility pop
