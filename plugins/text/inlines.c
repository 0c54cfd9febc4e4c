/* inlines.c: inlines and footnotes as text, one small function a kind. */
#include "writer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 16, NUMBER_SIZE = 16 };

typedef void inline_fn(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
                       const struct anf_node *node);

/* --- brackets that are none of ours --- */

/* Could a bracket of the text, with what follows it, be read as a footnote's mark? What follows
 * beyond this text is not known here. */
static int
is_open_question(const char *rest, size_t len)
{
    enum { LONGEST = 12 };
    static const char unusual[] = "Anm.";
    size_t length = sizeof unusual - 1 < len ? sizeof unusual - 1 : len;
    if (memcmp(rest, unusual, length) == 0 || anf__plain_is_guard(rest, len))
        return 1;
    const char *close = memchr(rest, ']', len < LONGEST ? len : LONGEST);
    return close ? anf__plain_is_marker(rest, (size_t)(close - rest)) : len < LONGEST;
}

static int
needs_guard(const struct anf__plain_writer *writer, const struct anf__plain_buffer *text,
            const char *at, const char *end)
{
    enum { BEHIND_BRACKET = 2 };
    size_t left = (size_t)(end - at) - 1;
    int behind_bracket = text->length >= BEHIND_BRACKET &&
                         memcmp(text->data + text->length - BEHIND_BRACKET, "] ", 2) == 0;
    if (*at == '<')
        return behind_bracket || !left || at[1] != ' ';
    return writer->in_link || (*at == '[' && is_open_question(at + 1, left));
}

static void
write_text(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
           const struct anf_node *node)
{
    size_t length;
    const char *at = anf_node_text(node, &length);
    const char *end = at + length;
    while (at < end) {
        size_t plain = 0;
        while (at + plain < end && !strchr("[]<", at[plain]))
            plain++;
        anf__plain_add(text, at, plain);
        at += plain;
        if (at == end)
            return;
        int guarded = needs_guard(writer, text, at, end);
        anf__plain_add(text, at++, 1);
        if (guarded)
            anf__plain_puts(text, ANF__PLAIN_GUARD);
    }
}

static void
write_marked(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
             const struct anf_node *node)
{
    anf__plain_lose(writer, ANF__PLAIN_LOSS_MARKS);
    anf__plain_write_inlines(writer, text, node);
}

/* --- links --- */

/* "<" stands before a bracket that belongs to the address. A blank at its start gets one more. */
void
anf__plain_add_address(struct anf__plain_buffer *text, const char *address)
{
    anf__plain_puts(text, "<");
    if (anf__plain_begins_blank(address, strlen(address)))
        anf__plain_puts(text, " ");
    while (*address) {
        size_t plain = strcspn(address, "<>");
        anf__plain_add(text, address, plain);
        address += plain;
        if (*address) {
            anf__plain_puts(text, "<");
            anf__plain_add(text, address++, 1);
        }
    }
    anf__plain_puts(text, ">");
}

/* The only text of a link that shows its address. */
static int
shows_address(const struct anf_node *node, const char *href)
{
    const struct anf_node *only = anf_node_first(node);
    size_t length;
    if (!only || anf_node_next(only) || anf_node_kind(only) != ANF_NODE_TEXT)
        return 0;
    const char *shown = anf_node_text(only, &length);
    return length == strlen(href) && memcmp(shown, href, length) == 0;
}

/* RFC 3986, appendix C: a URI in text stands in angle brackets. */
static void
write_link(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
           const struct anf_node *node)
{
    const char *href = anf_node_get(node, ANF_ATTRIBUTE_HREF);
    href = href ? href : "";
    int behind_bracket = text->length > 1 && memcmp(text->data + text->length - 2, "] ", 2) == 0;
    if (!behind_bracket && shows_address(node, href) &&
        anf__plain_is_bare_address(href, strlen(href))) {
        anf__plain_add_address(text, href);
        return;
    }
    struct anf__plain_buffer words = {0};
    writer->in_link = 1;
    anf__plain_write_inlines(writer, &words, node);
    writer->in_link = 0;
    int blank = anf__plain_begins_blank(words.data, words.length);
    anf__plain_puts(text, blank ? "[ " : "["); /* a guard would mean a mere bracket */
    anf__plain_add(text, words.data, words.length);
    anf__plain_puts(text, "] ");
    anf__plain_add_address(text, href);
    text->failed |= words.failed;
    anf__plain_clear(&words);
}

/* In preformatted text, which has line feeds of its own, no other line break can be seen. */
static void
write_break(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
            const struct anf_node *node)
{
    (void)node;
    if (writer->in_preformatted)
        anf__plain_lose(writer, ANF__PLAIN_LOSS_BREAKS);
    anf__plain_add(text, "\n", 1);
}

/* --- footnotes --- */

/* "[1]", "[Anm. 1]" where no marker is printed, "[Anm.: …]" for an unusual one, in which "["
 * stands before a bracket. */
static void
add_marker(struct anf__plain_buffer *text, const struct anf__plain_note *note)
{
    char number[NUMBER_SIZE];
    const char *marker = anf_node_get(note->node, ANF_ATTRIBUTE_MARKER);
    if (!marker) {
        snprintf(number, sizeof number, "[Anm. %" PRIu32, note->number);
        anf__plain_puts(text, number);
    } else if (anf__plain_is_marker(marker, strlen(marker))) {
        anf__plain_puts(text, "[");
        anf__plain_puts(text, marker);
    } else {
        anf__plain_puts(text, "[Anm.: ");
        for (; *marker; marker++) {
            if (*marker == '[' || *marker == ']')
                anf__plain_puts(text, "[");
            anf__plain_add(text, marker, 1);
        }
    }
    anf__plain_puts(text, "]");
}

static void
write_footnote(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
               const struct anf_node *node)
{
    struct anf__plain_notes *notes = &writer->notes;
    struct anf__plain_note note = {.node = node};
    if (!anf_node_get(node, ANF_ATTRIBUTE_MARKER))
        note.number = ++writer->numbered;
    add_marker(text, &note);
    if (notes->count == notes->capacity) {
        size_t capacity = notes->capacity ? 2 * notes->capacity : FIRST_CAPACITY;
        struct anf__plain_note *grown = realloc(notes->items, capacity * sizeof *grown);
        if (!grown) {
            writer->failed = 1;
            return;
        }
        notes->items = grown;
        notes->capacity = capacity;
    }
    notes->items[notes->count++] = note;
}

static inline_fn *const writers[] = {
    [ANF_NODE_TEXT - ANF_NODE_TEXT] = write_text,
    [ANF_NODE_EMPHASIS - ANF_NODE_TEXT] = write_marked,
    [ANF_NODE_STRONG - ANF_NODE_TEXT] = write_marked,
    [ANF_NODE_UNDERLINE - ANF_NODE_TEXT] = write_marked,
    [ANF_NODE_STRIKE - ANF_NODE_TEXT] = write_marked,
    [ANF_NODE_SUPERSCRIPT - ANF_NODE_TEXT] = write_marked,
    [ANF_NODE_SUBSCRIPT - ANF_NODE_TEXT] = write_marked,
    [ANF_NODE_LINK - ANF_NODE_TEXT] = write_link,
    [ANF_NODE_BREAK - ANF_NODE_TEXT] = write_break,
    [ANF_NODE_FOOTNOTE - ANF_NODE_TEXT] = write_footnote,
};

void
anf__plain_write_inlines(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
                         const struct anf_node *parent)
{
    for (const struct anf_node *node = anf_node_first(parent); node; node = anf_node_next(node))
        writers[anf_node_kind(node) - ANF_NODE_TEXT](writer, text, node);
}

/* Has a footnote one paragraph at most? Then no blank line is needed around it. */
static int
is_short(const struct anf_node *note)
{
    const struct anf_node *first = anf_node_first(note);
    return !first || (!anf_node_next(first) && anf_node_kind(first) == ANF_NODE_PARAGRAPH);
}

static void
write_note(struct anf__plain_writer *writer, const struct anf__plain_note *note)
{
    struct anf__plain_buffer lead = {0};
    add_marker(&lead, note);
    anf__plain_write_led(writer, &lead, anf_node_first(note->node));
    writer->failed |= lead.failed;
    anf__plain_clear(&lead);
}

void
anf__plain_write_notes(struct anf__plain_writer *writer)
{
    enum anf__plain_where where = writer->where;
    int tight = writer->tight;
    writer->where = ANF__PLAIN_IN_BLOCK;
    for (size_t i = 0; i < writer->notes.count; i++) {
        writer->tight = i && is_short(writer->notes.items[i].node) &&
                        is_short(writer->notes.items[i - 1].node);
        anf__plain_space_blocks(writer);
        writer->tight = 0;
        write_note(writer, &writer->notes.items[i]);
    }
    writer->tight = tight;
    writer->where = where;
    writer->notes.count = 0;
}
