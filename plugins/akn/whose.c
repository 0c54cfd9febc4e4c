/* whose.c: a document is ours when meta/proprietary holds the element that has our fields. Its head
 * tells, before any of it is read; so does it tell what is no document that can be read. */
#include "whose.h"

#include "foreign.h"
#include "names.h"
#include "read.h"
#include "xml.h"

#include <string.h>

/* --- versions --- */

/* The namespaces of the versions that were published, and what all drafts of one begin with. */
static const struct {
    const char *ns;
    int is_prefix;
    const char *version;
} versions[] = {
    {ANF__AKN_NAMESPACE, 0, "3.0"},
    {"http://docs.oasis-open.org/legaldocml/ns/akn/3.0/", 1, "3.0 (a draft)"},
    {"http://www.akomantoso.org/3.0", 1, "3.0 (a draft)"},
    {"http://www.akomantoso.org/2.0", 0, "2.0"},
    {"http://www.akomantoso.org/1.0", 0, "1.0"},
    {"http://Inhaltsdaten.LegalDocML.de/", 1, "LegalDocML.de"},
};

const char *
anf__akn_version(const char *ns)
{
    if (!ns)
        return "without a namespace";
    for (size_t i = 0; i < sizeof versions / sizeof *versions; ++i) {
        size_t len = strlen(versions[i].ns);
        if (strncmp(versions[i].ns, ns, len) == 0 && (versions[i].is_prefix || !ns[len]))
            return versions[i].version;
    }
    return NULL;
}

/* --- documents --- */

/* That may hold an inquiry. An act or a judgment is none, as a page about something else is none.
 */
static int
may_be_inquiry(const char *name)
{
    static const char *const names[] = {
        "debate", "debateRecord", "debaterecord", "debateReport",       "doc",
        "report", "statement",    "collection",   "documentCollection", NULL,
    };
    const char *const *known = names;
    while (*known && strcmp(*known, name) != 0)
        ++known;
    return *known != NULL;
}

/* --- the head --- */

enum whose { NOBODYS, OURS, FOREIGN };

/* Levels of elements: akomaNtoso, doc, meta, proprietary, and what is in there. */
enum { IN_NOTHING, IN_ROOT, IN_DOCUMENT, IN_META, IN_PROPRIETARY };

struct head {
    struct anf_call *call;
    unsigned depth; /* of open elements */
    unsigned path;  /* how many of them, from the root, lead to proprietary */
    enum whose whose;
    const char *version;
};

/* What ends a parse that found what it was looking for; reported by no one. */
enum { FOUND = ANF_ERR_NO_INQUIRY };

static int
found(struct head *head, enum whose whose)
{
    head->whose = whose;
    return FOUND;
}

static int
refuse(struct head *head, const struct anf__xml_element *element, int status, uint32_t code,
       const char *message, const char *name)
{
    anf_call_report(head->call, ANF_SEVERITY_ERROR, code, NULL, element->line, element->column,
                    "%s%.80s", message, name);
    return status;
}

static int
look_at_root(struct head *head, const struct anf__xml_element *element)
{
    if (strcmp(element->name, "akomaNtoso") != 0)
        return refuse(head, element, ANF_ERR_SYNTAX, ANF_CODE_AKN_NOT_AKN,
                      "this is no Akoma Ntoso: the document element is ", element->name);
    head->version = anf__akn_version(element->ns);
    if (!head->version)
        return refuse(head, element, ANF_ERR_UNSUPPORTED, ANF_CODE_AKN_FOREIGN,
                      "this version of Akoma Ntoso is not read: ", element->ns);
    return ANF_OK;
}

static int
look_at_document(struct head *head, const struct anf__xml_element *element)
{
    int is_ours = element->ns && strcmp(element->ns, ANF__AKN_NAMESPACE) == 0;
    if (!may_be_inquiry(element->name))
        return refuse(head, element, ANF_ERR_UNSUPPORTED, ANF_CODE_AKN_FOREIGN,
                      "a document of this kind holds no inquiry: ", element->name);
    return is_ours ? ANF_OK : found(head, FOREIGN);
}

static int
is_ours(const struct anf__xml_element *element)
{
    return element->ns && strcmp(element->ns, ANF__AKN_OWN_NAMESPACE) == 0 &&
           strcmp(element->name, "anfrage") == 0;
}

static int
on_start(void *user, const struct anf__xml_element *element)
{
    static const char *const path[] = {NULL, NULL, "meta", "proprietary"};
    struct head *head = user;
    unsigned depth = head->depth++;
    if (depth == IN_NOTHING || depth == IN_ROOT) {
        head->path = head->depth;
        return depth == IN_ROOT ? look_at_document(head, element) : look_at_root(head, element);
    }
    if (depth == IN_DOCUMENT && strcmp(element->name, path[IN_DOCUMENT]) != 0)
        return found(head, FOREIGN);
    if (head->path != depth)
        return ANF_OK;
    if (depth == IN_PROPRIETARY)
        return is_ours(element) ? found(head, OURS) : ANF_OK;
    if (strcmp(element->name, path[depth]) == 0)
        head->path = head->depth;
    return ANF_OK;
}

static int
on_end(void *user, const char *ns, const char *name)
{
    struct head *head = user;
    (void)ns;
    (void)name;
    if (head->path == head->depth)
        --head->path;
    --head->depth;
    return head->depth == IN_DOCUMENT || head->depth == IN_ROOT ? found(head, FOREIGN) : ANF_OK;
}

static int
look(struct head *head, const unsigned char *data, size_t len)
{
    static const struct anf__xml_handler handler = {.start = on_start, .end = on_end};
    int status = anf__xml_parse(head->call, NULL, data, len, &handler, head);
    return head->whose == NOBODYS ? status : ANF_OK;
}

int
anf__akn_read(struct anf_call *call, struct anf_source *source)
{
    struct head head = {.call = call};
    const unsigned char *data;
    size_t len;
    int status = anf_source_bytes(call, source, &data, &len);
    if (status == ANF_OK)
        status = look(&head, data, len);
    if (status != ANF_OK)
        return status;
    if (head.whose == OURS)
        return anf__akn_read_own(call, data, len);
    if (head.whose == FOREIGN)
        return anf__akn_read_foreign(call, data, len, head.version);
    anf_call_report(call, ANF_SEVERITY_ERROR, ANF_CODE_AKN_NOT_AKN, NULL, 0, 0,
                    "this Akoma Ntoso holds no document");
    return ANF_ERR_SYNTAX;
}
