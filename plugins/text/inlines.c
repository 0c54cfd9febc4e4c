/* inlines.c: inlines and footnotes as text, one small function a kind. */
#include "writer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FIRST_CAPACITY = 16, NUMBER_SIZE = 16 };

typedef void inline_fn(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
                       const struct anf_node *node);

/* NEL, LS and PS end a line for whoever reads the text, so they do here. */
static void
write_text(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
           const struct anf_node *node)
{
    (void)writer;
    size_t length;
    const char *at = anf_node_text(node, &length);
    const char *end = at + length;
    const char *start = at;
    while (at < end) {
        size_t skip = 0;
        if (end - at > 1 && memcmp(at, "\xC2\x85", 2) == 0)
            skip = 2;
        else if (end - at > 2 &&
                 (memcmp(at, "\xE2\x80\xA8", 3) == 0 || memcmp(at, "\xE2\x80\xA9", 3) == 0))
            skip = 3;
        if (skip) {
            anf__plain_add(text, start, (size_t)(at - start));
            anf__plain_add(text, "\n", 1);
            start = at + skip;
        }
        at += skip ? skip : 1;
    }
    anf__plain_add(text, start, (size_t)(end - start));
}

static void
write_marked(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
             const struct anf_node *node)
{
    anf__plain_lose(writer, ANF__PLAIN_LOSS_MARKS);
    anf__plain_write_inlines(writer, text, node);
}

/* RFC 3986, appendix C: a URI in text stands in angle brackets. */
static void
write_link(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
           const struct anf_node *node)
{
    size_t before = text->length;
    anf__plain_write_inlines(writer, text, node);
    const char *href = anf_node_get(node, ANF_ATTRIBUTE_HREF);
    size_t shown = text->length - before;
    if (!href || !*href)
        return;
    if (shown == strlen(href) && memcmp(text->data + before, href, shown) == 0)
        return;
    anf__plain_puts(text, shown ? " <" : "<");
    anf__plain_puts(text, href);
    anf__plain_puts(text, ">");
}

static void
write_break(struct anf__plain_writer *writer, struct anf__plain_buffer *text,
            const struct anf_node *node)
{
    (void)writer, (void)node;
    anf__plain_add(text, "\n", 1);
}

/* "[1]", by the printed marker if there is one. */
static void
add_marker(struct anf__plain_buffer *text, const struct anf__plain_note *note)
{
    char number[NUMBER_SIZE];
    const char *marker = anf_node_get(note->node, ANF_ATTRIBUTE_MARKER);
    snprintf(number, sizeof number, "%" PRIu32, note->number);
    anf__plain_puts(text, "[");
    anf__plain_puts(text, marker ? marker : number);
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

static void
write_note(struct anf__plain_writer *writer, const struct anf__plain_note *note)
{
    struct anf__plain_buffer lead = {0};
    add_marker(&lead, note);
    anf__plain_add(&lead, " ", 2); /* and the zero byte */
    if (lead.failed) {
        writer->failed = 1;
    } else {
        size_t before = anf__plain_hang(writer->layout, lead.data);
        anf__plain_write_blocks(writer, note->node);
        anf__plain_pop(writer->layout, before);
    }
    anf__plain_clear(&lead);
}

void
anf__plain_write_notes(struct anf__plain_writer *writer, size_t index)
{
    if (index == writer->notes.count)
        return;
    int tight = writer->tight;
    anf__plain_space_blocks(writer);
    writer->tight = 1;
    for (size_t i = index; i < writer->notes.count; i++)
        write_note(writer, &writer->notes.items[i]);
    writer->tight = tight;
    writer->notes.count = index;
}
