/* memory.c: the program's allocator gets back what the library took, also where there is no memory.
 *
 *     memory CONVERSIONS STEP FILE...
 *
 * Replaces malloc() as programs with an allocator of their own do, and gives libxml2 functions that
 * malloc's do not understand. After CONVERSIONS conversions as much is in use as before. Where
 * every STEP-th allocation fails, each in a run of its own, nothing is printed and the process goes
 * on. */
#include "allocator.h"
#include "conversions.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

enum { RSS_SLACK = 4 << 20 };

static struct inputs inputs;
static int faults;
static int words; /* where faults are told, whatever standard error is */

static void
fault(const char *what, long was, long is)
{
    dprintf(words, "%s: %ld, then %ld\n", what, was, is);
    ++faults;
}

static long
resident(void)
{
    long pages = 0;
    FILE *file = fopen("/proc/self/statm", "r");
    if (!file || fscanf(file, "%*d %ld", &pages) != 1)
        fault("/proc/self/statm cannot be read", 0, 0);
    if (file)
        fclose(file);
    return pages * sysconf(_SC_PAGESIZE);
}

/* --- after many conversions --- */

static void
convert_some(size_t count)
{
    struct anf_context *ctx = new_context();
    for (size_t i = 0; i < count; i++) {
        convert(ctx, &inputs.items[i % inputs.count]);
        if (i % 64 == 63) {
            anf_context_unref(ctx);
            ctx = new_context();
        }
    }
    anf_context_unref(ctx);
}

static void
compare(const char *what, const struct in_use *was)
{
    struct in_use is = allocator_in_use();
    if (is.blocks != was->blocks)
        fault(what, was->blocks, is.blocks);
    if (is.libxml != was->libxml)
        fault("of libxml2's functions", was->libxml, is.libxml);
    if (is.foreign)
        fault("blocks given to the wrong function", 0, is.foreign);
}

static void
come_back(size_t conversions)
{
    convert_some(inputs.count * 2);
    struct in_use was = allocator_in_use();
    long rss = resident();
    convert_some(conversions);
    long grown = resident() - rss;
    compare("blocks in use", &was);
    if (grown > RSS_SLACK)
        fault("resident memory", rss, rss + grown);
    dprintf(words, "%zu conversions: %ld blocks in use before and after, %ld KiB more resident\n",
            conversions, was.blocks, grown / 1024);
}

/* --- without memory --- */

static int printed; /* the file that both streams are */

static void
check_silence(unsigned long at)
{
    char text[200] = "";
    fflush(NULL);
    ssize_t length = pread(printed, text, sizeof text - 1, 0);
    if (length <= 0)
        return;
    dprintf(words, "allocation %lu: printed \"%.*s\"\n", at, (int)length, text);
    ++faults;
    if (ftruncate(printed, 0) < 0 || lseek(printed, 0, SEEK_SET) < 0)
        abort();
}

/* A thread that has not used libxml2 before. */
static void *
convert_in_thread(void *user)
{
    allocator_fail_at(*(const unsigned long *)user);
    struct anf_context *ctx = new_context();
    convert_without_jansson(ctx, &inputs.items[0]);
    anf_context_unref(ctx);
    return NULL;
}

/* 1: the allocation was reached. */
static int
fail_in_thread(unsigned long at)
{
    pthread_t thread;
    if (pthread_create(&thread, NULL, convert_in_thread, &at))
        abort();
    pthread_join(thread, NULL);
    return allocator_has_failed();
}

static void
fail_everywhere(unsigned long step)
{
    unsigned long at = 1;
    fail_in_thread(0);
    struct in_use was = allocator_in_use();
    for (; fail_in_thread(at) && faults < 10; at += step)
        check_silence(at);
    struct in_use is = allocator_in_use();
    if (is.foreign)
        fault("blocks given to the wrong function", 0, is.foreign);
    dprintf(words, "%lu allocations, of which every %lu. failed; libraries lost %ld blocks\n", at,
            step, is.blocks - was.blocks);
}

/* In a process that has used nothing yet. 1: the allocation was reached. */
static int
fail_first_use(unsigned long at)
{
    int status = 0;
    pid_t child = fork();
    if (!child) {
        convert_in_thread(&at);
        fflush(NULL);
        _exit(allocator_has_failed());
    }
    if (child < 0 || waitpid(child, &status, 0) != child)
        abort();
    if (WIFSIGNALED(status))
        fault("a signal ended the process; the allocation", (long)at, WTERMSIG(status));
    check_silence(at);
    return WIFSIGNALED(status) || WEXITSTATUS(status);
}

static void
fail_at_first_use(unsigned long step)
{
    unsigned long at = 1;
    while (fail_first_use(at) && faults < 10)
        at += step;
}

int
main(int argc, char **argv)
{
    if (argc < 4 || !allocator_replace())
        return EXIT_FAILURE;
    inputs_load(&inputs, argc - 3, argv + 3);
    words = dup(STDOUT_FILENO);
    printed = memfd_create("printed", MFD_CLOEXEC);
    if (dup2(printed, STDOUT_FILENO) < 0 || dup2(printed, STDERR_FILENO) < 0)
        return EXIT_FAILURE;
    fail_at_first_use(strtoul(argv[2], NULL, 10));
    come_back(strtoul(argv[1], NULL, 10));
    fail_everywhere(strtoul(argv[2], NULL, 10));
    inputs_clear(&inputs);
    return faults ? EXIT_FAILURE : EXIT_SUCCESS;
}
