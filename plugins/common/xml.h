/* xml.h: libxml2 the safe way, for every plugin that reads markup.
 *
 * XML is parsed from memory, as a stream of elements and text. No network, no file, no external
 * entity, no DTD: a document type declaration with an internal subset is refused, and an entity
 * that is not one of XML's own five is an error. The first error of libxml2 becomes a diagnostic;
 * later ones are mostly its echo.
 */
#ifndef ANF_PLUGIN_XML_H
#define ANF_PLUGIN_XML_H

#include <anfrage/plugin.h>

#include <libxml/parser.h>

/* libxml2's globals, once per process and thread: before anything else of libxml2. ANF_OK or
 * ANF_ERR_NOMEM. */
ANF_CHECKED int anf__xml_prepare(void);

struct anf__xml_attribute {
    const char *ns;   /* namespace name; NULL: none */
    const char *name; /* local name */
    const char *value;
};

/* A start tag. Everything is borrowed until the function that was given it returns. */
struct anf__xml_element {
    const char *ns; /* namespace name; NULL: none */
    const char *name;
    const struct anf__xml_attribute *attributes; /* xmlns declarations are none */
    size_t attribute_count;
    uint32_t line; /* of the end of the tag, from 1 */
    uint32_t column;
};

/* The value of an attribute without a namespace; NULL: not there. */
const char *anf__xml_value(const struct anf__xml_element *element, const char *name);

/* What the parser calls. Each returns ANF_OK to go on, or a status that ends the parse and is what
 * anf__xml_parse returns; each may be NULL. text may come in several pieces. */
struct anf__xml_handler {
    int (*start)(void *user, const struct anf__xml_element *element);
    int (*end)(void *user, const char *ns, const char *name);
    int (*text)(void *user, const char *text, size_t len);
    /* The format knows no document type declaration: any is refused, as ANF_ERR_UNSUPPORTED. */
    int no_doctype;
};

/* Parse a whole document. member: the part of the source for diagnostics, or NULL. The limits of
 * depth and attributes hold. ANF_ERR_SYNTAX and ANF_ERR_LIMIT of the parser itself are reported;
 * what a handler returns, the handler has reported. */
ANF_CHECKED int anf__xml_parse(struct anf_call *call, const char *member, const unsigned char *data,
                               size_t len, const struct anf__xml_handler *handler, void *user);

/* The same for a caller that can do without what is no XML: ANF_ERR_SYNTAX of the parser is
 * reported as a warning. */
ANF_CHECKED int anf__xml_try(struct anf_call *call, const char *member, const unsigned char *data,
                             size_t len, const struct anf__xml_handler *handler, void *user);

/* Give a new parser the bytes that it shall read, which are copied. ANF_OK or ANF_ERR_NOMEM. */
ANF_CHECKED int anf__xml_give(xmlParserCtxtPtr ctxt, const char *bytes, size_t len);

/* Around every use of libxml2. Errors that it cannot tie to a parser go to an error function of the
 * thread, which by default prints; between these two they go to ours, and the program's own is
 * kept, with the last error that it saw. Failed allocations are not all told of (2.9.14 drops a tag
 * whose name it cannot store); but malloc() leaves ENOMEM in errno, and anf__xml_unguard returns
 * ANF_ERR_NOMEM then. They may stand inside one another. */
struct anf__xml_guarded {
    xmlStructuredErrorFunc function;
    void *user;
    xmlError last;
    int memory_failed; /* before */
};
void anf__xml_guard(struct anf__xml_guarded *guarded, xmlStructuredErrorFunc function, void *user);
int anf__xml_unguard(const struct anf__xml_guarded *guarded);

enum anf__markup { ANF__MARKUP_XML, ANF__MARKUP_HTML };

/* libxml2 takes quadratic time over the attributes of one tag; so look at the bytes first. The
 * largest number of attributes on one tag, as libxml2's parser would count them, in linear time. */
size_t anf__xml_most_attributes(enum anf__markup markup, const unsigned char *data, size_t len);

#endif
