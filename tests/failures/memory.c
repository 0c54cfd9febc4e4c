/* memory.c: a conversion in which each allocation fails in its turn, alone and with all that
 * follow.
 *
 *     memory INPUT TO [STEP]    every STEPth allocation (default 1)
 *
 * The library must not crash, must give back all that it took, and must not say that all is well
 * and give other bytes. What libraries below it do not give back is known by the function that was
 * refused memory, and counted. */
#include <anfrage/anfrage.h>

#include <dlfcn.h>
#include <errno.h>
#include <execinfo.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

/* glibc's own names (glibc manual, 3.2.5 Replacing malloc). */
extern void *__libc_malloc(size_t size);
extern void *__libc_calloc(size_t count, size_t size);
extern void *__libc_realloc(void *old, size_t size);
extern void *__libc_memalign(size_t alignment, size_t size);
extern void __libc_free(void *memory);

static unsigned long made;    /* allocations since the counting began */
static unsigned long refused; /* the number of the one that fails; 0: none */
static int refuse_all;        /* and all that follow it */
static long live;             /* allocations that were not given back */

/* Who asked for the first that failed. */
enum { MOST_CALLERS = 64 };
static void *callers[MOST_CALLERS];
static int caller_count;

static int
is_refused(void)
{
    made++;
    if (!refused || (refuse_all ? made < refused : made != refused))
        return 0;
    if (!caller_count)
        caller_count = backtrace(callers, MOST_CALLERS);
    errno = ENOMEM;
    return 1;
}

static void *
counted(void *memory)
{
    live += memory != NULL;
    return memory;
}

#pragma GCC visibility push(default)

void *
malloc(size_t size)
{
    return is_refused() ? NULL : counted(__libc_malloc(size));
}

void *
calloc(size_t count, size_t size)
{
    return is_refused() ? NULL : counted(__libc_calloc(count, size));
}

void *
realloc(void *old, size_t size)
{
    if (is_refused())
        return NULL;
    void *memory = __libc_realloc(old, size);
    live += !old && memory;
    live -= old && !size;
    return memory;
}

void *
memalign(size_t alignment, size_t size)
{
    return is_refused() ? NULL : counted(__libc_memalign(alignment, size));
}

void *
aligned_alloc(size_t alignment, size_t size)
{
    return memalign(alignment, size);
}

int
posix_memalign(void **ret_memory, size_t alignment, size_t size)
{
    void *memory = memalign(alignment, size);
    if (!memory)
        return ENOMEM;
    *ret_memory = memory;
    return 0;
}

void
free(void *memory)
{
    live -= memory != NULL;
    __libc_free(memory);
}

#pragma GCC visibility pop

/* --- one conversion --- */

struct trial {
    struct anf_context *ctx;
    const char *input;
    const char *to;
    struct anf_sink *sink; /* while it runs */
    unsigned errors;
};

static void
hear(const struct anf_diagnostic *diagnostic, void *user)
{
    struct trial *trial = user;
    trial->errors += diagnostic->severity == ANF_SEVERITY_ERROR;
}

static int
write_inquiry(struct anf_inquiry *inquiry, void *user)
{
    struct trial *trial = user;
    return anf_write(trial->ctx, inquiry, trial->to, NULL, trial->sink);
}

/* The bytes; NULL: the status says why. */
static char *
convert(struct trial *trial, size_t *ret_len, int *ret_status)
{
    char *bytes = NULL;
    struct anf_source *source = anf_source_new_path(trial->input);
    trial->sink = anf_sink_new_memory();
    *ret_status = ANF_ERR_NOMEM;
    if (source && trial->sink)
        *ret_status = anf_read(trial->ctx, source, NULL, NULL, write_inquiry, trial);
    if (*ret_status == ANF_OK)
        bytes = anf_sink_steal(trial->sink, ret_len);
    anf_sink_unref(trial->sink);
    anf_source_unref(source);
    return bytes;
}

/* --- one point --- */

enum outcome { went_well, refused_it, lost_by_others, wrong, unfinished, OUTCOMES };

/* Functions that lose memory of their own when they find no more of it. */
static const char *const losing[] = {
    /* libzip 1.7.3 makes the context of a layer (_zip_source_zip_new() and zip_source_crc() of
     * what is read, zip_source_deflate() of what is packed), and when there is no memory for the
     * layer itself, zip_source_layered() does not say whose the context is: nobody frees it. */
    "zip_fopen_index_encrypted",
    "zip_close",
};

static int
is_lost_by_others(void)
{
    Dl_info info;
    for (int i = 0; i < caller_count; i++)
        for (size_t j = 0; j < sizeof losing / sizeof *losing; j++)
            if (dladdr(callers[i], &info) && info.dli_sname &&
                strcmp(info.dli_sname, losing[j]) == 0)
                return 1;
    return 0;
}

static enum outcome
complain(unsigned long number, const char *what)
{
    fprintf(stderr, "allocation %lu%s: %s\n", number, refuse_all ? " and all that follow" : "",
            what);
    backtrace_symbols_fd(callers, caller_count, STDERR_FILENO);
    return wrong;
}

static enum outcome
outcome_of(struct trial *trial, unsigned long number, const char *expected, size_t expected_len)
{
    size_t len = 0;
    int status;
    long before = live;
    made = 0;
    refused = number;
    char *bytes = convert(trial, &len, &status);
    refused = 0;
    int same = bytes && len == expected_len && memcmp(bytes, expected, len) == 0;
    int given = bytes != NULL;
    anf_free(bytes);
    if (live != before)
        return is_lost_by_others() ? lost_by_others : complain(number, "memory is not given back");
    if (made < number)
        return unfinished;
    if (given && !same)
        return complain(number, "other bytes");
    return same ? went_well : refused_it;
}

/* In a process of its own, which a fault may end. */
static enum outcome
try_point(struct trial *trial, unsigned long number, const char *expected, size_t len)
{
    enum { SECONDS = 10 }; /* a parser may wait for ever for what it has no memory for */
    int how;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        alarm(SECONDS);
        _exit(outcome_of(trial, number, expected, len));
    }
    if (child < 0 || waitpid(child, &how, 0) != child)
        return wrong;
    return WIFEXITED(how) ? (enum outcome)WEXITSTATUS(how)
                          : complain(number, strsignal(WTERMSIG(how)));
}

/* Every point of one way to fail. */
static void
try_all(struct trial *trial, unsigned long step, const char *expected, size_t len,
        unsigned long *counts)
{
    enum outcome outcome;
    for (unsigned long number = 1;
         (outcome = try_point(trial, number, expected, len)) != unfinished; number += step)
        counts[outcome]++;
}

int
main(int argc, char **argv)
{
    if (argc < 3)
        return EXIT_FAILURE;
    struct trial trial = {.ctx = anf_context_new(), .input = argv[1], .to = argv[2]};
    unsigned long step = argc > 3 ? strtoul(argv[3], NULL, 10) : 1;
    unsigned long counts[OUTCOMES] = {0};
    void *frame;
    size_t len = 0;
    int status;
    anf_context_set_diagnostic_fn(trial.ctx, hear, &trial);
    if (anf_context_load_plugins(trial.ctx, NULL) == ANF_ERR_NOMEM)
        return EXIT_FAILURE;
    /* Without TZ, glibc's tzset(), which libzip calls, takes new memory each time. */
    setenv("TZ", "UTC", 1);
    backtrace(&frame, 1); /* which loads a library when it is called first */
    /* What is loaded and set up once is no leak. */
    anf_free(convert(&trial, &len, &status));
    char *expected = convert(&trial, &len, &status);
    if (!expected) {
        fprintf(stderr, "%s: %s\n", trial.input, anf_strerror(status));
        return EXIT_FAILURE;
    }
    try_all(&trial, step, expected, len, counts);
    refuse_all = 1;
    try_all(&trial, step, expected, len, counts);
    printf("%lu points: %lu refused, %lu went well, %lu lost by other libraries, %lu wrong\n",
           counts[refused_it] + counts[went_well] + counts[lost_by_others] + counts[wrong],
           counts[refused_it], counts[went_well], counts[lost_by_others], counts[wrong]);
    anf_free(expected);
    anf_context_unref(trial.ctx);
    return counts[wrong] ? EXIT_FAILURE : EXIT_SUCCESS;
}
