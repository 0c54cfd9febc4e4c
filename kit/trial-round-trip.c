/* trial-round-trip.c: is what the plugin wrote read back as it was, or its loss reported? */
#include "generate.h"
#include "plain.h"
#include "samples.h"

#include <stdio.h>
#include <string.h>

enum { INQUIRIES = 150 };

struct losses {
    unsigned count;
    char first[256]; /* its path */
};

/* Where the inquiry was read from is another file now, which a reader may say. */
static int
count_loss(const struct anf_difference *difference, void *user)
{
    struct losses *losses = user;
    if (difference->part == ANF_PART_PROVENANCE && !difference->was) {
        return ANF_OK;
    }
    if (losses->count++ == 0) {
        snprintf(losses->first, sizeof losses->first, "%s", difference->path);
    }
    return ANF_OK;
}

static void
compare(const struct anf_inquiry *inquiry, const struct outcome *back, unsigned reports)
{
    static const char TELL_LOSSES[] = "report with anf_call_report what the format cannot hold";
    struct losses losses = {0};
    if (back->count != 1) {
        found("read back the one inquiry that you wrote", "%zu inquiries came back", back->count);
        return;
    }
    int status = anf_inquiry_compare(inquiry, back->kept[0], count_loss, &losses);
    if (status >= 0 && losses.count > 0 && reports == 0) {
        found(TELL_LOSSES,
              "it comes back with %u differences, the first in %s, and nothing was "
              "reported",
              losses.count, losses.first);
    }
}

static void
send_round(struct bench *bench, const struct anf_format_info *format,
           const struct anf_inquiry *inquiry)
{
    struct bytes written;
    struct outcome back;
    int status = bench_write(bench, format, inquiry, &written);
    unsigned reports = bench->heard.reports;
    if (status != ANF_OK || written.length == 0) {
        bytes_clear(&written);
        return; /* try_write looks at the status; nothing is no file */
    }
    status = bench_read(bench, format, &written, &back);
    reports += bench->heard.reports;
    if (status != ANF_OK) {
        found("read what you write", "it cannot be read back (%s): %s", anf_strerror(status),
              bench->heard.error);
    } else if (!back.page) { /* of a page, the library recognises what it can */
        compare(inquiry, &back, reports);
    }
    outcome_clear(&back);
    bytes_clear(&written);
}

static void
send_all(struct bench *bench, const struct anf_format_info *format)
{
    struct anf_inquiry *plain = plain_inquiry(bench->ctx, 2);
    deed("writing a plain inquiry as %s and reading it back", format->id);
    send_round(bench, format, plain);
    anf_inquiry_unref(plain);
    for (uint64_t seed = 1; seed <= INQUIRIES && time_is_left(); seed++) {
        struct anf_inquiry *inquiry = generate_inquiry(bench->ctx, seed);
        deed("writing inquiry %d of the kit as %s and reading it back", (int)seed, format->id);
        send_round(bench, format, inquiry);
        anf_inquiry_unref(inquiry);
    }
}

/* --- several in one output --- */

static int
write_two(struct bench *bench, const struct anf_format_info *format,
          const struct anf_inquiry *inquiry, struct bytes *ret_bytes)
{
    struct anf_sink *sink = anf_sink_new_memory();
    int status = sink ? ANF_OK : ANF_ERR_NOMEM;
    for (int i = 0; status == ANF_OK && i < 2; i++) {
        status = anf_write(bench->ctx, inquiry, format->id, NULL, sink);
    }
    if (status == ANF_OK) {
        ret_bytes->data = (unsigned char *)anf_sink_steal(sink, &ret_bytes->length);
    }
    anf_sink_unref(sink);
    return status;
}

static void
send_two(struct bench *bench, const struct anf_format_info *format)
{
    struct bytes written = {.name = "two"};
    struct outcome back = {0};
    struct anf_inquiry *inquiry = plain_inquiry(bench->ctx, 2);
    deed("writing two inquiries into one output as %s and reading them back", format->id);
    if (inquiry && write_two(bench, format, inquiry, &written) == ANF_OK &&
        (bench_read(bench, format, &written, &back) != ANF_OK || back.count != 2)) {
        found("read on behind the first inquiry, or take the flag \"many\" away",
              "of the two, %zu came back", back.count);
    }
    outcome_clear(&back);
    bytes_clear(&written);
    anf_inquiry_unref(inquiry);
}

/* --- the author's own files --- */

/* Who names files has at least one that holds an inquiry; where none comes of any, the reader does
 * not follow them. */
static void
read_given(struct bench *bench, const struct anf_format_info *format)
{
    bench->inquiries = 0;
    bench->heard = (struct heard){0};
    unsigned count = each_given_sample(bench, format, bench_read_only);
    deed("reading the samples as %s", format->id);
    if (count > 0 && bench->inquiries == 0) {
        found("read what the samples hold: a page or a record is an inquiry when its kind is "
              "stated, or its text names it",
              "no inquiry came of them: %s", bench->heard.error);
    }
}

void
try_round_trip(const struct subject *subject)
{
    struct bench bench;
    const struct anf_format_info *format;
    bool open = bench_open(&bench, subject);
    for (size_t i = 0; open && (format = bench_format(&bench, i)); i++) {
        if (format->reads && format->writes) {
            send_all(&bench, format);
        }
        if (format->reads) {
            read_given(&bench, format);
        }
        if (format->reads && format->writes && format->many) {
            send_two(&bench, format);
        }
    }
    bench_close(&bench);
}
