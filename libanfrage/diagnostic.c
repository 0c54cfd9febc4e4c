/* diagnostic.c: words for the reader of messages, safe for every terminal. */
#include "diagnostic.h"

#include "context.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

/* A message is one line: what is longer quotes hostile input at length, and is cut. The buffers
 * stand on the stack so that running out of memory can still be reported. */
enum {
    MESSAGE_BYTES = 1024,
    LONGEST_ESCAPE = 8 /* \u{2028} */
};

/* Control characters, line ends and the marks that reorder text (UTR 36, section 3.2) would let
 * input forge or hide what a terminal shows. */
static int
is_unsafe(utf8proc_int32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069);
}

/* How many bytes of text the next character has; ret gets what stands for it, "" where it is safe.
 */
static size_t
escape(const unsigned char *text, size_t len, char ret[LONGEST_ESCAPE + 1])
{
    utf8proc_int32_t c;
    utf8proc_ssize_t size = utf8proc_iterate(text, (utf8proc_ssize_t)len, &c);
    if (size <= 0 || (size == 1 && is_unsafe(c))) {
        snprintf(ret, LONGEST_ESCAPE + 1, "\\x%02x", (unsigned)text[0]);
        return 1;
    }
    ret[0] = '\0';
    if (is_unsafe(c))
        snprintf(ret, LONGEST_ESCAPE + 1, "\\u{%04x}", (unsigned)c & 0xffff);
    return (size_t)size;
}

static void
make_safe(const char *message, size_t len, char *ret, size_t room)
{
    const unsigned char *text = (const unsigned char *)message;
    size_t used = 0;
    for (size_t i = 0; i < len && used + LONGEST_ESCAPE < room;) {
        char escaped[LONGEST_ESCAPE + 1];
        size_t taken = escape(text + i, len - i, escaped);
        size_t size = escaped[0] ? strlen(escaped) : taken;
        memcpy(ret + used, escaped[0] ? escaped : message + i, size);
        used += size;
        i += taken;
    }
    ret[used] = '\0';
}

/* Where to cut a message of len bytes that does not fit: before the last character. */
static size_t
cut(const char *message, size_t len)
{
    while (len && ((unsigned char)message[len - 1] & 0xc0) == 0x80)
        --len;
    return len ? len - 1 : 0;
}

void
anf__report_list(struct anf_context *ctx, const struct anf__place_of_report *where, int severity,
                 uint32_t code, const char *fmt, va_list args)
{
    if (severity == ANF_SEVERITY_ERROR) {
        ++ctx->errors;
        ctx->last_error = code;
    }
    if (!ctx->fn)
        return;
    char message[MESSAGE_BYTES];
    char safe[4 * MESSAGE_BYTES + LONGEST_ESCAPE];
    int wanted = vsnprintf(message, sizeof message, fmt, args);
    size_t len = wanted < 0 ? 0 : strlen(message);
    if (wanted >= MESSAGE_BYTES) {
        static const char ellipsis[] = "…";
        len = cut(message, len - (sizeof ellipsis - 1));
        memcpy(message + len, ellipsis, sizeof ellipsis);
        len += sizeof ellipsis - 1;
    }
    make_safe(message, len, safe, sizeof safe);

    static const struct anf__place_of_report nowhere = {0};
    if (!where)
        where = &nowhere;
    struct anf_diagnostic diagnostic = {
        .size = sizeof diagnostic,
        .severity = severity,
        .code = code,
        .line = where->line,
        .column = where->column,
        .source = where->source,
        .member = where->member,
        .plugin = where->plugin,
        .message = safe,
    };
    ctx->fn(&diagnostic, ctx->user);
}

void
anf__report(struct anf_context *ctx, const struct anf__place_of_report *where, int severity,
            uint32_t code, const char *fmt, ...)
{
    va_list args;
    va_start(args, fmt);
    anf__report_list(ctx, where, severity, code, fmt, args);
    va_end(args);
}

const char *
anf__errno_text(int error)
{
    const char *text = strerrordesc_np(error);
    return text ? text : "unknown error";
}
