/* page-beside.c: what stands beside the running text: footnotes, comments, frames. */
#include "page-reading.h"

#include <stdlib.h>
#include <string.h>

static int
end_later(struct anf__odt_reading *r)
{
    int status = anf__odt_end_later(&r->out);
    if (status == ANF_OK && !r->paragraph_count)
        status = anf__odt_flush_later(&r->out);
    return status;
}

static int
end_keeping(struct anf__odt_reading *r)
{
    r->keeping = 0;
    return ANF_OK;
}

int
anf__odt_start_kept(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->keeping = 1;
    anf__odt_at_end(r, end_keeping);
    return ANF_OK;
}

int
anf__odt_start_citation(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    r->kept_length = 0;
    return anf__odt_start_kept(r, element);
}

int
anf__odt_start_note_body(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    int status = anf__odt_need_block(r);
    anf__odt_at_end(r, end_later);
    if (status != ANF_OK)
        return status;
    const char *marker = r->kept_length ? r->kept : NULL;
    r->kept_length = 0;
    return r->paragraph_count ? anf__odt_begin_note(&r->out, marker)
                              : anf__odt_begin_later(&r->out, ANF_PLACE_GROUP);
}

int
anf__odt_start_comment(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    anf__odt_at_end(r, end_later);
    return anf__odt_begin_later(&r->out, ANF_PLACE_ASIDE);
}

/* The picture behind the paragraph that it is anchored in, with what is said of it. */
static int
end_frame(struct anf__odt_reading *r)
{
    struct anf__odt_step steps[] = {
        {.kind = ANF__ODT_OPEN_BLOCK,
         .what = ANF_BLOCK_IMAGE,
         .line = r->line,
         .column = r->column},
        {.kind = ANF__ODT_SRC, .string = r->src},
        {.kind = ANF__ODT_TEXT, .string = r->kept, .length = r->kept_length},
        {.kind = ANF__ODT_CLOSE_BLOCK},
    };
    int status = r->src ? anf__odt_begin_later(&r->out, ANF_PLACE_FIGURE) : ANF_OK;
    for (size_t i = 0; r->src && i < sizeof steps / sizeof *steps && status == ANF_OK; i++)
        status = anf__odt_do(&r->out, &steps[i]);
    if (r->src && status == ANF_OK)
        status = end_later(r);
    free(r->src);
    r->src = NULL;
    r->kept_length = 0;
    return status;
}

int
anf__odt_start_frame(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->kept_length = 0;
    anf__odt_at_end(r, end_frame);
    return ANF_OK;
}

int
anf__odt_start_image(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    const char *href = anf__odt_value(element, "href");
    free(r->src);
    r->src = href && *href ? strdup(href) : NULL;
    return href && *href && !r->src ? ANF_ERR_NOMEM : ANF_OK;
}
