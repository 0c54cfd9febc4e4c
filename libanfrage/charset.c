/* charset.c: which charset a text is in. docs/charsets.md says why the rules stand in this order.
 */
#include "charset.h"

#include "call.h"
#include "source.h"

#include <string.h>

/* One decision. */
struct job {
    struct anf_call *call;
    const unsigned char *data;
    size_t len;
    const char *known; /* charset that the caller knows; NULL: none */
    const char *label; /* that the bytes give themselves; NULL: none */
    uint32_t flags;
    struct anf__utf8_census census; /* from by_label_of_bytes on */
    struct anf__charset labelled;   /* name "": no label that means anything */
    struct anf__charset charset;    /* the decision */
    struct anf__decoding decoding;
    int guessed; /* nothing but the bytes says so */
};

enum { NEXT_RULE = 1 };

static void report(const struct job *job, int severity, uint32_t code, uint32_t line,
                   const char *fmt, ...) ANF_PRINTF(5, 6);

static void
report(const struct job *job, int severity, uint32_t code, uint32_t line, const char *fmt, ...)
{
    struct anf__place_of_report where = {.source = job->call->place, .line = line};
    va_list args;
    va_start(args, fmt);
    anf__report_list(job->call->ctx, &where, severity, code, fmt, args);
    va_end(args);
}

/* Lines end with LF, CR or CR LF. */
static uint32_t
line_of(const unsigned char *text, size_t offset)
{
    uint32_t line = 1;
    for (size_t i = 0; i < offset; i++)
        line += text[i] == '\n' || (text[i] == '\r' && text[i + 1] != '\n');
    return line;
}

/* --- decoding, once the charset is known --- */

/* In strict text a shape of UTF-8 that UTF-8 forbids is an error (RFC 3629, section 3). */
static int
check_strict(const struct job *job)
{
    if (!(job->flags & ANF_DECODE_STRICT))
        return ANF_OK;
    size_t offset = 0;
    while (offset < job->len) {
        enum anf__utf8_kind kind;
        size_t size = anf__utf8_step(job->data + offset, job->len - offset, &kind);
        if (kind == ANF__UTF8_MEANT) {
            report(job, ANF_SEVERITY_ERROR, ANF_CODE_INVALID_BYTES, line_of(job->data, offset),
                   "an overlong form or a code point that UTF-8 does not have");
            return ANF_ERR_SYNTAX;
        }
        offset += size;
    }
    return ANF_OK;
}

static int
decode_utf8(struct job *job)
{
    int status = check_strict(job);
    return status == ANF_OK ? anf__decode_utf8(&job->decoding, job->data, job->len) : status;
}

static int
decode_other(struct job *job)
{
    size_t unit = anf__charset_unit(job->charset.iconv);
    if (job->len % unit) {
        report(job, ANF_SEVERITY_ERROR, ANF_CODE_INVALID_BYTES, 0,
               "the input ends within a character of %s", job->charset.name);
        return ANF_ERR_SYNTAX;
    }
    int status = anf__decode_iconv(&job->decoding, job->charset.iconv, job->data, job->len);
    if (status == ANF_ERR_SYNTAX)
        report(job, ANF_SEVERITY_ERROR, ANF_CODE_INVALID_BYTES, 0,
               "characters beyond Unicode in %s", job->charset.name);
    if (status == ANF_ERR_UNSUPPORTED)
        report(job, ANF_SEVERITY_ERROR, ANF_CODE_CHARSET_UNKNOWN, 0,
               "iconv of this system does not know %s", job->charset.name);
    return status;
}

static int
decode(struct job *job, const struct anf__charset *charset)
{
    job->charset = *charset;
    if (strcmp(charset->name, "utf-8") == 0)
        return decode_utf8(job);
    if (strcmp(charset->name, "windows-1252") == 0)
        return anf__decode_windows_1252(&job->decoding, job->data, job->len);
    return decode_other(job);
}

/* --- the rules: a status when decided, else NEXT_RULE --- */

static int
by_mark(struct job *job)
{
    static const struct {
        const char *mark;
        size_t len;
        struct anf__charset charset;
    } marks[] = {
        {"\xef\xbb\xbf", 3, {"utf-8", "UTF-8"}},
        {"\xff\xfe\0\0", 4, {"utf-32le", "UTF-32LE"}}, /* before UTF-16, whose mark begins so */
        {"\0\0\xfe\xff", 4, {"utf-32be", "UTF-32BE"}},
        {"\xff\xfe", 2, {"utf-16le", "UTF-16LE"}},
        {"\xfe\xff", 2, {"utf-16be", "UTF-16BE"}},
    };
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (job->len < marks[i].len || memcmp(job->data, marks[i].mark, marks[i].len) != 0)
            continue;
        job->data += marks[i].len;
        job->len -= marks[i].len;
        return decode(job, &marks[i].charset);
    }
    return NEXT_RULE;
}

static int
by_caller(struct job *job)
{
    struct anf__charset charset;
    if (!job->known)
        return NEXT_RULE;
    if (anf__charset_by_label(job->known, &charset) || anf__charset_by_iconv(job->known, &charset))
        return decode(job, &charset);
    report(job, ANF_SEVERITY_WARNING, ANF_CODE_CHARSET_UNKNOWN, 0,
           "the charset \"%s\" is unknown; going by the bytes", job->known);
    return NEXT_RULE;
}

/* UTF-16 without a mark: in a text of a Latin script nearly every other byte is zero. */
static int
by_zeros(struct job *job)
{
    static const struct anf__charset little = {"utf-16le", "UTF-16LE"};
    static const struct anf__charset big = {"utf-16be", "UTF-16BE"};
    enum { HEAD = 1024, LEAST = 4 };
    size_t pairs = (job->len < HEAD ? job->len : HEAD) / 2;
    size_t zeros[2] = {0, 0};
    for (size_t i = 0; i < 2 * pairs; i++)
        zeros[i % 2] += !job->data[i];
    if (pairs < LEAST || (zeros[0] && zeros[1]) || zeros[0] + zeros[1] < pairs * 3 / 4)
        return NEXT_RULE;
    job->guessed = 1;
    return decode(job, zeros[1] ? &little : &big);
}

/* No charset yet: find out what the label means, and what the bytes look like. */
static int
look(struct job *job)
{
    anf__utf8_count(job->data, job->len, &job->census);
    if (job->label && !anf__charset_by_label(job->label, &job->labelled)) {
        report(job, ANF_SEVERITY_WARNING, ANF_CODE_CHARSET_UNKNOWN, 0,
               "the charset \"%s\" is unknown or not to be honoured; going by the bytes",
               job->label);
        job->labelled.name[0] = '\0';
    }
    return NEXT_RULE;
}

/* ISO-2022-JP is ASCII with escapes: bytes cannot tell it from ASCII, only the label can. */
static int
by_escapes(struct job *job)
{
    if (strcmp(job->labelled.name, "iso-2022-jp") != 0 ||
        job->census.bytes[ANF__UTF8_ASCII] != job->len || !memchr(job->data, 0x1b, job->len))
        return NEXT_RULE;
    return decode(job, &job->labelled);
}

/* Other charsets produce sequences that look like UTF-8 by rare accident only. */
static int
by_sequences(struct job *job)
{
    static const struct anf__charset utf8 = {"utf-8", "UTF-8"};
    const size_t *bytes = job->census.bytes;
    size_t shaped = bytes[ANF__UTF8_VALID] + bytes[ANF__UTF8_MEANT];
    if (bytes[ANF__UTF8_ASCII] < job->len && shaped <= bytes[ANF__UTF8_BAD])
        return NEXT_RULE;
    return decode(job, &utf8);
}

static int
is_labelled_unicode(const struct job *job)
{
    return strncmp(job->labelled.name, "utf-", 4) == 0;
}

/* A label that says UTF-8 or UTF-16 is wrong here: the rules before this one saw neither. */
static int
by_label(struct job *job)
{
    if (!job->labelled.name[0] || is_labelled_unicode(job))
        return NEXT_RULE;
    return decode(job, &job->labelled);
}

static int
by_default(struct job *job)
{
    static const struct anf__charset windows_1252 = {"windows-1252", "CP1252"};
    job->guessed = !job->labelled.name[0];
    return decode(job, &windows_1252);
}

static int (*const rules[])(struct job *job) = {
    by_mark, by_caller, by_zeros, look, by_escapes, by_sequences, by_label, by_default,
};

/* --- what the caller should know of the text --- */

/* Controls that no text has, ESC set aside; in per cent of its bytes. */
enum { MOST_CONTROLS = 2 };

static int
is_strange(unsigned char c)
{
    return c < 0x20 && c != '\t' && c != '\n' && c != '\v' && c != '\f' && c != '\r' && c != 0x1b;
}

static int
check_text(const struct job *job)
{
    const unsigned char *text = (const unsigned char *)job->decoding.text.data;
    size_t len = job->decoding.text.length;
    size_t strange = 0;
    for (size_t i = 0; i < len; i++)
        strange += (size_t)is_strange(text[i]);
    if (strange > len * MOST_CONTROLS / 100) {
        report(job, ANF_SEVERITY_ERROR, ANF_CODE_NOT_TEXT, 0, "binary data, not text");
        return ANF_ERR_SYNTAX;
    }
    const unsigned char *nul = len ? memchr(text, '\0', len) : NULL;
    if (nul)
        report(job, ANF_SEVERITY_WARNING, ANF_CODE_INVALID_BYTES,
               line_of(text, (size_t)(nul - text)), "the text holds NUL characters");
    return ANF_OK;
}

static void
report_choice(const struct job *job)
{
    int only_ascii = job->census.bytes[ANF__UTF8_ASCII] == job->len;
    if (job->guessed)
        report(job, ANF_SEVERITY_WARNING, ANF_CODE_CHARSET_GUESSED, 0,
               "no charset is stated; read as %s", job->charset.name);
    else if (job->labelled.name[0] && !only_ascii &&
             strcmp(job->labelled.name, job->charset.name) != 0)
        report(job, ANF_SEVERITY_WARNING, ANF_CODE_CHARSET_OVERRULED, 0,
               "labelled %s, but the bytes are not; read as %s", job->labelled.name,
               job->charset.name);
}

static void
report_damage(const struct job *job)
{
    const struct anf__decoding *decoding = &job->decoding;
    const unsigned char *text = (const unsigned char *)decoding->text.data;
    if (decoding->repaired)
        report(job, ANF_SEVERITY_WARNING, ANF_CODE_CHARSET_MIXED,
               line_of(text, decoding->first_repaired),
               "UTF-8 with %zu other bytes, which were read as windows-1252", decoding->repaired);
    if (decoding->replaced)
        report(job, ANF_SEVERITY_WARNING, ANF_CODE_INVALID_BYTES,
               line_of(text, decoding->first_replaced),
               "%zu sequences that are not %s became U+FFFD", decoding->replaced,
               job->charset.name);
}

static int
run(struct job *job)
{
    int status = NEXT_RULE;
    for (size_t i = 0; status == NEXT_RULE && i < sizeof rules / sizeof *rules; i++)
        status = rules[i](job);
    /* An empty text, of a mark alone, has its zero byte too. */
    if (status == ANF_OK)
        status = anf__buffer_add(&job->decoding.text, "", 0);
    if (status == ANF_OK)
        status = check_text(job);
    if (status != ANF_OK)
        return status;
    report_choice(job);
    report_damage(job);
    return ANF_OK;
}

int
anf_source_text(struct anf_call *call, struct anf_source *source, const char *label, uint32_t flags,
                const char **ret_text, size_t *ret_len)
{
    if (!call || !source || source != call->source || !ret_text || !ret_len)
        return ANF_ERR_ARGUMENT;
    struct anf__buffer *lent = ANF__ARRAY_PUSH(&call->texts);
    if (!lent)
        return ANF_ERR_NOMEM;
    struct job job = {
        .call = call,
        .data = source->data,
        .len = source->length,
        .known = source->charset,
        .label = label,
        .flags = flags,
    };
    int status = run(&job);
    *lent = job.decoding.text; /* the call frees it, decoded or not */
    if (status != ANF_OK)
        return status;
    memcpy(call->charset, job.charset.name, sizeof call->charset);
    *ret_text = lent->data;
    *ret_len = lent->length;
    return ANF_OK;
}
