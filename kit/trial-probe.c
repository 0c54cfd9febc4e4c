/* trial-probe.c: does a probe keep within the bytes that it is given? */
#include "field.h"
#include "samples.h"

#include <stddef.h>

enum { HEAD = 4096, EACH_LENGTH = 300, STEP = 61 };

static void
probe(const struct anf_format *format, const unsigned char *head, size_t length)
{
    int bid = format->probe(head, length);
    if (bid < 0 || bid > 100) {
        found("bid from 0 to 100", "it bid %d", bid);
    }
    if (format->probe(head, length) != bid) {
        found("bid by the bytes alone", "it bid %d, and otherwise the second time", bid);
    }
}

/* The head at both ends of the field. */
static void
probe_at_edges(const struct anf_format *format, const struct field *field,
               const unsigned char *data, size_t length)
{
    deed("probing the first %zu bytes as %s", length, format->id);
    probe(format, field_put_last(field, data, length), length);
    probe(format, field_put_first(field, data, length), length);
}

/* A plugin of an older header may have a smaller struct. */
static bool
has_probe(const struct anf_format *format)
{
    return format->size >= offsetof(struct anf_format, probe) + sizeof format->probe &&
           format->probe;
}

static void
probe_all(struct bench *bench, const struct field *field, const struct bytes *sample)
{
    const struct anf_plugin *constant = bench_constant(bench->subject);
    size_t most = sample->length < HEAD ? sample->length : HEAD;
    for (size_t i = 0; constant && constant->formats[i]; i++) {
        const struct anf_format *format = constant->formats[i];
        for (size_t length = 0; has_probe(format) && length <= most;
             length += length < EACH_LENGTH ? 1 : STEP) {
            probe_at_edges(format, field, sample->data, length);
        }
    }
}

static void
probe_sample(struct bench *bench, const struct anf_format_info *format, const struct bytes *sample)
{
    struct field field;
    (void)format;
    if (field_open(&field, HEAD)) {
        probe_all(bench, &field, sample);
        field_close(&field);
    }
}

void
try_probe(const struct subject *subject)
{
    static unsigned char other[] = "<?xml version=\"1.0\"?>\n<html><body>{\"PK\":1}</body>";
    struct bytes nobodys = {.data = other, .length = sizeof other};
    struct bench bench;
    if (bench_open(&bench, subject)) {
        each_sample(&bench, probe_sample);
        probe_sample(&bench, NULL, &nobodys);
    }
    bench_close(&bench);
}
