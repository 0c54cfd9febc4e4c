/* read.c: the document as a stack of open elements, and what is no document of ours. */
#include "read.h"

#include <stdlib.h>
#include <string.h>

/* --- what is said of the input --- */

int
anf__akn_failed(struct anf__akn_reader *r, int status)
{
    if (status == ANF_ERR_LIMIT) {
        int full = anf_inquiry_node_count(r->inquiry) >= anf_call_limit(r->call, ANF_LIMIT_NODES);
        anf_call_report(
            r->call, ANF_SEVERITY_ERROR, full ? ANF_CODE_TOO_MANY_NODES : ANF_CODE_TOO_DEEP, NULL,
            r->line, r->column,
            full ? "more nodes than the limit allows" : "nested deeper than the limit allows");
    }
    return status;
}

int
anf__akn_note_value(struct anf__akn_reader *r, int status, const char *what)
{
    if (status != ANF_ERR_MODEL && status != ANF_ERR_SYNTAX)
        return anf__akn_failed(r, status);
    anf_call_report(r->call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_BAD_VALUE, NULL, r->line, r->column,
                    "%s: not a value that this field can have; left out", what);
    return ANF_OK;
}

/* A hostile file has no end of them. */
enum { MOST_UNKNOWN = 20 };

void
anf__akn_note_unknown(struct anf__akn_reader *r, const char *name)
{
    if (r->unknown++ < MOST_UNKNOWN)
        anf_call_report(r->call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_UNKNOWN_ELEMENT, NULL, r->line,
                        r->column, "element %.40s is not known here; its text is kept", name);
}

static void
count_unknown(struct anf__akn_reader *r)
{
    if (r->unknown > MOST_UNKNOWN)
        anf_call_report(r->call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_UNKNOWN_ELEMENT, NULL, 0, 0,
                        "%u further elements are not known where they stand",
                        r->unknown - MOST_UNKNOWN);
}

/* --- the stack --- */

struct anf__akn_frame *
anf__akn_top(struct anf__akn_reader *r)
{
    return &r->frames[r->depth];
}

struct anf__akn_frame *
anf__akn_open(struct anf__akn_reader *r, enum anf__akn_mode mode)
{
    if (r->depth + 1 >= ANF__AKN_MOST_FRAMES) {
        anf__akn_failed(r, ANF_ERR_LIMIT);
        return NULL;
    }
    struct anf__akn_frame *frame = &r->frames[++r->depth];
    memset(frame, 0, sizeof *frame);
    frame->mode = mode;
    return frame;
}

int
anf__akn_open_status(struct anf__akn_reader *r, enum anf__akn_mode mode)
{
    return anf__akn_open(r, mode) ? ANF_OK : ANF_ERR_LIMIT;
}

int
anf__akn_collect(struct anf__akn_reader *r, anf__akn_end_fn *end)
{
    struct anf__akn_frame *frame = anf__akn_open(r, ANF__AKN_COLLECT);
    if (!frame)
        return ANF_ERR_LIMIT;
    frame->end = end;
    r->length = 0;
    return anf__akn_add_collected(r, "", 0);
}

int
anf__akn_add_collected(struct anf__akn_reader *r, const char *text, size_t len)
{
    if (r->length + len + 1 > r->room) {
        size_t room = (r->length + len + 1) * 2;
        char *grown = realloc(r->text, room);
        if (!grown)
            return ANF_ERR_NOMEM;
        r->text = grown;
        r->room = room;
    }
    memcpy(r->text + r->length, text, len);
    r->length += len;
    r->text[r->length] = '\0';
    return ANF_OK;
}

const char *
anf__akn_own(const struct anf__xml_element *element, const char *name)
{
    for (size_t i = 0; i < element->attribute_count; ++i) {
        const struct anf__xml_attribute *a = &element->attributes[i];
        if (a->ns && strcmp(a->ns, ANF__AKN_OWN_NAMESPACE) == 0 && strcmp(a->name, name) == 0)
            return a->value;
    }
    return NULL;
}

const char *
anf__akn_exact(const struct anf__xml_element *element, const char *name)
{
    const char *exact = anf__akn_own(element, name);
    return exact ? exact : anf__xml_value(element, name);
}

/* --- the document --- */

static int
refuse(struct anf__akn_reader *r, int status, uint32_t code, const char *message, const char *name)
{
    anf_call_report(r->call, ANF_SEVERITY_ERROR, code, NULL, r->line, r->column, "%s%.80s", message,
                    name);
    return status;
}

/* Earlier versions have other names of their namespace, and other elements in part. */
static int
start_root(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    if (strcmp(element->name, "akomaNtoso") != 0)
        return refuse(r, ANF_ERR_SYNTAX, ANF_CODE_AKN_NOT_AKN,
                      "this is no Akoma Ntoso: the document element is ", element->name);
    if (!element->ns)
        return refuse(r, ANF_ERR_UNSUPPORTED, ANF_CODE_AKN_FOREIGN,
                      "Akoma Ntoso without a namespace is not read", "");
    if (strcmp(element->ns, ANF__AKN_NAMESPACE) != 0)
        return refuse(r, ANF_ERR_UNSUPPORTED, ANF_CODE_AKN_FOREIGN,
                      "this version of Akoma Ntoso is not read: ", element->ns);
    return anf__akn_open_status(r, ANF__AKN_ROOT);
}

/* Whatever kind of document it is: a doc becomes a debate by a change of names. */
static int
start_document(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    if (r->document[0])
        return anf__akn_open_status(r, ANF__AKN_SKIP);
    size_t len = strnlen(element->name, sizeof r->document - 1);
    memcpy(r->document, element->name, len);
    return anf__akn_open_status(r, ANF__AKN_DOCUMENT);
}

/* Whose the document is shows before its content comes. */
static int
check_ours(struct anf__akn_reader *r)
{
    if (!r->document[0])
        return refuse(r, ANF_ERR_SYNTAX, ANF_CODE_AKN_NOT_AKN, "this Akoma Ntoso holds no document",
                      "");
    if (!r->is_ours)
        return refuse(r, ANF_ERR_UNSUPPORTED, ANF_CODE_AKN_FOREIGN,
                      "Akoma Ntoso 3.0 that libanfrage did not write is not read: this is a ",
                      r->document);
    return ANF_OK;
}

static int
end_meta(struct anf__akn_reader *r)
{
    int status = check_ours(r);
    return status == ANF_OK ? anf__akn_expect_targets(r) : status;
}

static int
start_meta(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    struct anf__akn_frame *frame = anf__akn_open(r, ANF__AKN_META);
    if (!frame)
        return ANF_ERR_LIMIT;
    frame->end = end_meta;
    return ANF_OK;
}

static int
start_preface(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__akn_open_status(r, ANF__AKN_PREFACE);
}

static int
start_body(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    int status = check_ours(r);
    if (status != ANF_OK)
        return status;
    struct anf__akn_frame *frame = anf__akn_open(r, ANF__AKN_BLOCKS);
    if (!frame)
        return ANF_ERR_LIMIT;
    frame->node = anf_inquiry_root(r->inquiry);
    return ANF_OK;
}

static int
start_view(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    return anf__akn_open_status(r, ANF__AKN_SKIP);
}

static const struct anf__akn_rule document_rules[] = {
    {ANF__AKN_DOCUMENT, ANF__AKN_NAMESPACE, "meta", start_meta},
    {ANF__AKN_DOCUMENT, ANF__AKN_NAMESPACE, "preface", start_preface},
    {ANF__AKN_DOCUMENT, ANF__AKN_NAMESPACE, "mainBody", start_body},
    {ANF__AKN_DOCUMENT, ANF__AKN_NAMESPACE, "debateBody", start_body},
    {ANF__AKN_DOCUMENT, ANF__AKN_NAMESPACE, "conclusions", start_view},
    {ANF__AKN_SKIP, NULL, NULL, NULL},
};

const struct anf__akn_rule *
anf__akn_find_rule(const struct anf__akn_rule *rules, enum anf__akn_mode mode,
                   const struct anf__xml_element *element)
{
    for (; rules->name; ++rules) {
        if (rules->mode == mode && strcmp(rules->name, element->name) == 0 && element->ns &&
            strcmp(rules->ns, element->ns) == 0)
            return rules;
    }
    return NULL;
}

/* What the rules do not name: passed over in meta and the like, as other programs add to them;
 * looked into in the preface and in text that is collected. */
static int
start_other(struct anf__akn_reader *r, enum anf__akn_mode mode,
            const struct anf__xml_element *element)
{
    if (mode == ANF__AKN_DOCUMENT)
        anf_call_report(r->call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_UNKNOWN_ELEMENT, NULL, r->line,
                        r->column, "element %.40s is not read", element->name);
    int transparent = mode == ANF__AKN_PREFACE || mode == ANF__AKN_COLLECT;
    return anf__akn_open_status(r, transparent ? mode : ANF__AKN_SKIP);
}

/* --- the parser's calls --- */

static int
start_element(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    enum anf__akn_mode mode = anf__akn_top(r)->mode;
    if (mode >= ANF__AKN_BLOCKS)
        return anf__akn_start_content(r, element);
    if (mode == ANF__AKN_OUTSIDE)
        return start_root(r, element);
    if (mode == ANF__AKN_ROOT)
        return start_document(r, element);
    const struct anf__akn_rule *rule = anf__akn_find_rule(document_rules, mode, element);
    if (!rule)
        rule = anf__akn_find_rule(anf__akn_meta_rules, mode, element);
    return rule ? rule->start(r, element) : start_other(r, mode, element);
}

static int
on_start(void *user, const struct anf__xml_element *raw)
{
    struct anf__akn_reader *r = user;
    struct anf__xml_element element;
    void *memory;
    r->line = raw->line;
    r->column = raw->column;
    int status = anf__akn_decode_attributes(raw, &element, &memory);
    if (status == ANF_OK)
        status = start_element(r, &element);
    free(memory);
    return status;
}

static int
on_end(void *user, const char *ns, const char *name)
{
    struct anf__akn_reader *r = user;
    (void)ns;
    (void)name;
    struct anf__akn_frame *frame = anf__akn_top(r);
    int status = frame->end ? frame->end(r) : ANF_OK;
    --r->depth;
    return status;
}

static int
on_text(void *user, const char *text, size_t len)
{
    struct anf__akn_reader *r = user;
    enum anf__akn_mode mode = anf__akn_top(r)->mode;
    if (mode >= ANF__AKN_BLOCKS)
        return anf__akn_add_text(r, text, len);
    return mode == ANF__AKN_COLLECT ? anf__akn_add_collected(r, text, len) : ANF_OK;
}

/* --- the whole --- */

static int
parse(struct anf__akn_reader *r, struct anf_source *source)
{
    static const struct anf__xml_handler handler = {on_start, on_end, on_text};
    const unsigned char *data;
    size_t len;
    int status = anf_source_bytes(r->call, source, &data, &len);
    if (status != ANF_OK)
        return status;
    r->frames[0].mode = ANF__AKN_OUTSIDE;
    status = anf__xml_parse(r->call, NULL, data, len, &handler, r);
    if (status == ANF_OK)
        status = check_ours(r);
    if (status == ANF_OK)
        status = anf__akn_add_repairs(r);
    count_unknown(r);
    return status;
}

int
anf__akn_read(struct anf_call *call, struct anf_source *source)
{
    struct anf__akn_reader *r = calloc(1, sizeof *r);
    if (!r)
        return ANF_ERR_NOMEM;
    r->call = call;
    int status = anf_call_new_inquiry(call, &r->inquiry);
    if (status == ANF_OK)
        status = parse(r, source);
    if (status == ANF_OK)
        status = anf_call_emit(call, r->inquiry);
    else
        anf_inquiry_unref(r->inquiry);
    anf__akn_free_meta(r);
    free(r->text);
    free(r);
    return status;
}
