/* deed.c: what a trial does at the moment, and what it finds, told to the process that watches. */
#include "deed.h"

#include "allocations.h"

#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <time.h>
#include <unistd.h>

enum { MOST_MENDS = 32, TOLD_OF_ONE = 2, SECONDS_OF_A_TRIAL = 3 };

static struct stage *stage;
static int pipe_fd = -1;
static double began;
static struct {
    const char *mend;
    unsigned count;
} told[MOST_MENDS];

static double
seconds(clockid_t clock)
{
    struct timespec now = {0};
    clock_gettime(clock, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

double
seconds_worked(void)
{
    return seconds(CLOCK_THREAD_CPUTIME_ID);
}

bool
time_is_left(void)
{
    return seconds(CLOCK_PROCESS_CPUTIME_ID) - began < SECONDS_OF_A_TRIAL;
}

/* One object a line; the line is whole, as it is shorter than a pipe's PIPE_BUF or comes from the
 * only writer. */
static void
tell(json_t *line)
{
    allocations_refuse(0, false);
    if (line && json_dumpfd(line, pipe_fd, JSON_COMPACT) == 0) {
        ssize_t written = write(pipe_fd, "\n", 1);
        (void)written; /* nobody is left to be told */
    }
    json_decref(line);
}

/* A plugin may have put any bytes into a message. */
static json_t *
text_of(const char *text)
{
    json_t *value = json_string(text);
    return value ? value : json_string("(what is no UTF-8)");
}

/* The block's size is all that can be told: allocating more could end in a second fault. */
static void
report_overflow(size_t size)
{
    dprintf(pipe_fd,
            "{\"seen\":\"the memory behind a block of %zu bytes was written over\","
            "\"mend\":\"never write behind what you allocated; valgrind shows the line\"}\n"
            "{\"end\":true}\n",
            size);
    _exit(0);
}

void
deed_begin(struct stage *new_stage, int fd)
{
    stage = new_stage;
    pipe_fd = fd;
    began = seconds(CLOCK_PROCESS_CPUTIME_ID);
    allocations_on_overflow(report_overflow);
}

void
deed(const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    vsnprintf(stage->deed, sizeof stage->deed, fmt, args);
    va_end(args);
    stage->number++;
}

/* How often this mend was told, with this time; too many different ones share the last place. */
static unsigned
count_mend(const char *mend)
{
    size_t i = 0;
    while (i + 1 < MOST_MENDS && told[i].mend && told[i].mend != mend) {
        i++;
    }
    told[i].mend = mend;
    return ++told[i].count;
}

static void
tell_finding(const char *mend, bool fatal, const char *fmt, va_list args)
{
    char seen[1024];
    allocations_refuse(0, false);
    vsnprintf(seen, sizeof seen, fmt, args);
    if (count_mend(mend) <= TOLD_OF_ONE) {
        tell(json_pack("{s:o, s:o, s:s, s:b}", "done", text_of(stage->deed), "seen", text_of(seen),
                       "mend", mend, "fatal", fatal));
    }
}

void
found(const char *mend, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    tell_finding(mend, false, fmt, args);
    va_end(args);
}

void
found_fatal(const char *mend, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    tell_finding(mend, true, fmt, args);
    va_end(args);
}

void
found_lost(long blocks)
{
    found("give back what you allocated on every way out of the function",
          "%ld %s of memory %s lost each time", blocks, blocks == 1 ? "block" : "blocks",
          blocks == 1 ? "is" : "are");
}

void
untried(const char *fmt, ...)
{
    char text[512];
    va_list args;
    va_start(args, fmt);
    vsnprintf(text, sizeof text, fmt, args);
    va_end(args);
    tell(json_pack("{s:o}", "untried", text_of(text)));
}

void
deed_end(void)
{
    for (size_t i = 0; i < MOST_MENDS && told[i].mend; i++) {
        if (told[i].count > TOLD_OF_ONE) {
            tell(json_pack("{s:s, s:i}", "mend", told[i].mend, "more",
                           (int)(told[i].count - TOLD_OF_ONE)));
        }
    }
    tell(json_pack("{s:b}", "end", 1));
}
