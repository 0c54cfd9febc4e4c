/* threads.c: what base.h promises of threads; to be run under the thread sanitizer.
 *
 *     threads THREADS ROUNDS FILE...
 *
 * Each part begins with all threads at a barrier. They must get what one thread gets. */
#include "conversions.h"

#include <libxml/parser.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { MOST_THREADS = 64 };

static struct inputs inputs;
static uint64_t *expected; /* by input */
static unsigned thread_count;
static unsigned rounds;
static pthread_barrier_t start;
static atomic_uint faults;

static void
fault(const char *what, const char *name)
{
    fprintf(stderr, "%s: %s\n", name, what);
    ++faults;
}

/* --- own contexts --- */

/* Nothing was called before: the first calls race for libxml2 and for the modules, and the program
 * itself prepares libxml2 in some of its threads. */
static void
convert_all(unsigned number)
{
    if (number % 4 == 3)
        xmlInitParser();
    struct anf_context *ctx = new_context();
    for (size_t i = 0; i < inputs.count * rounds; i++) {
        size_t at = (i + number * 7) % inputs.count;
        uint64_t hash = convert(ctx, &inputs.items[at]);
        if (!expected)
            continue;
        if (hash != expected[at])
            fault("is converted to something else", inputs.items[at].name);
    }
    anf_context_unref(ctx);
}

/* --- one inquiry, one page --- */

static struct anf_inquiry *shared_inquiry;
static struct anf_page *shared_page;
static uint64_t written;

static void
look_at_page(const struct anf_page *page)
{
    size_t length = 0;
    for (uint32_t i = 0; i < anf_page_block_count(page); i++) {
        const struct anf_block *block = anf_page_block(page, i);
        const struct anf_fate *fate;
        length += block->length + anf_page_place(page, block->place)->kind;
        for (uint32_t k = 0; (fate = anf_page_fate(page, i, k)); k++)
            length -= fate->end - fate->start;
        for (uint32_t k = 0; anf_page_span(page, i, k); k++)
            ++length;
    }
    if (!length || !anf_page_inquiry(page, 0))
        fault("a page without blocks", "shared");
}

static void
share(unsigned number)
{
    struct anf_inquiry *inquiry = shared_inquiry;
    struct anf_page *page = shared_page;
    struct anf_context *ctx = new_context();
    (void)number;
    for (unsigned i = 0; i < rounds * 4; i++) {
        struct anf_inquiry *held = anf_inquiry_ref(inquiry);
        if (write_all(ctx, held) != written)
            fault("is written otherwise", "shared");
        if (anf_inquiry_compare(held, anf_page_inquiry(page, 0), NULL, NULL) != 0)
            fault("differs from itself", "shared");
        if (anf_inquiry_findings(ctx, held, NULL, NULL) < 0)
            fault("has no findings", "shared");
        look_at_page(page);
        anf_inquiry_unref(held);
    }
    anf_context_unref(ctx);
    anf_inquiry_unref(inquiry); /* each thread was given one reference */
    anf_page_unref(page);
}

static void
prepare_sharing(void)
{
    struct anf_context *ctx = new_context();
    const struct input *input = &inputs.items[0];
    struct anf_source *source = anf_source_new_memory(input->name, input->data, input->length);
    if (anf_read_page(ctx, source, NULL, NULL, &shared_page) != ANF_OK ||
        !(shared_inquiry = anf_inquiry_ref(anf_page_inquiry(shared_page, 0))))
        fault("holds no inquiry", input->name), exit(EXIT_FAILURE);
    written = write_all(ctx, shared_inquiry);
    anf_source_unref(source);
    for (unsigned i = 1; i < thread_count; i++) {
        anf_inquiry_ref(shared_inquiry);
        anf_page_ref(shared_page);
    }
    anf_context_unref(ctx); /* what was read outlives it */
}

/* --- one context that is handed on --- */

static struct anf_context *handed;
static pthread_mutex_t hand = PTHREAD_MUTEX_INITIALIZER;

static void
take_turns(unsigned number)
{
    for (size_t i = 0; i < rounds; i++) {
        const struct input *input = &inputs.items[(i + number) % inputs.count];
        pthread_mutex_lock(&hand);
        if (convert(handed, input) != expected[input - inputs.items])
            fault("is converted to something else", input->name);
        pthread_mutex_unlock(&hand);
    }
}

/* --- all --- */

struct job {
    unsigned number;
    void (*work)(unsigned number);
};

static void *
run(void *user)
{
    const struct job *job = user;
    pthread_barrier_wait(&start);
    job->work(job->number);
    return NULL;
}

static void
run_threads(void (*work)(unsigned number))
{
    pthread_t threads[MOST_THREADS];
    struct job jobs[MOST_THREADS];
    for (unsigned i = 0; i < thread_count; i++) {
        jobs[i] = (struct job){.number = i, .work = work};
        if (pthread_create(&threads[i], NULL, run, &jobs[i]))
            exit(EXIT_FAILURE);
    }
    for (unsigned i = 0; i < thread_count; i++)
        pthread_join(threads[i], NULL);
}

static void
convert_alone(void)
{
    struct anf_context *ctx = new_context();
    expected = calloc(inputs.count, sizeof *expected);
    for (size_t i = 0; i < inputs.count; i++)
        expected[i] = convert(ctx, &inputs.items[i]);
    anf_context_unref(ctx);
}

int
main(int argc, char **argv)
{
    thread_count = argc > 3 ? (unsigned)atoi(argv[1]) : 0;
    rounds = argc > 3 ? (unsigned)atoi(argv[2]) : 0;
    if (!thread_count || thread_count > MOST_THREADS || !rounds)
        return EXIT_FAILURE;
    inputs_load(&inputs, argc - 3, argv + 3);
    pthread_barrier_init(&start, NULL, thread_count);
    run_threads(convert_all);
    convert_alone();
    run_threads(convert_all);
    prepare_sharing();
    run_threads(share);
    handed = new_context();
    run_threads(take_turns);
    anf_context_unref(handed);
    pthread_barrier_destroy(&start);
    free(expected);
    inputs_clear(&inputs);
    printf("%u threads, %zu files, %u faults\n", thread_count, inputs.count, faults);
    return faults ? EXIT_FAILURE : EXIT_SUCCESS;
}
