/* trial-write.c: writing inquiries of all shapes, and the same one under other circumstances. */
#include "allocations.h"
#include "clock.h"
#include "generate.h"
#include "plain.h"
#include "samples.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { INQUIRIES = 200 };

/* --- inquiries of all shapes --- */

static void
write_one(struct bench *bench, const struct anf_format_info *format,
          const struct anf_inquiry *inquiry)
{
    struct bytes written;
    int status = bench_write(bench, format, inquiry, &written);
    if (status != ANF_OK) {
        found("write what the format can hold, and report the rest with anf_call_report",
              "the status was \"%s\": %s", anf_strerror(status), bench->heard.error);
    }
    bytes_clear(&written);
}

static void
write_empty(struct bench *bench, const struct anf_format_info *format)
{
    struct anf_inquiry *inquiry = anf_inquiry_new(bench->ctx);
    deed("writing an empty inquiry as %s", format->id);
    write_one(bench, format, inquiry);
    anf_inquiry_unref(inquiry);
}

void
try_write(const struct subject *subject)
{
    struct bench bench;
    const struct anf_format_info *format;
    bool open = bench_open(&bench, subject);
    for (size_t i = 0; open && (format = bench_format(&bench, i)); i++) {
        if (!format->writes) {
            continue;
        }
        write_empty(&bench, format);
        for (uint64_t seed = 1; seed <= INQUIRIES && time_is_left(); seed++) {
            struct anf_inquiry *inquiry = generate_inquiry(bench.ctx, seed);
            deed("writing inquiry %d of the kit as %s", (int)seed, format->id);
            write_one(&bench, format, inquiry);
            anf_inquiry_unref(inquiry);
        }
    }
    bench_close(&bench);
}

/* --- the same one under other circumstances --- */

static void
change_nothing(void)
{
}

static void
change_memory(void)
{
    allocations_set_fill(0x3C);
}

static void
change_time(void)
{
    clock_shift((time_t)400 * 24 * 60 * 60);
}

static void
change_zone(void)
{
    setenv("TZ", "Pacific/Auckland", 1);
    tzset();
}

/* One whose numbers have a comma, if there is any. */
static void
change_locale(void)
{
    static const char *const names[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "tr_TR.UTF-8", "C.UTF-8"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (setlocale(LC_ALL, names[i])) {
            return;
        }
    }
}

static void
change_folder(void)
{
    int status = chdir("/");
    (void)status;
}

static void
change_environment(void)
{
    setenv("LANG", "de_DE.UTF-8", 1);
    setenv("LC_ALL", "de_DE.UTF-8", 1);
    setenv("HOME", "/nonexistent", 1);
    setenv("USER", "nobody", 1);
}

/* One after another; what was changed stays. */
static const struct {
    const char *how;
    void (*change)(void);
    const char *mend;
} circumstances[] = {
    {"a second time", change_nothing, "keep no state between calls: no static variable"},
    {"with other bytes in fresh memory", change_memory, "set all memory before you read it"},
    {"more than a year later", change_time, "ask no clock"},
    {"in another time zone", change_zone, "ask no clock and no time zone"},
    {"in another locale", change_locale,
     "use nothing that asks the locale: no printf(\"%f\"), strtod, toupper, strftime"},
    {"in another folder", change_folder, "ask nothing of the file system"},
    {"in another environment", change_environment, "ask nothing of the environment"},
};

/* An inquiry of its own each time; where the one before lay is another one, so that nobody can go
 * on with what is gone. */
static int
write_fresh(struct bench *bench, const struct anf_format_info *format, struct bytes *ret_bytes)
{
    struct anf_inquiry *other = plain_inquiry(bench->ctx, 2);
    struct anf_inquiry *inquiry = plain_inquiry(bench->ctx, 2);
    int status = other && inquiry ? anf_inquiry_set(other, ANF_FIELD_TITLE, "Ein anderer Titel")
                                  : ANF_ERR_NOMEM;
    anf_inquiry_unref(other);
    if (status == ANF_OK) {
        status = bench_write(bench, format, inquiry, ret_bytes);
    }
    anf_inquiry_unref(inquiry);
    return status;
}

static void
write_again(struct bench *bench, const struct anf_format_info *format, const struct bytes *first)
{
    bool same = true;
    for (size_t i = 0; same && i < sizeof circumstances / sizeof *circumstances; i++) {
        struct bytes again = {.name = ""};
        deed("writing the same inquiry as %s %s", format->id, circumstances[i].how);
        circumstances[i].change();
        same = write_fresh(bench, format, &again) == ANF_OK && bytes_are_same(first, &again);
        if (!same) {
            found(circumstances[i].mend, "the bytes are not the same");
        }
        bytes_clear(&again);
    }
}

static void
read_again(struct bench *bench, const struct anf_format_info *format, const struct bytes *sample)
{
    struct outcome first;
    deed("reading %s as %s", sample->name, format->id);
    int status = bench_read(bench, format, sample, &first);
    (void)status; /* compared, whatever it is */
    bool same = true;
    for (size_t i = 0; same && i < sizeof circumstances / sizeof *circumstances; i++) {
        struct outcome again;
        deed("reading the same %s as %s %s", sample->name, format->id, circumstances[i].how);
        circumstances[i].change();
        status = bench_read(bench, format, sample, &again);
        same = outcomes_are_same(&first, &again);
        if (!same) {
            found(circumstances[i].mend, "what came of it is not the same");
        }
        outcome_clear(&again);
    }
    outcome_clear(&first);
}

void
try_same_bytes(const struct subject *subject)
{
    struct bench bench;
    const struct anf_format_info *format;
    bool open = bench_open(&bench, subject);
    for (size_t i = 0; open && (format = bench_format(&bench, i)); i++) {
        struct bytes first = {.name = ""};
        deed("writing a plain inquiry as %s", format->id);
        if (format->writes && write_fresh(&bench, format, &first) == ANF_OK) {
            write_again(&bench, format, &first);
        }
        bytes_clear(&first);
    }
    if (open) {
        each_sample(&bench, read_again);
    }
    bench_close(&bench);
}
