/* foreign.c: a document that another program wrote, from its bytes to its inquiries. */
#include "foreign.h"
#include "whose.h"

#include <stdlib.h>
#include <string.h>

/* --- what is said of it --- */

static void
say_version(struct anf__akn_foreign *f, const char *version)
{
    anf_call_report(f->at.call, ANF_SEVERITY_NOTE, ANF_CODE_AKN_FOREIGN, NULL, 0, 0,
                    "Akoma Ntoso %s of another program: what has a counterpart here is read, of "
                    "all else the text",
                    version);
}

static void
say_repeated(struct anf__akn_foreign *f)
{
    const struct anf__akn_element *repeated = f->tree.repeated;
    if (repeated)
        anf_call_report(f->at.call, ANF_SEVERITY_WARNING, ANF_CODE_AKN_REPEATED_ID, NULL,
                        repeated->line, repeated->column,
                        "element %.40s has an identifier that another element has", repeated->name);
}

/* --- what its content tells --- */

int
anf__akn_is_debate(const struct anf__akn_foreign *f)
{
    return strncmp(f->document->name, "debate", strlen("debate")) == 0;
}

static struct anf__akn_element *
first_heading(const struct anf__akn_foreign *f)
{
    struct anf__akn_element *e = f->document->first;
    while (e && (!e->name || !e->has_words || strcmp(e->name, "heading") != 0))
        e = e->meaning == ANF__MEANS_APART ? anf__akn_tree_pass(e, f->document)
                                           : anf__akn_tree_step(e, f->document);
    return e;
}

static int
take_heading(struct anf__akn_foreign *f)
{
    const struct anf__akn_element *heading = first_heading(f);
    char *words;
    if (!heading || anf_inquiry_get(f->at.inquiry, ANF_FIELD_TITLE))
        return ANF_OK;
    int status = anf__akn_tree_words(heading, &words);
    if (status != ANF_OK)
        return status;
    status = anf__akn_take(f, ANF_FIELD_TITLE, words);
    free(words);
    return status;
}

/* A paper of nothing but questions, or of these and answers; a record of a debate is neither. */
static int
take_document(struct anf__akn_foreign *f)
{
    if (!f->askers.count || f->has_statements)
        return ANF_OK;
    return anf__akn_take(f, ANF_FIELD_DOCUMENT, f->answerers.count ? "antwort" : "anfrage");
}

/* Notes that nothing in the text refers to. */
int
anf__akn_add_notes(struct anf__akn_foreign *f)
{
    const struct anf__akn_element *meta = anf__akn_tree_child(f->document, "meta");
    const struct anf__akn_element *notes = anf__akn_tree_child(meta, "notes");
    struct anf__akn_flow flow = {.node = anf_inquiry_root(f->at.inquiry)};
    struct anf__akn_element *note = anf__akn_tree_child(notes, "note");
    int status = ANF_OK;
    for (; note && status == ANF_OK; note = anf__akn_tree_next(note, "note")) {
        if (note->has_words && !note->is_used)
            status = anf__akn_flow_section(f, &flow, note, ANF_ROLE_OTHER);
    }
    return status;
}

int
anf__akn_emit(struct anf__akn_foreign *f)
{
    int status = take_document(f);
    if (status == ANF_OK)
        status = anf__akn_take_speakers(f);
    if (status == ANF_OK)
        status = anf_call_set_provenance(f->at.call, f->at.inquiry);
    if (status != ANF_OK)
        return status;
    struct anf_inquiry *inquiry = f->at.inquiry;
    f->at.inquiry = NULL;
    f->has_statements = 0;
    return anf_call_emit(f->at.call, inquiry);
}

static int
emit_one(struct anf__akn_foreign *f)
{
    struct anf__akn_flow flow = {.node = anf_inquiry_root(f->at.inquiry)};
    int status = anf__akn_flow_children(f, &flow, f->document);
    if (status == ANF_OK)
        status = take_heading(f);
    if (status == ANF_OK)
        status = anf__akn_add_notes(f);
    if (status != ANF_OK)
        return status;
    int is_empty = !anf_node_first(flow.node) && !anf_inquiry_get(f->at.inquiry, ANF_FIELD_TITLE);
    if (!is_empty)
        return anf__akn_emit(f);
    anf_call_report(f->at.call, ANF_SEVERITY_ERROR, ANF_CODE_NO_INQUIRY, NULL, 0, 0,
                    "the document has neither a title nor content");
    return ANF_ERR_NO_INQUIRY;
}

/* --- the whole --- */

/* The first element in the root; whose.c has seen that there is one. */
static struct anf__akn_element *
first_element(const struct anf__akn_element *root)
{
    struct anf__akn_element *e = root->first;
    while (e && !e->name)
        e = e->next;
    return e;
}

static int
read_document(struct anf__akn_foreign *f)
{
    f->document = first_element(f->tree.root);
    f->is_many = anf__akn_is_many(f);
    say_repeated(f);
    int status = anf__akn_take_events(f);
    if (status == ANF_OK)
        status = anf__akn_take_front(f);
    if (status == ANF_OK)
        status = anf__akn_take_identification(f);
    if (status != ANF_OK)
        return status;
    return f->is_many ? anf__akn_emit_many(f) : emit_one(f);
}

int
anf__akn_read_foreign(struct anf_call *call, const unsigned char *data, size_t len,
                      const char *version)
{
    struct anf__akn_foreign *f = calloc(1, sizeof *f);
    if (!f)
        return ANF_ERR_NOMEM;
    f->at.call = call;
    int status = anf__akn_tree_read(&f->tree, call, data, len);
    if (status == ANF_OK)
        status = anf_call_new_inquiry(call, &f->at.inquiry);
    if (status == ANF_OK) {
        say_version(f, version);
        status = read_document(f);
        anf__akn_note_further(&f->at);
    }
    anf_inquiry_unref(f->at.inquiry);
    anf__akn_free_speakers(f);
    anf__akn_tree_clear(&f->tree);
    free(f);
    return status;
}
