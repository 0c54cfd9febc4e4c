/* own.c: text of our own, read by the grammar that its last line names. */
#include "own.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

enum {
    ODD_SHARE = 10, /* one line of so many may be odd, and … */
    ODD_FREE = 3    /* … so many in any case */
};

static void
report_limit(const struct anf__plain_own *own)
{
    int full = anf_inquiry_node_count(own->inquiry) >= anf_call_limit(own->call, ANF_LIMIT_NODES);
    anf_call_report(
        own->call, ANF_SEVERITY_ERROR, full ? ANF_CODE_TOO_MANY_NODES : ANF_CODE_TOO_DEEP, NULL, 0,
        0, full ? "more nodes than the limit nodes" : "nested deeper than the limit depth");
}

int
anf__plain_keep(struct anf__plain_own *own, int status)
{
    if (own->status == ANF_OK)
        own->status = status;
    if (status == ANF_ERR_LIMIT)
        report_limit(own);
    return own->status == ANF_OK;
}

void
anf__plain_odd(struct anf__plain_own *own, const struct anf__plain_slice *line, const char *what)
{
    if (!own->silent && !own->odd++)
        anf_call_report(own->call, ANF_SEVERITY_WARNING, ANF_CODE_TEXT_OWN_ODD, NULL, line->number,
                        1, "the grammar " ANF__PLAIN_NAME " has no such line: %s", what);
}

/* --- the last line --- */

static int
is_white(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* The last line that is not blank. */
static struct anf__plain_slice
last_line(const char *text, size_t len)
{
    while (len && is_white(text[len - 1]))
        len--;
    const char *start = text + len;
    while (start > text && start[-1] != '\n' && start[-1] != '\r')
        start--;
    return (struct anf__plain_slice){.text = start, .length = (size_t)(text + len - start)};
}

int
anf__plain_is_own(const char *text, size_t len)
{
    struct anf__plain_slice line = last_line(text, len);
    if (!anf__plain_skip(&line.text, &line.length, ANF__PLAIN_NAME))
        return 0;
    return !line.length || *line.text == ' ';
}

/* " lang=de wrapped" */
static void
read_name(struct anf__plain_own *own, struct anf__plain_slice line)
{
    anf__plain_skip(&line.text, &line.length, ANF__PLAIN_NAME);
    while (line.length) {
        while (anf__plain_skip(&line.text, &line.length, " "))
            ;
        const char *space = memchr(line.text, ' ', line.length);
        struct anf__plain_slice word = line;
        word.length = space ? (size_t)(space - line.text) : line.length;
        line.text += word.length;
        line.length -= word.length;
        if (anf__plain_skip(&word.text, &word.length, "lang=")) {
            char *language = strndup(word.text, word.length);
            int status = language ? anf_inquiry_set(own->inquiry, ANF_FIELD_LANGUAGE, language)
                                  : ANF_ERR_NOMEM;
            free(language);
            if (status == ANF_ERR_NOMEM)
                anf__plain_keep(own, status);
            else if (status != ANF_OK)
                anf__plain_odd(own, &word, "this is no language");
        } else if (word.length == strlen("wrapped") &&
                   anf__plain_begins(word.text, word.length, "wrapped")) {
            own->wrapped = 1;
        }
    }
}

/* --- lines --- */

static size_t
count_lines(const char *text, size_t len)
{
    size_t count = 1;
    for (size_t i = 0; i < len; i++)
        count += text[i] == '\n' || text[i] == '\r';
    return count;
}

/* One blank line does for several: nothing is told by their number. */
static void
split(struct anf__plain_own *own, const char *text, size_t len)
{
    const char *end = text + len;
    uint32_t number = 1;
    while (text < end) {
        const char *stop = text;
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
        struct anf__plain_slice line = {text, (size_t)(stop - text), number++};
        while (line.length &&
               (line.text[line.length - 1] == ' ' || line.text[line.length - 1] == '\t'))
            line.length--;
        if (line.length || !own->count || own->lines[own->count - 1].length)
            own->lines[own->count++] = line;
        text = stop + (end - stop > 1 && stop[0] == '\r' && stop[1] == '\n' ? 2 : 1);
    }
}

/* Characters that the model does not take (docs/model.md): no writer of ours left them there, and
 * a page of blocks replaces them. */
static int
has_refused(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        unsigned char byte = (unsigned char)text[i];
        unsigned char next = i + 1 < len ? (unsigned char)text[i + 1] : 0;
        unsigned char last = i + 2 < len ? (unsigned char)text[i + 2] : 0;
        if ((byte < ' ' && byte != '\t' && byte != '\n' && byte != '\r') || byte == 0x7F)
            return 1;
        if (byte == 0xC2 && next < 0xA0 && next != 0x85) /* U+0080 to U+009F */
            return 1;
        if (byte == 0xEF && next == 0xBF && last >= 0xBE) /* U+FFFE, U+FFFF */
            return 1;
    }
    return 0;
}

/* --- the whole --- */

static void
clear(struct anf__plain_own *own)
{
    anf_inquiry_unref(own->inquiry);
    free(own->lines);
    for (size_t i = 0; i < own->mark_count; i++)
        free(own->marks[i].label);
    free(own->marks);
    anf__plain_clear(&own->scratch);
    *own = (struct anf__plain_own){0};
}

static int
prepare(struct anf__plain_own *own, const char *text, size_t len)
{
    struct anf__plain_slice last = last_line(text, len);
    own->lines = calloc(count_lines(text, len), sizeof *own->lines);
    int status = own->lines ? anf_call_new_inquiry(own->call, &own->inquiry) : ANF_ERR_NOMEM;
    if (status != ANF_OK)
        return status;
    split(own, text, (size_t)(last.text - text));
    last.number = own->count ? own->lines[own->count - 1].number + 1 : 1;
    read_name(own, last);
    return own->status;
}

static int
emit(struct anf__plain_own *own)
{
    struct anf_inquiry *inquiry = own->inquiry;
    int status = anf_call_set_provenance(own->call, inquiry);
    own->inquiry = NULL;
    if (status == ANF_OK)
        return anf_call_emit(own->call, inquiry);
    anf_inquiry_unref(inquiry);
    return status;
}

int
anf__plain_read_own(struct anf_call *call, const char *text, size_t len, int *ret_follows)
{
    struct anf__plain_own own = {.call = call};
    *ret_follows = !has_refused(text, len);
    if (!*ret_follows) {
        anf_call_report(call, ANF_SEVERITY_WARNING, ANF_CODE_TEXT_OWN_REFUSED, NULL, 0, 0,
                        "the text holds control characters and is read as any other text, not by "
                        "the grammar that it names");
        return ANF_OK;
    }
    int status = prepare(&own, text, len);
    if (status == ANF_OK)
        anf__plain_read_content(&own, anf__plain_read_head(&own, own.count));
    status = status == ANF_OK ? own.status : status;
    if (status == ANF_OK && own.odd > ODD_FREE && own.odd > own.count / ODD_SHARE) {
        anf_call_report(call, ANF_SEVERITY_WARNING, ANF_CODE_TEXT_OWN_REFUSED, NULL, 0, 0,
                        "%zu lines do not follow the grammar that the text names; it is read as "
                        "any other text",
                        own.odd);
        *ret_follows = 0;
    } else if (status == ANF_OK) {
        status = emit(&own);
    }
    clear(&own);
    return status;
}
