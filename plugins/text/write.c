/* write.c: text out, for people: the order of the seed of this project, a page that a member of
 * parliament put up: title, who asks, papers and dates, the sections, rights and contact. The
 * last line names the grammar by which it reads back.
 *
 * Option of the writer: wrap (columns; 0, the default: a paragraph is a line, and whatever shows
 * the text wraps it). */
#include "write.h"

#include "own.h"
#include "writer.h"

#include <stdlib.h>
#include <string.h>

/* Lines of the text up to the end of the run that the content begins with. */
static size_t
first_lines(struct anf__plain_slice *lines, const struct anf__plain_buffer *out, size_t head)
{
    const char *at = out->data, *end = at + out->length;
    size_t count = 0;
    int in_content = 0;
    while (at < end) {
        const char *line = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)(line - at);
        if (in_content && !length)
            break;
        in_content |= at >= out->data + head && length;
        if (lines)
            lines[count] = (struct anf__plain_slice){at, length, (uint32_t)count + 1};
        count++;
        at = line + 1;
    }
    return count;
}

/* Would the reader take what the content begins with for a part of the head? */
static int
is_mistaken(struct anf__plain_writer *writer, size_t head)
{
    const struct anf__plain_buffer *out = &writer->layout->out;
    size_t count = first_lines(NULL, out, head);
    struct anf__plain_own own = {
        .call = writer->call, .silent = 1, .count = count, .wrapped = writer->layout->wrap != 0};
    struct anf_context *ctx = anf_context_new();
    own.inquiry = anf_inquiry_new(ctx);
    own.lines = calloc(count + 1, sizeof *own.lines);
    size_t taken = 0;
    if (own.inquiry && own.lines) {
        first_lines(own.lines, out, head);
        taken = anf__plain_read_head(&own, count);
    }
    writer->failed |= !own.inquiry || !own.lines || own.status == ANF_ERR_NOMEM;
    int mistaken = taken && own.lines[taken - 1].text >= out->data + head &&
                   own.lines[taken - 1].length;
    anf_inquiry_unref(own.inquiry);
    anf_context_unref(ctx);
    free(own.lines);
    return mistaken;
}

/* The whole once more, with a line between head and content. */
static void
part_head(struct anf__plain_writer *writer, size_t head)
{
    struct anf__plain_buffer *out = &writer->layout->out, parted = {0};
    anf__plain_add(&parted, out->data, head);
    anf__plain_puts(&parted, head ? "\n* * *\n" : "* * *\n\n");
    anf__plain_add(&parted, out->data + head, out->length - head);
    writer->failed |= parted.failed;
    anf__plain_clear(out);
    *out = parted;
}

int
anf__plain_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    struct anf__plain_layout layout = {
        .wrap = anf_call_option_number(call, "wrap", 0, ANF__PLAIN_WRAP_MOST, 0)};
    const struct anf_node *root = anf_inquiry_content(inquiry);
    struct anf__plain_writer writer = {.call = call,
                                       .inquiry = inquiry,
                                       .layout = &layout,
                                       .where = ANF__PLAIN_AT_TOP,
                                       .base = root,
                                       .current = root};
    anf__plain_write_head(&writer);
    size_t head = layout.out.length;
    anf__plain_space(&layout);
    anf__plain_write_blocks(&writer, anf_node_first(root));
    anf__plain_write_notes(&writer);
    anf__plain_write_foot(&writer);
    if (!writer.failed && anf__plain_layout_status(&layout) == ANF_OK && is_mistaken(&writer, head))
        part_head(&writer, head);
    int status = writer.failed ? ANF_ERR_NOMEM : anf__plain_layout_status(&layout);
    if (status == ANF_OK)
        status = anf_sink_write(sink, layout.out.data, layout.out.length);
    anf__plain_layout_clear(&layout);
    free(writer.notes.items);
    return status;
}
