/* trial-huge.c: inputs of megabytes, and deep ones: does reading them take long, or the stack? */
#include "plain.h"
#include "samples.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { SHORTEST = 16 << 10, LONGEST = 1 << 20, FEWEST = 25, MOST = 1600, TIMES = 4 };

/* Four times as much may take so many times as long; where it takes less than the least, nobody
 * can tell. */
static const double MOST_TIMES = 10;
static const double LEAST_SECONDS = 0.3;
static const double LONG_ENOUGH = 2;

/* false: it took so long that nothing longer needs to be tried. */
static bool
compare_times(double before, double now)
{
    bool grows = before > 0 && now > LEAST_SECONDS && now > before * MOST_TIMES;
    if (grows) {
        found("let the time grow with the length of the input, not with its square: begin no "
              "search again from the start",
              "%d times as much takes %.0f times as long (%.2f s)", TIMES, now / before, now);
    }
    return !grows && now < LONG_ENOUGH;
}

/* --- what is repeated without end --- */

static const char *const units[] = {
    "a", "\n", " ", "<", "<a>", "<a b=\"", "{\"a\":", "[", "(", "\"", "&", "> ", "* ", "\\", "\xFF",
};

/* For a message. */
static const char *
shown(const char *unit)
{
    if (*unit == '\n') {
        return "\\n";
    }
    return *unit == '\xFF' ? "\\xFF" : unit;
}

static double
read_repeated(struct bench *bench, const struct anf_format_info *format, const char *start,
              size_t start_length, const char *unit, size_t length)
{
    struct bytes input = {.name = "huge", .length = start_length + length};
    size_t unit_length = strlen(unit);
    input.data = malloc(input.length);
    double begin = seconds_worked();
    if (input.data) {
        if (start_length > 0) {
            memcpy(input.data, start, start_length);
        }
        for (size_t i = 0; i < length; i++) {
            input.data[start_length + i] = (unsigned char)unit[i % unit_length];
        }
        begin = seconds_worked();
        bench_read_only(bench, format, &input);
    }
    double taken = seconds_worked() - begin;
    bytes_clear(&input);
    return taken;
}

static void
read_longer(struct bench *bench, const struct anf_format_info *format, const char *start,
            size_t start_length, const char *unit, const char *behind)
{
    double before = 0;
    bool goes_on = true;
    for (size_t length = SHORTEST; goes_on && length <= LONGEST; length *= TIMES) {
        deed("reading %zu KiB of \"%s\"%s as %s", length >> 10, shown(unit), behind, format->id);
        double now = read_repeated(bench, format, start, start_length, unit, length);
        goes_on = compare_times(before, now);
        before = now;
    }
}

static void
read_units(struct bench *bench, const struct anf_format_info *format, const char *start,
           size_t start_length, const char *behind)
{
    for (size_t i = 0; i < sizeof units / sizeof *units && time_is_left(); i++) {
        read_longer(bench, format, start, start_length, units[i], behind);
    }
}

static void
read_behind_sample(struct bench *bench, const struct anf_format_info *format,
                   const struct bytes *sample)
{
    read_units(bench, format, (const char *)sample->data, sample->length / 2,
               " behind half a sample");
}

/* --- a long inquiry --- */

static double
send_long(struct bench *bench, const struct anf_format_info *format, unsigned questions,
          double *ret_reading)
{
    struct bytes written;
    struct anf_inquiry *inquiry = plain_inquiry(bench->ctx, questions);
    double begin = seconds_worked();
    int status = inquiry ? bench_write(bench, format, inquiry, &written) : ANF_ERR_NOMEM;
    double writing = seconds_worked() - begin;
    *ret_reading = 0;
    if (status == ANF_OK && format->reads) {
        begin = seconds_worked();
        bench_read_only(bench, format, &written);
        *ret_reading = seconds_worked() - begin;
    }
    if (status == ANF_OK) {
        bytes_clear(&written);
    }
    anf_inquiry_unref(inquiry);
    return writing;
}

static void
send_longer(struct bench *bench, const struct anf_format_info *format)
{
    double writing = 0;
    double reading = 0;
    bool goes_on = true;
    for (unsigned questions = FEWEST; goes_on && questions <= MOST; questions *= TIMES) {
        double reading_now;
        deed("writing an inquiry of %u questions as %s and reading it back", questions, format->id);
        double writing_now = send_long(bench, format, questions, &reading_now);
        goes_on = compare_times(writing, writing_now) && compare_times(reading, reading_now);
        writing = writing_now;
        reading = reading_now;
    }
}

void
try_huge(const struct subject *subject)
{
    struct bench bench;
    const struct anf_format_info *format;
    bool open = bench_open(&bench, subject);
    for (size_t i = 0; open && (format = bench_format(&bench, i)); i++) {
        if (format->writes) {
            send_longer(&bench, format);
        }
        if (format->reads) {
            read_units(&bench, format, "", 0, "");
        }
    }
    if (open) {
        each_sample(&bench, read_behind_sample);
    }
    bench_close(&bench);
}
