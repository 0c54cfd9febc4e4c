/* round_trip.c: does what a format wrote read back as the same inquiry, whatever the inquiry? */
#include "round_trip.h"
#include "dump.h"
#include "generate.h"
#include "project.h"
#include "prune.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

typedef struct anf_inquiry *project_fn(struct anf_context *ctx, const struct anf_inquiry *inquiry);

struct trip {
    struct anf_context *ctx;
    project_fn *project; /* what the format holds of an inquiry; NULL: all */
    const char *format;
    const char *const *options;
    uint64_t seed;
};

/* What the library had to say of one trip. */
struct hearing {
    int loud;
    unsigned complaints; /* warnings and errors: a format of our own has none about itself */
    unsigned losses;     /* of what the format cannot hold */
};

static void
hear(const struct anf_diagnostic *diagnostic, void *user)
{
    struct hearing *hearing = user;
    int is_loss = diagnostic->code == ANF_CODE_TEXT_CANNOT_HOLD;
    hearing->losses += (unsigned)is_loss;
    hearing->complaints += diagnostic->severity != ANF_SEVERITY_NOTE && !is_loss;
    if (!hearing->loud)
        return;
    fprintf(stderr, "ANF-%03" PRIu32 " %s:%" PRIu32 ":%" PRIu32 ": %s\n", diagnostic->code,
            diagnostic->source ? diagnostic->source : "", diagnostic->line, diagnostic->column,
            diagnostic->message);
}

/* NULL: failed. */
static char *
write_bytes(const struct trip *trip, const struct anf_inquiry *inquiry, size_t *ret_len)
{
    struct anf_sink *sink = anf_sink_new_memory();
    char *bytes = NULL;
    if (sink && anf_write(trip->ctx, inquiry, trip->format, trip->options, sink) == ANF_OK &&
        anf_sink_commit(sink, trip->ctx) == ANF_OK)
        bytes = anf_sink_steal(sink, ret_len);
    anf_sink_unref(sink);
    return bytes;
}

/* The same inquiry gives the same bytes. */
static int
writes_again(const struct trip *trip, const struct anf_inquiry *inquiry, const char *bytes,
             size_t len)
{
    size_t again_len;
    char *again = write_bytes(trip, inquiry, &again_len);
    int same = again && again_len == len && memcmp(again, bytes, len) == 0;
    anf_free(again);
    return same;
}

/* NULL: failed. */
static struct anf_inquiry *
read_bytes(const struct trip *trip, const char *bytes, size_t len)
{
    struct anf_source *source = anf_source_new_memory("round-trip", bytes, len);
    struct anf_inquiry *inquiry = NULL;
    int status = ANF_ERR_NOMEM;
    if (source)
        status = anf_read_one(trip->ctx, source, trip->format, NULL, &inquiry);
    anf_source_unref(source);
    return status == ANF_OK ? inquiry : NULL;
}

/* NULL: nothing is wrong. */
static const char *
judge(const struct trip *trip, const struct anf_inquiry *inquiry, const struct anf_inquiry *held,
      const struct anf_inquiry *back, const char *bytes, size_t len)
{
    if (!bytes)
        return "could not be written";
    if (!back)
        return "could not be read";
    if (trip->project && !held)
        return "could not be projected";
    if (!anf_inquiry_equal(held ? held : inquiry, back))
        return "read back, but not the same";
    return writes_again(trip, inquiry, bytes, len) ? NULL : "written twice, not the same bytes";
}

static void
explain(const struct anf_inquiry *inquiry, const struct anf_inquiry *back, const char *bytes,
        size_t len)
{
    if (back)
        dump_difference(inquiry, back);
    else
        dump_inquiry(stderr, inquiry);
    if (bytes)
        fprintf(stderr, "%.*s\n", len < INT32_MAX ? (int)len : INT32_MAX, bytes);
}

static int
holds(const struct trip *trip, const struct anf_inquiry *inquiry, int loud)
{
    struct hearing hearing = {.loud = loud};
    anf_context_set_diagnostic_fn(trip->ctx, hear, &hearing);
    size_t len = 0;
    char *bytes = write_bytes(trip, inquiry, &len);
    unsigned losses = hearing.losses;
    struct anf_inquiry *back = bytes ? read_bytes(trip, bytes, len) : NULL;
    struct anf_inquiry *held = trip->project ? trip->project(trip->ctx, inquiry) : NULL;
    if (held && back)
        project_without_provenance(back);
    const char *wrong = judge(trip, inquiry, held, back, bytes, len);
    if (!wrong && hearing.complaints)
        wrong = "came back, but with a warning";
    if (!wrong && held && (losses == 0) != anf_inquiry_equal(inquiry, held))
        wrong = losses ? "nothing is lost, and it was said"
                       : "something is lost, and it was not said";
    if (wrong && loud) {
        explain(held ? held : inquiry, back, bytes, len);
        fprintf(stderr, "%s: %s\n", trip->format, wrong);
    }
    anf_context_set_diagnostic_fn(trip->ctx, NULL, NULL);
    anf_inquiry_unref(back);
    anf_inquiry_unref(held);
    anf_free(bytes);
    return !wrong;
}

int
round_trip_holds(struct anf_context *ctx, const char *format, const char *const *options,
                 const struct anf_inquiry *inquiry, int loud)
{
    struct trip trip = {.ctx = ctx, .format = format, .options = options};
    return holds(&trip, inquiry, loud);
}

static int
generated_holds(const struct trip *trip, unsigned leave_out)
{
    struct anf_inquiry *inquiry = generate_inquiry_without(trip->ctx, trip->seed, leave_out);
    int held = inquiry && holds(trip, inquiry, 0);
    anf_inquiry_unref(inquiry);
    return held;
}

/* Every part that the failure does not need. */
static unsigned
parts_to_leave_out(const struct trip *trip)
{
    unsigned leave_out = 0;
    for (unsigned i = 0; i < GENERATE_PARTS; ++i) {
        if (!generated_holds(trip, leave_out | 1u << i))
            leave_out |= 1u << i;
    }
    return leave_out;
}

/* A smaller inquiry that fails, too. NULL: the node is needed. */
static struct anf_inquiry *
prune(const struct trip *trip, unsigned leave_out, const struct anf_inquiry *failing,
      uint32_t index, enum prune_cut cut)
{
    struct anf_inquiry *smaller = generate_inquiry_without(trip->ctx, trip->seed,
                                                           leave_out | GENERATE_CONTENT);
    int fails = smaller && prune_copy(smaller, failing, index, cut) == ANF_OK &&
                !holds(trip, smaller, 0);
    return fails ? smaller : anf_inquiry_unref(smaller);
}

/* Once over all nodes, each cut in one way; takes and gives a reference. */
static struct anf_inquiry *
prune_all(const struct trip *trip, unsigned leave_out, struct anf_inquiry *failing,
          enum prune_cut cut)
{
    uint32_t index = 1; /* the root stays */
    while (index < anf_inquiry_node_count(failing)) {
        struct anf_inquiry *smaller = prune(trip, leave_out, failing, index, cut);
        if (smaller) {
            anf_inquiry_unref(failing);
            failing = smaller;
        } else {
            ++index;
        }
    }
    return failing;
}

static void
report(const struct trip *trip)
{
    unsigned leave_out = parts_to_leave_out(trip);
    struct anf_inquiry *failing = generate_inquiry_without(trip->ctx, trip->seed, leave_out);
    uint32_t before = 0;
    while (failing && before != anf_inquiry_node_count(failing)) {
        before = anf_inquiry_node_count(failing);
        failing = prune_all(trip, leave_out, failing, PRUNE_BRANCH);
        failing = prune_all(trip, leave_out, failing, PRUNE_NODE);
    }
    if (failing)
        holds(trip, failing, 1);
    fprintf(stderr, "%s: seed %" PRIu64 ", without parts %#x\n", trip->format, trip->seed,
            leave_out);
    anf_inquiry_unref(failing);
}

static int
check_all(struct trip *trip, uint64_t count, uint64_t first_seed)
{
    for (uint64_t i = 0; i < count; ++i) {
        trip->seed = first_seed + i;
        if (generated_holds(trip, 0))
            continue;
        report(trip);
        return 0;
    }
    return 1;
}

int
check_round_trip(struct anf_context *ctx, const char *format, const char *const *options,
                 uint64_t count, uint64_t first_seed)
{
    struct trip trip = {.ctx = ctx, .format = format, .options = options};
    return check_all(&trip, count, first_seed);
}

int
check_round_trip_as_text(struct anf_context *ctx, const char *const *options, uint64_t count,
                         uint64_t first_seed)
{
    struct trip trip = {
        .ctx = ctx, .project = project_to_text, .format = "text", .options = options};
    return check_all(&trip, count, first_seed);
}
