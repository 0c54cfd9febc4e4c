/* blocks.c: blocks as text, one small function a kind. */
#include "writer.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { LEAD_SIZE = 16 };

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
anf__plain_write_heading(struct anf__plain_writer *writer, const char *lead, const char *text,
                         size_t len, char underline)
{
    enum { LEAST = 3 }; /* shorter ones are not seen as an underline */
    struct anf__plain_layout *layout = writer->layout;
    struct anf__plain_buffer line = {0};
    if (lead) {
        anf__plain_puts(&line, lead);
        anf__plain_puts(&line, len ? " " : "");
    }
    anf__plain_add(&line, text, len);
    anf__plain_space_blocks(writer);
    size_t width = anf__plain_first_width(layout) + longest(line.data, line.length);
    if (layout->wrap && width > layout->wrap)
        width = layout->wrap;
    anf__plain_paragraph(layout, line.data, line.length);
    line.length = 0;
    anf__plain_fill(&line, underline, width > LEAST ? width : LEAST);
    if (!writer->in_cell)
        anf__plain_line(layout, line.data, line.length);
    writer->failed |= line.failed;
    anf__plain_clear(&line);
}

static void
write_heading(struct anf__plain_writer *writer, const struct anf_node *node)
{
    struct anf__plain_buffer text = {0};
    if (anf_node_get(node, ANF_ATTRIBUTE_LEVEL))
        anf__plain_lose(writer, ANF__PLAIN_LOSS_LEVELS);
    anf__plain_write_inlines(writer, &text, node);
    if (text.length)
        anf__plain_write_heading(writer, NULL, text.data, text.length, '-');
    else
        anf__plain_lose(writer, ANF__PLAIN_LOSS_EMPTY);
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

static void
write_paragraph(struct anf__plain_writer *writer, const struct anf_node *node)
{
    struct anf__plain_buffer text = {0};
    anf__plain_write_inlines(writer, &text, node);
    if (text.length) {
        anf__plain_space_blocks(writer);
        anf__plain_paragraph(writer->layout, text.data, text.length);
    } else {
        anf__plain_lose(writer, ANF__PLAIN_LOSS_EMPTY);
    }
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

static void
write_preformatted(struct anf__plain_writer *writer, const struct anf_node *node)
{
    struct anf__plain_layout *layout = writer->layout;
    struct anf__plain_buffer text = {0};
    anf__plain_write_inlines(writer, &text, node);
    anf__plain_space_blocks(writer);
    size_t before = anf__plain_push(layout, "    ", "    ");
    size_t wrap = layout->wrap;
    layout->wrap = 0;
    anf__plain_paragraph(layout, text.data, text.length);
    layout->wrap = wrap;
    anf__plain_pop(layout, before);
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

static void
write_quote(struct anf__plain_writer *writer, const struct anf_node *node)
{
    int tight = writer->tight;
    anf__plain_space_blocks(writer);
    writer->tight = writer->in_cell;
    size_t before = anf__plain_push(writer->layout, "> ", "> ");
    anf__plain_write_blocks(writer, node);
    anf__plain_pop(writer->layout, before);
    writer->tight = tight;
}

static void
write_image(struct anf__plain_writer *writer, const struct anf_node *node)
{
    struct anf__plain_buffer text = {0};
    const char *alt = anf_node_get(node, ANF_ATTRIBUTE_ALT);
    const char *src = anf_node_get(node, ANF_ATTRIBUTE_SRC);
    anf__plain_puts(&text, alt ? "[Bild: " : "[Bild");
    anf__plain_puts(&text, alt ? alt : "");
    anf__plain_puts(&text, "] <");
    anf__plain_puts(&text, src ? src : "");
    anf__plain_puts(&text, ">");
    anf__plain_space_blocks(writer);
    anf__plain_paragraph(writer->layout, text.data, text.length);
    writer->failed |= text.failed;
    anf__plain_clear(&text);
}

/* --- lists --- */

/* Has every item one paragraph, perhaps with a list below it? Then items stand close. */
static int
is_tight(const struct anf_node *list)
{
    const struct anf_node *item = anf_node_first(list);
    for (; item; item = anf_node_next(item)) {
        const struct anf_node *block = anf_node_first(item);
        if (block && anf_node_kind(block) == ANF_NODE_PARAGRAPH)
            block = anf_node_next(block);
        if (block && anf_node_kind(block) == ANF_NODE_LIST)
            block = anf_node_next(block);
        if (block)
            return 0;
    }
    return 1;
}

static void
write_item(struct anf__plain_writer *writer, const struct anf_node *item, uint32_t ordinal)
{
    char number[LEAD_SIZE];
    struct anf__plain_buffer lead = {0};
    const char *printed = anf_node_get(item, ANF_ATTRIBUTE_NUMBER);
    snprintf(number, sizeof number, "%" PRIu32 ".", ordinal);
    anf__plain_puts(&lead, printed ? printed : ordinal ? number : "-");
    anf__plain_add(&lead, " ", 2); /* and the zero byte */
    if (lead.failed) {
        writer->failed = 1;
    } else {
        anf__plain_space_blocks(writer);
        size_t before = anf__plain_hang(writer->layout, lead.data);
        anf__plain_write_blocks(writer, item);
        anf__plain_pop(writer->layout, before);
    }
    anf__plain_clear(&lead);
}

static void
write_list(struct anf__plain_writer *writer, const struct anf_node *list)
{
    int tight = writer->tight;
    uint32_t ordinal = anf_node_get(list, ANF_ATTRIBUTE_ORDERED) ? 1 : 0;
    anf__plain_space_blocks(writer);
    writer->tight = is_tight(list) || writer->in_cell;
    const struct anf_node *item = anf_node_first(list);
    for (; item; item = anf_node_next(item)) {
        write_item(writer, item, ordinal);
        ordinal += ordinal != 0;
    }
    writer->tight = tight;
}

/* --- all of them --- */

typedef void block_fn(struct anf__plain_writer *writer, const struct anf_node *node);

static block_fn *const writers[] = {
    [ANF_NODE_SECTION] = anf__plain_write_section, [ANF_NODE_HEADING] = write_heading,
    [ANF_NODE_PARAGRAPH] = write_paragraph,        [ANF_NODE_LIST] = write_list,
    [ANF_NODE_TABLE] = anf__plain_write_table,     [ANF_NODE_QUOTE] = write_quote,
    [ANF_NODE_PREFORMATTED] = write_preformatted,  [ANF_NODE_IMAGE] = write_image,
};

void
anf__plain_write_blocks(struct anf__plain_writer *writer, const struct anf_node *parent)
{
    for (const struct anf_node *node = anf_node_first(parent); node; node = anf_node_next(node))
        writers[anf_node_kind(node)](writer, node);
}
