/* memory.c: a conversion in which each allocation fails in its turn, alone and with all that follow.
 *
 *     memory INPUT TO [STEP]    every STEPth allocation (default 1)
 *
 * The library must not crash, must give back all that it took, and must not say that all is well
 * and give other bytes, but for one case: libxml2 2.9.14 goes on after some of its allocations have
 * failed, and the library, which leaves its host's allocator alone, cannot tell. The command can
 * (cli/allocations.c); those points are counted. */
#include <anfrage/anfrage.h>

#include <errno.h>
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

static int
is_refused(void)
{
    made++;
    if (!refused || (refuse_all ? made < refused : made != refused))
        return 0;
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

enum outcome { went_well, refused_it, gave_other_bytes, leaked, unfinished };

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
    /* Less is what libxml2 kept of an earlier error. */
    if (live > before) {
        fprintf(stderr, "allocation %lu%s: %ld not given back\n", number,
                refuse_all ? " and all that follow" : "", live - before);
        return leaked;
    }
    if (made < number)
        return unfinished;
    return same ? went_well : given ? gave_other_bytes : refused_it;
}

/* In a process of its own, which a fault may end. */
static int
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
        return -1;
    if (!WIFEXITED(how)) {
        fprintf(stderr, "allocation %lu%s: %s\n", number, refuse_all ? " and all that follow" : "",
                strsignal(WTERMSIG(how)));
        return -1;
    }
    return WEXITSTATUS(how);
}

/* Every point of one way to fail; how many were wrong. */
static unsigned
try_all(struct trial *trial, unsigned long step, const char *expected, size_t len,
        unsigned long *counts)
{
    unsigned wrong = 0;
    for (unsigned long number = 1;; number += step) {
        int outcome = try_point(trial, number, expected, len);
        if (outcome == unfinished)
            return wrong;
        if (outcome < 0 || outcome == leaked)
            wrong++;
        else
            counts[outcome]++;
    }
}

int
main(int argc, char **argv)
{
    if (argc < 3)
        return EXIT_FAILURE;
    struct trial trial = {.ctx = anf_context_new(), .input = argv[1], .to = argv[2]};
    unsigned long step = argc > 3 ? strtoul(argv[3], NULL, 10) : 1;
    unsigned long counts[3] = {0};
    size_t len = 0;
    int status;
    anf_context_set_diagnostic_fn(trial.ctx, hear, &trial);
    if (anf_context_load_plugins(trial.ctx, NULL) == ANF_ERR_NOMEM)
        return EXIT_FAILURE;
    /* What is loaded and set up once is no leak. */
    anf_free(convert(&trial, &len, &status));
    char *expected = convert(&trial, &len, &status);
    if (!expected) {
        fprintf(stderr, "%s: %s\n", trial.input, anf_strerror(status));
        return EXIT_FAILURE;
    }
    unsigned wrong = try_all(&trial, step, expected, len, counts);
    refuse_all = 1;
    wrong += try_all(&trial, step, expected, len, counts);
    printf("%lu points: %lu refused, %lu went well, %lu for the command to see, %u wrong\n",
           counts[0] + counts[1] + counts[2] + wrong, counts[refused_it], counts[went_well],
           counts[gave_other_bytes], wrong);
    anf_free(expected);
    anf_context_unref(trial.ctx);
    return wrong ? EXIT_FAILURE : EXIT_SUCCESS;
}
