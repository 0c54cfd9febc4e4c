/* trial-bids.c: does the plugin bid for what is its own, and for nothing else? */
#include "plain.h"
#include "samples.h"

#include <stdlib.h>
#include <string.h>

/* docs/plugins.md, "Bidding": more than this says that the bytes speak for the format. */
enum { MOST_FOR_ANYTHING = 29 };

static int
bid(struct bench *bench, const struct anf_format_info *format, const struct bytes *input)
{
    return anf_context_bid(bench->ctx, format->id, input->name, input->data, input->length);
}

/* --- its own --- */

static void
bid_for_own(struct bench *bench, const struct anf_format_info *format, const struct bytes *sample)
{
    static const char BID_MORE[] = "give it a magic line that its own files have and others have "
                                   "not, or an extension";
    const struct anf_format_info *other;
    int own = bid(bench, format, sample);
    deed("bidding as %s for its own %s", format->id, sample->name);
    if (own <= 0) {
        found(BID_MORE, "it bids nothing");
    }
    for (size_t i = 0; own > 0 && (other = anf_context_format(bench->ctx, i)); i++) {
        int theirs = bid(bench, other, sample);
        if (strcmp(other->id, format->id) != 0 && theirs > own) {
            found(BID_MORE, "it bids %d, and %s bids %d", own, other->id, theirs);
        }
    }
}

/* --- other formats' --- */

static bool
is_of_subject(const struct bench *bench, const struct anf_format_info *format)
{
    return format->path && strcmp(format->path, bench->subject->path) == 0;
}

static void
bid_for_other(struct bench *bench, const struct anf_format_info *owner, const struct bytes *sample)
{
    const struct anf_format_info *format;
    int owners = bid(bench, owner, sample);
    for (size_t i = 0; (format = bench_format(bench, i)); i++) {
        int own = format->reads ? bid(bench, format, sample) : 0;
        deed("bidding as %s for a file of the format %s", format->id, owner->id);
        if (own >= owners && own > 0) {
            found("bid only for bytes that no other format has",
                  "it bids %d, and %s, whose file it is, bids %d", own, owner->id, owners);
        }
    }
}

static void
bid_for_others(struct bench *bench)
{
    const struct anf_format_info *owner;
    struct anf_inquiry *inquiry = plain_inquiry(bench->ctx, 2);
    for (size_t i = 0; inquiry && (owner = anf_context_format(bench->ctx, i)); i++) {
        struct bytes sample;
        if (is_of_subject(bench, owner) || !owner->writes || !owner->reads) {
            continue;
        }
        deed("writing a file of the format %s", owner->id);
        if (bench_write(bench, owner, inquiry, &sample) == ANF_OK) {
            bid_for_other(bench, owner, &sample);
        }
        bytes_clear(&sample);
    }
    anf_inquiry_unref(inquiry);
}

/* --- nobody's --- */

static void
bid_for_nonsense(struct bench *bench, const struct anf_format_info *format, const char *what,
                 struct bytes *input)
{
    deed("bidding as %s for %s", format->id, what);
    int own = bid(bench, format, input);
    if (own > MOST_FOR_ANYTHING) {
        found("bid only for bytes that no other format has", "it bids %d", own);
    }
}

static void
bid_for_nothing(struct bench *bench)
{
    enum { LENGTH = 4096 };
    static unsigned char random[LENGTH];
    static unsigned char zeros[LENGTH];
    unsigned short state[3] = {1, 2, 3};
    const struct anf_format_info *format;
    for (size_t i = 0; i < LENGTH; i++) {
        random[i] = (unsigned char)nrand48(state);
    }
    for (size_t i = 0; (format = bench_format(bench, i)); i++) {
        bid_for_nonsense(bench, format, "nothing", &(struct bytes){.name = "-"});
        bid_for_nonsense(bench, format, "zeros",
                         &(struct bytes){.name = "-", .data = zeros, .length = LENGTH});
        bid_for_nonsense(bench, format, "random bytes",
                         &(struct bytes){.name = "-", .data = random, .length = LENGTH});
    }
}

void
try_bids(const struct subject *subject)
{
    struct bench bench;
    if (bench_open(&bench, subject)) {
        each_sample(&bench, bid_for_own);
        bid_for_others(&bench);
        bid_for_nothing(&bench);
    }
    bench_close(&bench);
}
