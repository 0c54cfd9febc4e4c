/* page-kept.c: elements whose text is kept for another place: titles, citations of footnotes,
 * descriptions of images, labels of forms. */
#include "page-reading.h"

#include <stdlib.h>
#include <string.h>

static int
end_keeping(struct anf__odt_reading *r)
{
    r->keeping = 0;
    return ANF_OK;
}

static void
begin_keeping(struct anf__odt_reading *r)
{
    r->kept_length = 0;
    r->keeping = 1;
    anf__odt_element(r)->end = end_keeping;
}

int
anf__odt_on_citation(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    begin_keeping(r);
    return ANF_OK;
}

/* A block of its own, in the place that is open. */
static int
put_block(struct anf__odt_reading *r, int kind, const char *src, const char *text, size_t length)
{
    struct anf__odt_step steps[] = {
        {.kind = ANF__ODT_OPEN_BLOCK, .what = kind, .line = r->line, .column = r->column},
        {.kind = ANF__ODT_SRC, .string = src},
        {.kind = ANF__ODT_TEXT, .string = text, .length = length},
        {.kind = ANF__ODT_CLOSE_BLOCK},
    };
    int status = ANF_OK;
    r->has_blocks = r->has_text;
    for (size_t i = 0; i < sizeof steps / sizeof *steps && status == ANF_OK; i++)
        if (steps[i].kind != ANF__ODT_SRC || src)
            status = anf__odt_do(&r->out, &steps[i]);
    return status;
}

/* --- the document --- */

static int
end_title(struct anf__odt_reading *r)
{
    r->keeping = 0;
    int status = anf__odt_open_place(r, ANF_PLACE_HEAD, 0);
    if (status == ANF_OK && r->kept_length)
        status = put_block(r, ANF_BLOCK_TITLE, NULL, r->kept, r->kept_length);
    return status == ANF_OK ? anf__odt_close_places(r) : status;
}

int
anf__odt_on_title(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    begin_keeping(r);
    anf__odt_element(r)->end = end_title;
    return ANF_OK;
}

static int
end_language(struct anf__odt_reading *r)
{
    r->keeping = 0;
    if (!r->kept_length)
        return ANF_OK;
    return anf_page_set_property(r->out.page, ANF_PAGE_LANGUAGE, r->kept);
}

int
anf__odt_on_language(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    begin_keeping(r);
    anf__odt_element(r)->end = end_language;
    return ANF_OK;
}

/* --- images --- */

/* Behind the paragraph that it is anchored in, with what is said of it. */
static int
end_frame(struct anf__odt_reading *r)
{
    int status = ANF_OK;
    if (r->src) {
        status = anf__odt_open_place(r, ANF_PLACE_FIGURE, 0);
        if (status == ANF_OK)
            status = put_block(r, ANF_BLOCK_IMAGE, r->src, r->kept, r->kept_length);
    }
    free(r->src);
    r->src = NULL;
    r->kept_length = 0;
    return status == ANF_OK ? anf__odt_close_places(r) : status;
}

int
anf__odt_on_frame(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->kept_length = 0;
    anf__odt_element(r)->end = end_frame;
    return ANF_OK;
}

/* A frame may offer the same picture in several formats, the best one first. */
int
anf__odt_on_image(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    const char *href = anf__odt_value(element, "href");
    if (r->src || !href || !*href)
        return ANF_OK;
    r->src = strdup(href);
    return r->src ? ANF_OK : ANF_ERR_NOMEM;
}

/* A title and a description, behind one another. */
int
anf__odt_on_description(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    (void)element;
    r->keeping = 1;
    anf__odt_element(r)->end = end_keeping;
    return r->kept_length ? anf__odt_characters(r, " ", 1) : ANF_OK;
}

/* --- forms --- */

/* What a control shows: its label, or what was filled in. */
int
anf__odt_on_control(struct anf__odt_reading *r, const struct anf__xml_element *element)
{
    static const char *const names[] = {"label", "current-value", "value"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = anf__odt_value(element, names[i]);
        if (value && *value)
            return put_block(r, ANF_BLOCK_BUTTON, NULL, value, strlen(value));
    }
    return ANF_OK;
}
