/* parser.h: libxml2's HTML parser over a text in memory, which can be stopped at once and never
 * waits for what it has no memory for. Between anf__xml_guard() and anf__xml_unguard(). */
#ifndef ANF_HTML_PARSER_H
#define ANF_HTML_PARSER_H

#include <anfrage/plugin.h>

#include <libxml/HTMLparser.h>

struct anf__html_parser {
    htmlParserCtxtPtr ctxt;
    xmlParserInputBufferPtr parked; /* when it was halted */
    const unsigned char *stuck_at;  /* where it complained last, and how often there */
    unsigned stuck;
};

/* A parser that calls these functions with user, for anf__html_close_parser() to end whatever is
 * returned. text is UTF-8, whatever it says of itself, and copied. ANF_OK or ANF_ERR_NOMEM. */
ANF_CHECKED int anf__html_open_parser(struct anf__html_parser *parser, struct anf_call *call,
                                      const xmlSAXHandler *events, void *user, const char *text,
                                      size_t len);
void anf__html_close_parser(struct anf__html_parser *parser);

/* From now on it sees nothing but the end. */
void anf__html_halt_parser(struct anf__html_parser *parser);
/* Asked at each complaint of the parser: does it go round in circles? */
int anf__html_is_stuck(struct anf__html_parser *parser);

#endif
