/* blocks.c: blocks as text, one small function a kind. */
#include "writer.h"

#include <string.h>

void
anf__plain_space_blocks(struct anf__plain_writer *writer)
{
    if (!writer->tight)
        anf__plain_space(writer->layout);
}

/* The longest of the lines. */
static size_t
longest(const char *text, size_t len)
{
    size_t most = 0;
    while (len) {
        const char *end = memchr(text, '\n', len);
        size_t length = end ? (size_t)(end - text) : len;
        size_t width = anf__plain_width(text, length);
        most = width > most ? width : most;
        text += length + (end ? 1 : 0);
        len -= length + (end ? 1 : 0);
    }
    return most;
}

void
anf__plain_underline(struct anf__plain_writer *writer, const char *text, size_t len, char mark)
{
    struct anf__plain_layout *layout = writer->layout;
    struct anf__plain_buffer line = {0};
    size_t width = longest(text, len);
    if (layout->wrap && width > layout->wrap)
        width = layout->wrap;
    anf__plain_fill(&line, mark, width > ANF__PLAIN_RULE_LEAST ? width : ANF__PLAIN_RULE_LEAST);
    anf__plain_line(layout, line.data, line.length);
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

/* A heading that could be taken for one that opens a section begins with a guard. */
static void
write_heading(struct anf__plain_writer *writer, const struct anf_node *node)
{
    struct anf__plain_buffer text = {0};
    if (anf_node_get(node, ANF_ATTRIBUTE_LEVEL))
        anf__plain_lose(writer, ANF__PLAIN_LOSS_LEVELS);
    anf__plain_write_inlines(writer, &text, node);
    int guarded = anf__plain_needs_guard(text.data, text.length, writer->where) ||
                  !anf__plain_is_mere_heading(writer, text.data, text.length);
    anf__plain_space_blocks(writer);
    anf__plain_paragraph(writer->layout, text.data, text.length, guarded);
    anf__plain_underline(writer, text.data, text.length, '-');
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

/* Does the reader take a paragraph that ends with a colon for an introduction? It does where a
 * question follows, so one that is none gets a guard behind it. */
static int
could_introduce(const struct anf__plain_writer *writer, const struct anf_node *node)
{
    const struct anf_node *next = anf_node_next(node);
    return writer->where == ANF__PLAIN_AT_TOP && !writer->introduces &&
           (!next || anf_node_kind(next) == ANF_NODE_SECTION);
}

static void
write_paragraph(struct anf__plain_writer *writer, const struct anf_node *node)
{
    struct anf__plain_buffer text = {0};
    anf__plain_write_inlines(writer, &text, node);
    int guarded = anf__plain_needs_guard(text.data, text.length, writer->where);
    if (could_introduce(writer, node) && text.length && text.data[text.length - 1] == ':')
        writer->layout->closing = ANF__PLAIN_GUARD;
    anf__plain_space_blocks(writer);
    anf__plain_paragraph(writer->layout, text.data, text.length, guarded);
    writer->layout->closing = NULL;
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

/* "| " before each line, which is not wrapped. */
static void
write_preformatted(struct anf__plain_writer *writer, const struct anf_node *node)
{
    struct anf__plain_layout *layout = writer->layout;
    struct anf__plain_buffer text = {0};
    size_t wrap = layout->wrap;
    writer->in_preformatted = 1;
    anf__plain_write_inlines(writer, &text, node);
    writer->in_preformatted = 0;
    anf__plain_space_blocks(writer);
    size_t before = anf__plain_push(layout, "| ", "| ");
    layout->wrap = 0;
    const char *at = text.data, *end = at + text.length, *line;
    do {
        line = at < end ? memchr(at, '\n', (size_t)(end - at)) : NULL;
        anf__plain_verbatim(layout, at, (size_t)((line ? line : end) - at));
        at = line ? line + 1 : end;
    } while (line);
    layout->wrap = wrap;
    anf__plain_pop(layout, before);
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

static void
write_quote(struct anf__plain_writer *writer, const struct anf_node *node)
{
    enum anf__plain_where where = writer->where;
    int tight = writer->tight;
    anf__plain_space_blocks(writer);
    writer->tight = 0;
    writer->where = ANF__PLAIN_IN_BLOCK;
    size_t before = anf__plain_push(writer->layout, "> ", "> ");
    if (anf_node_first(node))
        anf__plain_write_blocks(writer, anf_node_first(node));
    else
        anf__plain_line(writer->layout, "", 0);
    anf__plain_pop(writer->layout, before);
    writer->where = where;
    writer->tight = tight;
}

static void
write_image(struct anf__plain_writer *writer, const struct anf_node *node)
{
    struct anf__plain_buffer text = {0};
    const char *alt = anf_node_get(node, ANF_ATTRIBUTE_ALT);
    const char *src = anf_node_get(node, ANF_ATTRIBUTE_SRC);
    anf__plain_puts(&text, alt ? "[Bild: " : "[Bild");
    for (; alt && *alt; alt++) {
        anf__plain_add(&text, alt, 1);
        if (*alt == '[' || *alt == ']')
            anf__plain_puts(&text, ANF__PLAIN_GUARD);
    }
    anf__plain_puts(&text, "] ");
    anf__plain_add_address(&text, src ? src : "");
    anf__plain_space_blocks(writer);
    anf__plain_line(writer->layout, text.data, text.length);
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

/* --- markers --- */

int
anf__plain_fits_lead(const struct anf_node *first)
{
    int kind = first ? anf_node_kind(first) : 0;
    return kind == ANF_NODE_PARAGRAPH || kind == ANF_NODE_HEADING;
}

void
anf__plain_write_led(struct anf__plain_writer *writer, struct anf__plain_buffer *marker,
                     const struct anf_node *first)
{
    size_t hang = anf__plain_hang_width(anf__plain_width(marker->data, marker->length));
    anf__plain_add(marker, " ", 2); /* and the zero byte */
    if (marker->failed) {
        writer->failed = 1;
        return;
    }
    size_t before = anf__plain_hang(writer->layout, marker->data, hang);
    if (!anf__plain_fits_lead(first))
        anf__plain_flush_first(writer->layout);
    anf__plain_write_blocks(writer, first);
    if (writer->where == ANF__PLAIN_IN_QUESTION)
        anf__plain_write_notes(writer);
    anf__plain_pop(writer->layout, before);
}

/* --- all of them --- */

typedef void block_fn(struct anf__plain_writer *writer, const struct anf_node *node);

static block_fn *const writers[] = {
    [ANF_NODE_HEADING] = write_heading,      [ANF_NODE_PARAGRAPH] = write_paragraph,
    [ANF_NODE_LIST] = anf__plain_write_list, [ANF_NODE_TABLE] = anf__plain_write_table,
    [ANF_NODE_QUOTE] = write_quote,          [ANF_NODE_PREFORMATTED] = write_preformatted,
    [ANF_NODE_IMAGE] = write_image,
};

void
anf__plain_write_block(struct anf__plain_writer *writer, const struct anf_node *node,
                       int *behind_list)
{
    if (writer->where != ANF__PLAIN_IN_BLOCK)
        anf__plain_place_block(writer, anf_node_parent(node));
    writer->behind_list = *behind_list;
    writers[anf_node_kind(node)](writer, node);
    writer->labelled = 0;
    *behind_list = anf_node_kind(node) == ANF_NODE_LIST && !*behind_list;
}

void
anf__plain_write_blocks(struct anf__plain_writer *writer, const struct anf_node *first)
{
    int behind_list = 0;
    for (const struct anf_node *node = first; node; node = anf_node_next(node)) {
        if (anf_node_kind(node) != ANF_NODE_SECTION) {
            anf__plain_write_block(writer, node, &behind_list);
        } else {
            anf__plain_write_section(writer, node);
            behind_list = 0;
        }
    }
}
