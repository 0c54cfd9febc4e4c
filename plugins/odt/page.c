/* page.c: a foreign document's parts, read into the call's page. */
#include "page.h"

#include "page-reading.h"

#include <stdlib.h>

static int
start(void *user, const struct anf__xml_element *element)
{
    struct anf__odt_reading *r = user;
    if (r->depth == sizeof r->elements / sizeof *r->elements)
        return ANF_ERR_LIMIT;
    r->elements[r->depth++] = (struct anf__odt_open_element){NULL, 0};
    r->line = element->line;
    r->column = element->column;
    if (r->skipping)
        return ANF_OK;
    anf__odt_start_fn *begin = anf__odt_start_of(element->ns, element->name);
    /* Outside of the text there are styles, and places where text begins. */
    int status = r->body ? ANF_OK : anf__odt_styles_add(r->styles, element);
    return status == ANF_OK && begin ? begin(r, element) : status;
}

static int
end(void *user, const char *ns, const char *name)
{
    struct anf__odt_reading *r = user;
    (void)ns;
    (void)name;
    const struct anf__odt_open_element *element = &r->elements[r->depth - 1];
    int status = element->end ? element->end(r) : ANF_OK;
    if (r->skipping == r->depth)
        r->skipping = 0;
    r->depth--;
    return status;
}

static int
text(void *user, const char *data, size_t len)
{
    struct anf__odt_reading *r = user;
    return r->skipping || (!r->body && !r->keeping) ? ANF_OK : anf__odt_characters(r, data, len);
}

static void
clear(struct anf__odt_reading *r)
{
    while (r->span_count)
        free(r->spans[--r->span_count].target);
    free(r->spans);
    free(r->paragraphs);
    free(r->kept);
    free(r->src);
    anf__odt_page_out_clear(&r->out);
    anf__odt_styles_free(r->styles);
}

int
anf__odt_read_page(struct anf_call *call, const unsigned char *content, size_t content_len,
                   const unsigned char *styles, size_t styles_len)
{
    static const struct anf__xml_handler handler = {
        .start = start, .end = end, .text = text, .no_doctype = 1};
    struct anf__odt_reading r = {.call = call, .styles = anf__odt_styles_new()};
    anf__odt_page_out_init(&r.out, anf_call_page(call));
    int status = r.styles ? ANF_OK : ANF_ERR_NOMEM;
    /* Common styles, headers and footers first: the text refers to them. */
    if (status == ANF_OK && styles)
        status = anf__xml_parse(call, "styles.xml", styles, styles_len, &handler, &r);
    if (status == ANF_OK)
        status = anf__xml_parse(call, "content.xml", content, content_len, &handler, &r);
    clear(&r);
    return status;
}
