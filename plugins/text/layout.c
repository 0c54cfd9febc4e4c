/* layout.c: paragraphs to lines. */
#include "layout.h"

#include <anfrage/plugin.h>

#include <string.h>

enum { TEXT_LEAST = 20 }; /* columns that wrapping leaves to the text, however deep it stands */

size_t
anf__plain_push(struct anf__plain_layout *layout, const char *first, const char *rest)
{
    size_t before = layout->prefix.length;
    if (!layout->has_first) {
        layout->first.length = 0;
        anf__plain_add(&layout->first, layout->prefix.data, layout->prefix.length);
        layout->has_first = 1;
    }
    anf__plain_puts(&layout->first, first);
    anf__plain_puts(&layout->prefix, rest);
    return before;
}

size_t
anf__plain_hang(struct anf__plain_layout *layout, const char *first, size_t columns)
{
    size_t before = anf__plain_push(layout, first, "");
    anf__plain_fill(&layout->prefix, ' ', columns);
    return before;
}

void
anf__plain_flush_first(struct anf__plain_layout *layout)
{
    if (layout->has_first)
        anf__plain_line(layout, "", 0);
}

void
anf__plain_pop(struct anf__plain_layout *layout, size_t before)
{
    anf__plain_flush_first(layout);
    if (before <= layout->prefix.length)
        layout->prefix.length = before;
    if (before < layout->low)
        layout->low = before;
}

void
anf__plain_space(struct anf__plain_layout *layout)
{
    if (!layout->has_first)
        layout->blank_wanted = 1;
}

/* No line ends with a space: what is left of a prefix has none to show. */
static void
end_line(struct anf__plain_layout *layout, size_t start)
{
    struct anf__plain_buffer *out = &layout->out;
    while (out->length > start && out->data[out->length - 1] == ' ')
        out->length--;
    anf__plain_add(out, "\n", 1);
}

void
anf__plain_line(struct anf__plain_layout *layout, const char *text, size_t len)
{
    if (layout->blank_wanted && layout->out.length) {
        size_t start = layout->out.length;
        size_t common = layout->low < layout->prefix.length ? layout->low : layout->prefix.length;
        anf__plain_add(&layout->out, layout->prefix.data, common);
        end_line(layout, start);
    }
    layout->blank_wanted = 0;
    size_t start = layout->out.length;
    const struct anf__plain_buffer *prefix = layout->has_first ? &layout->first : &layout->prefix;
    anf__plain_add(&layout->out, prefix->data, prefix->length);
    anf__plain_add(&layout->out, text, len);
    end_line(layout, start);
    layout->has_first = 0;
    layout->low = layout->prefix.length;
}

/* May the line end at this space? What wrapping takes away must be one space between words, and
 * the word behind it must not look like something else at the start of a line. */
static int
may_wrap(const char *text, size_t len, size_t at)
{
    return at && !anf__plain_ends_blank(text, at) &&
           !anf__plain_needs_guard_later(text + at + 1, len - at - 1);
}

/* How many bytes of text go on a line of so many columns; all up to a space, at least a word. */
static size_t
fitting(const char *text, size_t len, size_t columns)
{
    size_t taken = 0, width = 0;
    while (taken < len) {
        size_t end = taken + 1;
        while (end < len && !(text[end] == ' ' && may_wrap(text, len, end)))
            end++;
        width += anf__plain_width(text + taken, end - taken);
        if (taken && width > columns)
            break;
        taken = end;
    }
    return taken;
}

/* One line as the text has it: what wrapping makes of it, with guards at both ends. */
static void
write_line(struct anf__plain_layout *layout, const char *text, size_t len, int guarded,
           const char *closing)
{
    struct anf__plain_buffer line = {0};
    if (guarded)
        anf__plain_puts(&line, ANF__PLAIN_GUARD);
    anf__plain_add(&line, text, len);
    if (anf__plain_ends_blank(text, len))
        anf__plain_puts(&line, ANF__PLAIN_GUARD);
    if (closing)
        anf__plain_puts(&line, closing);
    const char *at = line.data;
    size_t left = line.length;
    while (left) {
        const struct anf__plain_buffer *prefix = layout->has_first ? &layout->first
                                                                   : &layout->prefix;
        size_t used = anf__plain_width(prefix->data, prefix->length);
        size_t columns = layout->wrap > used + TEXT_LEAST ? layout->wrap - used : TEXT_LEAST;
        size_t taken = layout->wrap ? fitting(at, left, columns) : left;
        anf__plain_line(layout, at, taken);
        taken += taken < left; /* the space */
        at += taken;
        left -= taken;
    }
    layout->out.failed |= line.failed;
    anf__plain_clear(&line);
}

/* Where lines wrap, a guard tells those that the text begins from those that wrapping began. */
void
anf__plain_paragraph(struct anf__plain_layout *layout, const char *text, size_t len, int guarded)
{
    for (;;) {
        const char *end = len ? memchr(text, '\n', len) : NULL;
        size_t length = end ? (size_t)(end - text) : len;
        write_line(layout, text, length, guarded || !length, end ? NULL : layout->closing);
        if (!end)
            return;
        text = end + 1;
        len -= length + 1;
        const char *next = len ? memchr(text, '\n', len) : NULL;
        guarded = layout->wrap ||
                  anf__plain_needs_guard_later(text, next ? (size_t)(next - text) : len);
    }
}

void
anf__plain_verbatim(struct anf__plain_layout *layout, const char *text, size_t len)
{
    struct anf__plain_buffer line = {0};
    anf__plain_add(&line, text, len);
    if (anf__plain_ends_blank(text, len))
        anf__plain_puts(&line, ANF__PLAIN_GUARD);
    anf__plain_line(layout, line.data, line.length);
    layout->out.failed |= line.failed;
    anf__plain_clear(&line);
}

void
anf__plain_value(struct anf__plain_layout *layout, const char *label, const char *value)
{
    struct anf__plain_buffer line = {0};
    size_t len = strlen(value);
    anf__plain_puts(&line, label);
    if (anf__plain_begins_blank(value, len))
        anf__plain_puts(&line, ANF__PLAIN_GUARD);
    anf__plain_puts(&line, value);
    if (anf__plain_ends_blank(value, len))
        anf__plain_puts(&line, ANF__PLAIN_GUARD);
    anf__plain_line(layout, line.data, line.length);
    layout->out.failed |= line.failed;
    anf__plain_clear(&line);
}

size_t
anf__plain_first_width(const struct anf__plain_layout *layout)
{
    if (!layout->has_first)
        return 0;
    size_t first = anf__plain_width(layout->first.data, layout->first.length);
    size_t prefix = anf__plain_width(layout->prefix.data, layout->prefix.length);
    return first > prefix ? first - prefix : 0;
}

int
anf__plain_layout_status(const struct anf__plain_layout *layout)
{
    return layout->out.failed || layout->prefix.failed || layout->first.failed ? ANF_ERR_NOMEM
                                                                               : ANF_OK;
}

void
anf__plain_layout_clear(struct anf__plain_layout *layout)
{
    anf__plain_clear(&layout->out);
    anf__plain_clear(&layout->prefix);
    anf__plain_clear(&layout->first);
}
