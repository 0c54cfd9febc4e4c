/* decode.c: decoders. Only anf__decode_iconv talks to iconv(3). */
#include "charset.h"

#include "ascii.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <utf8proc.h>

static const char REPLACEMENT[] = "\xef\xbf\xbd"; /* U+FFFD */

static int
replace(struct anf__decoding *decoding)
{
    if (!decoding->replaced++)
        decoding->first_replaced = decoding->text.length;
    return anf__buffer_add(&decoding->text, REPLACEMENT, sizeof REPLACEMENT - 1);
}

/* --- windows-1252 --- */

/* 0x80 to 0x9f (Encoding Standard, index windows-1252): five have no character, and stay the C1
 * controls that their numbers mean. */
static const uint16_t windows_1252[] = {
    0x20ac, 0x0081, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160,
    0x2039, 0x0152, 0x008d, 0x017d, 0x008f, 0x0090, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
    0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0x009d, 0x017e, 0x0178,
};

static int
add_windows_1252(struct anf__buffer *text, unsigned char byte)
{
    utf8proc_uint8_t utf8[4];
    utf8proc_int32_t c = byte >= 0x80 && byte <= 0x9f ? windows_1252[byte - 0x80] : byte;
    return anf__buffer_add(text, utf8, (size_t)utf8proc_encode_char(c, utf8));
}

int
anf__decode_windows_1252(struct anf__decoding *decoding, const unsigned char *data, size_t len)
{
    int status = anf__buffer_reserve(&decoding->text, len + len / 8);
    while (len && status == ANF_OK) {
        size_t size = 1;
        if (*data < 0x80) {
            enum anf__utf8_kind kind;
            size = anf__utf8_step(data, len, &kind);
            status = anf__buffer_add(&decoding->text, data, size);
        } else {
            status = add_windows_1252(&decoding->text, *data);
        }
        data += size;
        len -= size;
    }
    return status;
}

/* --- UTF-8 --- */

static int
add_utf8(struct anf__decoding *decoding, enum anf__utf8_kind kind, const unsigned char *data,
         size_t len)
{
    switch (kind) {
    case ANF__UTF8_ASCII:
    case ANF__UTF8_VALID:
        return anf__buffer_add(&decoding->text, data, len);
    case ANF__UTF8_MEANT:
    case ANF__UTF8_CUT:
        return replace(decoding);
    case ANF__UTF8_BAD:
        break;
    }
    if (!decoding->repaired++)
        decoding->first_repaired = decoding->text.length;
    return add_windows_1252(&decoding->text, *data);
}

int
anf__decode_utf8(struct anf__decoding *decoding, const unsigned char *data, size_t len)
{
    int status = anf__buffer_reserve(&decoding->text, len);
    while (len && status == ANF_OK) {
        enum anf__utf8_kind kind;
        size_t size = anf__utf8_step(data, len, &kind);
        status = add_utf8(decoding, kind, data, size);
        data += size;
        len -= size;
    }
    return status;
}

/* --- everything else --- */

size_t
anf__charset_unit(const char *iconv_name)
{
    static const struct {
        const char *prefix;
        size_t unit;
    } wide[] = {{"utf-16", 2}, {"utf16", 2}, {"ucs-2", 2}, {"ucs2", 2},
                {"utf-32", 4}, {"utf32", 4}, {"ucs-4", 4}, {"ucs4", 4}};
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++) {
        size_t len = strlen(wide[i].prefix);
        if (strlen(iconv_name) >= len && anf__ascii_same(iconv_name, wide[i].prefix, len))
            return wide[i].unit;
    }
    return 1;
}

/* What is left of the input of a running conversion. */
struct rest {
    char *data;
    size_t len;
    size_t unit;
};

/* The three errors of iconv(3), and what each asks for. */

static int
on_full(struct anf__decoding *decoding, struct rest *rest)
{
    return anf__buffer_reserve(&decoding->text, rest->len + 64);
}

static int
on_invalid(struct anf__decoding *decoding, struct rest *rest)
{
    size_t skipped = rest->unit < rest->len ? rest->unit : rest->len;
    rest->data += skipped;
    rest->len -= skipped;
    return replace(decoding);
}

static int
on_cut(struct anf__decoding *decoding, struct rest *rest)
{
    rest->len = 0; /* only at the end of the input can a character be incomplete */
    return replace(decoding);
}

static const struct {
    int error;
    int (*answer)(struct anf__decoding *decoding, struct rest *rest);
} answers[] = {{E2BIG, on_full}, {EILSEQ, on_invalid}, {EINVAL, on_cut}};

static int
answer(struct anf__decoding *decoding, struct rest *rest, int error)
{
    for (size_t i = 0; i < sizeof answers / sizeof *answers; i++)
        if (answers[i].error == error)
            return answers[i].answer(decoding, rest);
    return error == ENOMEM ? ANF_ERR_NOMEM : ANF_ERR_UNSUPPORTED;
}

/* One call of iconv; data NULL ends the conversion. 0, or errno. */
static int
step(iconv_t cd, struct anf__decoding *decoding, struct rest *rest, int flush)
{
    struct anf__buffer *text = &decoding->text;
    char *out = text->data + text->length;
    size_t room = text->capacity - text->length - 1;
    size_t result = flush ? iconv(cd, NULL, NULL, &out, &room)
                          : iconv(cd, &rest->data, &rest->len, &out, &room);
    int error = result == (size_t)-1 ? errno : 0;
    text->length = (size_t)(out - text->data);
    *out = '\0';
    return error;
}

static int
convert(iconv_t cd, struct anf__decoding *decoding, struct rest *rest)
{
    int status = anf__buffer_reserve(&decoding->text, rest->len + 64);
    int flushed = 0;
    while (status == ANF_OK && !flushed) {
        int flush = !rest->len;
        int error = step(cd, decoding, rest, flush);
        if (error)
            status = answer(decoding, rest, error);
        flushed = flush && !error;
    }
    return status;
}

int
anf__decode_iconv(struct anf__decoding *decoding, const char *charset, const unsigned char *data,
                  size_t len)
{
    iconv_t cd = iconv_open("UTF-8", charset);
    if (cd == (iconv_t)-1)
        return errno == ENOMEM ? ANF_ERR_NOMEM : ANF_ERR_UNSUPPORTED;
    /* iconv's input is not const for historical reasons; it does not write there. */
    struct rest rest = {.len = len, .unit = anf__charset_unit(charset)};
    memcpy(&rest.data, &data, sizeof rest.data);
    size_t start = decoding->text.length;
    int status = convert(cd, decoding, &rest);
    iconv_close(cd);
    if (status != ANF_OK)
        return status;
    /* glibc's UTF-8 goes beyond U+10FFFF. */
    struct anf__utf8_census census;
    anf__utf8_count((const unsigned char *)decoding->text.data + start,
                    decoding->text.length - start, &census);
    size_t sound = census.bytes[ANF__UTF8_ASCII] + census.bytes[ANF__UTF8_VALID];
    return sound == decoding->text.length - start ? ANF_OK : ANF_ERR_SYNTAX;
}
