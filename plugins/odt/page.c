/* page.c: a foreign document's parts, read into the call's page. */
#include "page.h"

#include "page-reading.h"

#include <stdlib.h>

struct anf__odt_open_element *
anf__odt_element(struct anf__odt_reading *r)
{
    return &r->elements[r->depth - 1];
}

int
anf__odt_refuse(struct anf__odt_reading *r, int status, uint32_t code, const char *why)
{
    anf_call_report(r->call, ANF_SEVERITY_ERROR, code, r->member, r->line, r->column, "%s", why);
    return status;
}

int
anf__odt_repeated(struct anf__odt_reading *r, uint64_t bytes)
{
    r->repeated += bytes;
    if (r->repeated <= anf_call_limit(r->call, ANF_LIMIT_PART_BYTES))
        return ANF_OK;
    return anf__odt_refuse(r, ANF_ERR_LIMIT, ANF_CODE_TOO_MANY_NODES,
                           "repeated text has more bytes than the limit part-bytes");
}

static int
start(void *user, const struct anf__xml_element *element)
{
    struct anf__odt_reading *r = user;
    r->line = element->line;
    r->column = element->column;
    if (r->depth == ANF__ODT_DEPTH)
        return anf__odt_refuse(r, ANF_ERR_LIMIT, ANF_CODE_TOO_DEEP, "elements are nested too deep");
    r->elements[r->depth++] = (struct anf__odt_open_element){.times = 1};
    if (r->skipping)
        return ANF_OK;
    /* Outside of the text there are styles, and places where text begins. */
    int status = r->body ? ANF_OK : anf__odt_styles_add(r->styles, element);
    anf__odt_handler *begin = anf__odt_handler_of(r, element);
    return status == ANF_OK && begin ? begin(r, element) : status;
}

static int
end(void *user, const char *ns, const char *name)
{
    struct anf__odt_reading *r = user;
    (void)ns, (void)name;
    struct anf__odt_open_element *element = anf__odt_element(r);
    int status = element->end ? element->end(r) : ANF_OK;
    anf__odt_queue_clear(&element->kept);
    if (r->skipping == r->depth)
        r->skipping = 0;
    r->depth--;
    return status;
}

static int
text(void *user, const char *data, size_t len)
{
    struct anf__odt_reading *r = user;
    return r->skipping ? ANF_OK : anf__odt_characters(r, data, len);
}

static const struct anf__xml_handler handler = {
    .start = start, .end = end, .text = text, .no_doctype = 1};

static void
clear(struct anf__odt_reading *r)
{
    while (r->depth)
        anf__odt_queue_clear(&r->elements[--r->depth].kept);
    while (r->paragraph_count)
        anf__odt_paragraph_clear(&r->paragraphs[--r->paragraph_count]);
    anf__odt_queue_clear(&r->at_end);
    anf__odt_page_out_clear(&r->out);
    anf__odt_styles_free(r->styles);
    free(r->kept);
    free(r->src);
}

/* A part that the text refers to can be missed, so it may be damaged. What it left open is closed.
 */
static int
read_beside(struct anf__odt_reading *r, const struct anf__odt_page_part *part)
{
    int status = anf__xml_try(r->call, part->name, part->data, part->len, &handler, r);
    if (status == ANF_ERR_SYNTAX)
        status = ANF_OK;
    while (r->depth && status == ANF_OK)
        status = end(r, NULL, NULL);
    return status;
}

static int
read_text(struct anf__odt_reading *r, const struct anf__odt_page_part *part)
{
    int status = anf__xml_parse(r->call, part->name, part->data, part->len, &handler, r);
    if (status != ANF_OK)
        return status;
    r->line = r->column = 0;
    if (!r->has_text)
        return anf__odt_refuse(r, ANF_ERR_UNSUPPORTED, ANF_CODE_ODT_NOT_ODT,
                               "holds no office:text, so this is no text document");
    if (!r->has_blocks)
        return anf__odt_refuse(r, ANF_ERR_NO_INQUIRY, ANF_CODE_NO_INQUIRY,
                               "the document holds no text");
    return anf__odt_queue_play(&r->out, &r->at_end, 1);
}

static int
read_parts(struct anf__odt_reading *r, const struct anf__odt_page_part *parts, size_t count)
{
    int status = ANF_OK;
    for (size_t i = 0; i + 1 < count && status == ANF_OK; i++) {
        r->member = parts[i].name;
        if (parts[i].data)
            status = read_beside(r, &parts[i]);
    }
    r->member = parts[count - 1].name;
    return status == ANF_OK ? read_text(r, &parts[count - 1]) : status;
}

int
anf__odt_read_page(struct anf_call *call, const struct anf__odt_page_part *parts, size_t count)
{
    struct anf__odt_reading *r = calloc(1, sizeof *r);
    if (!r)
        return ANF_ERR_NOMEM;
    r->call = call;
    r->out.page = anf_call_page(call);
    r->styles = anf__odt_styles_new();
    int status = r->styles ? read_parts(r, parts, count) : ANF_ERR_NOMEM;
    clear(r);
    free(r);
    return status;
}
