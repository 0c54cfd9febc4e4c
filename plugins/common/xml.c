/* xml.c: parsing XML with libxml2's SAX2 interface, from memory and without surprises. */
#include "xml.h"

#include <libxml/parser.h>
#include <libxml/globals.h>
#include <libxml/parserInternals.h>
#include <libxml/threads.h>
#include <libxml/xmlerror.h>
#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* --- the process and its threads --- */

void
anf__xml_guard(struct anf__xml_guarded *guarded, xmlStructuredErrorFunc function, void *user)
{
    guarded->function = xmlStructuredError;
    guarded->user = xmlStructuredErrorContext;
    guarded->last = xmlLastError;
    guarded->memory_failed = errno == ENOMEM;
    xmlLastError = (xmlError){0};
    xmlSetStructuredErrorFunc(user, function);
    errno = 0;
}

int
anf__xml_unguard(const struct anf__xml_guarded *guarded)
{
    int status = errno == ENOMEM ? ANF_ERR_NOMEM : ANF_OK;
    xmlResetLastError();
    xmlLastError = guarded->last;
    xmlSetStructuredErrorFunc(guarded->user, guarded->function);
    if (guarded->memory_failed)
        errno = ENOMEM;
    return status;
}

static void
ignore(void *user, xmlErrorPtr error)
{
    (void)user, (void)error;
}

/* libxml2 2.9 wants its globals made before threads race for them; they are never cleaned up, as
 * the program may use libxml2 as well. What cannot be allocated would be printed. */
static void
prepare(void)
{
    struct anf__xml_guarded guarded;
    anf__xml_guard(&guarded, ignore, NULL);
    xmlInitParser();
    int status = anf__xml_unguard(&guarded); /* errno tells it */
    (void)status;
}

/* Threads but the first have globals of their own, which xmlGetGlobalState() makes where they are
 * first asked for; the functions that ask cannot say that there is no memory, and crash. */
int
anf__xml_prepare(void)
{
    static pthread_once_t prepared = PTHREAD_ONCE_INIT;
    int errno_before = errno;
    errno = 0;
    int failed = pthread_once(&prepared, prepare) || errno == ENOMEM ||
                 (!xmlIsMainThread() && !xmlGetGlobalState());
    errno = errno_before;
    return failed ? ANF_ERR_NOMEM : ANF_OK;
}

/* --- one parse --- */

struct parse {
    struct anf_call *call;
    const char *member;
    xmlParserCtxtPtr ctxt;
    const struct anf__xml_handler *handler;
    void *user;
    int lenient; /* malformed XML is a warning */
    int status;
    struct anf__xml_attribute *attributes; /* of the tag at hand; room is kept */
    size_t attribute_room;
    char *values;
    size_t value_room;
};

static int
severity_of(const struct parse *p, int status)
{
    int lenient = p->lenient && status == ANF_ERR_SYNTAX;
    return lenient ? ANF_SEVERITY_WARNING : ANF_SEVERITY_ERROR;
}

static void
fail(struct parse *p, int status, uint32_t code, const char *message)
{
    if (p->status != ANF_OK)
        return;
    uint32_t line = 0, column = 0;
    if (p->ctxt && p->ctxt->input) {
        line = (uint32_t)p->ctxt->input->line;
        column = (uint32_t)p->ctxt->input->col;
    }
    anf_call_report(p->call, severity_of(p, status), code, p->member, line, column, "%s", message);
    p->status = status;
}

/* Whether there is nothing more to do: the end of every function that the parser calls, and the
 * beginning of most. Errors only leave their mark, as the parser may be in the middle of exchanging
 * its buffers, which xmlStopParser() frees. */
static int
ended(struct parse *p)
{
    if (p->status != ANF_OK)
        xmlStopParser(p->ctxt);
    return p->status != ANF_OK;
}

/* libxml2's messages end with a line feed. */
static void
report_parser_error(struct parse *p, const xmlError *error)
{
    const char *message = error->message ? error->message : "malformed XML";
    size_t length = strcspn(message, "\n");
    if (length > 400)
        length = 400;
    anf_call_report(p->call, severity_of(p, ANF_ERR_SYNTAX), ANF_CODE_XML_SYNTAX, p->member,
                    error->line > 0 ? (uint32_t)error->line : 0,
                    error->int2 > 0 ? (uint32_t)error->int2 : 0, "%.*s", (int)length, message);
}

static void
on_error(void *user, xmlErrorPtr error)
{
    struct parse *p = user;
    if (p->status != ANF_OK || error->level < XML_ERR_ERROR)
        return;
    /* A name or a value that could not be stored looks like a fault of the document. */
    if (error->code == XML_ERR_NO_MEMORY || errno == ENOMEM) {
        p->status = ANF_ERR_NOMEM;
    } else {
        report_parser_error(p, error);
        p->status = ANF_ERR_SYNTAX;
    }
}

/* --- declarations --- */

/* Encodings whose bytes hide markup from anf__xml_most_attributes. */
static void
on_document(void *user)
{
    static const char *const refused[] = {"UTF-7", "UTF7", "2022", "HZ", NULL};
    struct parse *p = user;
    const xmlChar *encoding = p->ctxt->encoding ? p->ctxt->encoding : p->ctxt->input->encoding;
    for (size_t i = 0; encoding && refused[i]; i++)
        if (xmlStrcasestr(encoding, (const xmlChar *)refused[i]))
            fail(p, ANF_ERR_SYNTAX, ANF_CODE_XML_SYNTAX, "stateful encodings are not read");
    ended(p);
}

/* Called after the name and the external identifier, where "[" opens the internal subset. */
static void
on_doctype(void *user, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    struct parse *p = user;
    (void)name, (void)external, (void)system;
    if (p->handler->no_doctype)
        fail(p, ANF_ERR_UNSUPPORTED, ANF_CODE_XML_DOCTYPE,
             "a document type declaration, which this format does not have");
    else if (p->ctxt->input->cur < p->ctxt->input->end && *p->ctxt->input->cur == '[')
        fail(p, ANF_ERR_SYNTAX, ANF_CODE_XML_DOCTYPE,
             "a document type declaration with an internal subset is refused");
    ended(p);
}

/* What the parser takes for declared in the DTD that is never loaded. */
static void
on_reference(void *user, const xmlChar *name)
{
    struct parse *p = user;
    char message[120];
    int length = xmlStrPrintf((xmlChar *)message, sizeof message, "entity %.60s is not defined",
                              (const char *)name);
    fail(p, ANF_ERR_SYNTAX, ANF_CODE_XML_SYNTAX, length > 0 ? message : "undefined entity");
    ended(p);
}

/* --- content --- */

static int
room_for(struct parse *p, size_t count, size_t bytes)
{
    if (count > p->attribute_room) {
        void *grown = realloc(p->attributes, count * 2 * sizeof *p->attributes);
        if (!grown)
            return ANF_ERR_NOMEM;
        p->attributes = grown;
        p->attribute_room = count * 2;
    }
    if (bytes > p->value_room) {
        char *grown = realloc(p->values, bytes * 2);
        if (!grown)
            return ANF_ERR_NOMEM;
        p->values = grown;
        p->value_room = bytes * 2;
    }
    return ANF_OK;
}

/* libxml2 gives each attribute as five pointers: local name, prefix, namespace, and the value's
 * start and end, not terminated. */
static int
copy_attributes(struct parse *p, int count, const xmlChar **raw)
{
    size_t bytes = 0;
    for (int i = 0; i < count; i++)
        bytes += (size_t)(raw[5 * i + 4] - raw[5 * i + 3]) + 1;
    int status = room_for(p, (size_t)count, bytes);
    if (status != ANF_OK)
        return status;
    char *value = p->values;
    for (int i = 0; i < count; i++) {
        size_t length = (size_t)(raw[5 * i + 4] - raw[5 * i + 3]);
        memcpy(value, raw[5 * i + 3], length);
        value[length] = '\0';
        p->attributes[i] = (struct anf__xml_attribute){
            .name = (const char *)raw[5 * i], .ns = (const char *)raw[5 * i + 2], .value = value};
        value += length + 1;
    }
    return ANF_OK;
}

static void
on_start(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *ns,
         int namespace_count, const xmlChar **namespaces, int count, int defaulted,
         const xmlChar **raw)
{
    struct parse *p = user;
    (void)prefix, (void)namespace_count, (void)namespaces, (void)defaulted;
    if ((uint64_t)p->ctxt->nameNr >= anf_call_limit(p->call, ANF_LIMIT_ELEMENT_DEPTH))
        fail(p, ANF_ERR_LIMIT, ANF_CODE_TOO_DEEP,
             "elements are nested deeper than the limit element-depth");
    if (ended(p) || !p->handler->start)
        return;
    p->status = copy_attributes(p, count, raw);
    if (ended(p))
        return;
    struct anf__xml_element element = {.ns = (const char *)ns,
                                       .name = (const char *)name,
                                       .attributes = p->attributes,
                                       .attribute_count = (size_t)count,
                                       .line = (uint32_t)p->ctxt->input->line,
                                       .column = (uint32_t)p->ctxt->input->col};
    p->status = p->handler->start(p->user, &element);
    ended(p);
}

static void
on_end(void *user, const xmlChar *name, const xmlChar *prefix, const xmlChar *ns)
{
    struct parse *p = user;
    (void)prefix;
    if (ended(p) || !p->handler->end)
        return;
    p->status = p->handler->end(p->user, (const char *)ns, (const char *)name);
    ended(p);
}

static void
on_text(void *user, const xmlChar *text, int len)
{
    struct parse *p = user;
    if (ended(p) || !p->handler->text || len <= 0)
        return;
    p->status = p->handler->text(p->user, (const char *)text, (size_t)len);
    ended(p);
}

const char *
anf__xml_value(const struct anf__xml_element *element, const char *name)
{
    for (size_t i = 0; i < element->attribute_count; i++)
        if (!element->attributes[i].ns && !strcmp(element->attributes[i].name, name))
            return element->attributes[i].value;
    return NULL;
}

/* --- the whole --- */

static const xmlSAXHandler events = {
    .initialized = XML_SAX2_MAGIC,
    .internalSubset = on_doctype,
    .startDocument = on_document,
    .startElementNs = on_start,
    .endElementNs = on_end,
    .characters = on_text,
    .ignorableWhitespace = on_text,
    .cdataBlock = on_text,
    .reference = on_reference,
    .serror = on_error,
};

static int
check_size(struct parse *p, const unsigned char *data, size_t len)
{
    if (!len)
        fail(p, ANF_ERR_SYNTAX, ANF_CODE_XML_SYNTAX, "the document is empty");
    else if (len > INT_MAX)
        fail(p, ANF_ERR_LIMIT, ANF_CODE_INPUT_TOO_LARGE, "too large for the XML parser");
    else if (anf__xml_most_attributes(ANF__MARKUP_XML, data, len) >
             anf_call_limit(p->call, ANF_LIMIT_ATTRIBUTES))
        fail(p, ANF_ERR_LIMIT, ANF_CODE_XML_ATTRIBUTES,
             "an element has more attributes than the limit attributes");
    return p->status;
}

/* There is no more to read than the buffer holds, but what it holds is still to be decoded. */
static int
read_nothing(void *context, char *buffer, int len)
{
    (void)context, (void)buffer, (void)len;
    return 0;
}

/* What xmlCreateMemoryParserCtxt() and htmlCreateMemoryParserCtxt() do; but these, and
 * xmlParserInputBufferCreateMem(), leak in 2.9.14 when they find no memory. */
int
anf__xml_give(xmlParserCtxtPtr ctxt, const char *bytes, size_t len)
{
    xmlParserInput *input = NULL;
    xmlParserInputBuffer *buffer = xmlAllocParserInputBuffer(XML_CHAR_ENCODING_NONE);
    if (buffer)
        buffer->readcallback = read_nothing;
    if (buffer && xmlParserInputBufferPush(buffer, (int)len, bytes) >= 0)
        input = xmlNewIOInputStream(ctxt, buffer, XML_CHAR_ENCODING_NONE);
    if (!input) {
        xmlFreeParserInputBuffer(buffer);
        return ANF_ERR_NOMEM;
    }
    return inputPush(ctxt, input) < 0 ? ANF_ERR_NOMEM : ANF_OK;
}

static void
run(struct parse *p, const unsigned char *data, size_t len)
{
    p->ctxt = xmlNewParserCtxt();
    if (!p->ctxt || anf__xml_give(p->ctxt, (const char *)data, len) != ANF_OK) {
        xmlFreeParserCtxt(p->ctxt);
        p->ctxt = NULL;
        p->status = ANF_ERR_NOMEM;
        return;
    }
    *p->ctxt->sax = events;
    p->ctxt->sax2 = 1;
    p->ctxt->userData = p;
    xmlCtxtUseOptions(p->ctxt, XML_PARSE_NONET);
    xmlParseDocument(p->ctxt);
    if (p->status == ANF_OK && (!p->ctxt->wellFormed || !p->ctxt->nsWellFormed))
        fail(p, ANF_ERR_SYNTAX, ANF_CODE_XML_SYNTAX, "malformed XML");
    xmlFreeParserCtxt(p->ctxt);
}

static int
parse_within(struct parse *p, const unsigned char *data, size_t len)
{
    int status = anf__xml_prepare();
    if (status != ANF_OK || check_size(p, data, len) != ANF_OK)
        return status != ANF_OK ? status : p->status;
    struct anf__xml_guarded guarded;
    anf__xml_guard(&guarded, on_error, p);
    run(p, data, len);
    int allocated = anf__xml_unguard(&guarded);
    free(p->attributes);
    free(p->values);
    return p->status == ANF_OK ? allocated : p->status;
}

int
anf__xml_parse(struct anf_call *call, const char *member, const unsigned char *data, size_t len,
               const struct anf__xml_handler *handler, void *user)
{
    struct parse p = {.call = call, .member = member, .handler = handler, .user = user};
    return parse_within(&p, data, len);
}

int
anf__xml_try(struct anf_call *call, const char *member, const unsigned char *data, size_t len,
             const struct anf__xml_handler *handler, void *user)
{
    struct parse p = {
        .call = call, .member = member, .handler = handler, .user = user, .lenient = 1};
    return parse_within(&p, data, len);
}
