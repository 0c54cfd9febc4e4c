/* samples.c: inputs of the plugin's formats: what it writes, and what its author gives. */
#include "samples.h"

#include "plain.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool
sample_load(const char *path, struct bytes *ret_bytes)
{
    struct bytes bytes = {.name = ""};
    const char *slash = strrchr(path, '/');
    FILE *file = fopen(path, "rbe");
    if (!file) {
        return false;
    }
    snprintf(bytes.name, sizeof bytes.name, "%s", slash ? slash + 1 : path);
    size_t room = 0;
    size_t count = 0;
    do {
        bytes.length += count;
        if (bytes.length == room) {
            room = room * 2 + 65536;
            unsigned char *longer = realloc(bytes.data, room);
            bytes.data = longer ? longer : bytes.data;
            room = longer ? room : bytes.length;
        }
        count = fread(bytes.data + bytes.length, 1, room - bytes.length, file);
    } while (count > 0);
    bool whole = !ferror(file);
    fclose(file);
    if (!whole) {
        bytes_clear(&bytes);
    }
    *ret_bytes = bytes;
    return whole;
}

/* The plugin's format that bids most; NULL: none bids. */
static const struct anf_format_info *
format_of(struct bench *bench, const struct bytes *sample)
{
    const struct anf_format_info *best = NULL;
    const struct anf_format_info *format;
    int best_bid = 0;
    for (size_t i = 0; (format = bench_format(bench, i)); i++) {
        int bid = anf_context_bid(bench->ctx, format->id, sample->name, sample->data,
                                  sample->length);
        if (bid > best_bid) {
            best_bid = bid;
            best = format;
        }
    }
    return best;
}

static unsigned
written_sample(struct bench *bench, const struct anf_format_info *format, sample_fn *fn)
{
    struct bytes sample = {.name = ""};
    struct anf_inquiry *inquiry = format->writes ? plain_inquiry(bench->ctx, 2) : NULL;
    unsigned count = 0;
    deed("writing a plain inquiry as %s", format->id);
    if (inquiry && bench_write(bench, format, inquiry, &sample) == ANF_OK && sample.length > 0) {
        fn(bench, format, &sample);
        count = 1;
    }
    bytes_clear(&sample);
    anf_inquiry_unref(inquiry);
    return count;
}

unsigned
each_given_sample(struct bench *bench, const struct anf_format_info *format, sample_fn *fn)
{
    unsigned count = 0;
    for (int i = 0; i < bench->subject->sample_count; i++) {
        struct bytes sample;
        if (!sample_load(bench->subject->samples[i], &sample)) {
            continue;
        }
        if (format_of(bench, &sample) == format) {
            fn(bench, format, &sample);
            count++;
        }
        bytes_clear(&sample);
    }
    return count;
}

unsigned
each_sample(struct bench *bench, sample_fn *fn)
{
    unsigned count = 0;
    const struct anf_format_info *format;
    for (size_t i = 0; (format = bench_format(bench, i)); i++) {
        if (format->reads) {
            count += written_sample(bench, format, fn) + each_given_sample(bench, format, fn);
        }
    }
    return count;
}

static bool
reads_anything(const struct bench *bench)
{
    const struct anf_format_info *format;
    for (size_t i = 0; (format = bench_format(bench, i)); i++) {
        if (format->reads) {
            return true;
        }
    }
    return false;
}

void
try_samples(const struct subject *subject, sample_fn *fn)
{
    struct bench bench;
    if (bench_open(&bench, subject) && each_sample(&bench, fn) == 0 && reads_anything(&bench)) {
        untried("there is no sample that the plugin bids for; name some: "
                "anfrage plugin check FILE.so SAMPLE...");
    }
    bench_close(&bench);
}
