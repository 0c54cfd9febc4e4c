/* halt.c: how libxml2's HTML parser is made to stop. */
#include "reader.h"

/* Let the parser see nothing but the end. Its own way, xmlStopParser(), leaves one zero byte to be
 * read, but htmlParseCharData() of 2.9.14 moves on by a character behind each call of ours. And in
 * the state that it sets after a failed allocation xmlNextChar() no longer moves, while loops wait
 * for the end; one of htmlParseContentInternal()'s waits for anything but the end, so that the end
 * of a tag stands before it. */
static void
halt(struct anf__html_reader *r)
{
    static const xmlChar nothing[64] = ">";
    xmlParserInput *input = r->ctxt->input;
    r->ctxt->instate = XML_PARSER_EOF;
    r->ctxt->disableSAX = 1;
    if (!input || input->base == nothing)
        return;
    r->parked = input->buf;
    input->buf = NULL;
    input->base = input->cur = nothing;
    input->end = nothing + sizeof nothing - 1;
}

int
anf__html_ended(struct anf__html_reader *r)
{
    if (r->status != ANF_OK)
        halt(r);
    return r->status != ANF_OK;
}

/* Where 2.9.14 finds no memory for the name of a tag, htmlParseContentInternal() complains, and
 * waits at the same place for ever. One tag that ends all that are open makes a complaint for each.
 */
int
anf__html_is_stuck(struct anf__html_reader *r)
{
    enum { OFTEN = 100000 };
    const unsigned char *at = r->ctxt && r->ctxt->input ? r->ctxt->input->cur : NULL;
    r->stuck = at == r->stuck_at ? r->stuck + 1 : 0;
    r->stuck_at = at;
    return at && r->stuck > OFTEN;
}
