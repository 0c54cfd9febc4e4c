/* round_trip.c: does what a format wrote read back as the same inquiry, whatever the inquiry? */
#include "round_trip.h"
#include "dump.h"
#include "generate.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

struct trip {
    struct anf_context *ctx;
    const char *format;
    const char *const *options;
    uint64_t seed;
};

static void
print_diagnostic(const struct anf_diagnostic *diagnostic, void *user)
{
    (void)user;
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
    fprintf(stderr, "%s\n",
            bytes ? back ? "read back, but not the same" : "could not be read"
                  : "could not be written");
}

static int
holds(const struct trip *trip, const struct anf_inquiry *inquiry, int loud)
{
    if (loud)
        anf_context_set_diagnostic_fn(trip->ctx, print_diagnostic, NULL);
    size_t len = 0;
    char *bytes = write_bytes(trip, inquiry, &len);
    struct anf_inquiry *back = bytes ? read_bytes(trip, bytes, len) : NULL;
    int same = back && anf_inquiry_equal(inquiry, back);
    if (!same && loud)
        explain(inquiry, back, bytes, len);
    if (same && !writes_again(trip, inquiry, bytes, len)) {
        same = 0;
        if (loud)
            fprintf(stderr, "written twice, not the same bytes\n");
    }
    if (loud)
        anf_context_set_diagnostic_fn(trip->ctx, NULL, NULL);
    anf_inquiry_unref(back);
    anf_free(bytes);
    return same;
}

int
round_trip_holds(struct anf_context *ctx, const char *format, const char *const *options,
                 const struct anf_inquiry *inquiry, int loud)
{
    struct trip trip = {.ctx = ctx, .format = format, .options = options};
    return holds(&trip, inquiry, loud);
}

static int
generated_holds(const struct trip *trip, const struct generate_options *options, int loud)
{
    struct anf_inquiry *inquiry = generate_inquiry_within(trip->ctx, trip->seed, options);
    if (!inquiry)
        return 0;
    int held = holds(trip, inquiry, loud);
    anf_inquiry_unref(inquiry);
    return held;
}

/* Leave out every part, then as many nodes, as the failure survives. */
static struct generate_options
shrink(const struct trip *trip)
{
    struct generate_options options = {0};
    for (unsigned i = 0; i < GENERATE_PARTS; ++i) {
        struct generate_options smaller = options;
        smaller.leave_out |= 1u << i;
        if (!generated_holds(trip, &smaller, 0))
            options = smaller;
    }
    enum { TRIED = 1000 };
    for (uint32_t most = 1; most < TRIED; ++most) {
        struct generate_options smaller = options;
        smaller.max_nodes = most;
        if (!generated_holds(trip, &smaller, 0))
            return smaller;
    }
    return options;
}

int
check_round_trip(struct anf_context *ctx, const char *format, const char *const *options,
                 uint64_t count, uint64_t first_seed)
{
    struct trip trip = {.ctx = ctx, .format = format, .options = options};
    const struct generate_options whole = {0};
    for (uint64_t i = 0; i < count; ++i) {
        trip.seed = first_seed + i;
        if (generated_holds(&trip, &whole, 0))
            continue;
        struct generate_options smallest = shrink(&trip);
        generated_holds(&trip, &smallest, 1);
        fprintf(stderr, "%s: seed %" PRIu64 ", at most %" PRIu32 " nodes, without parts %#x\n",
                format, trip.seed, smallest.max_nodes, smallest.leave_out);
        return 0;
    }
    return 1;
}
