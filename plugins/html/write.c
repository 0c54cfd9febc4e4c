/* write.c: an inquiry as one page of HTML that needs nothing else and is well-formed XML as well
 * (the overlap is described in W3C's "Polyglot Markup"), so that our reader gets back every
 * character. */
#include "write.h"

#include "own-fields.h"

#include <stdlib.h>

static int
put_json(const char *bytes, size_t len, void *out)
{
    anf__html_out_json(out, bytes, len);
    return 0;
}

/* Not by json_dumps(), which goes on without a key that it has no memory for (jansson 2.14). */
static void
write_script(struct anf__html_writer *w, const char *attributes, json_t *json)
{
    anf__html_out_format(&w->out, "<script %s>", attributes);
    if (!json || json_dump_callback(json, put_json, &w->out, JSON_COMPACT) != 0)
        anf__markup_fail(&w->out, ANF_ERR_NOMEM);
    anf__markup_puts(&w->out, "</script>\n");
    json_decref(json);
}

/* Near the top of the file says the element whose the page is: readers look at its first 4 KiB. */
static void
write_head(struct anf__html_writer *w)
{
    anf__markup_puts(&w->out, "<head>\n<meta charset=\"utf-8\"/>\n");
    anf__html_out_format(&w->out,
                         "<meta name=\"generator\" content=\"libanfrage %s anfrage-html/1\"/>\n",
                         anf_version());
    anf__markup_puts(&w->out,
                     "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
                     "<meta name=\"color-scheme\" content=\"light dark\"/>\n<title>");
    anf__html_write_title(w);
    anf__markup_puts(&w->out, "</title>\n");
    anf__html_write_style(w);
    write_script(w, "type=\"application/ld+json\"", anf__html_linked_data(w->call, w->inquiry));
    anf__markup_puts(&w->out, "</head>\n");
}

/* Head and foot are the document's, not those of a site: they stand in main. */
static void
write_body(struct anf__html_writer *w)
{
    anf__markup_puts(&w->out, "<body>\n<a class=\"skip\" href=\"#inhalt\">Zum Inhalt springen</a>\n"
                              "<main>\n");
    anf__html_write_header(w);
    anf__html_write_content(w);
    anf__html_write_footer(w);
    anf__markup_puts(&w->out, "</main>\n");
    write_script(w, "type=\"application/json\" id=\"anfrage\"", anf__own_fields_new(w->inquiry));
    anf__markup_puts(&w->out, "</body>\n");
}

static void
write_page(struct anf__html_writer *w)
{
    const char *language = anf_inquiry_get(w->inquiry, ANF_FIELD_LANGUAGE);
    anf__markup_puts(&w->out, "<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"");
    anf__markup_attribute(&w->out, "lang", language ? language : "de");
    anf__markup_puts(&w->out, ">\n");
    write_head(w);
    write_body(w);
    anf__markup_puts(&w->out, "</html>\n");
}

int
anf__html_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    struct anf__html_writer *w = calloc(1, sizeof *w);
    if (!w)
        return ANF_ERR_NOMEM;
    w->call = call;
    w->inquiry = inquiry;
    w->out.sink = sink;
    write_page(w);
    int status = anf__markup_finish(&w->out);
    free((void *)w->notes);
    free(w);
    return status;
}
