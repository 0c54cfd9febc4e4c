/* read.c: a document that libanfrage wrote, as a stack of open elements. */
#include "read.h"

#include <stdlib.h>
#include <string.h>

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
        anf__akn_failed(&r->at, ANF_ERR_LIMIT);
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

/* Whatever kind of document it is: a doc becomes a debate by a change of names. */
static int
start_document(struct anf__akn_reader *r)
{
    int is_first = !r->has_document;
    r->has_document = 1;
    return anf__akn_open_status(r, is_first ? ANF__AKN_DOCUMENT : ANF__AKN_SKIP);
}

static int
start_meta(struct anf__akn_reader *r, const struct anf__xml_element *element)
{
    (void)element;
    struct anf__akn_frame *frame = anf__akn_open(r, ANF__AKN_META);
    if (!frame)
        return ANF_ERR_LIMIT;
    frame->end = anf__akn_expect_targets;
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
    struct anf__akn_frame *frame = anf__akn_open(r, ANF__AKN_BLOCKS);
    if (!frame)
        return ANF_ERR_LIMIT;
    frame->node = anf_inquiry_root(r->at.inquiry);
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
        anf_call_report(r->at.call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_UNKNOWN_ELEMENT, NULL,
                        r->at.line, r->at.column, "element %.40s is not read", element->name);
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
        return anf__akn_open_status(r, ANF__AKN_ROOT);
    if (mode == ANF__AKN_ROOT)
        return start_document(r);
    const struct anf__akn_rule *rule = anf__akn_find_rule(document_rules, mode, element);
    if (!rule)
        rule = anf__akn_find_rule(anf__akn_meta_rules, mode, element);
    return rule ? rule->start(r, element) : start_other(r, mode, element);
}

/* Text comes in pieces of any size; in the content it waits for the next tag. */
static int
end_text(struct anf__akn_reader *r)
{
    if (anf__akn_top(r)->mode < ANF__AKN_BLOCKS || !r->length)
        return ANF_OK;
    int status = anf__akn_add_text(r);
    r->length = 0;
    return status;
}

static int
on_start(void *user, const struct anf__xml_element *raw)
{
    struct anf__akn_reader *r = user;
    struct anf__xml_element element;
    void *memory = NULL;
    int status = end_text(r);
    r->at.line = raw->line;
    r->at.column = raw->column;
    if (status == ANF_OK)
        status = anf__akn_decode_attributes(raw, &element, &memory);
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
    if (frame->ends_line && r->length && r->text[r->length - 1] == '\n')
        --r->length;
    int status = end_text(r);
    if (status == ANF_OK && frame->end)
        status = frame->end(r);
    --r->depth;
    if (frame->mode == ANF__AKN_COLLECT && anf__akn_top(r)->mode != ANF__AKN_COLLECT)
        r->length = 0;
    return status;
}

static int
on_text(void *user, const char *text, size_t len)
{
    struct anf__akn_reader *r = user;
    enum anf__akn_mode mode = anf__akn_top(r)->mode;
    return mode >= ANF__AKN_COLLECT ? anf__akn_add_collected(r, text, len) : ANF_OK;
}

/* --- the whole --- */

static int
parse(struct anf__akn_reader *r, const unsigned char *data, size_t len)
{
    static const struct anf__xml_handler handler = {
        .start = on_start, .end = on_end, .text = on_text};
    r->frames[0].mode = ANF__AKN_OUTSIDE;
    int status = anf__xml_parse(r->at.call, NULL, data, len, &handler, r);
    if (status == ANF_OK)
        status = anf__akn_add_repairs(r);
    anf__akn_note_further(&r->at);
    return status;
}

int
anf__akn_read_own(struct anf_call *call, const unsigned char *data, size_t len)
{
    struct anf__akn_reader *r = calloc(1, sizeof *r);
    if (!r)
        return ANF_ERR_NOMEM;
    r->at.call = call;
    int status = anf_call_new_inquiry(call, &r->at.inquiry);
    if (status == ANF_OK)
        status = parse(r, data, len);
    if (status == ANF_OK)
        status = anf_call_emit(call, r->at.inquiry);
    else
        anf_inquiry_unref(r->at.inquiry);
    anf__akn_free_meta(r);
    free(r->text);
    free(r);
    return status;
}
