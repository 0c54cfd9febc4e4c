/* write.c: text out, for people: the order of the seed of this project, a page that a member of
 * parliament put up: title, who asks, papers and dates, the sections, rights and contact.
 *
 * Option of the writer: wrap (columns; 0, the default: a paragraph is a line, and whatever shows
 * the text wraps it). */
#include "write.h"

#include "writer.h"

#include <stdlib.h>

enum { WRAP_MOST = 1000 };

int
anf__plain_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    struct anf__plain_layout layout = {
        .wrap = anf_call_option_number(call, "wrap", 0, WRAP_MOST, 0)};
    struct anf__plain_writer writer = {.call = call, .inquiry = inquiry, .layout = &layout};
    anf__plain_write_head(&writer);
    anf__plain_write_blocks(&writer, anf_inquiry_content(inquiry));
    anf__plain_write_notes(&writer, 0);
    anf__plain_write_foot(&writer);
    int status = writer.failed ? ANF_ERR_NOMEM : anf__plain_layout_status(&layout);
    if (status == ANF_OK && layout.out.length)
        status = anf_sink_write(sink, layout.out.data, layout.out.length);
    anf__plain_layout_clear(&layout);
    free(writer.notes.items);
    return status;
}
