/* trial-damage.c: reading what is no file of the format, or a damaged one. The status may be any;
 * a broken contract is told where a call ends, and a crash where the process ends. */
#include "allocations.h"
#include "field.h"
#include "samples.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CUTS = 700, LAST_BYTES = 64, DAMAGES = 600, LONGEST = 1 << 16 };

/* Read it; what a failed reading keeps is lost, and is seen when it is lost twice. */
static void
read_and_weigh(struct bench *bench, const struct anf_format_info *format, const struct bytes *input)
{
    long lost = 0;
    for (int i = 0; i < 3; i++) {
        long before = allocations_live();
        bench_read_only(bench, format, input);
        long kept = allocations_live() - before;
        lost = i == 0 || (i == 1 && kept > 0) || (i == 2 && kept == lost) ? kept : 0;
        if (lost <= 0) {
            return;
        }
    }
    found_lost(lost);
}

/* --- nobody's bytes --- */

static const struct {
    const char *what;
    const char *bytes;
    size_t length;
} nonsense[] = {
#define NONSENSE(what, bytes)                                                                      \
    {                                                                                              \
        what, bytes, sizeof(bytes) - 1                                                             \
    }
    NONSENSE("a line feed", "\n"),
    NONSENSE("a blank", " "),
    NONSENSE("one letter", "x"),
    NONSENSE("a NUL", "\0"),
    NONSENSE("NULs and text", "\0\0text\0"),
    NONSENSE("bytes above 127", "\xFF\xFE\xFD\x80\x81\xC0\xAF"),
    NONSENSE("a byte order mark", "\xEF\xBB\xBF"),
    NONSENSE("a UTF-16 byte order mark", "\xFF\xFE"),
    NONSENSE("an odd UTF-16", "\xFF\xFE<\0h"),
    NONSENSE("overlong UTF-8", "\xC0\x80\xE0\x80\x80"),
    NONSENSE("a surrogate in UTF-8", "\xED\xA0\x80"),
    NONSENSE("a tag that does not end", "<a href=\""),
    NONSENSE("a brace", "{"),
    NONSENSE("a quotation mark", "\""),
    NONSENSE("the signature of an archive", "PK\x03\x04"),
    NONSENSE("carriage returns", "a\rb\r\nc\n\rd"),
    NONSENSE("conversions of printf", "%s%s%s%n%n%n%99999999d"),
    NONSENSE("numbers that are too large", "99999999999999999999 -1 4294967296"),
#undef NONSENSE
};

static void
read_nonsense(struct bench *bench, const struct anf_format_info *format)
{
    struct field field;
    if (!field_open(&field, 1)) {
        return;
    }
    for (size_t i = 0; i < sizeof nonsense / sizeof *nonsense; i++) {
        struct bytes input = {.name = "nonsense", .length = nonsense[i].length};
        input.data = field_put_last(&field, nonsense[i].bytes, input.length);
        deed("reading %s as %s", nonsense[i].what, format->id);
        read_and_weigh(bench, format, &input);
    }
    field_close(&field);
}

static void
read_random(struct bench *bench, const struct anf_format_info *format)
{
    unsigned short state[3] = {4, 5, 6};
    for (int i = 0; i < 200 && time_is_left(); i++) {
        struct bytes input = {.name = "nonsense", .length = (size_t)nrand48(state) % 3000 + 1};
        input.data = malloc(input.length);
        for (size_t at = 0; input.data && at < input.length; at++) {
            input.data[at] = (unsigned char)(nrand48(state) >> 8);
        }
        deed("reading %zu random bytes as %s", input.length, format->id);
        if (input.data) {
            bench_read_only(bench, format, &input);
        }
        bytes_clear(&input);
    }
}

void
try_garbage(const struct subject *subject)
{
    struct bench bench;
    const struct anf_format_info *format;
    bool open = bench_open(&bench, subject);
    for (size_t i = 0; open && (format = bench_format(&bench, i)); i++) {
        if (format->reads) {
            read_nonsense(&bench, format);
            read_random(&bench, format);
        }
    }
    bench_close(&bench);
}

/* --- too short --- */

static void
read_cut(struct bench *bench, const struct anf_format_info *format, const struct bytes *sample,
         const struct field *field, size_t length)
{
    struct bytes cut = {.length = length};
    snprintf(cut.name, sizeof cut.name, "%s", sample->name);
    cut.data = field_put_last(field, sample->data, length);
    deed("reading %s as %s, cut off after %zu of %zu bytes", sample->name, format->id, length,
         sample->length);
    read_and_weigh(bench, format, &cut);
}

/* After every byte where the sample is short, else after some, and near its end. */
static void
read_cuts(struct bench *bench, const struct anf_format_info *format, const struct bytes *sample)
{
    struct field field;
    size_t step = sample->length / CUTS + 1;
    if (!field_open(&field, sample->length)) {
        return;
    }
    for (size_t length = 1; length < sample->length && time_is_left(); length += step) {
        read_cut(bench, format, sample, &field, length);
    }
    for (size_t i = 1; i <= LAST_BYTES && i < sample->length && step > 1; i++) {
        read_cut(bench, format, sample, &field, sample->length - i);
    }
    field_close(&field);
}

void
try_truncated(const struct subject *subject)
{
    try_samples(subject, read_cuts);
}

/* --- damaged --- */

static void
damage_once(struct bytes *input, unsigned short state[3])
{
    enum { FLIP, SET, REPEAT, SHIFT, KINDS };
    static const unsigned char awkward[] = {0, 0xFF, 0x7F, 0x80, '<', '"', '\n', '\\', '9'};
    size_t at = (size_t)nrand48(state) % input->length;
    size_t length = (size_t)nrand48(state) % (input->length - at < 16 ? input->length - at : 16);
    switch (nrand48(state) % KINDS) {
    case FLIP:
        input->data[at] ^= (unsigned char)(1 << nrand48(state) % 8);
        break;
    case SET:
        input->data[at] = awkward[(size_t)nrand48(state) % sizeof awkward];
        break;
    case REPEAT:
        memset(input->data + at, input->data[at], length);
        break;
    default:
        memmove(input->data + at, input->data + at + length, input->length - at - length);
        input->length -= length;
        break;
    }
}

static void
read_damaged(struct bench *bench, const struct anf_format_info *format, const struct bytes *sample)
{
    size_t whole = sample->length < LONGEST ? sample->length : LONGEST;
    for (unsigned short i = 1; i <= DAMAGES && time_is_left(); i++) {
        unsigned short state[3] = {i, 7, 8};
        struct bytes input = {.length = whole, .data = malloc(whole)};
        if (!input.data) {
            return;
        }
        memcpy(input.data, sample->data, whole);
        snprintf(input.name, sizeof input.name, "%s", sample->name);
        for (long count = nrand48(state) % 4 + 1; count > 0 && input.length > 0; count--) {
            damage_once(&input, state);
        }
        deed("reading %s as %s with damage %d", sample->name, format->id, i);
        bench_read_only(bench, format, &input);
        bytes_clear(&input);
    }
}

void
try_mutated(const struct subject *subject)
{
    struct bench bench;
    if (bench_open(&bench, subject)) {
        each_sample(&bench, read_damaged);
    }
    bench_close(&bench);
}
