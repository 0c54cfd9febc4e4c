/* write.c: an inquiry as an Akoma Ntoso document. */
#include "write.h"

#include "href.h"
#include "xml.h"

#include <stdlib.h>
#include <string.h>

/* By enum anf__akn_eid. line: what it holds stands on one line. */
static const struct {
    const char *name;
    int line;
} elements[ANF__AKN_EIDS] = {
    [ANF__AKN_EID_A] = {"a", 0},
    [ANF__AKN_EID_ANSWER] = {"answer", 0},
    [ANF__AKN_EID_AUTHORIAL_NOTE] = {"authorialNote", 0},
    [ANF__AKN_EID_BLOCK] = {"block", 1},
    [ANF__AKN_EID_BLOCK_CONTAINER] = {"blockContainer", 0},
    [ANF__AKN_EID_BLOCK_LIST] = {"blockList", 0},
    [ANF__AKN_EID_CAPTION] = {"caption", 1},
    [ANF__AKN_EID_CONTAINER] = {"container", 0},
    [ANF__AKN_EID_DEBATE_SECTION] = {"debateSection", 0},
    [ANF__AKN_EID_DOC_NUMBER] = {"docNumber", 0},
    [ANF__AKN_EID_DOC_PROPONENT] = {"docProponent", 0},
    [ANF__AKN_EID_DOC_STATUS] = {"docStatus", 0},
    [ANF__AKN_EID_DOC_TITLE] = {"docTitle", 0},
    [ANF__AKN_EID_DOC_TYPE] = {"docType", 0},
    [ANF__AKN_EID_ITEM] = {"item", 0},
    [ANF__AKN_EID_LEGISLATURE] = {"legislature", 0},
    [ANF__AKN_EID_LI] = {"li", 1},
    [ANF__AKN_EID_LONG_TITLE] = {"longTitle", 0},
    [ANF__AKN_EID_OL] = {"ol", 0},
    [ANF__AKN_EID_P] = {"p", 1},
    [ANF__AKN_EID_QUESTION] = {"question", 0},
    [ANF__AKN_EID_QUESTIONS] = {"questions", 0},
    [ANF__AKN_EID_TABLE] = {"table", 0},
    [ANF__AKN_EID_UL] = {"ul", 0},
};

void
anf__akn_fail(struct anf__akn_writer *w, int status)
{
    anf__markup_fail(&w->out.markup, status);
}

/* An eId repeats its num in every eId within; so a num that no paper would print is cut, and the
 * whole stands in an attribute beside it. */
enum { LONGEST_NUM = 64 };

static size_t
num_length(const char *number)
{
    size_t len = number ? strlen(number) : 0;
    if (len <= LONGEST_NUM)
        return len;
    len = LONGEST_NUM;
    while (len && ((unsigned char)number[len] & 0xC0) == 0x80)
        --len;
    return len;
}

/* Where the first repair of a node is noted; NULL: no repair can be. */
static uint32_t *
wanted_of(const struct anf__akn_writer *w, const struct anf_node *node)
{
    uint32_t index = anf_node_index(node);
    return w->wanted && node && index < anf_inquiry_node_count(w->inquiry) ? &w->wanted[index]
                                                                           : NULL;
}

void
anf__akn_note_ref(struct anf__akn_writer *w, const struct anf_node *node)
{
    const uint32_t *repair = w->out.markup.is_silent ? wanted_of(w, node) : NULL;
    const char *path = anf__akn_eids_path(w->eids);
    if (!repair || !*repair || !*path)
        return;
    free(w->refs[*repair - 1]);
    w->refs[*repair - 1] = strdup(path);
    if (!w->refs[*repair - 1])
        anf__akn_fail(w, ANF_ERR_NOMEM);
}

const char *
anf__akn_ref(const struct anf__akn_writer *w, const struct anf_node *node)
{
    const uint32_t *repair = wanted_of(w, node);
    return repair && *repair ? w->refs[*repair - 1] : NULL;
}

void
anf__akn_start(struct anf__akn_writer *w, const struct anf_node *node, enum anf__akn_eid element,
               const char *number)
{
    int status = anf__akn_eids_open(w->eids, element, number, num_length(number));
    if (status != ANF_OK)
        anf__akn_fail(w, status);
    anf__akn_note_ref(w, node);
    if (elements[element].line)
        anf__akn_out_start_line(&w->out, elements[element].name);
    else
        anf__akn_out_start(&w->out, elements[element].name);
}

void
anf__akn_put_eid(struct anf__akn_writer *w)
{
    static const char name[] = " eId=\"";
    const char *path = anf__akn_eids_path(w->eids);
    anf__markup_raw(&w->out.markup, name, sizeof name - 1);
    anf__markup_raw(&w->out.markup, path, strlen(path));
    anf__markup_raw(&w->out.markup, "\"", 1);
}

void
anf__akn_end(struct anf__akn_writer *w, enum anf__akn_eid element)
{
    if (elements[element].line)
        anf__akn_out_end_line(&w->out, elements[element].name);
    else
        anf__akn_out_end(&w->out, elements[element].name);
    anf__akn_eids_close(w->eids);
}

void
anf__akn_start_plain(struct anf__akn_writer *w, const struct anf_node *node,
                     enum anf__akn_eid element)
{
    anf__akn_start(w, node, element, NULL);
    anf__akn_put_eid(w);
}

/* name="…" as the schema takes it, anf:name="…" as it is. */
static void
write_exact(struct anf__akn_writer *w, const char *name, const char *exact)
{
    anf__markup_attribute(&w->out.markup, "xmlns:anf", ANF__AKN_OWN_NAMESPACE);
    anf__markup_attribute_format(&w->out.markup, name, "%s", exact);
}

void
anf__akn_write_url(struct anf__akn_writer *w, const char *name, const char *url)
{
    char *changed = NULL;
    int status = w->out.markup.is_silent ? ANF_OK : anf__href(url, &changed);
    if (status != ANF_OK)
        anf__akn_fail(w, status);
    anf__markup_attribute(&w->out.markup, name, changed ? changed : url);
    if (changed)
        write_exact(w, strcmp(name, "src") == 0 ? "anf:src" : "anf:href", url);
    free(changed);
}

void
anf__akn_write_num(struct anf__akn_writer *w, const char *number)
{
    static const char cut[] = "…";
    if (!number)
        return;
    size_t len = num_length(number);
    anf__akn_out_start_line(&w->out, "num");
    if (number[len])
        write_exact(w, "anf:number", number);
    anf__markup_text(&w->out.markup, number, len);
    if (number[len])
        anf__markup_string(&w->out.markup, cut);
    anf__akn_out_end_line(&w->out, "num");
}

static void
write_document(struct anf__akn_writer *w)
{
    struct anf__akn_out *out = &w->out;
    anf__markup_puts(&out->markup, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
    anf__akn_out_start(out, "akomaNtoso");
    anf__markup_attribute(&out->markup, "xmlns", ANF__AKN_NAMESPACE);
    anf__akn_out_start(out, "doc");
    anf__markup_attribute(&out->markup, "name", w->view.subtype);
    if (anf_inquiry_get(w->inquiry, ANF_FIELD_PUBLISHED))
        anf__markup_attribute(&out->markup, "contains", "originalVersion");
    anf__akn_out_start(out, "meta");
    anf__akn_write_identification(w);
    anf__akn_write_history(w);
    anf__akn_write_references(w);
    anf__akn_write_proprietary(w);
    anf__akn_out_end(out, "meta");
    anf__akn_write_preface(w);
    anf__akn_write_body(w);
    anf__akn_write_conclusions(w);
    anf__akn_out_end(out, "doc");
    anf__akn_out_end(out, "akomaNtoso");
    anf__markup_puts(&out->markup, "\n");
}

static void
want_refs(struct anf__akn_writer *w)
{
    const struct anf_repair *repair;
    for (size_t i = 0; (repair = anf_inquiry_repair(w->inquiry, i)); ++i) {
        uint32_t *first = wanted_of(w, repair->node);
        if (first && !*first)
            *first = (uint32_t)i + 1;
    }
}

/* Repairs stand before the body and refer to its eIds, which are known when it was written once. */
static void
rehearse(struct anf__akn_writer *w)
{
    while (anf_inquiry_repair(w->inquiry, w->ref_count))
        ++w->ref_count;
    if (!w->ref_count)
        return;
    w->wanted = calloc(anf_inquiry_node_count(w->inquiry), sizeof *w->wanted);
    w->refs = calloc(w->ref_count, sizeof *w->refs);
    if (!w->wanted || !w->refs) {
        anf__akn_fail(w, ANF_ERR_NOMEM);
        return;
    }
    want_refs(w);
    w->out.markup.is_silent = 1;
    anf__akn_write_body(w);
    w->out.markup.is_silent = 0;
    w->out.markup.tag_is_open = 0;
    w->out.level = 0;
    anf__akn_eids_reset(w->eids);
}

static int
start_up(struct anf__akn_writer *w)
{
    anf__akn_view_init(&w->view, w->call, w->inquiry);
    w->eids = anf__akn_eids_new();
    w->lists = calloc(anf_inquiry_node_count(w->inquiry), sizeof *w->lists);
    return w->eids && w->lists ? ANF_OK : ANF_ERR_NOMEM;
}

int
anf__akn_write(struct anf_call *call, const struct anf_inquiry *inquiry, struct anf_sink *sink)
{
    struct anf__akn_writer w = {.call = call, .inquiry = inquiry, .out.markup.sink = sink};
    anf__akn_fail(&w, start_up(&w));
    if (w.out.markup.status == ANF_OK)
        rehearse(&w);
    if (w.out.markup.status == ANF_OK)
        write_document(&w);
    for (size_t i = 0; w.refs && i < w.ref_count; ++i)
        free(w.refs[i]);
    free(w.refs);
    free(w.wanted);
    free(w.lists);
    anf__akn_eids_free(w.eids);
    return anf__markup_finish(&w.out.markup);
}
