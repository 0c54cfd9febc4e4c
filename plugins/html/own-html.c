/* own-html.c: the events of libxml2's HTML parser, for a page that is no longer well-formed XML
 * since somebody has edited it. */
#include "bounds.h"
#include "own.h"
#include "parser.h"

#include <string.h>

struct parse {
    struct anf__own_reader *reader;
    struct anf__html_parser parser;
    int status;
};

static void
stop(struct parse *p, int status)
{
    if (p->status == ANF_OK)
        p->status = status;
}

/* The end of every function that the parser calls. */
static void
end_event(struct parse *p)
{
    if (p->status != ANF_OK)
        anf__html_halt_parser(&p->parser);
}

static void
on_error(void *user, xmlErrorPtr error)
{
    struct parse *p = user;
    if (error->code == XML_ERR_NO_MEMORY)
        stop(p, ANF_ERR_NOMEM);
    else if (error->code == XML_ERR_INTERNAL_ERROR)
        stop(p, ANF_ERR_SYNTAX);
    /* Others come from deep inside, and the parser goes on as if nothing was. */
    if (anf__html_is_stuck(&p->parser))
        stop(p, ANF_ERR_NOMEM);
    else if (!error->ctxt || error->ctxt != p->parser.ctxt)
        return;
    end_event(p);
}

enum { MOST_ATTRIBUTES = 64 };

/* More attributes than an element of ours can have are nobody's concern. */
static size_t
list_attributes(struct anf__xml_attribute list[static MOST_ATTRIBUTES], const xmlChar **raw)
{
    size_t count = 0;
    for (; raw && *raw && count < MOST_ATTRIBUTES; raw += 2)
        list[count++] = (struct anf__xml_attribute){.name = (const char *)raw[0],
                                                    .value = raw[1] ? (const char *)raw[1] : ""};
    return count;
}

static void
on_start(void *user, const xmlChar *name, const xmlChar **raw)
{
    struct parse *p = user;
    struct anf__xml_attribute attributes[MOST_ATTRIBUTES];
    if (p->status != ANF_OK) {
        end_event(p);
        return;
    }
    struct anf__xml_element element = {
        .name = (const char *)name,
        .attributes = attributes,
        .attribute_count = list_attributes(attributes, raw),
        .line = p->parser.ctxt->input ? (uint32_t)p->parser.ctxt->input->line : 0,
        .column = p->parser.ctxt->input ? (uint32_t)p->parser.ctxt->input->col : 0,
    };
    stop(p, anf__own_start(p->reader, &element));
    if (p->status == ANF_OK)
        strncpy(anf__own_top(p->reader)->name, element.name, ANF__OWN_KEY_SIZE - 1);
    end_event(p);
}

/* The parser closes what it has opened, but for a tag that the end of the input cuts off. */
static void
on_end(void *user, const xmlChar *name)
{
    struct parse *p = user;
    struct anf__own_reader *r = p->reader;
    size_t depth = r->depth;
    while (depth && strncmp(r->frames[depth].name, (const char *)name, ANF__OWN_KEY_SIZE - 1) != 0)
        depth--;
    while (p->status == ANF_OK && depth && r->depth >= depth)
        stop(p, anf__own_end(r));
    end_event(p);
}

static void
on_text(void *user, const xmlChar *text, int len)
{
    struct parse *p = user;
    if (p->status == ANF_OK && len > 0)
        stop(p, anf__own_text(p->reader, (const char *)text, (size_t)len));
    end_event(p);
}

static const xmlSAXHandler events = {
    .initialized = XML_SAX2_MAGIC, /* without it, serror is never called */
    .startElement = on_start,
    .endElement = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .serror = on_error,
};

static void
run(struct parse *p, const char *text, size_t len)
{
    stop(p, anf__html_open_parser(&p->parser, p->reader->call, &events, p, text, len));
    if (p->status == ANF_OK)
        htmlParseDocument(p->parser.ctxt);
    while (p->status == ANF_OK && p->reader->depth)
        stop(p, anf__own_end(p->reader));
}

int
anf__own_parse_html(struct anf__own_reader *r, const char *text, size_t len)
{
    struct parse p = {.reader = r};
    struct anf__xml_guarded guarded;
    int status = anf__html_check_size(r->call, text, len);
    if (status != ANF_OK)
        return status;
    anf__xml_guard(&guarded, on_error, &p);
    run(&p, text, len);
    int memory = anf__xml_unguard(&guarded);
    anf__html_close_parser(&p.parser);
    return p.status == ANF_OK ? memory : p.status;
}
