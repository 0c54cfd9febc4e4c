/* parser.c: libxml2's HTML parser: how it is made, stopped and freed. */
#include "parser.h"

#include "bounds.h"
#include "xml.h"

/* Where htmlnamePush() of 2.9.14 finds no memory for more names, it crashes. */
static int
reserve_names(htmlParserCtxtPtr ctxt, uint64_t most_elements)
{
    size_t room = (size_t)most_elements + 16;
    const xmlChar **names = xmlRealloc(ctxt->nameTab, room * sizeof *names);
    if (!names)
        return ANF_ERR_NOMEM;
    ctxt->nameTab = names;
    ctxt->nameMax = (int)room;
    return ANF_OK;
}

/* With the encoding set, meta elements are not asked. */
static int
set_encoding(htmlParserCtxtPtr ctxt)
{
    ctxt->charset = XML_CHAR_ENCODING_UTF8;
    ctxt->encoding = xmlStrdup((const xmlChar *)"UTF-8");
    ctxt->input->encoding = xmlStrdup((const xmlChar *)"UTF-8");
    return ctxt->encoding && ctxt->input->encoding ? ANF_OK : ANF_ERR_NOMEM;
}

/* Not by htmlNewParserCtxt(), which leaks in 2.9.14 when it finds no memory; what it sets beside
 * this is the functions to call. */
int
anf__html_open_parser(struct anf__html_parser *parser, struct anf_call *call,
                      const xmlSAXHandler *events, void *user, const char *text, size_t len)
{
    *parser = (struct anf__html_parser){.ctxt = xmlNewParserCtxt()};
    htmlParserCtxtPtr ctxt = parser->ctxt;
    if (!ctxt || anf__xml_give(ctxt, text, len) != ANF_OK)
        return ANF_ERR_NOMEM;
    *ctxt->sax = *events;
    ctxt->userData = user;
    ctxt->html = 1;
    htmlCtxtUseOptions(ctxt, HTML_PARSE_RECOVER | HTML_PARSE_NONET);
    ctxt->options |= XML_PARSE_HUGE; /* the limits are ours */
    int status = set_encoding(ctxt);
    return status == ANF_OK ? reserve_names(ctxt, anf__html_most_elements(call)) : status;
}

void
anf__html_close_parser(struct anf__html_parser *parser)
{
    htmlFreeParserCtxt(parser->ctxt);
    xmlFreeParserInputBuffer(parser->parked);
}

/* The parser's own way, xmlStopParser(), leaves one zero byte to be read, but htmlParseCharData()
 * of 2.9.14 moves on by a character behind each call of ours. And in the state that it sets after a
 * failed allocation xmlNextChar() no longer moves, while loops wait for the end; one of
 * htmlParseContentInternal()'s waits for anything but the end, so that the end of a tag stands
 * before it. */
void
anf__html_halt_parser(struct anf__html_parser *parser)
{
    static const xmlChar nothing[64] = ">";
    xmlParserInput *input = parser->ctxt->input;
    parser->ctxt->instate = XML_PARSER_EOF;
    parser->ctxt->disableSAX = 1;
    if (!input || input->base == nothing)
        return;
    parser->parked = input->buf;
    input->buf = NULL;
    input->base = input->cur = nothing;
    input->end = nothing + sizeof nothing - 1;
}

/* Where 2.9.14 finds no memory for the name of a tag, htmlParseContentInternal() complains, and
 * waits at the same place for ever. One tag that ends all that are open makes a complaint for each.
 */
int
anf__html_is_stuck(struct anf__html_parser *parser)
{
    enum { OFTEN = 100000 };
    const unsigned char *at = parser->ctxt && parser->ctxt->input ? parser->ctxt->input->cur : NULL;
    parser->stuck = at == parser->stuck_at ? parser->stuck + 1 : 0;
    parser->stuck_at = at;
    return at && parser->stuck > OFTEN;
}
